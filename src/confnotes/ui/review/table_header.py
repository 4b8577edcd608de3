"""The heads of the table's columns: a click sorts, and so do the keys."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review.rows import Column

HEIGHT = 36


class TableHeader(QHeaderView):
    """Left and Right go from head to head, Enter or Space sorts by it; `sort_asked` tells the
    column. `set_sorted` shows what is in force."""

    sort_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted: tuple[Column, bool] | None = None
        self._at = int(Column.SESSION)
        self._hover = -1
        self._ring = False
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)
        self.setStretchLastSection(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Heads of the columns"))
        self.viewport().setAutoFillBackground(False)

    def set_sorted(self, column: Column | None, *, down: bool = True) -> None:
        """Show by which column the table is sorted (None: it stands in groups)."""
        self._sorted = None if column is None else (column, down)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._at = min(max(self._at + step, 0), self.count() - 1)
            self._ring = True
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sort_asked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.logicalIndexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self._at = at
            self.sort_asked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.viewport().update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        t = theme().tokens
        painter.fillRect(self.viewport().rect(), t.canvas)
        for at in range(self.count()):
            left = self.sectionViewportPosition(at)
            self._paint_head(painter, QRectF(left, 0, self.sectionSize(at), self.height()), at)
        below = QRectF(0, self.height() - 1, self.viewport().width(), 1)
        painter.fillRect(below, t.line)

    def _paint_head(self, painter: QPainter, rect: QRectF, at: int) -> None:
        t, px = theme().tokens, theme().px
        column = Column(at)
        on = self._sorted is not None and self._sorted[0] is column
        ink = t.accent if on else t.text if at == self._hover else t.text2
        font = theme().font(Step.SMALL, SEMIBOLD if on else MEDIUM)
        if column is Column.REVIEWED:
            side = px(14)
            box = QRectF(rect.right() - px(16), rect.center().y() - side / 2, side, side)
            paint.paint_icon(painter, "check_circle", box, ink)
        elif column is Column.SESSION:
            words = rect.adjusted(px(8), 0, -px(8), 0)
            paint.draw_text(painter, words, self._words(at), font, ink)
        else:
            shift = -px(8) if on else 0
            words = rect.translated(shift, 0)
            used = paint.draw_text(painter, words, self._words(at), font, ink, Align.CENTRE)
            if on:
                self._arrow(painter, words.center().x() + used / 2 + px(4), rect)
        if self._ring and self.hasFocus() and at == self._at:
            paint.focus_ring(painter, rect.adjusted(1, px(5), -1, -px(5)), px(6))

    def _words(self, at: int) -> str:
        return str(self.model().headerData(at, Qt.Orientation.Horizontal))

    def _arrow(self, painter: QPainter, left: float, rect: QRectF) -> None:
        down = self._sorted is not None and self._sorted[1]
        side = theme().px(13)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        name = "chevron_down" if down else "chevron_up"
        paint.paint_icon(painter, name, box, theme().tokens.accent)
