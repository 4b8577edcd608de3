"""The data of pretalx's schedule widget: `schedule/widgets/schedule.json`, once `widget/v2.json`.

The only export of pretalx that has the breaks: entries without `code`. Names are texts or objects
by language. It has no links and no description.
"""

import re
from collections.abc import Mapping
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSpeaker
from confnotes.domain.session import SessionFacts, SessionKind
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_by_title, kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.limits import MAX_SPEAKERS
from confnotes.schedule.people import speaker_of
from confnotes.schedule.programs.common import (
    Head,
    Reading,
    by_id,
    key_of,
    minutes_in,
    moment_in,
    numbered,
    span,
)
from confnotes.schedule.prose import body, single
from confnotes.schedule.values import (
    Record,
    as_json,
    colour_of,
    first_text,
    records,
    sequence,
    text_of,
)
from confnotes.schedule.when import iso_date


def read_widget(whole: Any, findings: Findings) -> Draft:
    """Return the draft of a widget's data. Raises ScheduleError as `Reading.draft` does."""
    book = _Book(whole, findings)
    reading = Reading(findings)
    for talk, place in reading.events(numbered(whole["talks"], "talks")):
        reading.add(book.found(talk, place))
    return reading.draft(
        Head(
            SourceKind.PRETALX_WIDGET,
            title=single(text_of(whole.get("event_name") or whole.get("name"))),
            timezone=first_text(whole, "timezone"),
            timezone_field="timezone",
            starts=iso_date(first_text(whole, "event_start")),
            ends=iso_date(first_text(whole, "event_end")),
            version=single(first_text(whole, "version"), 200),
            rooms=[
                (single(text_of(room.get("name"))), key_of(room, "id"))
                for room in records(whole.get("rooms"))
            ],
            tracks=[
                (single(text_of(track.get("name"))), colour_of(track))
                for track in records(whole.get("tracks"))
            ],
        )
    )


class _Book:
    """Rooms, tracks and speakers by their ids."""

    def __init__(self, whole: Mapping[str, Any], findings: Findings) -> None:
        self._rooms = by_id(whole.get("rooms"), "id")
        self._tracks = by_id(whole.get("tracks"), "id")
        self._speakers = by_id(whole.get("speakers"), "code")
        self._findings = findings

    def found(self, talk: Record, place: str) -> Found:
        """Return the session of an entry."""
        language = language_of(first_text(talk, "content_locale", "language"))
        title = single(text_of(talk.get("title"), language))
        code = single(first_text(talk, "code"), 60)
        words = single(text_of(talk.get("submission_type") or talk.get("type"), language))
        times = span(
            moment_in(talk, "start", place, self._findings, needed=True),
            moment_in(talk, "end", place, self._findings),
            minutes_in(talk, "duration", place, self._findings),
            place,
            self._findings,
        )
        facts = SessionFacts(
            title=title or None,
            abstract=body(text_of(talk.get("abstract"), language), self._findings, place) or None,
            kind=kind_of(title, words) if code else kind_by_title(title) or SessionKind.OTHER,
            format=words or None,
            code=code or None,
            language=language if code else None,
            room=self._named(self._rooms, talk, "room", language),
            track=self._named(self._tracks, talk, "track", language),
            state=state_of(title, first_text(talk, "state")),
        )
        return Found(
            _key(talk, code), times.of(facts), self._people(talk, place), (), as_json(talk), place
        )

    @staticmethod
    def _named(
        book: dict[str, Record], talk: Record, name: str, language: str | None
    ) -> str | None:
        given = talk.get(name)
        known = book.get(text_of(given)) if not isinstance(given, Mapping) else given
        return single(text_of(known.get("name"), language)) or None if known else None

    def _people(self, talk: Record, place: str) -> tuple[DraftSpeaker, ...]:
        found: dict[str, DraftSpeaker] = {}
        for given in sequence(talk.get("speakers"))[:MAX_SPEAKERS]:
            key = text_of(given) if not isinstance(given, Mapping) else first_text(given, "code")
            known = self._speakers.get(key) or (given if isinstance(given, Mapping) else None)
            speaker = speaker_of(known, self._findings, place) if known else None
            if speaker is not None:
                found.setdefault(speaker.key or speaker.name, speaker)
            else:
                self._findings.missing("schedule.unknown_speaker", place, id=key[:80])
        return tuple(found.values())


_NUMBER = re.compile(r"\d+")


def _key(talk: Record, code: str) -> str:
    """Return the id: the code of a talk. The number of a break is that of its slot, which every
    release of a schedule makes anew; a key made of its title lasts longer."""
    if code:
        return code
    key = key_of(talk, "id")
    return "" if _NUMBER.fullmatch(key) else key
