"""A unit of work that writes: one transaction, and a list of what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy import delete as sql_delete

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.times import instant_text
from confnotes.storage import loading, undoing
from confnotes.storage.changing import changes_of
from confnotes.storage.folding import FOLD_COLUMNS, folds, with_folded
from confnotes.storage.history import Past
from confnotes.storage.mapping import CLASSES, Value, mapping_of
from confnotes.storage.reading import Reading
from confnotes.storage.schema import TABLES
from confnotes.storage.scope import OWNED_BY_ID, conference_of, naming, owned
from confnotes.storage.undoing import RowChange

Row = dict[str, Value]
_KEPT_BY_US = frozenset({"author_id", "changed_at", "folded"})


class Writing(Reading):
    """What can be done to a notebook, besides what can be asked of it.

    `author_id` is who writes, `now` the moment of the whole unit; `past` takes down what it
    overwrites of sessions' notes.
    """

    def __init__(
        self, connection: Connection, author_id: str, now: datetime, initiator: object = None
    ) -> None:
        super().__init__(connection)
        self.author_id = author_id
        self.now = now
        self.conference_id = ""
        self._initiator = initiator
        self._changed: set[tuple[Kind, str]] = set()
        self.past = Past(connection, author_id, now)

    @property
    def changes(self) -> ChangeSet:
        """What was changed so far; true only once the unit has ended without an error."""
        return ChangeSet(self.conference_id, frozenset(self._changed), self._initiator)

    def put(self, *objects: object) -> None:
        """Insert what is new, update what is there; what is the same already is not touched.

        A row keeps its author; a deleted one comes back.
        """
        for obj in objects:
            self._put(obj)

    def insert(self, objects: Sequence[object]) -> None:
        """Insert many new values of one class at once."""
        if not objects:
            return
        mapping = mapping_of(type(objects[0]))
        table, names = mapping.table, mapping.names
        moment = instant_text(self.now)
        rows: list[tuple[Value, ...]] = []
        for obj in objects:
            values = mapping.encode(obj)
            row = dict(zip(names, values, strict=True))
            author_id = row["id"] if table.name == "author" else self.author_id
            rows.append((*values, author_id, moment, *folds(table, row)))
            self._note(table, row)
            self.past.note(table, None, row)
        self._insert(table, (*names, "author_id", "changed_at", *FOLD_COLUMNS[table.name]), rows)

    def delete(self, cls: type, identity: str) -> None:
        """Delete the one with that id and all that belongs to it; the ids stay known as deleted.

        A line only becomes a deleted one, so that it can come back.
        """
        table = TABLES[CLASSES[cls]]
        row = self._row(table, identity)
        if row is None:
            return
        if "deleted_at" in table.c:
            if row["deleted_at"] is None:
                self._update(table, row, {"deleted_at": instant_text(self.now)})
            return
        self._note(table, row)
        self.past.note(table, row, None)
        self._remove(table, identity, self.conference_id)

    def revise(self, obj: object, *columns: str) -> None:
        """Write these columns of something that is there as its schedule says them: one's own
        values beside them stay."""
        mapping = mapping_of(type(obj))
        values = mapping.values(obj)
        old = self._row(mapping.table, str(values["id"]))
        if old is not None:
            self._update(mapping.table, old, {name: values[name] for name in columns})

    def changed_rows(self, before: undoing.Rows) -> tuple[RowChange, ...]:
        """Return what the unit did to a programme or to reports since their rows were `before`."""
        tables = [TABLES[name] for name in before]
        return undoing.changes(before, undoing.rows(self._connection, self.conference_id, tables))

    def take_back(self, done: Sequence[RowChange]) -> tuple[frozenset[str], frozenset[str]]:
        """Make rows what they were before a change; return the ids of (rows that came with it and
        stay, rows that were changed since).

        What was changed since keeps that, and gets back only what is as the change left it. What
        came with the change and bears something by now stays.
        """
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        kept = undoing.staying(self._connection, done)
        mixed: set[str] = set()
        lost: set[str] = set()
        for change in done:
            if change.before is not None and not self._bring_back(change):
                (mixed if change.after is not None else lost).add(change.id)
        for change in reversed(done):
            gone = change.table == "deletion" and change.id in lost
            if change.before is None and change.id not in kept and not gone:
                self._take_away(change)
        return kept, frozenset(mixed)

    def _bring_back(self, change: RowChange) -> bool:
        """Write a row as it was; return whether it is just that now."""
        table = TABLES[change.table]
        before = dict(change.before or {})
        current = self._row(table, change.id)
        if current is None:
            if change.after is not None or not undoing.has_owners(self._connection, change):
                return False
            self._connection.execute(insert(table), before)
        elif current == change.after:
            values = {name: value for name, value in before.items() if value != current[name]}
            self._connection.execute(update(table).where(table.c.id == change.id).values(values))
        else:
            after = change.after or {}
            ours = {
                name: value
                for name, value in before.items()
                if name not in _KEPT_BY_US and value != after.get(name) == current[name]
            }
            self._update(table, current, ours)
            return False
        self._note(table, before)
        return True

    def _take_away(self, change: RowChange) -> None:
        table = TABLES[change.table]
        current = self._row(table, change.id)
        if current is not None:
            self._note(table, current)
            self._connection.execute(sql_delete(table).where(table.c.id == change.id))

    def take_in(self, loaded: loading.Loaded) -> None:
        """Insert the rows of a dump; DumpError dump.already_there (name), row_already_there."""
        loading.write(self._connection, loaded)
        self.conference_id = loaded.conference_id
        self._changed.add((Kind.CONFERENCE, loaded.conference_id))

    def _insert(self, table: Table, names: Sequence[str], rows: list[tuple[Value, ...]]) -> None:
        """Insert rows by the driver: SQLAlchemy's parameter handling would take as long again."""
        quote = self._connection.dialect.identifier_preparer.quote
        columns = ", ".join(map(quote, names))
        marks = ", ".join("?" for _ in names)
        self._connection.exec_driver_sql(
            f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})",  # noqa: S608  # names are the schema's
            rows,
        )

    def _put(self, obj: object) -> None:
        mapping = mapping_of(type(obj))
        table = mapping.table
        new = mapping.values(obj)
        old = self._row(table, str(new["id"]))
        if old is None:
            row = self._new(table, new)
            self._connection.execute(insert(table), row)
            self._revive(str(row["id"]))
            self._note(table, row)
            self.past.note(table, None, row)
            return
        for field in mapping.fields:
            if field.own:
                new |= _paired(field.column, field.own, old, new[field.column])
        if "deleted_at" in table.c:
            new["deleted_at"] = None
        self._update(table, old, new)

    def _row(self, table: Table, identity: str) -> Row | None:
        found = self._connection.execute(select(table).where(table.c.id == identity)).mappings()
        row = found.one_or_none()
        return None if row is None else dict(row)

    def _new(self, table: Table, values: Mapping[str, Value]) -> Row:
        row: Row = {
            **dict.fromkeys((c.name for c in table.c), None),
            **values,
            "author_id": self.author_id,
            "changed_at": instant_text(self.now),
        }
        if table.name == "author":
            row["author_id"] = row["id"]
        return with_folded(table, row)

    def _update(self, table: Table, old: Row, new: Mapping[str, Value]) -> None:
        after = with_folded(table, {**old, **new})
        changed: dict[str, Any] = {
            name: value for name, value in after.items() if value != old[name]
        }
        if not changed:
            return
        changed["changed_at"] = instant_text(self.now)
        self._connection.execute(update(table).where(table.c.id == old["id"]).values(changed))
        self._note(table, old)
        self._note(table, after)
        self.past.note(table, old, after)

    def _note(self, table: Table, row: Mapping[str, Value]) -> None:
        if not self.conference_id:
            owner = row.get("conference_id")
            self.conference_id = str(
                owner or conference_of(self._connection, table, str(row["id"]))
            )
        self._changed.update(changes_of(self._connection, table.name, row))

    def _revive(self, identity: str) -> None:
        deletion = TABLES["deletion"]
        self._connection.execute(sql_delete(deletion).where(deletion.c.id == identity))

    def _remove(self, table: Table, identity: str, conference_id: str) -> None:
        """Delete a row after all that belongs to it, each leaving its id behind."""
        for column in owned(table):
            for child in self._ids(column.table, column == identity):
                self._remove(column.table, child, conference_id)
        for other in OWNED_BY_ID:
            for child in self._ids(other, other.c.owner_id == identity):
                self._remove(other, child, conference_id)
        for column in naming(table):
            self._connection.execute(
                update(column.table)
                .where(column == identity)
                .values({column.name: None, "changed_at": instant_text(self.now)})
            )
        self._connection.execute(sql_delete(table).where(table.c.id == identity))
        self._connection.execute(
            insert(TABLES["deletion"]),
            {
                "id": identity,
                "conference_id": conference_id,
                "table": table.name,
                "author_id": self.author_id,
                "changed_at": instant_text(self.now),
            },
        )

    def _ids(self, table: Any, condition: Any) -> Iterable[str]:
        return self._connection.scalars(select(table.c.id).where(condition)).all()


def _paired(column: str, own: str, old: Row, wanted: Value) -> Row:
    """Return the two values of a pair so that `wanted` counts: the imported one stays as it was.

    Nothing at all (None) cannot be one's own over something, so it empties both.
    """
    if wanted is None:
        return {column: None, own: None}
    return {column: old[column], own: None if wanted == old[column] else wanted}
