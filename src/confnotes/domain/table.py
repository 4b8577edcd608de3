"""A schedule kept as a table (CSV): what each column means, guessed and then confirmed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TableField(StrEnum):
    """What a column of a table can hold of a session."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    ABSTRACT = "abstract"
    SPEAKERS = "speakers"
    AFFILIATION = "affiliation"
    DATE = "date"
    START = "start"
    END = "end"
    DURATION = "duration"
    ROOM = "room"
    TRACK = "track"
    FORMAT = "format"
    LANGUAGE = "language"
    URL = "url"
    SLIDES = "slides"
    VIDEO = "video"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is to be read: the field of each column, in order (None: a column that is not
    read). `first_day` is what weekdays, "Day 2" and dates without a year are counted from;
    `day_first` whether 4/5/2026 is in May, None: as fits the table."""

    fields: tuple[TableField | None, ...]
    first_day: date | None = None
    day_first: bool | None = None

    def of(self, field: TableField) -> tuple[int, ...]:
        """Return the columns that hold a field, from the left."""
        return tuple(n for n, found in enumerate(self.fields) if found is field)

    def given(self, field: TableField, column: int) -> "Columns":
        """Return these columns with `field` in that one and in no other."""
        fields = [None if found is field else found for found in self.fields]
        fields[column] = field
        return Columns(tuple(fields), self.first_day, self.day_first)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as a person is shown it: its header, the first rows, how many there are, and what
    its columns seem to mean."""

    header: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    rows: int
    columns: Columns
