"""Between domain dataclasses and rows: one `Mapping` a class, worked out from its fields.

A field stands in the column of its name. The fields of a nested value stand in columns of their
own (`Session.given.title` in `title`, `Session.own.title` in `own_title`, `Event.choice.intent`
in `intent`). Where the table has a pair (`venue`, `own_venue`) and the dataclass only one field,
the field is what counts: own over imported.
"""

import json
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from sqlalchemy import Column, ColumnElement, Table, func

from confnotes.domain import (
    attachments,
    conference,
    footnotes,
    kept_names,
    notes,
    report,
    saved_layouts,
    session,
    transcripts,
    versions,
)
from confnotes.domain.text import stored
from confnotes.domain.times import instant_from, instant_text
from confnotes.storage.schema import TABLES
from confnotes.storage.schema.columns import Words

T = TypeVar("T")
Value = str | int | float | None
"""What SQLite keeps."""

CLASSES: dict[type, str] = {
    conference.Author: "author",
    conference.Conference: "conference",
    conference.Shelved: "shelved",
    conference.Event: "event",
    conference.Day: "day",
    conference.Room: "room",
    conference.Track: "track",
    conference.Speaker: "speaker",
    conference.Source: "source",
    conference.Feed: "feed",
    session.Session: "session",
    session.Credit: "credit",
    session.SessionSource: "session_source",
    session.Link: "link",
    conference.Fact: "fact",
    notes.Line: "line",
    footnotes.Footnote: "footnote",
    kept_names.KeptName: "kept_name",
    attachments.Attachment: "attachment",
    attachments.AttachmentUse: "attachment_use",
    transcripts.Transcript: "transcript",
    versions.Version: "version",
    versions.LanguageMark: "language_mark",
    report.Report: "report",
    report.ReportSetting: "report_setting",
    report.Section: "section",
    report.SectionSource: "section_source",
    report.SectionText: "section_text",
    saved_layouts.SavedLayout: "saved_layout",
    saved_layouts.SavedSection: "saved_section",
    saved_layouts.SavedText: "saved_text",
}
"""The table that keeps each class of the domain."""

_PREFIXES = {"given": "", "own": "own_", "choice": ""}
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_NAMES = {("credit", "name"): "printed_name", ("credit", "affiliation"): "printed_affiliation"}


@dataclass(frozen=True, slots=True)
class Codec:
    """How a type of field is kept: `encode` and `decode` are None where the value is the same."""

    encode: Callable[[Any], Value] | None = None
    decode: Callable[[Any], Any] | None = None


def _as_received(text: str) -> str:
    """Return the text unchanged, but for half surrogates and control characters."""
    return _UNFIT.sub("", text)


def _names_text(names: Sequence[str]) -> str:
    return json.dumps([stored(name) for name in names], ensure_ascii=False)


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


def _codec(hint: Any, column: Column[Any]) -> Codec:
    """Return the codec of a field's type; an optional one keeps None as NULL."""
    kinds = [part for part in get_args(hint) if part is not NoneType]
    kind = kinds[0] if NoneType in get_args(hint) else get_origin(hint) or hint
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Codec(str, {member.value: member for member in kind}.__getitem__)
    if kind is str and isinstance(column.type, Words):
        return Codec(_as_received if column.name == "record" else stored)
    return _CODECS[kind]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a class. `own` is the name of the pair's other column ("" if none)."""

    path: str
    column: str
    codec: Codec
    own: str = ""


@dataclass(frozen=True, slots=True)
class Mapping(Generic[T]):
    """How one class is kept in its table. `encode` and `decode` go through `fields` in order."""

    type: type[T]
    table: Table
    fields: tuple[Field, ...]
    encode: Callable[[T], list[Value]]
    decode: Callable[[Sequence[Any]], T]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that `encode` gives values for."""
        return tuple(f.column for f in self.fields)

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """What to select, in the order that `decode` reads."""
        return tuple(
            func.coalesce(self.table.c[f.own], self.table.c[f.column]).label(f.column)
            if f.own
            else self.table.c[f.column]
            for f in self.fields
        )

    def values(self, obj: T) -> dict[str, Value]:
        """Return the values of `obj` by column; what counts stands in the imported column."""
        return dict(zip(self.names, self.encode(obj), strict=True))


def mapping_of(cls: type[T]) -> Mapping[T]:
    """Return the mapping of a class of the domain; KeyError when it is kept in no table."""
    return cast("Mapping[T]", _mapping(cast("Hashable", cls)))


@cache
def _mapping(cls: type) -> Mapping[Any]:
    table = TABLES[CLASSES[cls]]
    found = tuple(_fields(cls, table))
    return Mapping(cls, table, found, _encoder(found), _decoder(cls, found))


def _fields(cls: type, table: Table) -> Iterator[Field]:
    hints = get_type_hints(cls)
    direct = {f.name for f in fields(cls)}
    for f in fields(cls):
        hint = hints[f.name]
        if is_dataclass(hint) and isinstance(hint, type):
            inner = get_type_hints(hint)
            for part in fields(hint):
                column: Column[Any] = table.c[_PREFIXES[f.name] + part.name]
                yield Field(f"{f.name}.{part.name}", column.name, _codec(inner[part.name], column))
            continue
        name = _NAMES.get((table.name, f.name), f.name)
        pair = f"own_{f.name}"
        paired = pair in table.c and pair not in direct and "own" not in direct
        yield Field(f.name, name, _codec(hint, table.c[name]), pair if paired else "")


def _encoder(found: Sequence[Field]) -> Callable[[Any], list[Value]]:
    take = attrgetter(*(f.path for f in found))
    steps = [(n, f.codec.encode) for n, f in enumerate(found) if f.codec.encode is not None]

    def encode(obj: object) -> list[Value]:
        values = list(take(obj))
        for place, step in steps:
            if values[place] is not None:
                values[place] = step(values[place])
        return values

    return encode


def _decoder(cls: type, found: Sequence[Field]) -> Callable[[Sequence[Any]], Any]:
    build, _ = _builder(cls, 0)
    steps = [(n, f.codec.decode) for n, f in enumerate(found) if f.codec.decode is not None]

    def decode(row: Sequence[Any]) -> object:
        values = list(row)
        for place, step in steps:
            if values[place] is not None:
                values[place] = step(values[place])
        return build(values)

    return decode


def _builder(cls: type, start: int) -> tuple[Callable[[list[Any]], Any], int]:
    """Return what makes a `cls` of decoded values from place `start` on, and where it ends."""
    hints = get_type_hints(cls)
    inner: dict[int, tuple[Callable[[list[Any]], Any], int]] = {}
    place = start
    for f in fields(cls):
        if is_dataclass(hints[f.name]):
            inner[place] = _builder(hints[f.name], place)
            place = inner[place][1]
        else:
            place += 1
    if not inner:
        return (lambda values: cls(*values[start:place])), place

    def build(values: list[Any]) -> Any:
        arguments: list[Any] = []
        at = start
        for nested, (make, end) in inner.items():
            arguments += values[at:nested]
            arguments.append(make(values))
            at = end
        return cls(*arguments, *values[at:place])

    return build, place
