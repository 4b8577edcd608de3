"""Which rows belong to which: read off the foreign keys of the schema.

A key that cascades says "belongs to, and goes with"; one that is set to NULL only names.
"""

from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from confnotes.storage.schema import METADATA, TABLES

OWNED_BY_ID = (TABLES["version"], TABLES["language_mark"])
"""Tables whose rows belong to any row, named by `owner_id`."""


def owners(table: Table) -> Iterator[tuple[Column[str], Table]]:
    """Yield the columns of `table` that name what its rows belong to, with that table."""
    for column in table.c:
        for key in column.foreign_keys:
            if key.ondelete == "CASCADE":
                yield column, key.column.table


def owned(table: Table) -> Iterator[Column[str]]:
    """Yield the columns of all tables whose rows belong to a row of `table`."""
    for other in METADATA.sorted_tables:
        for column, owner in owners(other):
            if owner is table:
                yield column


def naming(table: Table) -> Iterator[Column[str]]:
    """Yield the columns that name a row of `table` without belonging to it."""
    for other in METADATA.sorted_tables:
        for column in other.c:
            for key in column.foreign_keys:
                if key.column.table is table and key.ondelete == "SET NULL":
                    yield column


def within(table: Table, conference_id: str) -> ColumnElement[bool]:
    """Return the condition that a row of `table` belongs to that conference."""
    if table.name == "conference":
        return table.c.id == conference_id
    if "conference_id" in table.c:
        return table.c.conference_id == conference_id
    column, owner = next(owners(table))
    return column.in_(select(owner.c.id).where(within(owner, conference_id)))


def conference_of(connection: Connection, table: Table, identity: str) -> str:
    """Return the conference a row belongs to ("" for an author, who belongs to none)."""
    if table.name == "conference":
        return identity
    if "conference_id" in table.c:
        found = connection.scalar(select(table.c.conference_id).where(table.c.id == identity))
        return str(found or "")
    above = next(owners(table), None)
    if above is None:
        return ""
    column, owner = above
    parent = connection.scalar(select(column).where(table.c.id == identity))
    return conference_of(connection, owner, str(parent)) if parent else ""
