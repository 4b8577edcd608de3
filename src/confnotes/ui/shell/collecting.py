"""Python's collection of cycles, on the one thread where widgets may be destroyed.

Python collects on whatever thread happens to allocate next. A widget that is part of a cycle would
then be destroyed by the thread that writes or reads, which Qt forbids: it crashes, rarely and far
from the cause. So the automatic collection is off while the window lives, and the thread of the
window collects between two events, never within a key.
"""

import gc

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

EVERY_MS = 500
OLD_MS = 10_000
"""The old objects, which take longest, are looked at no more often."""


class Collector(QObject):
    """Collects on the thread it lives on, from `begin` to `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._since.start()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect what Python would have by now."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for age in (2, 1, 0):
            if counts[age] > thresholds[age] and (age < 2 or self._since.hasExpired(OLD_MS)):
                if age == 2:
                    self._since.restart()
                gc.collect(age)
                return
