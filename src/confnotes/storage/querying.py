"""Selecting values of one class, in the order people expect them."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, select

from confnotes.domain.errors import NotebookError
from confnotes.storage.mapping import mapping_of

T = TypeVar("T")

_ORDERS: dict[str, tuple[str, ...]] = {
    "conference": ("name",),
    "day": ("date",),
    "speaker": ("name",),
    "footnote": ("key",),
    "version": ("owner_id", "field", "language"),
    "language_mark": ("owner_id", "field"),
    "report_setting": ("report_id", "target", "key"),
    "section_text": ("section_id", "language"),
    "session_source": ("session_id", "key", "start"),
    "line": ("session_id", "position"),
    "history": ("session_id", "number"),
    "link": ("session_id", "position"),
    "transcript": ("session_id",),
    "credit": ("session_id", "position"),
    "section_source": ("section_id", "position"),
    "saved_layout": ("name",),
    "saved_section": ("layout_id", "position"),
    "saved_text": ("section_id", "language"),
}


def order(table: Table) -> list[ColumnElement[Any]]:
    """Return what the rows of a table are sorted by: never by chance, so the id comes last."""
    if table.name == "session":
        c = table.c
        return [c.start_at.is_(None), c.start_at, c.room, c.title, c.id]
    default = ("position",) if "position" in table.c else ()
    return [table.c[name] for name in (*_ORDERS.get(table.name, default), "id")]


def values(connection: Connection, cls: type[T], *conditions: ColumnElement[bool]) -> tuple[T, ...]:
    """Return the values of a class that meet the conditions, without deleted ones.

    NotebookError notebook.damaged (path, detail) when a row holds what no program of ours writes.
    """
    mapping = mapping_of(cls)
    table = mapping.table
    query = select(*mapping.columns).where(*conditions)
    if "deleted_at" in table.c:
        query = query.where(table.c.deleted_at.is_(None))
    decode = mapping.decode
    rows = connection.execute(query.order_by(*order(table))).all()
    try:
        return tuple([decode(row) for row in rows])
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError("notebook.damaged", detail=f"{table.name}: {error}") from error
