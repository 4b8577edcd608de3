"""Connections: what they promise was asked of SQLite itself."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from confnotes.storage import engine
from confnotes.storage.engine import Access


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "語 ?#%.db"


def test_the_writer_is_durable_and_watches_references(path: Path) -> None:
    writer = engine.writer(path, Access.CREATE)
    with engine.bare(writer) as connection:
        asked = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "mmap_size",
            )
        }
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
    }
    writer.dispose()


def test_a_transaction_takes_its_tables_and_its_version_back(path: Path) -> None:
    writer = engine.writer(path, Access.CREATE)
    with suppress(ZeroDivisionError), writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b)")
        connection.exec_driver_sql("PRAGMA user_version = 7")
        connection.exec_driver_sql("INSERT INTO a VALUES (1)")
        raise ZeroDivisionError
    with engine.bare(writer) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    writer.dispose()


def test_there_is_one_writing_connection(path: Path) -> None:
    writer = engine.writer(path, Access.CREATE)
    with engine.bare(writer) as one, engine.bare(writer) as other:
        assert one is other
    writer.dispose()


def test_readers_cannot_write(path: Path) -> None:
    writer = engine.writer(path, Access.CREATE)
    with writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b)")
    readers = engine.readers(path, Access.READ)
    with engine.bare(readers) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("INSERT INTO a VALUES (1)")
    readers.dispose()
    writer.dispose()


def test_a_reader_sees_one_moment(path: Path) -> None:
    writer = engine.writer(path, Access.CREATE)
    with writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (b)")
    readers = engine.readers(path, Access.READ)
    count = "SELECT count(*) FROM a"
    with readers.connect() as reading:
        assert reading.exec_driver_sql(count).scalar() == 0
        with writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO a VALUES (1)")
        assert reading.exec_driver_sql(count).scalar() == 0
    with readers.connect() as reading:
        assert reading.exec_driver_sql(count).scalar() == 1
    readers.dispose()
    writer.dispose()
