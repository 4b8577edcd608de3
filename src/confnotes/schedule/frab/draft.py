"""A whole frab or pretalx schedule, made into a draft."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ScheduleError
from confnotes.domain.times import zone
from confnotes.schedule.assemble import Found, in_order, with_keys, within
from confnotes.schedule.findings import Findings
from confnotes.schedule.frab.sessions import SessionReader
from confnotes.schedule.frab.times import Listed, day_begins, local_offset
from confnotes.schedule.frab.values import Record, first_text, records
from confnotes.schedule.limits import MAX_SESSIONS
from confnotes.schedule.links import whole
from confnotes.schedule.prose import single
from confnotes.schedule.when import clock, iso
from confnotes.schedule.zones import known_zone, offsets_of, zones_for, zones_of_place

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")


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
        starts=_date(first_text(conference, "start")),
        ends=_date(first_text(conference, "end")),
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
    draft = _with_zone(draft, conference, offsets, findings)
    return replace(draft, problems=findings.all())


def _date(text: str) -> date | None:
    found = iso(text) if text else None
    return found.date() if isinstance(found, datetime) else found


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
        match = _COLOUR.fullmatch(first_text(track, "color", "colour"))
        rows.setdefault(
            single(first_text(track, "name", "title")), f"#{match[1].lower()}" if match else ""
        )
    for session in sessions:
        rows.setdefault(session.facts.track or "", "")
    rows.pop("", None)
    return tuple(rows.items())


# -- the zone ---------------------------------------------------------------------------


def _with_zone(
    draft: Draft, conference: Record, offsets: set[timedelta], findings: Findings
) -> Draft:
    """Return the draft with the zone the file names, or with those that would fit."""
    given = first_text(conference, "time_zone_name", "timezone")
    name = known_zone(given)
    instants = _instants(draft.sessions)
    if given and name is None:
        findings.missing("schedule.unknown_zone", zone=given[:80])
    hints = _hints(draft, instants, offsets)
    if name is None:
        _tell_no_zone(draft, instants, offsets, findings)
        if hints:
            findings.assumed("schedule.zone_guess", zone=hints[0])
        return replace(draft, timezone_hints=hints)
    contradicted = _tell_disagreement(name, instants, findings)
    return replace(
        draft,
        timezone=name,
        timezone_from="time_zone_name",
        timezone_hints=tuple(h for h in hints if h != name) if contradicted else (),
    )


def _instants(sessions: Iterable[DraftSession]) -> list[datetime]:
    starts = (session.facts.start for session in sessions)
    moments = (datetime.fromisoformat(s) for s in starts if s and len(s) > len("2026-03-23"))
    return [moment for moment in moments if moment.tzinfo is not None]


def _hints(draft: Draft, instants: Sequence[datetime], offsets: set[timedelta]) -> tuple[str, ...]:
    """Return the zones that the city names, or in which the wall clocks show what the file has."""
    by_place = zones_of_place((draft.city, draft.venue.rpartition(",")[2]))
    if len(offsets) == 1 and instants and offsets != {timedelta()}:
        from datetime import timezone

        local = timezone(next(iter(offsets)))
        instants = [instant.astimezone(local) for instant in instants]
    return tuple(dict.fromkeys((*by_place, *zones_for(instants))))[:5]


def _tell_no_zone(
    draft: Draft, instants: Sequence[datetime], ahead: set[timedelta], findings: Findings
) -> None:
    offsets = offsets_of(instants)
    in_utc = offsets == ("+00:00",)
    walls = sum(s.facts.start is not None for s in draft.sessions) - len(instants)
    if walls:
        findings.missing("schedule.times_without_zone", count=walls)
    elif in_utc and ahead <= {timedelta()}:
        findings.assumed("schedule.only_utc")
    elif in_utc:
        findings.missing("schedule.zone_not_given")
    elif offsets:
        findings.missing("schedule.only_offset", offset=", ".join(offsets[:4]))


def _tell_disagreement(name: str, instants: Sequence[datetime], findings: Findings) -> bool:
    """Return whether the named zone has another offset than times are written with (a schedule that
    names UTC but writes +01:00), and say so; times in UTC are no contradiction."""
    there = zone(name)
    wrong = [
        i for i in instants if i.utcoffset() and i.astimezone(there).utcoffset() != i.utcoffset()
    ]
    if wrong:
        findings.assumed(
            "schedule.zone_disagrees", zone=name, offset=offsets_of(wrong)[0], count=len(wrong)
        )
    return bool(wrong)
