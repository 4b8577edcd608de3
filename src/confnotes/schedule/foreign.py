"""JSON schedules of other programs: named, and refused."""

from collections.abc import Callable, Mapping
from typing import Any

from confnotes.domain.errors import ScheduleError

_Object = Mapping[str, Any]


def _first(value: object) -> _Object:
    first = value[0] if isinstance(value, list) and value else None
    return first if isinstance(first, Mapping) else {}


def _schedule2(whole: _Object) -> bool:
    inner = whole.get("schedule")
    return isinstance(inner, Mapping) and isinstance(inner.get("events"), list)


_OBJECTS: tuple[tuple[str, Callable[[_Object], bool]], ...] = (
    ("fortee proposals", lambda whole: isinstance(whole.get("proposals"), list)),
    ("schedule2", _schedule2),
    ("connpass", lambda whole: {"results_returned", "events"} <= whole.keys()),
)
_LISTS: tuple[tuple[str, Callable[[_Object], bool]], ...] = (
    ("Sessionize speakers", lambda first: {"fullName", "sessions"} <= first.keys()),
    ("Doorkeeper", lambda first: isinstance(first.get("event"), Mapping)),
)


def refuse_foreign(whole: object) -> None:
    """Raise ScheduleError `schedule.not_yet` with the name of the program whose schedule it is, or
    `schedule.no_sessions` for an empty list; return where it is none that is known."""
    if isinstance(whole, list) and not whole:
        raise ScheduleError("schedule.no_sessions")
    asked = whole if isinstance(whole, Mapping) else _first(whole)
    for name, matches in _OBJECTS if isinstance(whole, Mapping) else _LISTS:
        if matches(asked):
            raise ScheduleError("schedule.not_yet", kind=name)
