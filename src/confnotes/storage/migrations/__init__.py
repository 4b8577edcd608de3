"""Numbered migrations: `0001_first.sql` takes a notebook from version 0 to 1, and so on.

Each file is plain SQL and stays as it was released. Running one and noting the new version is one
transaction, so a notebook is always at a whole version. A migration never imports the tables of
today, which will be others tomorrow.
"""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlalchemy import Connection

APPLICATION_ID = 0x636E_6F74
"""`cnot`: says that an SQLite file is a notebook of ours (PRAGMA application_id)."""


FOLDER: Traversable = files(__name__)
"""Where the migrations lie."""


def _scripts() -> list[Traversable]:
    found = sorted(
        (entry for entry in FOLDER.iterdir() if entry.name[:4].isdigit()),
        key=lambda entry: entry.name,
    )
    if [int(entry.name[:4]) for entry in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are not numbered 1, 2, 3: {found}")
    return found


def newest() -> int:
    """Return the version this program reads and writes."""
    return len(_scripts())


def statements(version: int) -> Iterator[str]:
    """Yield the statements of the migration that leads to `version`, in order; none where it only
    makes older programs refuse a notebook that holds values they do not know."""
    script = _scripts()[version - 1].read_text(encoding="utf-8")
    statement = ""
    for row in script.splitlines(keepends=True):
        statement += row
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if any(row.strip() and not row.startswith("--") for row in statement.splitlines()):
        raise ValueError(f"migration {version} ends within a statement")


def migrate(connection: Connection, version: int) -> None:
    """Take the notebook to `version`, from the one below; the caller's transaction holds it all."""
    for statement in statements(version):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
