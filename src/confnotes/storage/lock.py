"""The right to write: a lock beside the notebook that the system frees when the process ends."""

import logging
from pathlib import Path

from filelock import FileLock, Timeout

from confnotes.domain.errors import NotebookError
from confnotes.storage.errors import of_system

logger = logging.getLogger(__name__)


class WriterLock:
    """Held by the one process that may write in a notebook.

    The lock file stays behind, empty: were it removed, two processes could each hold a lock on a
    file of that name.
    """

    def __init__(self, notebook: Path) -> None:
        self._notebook = notebook
        self._lock = FileLock(lock_path(notebook), timeout=0, is_singleton=False)

    def acquire(self) -> None:
        """Take the lock; NotebookError notebook.locked (path) at once when another has it."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise NotebookError("notebook.locked", path=str(self._notebook)) from error
        except OSError as error:
            raise of_system(error, self._notebook) from error
        logger.debug("writing in %s", self._notebook)

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


def lock_path(notebook: Path) -> Path:
    """Return where the lock of a (resolved) notebook lies: a hidden file beside it."""
    return notebook.with_name(f".{notebook.name}.lock")
