"""A disk that does not answer while it is asked to keep something."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from sqlalchemy import event

from confnotes.services.bundle import Services

PATIENCE = 10.0
"""Seconds after which a commit goes on all the same, so that whoever waits for it is found out."""


class Disk:
    """`asked`: a commit waits for the disk, all that it holds still held. `gave_up`: somebody
    waited for that commit until it went on by itself."""

    def __init__(self, *, seconds: float | None = None) -> None:
        self.asked, self.answers = Event(), Event()
        self.gave_up = False
        self.commits = 0
        self._seconds = seconds

    def commit(self, _connection: object) -> None:
        """Keep it: when told so, or after so many seconds."""
        self.asked.set()
        self.commits += 1
        if self._seconds is not None:
            self.answers.wait(self._seconds)
        elif not self.answers.wait(PATIENCE):
            self.gave_up = True
            self.answers.set()


@contextmanager
def stuck_disk(services: Services, *, seconds: float | None = None) -> Iterator[Disk]:
    """Let each commit wait until this ends (or so many seconds).

    The engine keeps its listener: to take it away would disturb a commit that runs just then.
    """
    writer = services.notebook._store._writer
    assert writer is not None
    disk = Disk(seconds=seconds)
    event.listen(writer, "commit", disk.commit)
    try:
        yield disk
    finally:
        disk.answers.set()
