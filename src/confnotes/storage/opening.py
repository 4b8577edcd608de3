"""Opening a notebook: what is there is looked at first, and refused untouched if it will not do."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import local

from sqlalchemy import Engine

from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.times import instant_text
from confnotes.storage import engine, looking, migrations
from confnotes.storage.engine import Access
from confnotes.storage.errors import of_system, opening_of
from confnotes.storage.lock import WriterLock
from confnotes.storage.schema import author, notebook
from confnotes.storage.store import Store
from confnotes.storage.upgrade import upgrade

Clock = Callable[[], datetime]


def open_to_read(path: Path, clock: Clock) -> Store:
    """Return the notebook, never changing or making a byte of it or beside it.

    While another process writes, each unit of work sees what is committed. An older notebook is
    brought up to date in a copy. NotebookError as `looking.look` has it.
    """
    path = _resolved(path)
    found = looking.look(path)
    if found.version == 0:
        raise NotebookError("notebook.not_a_notebook", path=str(path))
    with ExitStack() as stack:
        if found.access is None or found.version < migrations.newest():
            copy = _copied(path, found, stack)
            readers = engine.readers(copy, Access.READ_UNSHARED)
            return Store(path, clock, readers, stack.pop_all())
        watch = _Watch(path)
        return Store(path, clock, watch.engine(), stack.pop_all(), unchanged=watch.unchanged)


def open_to_write(path: Path, clock: Clock) -> Store:
    """Return the notebook with the right to write in it, made if there is none.

    An older one is brought up to date, after a copy was put beside it. NotebookError as
    `looking.look` has it, and notebook.locked (path), notebook.folder_missing (path, folder),
    notebook.read_only, notebook.disk_full.
    """
    path = _resolved(path)
    if not path.parent.is_dir():
        raise NotebookError("notebook.folder_missing", path=str(path), folder=str(path.parent))
    _refuse(path)
    with ExitStack() as stack:
        lock = WriterLock(path)
        lock.acquire()
        stack.callback(lock.release)
        # Once more: another process may have been at work until a moment ago.
        version = _refuse(path)
        made = looking.is_empty(path)
        if made:
            undo = stack.enter_context(ExitStack())
            undo.callback(_unmade, path, existed=path.exists())
        writer = engine.writer(path, Access.CREATE if made else Access.WRITE)
        stack.callback(writer.dispose)
        with opening_of(path):
            upgrade(writer, path, version)
            author_id = _owner(writer, clock)
        readers = engine.readers(path, Access.READ)
        if made:
            undo.pop_all()
        stack.pop_all()
        held = ExitStack()
        held.callback(lock.release)
        in_place = _Place(path).holds
        return Store(path, clock, readers, held, writer, author_id, in_place=in_place)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # a loop of symbolic links
        raise NotebookError("notebook.cannot_open", path=str(path), detail=str(error)) from error


def _refuse(path: Path) -> int:
    """Return the version of what is to be written in (0: nothing yet); NotebookError if unfit."""
    try:
        empty = looking.is_empty(path)
    except OSError as error:
        raise of_system(error, path) from error
    version = 0 if empty else looking.look(path).version
    for needed in (path, path.parent):
        if needed.exists() and not os.access(needed, os.W_OK):
            raise NotebookError("notebook.read_only", path=str(path), detail=str(needed))
    return version


def _unmade(path: Path, *, existed: bool) -> None:
    """Leave what was there before a notebook could not be made: nothing, or an empty file."""
    for file in looking.besides(path):
        file.unlink(missing_ok=True)
    if existed:
        path.write_bytes(b"")
    else:
        path.unlink(missing_ok=True)


def _owner(writer: Engine, clock: Clock) -> str:
    """Return the id of who writes in this notebook, making a new notebook theirs."""
    with writer.begin() as connection:
        found = connection.scalar(notebook.select().with_only_columns(notebook.c.author_id))
        if found is not None:
            return str(found)
        identity = new_id()
        books = {"author_id": identity, "changed_at": instant_text(clock())}
        blank = dict.fromkeys(("name", "handle", "role", "company", "url"), "")
        connection.execute(author.insert(), {"id": identity, **blank, **books})
        connection.execute(notebook.insert(), {"id": new_id(), **books})
        return identity


def _copied(path: Path, found: looking.Found, stack: ExitStack) -> Path:
    """Return an up-to-date copy that goes when `stack` ends."""
    with opening_of(path):
        folder = stack.enter_context(TemporaryDirectory(prefix="confnotes-"))
        copy = Path(folder) / "notebook"
        if found.access is None:
            recovered = stack.enter_context(looking.copied_with_journal(path))
            _backed_up(recovered, Access.WRITE, copy)
        else:
            _backed_up(path, found.access, copy)
        writer = engine.writer(copy)
        try:
            upgrade(writer, copy, found.version, keep_copy=False)
        finally:
            writer.dispose()
        return copy


def _backed_up(path: Path, access: Access, copy: Path) -> None:
    with (
        closing(engine.connect(path, access)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


class _Place:
    """Knows which file lies at a path: SQLite goes on writing into one that was moved away or
    deleted, as if nothing had happened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = self._there()

    def holds(self) -> bool:
        """Return whether the same file lies there still (also when nobody can say)."""
        try:
            return self._there() == self._file
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True  # a network that stutters: SQLite meets it as well, and says what it is

    def _there(self) -> tuple[int, int]:
        stat = self._path.stat()
        return stat.st_dev, stat.st_ino


class _Watch:
    """Sees whether a file that is read as unchanging (`immutable`) changed under the reader.

    Without a WAL there is no lock one could take without writing. So the file's stamp is taken
    before a unit of work and compared after it; a writer that came in between is noticed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = local()

    def engine(self) -> Engine:
        """Return an engine whose every connection is opened as fits at that moment."""
        return engine.choosing(self._opened)

    def unchanged(self) -> bool:
        """Return whether what the last unit of work read is still what it was."""
        stamp = getattr(self._seen, "stamp", None)
        return stamp is None or stamp == self._now()

    def _opened(self) -> sqlite3.Connection:
        self._seen.stamp = None
        access = looking.how_to_read(self._path)
        if access is None:
            raise NotebookError("notebook.changed_meanwhile", path=str(self._path))
        if access is Access.READ_UNSHARED:
            self._seen.stamp = self._now()
        with opening_of(self._path):
            connection = engine.connect(self._path, access)
            try:
                looking.refuse_other_version(connection, self._path)
            except BaseException:
                connection.close()
                raise
        return connection

    def _now(self) -> tuple[int, ...]:
        try:
            stat = self._path.stat()
        except OSError:
            return ()
        wal = looking.besides(self._path)[0]
        return (stat.st_size, stat.st_mtime_ns, stat.st_ino, int(wal.exists()))
