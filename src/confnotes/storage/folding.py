"""The search form of a row's texts, kept beside them in its `folded` column."""

from collections.abc import Mapping

from sqlalchemy import Table

from confnotes.domain.text import folded
from confnotes.storage.mapping import Value
from confnotes.storage.schema import FOLDED, TABLES

FOLD_COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: ("folded",) if name in FOLDED else () for name in TABLES
}
"""The columns of each table that hold a search form: `folded`, or none."""


def folds(table: Table, row: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the values of FOLD_COLUMNS for a row of that table."""
    if table.name not in FOLDED:
        return ()
    return (folded("\n".join(str(row.get(name) or "") for name in FOLDED[table.name])),)


def with_folded(table: Table, row: dict[str, Value]) -> dict[str, Value]:
    """Return the row with its search form worked out, where the table has one."""
    return row | dict(zip(FOLD_COLUMNS[table.name], folds(table, row), strict=True))
