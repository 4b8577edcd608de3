"""Whether a `schedule.json` keeps to its format at all.

The format is that of c3voc's published schema (voc/schedule, validator/json): rooms stand in the
conference, the ids of events and persons are numbers, an event's date is an instant. Real files
break one or two of these rules and are read nevertheless; a file of which every event breaks three
was made by no program known: its ids and times mean nothing that could be relied on.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from confnotes.domain.errors import ScheduleError
from confnotes.schedule.frab.draft import Entry
from confnotes.schedule.values import Record, records
from confnotes.schedule.when import iso

_TOO_MANY = 3


def refuse_nonconforming(outer: Record, conference: Record, entries: Sequence[Entry]) -> None:
    """Raise ScheduleError `schedule.invalid` where every event breaks three rules or more."""
    misplaced = ["rooms"] if "rooms" in outer and outer is not conference else []
    worst: list[str] = []
    for entry in entries:
        if not isinstance(entry.event, Mapping):
            continue
        broken = misplaced + list(_broken(entry.event))
        if len(broken) < _TOO_MANY:
            return
        worst = worst or broken
    if worst:
        raise ScheduleError(
            "schedule.invalid", place=entries[0].place, rules=", ".join(worst), count=len(entries)
        )


def _broken(event: Record) -> Iterator[str]:
    if isinstance(event.get("id"), str):
        yield "event.id"
    date = iso(event["date"]) if isinstance(event.get("date"), str) else None
    if isinstance(date, datetime) and date.tzinfo is None:
        yield "event.date"
    persons = records(event.get("persons"))
    if persons and all(isinstance(person.get("id"), str) for person in persons):
        yield "persons.id"
