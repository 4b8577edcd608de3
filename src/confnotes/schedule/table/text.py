"""Text to rows: encoding, delimiter, quotes, and the row that is the header."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from confnotes.domain.errors import ScheduleError
from confnotes.domain.table import Columns
from confnotes.schedule.decode import Decoded, decode
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_PARTS, MAX_SESSIONS
from confnotes.schedule.prose import single
from confnotes.schedule.table.columns import guessed, is_schedule

_DELIMITERS = (",", "\t", ";", "|")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_JAPANESE = ("cp932", "euc_jp")
_HEADER_WITHIN = 10
_HEAD = 4096
MAX_COLUMNS = 200
"""Columns of a table; more are not looked at."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the line it begins at, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header, and its rows without the empty ones."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int


def looks_like_table(data: bytes) -> bool:
    """Return whether the first lines of a file have a header that names a session's title and
    something else of it. Looks at the first 4 kB alone."""
    head = data[:_HEAD]
    if len(data) > _HEAD:
        head = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head
    text = _without_control(_decoded(head).text)
    delimiter, text = _delimiter(text)
    rows = [row for _, row in zip(range(_HEADER_WITHIN), _loose(text, delimiter), strict=False)]
    return any(is_schedule(guessed(row.cells)) for row in rows)


def read_rows(data: bytes, findings: Findings) -> Table:
    """Return the table in a file.

    Raises ScheduleError: `schedule.open_quote`, `schedule.too_many_parts`, `schedule.no_sessions`
    where there is nothing but a header, `schedule.unknown_kind` where there is but one column.
    """
    decoded = _decoded(data)
    decoded.tell(findings)
    delimiter, text = _delimiter(_without_control(decoded.text))
    if (count := text.count(delimiter) + text.count("\n")) > MAX_PARTS:
        raise ScheduleError("schedule.too_many_parts", count=count, limit=MAX_PARTS)
    rows = _rows(text, delimiter, findings)
    at = _header(rows)
    if not rows or len(rows[at].cells) < 2:
        raise ScheduleError("schedule.unknown_kind")
    width = min(max(len(row.cells) for row in rows), MAX_COLUMNS)
    header = _padded([single(cell, 100) for cell in rows[at].cells], width)
    body = rows[at + 1 :]
    if not body:
        raise ScheduleError("schedule.no_sessions")
    kept = body[: MAX_SESSIONS + 1]
    return Table(header, tuple(Row(r.line, _padded(r.cells, width)) for r in kept), len(body))


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _decoded(data: bytes) -> Decoded:
    """Return the text. Where nothing but the last resort fits, the Japanese encodings are tried for
    a header that means something: kanji alone are not told from Western letters."""
    found = decode(data)
    if found.encoding not in ("cp1252", "latin-1"):
        return found
    for encoding in _JAPANESE:
        text = data.decode(encoding, "replace")
        if _has_japanese_header(text[:_HEAD]):
            return Decoded(text, encoding, guessed=True, damaged=text.count("\ufffd"))
    return found


def _has_japanese_header(head: str) -> bool:
    """Return whether one of the first rows has Japanese words that headers are known to have."""
    delimiter, _ = _delimiter(head)
    rows = zip(range(_HEADER_WITHIN), _loose(head, delimiter), strict=False)
    return any(
        field is not None and not cell.isascii()
        for _, row in rows
        for field, cell in zip(guessed(row.cells).fields, row.cells, strict=True)
    )


def _without_control(text: str) -> str:
    return _CONTROL.sub("", text.removeprefix("\ufeff"))


def _delimiter(text: str) -> tuple[str, str]:
    """Return (delimiter, the text without the line in which Excel names it): the one with which the
    first rows have the same number of cells, and the most of them."""
    if named := _SEPARATOR_LINE.match(text):
        return named[1], "\n" + text[named.end() :]
    best: tuple[float, int] = (0.0, 0)
    found = ","
    for delimiter in _DELIMITERS:
        widths = [
            len(row.cells)
            for _, row in zip(range(_HEADER_WITHIN), _loose(text[:_HEAD], delimiter), strict=False)
        ]
        most = max(set(widths), key=widths.count) if widths else 1
        if most > 1 and (widths.count(most) / len(widths), most) > best:
            best = (widths.count(most) / len(widths), most)
            found = delimiter
    return found, text


def _loose(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that are not empty, whatever the quotes are; ends where csv gives up."""
    try:
        yield from _parsed(text, delimiter, strict=False)
    except _BrokenRowError:
        return


def _rows(text: str, delimiter: str, findings: Findings) -> list[Row]:
    """Return the rows that are not empty. Quotes within a cell that are not doubled are read as
    they stand; a cell that is never closed would swallow the rows after it, and is refused."""
    try:
        return list(_parsed(text, delimiter, strict=True))
    except _BrokenRowError as broken:
        if broken.never_closed:
            raise ScheduleError("schedule.open_quote", line=broken.line) from broken
    try:
        found = list(_parsed(text, delimiter, strict=False))
    except _BrokenRowError as broken:
        raise ScheduleError("schedule.open_quote", line=broken.line) from broken
    # Read that way, the end of the text closes a cell.
    if text.count('"') % 2 and any("\n" in cell for cell in found[-1].cells):
        raise ScheduleError("schedule.open_quote", line=found[-1].line)
    findings.assumed("schedule.loose_quotes")
    return found


class _BrokenRowError(Exception):
    """The csv module gave up at the row that begins at `line`."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(line, why)
        self.line = line
        self.never_closed = "end of data" in why or "field larger" in why


def _parsed(text: str, delimiter: str, *, strict: bool) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _BrokenRowError(line, str(error)) from error
        if cells is None:
            return
        trimmed = tuple(cell.strip() for cell in cells)
        if any(trimmed):
            yield Row(line, trimmed)


def _header(rows: Sequence[Row]) -> int:
    """Return which of the first rows is the header: the one whose words mean the most, else the
    first (a spreadsheet may begin with a title and a date)."""
    scores = [_score(guessed(row.cells)) for row in rows[:_HEADER_WITHIN]]
    return scores.index(max(scores)) if scores else 0


def _score(columns: Columns) -> int:
    return sum(field is not None for field in columns.fields)
