"""What lies at a path, found out without changing a byte of it or leaving anything beside it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from confnotes.domain.errors import NotebookError
from confnotes.storage import migrations
from confnotes.storage.engine import Access, connect
from confnotes.storage.errors import of_system, opening_of
from confnotes.storage.schema import METADATA

_CHECKED_BYTES = 32 * 1024 * 1024
_UNMENDED = frozenset(
    {
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY_RECOVERY,
        sqlite3.SQLITE_READONLY_CANTINIT,
        sqlite3.SQLITE_BUSY_RECOVERY,
    }
)
"""What SQLite answers when the shared memory would have to be made anew first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be opened: its schema version, 0 for one that is still to be made.

    `access` is how to read it; None when only a copy of it (with its journal) can be read, which
    is so when a program was killed and the file it shared between processes is gone.
    """

    version: int
    access: Access | None


def besides(path: Path) -> tuple[Path, Path, Path]:
    """Return SQLite's own files beside the notebook: WAL, shared memory, rollback journal."""
    wal, shm, journal = (path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
    return wal, shm, journal


def how_to_read(path: Path) -> Access | None:
    """Return how the file can be read so that nothing is made or changed beside it.

    With a WAL and its shared memory there, that memory is only read (`readonly_shm`); no writer
    need be alive. With no WAL there is nothing to share: `immutable`. Else None: copy it first.
    """
    wal, shm, journal = besides(path)
    if _size(journal):
        return None
    if wal.exists() and shm.exists():
        return Access.READ_BESIDE_WRITER
    return None if _size(wal) else Access.READ_UNSHARED


def is_empty(path: Path) -> bool:
    """Return whether nothing was ever written at `path`: no file, or one of no bytes."""
    return not path.exists() or (path.is_file() and not _size(path))


def look(path: Path) -> Found:
    """Return what is at `path`.

    NotebookError: notebook.missing, is_folder, not_a_notebook, newer (path, version, newest),
    damaged, cannot_open, read_only, io_error.
    """
    try:
        if path.is_dir():
            raise NotebookError("notebook.is_folder", path=str(path))
        if not path.exists():
            raise NotebookError("notebook.missing", path=str(path))
        if not path.is_file() or not _size(path):
            _foreign(path)
    except OSError as error:
        raise of_system(error, path) from error
    access = how_to_read(path)
    if access is not None:
        try:
            return Found(_version(path, path, access), access)
        except NotebookError as error:
            if access is not Access.READ_BESIDE_WRITER or not _left_behind(error):
                raise
    with copied_with_journal(path) as copy:
        return Found(_version(path, copy, Access.WRITE), None)


def _left_behind(error: NotebookError) -> bool:
    """Return whether the memory that processes share is as a killed writer left it: whoever may
    only read it cannot mend it, and SQLite says so after some seconds of trying."""
    cause = error.__cause__
    number = getattr(cause, "sqlite_errorcode", 0)
    return number in _UNMENDED


@contextmanager
def copied_with_journal(path: Path) -> Iterator[Path]:
    """Give a copy of the file and its journals, byte for byte, in a folder that goes afterwards.

    Only for a file that nobody has open (see `how_to_read`): copying one that SQLite has open in
    this process would drop its locks.
    """
    with opening_of(path), TemporaryDirectory(prefix="confnotes-") as folder:
        wal, _, journal = besides(path)
        for file in (path, wal, journal):
            if file.exists():
                shutil.copyfile(file, Path(folder) / file.name)
        yield Path(folder) / path.name


def _version(path: Path, copy: Path, access: Access) -> int:
    """Return the version of the file, read at `copy` (often itself); errors name `path`."""
    with opening_of(path):
        connection = connect(copy, access)
        try:
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if application != migrations.APPLICATION_ID or version < 1:
                if _without_tables(connection) and application == version == 0:
                    return 0
                _foreign(path)
            if version > migrations.newest():
                _newer(path, version)
            check(connection, path)
            if version == migrations.newest():
                _check_columns(connection, path)
        finally:
            connection.close()
    return version


def refuse_other_version(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotebookError when another program changed the version since the notebook was opened.

    notebook.newer, or notebook.changed_meanwhile (path) when it is older.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > migrations.newest():
        _newer(path, version)
    if version < migrations.newest():
        raise NotebookError("notebook.changed_meanwhile", path=str(path))


def _without_tables(connection: sqlite3.Connection) -> bool:
    """Return whether this is a database, if one with nothing in it.

    SQLite takes any file of less than 512 bytes for an empty database, and would write over it.
    """
    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        return False
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]) == 0


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotebookError notebook.damaged (path, detail) when the file is not whole.

    All of a file up to 32 MB is read (about 0.6 ms a megabyte); of a larger one only the length.
    """
    size = _size(path)
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    if not _size(besides(path)[0]) and size < pages * page:
        detail = f"{size} of {pages * page} bytes"
        raise NotebookError("notebook.damaged", path=str(path), detail=detail)
    if size <= _CHECKED_BYTES:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise NotebookError("notebook.damaged", path=str(path), detail=str(answer))


def _check_columns(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotebookError notebook.damaged when a table lacks a column of this version.

    SQLite's own check does not read the text of its schema.
    """
    for table in METADATA.sorted_tables:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
        if not columns.issuperset(table.c.keys()):
            raise NotebookError("notebook.damaged", path=str(path), detail=f"table {table.name}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _newer(path: Path, version: int) -> NoReturn:
    raise NotebookError(
        "notebook.newer", path=str(path), version=version, newest=migrations.newest()
    )


def _foreign(path: Path) -> NoReturn:
    raise NotebookError("notebook.not_a_notebook", path=str(path))
