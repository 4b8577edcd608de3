"""A composition that was taken away (Escape) stays away, whatever the input method's side does.

Qt's part for IBus remembers what was composed also after it was cancelled, and commits it when the
focus leaves or the field is hidden. Such a commit is told from a real one by coming late, alone,
and with just the words that were taken away. What is hidden and committed in one go, as Hangul is,
is real: both events wait in the queue together, and a timer fires behind them however long the
first one takes.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

LATE_MS = 50
"""After so long a commit no longer belongs to the event that hid its words."""


class TakenAway(QObject):
    """Listens to the field that has the focus, for the whole application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._field: QWidget | None = None
        self._shown, self._gone = "", ""
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(LATE_MS)
        app.focusChanged.connect(self._follow)

    @property
    def settled(self) -> bool:
        """Whether what was hidden last was taken away, and not to be committed in one go."""
        return not self._together.isActive()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen to another field; a window that is left for a while comes back to its own."""
        if new is None or new is self._field:
            return
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._forget)
        self._field = new
        self._shown = self._gone = ""
        new.installEventFilter(self)
        new.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._field = None

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.InputMethod or not isinstance(event, QInputMethodEvent):
            return False
        preedit, commit = event.preeditString(), event.commitString()
        before, self._shown = self._shown, preedit
        if preedit or commit:
            gone, self._gone = self._gone, ""
            return bool(gone) and self.settled and not preedit and commit == gone
        if before:
            self._gone = before
            self._together.start()
        return False
