"""When typing is handed on: soon after the last key, and never later than a second."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 300
MOST_MS = 1000


class Autosave(QObject):
    """`touch()` with every edit; `due` comes 300 ms after the last, at most 1 s after the first."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = False
        self._pause = QTimer(self)
        self._most = QTimer(self)
        for timer, length in ((self._pause, PAUSE_MS), (self._most, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(self._fire)

    @property
    def pending(self) -> bool:
        """Whether there are edits that were not handed on yet."""
        return self._waiting

    def touch(self) -> None:
        """Something was edited."""
        self._pause.start()
        if not self._waiting:
            self._waiting = True
            self._most.start()

    def flush(self) -> None:
        """Hand on now what waits, if anything does."""
        if self._waiting:
            self._fire()

    def _fire(self) -> None:
        self.drop()
        self.due.emit()

    def drop(self) -> None:
        """Forget what waits: it does not matter any more."""
        self._waiting = False
        self._pause.stop()
        self._most.stop()
