"""Speakers in calendars, where a calendar really names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from confnotes.domain.conference import Confidence
from confnotes.domain.draft import DraftSpeaker
from confnotes.schedule.ical.components import Event
from confnotes.schedule.limits import MAX_SPEAKERS
from confnotes.schedule.prose import entities_once, single

_INDICO_LINE = re.compile(r"(?:Speakers?|Conveners?)\s*:\s*(.+)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r",\s*(?![^()]*\))")
_NAME = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<affiliation>.*)\))?")
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class People:
    """Whether the organisers that a calendar names are its speakers."""

    organisers_speak: bool

    @classmethod
    def of_events(cls, events: Sequence[Event]) -> "People":
        """Tell from all events: one address under several names is the conference's own, and the
        names are those of the speakers (MOCA 2024)."""
        lines = [line for event in events for line in event.all("ORGANIZER")]
        addresses = {line.value.strip().lower() for line in lines}
        names = {name for line in lines if (name := line.parameter("CN"))}
        return cls(len(addresses) == 1 and len(names) >= _SEVERAL)

    def of(self, event: Event) -> tuple[DraftSpeaker, ...]:
        """Return the speakers of an event: attendees who were not invited (no answer is asked of
        them), and organisers where these speak. The calendar does not call them speakers."""
        lines = [
            line
            for line in event.all("ATTENDEE")
            if not line.parameter("PARTSTAT") and not line.parameter("RSVP")
        ]
        if self.organisers_speak:
            lines += event.all("ORGANIZER")
        names = dict.fromkeys(single(entities_once(line.parameter("CN"))) for line in lines)
        return tuple(
            DraftSpeaker(name, confidence=Confidence.GUESSED)
            for name in list(names)[:MAX_SPEAKERS]
            if name and "@" not in name
        )


def indico_speakers(description: str, url: str) -> tuple[tuple[DraftSpeaker, ...], str]:
    """Return the speakers that Indico writes into the first line of a description ("Speakers: Name
    (Affiliation), …"), and the description without that line and without its last one, the page."""
    first, _, rest = description.partition("\n")
    match = _INDICO_LINE.fullmatch(first.strip())
    if match is None:
        return (), _without_page(description, url)
    speakers = tuple(
        DraftSpeaker(single(name["name"]), affiliation=single(name["affiliation"] or ""))
        for words in _BETWEEN_NAMES.split(match[1][:10_000])
        if (name := _NAME.fullmatch(words.strip()))
    )
    return speakers[:MAX_SPEAKERS], _without_page(rest.strip(), url)


def _without_page(text: str, url: str) -> str:
    return text.rstrip().removesuffix(url).rstrip() if url else text
