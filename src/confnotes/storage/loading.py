"""A dump back into rows: references, uniqueness and meaning are checked before anything is written.

The JSON Schema has been applied before; what it cannot say is said here. Every error names its
place as a JSON path.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, insert, select

from confnotes.domain.conference import EventKind
from confnotes.domain.errors import DumpError
from confnotes.domain.recordings import keepable
from confnotes.domain.times import form_of, instant_from, zone
from confnotes.storage import stepping
from confnotes.storage.dumping import spoken
from confnotes.storage.folding import with_folded
from confnotes.storage.mapping import Value
from confnotes.storage.schema import METADATA, TABLES
from confnotes.storage.schema import columns as c
from confnotes.storage.tree import SPOKEN, Branch, always, branches, columns, from_json

Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, and where it stands in the dump."""

    table: Table
    values: dict[str, Value]
    place: str

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.values["id"])


@dataclass
class Loaded:
    """The rows of a dump, by table."""

    conference_id: str
    rows: dict[str, list[Placed]] = field(default_factory=dict)

    def of(self, table: str) -> list[Placed]:
        """Return the rows of one table."""
        return self.rows.get(table, [])


def unfold(tree: Object) -> Loaded:
    """Return the rows of a dump that the schema has found right; DumpError as `check` has it."""
    conference = tree["conference"]
    loaded = Loaded(str(conference["id"]))
    for number, author in enumerate(tree["authors"]):
        _take(loaded, "author", author, f"authors[{number}]", None, "")
    _take(loaded, "conference", conference, "conference", None, "")
    _check(loaded, tree)
    return loaded


def write(connection: Connection, loaded: Loaded) -> None:
    """Insert the rows. DumpError dump.already_there (name, place, id) when one is there.

    An author who is there stays; the entry that changed last counts.
    """
    _refuse_known(connection, loaded)
    # A section may stand before its parent: what refers to what is looked at when all is there.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in METADATA.sorted_tables:
        rows = [placed.values for placed in loaded.of(table.name)]
        if table.name == "author":
            rows = [row for row in rows if _outdated(connection, row)]
        if rows:
            connection.execute(insert(table), rows)


def _take(
    loaded: Loaded, table: str, obj: Object, place: str, branch: Branch | None, above: str
) -> None:
    found = TABLES[table]
    values: dict[str, Value] = dict.fromkeys((column.name for column in found.c), None)
    if "conference_id" in found.c:
        values["conference_id"] = loaded.conference_id
    for column in columns(found, branch):
        if column.name in obj or always(column):
            values[column.name] = from_json(column, obj[column.name])
            _check_value(column, obj[column.name], f"{place}.{column.name}")
    if branch is not None and above:
        values[branch.parent] = above
    row = Placed(found, with_folded(found, values), place)
    loaded.rows.setdefault(table, []).append(row)
    for below in branches(table):
        for number, one in enumerate(obj.get(below.key, ())):
            _take(loaded, below.table, one, f"{place}.{below.key}[{number}]", below, row.id)


def _check_value(column: Any, value: Any, place: str) -> None:
    """Raise DumpError dump.bad_value (place, value) for what only looks right."""
    if value is None:
        return
    kind = column.type
    try:
        if isinstance(kind, c.Instant):
            instant_from(value)
        elif isinstance(kind, c.Planned):
            form_of(value)
        elif isinstance(kind, c.CalendarDate):
            date.fromisoformat(value)
        elif column.name == "timezone":
            zone(value)
        elif isinstance(kind, c.Back):
            stepping.from_text(str(from_json(column, value)))
    except ValueError as error:
        raise DumpError("dump.bad_value", place=place, value=str(value)) from error
    if column.table.name == "link" and column.name == "url" and value and not keepable(value):
        raise DumpError("dump.unsafe_address", place=place, url=str(value))


def _check(loaded: Loaded, tree: Object) -> None:
    """Raise DumpError for what the rows say together.

    dump.duplicate (place, other), dump.no_such_row (place, id), dump.contradiction (place),
    dump.no_main_event.
    """
    for rows in loaded.rows.values():
        for names in _unique(rows[0].table):
            _check_unique(rows, names)
        for row in rows:
            _check_references(loaded, row)
    kinds = [row.values["kind"] for row in loaded.of("event")]
    if kinds.count(EventKind.MAIN.value) != 1:
        raise DumpError("dump.no_main_event", place="conference.events")
    speakers = {row.id: row.values for row in loaded.of("speaker")}
    for number, session in enumerate(tree["conference"]["sessions"]):
        for n, credit in enumerate(session["speakers"]):
            told = {key: credit[key] for key in SPOKEN}
            if told != spoken(credit, speakers[credit["speaker_id"]]):
                place = f"conference.sessions[{number}].speakers[{n}].name"
                raise DumpError("dump.contradiction", place=place)


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    yield ("id",)
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint):
            yield tuple(column.name for column in rule.columns)


def _check_unique(rows: list[Placed], names: tuple[str, ...]) -> None:
    seen: dict[tuple[Value, ...], str] = {}
    for row in rows:
        key = tuple(row.values[name] for name in names)
        if key in seen:
            place = f"{row.place}.{names[-1]}"
            raise DumpError("dump.duplicate", place=place, other=seen[key])
        seen[key] = row.place


def _check_references(loaded: Loaded, row: Placed) -> None:
    for column in row.table.c:
        value = row.values[column.name]
        for key in column.foreign_keys:
            known = _ids(loaded, key.column.table.name)
            if value is not None and value not in known:
                place = f"{row.place}.{column.name}"
                raise DumpError("dump.no_such_row", place=place, id=str(value))


def _ids(loaded: Loaded, table: str) -> frozenset[str]:
    # Kept on the way: a conference of 20,000 lines asks for the same few tables 60,000 times.
    cache: dict[str, frozenset[str]] = loaded.__dict__.setdefault("_ids", {})
    if table not in cache:
        cache[table] = frozenset(row.id for row in loaded.of(table))
    return cache[table]


def _refuse_known(connection: Connection, loaded: Loaded) -> None:
    conference = TABLES["conference"].c
    name = connection.scalar(select(conference.name).where(conference.id == loaded.conference_id))
    if name is not None:
        raise DumpError(
            "dump.already_there", name=str(name), place="conference.id", id=loaded.conference_id
        )
    for table, rows in loaded.rows.items():
        if table == "author":
            continue
        column = TABLES[table].c.id
        known = set(connection.scalars(select(column)))
        for row in rows:
            if row.id in known:
                raise DumpError("dump.row_already_there", place=f"{row.place}.id", id=row.id)


def _outdated(connection: Connection, row: Mapping[str, Value]) -> bool:
    """Return whether an author's entry is to be inserted; an older one is taken out for it."""
    author = TABLES["author"]
    known = connection.scalar(select(author.c.changed_at).where(author.c.id == row["id"]))
    if known is None:
        return True
    if instant_from(str(row["changed_at"])) > instant_from(known):
        connection.execute(author.update().where(author.c.id == row["id"]).values(row))
    return False
