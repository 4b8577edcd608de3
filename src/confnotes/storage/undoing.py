"""A change of a programme, or of a report, as the rows before and after it, so that it can be taken
back exactly.

Other rows are not looked at: such a change leaves them alone. They are only asked whether they name
something that is to go.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from confnotes.storage.mapping import Value
from confnotes.storage.schema import METADATA, TABLES, section, section_source
from confnotes.storage.scope import OWNED_BY_ID, naming, owned, owners, within

Row = Mapping[str, Value]
Rows = Mapping[str, Mapping[str, Row]]
"""Rows by table and id."""

_APART = frozenset(
    {
        "author", "notebook", "fact", "line", "history", "footnote", "kept_name", "attachment",
        "attachment_use", "report", "report_setting", "section", "section_source", "section_text",
        "saved_layout", "saved_section", "saved_text", "shelved", "transcript",
    }
)  # fmt: skip
WATCHED = tuple(table for table in METADATA.sorted_tables if table.name not in _APART)
"""The tables of a programme, each after those its rows refer to."""
_REPORTED = frozenset(
    {"report", "report_setting", "section", "section_text", "version", "language_mark"}
)
OF_REPORTS = tuple(table for table in METADATA.sorted_tables if table.name in _REPORTED)
"""The tables of what reports are and say, each after those its rows refer to."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was and as it is; None where there was none, or is none any more."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def id(self) -> str:
        """The row's id."""
        return str((self.before or self.after or {})["id"])


def rows(connection: Connection, conference_id: str, tables: Iterable[Table] = WATCHED) -> Rows:
    """Return all rows of a conference's programme (or in these tables)."""
    return {
        table.name: {
            str(row["id"]): dict(row)
            for row in connection.execute(
                select(table).where(within(table, conference_id))
            ).mappings()
        }
        for table in tables
    }


def changes(before: Rows, after: Rows) -> tuple[RowChange, ...]:
    """Return what is different, each table after those its rows refer to."""
    return tuple(
        RowChange(table.name, was.get(identity), now.get(identity))
        for table in METADATA.sorted_tables
        if table.name in before
        for was, now in [(before[table.name], after[table.name])]
        for identity in dict.fromkeys((*was, *now))
        if was.get(identity) != now.get(identity)
    )


def staying(connection: Connection, done: Sequence[RowChange]) -> frozenset[str]:
    """Return the ids of rows that came with a change and must not go with it: they were changed
    since, or something that stays names them. What belongs to one that stays, stays with it."""
    came = {change.id: change for change in done if change.before is None}
    now: dict[str, Row] = {}
    namers: dict[str, set[str]] = defaultdict(set)
    for name in {change.table for change in came.values()}:
        ids = [identity for identity, change in came.items() if change.table == name]
        now |= _some(connection, TABLES[name], ids)
        for identity, namer in _namers(connection, TABLES[name], ids):
            namers[identity].add(namer)
    staying: set[str] = set()
    while True:
        more = {
            identity
            for identity in now.keys() - staying
            if _said(now[identity]) != _said(came[identity].after)
            or _owner_stays(came[identity], staying)
            or any(namer not in now or namer in staying for namer in namers[identity])
        }
        if not more:
            return frozenset(staying)
        staying |= more


def _said(row: Row | None) -> Row:
    """Return a row without when it last changed: what was changed and taken back is as it was."""
    return {name: value for name, value in (row or {}).items() if name != "changed_at"}


def row(connection: Connection, table: Table, identity: str) -> dict[str, Value] | None:
    """Return a row, None when there is none."""
    found = connection.execute(select(table).where(table.c.id == identity)).mappings()
    first = found.one_or_none()
    return None if first is None else dict(first)


def has_owners(connection: Connection, change: RowChange) -> bool:
    """Return whether all is there that a row belongs to."""
    was = change.before or {}
    return all(
        was[column.name] is None or row(connection, owner, str(was[column.name])) is not None
        for column, owner in owners(TABLES[change.table])
    )


def _owner_stays(change: RowChange, staying: set[str]) -> bool:
    now = change.after or {}
    return any(now[column.name] in staying for column, _ in owners(TABLES[change.table]))


def _some(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, Row]:
    found = connection.execute(select(table).where(table.c.id.in_(ids))).mappings()
    return {str(row["id"]): dict(row) for row in found}


def _namers(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (id, the id of a row that belongs to it or names it) of rows of a table."""
    columns = [*owned(table), *naming(table), *(other.c.owner_id for other in OWNED_BY_ID)]
    if table.name == "session":
        columns.append(section_source.c.reference)
    for column in columns:
        found = connection.execute(select(column, column.table.c.id).where(column.in_(ids)))
        yield from ((str(named), str(namer)) for named, namer in found)
    if table.name == "session":
        for key, namer in connection.execute(select(section.c.key, section.c.id)):
            yield from ((identity, namer) for identity in ids if identity in key)
