"""Between domain dataclasses and rows: one `Mapping` a class, worked out from its fields.

A field stands in the column of its name. The fields of a nested value stand in columns of their
own (`Session.given.title` in `title`, `Session.own.title` in `own_title`, `Event.choice.intent`
in `intent`). Where the table has a pair (`venue`, `own_venue`) and the dataclass only one field,
the field is what counts: own over imported.
"""

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from sqlalchemy import Column, ColumnElement, Table, func

from confnotes.domain import attachments, conference, footnotes, notes, report, session, versions
from confnotes.domain.times import instant_from, instant_text
from confnotes.storage.schema import TABLES

T = TypeVar("T")
Value = str | int | float | None
"""What SQLite keeps."""

CLASSES: dict[type, str] = {
    conference.Author: "author",
    conference.Conference: "conference",
    conference.Event: "event",
    conference.Day: "day",
    conference.Room: "room",
    conference.Track: "track",
    conference.Speaker: "speaker",
    conference.Source: "source",
    session.Session: "session",
    session.Credit: "credit",
    session.SessionSource: "session_source",
    session.Link: "link",
    conference.Fact: "fact",
    notes.Line: "line",
    footnotes.Footnote: "footnote",
    attachments.Attachment: "attachment",
    attachments.AttachmentUse: "attachment_use",
    versions.Version: "version",
    versions.LanguageMark: "language_mark",
    report.Report: "report",
    report.ReportSetting: "report_setting",
    report.Section: "section",
    report.SectionSource: "section_source",
    report.SectionText: "section_text",
}
"""The table that keeps each class of the domain."""

_PREFIXES = {"given": "", "own": "own_", "choice": ""}
_NAMES = {("credit", "name"): "printed_name", ("credit", "affiliation"): "printed_affiliation"}


@dataclass(frozen=True, slots=True)
class Codec:
    """How a type of field is kept: `encode` and `decode` are None where the value is the same."""

    encode: Callable[[Any], Value] | None = None
    decode: Callable[[Any], Any] | None = None


def _names_text(names: Sequence[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def _names_from(text: str) -> tuple[str, ...]:
    return tuple(map(str, json.loads(text))) if text != "[]" else ()


_CODECS: dict[type, Codec] = {
    str: Codec(),
    int: Codec(),
    float: Codec(),
    bool: Codec(int, bool),
    datetime: Codec(instant_text, lru_cache(maxsize=4096)(instant_from)),
    date: Codec(date.isoformat, date.fromisoformat),
    tuple: Codec(_names_text, _names_from),
}


def _codec(hint: Any) -> Codec:
    """Return the codec of a field's type; an optional one keeps None as NULL."""
    kinds = [part for part in get_args(hint) if part is not NoneType]
    kind = kinds[0] if NoneType in get_args(hint) else get_origin(hint) or hint
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Codec(str, {member.value: member for member in kind}.__getitem__)
    return _CODECS[kind]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a class. `own` is the name of the pair's other column ("" if none)."""

    path: tuple[str, ...]
    column: str
    codec: Codec
    own: str = ""

    def encoded(self, obj: object) -> Value:
        """Return the value of this field of `obj` as it is kept."""
        for name in self.path:
            obj = getattr(obj, name)
        if obj is None or self.codec.encode is None:
            return obj  # type: ignore[return-value]  # the codec says the value is kept as it is
        return self.codec.encode(obj)


@dataclass(frozen=True, slots=True)
class Mapping(Generic[T]):
    """How one class is kept in its table."""

    type: type[T]
    table: Table
    fields: tuple[Field, ...]
    build: Callable[[Sequence[Any]], T]

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """What to select, in the order that `build` reads."""
        return tuple(
            func.coalesce(self.table.c[f.own], self.table.c[f.column]).label(f.column)
            if f.own
            else self.table.c[f.column]
            for f in self.fields
        )

    def values(self, obj: T) -> dict[str, Value]:
        """Return the values of `obj` by column; what counts stands in the imported column."""
        return {f.column: f.encoded(obj) for f in self.fields}


def mapping_of(cls: type[T]) -> Mapping[T]:
    """Return the mapping of a class of the domain; KeyError when it is kept in no table."""
    return cast("Mapping[T]", _mapping(cast("Hashable", cls)))


@cache
def _mapping(cls: type) -> Mapping[Any]:
    table = TABLES[CLASSES[cls]]
    found = tuple(_fields(cls, table))
    return Mapping(cls, table, found, _builder(cls, iter(range(len(found))), found))


def _fields(cls: type, table: Table) -> Iterator[Field]:
    hints = get_type_hints(cls)
    direct = {f.name for f in fields(cls)}
    for f in fields(cls):
        hint = hints[f.name]
        if is_dataclass(hint) and isinstance(hint, type):
            inner = get_type_hints(hint)
            for part in fields(hint):
                column: Column[Any] = table.c[_PREFIXES[f.name] + part.name]
                yield Field((f.name, part.name), column.name, _codec(inner[part.name]))
            continue
        name = _NAMES.get((table.name, f.name), f.name)
        pair = f"own_{f.name}"
        paired = pair in table.c and pair not in direct and "own" not in direct
        yield Field((f.name,), name, _codec(hint), pair if paired else "")


def _builder(
    cls: type[T], places: Iterator[int], found: Sequence[Field]
) -> Callable[[Sequence[Any]], T]:
    """Return what makes a `cls` of a selected row: its arguments in order, each from its place."""
    hints = get_type_hints(cls)
    parts: list[Callable[[Sequence[Any]], Any]] = []
    for f in fields(cls):  # type: ignore[arg-type]  # only dataclasses are asked for
        hint = hints[f.name]
        if is_dataclass(hint) and isinstance(hint, type):
            parts.append(_builder(hint, places, found))
        else:
            place = next(places)
            parts.append(_reader(place, found[place].codec.decode))
    return lambda row: cls(*[part(row) for part in parts])


def _reader(place: int, decode: Callable[[Any], Any] | None) -> Callable[[Sequence[Any]], Any]:
    if decode is None:
        return lambda row: row[place]
    return lambda row: None if row[place] is None else decode(row[place])
