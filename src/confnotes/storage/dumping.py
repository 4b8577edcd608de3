"""A conference as one JSON value, made from its rows by the shape in `tree`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from confnotes.domain.errors import ConfnotesError
from confnotes.storage.mapping import Value
from confnotes.storage.querying import order
from confnotes.storage.schema import TABLES
from confnotes.storage.scope import within
from confnotes.storage.tree import (
    FORMAT,
    UNOWNED,
    VERSION,
    Branch,
    Json,
    always,
    branches,
    columns,
    tables_of_a_conference,
    to_json,
)

Row = Mapping[str, Value]
Object = dict[str, Json]


def dump(connection: Connection, conference_id: str) -> Object:
    """Return the whole dump; ConfnotesError conference.gone (id)."""
    rows = _Rows(connection, conference_id)
    if not rows.of("conference"):
        raise ConfnotesError("conference.gone", id=conference_id)
    conference = rows.shown("conference", rows.of("conference")[0], None)
    authors = rows.authors()
    return {
        "format": FORMAT,
        "version": VERSION,
        "authors": [rows.shown("author", row, None) for row in authors],
        "conference": conference,
    }


def sessions(connection: Connection, conference_id: str) -> Iterator[Object]:
    """Yield the sessions of a conference just as its dump has them."""
    rows = _Rows(connection, conference_id)
    branch = next(one for one in branches("conference") if one.table == "session")
    for row in rows.of("session"):
        yield rows.shown("session", row, branch)


def conferences(connection: Connection) -> Iterator[Object]:
    """Yield every conference's own columns as its dump has them, the one begun last first."""
    table = TABLES["conference"]
    rows = connection.execute(select(table)).mappings().all()
    for row in sorted(rows, key=_begun, reverse=True):
        yield {c.name: to_json(c, row[c.name]) for c in columns(table, None)}


def _begun(row: Mapping[Any, Any]) -> tuple[str, str]:
    starts = row["own_starts"] or row["starts"] or ""
    return str(starts), str(row["own_name"] or row["name"])


@dataclass
class _Rows:
    """The rows of one conference, each table read once, found by what they belong to."""

    connection: Connection
    conference_id: str
    _read: dict[str, Sequence[Row]] = field(default_factory=dict)
    _below: dict[tuple[str, str], Mapping[Value, list[Row]]] = field(default_factory=dict)

    def of(self, table: str) -> Sequence[Row]:
        """Return all rows of a table, in order."""
        if table not in self._read:
            found = TABLES[table]
            query = select(found).where(within(found, self.conference_id))
            rows = self.connection.execute(query.order_by(*order(found)))
            self._read[table] = [dict(row) for row in rows.mappings()]
        return self._read[table]

    def shown(self, table: str, row: Row, branch: Branch | None) -> Object:
        """Return a row as an object, with all that stands nested in it."""
        shown = [c for c in _columns(table, branch) if always(c) or row[c.name] is not None]
        out: Object = {c.name: to_json(c, row[c.name]) for c in shown}
        if table == "credit":
            out = _with_name(out, self._speaker(str(row["speaker_id"])))
        for below in branches(table):
            rows = self._under(below, row)
            if rows or below.always:
                out[below.key] = [self.shown(below.table, one, below) for one in rows]
        return out

    def authors(self) -> Sequence[Row]:
        """Return everybody who wrote any of these rows, and who wrote their entries."""
        wanted = {
            row["author_id"]
            for table in tables_of_a_conference() - {"author"}
            for row in self.of(table)
        }
        author = TABLES["author"]
        known = {row["id"]: dict(row) for row in self.connection.execute(select(author)).mappings()}
        while more := {known[one]["author_id"] for one in wanted} - wanted:
            wanted |= more
        return [known[one] for one in sorted(wanted, key=str)]

    def _under(self, branch: Branch, row: Row) -> Sequence[Row]:
        if branch in UNOWNED:
            owners = self._owners()
            return [one for one in self.of(branch.table) if one["owner_id"] not in owners]
        place = branch.table, branch.parent
        if place not in self._below:
            below: dict[Value, list[Row]] = defaultdict(list)
            for one in self.of(branch.table):
                below[one[branch.parent]].append(one)
            self._below[place] = below
        return self._below[place].get(row["id"], [])

    def _owners(self) -> frozenset[Any]:
        """Return the ids of all rows that show their second versions themselves."""
        shown = [table for table in tables_of_a_conference() if branches(table)]
        ids = {row["id"] for table in shown if table != "author" for row in self.of(table)}
        return frozenset(ids | {row["id"] for row in self.authors()})

    def _speaker(self, identity: str) -> Row:
        place = "speaker", "id"
        if place not in self._below:
            self._below[place] = {row["id"]: [row] for row in self.of("speaker")}
        return self._below[place][identity][0]


def _columns(table: str, branch: Branch | None) -> list[Any]:
    return list(columns(TABLES[table], branch))


def spoken(printed: Mapping[str, Any], speaker: Mapping[str, Any]) -> dict[str, Json]:
    """Return name and affiliation of a speaker as a session prints them: own over printed."""
    affiliation = speaker["own_affiliation"]
    if affiliation is None:
        affiliation = printed["printed_affiliation"] or speaker["affiliation"]
    name = speaker["own_name"] or printed["printed_name"] or speaker["name"]
    return {"name": name, "affiliation": affiliation}


def _with_name(credit: Object, speaker: Row) -> Object:
    """Return the credit with the words a reader looks for, right after the ids."""
    out: Object = {}
    for key, value in credit.items():
        out[key] = value
        if key == "speaker_id":
            out |= spoken(credit, speaker)
    return out
