"""A whole frab or pretalx schedule, made into a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ScheduleError
from confnotes.schedule.assemble import Found, in_order, with_keys, within
from confnotes.schedule.findings import Findings
from confnotes.schedule.frab.sessions import SessionReader
from confnotes.schedule.frab.times import Listed, day_begins, local_offset
from confnotes.schedule.limits import MAX_SESSIONS
from confnotes.schedule.links import whole
from confnotes.schedule.prose import single
from confnotes.schedule.values import Record, colour_of, first_text, records
from confnotes.schedule.when import clock, iso_date
from confnotes.schedule.zoning import with_zone


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with where it is listed."""

    event: object
    room: str
    day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """What XML and JSON have in common: the conference's record and the events in order."""

    kind: SourceKind
    conference: Record
    base_url: str = ""
    url: str = ""
    version: str = ""
    entries: Sequence[Entry] = ()
    rooms: Sequence[str] = field(default=())


def draft_of(schedule: Schedule, findings: Findings) -> Draft:
    """Return the draft of a schedule.

    Raises ScheduleError `schedule.no_sessions` or `schedule.nothing_readable`.
    """
    conference = schedule.conference
    base = whole(schedule.base_url) or whole(schedule.url)
    found, days, offsets = _sessions(schedule, SessionReader(base, findings), findings)
    sessions = with_keys(within(found, len(schedule.entries), findings), findings)
    draft = Draft(
        kind=schedule.kind,
        sessions=sessions,
        title=single(first_text(conference, "title", "name")),
        short_name=single(first_text(conference, "acronym")),
        starts=iso_date(first_text(conference, "start")),
        ends=iso_date(first_text(conference, "end")),
        day_begins=day_begins(
            first_text(conference, "day_change"),
            list(zip(days, (f.facts.start for f in found), strict=True)),
        ),
        venue=single(first_text(conference, "venue")),
        city=single(first_text(conference, "city")),
        url=whole(first_text(conference, "url"), base) or base,
        version=single(schedule.version, 200),
        rooms=_rooms(schedule, sessions),
        tracks=_tracks(conference, sessions),
    )
    given = first_text(conference, "time_zone_name", "timezone")
    draft = with_zone(draft, given, "time_zone_name", findings, offsets)
    return replace(draft, problems=findings.all())


def _sessions(
    schedule: Schedule, reader: SessionReader, findings: Findings
) -> tuple[list[Found], list[date | None], set[timedelta]]:
    """Return the sessions, the day each is listed under, and how far the wall clocks are ahead of
    UTC where the file tells."""
    change = clock(first_text(schedule.conference, "day_change")) or 0
    found: list[Found] = []
    days: list[date | None] = []
    offsets: set[timedelta] = set()
    for entry in schedule.entries[: MAX_SESSIONS + 1]:
        if not isinstance(entry.event, dict):
            findings.skipped("schedule.not_an_event", entry.place)
            continue
        listed = Listed(entry.day, change if change <= 12 * 60 else 0, entry.place)
        session = reader.read(entry.event, entry.room, listed)
        if session is not None:
            found.append(session)
            days.append(entry.day)
            if (ahead := local_offset(entry.event, session.facts.start)) is not None:
                offsets.add(ahead)
    if not found:
        code = "schedule.nothing_readable" if schedule.entries else "schedule.no_sessions"
        raise ScheduleError(code, **({"count": len(schedule.entries)} if schedule.entries else {}))
    return found, days, offsets


def _rooms(schedule: Schedule, sessions: Iterable[DraftSession]) -> tuple[tuple[str, str], ...]:
    """Return the rooms: those the conference lists, then those its days and sessions name."""
    given = [
        (single(first_text(room, "name", "title")), first_text(room, "guid", "slug", "id"))
        for room in records(schedule.conference.get("rooms"))
    ]
    named = [(single(name), "") for name in schedule.rooms]
    return in_order([*given, *named, *((s.facts.room or "", "") for s in sessions)])


def _tracks(conference: Record, sessions: Iterable[DraftSession]) -> tuple[tuple[str, str], ...]:
    rows: dict[str, str] = {}
    for track in records(conference.get("tracks")):
        rows.setdefault(single(first_text(track, "name", "title")), colour_of(track))
    for session in sessions:
        rows.setdefault(session.facts.track or "", "")
    rows.pop("", None)
    return tuple(rows.items())
