"""Writes that are tried again until the notebook takes them: what was typed is never dropped."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.ui.shell.tasks import Tasks

logger = logging.getLogger(__name__)

RETRY_MS = 4_000
Change = Callable[[], ChangeSet]


class _BehindError(NotebookError):
    """Not tried: a write asked for before this one has not reached the file."""


@dataclass(eq=False)
class _Round:
    """Writes sent one after the other; after the first the file refused, none is tried."""

    broken: bool = False


@dataclass(frozen=True, eq=False)
class _Write:
    change: Change
    after: Callable[[], None] | None
    about: Hashable | None
    words: str


class Insistent(QObject):
    """Writes in order. When the file cannot take one (disk full, folder gone) it and all after it
    wait and are tried again every few seconds; `failed` says why, each time.

    A change that makes no sense (the session is gone) is not tried again. One that met a bug is,
    but nothing waits for it.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: list[_Write] = []
        self._sent: list[_Write] = []
        self._newest: dict[Hashable, _Write] = {}
        self._round = _Round()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.try_again)

    @property
    def owing(self) -> bool:
        """Whether something asked for is not in the file yet."""
        return bool(self._sent or self._waiting)

    def words(self) -> list[str]:
        """Return the words of what is not in the file yet, in the order they were asked for."""
        return [write.words for write in (*self._waiting, *self._sent) if not self._stale(write)]

    def write(
        self,
        change: Change,
        after: Callable[[], None] | None = None,
        *,
        about: Hashable | None = None,
        words: str = "",
    ) -> None:
        """Do a change; `after` is called once it is in the file (or makes no sense any more).

        Of changes `about` the same thing only the newest counts: one that waits is dropped for it.
        `words` is what a person typed, should it have to be kept somewhere else.
        """
        write = _Write(change, after, about, words)
        held = bool(self._waiting)
        if about is not None:
            self._newest[about] = write
            self._drop_stale()
        if held:
            self._waiting.append(write)
        else:
            self._send(write)

    def _stale(self, write: _Write) -> bool:
        return write.about is not None and self._newest.get(write.about) is not write

    def _drop_stale(self) -> None:
        stale = [write for write in self._waiting if self._stale(write)]
        self._waiting = [write for write in self._waiting if not self._stale(write)]
        for write in stale:
            _finish(write)

    def try_again(self) -> None:
        """Try now what waits. While some are under way nothing is: they would be overtaken."""
        if self._sent or not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        for write in waiting:
            self._send(write)

    def _send(self, write: _Write) -> None:
        if not self._sent:
            self._round = _Round()
        self._sent.append(write)
        sent_in = self._round

        def attempt() -> ChangeSet:
            if sent_in.broken or self._stale(write):
                raise _BehindError("notebook.busy")
            try:
                return write.change()
            except NotebookError:
                sent_in.broken = True
                raise

        self._tasks.write(
            attempt,
            lambda changes: self._did(changes, write),
            lambda error: self._could_not(error, write),
        )

    def _did(self, changes: ChangeSet, write: _Write) -> None:
        self._sent.remove(write)
        _finish(write)
        self.done.emit(changes)

    def _could_not(self, error: ConfnotesError, write: _Write) -> None:
        self._sent.remove(write)
        again = isinstance(error, NotebookError) or error.code == "app.unexpected"
        if again and not self._stale(write):
            self._waiting.append(write)
            self._timer.start()
        else:
            _finish(write)
        if not isinstance(error, _BehindError):
            logger.info("a write failed: %s", error)
            self.failed.emit(error)


def _finish(write: _Write) -> None:
    if write.after is not None:
        write.after()
