"""The notebook: one file with everything a person plans, notes and writes, opened once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from confnotes.storage.opening import open_to_read, open_to_write
from confnotes.storage.reading import Reading
from confnotes.storage.store import Store
from confnotes.storage.writing import Writing

Clock = Callable[[], datetime]
"""What says which moment it is: an aware instant in UTC."""


class Mode(StrEnum):
    """READ never writes and works beside a writer; WRITE makes a missing file and keeps others
    from writing."""

    READ = "read"
    WRITE = "write"


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class Notebook:
    """An open notebook. Close it, or use it as a context."""

    def __init__(self, store: Store, mode: Mode, clock: Clock) -> None:
        self._store = store
        self.mode = mode
        self.clock = clock

    @property
    def path(self) -> Path:
        """The file, with symbolic links resolved."""
        return self._store.path

    @property
    def attachments(self) -> Path:
        """The folder of the pictures, beside the file; there only once it holds one."""
        return self.path.with_name(f"{self.path.stem}.files")

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give a unit of work that sees the notebook as of one moment, in any thread."""
        with self._store.reading() as unit:
            yield unit

    @contextmanager
    def writing(self, initiator: object = None) -> Iterator[Writing]:
        """Give a unit of work of which all is kept, or nothing; tell the hub of `unit.changes`."""
        with self._store.writing(initiator) as unit:
            yield unit

    def close(self) -> None:
        """Close the file and let others write."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_notebook(path: Path, mode: Mode, clock: Clock = utc_now) -> Notebook:
    """Return the notebook at `path`.

    NotebookError, the file left untouched: notebook.locked, newer, not_a_notebook, read_only,
    missing, damaged, is_folder, folder_missing, cannot_open, disk_full, io_error.
    """
    opened = open_to_write if mode is Mode.WRITE else open_to_read
    return Notebook(opened(path, clock), mode, clock)
