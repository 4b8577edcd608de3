"""The contact sheet: heads across, tiles below them, all of it by keys.

A QListView in name, so that keyboard, selection and screen readers have a model to stand on; where
things lie is computed once per width, and painted here.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme
from confnotes.ui.photos import tile_paint
from confnotes.ui.photos.album import Entry
from confnotes.ui.photos.model import ROW, Head, Index, Row, SheetModel, State, Tile
from confnotes.ui.photos.sheet_layout import SheetLayout, lay_out

_ACTIONS = QAbstractItemView.CursorAction
_FLAG = QItemSelectionModel.SelectionFlag
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class ContactSheet(QListView):
    """`picked` tells that others are selected; `accepted`, `skipped`, `toggled` what a key or a
    click asks for the photos told; `entered` that the panel is wanted, `stepped` that a photo
    goes a line up or down, `undone` that the last approval is to be taken back."""

    picked = Signal()
    accepted = Signal(list)
    skipped = Signal(list)
    toggled = Signal(list)
    entered = Signal()
    stepped = Signal(int)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.sheet = SheetModel()
        self._layout: SheetLayout | None = None
        self._wide = -1
        self._pixmaps: dict[int, QPixmap] = {}
        self._ring = False
        super().__init__(parent)
        self.setModel(self.sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setAccessibleName(self.tr("Photos to attach"))
        theme().changed.connect(self._refit)

    # what is shown

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what is selected stays so, and what one looks at stays where it is."""
        selected, current = self.entries(), self.current()
        head = self._head()
        scrolled = self.verticalScrollBar().value()
        here = {id(row.entry) for row in rows if isinstance(row, Tile)}
        self._pixmaps = {key: made for key, made in self._pixmaps.items() if key in here}
        blocked = self.selectionModel().blockSignals(True)
        self.sheet.set_rows(rows)
        self._layout = None
        self.doItemsLayout()
        self._select_again(selected, current, head)
        if not self.selectedIndexes() and (tiles := self.tiles()):  # what was is gone
            first = self.sheet.index(self.sheet.row_of(tiles[0]))
            self.selectionModel().setCurrentIndex(first, _FLAG.ClearAndSelect)
        self.selectionModel().blockSignals(blocked)
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()
        self.picked.emit()

    def _select_again(
        self, selected: Iterable[Entry], current: Entry | None, head: str | None
    ) -> None:
        model = self.selectionModel()
        chosen = QItemSelection()
        for entry in selected:
            if (row := self.sheet.row_of(entry)) >= 0:
                index = self.sheet.index(row)
                chosen.select(index, index)
        at = -1 if current is None else self.sheet.row_of(current)
        if head is not None:
            for number, row_ in enumerate(self.sheet.rows()):
                if isinstance(row_, Head) and row_.key == head:
                    at = number
                    chosen.select(self.sheet.index(number), self.sheet.index(number))
        if at >= 0:
            model.setCurrentIndex(self.sheet.index(at), _FLAG.NoUpdate)
        model.select(chosen, _FLAG.ClearAndSelect)

    def _head(self) -> str | None:
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, Head) else None

    def current(self) -> Entry | None:
        """Return the photo the keyboard is at."""
        row = self.currentIndex().data(ROW)
        return row.entry if isinstance(row, Tile) else None

    def entries(self) -> list[Entry]:
        """Return the photos that are selected, in the order of the sheet; a head stands for all of
        its own."""
        out: dict[int, Entry] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: index.row()):
            row = index.data(ROW)
            some = row.entries if isinstance(row, Head) else (row.entry,) if row else ()
            out |= {id(entry): entry for entry in some}
        return list(out.values())

    def go_to(self, entry: Entry) -> bool:
        """Select one photo; return whether it is here."""
        row = self.sheet.row_of(entry)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.sheet.index(row), _FLAG.ClearAndSelect)
            self.scrollTo(self.sheet.index(row))
        return row >= 0

    def tiles(self) -> list[Entry]:
        """Return all photos in the order of the sheet."""
        return [row.entry for row in self.sheet.rows() if isinstance(row, Tile)]

    def pixmap(self, entry: Entry) -> QPixmap:
        """Return the small picture of a photo (a null one: none)."""
        made = self._pixmaps.get(id(entry))
        if made is None:
            made = QPixmap()
            if entry.photo is not None:
                small = entry.photo.small
                image = QImage(
                    small.data,
                    small.width,
                    small.height,
                    3 * small.width,
                    QImage.Format.Format_RGB888,
                )
                made = QPixmap.fromImage(image)
                made.setDevicePixelRatio(self.devicePixelRatioF())
            self._pixmaps[id(entry)] = made
        return made

    # where things are

    def _refit(self) -> None:
        self._layout = None
        self.doItemsLayout()

    def _laid_out(self) -> SheetLayout:
        if self._layout is None or self._wide != self.viewport().width():
            self._wide = self.viewport().width()
            self._layout = lay_out(self.sheet.rows(), self._wide, theme().px)
        return self._layout

    def visualRect(self, index: Index) -> QRect:
        rects = self._laid_out().rects
        if not index.isValid() or index.row() >= len(rects):
            return QRect()
        return rects[index.row()].translated(0, -self.verticalScrollBar().value())

    def indexAt(self, point: QPoint) -> QModelIndex:
        there = point + QPoint(0, self.verticalScrollBar().value())
        for number, rect in enumerate(self._laid_out().rects):
            if rect.contains(there):
                return self.sheet.index(number)
        return QModelIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        region = QRegion()
        for index in self.selectedIndexes():
            region += QRegion(self.visualRect(index).adjusted(-8, -6, 8, 6))
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        there = rect.normalized().translated(0, self.verticalScrollBar().value())
        chosen = QItemSelection()
        for number, where in enumerate(self._laid_out().rects):
            row = self.sheet.rows()[number]
            if where.intersects(there) and (isinstance(row, Tile) or there.height() < 2):
                chosen.select(self.sheet.index(number), self.sheet.index(number))
        self.selectionModel().select(chosen, command)

    # moving

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setSingleStep(theme().px(40))
        bar.setRange(0, max(self._laid_out().height - high, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        around = theme().px(8)
        if rect.top() - around < 0:
            bar.setValue(bar.value() + rect.top() - around)
        elif rect.bottom() + around > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + around - self.viewport().height())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        many, laid = self.sheet.rowCount(), self._laid_out()
        if not many:
            return QModelIndex()
        here = max(self.currentIndex().row(), 0)
        page = max(self.viewport().height() // max(theme().px(122), 1), 1)
        there = {
            _ACTIONS.MoveLeft: here - 1,
            _ACTIONS.MovePrevious: here - 1,
            _ACTIONS.MoveRight: here + 1,
            _ACTIONS.MoveNext: here + 1,
            _ACTIONS.MoveHome: 0,
            _ACTIONS.MoveEnd: many - 1,
        }.get(action)
        if there is None:
            lines = {
                _ACTIONS.MoveUp: -1,
                _ACTIONS.MoveDown: 1,
                _ACTIONS.MovePageUp: -page,
                _ACTIONS.MovePageDown: page,
            }[action]
            there = laid.below(here, lines)
        return self.sheet.index(min(max(there, 0), many - 1))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.picked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        if not self.selectedIndexes() and (tiles := self.tiles()):
            self.go_to(tiles[0])

    # keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~_PAD == _NO_KEYS
        control = event.modifiers() & ~_PAD == Qt.KeyboardModifier.ControlModifier
        key = Qt.Key(event.key())
        if plain and key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_Space):
            tell = {Qt.Key.Key_A: self.accepted, Qt.Key.Key_S: self.skipped}
            tell.get(key, self.toggled).emit(self.entries())
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif control and key == Qt.Key.Key_Z:
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        if event.button() is not Qt.MouseButton.LeftButton or not self._pressed(event):
            super().mousePressEvent(event)

    def _pressed(self, event: QMouseEvent) -> bool:
        """Do what a click on a mark or a box means; return whether it was on one."""
        at = event.position()
        index = self.indexAt(at.toPoint())
        row, rect = index.data(ROW), QRectF(self.visualRect(index))
        if isinstance(row, Head):
            on = row.state is not State.NO_BOX and tile_paint.box_of(rect).adjusted(
                -8, -8, 8, 8
            ).contains(at)
            entries: Sequence[Entry] = row.entries
        elif isinstance(row, Tile) and row.entry.problem is None:
            on = tile_paint.mark_of(rect).adjusted(-6, -6, 6, 6).contains(at)
            entries = (row.entry,)
        else:
            return False
        if on:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self.toggled.emit(list(entries))
        return on

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._pressed(event):
            self.entered.emit()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty = QPainter(self.viewport()), event.rect()
        scrolled, laid = self.verticalScrollBar().value(), self._laid_out()
        selected = {index.row() for index in self.selectedIndexes()}
        current = self.currentIndex().row()
        for number, row in enumerate(self.sheet.rows()):
            rect = laid.rects[number].translated(0, -scrolled)
            if not rect.adjusted(-8, -8, 8, 8).intersects(dirty):
                continue
            on, place = number in selected, QRectF(rect)
            if isinstance(row, Head):
                ring = on and self.hasFocus() and self._ring
                tile_paint.draw_head(painter, place, row, selected=on, ring=ring)
            else:
                picture = self.pixmap(row.entry)
                tile_paint.draw_tile(
                    painter, place, row, picture, selected=on, current=number == current
                )
