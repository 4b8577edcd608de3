"""A schedule file, read: what the pages of an import hand to each other."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from confnotes.domain.draft import Draft
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services

LARGEST = 200_000_000
"""Bytes above which a file is no schedule and is not even read."""
ENDINGS = (".ics", ".ical", ".xml", ".json", ".csv", ".tsv")
"""How the names of schedule files end."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A schedule file as read: its name, its size in bytes and SHA-256, and what it says.
    `known`: the conference of the notebook whose schedule it is ("" for a new one)."""

    name: str
    size: int
    sha256: str
    draft: Draft
    known: str = ""


def read_file(path: Path, services: Services) -> ReadFile:
    """Return a schedule file as read; ScheduleError or start.* when it cannot be."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ConfnotesError("start.too_large", name=path.name, megabytes=size // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfnotesError("start.cannot_read", name=path.name, reason=reason) from error
    draft = services.schedules.read(data, path.name)
    sha256 = hashlib.sha256(data).hexdigest()
    known = services.schedules.known_as(draft, sha256)
    return ReadFile(path.name, len(data), sha256, draft, known.id if known else "")
