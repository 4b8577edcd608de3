"""The bar above the status line that says what could not be done; no line above it moves."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step


class ErrorBar(QWidget):
    """One sentence about an error, until it is put away or the next thing works."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrapLabel("", Step.BASE, role="text")
        self.shut = IconButton("close", self.tr("Put away"), icon_size=16)
        self.shut.clicked.connect(self.put_away)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.shut)
        self._refit()
        theme().changed.connect(self._refit)
        self.words.installEventFilter(self)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(64), px(10), px(16), px(10))
        self._row.setSpacing(px(16))
        self._grow()

    def _grow(self) -> None:
        px = theme().px
        self.setFixedHeight(max(px(64), self.words.minimumHeight() + px(22)))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.words and event.type() == QEvent.Type.Resize:
            self._grow()
        return False

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.words.setText(sentence)
        self.show()
        self._grow()

    def put_away(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px, rect = theme().tokens, theme().px, self.rect()
        painter.fillRect(rect, t.raised)
        painter.fillRect(0, 0, rect.width(), 1, t.red_line)
        painter.fillRect(0, 0, 3, rect.height(), t.red)
        disc = QRectF(px(16), (rect.height() - px(36)) / 2, px(36), px(36))
        paint.band(painter, disc, px(18), t.red_soft)
        inner = px(9)
        paint.paint_icon(painter, "warning", disc.adjusted(inner, inner, -inner, -inner), t.red)
