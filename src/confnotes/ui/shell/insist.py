"""Writes that are tried again until the notebook takes them: what was typed is never dropped."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.ui.shell.tasks import Tasks

logger = logging.getLogger(__name__)

RETRY_MS = 4_000
Change = Callable[[], ChangeSet]


class Insistent(QObject):
    """Writes in order. When the file cannot take one (disk full, folder gone) it and all after it
    wait and are tried again every few seconds; `failed` says why, each time.

    A change that makes no sense (the session is gone) is not tried again.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: list[tuple[Change, Callable[[], None] | None]] = []
        self._under_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.try_again)

    @property
    def owing(self) -> bool:
        """Whether something asked for is not in the file yet."""
        return self._under_way > 0 or bool(self._waiting)

    def write(self, change: Change, after: Callable[[], None] | None = None) -> None:
        """Do a change; `after` is called once it is in the file (or makes no sense)."""
        if self._waiting:
            self._waiting.append((change, after))
        else:
            self._send(change, after)

    def try_again(self) -> None:
        """Try now what waits."""
        waiting, self._waiting = self._waiting, []
        for change, after in waiting:
            self._send(change, after)

    def _send(self, change: Change, after: Callable[[], None] | None) -> None:
        self._under_way += 1
        self._tasks.write(
            change,
            lambda changes: self._did(changes, after),
            lambda error: self._could_not(error, change, after),
        )

    def _did(self, changes: ChangeSet, after: Callable[[], None] | None) -> None:
        self._under_way -= 1
        if after is not None:
            after()
        self.done.emit(changes)

    def _could_not(
        self, error: ConfnotesError, change: Change, after: Callable[[], None] | None
    ) -> None:
        self._under_way -= 1
        if isinstance(error, NotebookError):
            self._waiting.append((change, after))
            self._timer.start()
        elif after is not None:
            after()
        logger.info("a write failed: %s", error)
        self.failed.emit(error)
