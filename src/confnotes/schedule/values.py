"""Values of a record as producers write them: texts, numbers, nothing, or a text per language."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from confnotes.schedule.limits import MAX_RECORD
from confnotes.schedule.prose import whole_characters

Record = Mapping[str, Any]
"""An event, a person, a link: what `json.loads` makes of an object."""

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_PERSONAL = ("mail", "gravatar", "phone")
_MAX_DEPTH = 20


def text_of(value: object, language: str | None = None) -> str:
    """Return a value as text: of several languages the wanted one, else English, else the first;
    "" for nothing, for lists and for truth values."""
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, Mapping):
        for key in (language, "en", "name", "title"):
            if key and isinstance(value.get(key), str) and value[key]:
                return whole_characters(value[key])
        return next((whole_characters(v) for v in value.values() if isinstance(v, str) and v), "")
    return ""


def _number(value: float) -> str:
    try:
        return str(int(value)) if value == int(value) else str(value)
    except (ValueError, OverflowError):
        return ""


def first_text(record: Record, *names: str, language: str | None = None) -> str:
    """Return the first of these fields that has text."""
    for name in names:
        value = record.get(name)
        if value is not None and (text := text_of(value, language).strip()):
            return text
    return ""


def records(value: object) -> list[Record]:
    """Return the objects in a list (or the one object there is); anything else is left out."""
    if isinstance(value, Mapping):
        return [value]
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def sequence(value: object) -> Sequence[object]:
    """Return a list, or an empty one for anything else."""
    return value if isinstance(value, list) else ()


def colour_of(record: Record) -> str:
    """Return the colour of a track as `#rrggbb`, "" where it has none."""
    match = _COLOUR.fullmatch(first_text(record, "color", "colour"))
    return f"#{match[1].lower()}" if match else ""


def as_json(record: Record) -> str:
    """Return a record as compact JSON without mail addresses, hashes of them and telephone
    numbers; "" where it is too long to be kept."""
    try:
        text = _compact(record)
        if any(word in text.lower() for word in _PERSONAL):
            text = _compact(_decent(record))
    except (ValueError, RecursionError):
        return ""
    return whole_characters(text) if len(text) <= MAX_RECORD else ""


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _is_personal(name: object) -> bool:
    return any(word in str(name).lower() for word in _PERSONAL)


def _decent(value: object, depth: int = 0) -> object:
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, Mapping):
        return {k: _decent(v, depth + 1) for k, v in value.items() if not _is_personal(k)}
    if isinstance(value, list):
        return [_decent(v, depth + 1) for v in value]
    return value
