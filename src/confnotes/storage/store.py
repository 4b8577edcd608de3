"""A notebook file, opened to read or to write."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock, get_ident

from sqlalchemy import Engine

from confnotes.domain.errors import NotebookError
from confnotes.storage.engine import checkpoint
from confnotes.storage.errors import translated
from confnotes.storage.reading import Reading
from confnotes.storage.writing import Writing

logger = logging.getLogger(__name__)


class Store:
    """Units of work on one notebook. Made by `opening`; close it (or use it as a context)."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        readers: Engine,
        held: ExitStack,
        writer: Engine | None = None,
        author_id: str = "",
        unchanged: Callable[[], bool] = lambda: True,
        in_place: Callable[[], bool] = lambda: True,
    ) -> None:
        self.path = path
        self._clock = clock
        self._readers = readers
        self._writer = writer
        self._author_id = author_id
        self._held = held
        self._unchanged = unchanged
        self._in_place = in_place
        self._turn = RLock()
        self._writing_thread: int | None = None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give a unit of work that reads, in any thread; NotebookError when the file fails."""
        try:
            with translated(self.path), self._readers.connect() as connection:
                yield Reading(connection)
        except NotebookError as error:
            if not self._unchanged():
                raise self._changed() from error
            raise _naming(error, self.path) from error
        if not self._unchanged():
            raise self._changed()

    @contextmanager
    def writing(self, initiator: object = None) -> Iterator[Writing]:
        """Give a unit of work that writes: all of it is kept at the end, or nothing on an error.

        Units of several threads wait for each other. NotebookError notebook.read_only when the
        notebook was opened to read, notebook.moved when what is written to no longer lies where it
        was opened (a save there would be lost with the last connection), else as the file fails.
        """
        if self._writer is None:
            raise NotebookError("notebook.opened_to_read", path=str(self.path))
        with self._turn:
            if self._writing_thread == get_ident():
                raise RuntimeError("a unit of work that writes cannot hold another")
            self._writing_thread = get_ident()
            try:
                self._look_where()
                with translated(self.path), self._writer.begin() as connection:
                    unit = Writing(connection, self._author_id, self._clock(), initiator)
                    yield unit
                    unit.past.write()
                self._look_where()
            except NotebookError as error:
                raise _naming(error, self.path) from error
            finally:
                self._writing_thread = None

    def close(self) -> None:
        """Close all connections; the writer first brings everything into the one file."""
        with self._turn:
            self._readers.dispose()
            if self._writer is not None:
                _checkpoint(self._writer, self.path)
                self._writer.dispose()
            self._held.close()

    def _look_where(self) -> None:
        if not self._in_place():
            raise NotebookError("notebook.moved", path=str(self.path))

    def _changed(self) -> NotebookError:
        return NotebookError("notebook.changed_meanwhile", path=str(self.path))


def _checkpoint(writer: Engine, path: Path) -> None:
    """Empty the WAL into the file. Not being able to is no loss: the WAL is read the next time."""
    try:
        checkpoint(writer)
    except sqlite3.Error as error:
        logger.warning("%s: the WAL stays beside it: %s", path, error)


def _naming(error: NotebookError, path: Path) -> NotebookError:
    """Return the error with the notebook's path among its facts."""
    if "path" in error.facts:
        return error
    return NotebookError(error.code, path=str(path), **error.facts)
