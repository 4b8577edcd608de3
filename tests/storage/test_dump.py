"""A dump forgets nothing: no table, no column, no value."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import fastjsonschema
import jsonschema
import pytest
from sqlalchemy import update

from confnotes.storage import engine, loading
from confnotes.storage.dump_schema import schema, written
from confnotes.storage.dumping import dump
from confnotes.storage.opening import open_to_read, open_to_write
from confnotes.storage.schema import TABLES
from confnotes.storage.schema import columns as c
from confnotes.storage.tree import WORKED_OUT, branches, columns, tables_of_a_conference, to_json
from helpers.filled import Filling, all_rows
from helpers.notebooks import Ticking

RESOURCE = Path(__file__).parents[2] / "resources" / "dump.schema.json"


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, Filling, str]:
    path = tmp_path / "filled.confnotes"
    open_to_write(path, Ticking()).close()
    filling = Filling()
    return path, filling, filling.write(path)


def _dumped(path: Path, conference_id: str) -> dict[str, Any]:
    with closing(open_to_read(path, Ticking())) as store, store.reading() as unit:
        return dict(unit.dump(conference_id))


def test_every_value_of_every_column_is_in_the_dump(filled: tuple[Path, Filling, str]) -> None:
    path, filling, conference_id = filled
    text = json.dumps(_dumped(path, conference_id), ensure_ascii=False)
    for table, column, value in filling.columns():
        if value is None or column.name in WORKED_OUT:
            continue
        shown = to_json(column, value)
        assert json.dumps(shown, ensure_ascii=False) in text, (table, column.name)


def test_another_value_in_any_column_is_another_dump(filled: tuple[Path, Filling, str]) -> None:
    path, filling, conference_id = filled
    plain = json.dumps(_dumped(path, conference_id))
    writer = engine.writer(path)
    for table, column, value in filling.columns():
        if column.foreign_keys or column.name in {"id", "conference_id", *WORKED_OUT}:
            continue  # whose other values lead nowhere; the next test compares them
        other = _another(column, value)
        if other == value:
            continue
        with writer.connect() as connection:
            found = TABLES[table]
            connection.execute(
                update(found).where(found.c[column.name] == value).values({column.name: other})
            )
            assert json.dumps(dump(connection, conference_id)) != plain, (table, column.name)
    writer.dispose()


def _another(column: Any, value: Any) -> Any:
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, c.OneOf):
        return next(iter(kind.values)).value
    if isinstance(kind, c.Flag):
        return 0
    if isinstance(kind, c.Names):
        return "[]"
    if isinstance(kind, c.Back):
        return "{}"
    return value - 1 if isinstance(value, int | float) else value + " "


def test_loaded_again_every_table_is_as_it_was(
    filled: tuple[Path, Filling, str], tmp_path: Path
) -> None:
    path, filling, conference_id = filled
    tree = _dumped(path, conference_id)
    fastjsonschema.compile(schema())(tree)
    other = tmp_path / "other.confnotes"
    with closing(open_to_write(other, Ticking())) as store, store.writing() as unit:
        unit.take_in(loading.unfold(tree))
    rows = all_rows(other)
    assert rows == all_rows(path)
    assert all(len(rows[name]) >= len(filling.rows[name]) > 0 for name in tables_of_a_conference())
    assert _dumped(other, conference_id) == tree


def test_every_table_has_its_place() -> None:
    seen = set()
    waiting = ["author", "conference"]
    while waiting:
        table = waiting.pop()
        if table not in seen:
            seen.add(table)
            waiting += [branch.table for branch in branches(table)]
    assert seen == tables_of_a_conference() == set(TABLES) - {"notebook"}


def test_keys_are_the_names_of_columns_in_their_order(filled: tuple[Path, Filling, str]) -> None:
    path, _, conference_id = filled
    session = _dumped(path, conference_id)["conference"]["sessions"][0]
    names = [column.name for column in TABLES["session"].c]
    names = [name for name in names if name not in {"conference_id", *WORKED_OUT}]
    assert [key for key in session if key in names] == names
    assert list(session)[len(names) :] == [
        "speakers",
        "links",
        "sources",
        "lines",
        "history",
        "transcript",
        "versions",
        "language_marks",
    ]


def test_a_speaker_is_shown_as_the_session_prints_them(filled: tuple[Path, Filling, str]) -> None:
    path, filling, conference_id = filled
    credit = _dumped(path, conference_id)["conference"]["sessions"][0]["speakers"][0]
    speaker = filling.rows["speaker"][0]
    assert (credit["name"], credit["affiliation"]) == (
        speaker["own_name"],
        speaker["own_affiliation"],
    )


def test_the_schema_file_is_made_from_the_tables() -> None:
    assert RESOURCE.read_text(encoding="utf-8") == written(), (
        "run python -m confnotes.storage.dump_schema > resources/dump.schema.json"
    )


def test_the_schema_is_a_schema_and_another_reader_agrees(
    filled: tuple[Path, Filling, str],
) -> None:
    path, _, conference_id = filled
    jsonschema.Draft7Validator.check_schema(schema())
    reader = jsonschema.Draft7Validator(schema())
    tree = _dumped(path, conference_id)
    assert not list(reader.iter_errors(tree))
    tree["conference"]["sessions"][0]["rating"] = 6
    assert list(reader.iter_errors(tree))


def test_the_schema_names_every_column() -> None:
    definitions = schema()["definitions"]
    for name in tables_of_a_conference():
        shown = {column.name for column in columns(TABLES[name], None)}
        described = set().union(
            *(set(one.get("properties", {})) for key, one in definitions.items() if name in key)
        )
        parents = {branch.parent for t in TABLES for branch in branches(t) if branch.table == name}
        assert shown - described <= parents | {"conference_id"}, name
