"""The schema: what migrations make is what the tables say, and SQLite holds us to it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import NullPool, create_engine, inspect

from confnotes.storage import migrations
from confnotes.storage.mapping import CLASSES, Mapping, mapping_of
from confnotes.storage.opening import open_to_write
from confnotes.storage.schema import FOLDED, METADATA, TABLES
from helpers.notebooks import Ticking


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    path = tmp_path / "a.confnotes"
    open_to_write(path, Ticking()).close()
    return path


def _described(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return all that SQLite knows of the tables, whatever the words that made them."""
    found: dict[str, Any] = {}
    tables = connection.execute("PRAGMA table_list").fetchall()
    for _, name, kind, columns, rowid, strict in sorted(tables):
        if name.startswith("sqlite_"):
            continue
        found[name] = {
            "table": (kind, columns, rowid, strict),
            "columns": connection.execute(f'PRAGMA table_xinfo("{name}")').fetchall(),
            "keys": sorted(connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()),
            "indexes": sorted(_indexes(connection, name)),
        }
    return found


def _indexes(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    for _, name, unique, origin, partial in connection.execute(f'PRAGMA index_list("{table}")'):
        columns = [row[2] for row in connection.execute(f'PRAGMA index_info("{name}")')]
        yield unique, origin, partial, columns


def test_migrations_make_what_the_tables_say(migrated: Path, tmp_path: Path) -> None:
    declared = tmp_path / "declared.db"
    engine = create_engine(f"sqlite:///{declared}", poolclass=NullPool)
    METADATA.create_all(engine)
    with closing(sqlite3.connect(migrated)) as one, closing(sqlite3.connect(declared)) as other:
        assert _described(one) == _described(other)
    by_migration = inspect(create_engine(f"sqlite:///{migrated}", poolclass=NullPool))
    by_tables = inspect(engine)
    for name in TABLES:
        rules = [rule["sqltext"] for rule in by_tables.get_check_constraints(name)]
        assert sorted(r["sqltext"] for r in by_migration.get_check_constraints(name)) == sorted(
            rules
        )
        assert len(rules) == sum(
            type(rule).__name__ == "CheckConstraint" for rule in TABLES[name].constraints
        )


def test_every_table_is_strict(migrated: Path) -> None:
    with closing(sqlite3.connect(migrated)) as connection:
        listed = {row[1]: row[5] for row in connection.execute("PRAGMA table_list")}
        assert all(listed[name] for name in TABLES)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE notebook SET changed_at = x'00'")


def test_the_file_says_whose_it_is(migrated: Path) -> None:
    with closing(sqlite3.connect(migrated)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (
            int.from_bytes(b"cnot", "big"),
        )
        assert connection.execute("PRAGMA user_version").fetchone() == (migrations.newest(),)


def test_every_row_has_an_identity_an_author_and_a_last_change() -> None:
    for table in TABLES.values():
        assert {"id", "author_id", "changed_at"} <= set(table.c.keys()), table.name
        assert not any(table.c[name].nullable for name in ("id", "author_id", "changed_at"))


def test_every_column_is_a_field_of_the_domain_or_kept_by_storage() -> None:
    kept = {"author_id", "changed_at", "deleted_at", "folded"}
    for cls, name in CLASSES.items():
        mapping: Mapping[Any] = mapping_of(cls)
        fields = {f.column for f in mapping.fields} | {f.own for f in mapping.fields if f.own}
        assert set(TABLES[name].c.keys()) - fields <= kept, name
    assert set(CLASSES.values()) == set(TABLES) - {"deletion", "history", "notebook"}


def test_imported_facts_stand_beside_ones_own() -> None:
    for name, singles in {
        "session": "title subtitle abstract kind format code language room track start end "
        "duration state",
        "conference": "name short_name starts ends venue city url",
        "event": "name starts ends venue url",
        "speaker": "name affiliation biography url",
    }.items():
        for column in singles.split():
            assert f"own_{column}" in TABLES[name].c, (name, column)
            assert TABLES[name].c[f"own_{column}"].nullable


def test_search_forms_are_of_columns_that_are_there() -> None:
    for name, columns in FOLDED.items():
        assert set(columns) < set(TABLES[name].c.keys())
    assert {name for name, table in TABLES.items() if "folded" in table.c} == set(FOLDED)


def test_migrations_are_plain_statements() -> None:
    for version in range(1, migrations.newest() + 1):
        for statement in migrations.statements(version):
            assert not re.match(r"(?i)\s*(begin|commit|rollback|pragma)\b", statement)
