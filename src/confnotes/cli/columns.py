"""What the columns of a table mean, as it is typed: `--column title=セッション名 --first-day …`."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from confnotes.domain.errors import UsageError
from confnotes.domain.table import Columns, TableField, TableView


def columns_of(
    asked: Namespace, data: bytes, view_of: Callable[[bytes], TableView]
) -> Columns | None:
    """Return the columns as guessed, with those that were asked for; None where nothing was asked.

    Raises UsageError: cli.bad_column (given), cli.unknown_field (field, fields),
    cli.unknown_column (name, columns), cli.bad_date (given); and ScheduleError for no table.
    """
    if not asked.column and asked.first_day is None:
        return None
    first_day = _date(asked.first_day) if asked.first_day is not None else None
    pairs = [_pair(given) for given in asked.column]
    view = view_of(data)
    columns = view.columns
    for field, name in pairs:
        columns = columns.given(field, _column(name, view.header))
    return replace(columns, first_day=first_day)


def _date(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError("cli.bad_date", given=given) from error


def _pair(given: str) -> tuple[TableField, str]:
    field, sign, name = given.partition("=")
    if not sign or not name.strip():
        raise UsageError("cli.bad_column", given=given)
    try:
        return TableField(field.strip().lower()), name.strip()
    except ValueError as error:
        fields = ", ".join(TableField)
        raise UsageError("cli.unknown_field", field=field, fields=fields) from error


def _column(name: str, header: tuple[str, ...]) -> int:
    """Return the column of a name as the header has it, else of a number from 1."""
    if name in header:
        return header.index(name)
    if name.isdecimal() and 0 < int(name[:4]) <= len(header):
        return int(name[:4]) - 1
    columns = ", ".join(column for column in header if column)
    raise UsageError("cli.unknown_column", name=name, columns=columns)
