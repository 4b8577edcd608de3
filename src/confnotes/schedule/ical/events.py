"""One VEVENT, made into a session."""

import json
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from confnotes.domain.draft import DraftLink, DraftSpeaker
from confnotes.domain.session import SessionFacts
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.ical.components import Event
from confnotes.schedule.ical.lines import parts
from confnotes.schedule.ical.people import People, indico_speakers
from confnotes.schedule.ical.profile import Producer, Profile, code_of, key_of
from confnotes.schedule.ical.repeat import occurrences
from confnotes.schedule.ical.times import Moment, ZoneBook, last_day
from confnotes.schedule.ical.titles import Titles
from confnotes.schedule.kinds import kind_by_format, kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.limits import MAX_RECORD
from confnotes.schedule.links import distinct, link, page
from confnotes.schedule.places import Places
from confnotes.schedule.prose import body, entities_once, single
from confnotes.schedule.when import planned, seconds

_PERSONAL = frozenset({"ATTENDEE", "ORGANIZER", "CONTACT"})
_NOT_KEPT = frozenset({"DTSTAMP", "SEQUENCE"})
_ONLY_ADDRESS = re.compile(r"\s*https?://\S+\s*")


@dataclass(frozen=True, slots=True)
class EventReader:
    """Makes sessions of events, with what the whole calendar says."""

    profile: Profile
    zones: ZoneBook
    places: Places
    people: People
    findings: Findings
    overrides: dict[str, set[str]] = field(default_factory=dict)
    titles: Titles = field(default_factory=Titles)

    def read(self, event: Event) -> list[Found]:
        """Return the sessions of an event: one, several where it repeats, none where it has
        neither title nor time."""
        place = f"line {event.line}"
        start, end, duration = self._times(event, place)
        title = self._title(event, place)
        if not title and start is None:
            self.findings.skipped("schedule.empty_session", place)
            return []
        title, named = self.titles.read(title, place, self.findings)
        speakers, abstract = self._speakers_and_abstract(event, place)
        facts = replace(
            self._facts(event, title),
            abstract=abstract or None,
            start=planned(start) if start is not None else None,
            end=planned(end) if end is not None else None,
            duration=duration,
        )
        found = Found(
            key_of(event.text("UID"), self.profile),
            facts,
            speakers or named,
            self._links(event),
            _record(event),
            place,
        )
        return self._repeated(event, found, start, end)

    def _title(self, event: Event, place: str) -> str:
        title = single(entities_once(event.text("SUMMARY")))
        if title:
            return title
        title = single(entities_once(event.text("DESCRIPTION").partition("\n")[0]), 80)
        if title:
            self.findings.assumed("schedule.title_from_text", place, title=title)
        else:
            self.findings.missing("schedule.no_title", place)
        return title

    def _facts(self, event: Event, title: str) -> SessionFacts:
        categories = [
            single(entities_once(c)) for line in event.all("CATEGORIES") for c in parts(line.value)
        ]
        words = ", ".join(dict.fromkeys(c for c in categories if c))
        kind = kind_by_format(words)
        summary = event.first("SUMMARY")
        return SessionFacts(
            title=title or None,
            kind=kind_of(title, words),
            format=words or None,
            code=code_of(event.text("UID"), self.profile),
            language=language_of(summary.parameter("LANGUAGE")) if summary else None,
            room=single(self.places.room(entities_once(event.text("LOCATION")))) or None,
            track=next((c for c in categories if c), None) if kind is None else None,
            state=state_of(title, event.text("STATUS")),
        )

    # -- times --------------------------------------------------------------------------

    def _times(self, event: Event, place: str) -> tuple[Moment | None, Moment | None, int | None]:
        """Return (start, end, seconds); what cannot be read or cannot be true is None."""
        start = self._moment(event, "DTSTART")
        if start is None:
            if event.first("DTSTART") is None:
                self.findings.missing("schedule.no_start", place)
            return None, None, None
        end = self._moment(event, "DTEND")
        if end is None:
            return start, None, self._duration(event, place)
        if not isinstance(start, datetime) and not isinstance(end, datetime):
            return start, last_day(start, end), None
        return start, self._end(start, end, place), None

    def _moment(self, event: Event, name: str) -> Moment | None:
        line = event.first(name)
        if line is None or not line.value.strip():
            return None
        found = self.zones.moment(line)
        if found is None:
            where = f"line {line.line}"
            self.findings.missing("schedule.bad_time", where, field=name, value=line.value[:60])
        return found

    def _end(self, start: Moment, end: Moment, place: str) -> Moment | None:
        comparable = (
            isinstance(start, datetime)
            and isinstance(end, datetime)
            and (start.tzinfo is None) == (end.tzinfo is None)
        )
        if not comparable or end < start:
            self.findings.missing("schedule.bad_end", place, start=planned(start), end=planned(end))
            return None
        return end

    def _duration(self, event: Event, place: str) -> int | None:
        given = event.text("DURATION")
        length = seconds(given) if given else None
        if given and length is None:
            self.findings.missing("schedule.bad_time", place, field="DURATION", value=given[:60])
        return length

    def _repeated(
        self, event: Event, found: Found, start: Moment | None, end: Moment | None
    ) -> list[Found]:
        rule = event.text("RRULE")
        if not rule or start is None or event.first("RECURRENCE-ID"):
            return [found]
        starts = occurrences(start, rule)
        if starts is None:
            self.findings.skipped(
                "schedule.recurring", found.place, title=found.facts.title or "", rule=rule[:80]
            )
            return [found]
        left_out = self._left_out(event)
        return [
            replace(found, facts=_moved(found.facts, start, end, s))
            for s in starts
            if planned(s) not in left_out
        ]

    def _left_out(self, event: Event) -> set[str]:
        """Return the starts that are struck out, or that an event of their own replaces."""
        struck = {
            planned(moment)
            for line in event.all("EXDATE")
            for value in line.value.split(",")
            if (moment := self.zones.moment(replace(line, value=value))) is not None
        }
        return struck | self.overrides.get(event.text("UID"), set())

    # -- texts, people, links -----------------------------------------------------------

    def _speakers_and_abstract(
        self, event: Event, place: str
    ) -> tuple[tuple[DraftSpeaker, ...], str]:
        text = event.text("DESCRIPTION") or event.text("X-ALT-DESC")
        speakers = self.people.of(event)
        if self.profile.producer is Producer.INDICO:
            speakers, text = indico_speakers(text, event.text("URL"))
        if "&" in text and "<" not in text:
            text = entities_once(text)
        abstract = body(text, self.findings, place)
        only_address = _ONLY_ADDRESS.fullmatch(abstract) is not None
        return speakers, "" if only_address and abstract == event.text("URL") else abstract

    def _links(self, event: Event) -> tuple[DraftLink, ...]:
        attached = (
            link(
                entities_once(line.value.strip()),
                line.parameter("X-FILENAME")
                or line.parameter("FILENAME")
                or line.parameter("X-LABEL"),
                attached=True,
            )
            for line in event.all("ATTACH")
            if line.parameter("ENCODING").upper() != "BASE64"
        )
        own = page(entities_once(event.text("URL")), self.profile.base_url)
        if own is not None and self.profile.producer is Producer.SCHED:
            # sched.com writes http addresses; its pages are served over https.
            own = replace(own, url=own.url.replace("http://", "https://", 1))
        return distinct((own, *attached))


def _moved(facts: SessionFacts, start: Moment, end: Moment | None, to: Moment) -> SessionFacts:
    """Return the facts of another occurrence: the end is as far from its start."""
    days = (_date(to) - _date(start)).days
    moved = end + timedelta(days=days) if end is not None else None
    return replace(facts, start=planned(to), end=planned(moved) if moved is not None else None)


def _date(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _record(event: Event) -> str:
    """Return the event as compact JSON: names with their values, addresses of people left out."""
    record: dict[str, list[str]] = {}
    for line in event.properties:
        if line.name in _NOT_KEPT:
            continue
        value = line.parameter("CN") if line.name in _PERSONAL else line.value.strip()
        zone = line.parameter("TZID")
        record.setdefault(line.name, []).append(f"{value} [{zone}]" if zone else value)
    plain = {name: values[0] if len(values) == 1 else values for name, values in record.items()}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) <= MAX_RECORD else ""
