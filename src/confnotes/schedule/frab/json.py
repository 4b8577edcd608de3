"""`schedule.json` of frab and pretalx; other JSON is recognised and named."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ScheduleError
from confnotes.schedule.findings import Findings
from confnotes.schedule.foreign import refuse_foreign
from confnotes.schedule.frab.conformance import refuse_nonconforming
from confnotes.schedule.frab.draft import Entry, Schedule, draft_of
from confnotes.schedule.values import Record, first_text, records
from confnotes.schedule.when import iso


def read_frab(whole: object, findings: Findings) -> Draft:
    """Return the draft of a parsed `schedule.json`.

    Raises ScheduleError: `schedule.not_yet`, `schedule.unknown_json`, `schedule.invalid`, and
    those of `draft_of`.
    """
    outer, conference = _conference(whole)
    entries, rooms = _entries(conference, findings)
    if not entries:
        refuse_foreign(whole)
    refuse_nonconforming(outer, conference, entries)
    return draft_of(
        Schedule(
            SourceKind.FRAB_JSON,
            conference,
            base_url=first_text(outer, "base_url") or first_text(conference, "base_url"),
            url=first_text(outer, "url"),
            version=first_text(outer, "version"),
            entries=entries,
            rooms=rooms,
        ),
        findings,
    )


def _conference(whole: object) -> tuple[Record, Record]:
    """Return (the object around, the conference with its days), wherever a dialect has them."""
    outer = whole.get("schedule", whole) if isinstance(whole, Mapping) else None
    if isinstance(outer, Mapping):
        inner = outer.get("conference")
        if isinstance(inner, Mapping) and isinstance(inner.get("days"), (list, Mapping)):
            return outer, inner
        if isinstance(outer.get("days"), (list, Mapping)):
            return outer, {**inner, **outer} if isinstance(inner, Mapping) else outer
    refuse_foreign(whole)
    if isinstance(outer, Mapping) and isinstance(outer.get("conference"), Mapping):
        raise ScheduleError("schedule.no_sessions")
    raise ScheduleError("schedule.unknown_json")


def _entries(conference: Record, findings: Findings) -> tuple[list[Entry], list[str]]:
    entries: list[Entry] = []
    names: dict[str, None] = {}
    days = conference["days"]
    for number, day in enumerate(days.values() if isinstance(days, Mapping) else days, 1):
        if not isinstance(day, Mapping):
            findings.skipped("schedule.not_a_day", f"day {number}")
            continue
        for room, events in _rooms(day):
            names[room] = None
            place = f"day {number}, room {room[:60]}"
            if not isinstance(events, list):
                findings.skipped("schedule.not_an_event", place)
                continue
            entries += _of_room(events, room, _day(day), place)
    return entries, list(names)


def _of_room(events: list[Any], room: str, day: date | None, place: str) -> Iterator[Entry]:
    for number, event in enumerate(events, 1):
        yield Entry(event, room, day, f"{place}, event {number}")


def _rooms(day: Record) -> Iterator[tuple[str, object]]:
    """Yield (room, events): rooms are an object by name, in some files a list."""
    rooms = day.get("rooms")
    if isinstance(rooms, Mapping):
        yield from ((str(name), events) for name, events in rooms.items())
    for room in records(rooms) if isinstance(rooms, list) else []:
        yield first_text(room, "name", "title"), room.get("events") or room.get("talks") or []
    if isinstance(day.get("events"), list):
        yield "", day["events"]


def _day(day: Record) -> date | None:
    found = iso(first_text(day, "date", "day_start"))
    return date(found.year, found.month, found.day) if found is not None else None
