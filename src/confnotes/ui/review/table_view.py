"""The table of what was attended, edited in place by mouse and keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme
from confnotes.ui.review.rows import Column, ReviewRow, Row
from confnotes.ui.review.table_delegate import (
    HEAD,
    ROW,
    STAR,
    STAR_GAP,
    TableDelegate,
    stars_left,
)
from confnotes.ui.review.table_header import TableHeader
from confnotes.ui.review.table_model import ReviewModel

_WIDTHS = {
    Column.REVIEWED: 36,
    Column.RATING: 108,
    Column.RECOMMENDED: 68,
    Column.NOTES: 52,
    Column.UNCLEAR: 84,
    Column.TODOS: 72,
    Column.LINKS: 72,
    Column.PICTURES: 52,
    Column.SUMMARY: 68,
}


class ReviewTable(QTableView):
    """0 to 5 rate the session, Space ticks what the cell is about, Enter goes to its panel.

    `chosen` tells the session one stands on, `entered` that its panel is asked for (with the
    column), `sort_asked` the column of a head.
    """

    chosen = Signal(str)
    entered = Signal(str, int)
    sort_asked = Signal(int)

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = TableDelegate(self)
        self._filling = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.head = TableHeader(self)
        self.setHorizontalHeader(self.head)
        self.head.show()
        self.head.sort_asked.connect(self.sort_asked)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()  # the delegate paints the row's band; the style would too
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setAccessibleName(self.tr("What you attended"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self._refit)

    def show_rows(self, rows: Sequence[Row], *, dated: bool) -> None:
        """Show these rows; the session one stands on stays chosen, without telling."""
        was, column = self.current_id(), max(self.currentIndex().column(), 0)
        bar = self.verticalScrollBar().value()
        self._filling = True
        self._delegate.dated = dated
        self._model.set_rows(rows)
        self._measure()
        if was:
            self.choose(was, column)
        self._filling = False
        self.verticalScrollBar().setValue(bar)
        self.viewport().update()

    def choose(self, session_id: str, column: int = Column.SESSION) -> bool:
        """Stand on a session; return whether it is in the table."""
        at = self._model.row_of(session_id)
        if at < 0:
            return False
        self.setCurrentIndex(self._model.index(at, column))
        self._delegate.selected = at
        return True

    def current_id(self) -> str:
        """Return the session one stands on ("" for none)."""
        row = self._model.row_at(self.currentIndex())
        return row.session_id if row is not None else ""

    def _measure(self) -> None:
        self.clearSpans()
        heads = set(self._model.heads())
        for at in range(self._model.rowCount()):
            self.setRowHeight(at, theme().px(HEAD if at in heads else ROW))
            if at in heads:
                self.setSpan(at, 0, 1, self._model.columnCount())

    def _refit(self) -> None:
        self._measure()
        self._widths()
        self.viewport().update()

    def _widths(self) -> None:
        taken = 0
        for column, wide in _WIDTHS.items():
            self.setColumnWidth(column, theme().px(wide))
            taken += theme().px(wide)
        rest = max(self.viewport().width() - taken, theme().px(120))
        self.setColumnWidth(Column.SESSION, rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths()

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self._model.row_at(current)
        if row is None:
            self._step_over(current, previous)
            return
        self._delegate.selected = current.row()
        self.viewport().update()
        if not self._filling:
            self.chosen.emit(row.session_id)

    def _step_over(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A head is not a place to stand on: go on in the direction of travel, or back."""
        if not current.isValid():
            return
        step = 1 if not previous.isValid() or current.row() > previous.row() else -1
        column = previous.column() if previous.isValid() else int(Column.SESSION)
        at = current.row() + step
        if not 0 <= at < self._model.rowCount():
            at = previous.row() if previous.isValid() else current.row() + 1
        if 0 <= at < self._model.rowCount():
            self.setCurrentIndex(self._model.index(at, max(column, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._model.row_at(index)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is None or not plain:
            super().keyPressEvent(event)
        elif event.text() and event.text() in "012345":
            self._model.rated.emit(row.session_id, int(event.text()) or None)
        elif event.key() == Qt.Key.Key_Space:
            self._tick(row, Column(index.column()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit(row.session_id, index.column())
        else:
            self._delegate.ring = True
            super().keyPressEvent(event)

    def _tick(self, row: ReviewRow, column: Column) -> None:
        if column is Column.RECOMMENDED:
            self._model.recommended.emit(row.session_id, not row.recommended)
        else:
            self._model.reviewed.emit(row.session_id, not row.reviewed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._delegate.ring = False
        index = self.indexAt(event.position().toPoint())
        row = self._model.row_at(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        column = Column(index.column())
        if column is Column.RATING:
            self._delegate.ring = True
            star = self._star(index, event.position().toPoint())
            self._model.rated.emit(row.session_id, None if star == row.rating else star)
        elif column in (Column.REVIEWED, Column.RECOMMENDED):
            self._tick(row, column)
        elif column is Column.SUMMARY:
            self.entered.emit(row.session_id, column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        column = self.indexAt(event.position().toPoint()).column()
        if row is not None and column == Column.SESSION:
            self.entered.emit(row.session_id, column)
        else:
            self.mousePressEvent(event)  # two quick clicks on marks are two clicks

    def _star(self, index: QModelIndex, at: QPoint) -> int:
        px = theme().px
        cell = self.visualRect(index).toRectF()
        step = px(STAR) + px(STAR_GAP)
        inside = at.x() - stars_left(cell) + px(STAR_GAP) / 2
        return min(max(int(inside // step) + 1, 1), 5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
