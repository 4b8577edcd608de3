"""JSON text: parsed within bounds, told apart by its shape, handed to the reader of its kind."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from confnotes.domain.draft import Draft
from confnotes.domain.errors import ScheduleError
from confnotes.schedule.decode import decode
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_PARTS

_Object = Mapping[str, Any]
Reader = Callable[[Any, Findings], Draft]


def read_json(data: bytes) -> Draft:
    """Return the draft of a JSON schedule: frab's and pretalx's `schedule.json`, Sessionize,
    fortee, Indico, PyCon US, or the data of pretalx's widget.

    Raises ScheduleError: `schedule.broken_json`, `schedule.truncated_json`,
    `schedule.too_many_parts`, and those of the readers.
    """
    findings = Findings()
    whole = _loaded(data, findings)
    return _reader(whole)(whole, findings)


def _loaded(data: bytes, findings: Findings) -> object:
    count = data.count(b"{") + data.count(b"[")
    if count > MAX_PARTS:
        raise ScheduleError("schedule.too_many_parts", count=count, limit=MAX_PARTS)
    decoded = decode(data)
    decoded.tell(findings)
    try:
        return json.loads(decoded.text, strict=False)
    except json.JSONDecodeError as error:
        raise _broken(decoded.text.rstrip(), error) from error
    except (RecursionError, ValueError) as error:
        # Nested without end, or a number of thousands of digits.
        raise ScheduleError("schedule.broken_json", line=1, column=1) from error


def _broken(text: str, error: json.JSONDecodeError) -> ScheduleError:
    """Return what is wrong: the text ends too early, or is wrong at a place."""
    if error.pos >= len(text) or (text[-1] not in "}]" and error.msg != "Extra data"):
        line = text.count("\n") + 1
        column = len(text) - (text.rfind("\n") + 1)
        return ScheduleError("schedule.truncated_json", line=line, column=column)
    return ScheduleError("schedule.broken_json", line=error.lineno, column=error.colno)


def _reader(whole: object) -> Reader:
    """Return the reader for what the shape says; frab's names what is none of them."""
    if isinstance(whole, Mapping):
        return _of_object(whole)
    listed = whole if isinstance(whole, list) else []
    first = next((one for one in listed if isinstance(one, Mapping)), {})
    if {"date", "rooms"} <= first.keys() or {"groupId", "sessions"} <= first.keys():
        from confnotes.schedule.programs.sessionize import read_sessionize

        return read_sessionize
    if "conf_key" in first:
        from confnotes.schedule.programs.pycon import read_pycon

        return read_pycon
    return _frab()


def _of_object(whole: _Object) -> Reader:
    if {"sessions", "speakers"} <= whole.keys() and {"rooms", "categories"} & whole.keys():
        from confnotes.schedule.programs.sessionize import read_sessionize

        return read_sessionize
    if isinstance(whole.get("timetable"), list):
        from confnotes.schedule.programs.fortee import read_fortee

        return read_fortee
    if {"talks", "rooms"} <= whole.keys():
        from confnotes.schedule.programs.widget import read_widget

        return read_widget
    if whole.get("_type") == "HTTPAPIResult":
        from confnotes.schedule.programs.indico import read_indico

        return read_indico
    listed = whole.get("schedule")
    if isinstance(listed, list) and any(isinstance(e, Mapping) and "conf_key" in e for e in listed):
        from confnotes.schedule.programs.pycon import read_pycon

        return read_pycon
    return _frab()


def _frab() -> Reader:
    from confnotes.schedule.frab.json import read_frab

    return read_frab
