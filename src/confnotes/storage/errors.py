"""What SQLite and the system report, as the codes that a person can act on.

The rest (a broken constraint, wrong SQL) is a bug of ours and stays the exception it is.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from confnotes.domain.errors import NotebookError

# Primary result codes, https://sqlite.org/rescode.html
_CODES = {
    sqlite3.SQLITE_BUSY: "notebook.busy",
    sqlite3.SQLITE_LOCKED: "notebook.busy",
    sqlite3.SQLITE_PROTOCOL: "notebook.busy",
    sqlite3.SQLITE_PERM: "notebook.read_only",
    sqlite3.SQLITE_READONLY: "notebook.read_only",
    sqlite3.SQLITE_IOERR: "notebook.io_error",
    sqlite3.SQLITE_CORRUPT: "notebook.damaged",
    sqlite3.SQLITE_NOTADB: "notebook.not_a_notebook",
    sqlite3.SQLITE_FULL: "notebook.disk_full",
    sqlite3.SQLITE_CANTOPEN: "notebook.cannot_open",
    sqlite3.SQLITE_TOOBIG: "notebook.too_big",
}
_ERRNO = {
    errno.EACCES: "notebook.read_only",
    errno.EPERM: "notebook.read_only",
    errno.EROFS: "notebook.read_only",
    errno.ENOSPC: "notebook.disk_full",
    errno.EDQUOT: "notebook.disk_full",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise NotebookError (facts: path, detail) for what SQLite could not do and is no bug.

    An OSError passes: in a unit of work it is about some other file. Around what touches the
    notebook's own files stands `opening_of`.
    """
    try:
        yield
    except NotebookError as error:
        if "path" in error.facts:
            raise
        raise NotebookError(error.code, **error.facts, path=str(path)) from error
    except UnicodeDecodeError as error:  # from SQLite's own message about a damaged file
        raise NotebookError("notebook.damaged", path=str(path), detail="no UTF-8") from error
    except (DBAPIError, sqlite3.Error) as error:
        found = _of_sqlite(error.orig if isinstance(error, DBAPIError) else error, path)
        if found is None:
            raise
        raise found from error


@contextmanager
def opening_of(path: Path) -> Iterator[None]:
    """Raise NotebookError also for what the system could not do with the notebook's files."""
    try:
        with translated(path):
            yield
    except OSError as error:
        raise of_system(error, path) from error


def of_system(error: OSError, path: Path) -> NotebookError:
    """Return what the system's error means for the notebook at `path`."""
    code = _ERRNO.get(error.errno or 0, "notebook.io_error")
    return NotebookError(code, path=str(path), detail=error.strerror or str(error))


def _of_sqlite(error: BaseException | None, path: Path) -> NotebookError | None:
    if not isinstance(error, sqlite3.Error):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    code = _CODES.get(number & 0xFF) if isinstance(number, int) else None
    if code is None and str(error).startswith("Could not decode to UTF-8"):
        code = "notebook.damaged"  # the driver says so, without a code of SQLite's
    return NotebookError(code, path=str(path), detail=str(error)) if code else None
