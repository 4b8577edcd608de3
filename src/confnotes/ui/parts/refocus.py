"""Brings the focus back when what had it goes away under a person's hands."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper(QObject):
    """Calls `place` when something in `root` that had the focus was hidden or switched off and
    nobody said where it goes: Qt takes whatever comes next in the window, or nothing."""

    def __init__(self, root: QWidget, place: Callable[[], None]) -> None:
        super().__init__(root)
        self._root, self._place = root, place
        self._taken: QWidget | None = None
        self._soon = QTimer(self)  # whoever hides something may place the focus itself
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None or not self._root.isAncestorOf(old):
            return
        if not (old.isVisible() and old.isEnabled()) and self._root.isVisible():
            self._taken = now
            self._soon.start()

    def _bring_back(self) -> None:
        now, taken = QApplication.focusWidget(), self._taken
        self._taken = None
        if (
            (now is None or now is taken)
            and self._root.isVisible()
            and QApplication.activePopupWidget() is None
        ):
            self._place()
