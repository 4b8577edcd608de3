"""A schedule, read: what the pages of an import hand to each other."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from confnotes.domain.conference import FeedState, SourceKind
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ConfnotesError, ScheduleError
from confnotes.domain.table import Columns
from confnotes.services.bundle import Services

if TYPE_CHECKING:
    from confnotes.services.finding import Step, Stop  # the network is not for start-up

LARGEST = 200_000_000
"""Bytes above which a file is no schedule and is not even read."""
ENDINGS = (".ics", ".ical", ".xml", ".json", ".csv", ".tsv")
"""How the names of schedule files end."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A schedule file as read: its name, its size in bytes and SHA-256, and what it says.
    `known`: the conference of the notebook whose schedule it is ("" for a new one); `feed`: where
    it was fetched; `table`: its bytes where it is a table, whose `columns` may be said
    otherwise."""

    name: str
    size: int
    sha256: str
    draft: Draft
    known: str = ""
    feed: FeedState | None = None
    table: bytes = b""
    columns: Columns | None = None


class UnknownColumnsError(ScheduleError):
    """A table whose columns somebody has to name; it brings what is needed for that."""

    def __init__(
        self, error: ScheduleError, data: bytes, name: str, feed: FeedState | None
    ) -> None:
        super().__init__(error.code, **error.facts)
        self.data, self.name, self.feed = data, name, feed


def read_bytes(
    data: bytes,
    name: str,
    services: Services,
    *,
    draft: Draft | None = None,
    feed: FeedState | None = None,
    columns: Columns | None = None,
) -> ReadFile:
    """Return a schedule as read, a table as `columns` say; ScheduleError when it cannot be,
    UnknownColumnsError where nobody has said it yet."""
    try:
        draft = draft or services.schedules.read(data, name, columns)
    except ScheduleError as error:
        if error.code == "schedule.unknown_columns":
            raise UnknownColumnsError(error, data, name, feed) from error
        raise
    sha256 = hashlib.sha256(data).hexdigest()
    known = services.schedules.known_as(draft, sha256)
    table = data if draft.kind is SourceKind.TABLE else b""
    return ReadFile(name, len(data), sha256, draft, known.id if known else "", feed, table, columns)


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
    return read_bytes(data, path.name, services)


def fetch_file(
    address: str, services: Services, stop: "Stop", progress: "Callable[[Step], None]"
) -> ReadFile:
    """Return the schedule at an address or behind its page; FetchError or ScheduleError when there
    is none, fetch.unchanged (name, host, id) when the notebook has that state."""
    from confnotes.services.finding import find

    found = find(address, services.schedules.feeds(), stop=stop, progress=progress)
    if found.unchanged:
        conference = services.schedules.fed_by(found.state.address)
        name, identity = (conference.title, conference.id) if conference else ("", "")
        raise ConfnotesError("fetch.unchanged", name=name, host=found.name, id=identity)
    if found.draft is None and services.schedules.print_page(found.data) is not None:
        raise ScheduleError("schedule.print_page")
    return read_bytes(found.data, found.name, services, draft=found.draft, feed=found.state)
