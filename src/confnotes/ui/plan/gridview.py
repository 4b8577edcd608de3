"""The day as the printed programme: rooms across, time down, room heads that stay.

A QListView in name, so that keyboard, selection and screen readers have a model to stand on; where
things lie is computed once per width, and painted here. No session has a widget.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from confnotes.ui.parts import paint, words
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, REGULAR, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan import cell
from confnotes.ui.plan.cell import Drawn
from confnotes.ui.plan.grid_layout import AXIS, TOP, GridLayout
from confnotes.ui.plan.model import ROW, GridModel
from confnotes.ui.plan.roomheads import RoomHeads
from confnotes.ui.plan.rows import SessionRow, row_of
from confnotes.ui.plan.sessions_view import SessionsView
from confnotes.ui.plan.timetable import Place, Way, neighbour

Index = QModelIndex | QPersistentModelIndex
HEADS = 40
_WHEEL = 120
_WAYS = {
    QAbstractItemView.CursorAction.MoveLeft: Way.LEFT,
    QAbstractItemView.CursorAction.MoveRight: Way.RIGHT,
    QAbstractItemView.CursorAction.MoveUp: Way.UP,
    QAbstractItemView.CursorAction.MoveDown: Way.DOWN,
}


class ProgrammeGrid(SessionsView):
    """`paged` tells that other rooms are shown: (first, last, all), counted from 1."""

    paged = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        # Qt asks where things are while it is being made.
        self.model_of_grid = GridModel()
        self._rooms: tuple[str, ...] = ()
        self._layout: GridLayout | None = None
        self._width = -1
        self._first = 0
        super().__init__(self.model_of_grid, parent)
        self._column: int | None = None
        self._hover: str | None = None
        self.heads = RoomHeads(self)
        self.heads.stepped.connect(self.page)
        self.setItemDelegate(QStyledItemDelegate(self))  # for tool tips
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_across)
        theme().changed.connect(self._refit)
        self._refit()

    # what is shown

    def show_sessions(self, rows: Sequence[SessionRow], rooms: tuple[str, ...]) -> None:
        """Show the sessions of a day; `rooms` is the order of the columns."""
        before = [id(row.view) for row in self.sessions()]
        same = rooms == self._rooms and before == [id(row.view) for row in rows]
        self._rooms = rooms
        self.model_of_grid.refresh(rows)
        if not same or self._layout is None:
            self._layout = None
            self.doItemsLayout()
        else:
            self._layout.rows = self.sessions()  # the same ones; what is said of them moved

    def sessions(self) -> list[SessionRow]:
        """Return what is shown."""
        return [row for row in self.rows.rows() if isinstance(row, SessionRow)]

    def places(self) -> Mapping[str, Place]:
        """Return where everything stands that is shown, from the top of the day."""
        return self._laid_out().places

    def columns(self) -> tuple[str, ...]:
        """Return the room of each column."""
        return self._laid_out().arranged.columns

    def shown_columns(self) -> range:
        """Return the columns that are shown."""
        laid = self._laid_out()
        return range(laid.first, min(laid.first + laid.shown, len(laid.arranged.columns)))

    def _refit(self) -> None:
        self._width = -1
        self.doItemsLayout()

    def _laid_out(self) -> GridLayout:
        """Return the layout of the present rows for the present width."""
        if self._layout is None:
            self._layout = GridLayout(self.sessions(), self._rooms)
            self._width = -1
        if self._width != self.viewport().width():
            self._width = self.viewport().width()
            self._layout.first = self._first
            self._layout.fit_width(self._width)
            self._first = self._layout.first
        return self._layout

    # where things are

    def drawn(self, row: SessionRow) -> Drawn | None:
        """Return how a session is drawn just now (None: its room is not shown)."""
        return self._laid_out().drawn(row, self.verticalScrollBar().value())

    def visualRect(self, index: Index) -> QRect:
        row = index.data(ROW)
        drawn = self.drawn(row) if isinstance(row, SessionRow) else None
        return QRect() if drawn is None else drawn.rect.toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        laid, scrolled = self._laid_out(), self.verticalScrollBar().value()
        for at, row in enumerate(laid.rows):
            place = laid.places.get(row.id)
            if place is not None and laid.rect(place, scrolled).contains(point):
                return self.rows.index(at)
        return QModelIndex()

    def mark_at(self, point: QPoint) -> SessionRow | None:
        row = self.indexAt(point).data(ROW)
        drawn = self.drawn(row) if isinstance(row, SessionRow) else None
        around = theme().px(6)
        if drawn is None:
            return None
        box = cell.mark_box(drawn).adjusted(-around, -around, around, around)
        return drawn.row if box.contains(point) else None

    def horizontalOffset(self) -> int:
        return round(self._first * self._laid_out().wide)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRegionForSelection(self, selection: object) -> QRegion:
        del selection  # one session at most
        region = QRegion()
        for index in self.selectedIndexes():
            region += QRegion(self.visualRect(index).adjusted(-3, -3, 3, 3))
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)

    # moving

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = theme().px(HEADS) if self._laid_out().named else 0
        self.heads.setVisible(head > 0)
        if self.viewportMargins().top() != head:
            self.setViewportMargins(0, head, 0, 0)  # comes back here with the new size
            return
        self.updateGeometries()
        self._tell_heads()
        self.viewport().update()

    def updateGeometries(self) -> None:
        laid = self._laid_out()
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        high = self.viewport().height()
        bar.setPageStep(high)
        bar.setSingleStep(theme().px(40))
        bar.setRange(0, max(laid.height + theme().px(TOP + 24) - high, 0))
        across.setPageStep(laid.shown)
        across.setRange(0, max(len(laid.arranged.columns) - laid.shown, 0))
        across.setValue(self._first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        high = 0 if self._layout is None else self._layout.height
        before = self.verticalScrollBar().value()
        self.heads.setGeometry(0, 0, self.width(), theme().px(HEADS))
        self._lay_out()
        if high:  # another width, other heights: about the same time stays on top
            self.verticalScrollBar().setValue(round(before * self._laid_out().height / high))

    def _tell_heads(self) -> None:
        laid = self._laid_out()
        many, end = len(laid.arranged.columns), laid.first + laid.shown
        self.heads.show_rooms(laid.room_heads(), back=laid.first > 0, on=end < many)
        self.paged.emit(min(laid.first + 1, many), min(end, many), many)

    def page(self, step: int) -> None:
        """Show the rooms before or after: as many as stand beside each other."""
        self.horizontalScrollBar().setValue(self._first + step * self._laid_out().shown)

    def _scrolled_across(self, first: int) -> None:
        if first == self._first:
            return
        laid, bar = self._laid_out(), self.verticalScrollBar()
        line = laid.line_at(bar.value())
        into = bar.value() - laid.top_of(line)
        laid.turn_to(first)
        self._first = laid.first
        self._lay_out()
        bar.setValue(laid.top_of(line) + into)  # other rooms, other heights: the same time on top

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sideways = turned.x() or (turned.y() if shifted else 0)
        if not sideways:
            super().wheelEvent(event)
            return
        steps = -round(sideways / _WHEEL) or (-1 if sideways > 0 else 1)
        self.horizontalScrollBar().setValue(self._first + steps)
        event.accept()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        laid, row = self._laid_out(), index.data(ROW)
        if not isinstance(row, SessionRow):
            return
        column = laid.arranged.column.get(row.id)
        if column is not None and row.id not in laid.places:
            first = column if column < laid.first else column - laid.shown + 1
            self.horizontalScrollBar().setValue(first)
        place = laid.places.get(row.id)
        if place is None:
            return
        bar, edge = self.verticalScrollBar(), theme().px(TOP)
        high = self.viewport().height()
        if hint is QAbstractItemView.ScrollHint.PositionAtTop or place.top < bar.value():
            bar.setValue(place.top)
        elif place.bottom + 2 * edge > bar.value() + high:
            bar.setValue(min(place.bottom + 2 * edge - high, place.top))

    def scroll_to_time(self, now: datetime) -> None:
        at = self.first_running(now)
        if at is not None:
            self.scrollTo(self.rows.index(at), QAbstractItemView.ScrollHint.PositionAtTop)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        arranged, here = self._laid_out().arranged, self.current_id()
        if not self.rows.rowCount():
            return QModelIndex()
        if here is None:
            return self.rows.index(0)
        self._column = arranged.column.get(here, self._column)
        actions = QAbstractItemView.CursorAction
        if action in (actions.MoveHome, actions.MoveEnd):
            return self.rows.index(0 if action is actions.MoveHome else self.rows.rowCount() - 1)
        if action not in _WAYS:
            return super().moveCursor(action, modifiers)
        column = self._first if self._column is None else self._column
        there = neighbour(arranged, here, _WAYS[action], column)
        at = row_of(self.rows.rows(), there or here)
        return self.rows.index(0 if at is None else at)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Not QListView's: it would lay out again, though nothing moved.
        QAbstractItemView.dataChanged(self, first, last, list(roles))
        self.viewport().update()

    # the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        self._hover_over(row.id if isinstance(row, SessionRow) else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(None)

    def _hover_over(self, identity: str | None) -> None:
        if identity != self._hover:
            self._hover = identity
            self.viewport().update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        laid = self._laid_out()
        if not laid.rows:
            self.paint_nothing()
            return
        painter, dirty = QPainter(self.viewport()), QRectF(event.rect())
        scrolled = self.verticalScrollBar().value()
        self._paint_times(painter, laid, dirty)
        edge = theme().px(AXIS) - 4
        painter.setClipRect(QRectF(edge, 0, self.viewport().width() - edge, dirty.bottom() + 4))
        selected, last = self.current_id(), None
        top, bottom = scrolled + dirty.top() - 24, scrolled + dirty.bottom() + 24
        for row in laid.rows:
            place = laid.places.get(row.id)
            if place is None or place.top > bottom or place.bottom < top:
                continue
            drawn = laid.drawn(row, scrolled)
            if drawn is None or row.id == selected:
                last = drawn
            else:
                cell.draw(painter, drawn, hover=row.id == self._hover, selected=False)
        if last is not None:  # its ring lies over its neighbours
            cell.draw(painter, last, hover=last.row.id == self._hover, selected=True)

    def _paint_times(self, painter: QPainter, laid: GridLayout, dirty: QRectF) -> None:
        """Paint when things begin, and below it the end where all that begin then end together."""
        px, t = theme().px, theme().tokens
        bold = theme().font(Step.BASE, MEDIUM, tabular=True)
        plain = theme().font(Step.SMALL, REGULAR, tabular=True)
        zone, scrolled = self.model_of_grid.zone, self.verticalScrollBar().value()
        times = laid.times()
        for number, (top, minute, end) in enumerate(times):
            following = times[number + 1][0] if number + 1 < len(times) else top + px(100)
            line = QRectF(0, top + px(TOP + 6) - scrolled, px(AXIS - 16), px(18))
            if line.top() > dirty.bottom() or line.bottom() + px(18) < dirty.top():
                continue
            start = words.clock(datetime.fromtimestamp(minute * 60, UTC), zone)
            paint.draw_text(painter, line, start, bold, t.text2, Align.RIGHT)
            if end and following - top >= px(36 + 8):
                below = line.translated(0, px(18))
                paint.draw_text(painter, below, end, plain, t.text2, Align.RIGHT)
