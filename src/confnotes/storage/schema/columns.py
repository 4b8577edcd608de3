"""The column types of the notebook, all of them storable in STRICT tables.

They convert nothing themselves (`mapping` does that, once per dataclass); they say what the text
or number in a column means, for the mapping, the CHECKs and the schema of a dump.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.types import REAL

METADATA = MetaData()
"""All tables of a notebook."""


class Words(Text):
    """Text as a person or a schedule wrote it, NFC."""

    __visit_name__ = "TEXT"


class Identity(Text):
    """A UUID in its 36-character form."""

    __visit_name__ = "TEXT"


class Instant(Text):
    """An instant: ISO 8601, UTC, ending in `Z`."""

    __visit_name__ = "TEXT"


class Planned(Text):
    """A planned time as given: an instant, a wall time or a date (`domain.times`)."""

    __visit_name__ = "TEXT"


class CalendarDate(Text):
    """A date: `2026-03-23`."""

    __visit_name__ = "TEXT"


class Names(Text):
    """A list of texts, as a JSON array."""

    __visit_name__ = "TEXT"


class Back(Text):
    """A step back in a session's history, as a JSON object (`storage.stepping`)."""

    __visit_name__ = "TEXT"


class OneOf(Text):
    """One value of an enumeration.

    `closed` ones get a CHECK. An enumeration that will grow (kinds of sessions, lines, schedules)
    gets none, because SQLite can change a CHECK only by copying the whole table.
    """

    __visit_name__ = "TEXT"

    def __init__(self, values: type[StrEnum], *, closed: bool = False) -> None:
        super().__init__()
        self.values = values
        self.closed = closed


class Flag(Integer):
    """Yes (1) or no (0)."""

    __visit_name__ = "INTEGER"


class Number(Integer):
    """A whole number."""

    __visit_name__ = "INTEGER"


class Real(REAL[float]):
    """A number with a fraction."""

    __visit_name__ = "REAL"


def identity(
    name: str, comment: str = "", *, null: bool = False, index: bool = False
) -> Column[Any]:
    """Return a column of ids that no foreign key watches."""
    return Column(name, Identity(), nullable=null, index=index, comment=comment)


def real(name: str, comment: str = "") -> Column[Any]:
    """Return a column of numbers with a fraction, or nothing."""
    return Column(name, Real(), nullable=True, comment=comment)


def text(name: str, comment: str = "", *, null: bool = False) -> Column[Any]:
    """Return a column of words; "" where there are none, unless `null` says "nothing is said"."""
    return Column(name, Words(), nullable=null, comment=comment)


def number(name: str, comment: str = "", *, null: bool = False) -> Column[Any]:
    """Return a column of whole numbers."""
    return Column(name, Number(), nullable=null, comment=comment)


def flag(name: str, comment: str = "") -> Column[Any]:
    """Return a yes/no column."""
    return Column(name, Flag(), nullable=False, comment=comment)


def instant(name: str, comment: str = "", *, null: bool = True) -> Column[Any]:
    """Return a column of instants (UTC)."""
    return Column(name, Instant(), nullable=null, comment=comment)


def day(name: str, comment: str = "", *, null: bool = True) -> Column[Any]:
    """Return a column of dates."""
    return Column(name, CalendarDate(), nullable=null, comment=comment)


def planned(name: str, comment: str = "") -> Column[Any]:
    """Return a column of planned times."""
    return Column(name, Planned(), nullable=True, comment=comment)


def names(name: str, comment: str = "") -> Column[Any]:
    """Return a column of lists of texts."""
    return Column(name, Names(), nullable=False, comment=comment)


def back(name: str, comment: str = "") -> Column[Any]:
    """Return a column of steps back."""
    return Column(name, Back(), nullable=False, comment=comment)


def one_of(
    name: str, values: type[StrEnum], comment: str = "", *, closed: bool = False, null: bool = False
) -> Column[Any]:
    """Return a column of one value of an enumeration."""
    return Column(name, OneOf(values, closed=closed), nullable=null, comment=comment)


def owner(name: str, table: str, comment: str = "", *, null: bool = False) -> Column[Any]:
    """Return a reference to the row this one belongs to, and goes with."""
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Identity(), key, nullable=null, index=True, comment=comment)


def reference(name: str, table: str, comment: str = "", *, null: bool = True) -> Column[Any]:
    """Return a reference to a row that may go without this one."""
    key = ForeignKey(f"{table}.id", ondelete="SET NULL" if null else "RESTRICT")
    return Column(name, Identity(), key, nullable=null, index=True, comment=comment)


LATER = "later"
"""What `info` of a column says that a migration added."""


def table(
    name: str,
    *columns: Column[Any],
    checks: Iterable[str] = (),
    later: Iterable[Column[Any]] = (),
) -> Table:
    """Return a STRICT table: an id, the columns, who wrote the row and when it last changed.

    Flags and closed enumerations get their CHECKs here, `checks` are further ones. `later` are
    columns that a migration added: SQLite puts them at the end, and older dumps have none of them.
    """
    added = list(later)
    for column in added:
        column.info[LATER] = True
    first = Column("id", Identity(), primary_key=True, nullable=False, comment="UUID")
    author = ForeignKey("author.id", ondelete="RESTRICT", deferrable=True, initially="DEFERRED")
    every = (
        first,
        *columns,
        Column("author_id", Identity(), author, nullable=False, comment="who wrote it"),
        instant("changed_at", "when it last changed", null=False),
        *added,
    )
    rules = [*filter(None, map(_rule, every)), *checks]
    return Table(
        name, METADATA, *every, *(CheckConstraint(rule) for rule in rules), sqlite_strict=True
    )


def _rule(column: Column[Any]) -> str | None:
    kind = column.type
    if isinstance(kind, Flag):
        return f'"{column.name}" IN (0, 1)'
    if isinstance(kind, OneOf) and kind.closed:
        values = ", ".join(f"'{value}'" for value in kind.values)
        return f'"{column.name}" IN ({values})'
    return None
