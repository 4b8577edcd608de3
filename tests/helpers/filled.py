"""A notebook in which every column of every table has a value of its own, found by reflection."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, insert, select

from confnotes.domain.attachments import EXTENSIONS
from confnotes.domain.audience import Audience
from confnotes.domain.footnotes import Footnote
from confnotes.domain.history import Run, StepBack
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import folded
from confnotes.storage import engine, stepping
from confnotes.storage.schema import FOLDED, METADATA, TABLES
from confnotes.storage.schema import columns as c

PICTURE = b"not really a picture"
SHA256 = hashlib.sha256(PICTURE).hexdigest()
CONFERENCE = "conference"
SPECIAL: Mapping[tuple[str, str], Any] = {
    ("conference", "timezone"): "Asia/Tokyo",
    ("conference", "day_begins"): 300,
    ("event", "kind"): "main",
    ("session", "rating"): 4,
    ("line", "depth"): 3,
    ("link", "url"): "https://example.org/link.url",
    ("footnote", "key"): "s77-7",
    ("attachment", "sha256"): SHA256,
    ("attachment", "media_type"): "image/webp",
    ("attachment", "size"): len(PICTURE),
    ("deletion", "table"): "room",
}


class Filling:
    """Rows for all tables: one of each, but two where one cannot show all."""

    def __init__(self) -> None:
        self._count = 0
        self.rows: dict[str, list[dict[str, Any]]] = {}
        for table in METADATA.sorted_tables:
            if table.name != "notebook":
                self.rows[table.name] = [self._row(table)]
        use = self.rows["attachment_use"][0]
        other = {**self._row(TABLES["attachment_use"]), "line_id": None}
        use["section_id"] = None
        self.rows["attachment_use"].append(other)
        for name in ("version", "language_mark"):
            self.rows[name][0]["owner_id"] = self.rows["session"][0]["id"]
            self.rows[name].append(self._row(TABLES[name]))  # of an owner that is gone
        self.rows["section"].append(
            {**self._row(TABLES["section"]), "parent_id": self.rows["section"][0]["id"]}
        )
        self.rows["section"][0]["parent_id"] = None

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _row(self, table: Table) -> dict[str, Any]:
        identity = self._uuid()
        row: dict[str, Any] = {"id": identity}
        for column in table.c:
            if column.name != "id":
                row[column.name] = self._value(table, column, identity)
        if table.name in FOLDED:
            row["folded"] = folded("\n".join(str(row[one]) for one in FOLDED[table.name]))
        return row

    def _uuid(self) -> str:
        return str(UUID(int=0xC0FFEE << 96 | 4 << 76 | 8 << 60 | self._next()))

    def _value(self, table: Table, column: Column[Any], identity: str) -> Any:
        if (table.name, column.name) in SPECIAL:
            return SPECIAL[table.name, column.name]
        for key in column.foreign_keys:
            name = key.column.table.name
            return self.rows[name][0]["id"] if name in self.rows else identity
        if column.name == "conference_id":
            return self.rows["conference"][0]["id"]
        return self._plain(f"{table.name}.{column.name}", column)

    def _plain(self, name: str, column: Column[Any]) -> Any:
        n, kind = self._next(), column.type
        match kind:
            case c.Identity():
                return self._uuid()
            case c.Words():
                return f"{name} 語 {n}"
            case c.Names():
                return json.dumps([f"{name} {n}", "二"], ensure_ascii=False)
            case c.Back():
                return self._back()
            case c.Instant():
                return f"2026-05-01T00:00:00.{n:06}Z"
            case c.Planned():
                return f"2026-05-02T00:{n // 60 % 60:02}:{n % 60:02}"
            case c.CalendarDate():
                return f"20{n % 90 + 10}-05-01"
            case c.OneOf():
                return list(kind.values)[-1].value
            case c.Flag():
                return 1
            case c.Real():
                return n + 0.25
        return 10_000 + n

    def _back(self) -> str:
        """Return a step back with something of all that it can hold."""
        one, two, three = self._uuid(), self._uuid(), self._uuid()
        line = Line(
            two,
            "",
            0,
            "いた",
            2,
            LineKind.QUOTE,
            datetime(2026, 5, 1, tzinfo=UTC),
            nudge=-3,
            done=True,
            unsure=True,
            gist="gist",
            resolved=True,
            answer="said",
            speaker_id=self._uuid(),
            audience=Audience.INSIDE,
            tags=("k8s", "車"),
        )
        note = Footnote(three, "", "s1-1", "then", Audience.PRIVATE)
        back = StepBack(
            (one,),
            {two: line},
            {three: replace(line, id=three)},
            (Run(None, (three,)), Run(two, (one,))),
            {three: note, one: None},
        )
        return stepping.to_text(back)

    def write(self, path: Path) -> str:
        """Put the rows into an empty notebook; return the conference's id."""
        writer = engine.writer(path)
        with writer.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for name, rows in self.rows.items():
                connection.execute(insert(TABLES[name]), rows)
        writer.dispose()
        folder = path.with_name(f"{path.stem}.files")
        folder.mkdir()
        (folder / f"{SHA256}.{EXTENSIONS['image/webp']}").write_bytes(PICTURE)
        return str(self.rows["conference"][0]["id"])

    def columns(self) -> Iterator[tuple[str, Column[Any], Any]]:
        """Yield (table, column, value) of every value that was filled in."""
        for name, rows in self.rows.items():
            for row in rows:
                for column in TABLES[name].c:
                    yield name, column, row[column.name]


def all_rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of a closed notebook but its own and its owner's."""
    readers = engine.readers(path, engine.Access.READ_UNSHARED)
    found: dict[str, list[tuple[Any, ...]]] = {}
    with closing(readers.connect()) as connection:
        owners = set(connection.scalars(select(TABLES["notebook"].c.author_id)))
        for name, table in TABLES.items():
            if name != "notebook":
                rows = connection.execute(select(table).order_by(table.c.id))
                found[name] = [tuple(row) for row in rows if row.id not in owners]
    readers.dispose()
    return found
