"""Stars: a rating by pointer or by keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme

_DONE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})
_SAME = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Reasons of a focus that only comes back from another window or a menu."""


class Stars(QWidget):
    """A rating of one to five stars: click, arrows, 1-5; 0 or a second click clears.

    `rated` tells the new rating (None: none). `settled`: reached by a chord, and a digit, Enter
    or Escape says that one is done; the focus may go back to where one was writing.
    """

    rated = Signal(object)
    settled = Signal()

    def __init__(self, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = None
        self._size = size
        self._hover = 0
        self.ring = False
        self._by_chord = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self._say()

    def rating(self) -> int | None:
        """Return the rating shown (None: none)."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show a rating without telling it."""
        self._rating = rating
        self._say()
        self.update()

    def _say(self) -> None:
        name = self.tr("Rating: {n} of 5").format(n=self._rating) if self._rating else ""
        self.setAccessibleName(name or self.tr("Rating: none"))

    def _rate(self, rating: int | None) -> None:
        if rating != self._rating:
            self.set_rating(rating)
            self.rated.emit(rating)

    def _step(self) -> int:
        return theme().px(self._size) + theme().px(4)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(5 * self._step() + px(4), px(self._size) + px(8))

    def _at(self, x: float) -> int:
        return min(max(int((x - theme().px(4)) // self._step()) + 1, 1), 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            star = self._at(event.position().x())
            self._rate(None if star == self._rating else star)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position().x())
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = 0
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = Qt.Key(event.key()), self._rating or 0
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._rate(min(now + 1, 5))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._rate(now - 1 or None if now else None)
        elif event.text() in tuple("012345"):
            self._rate(int(event.text()) or None)
            self._settle()
        elif key in _DONE and self._by_chord:
            self._settle()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        if self._by_chord:
            self.settled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _SAME:
            self._by_chord = event.reason() is Qt.FocusReason.ShortcutFocusReason
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        if self.ring:
            paint.focus_ring(painter, QRectF(self.rect()), px(8))
        shown = self._hover if self._hover and self.isEnabled() else self._rating or 0
        paint.draw_stars(painter, px(4), self.height() / 2, px(self._size), shown, gap=px(4))
