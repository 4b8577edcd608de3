"""Bringing a notebook to the newest version: copied first, then one transaction a step."""

import logging
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Engine

from confnotes.storage import migrations
from confnotes.storage.engine import bare, checkpoint

logger = logging.getLogger(__name__)


def upgrade(writer: Engine, path: Path, version: int, *, keep_copy: bool = True) -> None:
    """Take the notebook from `version` to the newest; errors of SQLite and the system pass.

    After any error the notebook is at the version of its last whole step, and the copy as before
    the first.
    """
    newest = migrations.newest()
    if version == newest:
        return
    if version and keep_copy:
        copy = copy_path(path, newest)
        _copy(writer, copy)
        logger.info("%s: version %d kept as %s", path, version, copy)
    for step in range(version + 1, newest + 1):
        with writer.begin() as connection:
            migrations.migrate(connection, step)
    checkpoint(writer)


def copy_path(path: Path, version: int) -> Path:
    """Return where the copy from before that version is kept: `<stem>.before-v<N><suffix>`."""
    return path.with_name(f"{path.stem}.before-v{version}{path.suffix}")


def _copy(writer: Engine, copy: Path) -> None:
    """Put a whole copy in place at once; the copy of an earlier attempt gives way to it."""
    half = copy.with_name(copy.name + ".part")
    try:
        half.unlink(missing_ok=True)
        with bare(writer) as source, closing(sqlite3.connect(half)) as target:
            source.backup(target)
        _sync(half)
        half.replace(copy)
        _sync(copy.parent)
    finally:
        half.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Make sure the bytes (of a folder: its entries) are on the disk, where the system can."""
    with suppress(PermissionError, IsADirectoryError):  # Windows cannot open folders
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
