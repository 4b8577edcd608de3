"""What the readers of JSON schedules share: times with the fields they stand in, and the draft."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftLink
from confnotes.domain.errors import ScheduleError
from confnotes.domain.session import LinkKind, SessionFacts
from confnotes.schedule.assemble import Found, in_order, with_keys, within
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_SESSIONS
from confnotes.schedule.links import whole
from confnotes.schedule.values import Record, first_text, records
from confnotes.schedule.when import iso, planned, seconds
from confnotes.schedule.zoning import with_zone

MAX_KEY = 500
"""Characters of an id."""

Place = tuple[object, str]
"""What stands in the file at a place, and the place as a path: `sessions[12]`."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of the conference as a whole; "" where it says nothing."""

    kind: SourceKind
    title: str = ""
    short_name: str = ""
    timezone: str = ""
    timezone_field: str = ""
    starts: date | None = None
    ends: date | None = None
    venue: str = ""
    city: str = ""
    url: str = ""
    version: str = ""
    rooms: Sequence[tuple[str, str]] = ()
    tracks: Sequence[tuple[str, str]] = ()


@dataclass(slots=True)
class Reading:
    """Collects the sessions of one file: no more than the limit, and how many there are."""

    findings: Findings
    found: list[Found] = field(default_factory=list)
    total: int = 0

    def events(self, given: Iterable[Place]) -> Iterator[tuple[Record, str]]:
        """Yield the records among what is given, each with its place, up to the limit."""
        for value, place in given:
            self.total += 1
            if len(self.found) > MAX_SESSIONS:
                continue
            if isinstance(value, dict):
                yield value, place
            else:
                self.findings.skipped("schedule.not_an_event", place)

    def add(self, found: Found) -> None:
        """Take a session in, unless it has neither title nor time."""
        if found.facts.title is None and found.facts.start is None:
            self.findings.skipped("schedule.empty_session", found.place)
            return
        if found.facts.title is None:
            self.findings.missing("schedule.no_title", found.place)
        self.found.append(found)

    def draft(self, head: Head) -> Draft:
        """Return the draft.

        Raises ScheduleError `schedule.no_sessions` or `schedule.nothing_readable`.
        """
        if not self.total:
            raise ScheduleError("schedule.no_sessions")
        if not self.found:
            raise ScheduleError("schedule.nothing_readable", count=self.total)
        sessions = with_keys(within(self.found, self.total, self.findings), self.findings)
        tracks = dict(reversed([(name, colour) for name, colour in head.tracks if name]))
        named = [name for name, _ in head.tracks if name]
        named += [s.facts.track for s in sessions if s.facts.track]
        draft = Draft(
            kind=head.kind,
            sessions=sessions,
            title=head.title,
            short_name=head.short_name,
            starts=head.starts,
            ends=head.ends,
            venue=head.venue,
            city=head.city,
            url=whole(head.url),
            version=head.version,
            rooms=in_order([*head.rooms, *((s.facts.room or "", "") for s in sessions)]),
            tracks=tuple((name, tracks.get(name, "")) for name in dict.fromkeys(named)),
        )
        draft = with_zone(draft, head.timezone, head.timezone_field, self.findings)
        return replace(draft, problems=self.findings.all())


@dataclass(frozen=True, slots=True)
class Span:
    """When a session is, in the stored form; `duration` in seconds."""

    start: str | None = None
    end: str | None = None
    duration: int | None = None

    def of(self, facts: SessionFacts) -> SessionFacts:
        """Return the facts with these times."""
        return replace(facts, start=self.start, end=self.end, duration=self.duration)


def moment_in(
    record: Record, name: str, place: str, findings: Findings, *, needed: bool = False
) -> datetime | date | None:
    """Return the time in a field, None for nothing; what cannot be read is noted, and so is a
    missing one that is `needed`."""
    text = first_text(record, name)
    found = iso(text) if text else None
    if found is None and record.get(name) not in (None, ""):
        findings.missing("schedule.bad_time", place, field=name, value=text[:60])
    elif found is None and needed:
        findings.missing("schedule.no_start", place)
    return found


def minutes_in(record: Record, name: str, place: str, findings: Findings) -> int | None:
    """Return the seconds of a field that holds minutes, None for nothing; what is no length of
    time is noted."""
    text = first_text(record, name)
    found = seconds(text) if text else None
    if found is None and record.get(name) not in (None, ""):
        findings.missing("schedule.bad_time", place, field=name, value=text[:60])
    return found


def span(
    start: datetime | date | None,
    end: datetime | date | None,
    duration: int | None,
    place: str,
    findings: Findings,
) -> Span:
    """Return the times of a session; an end that cannot follow the start is noted and left out."""
    if start is None:
        return Span()
    if end is None:
        return Span(planned(start), None, duration)
    fits = (
        isinstance(start, datetime)
        and isinstance(end, datetime)
        and (start.tzinfo is None) == (end.tzinfo is None)
        and start <= end
    )
    if not fits:
        findings.missing("schedule.bad_end", place, start=planned(start), end=planned(end))
        return Span(planned(start), None, duration)
    return Span(planned(start), planned(end), duration)


def numbered(value: object, path: str) -> Iterator[Place]:
    """Yield what stands in a list, each with its path; nothing for what is no list."""
    for number, one in enumerate(value if isinstance(value, list) else ()):
        yield one, f"{path}[{number}]"


def by_id(value: object, *names: str) -> dict[str, Record]:
    """Return the records of a list by their ids."""
    return {key: one for one in records(value) if (key := first_text(one, *names))}


def key_of(record: Record, *names: str) -> str:
    """Return the id of a record, "" where it has none."""
    return first_text(record, *names)[:MAX_KEY]


def at(kind: LinkKind, url: str, label: str = "") -> DraftLink | None:
    """Return a link of a known kind, None where the address is not safe."""
    url = whole(url)
    return DraftLink(kind, url, label) if url else None
