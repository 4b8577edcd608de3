"""JSON schedules of other programs: named, and refused."""

from collections.abc import Callable, Mapping
from typing import Any

from confnotes.domain.errors import ScheduleError

_Object = Mapping[str, Any]


def _first(value: object) -> _Object:
    first = value[0] if isinstance(value, list) and value else None
    return first if isinstance(first, Mapping) else {}


def _sessionize_all(whole: _Object) -> bool:
    return {"sessions", "speakers"} <= whole.keys() and bool({"rooms", "categories"} & whole.keys())


def _schedule2(whole: _Object) -> bool:
    inner = whole.get("schedule")
    return isinstance(inner, Mapping) and isinstance(inner.get("events"), list)


_OBJECTS: tuple[tuple[str, Callable[[_Object], bool]], ...] = (
    ("Sessionize", _sessionize_all),
    ("fortee", lambda whole: isinstance(whole.get("timetable"), list)),
    ("fortee", lambda whole: isinstance(whole.get("proposals"), list)),
    ("schedule2", _schedule2),
    ("pretalx widget", lambda whole: {"talks", "rooms"} <= whole.keys()),
    ("Indico JSON", lambda whole: str(whole.get("_type")) == "HTTPAPIResult"),
    ("connpass", lambda whole: {"results_returned", "events"} <= whole.keys()),
    ("PyCon US JSON", lambda whole: "conf_key" in _first(whole.get("schedule"))),
)
_LISTS: tuple[tuple[str, Callable[[_Object], bool]], ...] = (
    ("Sessionize", lambda first: {"date", "rooms"} <= first.keys()),
    ("Sessionize", lambda first: {"groupId", "sessions"} <= first.keys()),
    ("Sessionize", lambda first: {"fullName", "sessions"} <= first.keys()),
    ("Doorkeeper", lambda first: isinstance(first.get("event"), Mapping)),
    ("PyCon US JSON", lambda first: "conf_key" in first),
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
