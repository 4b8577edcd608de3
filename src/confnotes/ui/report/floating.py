"""What floats over the workspace: a card with a shadow, put away by Escape or a click beside it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import theme

SHADOW = 14
"""How far the shadow reaches around the card."""


class Floating(QWidget):
    """A card of its own over its parent; `closed` tells that it was put away."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._back: QWidget | None = None
        self.column = QVBoxLayout(self)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        edge = px(SHADOW)
        self.column.setContentsMargins(edge + px(8), edge + px(8), edge + px(8), edge + px(8))
        self.column.setSpacing(px(4))
        self.update()

    def open(self) -> None:
        """Show it above everything in its parent; the focus comes back when it closes."""
        self._back = QApplication.focusWidget()
        self.show()
        self.raise_()
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def shut(self) -> None:
        """Put it away."""
        if not self.isVisible():
            return
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside and self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            beside = watched is not self and not self.isAncestorOf(watched)
            if beside and watched.window() is self.window():
                self.shut()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: object) -> None:
        """Keep clicks on the card from what lies below it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect()).adjusted(px(SHADOW), px(SHADOW), -px(SHADOW), -px(SHADOW))
        for step in range(px(SHADOW), 0, -2):
            shade = QColor(t.shadow)
            shade.setAlphaF((0.05 if t.dark else 0.018) * (1 - step / (px(SHADOW) + 2)) + 0.004)
            around = rect.adjusted(-step, -step + px(3), step, step)
            paint.band(painter, around, px(12) + step, shade)
        paint.band(painter, rect, px(12), t.raised, t.line2)
