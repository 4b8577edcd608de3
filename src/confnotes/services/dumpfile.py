"""Reading the file of a dump: size, encoding, JSON, format, schema, in that order."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from confnotes.domain.errors import DumpError
from confnotes.storage.dump_schema import schema
from confnotes.storage.tree import FORMAT, VERSION

MAX_BYTES = 100 * 1024 * 1024
_SHOWN = 80


def read_dump(path: Path) -> Mapping[str, Any]:
    """Return the JSON of a dump that its schema has found right.

    DumpError, each but the first ones with a JSON path in `place`: dump.missing (path),
    dump.is_folder (path), dump.cannot_read (path, detail), dump.too_large (path, megabytes,
    limit), dump.not_json (path, detail), dump.not_a_dump (path), dump.newer (version, newest),
    dump.twice (place), dump.not_a_number (place), dump.missing_key (place, key),
    dump.unknown_key (place, key), dump.bad_value (place, value).
    """
    tree = _parsed(path, _text(path))
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise DumpError("dump.not_a_dump", path=str(path))
    version = tree.get("version")
    if isinstance(version, int) and version is not True and version > VERSION:
        raise DumpError("dump.newer", path=str(path), version=version, newest=VERSION)
    _refuse_oddities(tree)
    _validate(tree)
    return tree


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise DumpError("dump.is_folder", path=str(path))
        if not path.exists():
            raise DumpError("dump.missing", path=str(path))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DumpError(
                "dump.too_large", path=str(path), megabytes=size >> 20, limit=MAX_BYTES >> 20
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"UTF-8, byte {error.start}"
        raise DumpError("dump.not_json", path=str(path), detail=detail) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise DumpError("dump.cannot_read", path=str(path), detail=detail) from error


class _Twice(dict[str, Any]):
    """An object in which a key stood more than once; which one, is kept to be told."""

    key = ""


class _NoNumber:
    """What stood where NaN or Infinity was."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = _Twice(found)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            twice.key = key
        seen.add(key)
    return twice


def _parsed(path: Path, text: str) -> object:
    try:
        tree: object = json.loads(
            text, object_pairs_hook=_object, parse_constant=lambda _: _NoNumber()
        )
    except json.JSONDecodeError as error:
        detail = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise DumpError("dump.not_json", path=str(path), detail=detail) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; too deep
        raise DumpError("dump.not_json", path=str(path), detail=str(error)) from error
    return tree


def _refuse_oddities(tree: object) -> None:
    for place, value in _walk(tree, ""):
        if isinstance(value, _Twice):
            raise DumpError("dump.twice", place=f"{place}.{value.key}".lstrip("."))
        if isinstance(value, _NoNumber) or (isinstance(value, float) and math.isinf(value)):
            raise DumpError("dump.not_a_number", place=place)


def _walk(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Yield every value with its place; without recursion, whatever the depth."""
    waiting = [(place, value)]
    while waiting:
        here, one = waiting.pop()
        yield here, one
        if isinstance(one, dict):
            waiting += [(f"{here}.{key}".lstrip("."), below) for key, below in one.items()]
        elif isinstance(one, list):
            waiting += [(f"{here}[{number}]", below) for number, below in enumerate(one)]


@lru_cache(maxsize=1)
def _validator() -> Callable[[object], object]:
    import fastjsonschema  # only where something is loaded

    compiled: Callable[[object], object] = fastjsonschema.compile(schema())
    return compiled


def _validate(tree: object) -> None:
    from fastjsonschema import JsonSchemaValueException  # only where something is loaded

    try:
        _validator()(tree)
    except JsonSchemaValueException as error:
        place = re.sub(r"\.(\d+)(?=[.\[]|$)", r"[\1]", str(error.name)).removeprefix("data")
        raise _invalid(
            place.lstrip(".") or "$", str(error.rule), error.value, error.definition
        ) from error


def _invalid(place: str, rule: str, value: object, definition: Mapping[str, Any]) -> DumpError:
    if rule == "required" and isinstance(value, dict):
        missing = [key for key in definition["required"] if key not in value]
        return DumpError("dump.missing_key", place=place, key=missing[0])
    if rule == "additionalProperties" and isinstance(value, dict):
        unknown = [key for key in value if key not in definition["properties"]]
        return DumpError("dump.unknown_key", place=place, key=_short(unknown[0]))
    return DumpError("dump.bad_value", place=place, value=_short(value))


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
