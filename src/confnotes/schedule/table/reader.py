"""A table, made into a draft: one row a session."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ScheduleError
from confnotes.domain.session import LinkKind, SessionFacts
from confnotes.domain.table import Columns, TableField, TableView
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.links import distinct, link, page
from confnotes.schedule.programs.common import Head, Reading, Span, span
from confnotes.schedule.programs.common import at as leading_to
from confnotes.schedule.prose import body, single
from confnotes.schedule.table.columns import guessed, is_schedule
from confnotes.schedule.table.people import speakers_in
from confnotes.schedule.table.text import Row, Table, read_rows
from confnotes.schedule.table.times import (
    Calendar,
    When,
    at,
    day_beside,
    from_to,
    needs_first_day,
    order_of,
    when,
)
from confnotes.schedule.values import as_json
from confnotes.schedule.when import seconds

_F = TableField
_SHOWN = 5
_MAX_KEY = 500
_WORDLESS = frozenset({"tbd", "tba", "tbc", "-", "–", "—", "未定", "n/a", "?"})


def view_of(data: bytes) -> TableView:
    """Return a table with what its columns seem to mean. Raises ScheduleError as `read_rows`."""
    table = read_rows(data, Findings())
    first = tuple(row.cells for row in table.rows[:_SHOWN])
    return TableView(table.header, first, table.total, guessed(table.header))


def read_table(data: bytes, columns: Columns | None = None) -> Draft:
    """Return the draft of a table, its columns read as said, or as its header says.

    Raises ScheduleError: `schedule.unknown_columns` where the header names no title (or nothing
    besides), and those of `read_rows` and `Reading.draft`.
    """
    findings = Findings()
    table = read_rows(data, findings)
    if columns is None:
        columns = guessed(table.header)
        if not is_schedule(columns):
            raise _unknown(table.header)
    elif not columns.of(_F.TITLE):
        raise _unknown(table.header)
    reader = _RowReader(table, columns, findings)
    reading = Reading(findings)
    for row in table.rows:
        reading.total += 1
        reading.add(reader.found(row))
    reading.total = table.total
    reader.tell()
    return reading.draft(Head(SourceKind.TABLE))


def _unknown(header: Sequence[str]) -> ScheduleError:
    names = ", ".join(name for name in header if name)[:200]
    return ScheduleError("schedule.unknown_columns", columns=names)


class _RowReader:
    """Makes sessions of rows; a day that stands in one row holds for those below without one."""

    def __init__(self, table: Table, columns: Columns, findings: Findings) -> None:
        self._header = table.header
        self._columns = columns
        self._findings = findings
        self._day: date | None = None
        self._carried = 0
        self._undated: dict[str, int] = {}
        self._calendar = self._calendar_of(table.rows)

    def _calendar_of(self, rows: Iterable[Row]) -> Calendar:
        given = self._columns.day_first
        if given is None:
            texts = (self._cell(row, f) for row in rows for f in (_F.DATE, _F.START))
            dates = list(dict.fromkeys(text.split()[0] for text in texts if text))
            given = order_of(dates, self._columns.first_day)
            if given is None and any("/" in text and text.count("/") == 2 for text in dates):
                self._tell_order(dates)
        return Calendar(self._columns.first_day, True if given is None else given)

    def _tell_order(self, dates: Iterable[str]) -> None:
        calendar = Calendar(self._columns.first_day)
        for text in dates:
            found = calendar.date_of(text) if text.count("/") == 2 else None
            if found is not None and text[:4] != str(found.year):
                self._findings.assumed("schedule.day_first", value=text[:20], date=str(found))
                return

    def _cell(self, row: Row, field: TableField) -> str:
        """Return the first cell of a field that has something in it."""
        cells = (row.cells[n] for n in self._columns.of(field) if n < len(row.cells))
        return next((cell for cell in cells if cell), "")

    def _cells(self, row: Row, field: TableField) -> list[str]:
        return [row.cells[n] for n in self._columns.of(field) if n < len(row.cells)]

    def tell(self) -> None:
        """Note the days that were carried down, and those that need a first day."""
        if self._carried:
            self._findings.assumed("schedule.day_carried", count=self._carried)
        for name, count in list(self._undated.items())[:10]:
            self._findings.missing("schedule.needs_first_day", value=name[:40], count=count)

    def found(self, row: Row) -> Found:
        """Return the session of a row."""
        place = f"line {row.line}"
        title = single(self._cell(row, _F.TITLE))
        words = single(self._cell(row, _F.FORMAT))
        facts = SessionFacts(
            title=title or None,
            subtitle=single(self._cell(row, _F.SUBTITLE)) or None,
            abstract=body(self._cell(row, _F.ABSTRACT), self._findings, place) or None,
            kind=kind_of(title, words),
            format=words or None,
            language=language_of(self._cell(row, _F.LANGUAGE)),
            room=single(self._cell(row, _F.ROOM)) or None,
            track=single(self._cell(row, _F.TRACK)) or None,
            state=state_of(title),
        )
        links = distinct(
            (
                page(self._cell(row, _F.URL)),
                leading_to(LinkKind.SLIDES, self._cell(row, _F.SLIDES)),
                leading_to(LinkKind.VIDEO, self._cell(row, _F.VIDEO)),
                *(link(cell) for cell in self._cells(row, _F.URL)[1:]),
            )
        )
        return Found(
            single(self._cell(row, _F.ID), _MAX_KEY),
            self._times(row, place).of(facts),
            speakers_in(self._cells(row, _F.SPEAKERS), self._cells(row, _F.AFFILIATION)),
            links,
            self._record(row),
            place,
        )

    def _record(self, row: Row) -> str:
        record: dict[str, str] = {}
        for number, (name, cell) in enumerate(zip(self._header, row.cells, strict=True), 1):
            if cell:
                record[f"{name} ({number})" if not name or name in record else name] = cell
        return as_json(record)

    # -- times --------------------------------------------------------------------------

    def _times(self, row: Row, place: str) -> Span:
        begins, until = from_to(self._cell(row, _F.START))
        ends = self._cell(row, _F.END) or until
        start = self._when(begins, "start", place)
        day = start.day or self._date(row, place, wanted=start.moment is None)
        if start.moment is not None:
            self._day = start.moment.date()
            return self._span(start.moment, ends, row, place)
        if start.minutes is None:
            if not begins:
                self._findings.missing("schedule.no_start", place)
            return Span(day.isoformat(), None, None) if day is not None else Span()
        if day is None and self._waits(day_beside(begins)):
            return Span()
        if day is None and self._day is not None and not self._cell(row, _F.DATE):
            day = self._day
            self._carried += 1
        if day is None:
            if not self._cell(row, _F.DATE):
                self._findings.missing("schedule.no_day", place, value=begins[:60])
            return Span()
        self._day = day
        return self._span(at(day, start.minutes), ends, row, place)

    def _span(self, start: datetime, ends: str, row: Row, place: str) -> Span:
        end = self._when(ends, "end", place)
        length = self._cell(row, _F.DURATION)
        duration = seconds(length) if length else None
        if length and duration is None:
            self._bad("duration", length, place)
        moment = end.moment
        if moment is None and end.minutes is not None:
            day = end.day or start.date()
            moment = at(day, end.minutes).replace(tzinfo=start.tzinfo)
            # A programme that goes on after midnight names no other day.
            if moment < start and end.day is None:
                moment += timedelta(days=1)
        return span(start, moment, duration, place, self._findings)

    def _when(self, text: str, field: str, place: str) -> When:
        found = when(text, self._calendar) if text else When()
        if text and found.says_nothing and not self._waits(text):
            self._bad(field, text, place)
        return found

    def _date(self, row: Row, place: str, *, wanted: bool) -> date | None:
        text = self._cell(row, _F.DATE)
        found = self._calendar.date_of(text) if text else None
        if text and found is None and wanted and not self._waits(text):
            self._bad("date", text, place)
        return found

    def _waits(self, text: str) -> bool:
        """Return whether a cell names a day that cannot be dated without a first day; counts it."""
        if self._calendar.first_day is not None or not needs_first_day(
            text, day_first=self._calendar.day_first
        ):
            return False
        self._undated[text] = self._undated.get(text, 0) + 1
        return True

    def _bad(self, field: str, text: str, place: str) -> None:
        if text.strip().lower() not in _WORDLESS:
            self._findings.missing("schedule.bad_time", place, field=field, value=text[:60])
