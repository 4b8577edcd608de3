"""Notebooks for tests: real files, a clock that ticks, and what lies in a folder."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode


class Ticking:
    """A clock that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def services(
    path: Path, mode: Mode = Mode.WRITE, clock: Callable[[], datetime] | None = None
) -> Services:
    """Return the services on a notebook, with a ticking clock and no report wording."""
    return open_services(path, mode, wording={}, clock=clock or Ticking())


def bytes_in(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder` by its name.

    Only while this process has no notebook there open: closing a file drops SQLite's locks on it.
    """
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
