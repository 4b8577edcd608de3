"""A list of one kind of thing, one of them in front, painted by its delegate."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = 56
ITEM = Qt.ItemDataRole.UserRole + 1
"""The role that has the thing itself."""
T = TypeVar("T")


class ItemModel(QAbstractListModel, Generic[T]):
    """A dumb list. What a thing goes by and what is said of it are those of a kind of list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[T] = []

    def key_of(self, item: T) -> str:
        """Return what a thing goes by."""
        raise NotImplementedError

    def said(self, item: T) -> str:
        """Return what a screen reader says of a thing."""
        raise NotImplementedError

    def set_items(self, items: Sequence[T]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def items(self) -> Sequence[T]:
        """Return what is shown."""
        return self._items

    def item(self, index: Index) -> T | None:
        """Return the thing of a row, None where there is none."""
        there = index.isValid() and index.row() < len(self._items)
        return self._items[index.row()] if there else None

    def row_of(self, key: str) -> int:
        """Return the row of a thing, -1 when it is not here."""
        keys = [self.key_of(item) for item in self._items]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None or role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(item)
        return None


class ItemDelegate(QStyledItemDelegate):
    """The ground of a row; `ring`: the keyboard is here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Paint the band of a row that is chosen or pointed at; return whether it is chosen."""
        t, px = theme().tokens, theme().px
        band = QRectF(option.rect).adjusted(px(8), px(1), -px(8), -px(1))
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint.band(painter, band, px(10), t.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, band, px(10), t.hover)
        if chosen and self.ring:
            paint.focus_ring(painter, band, px(10))
        return chosen


class ItemList(QListView, Generic[T]):
    """Arrows move; `chosen` tells the thing one stands on, None when there is none."""

    chosen = Signal(object)

    def __init__(
        self, model: ItemModel[T], delegate: ItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._delegate = model, delegate
        self._filling = False
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self.doItemsLayout)

    def show_items(self, items: Sequence[T], wanted: str | None = None) -> None:
        """Show these, standing on the thing of that key (None: where one stood); where it is gone,
        at the place it had."""
        current, at = self.current(), max(self.currentIndex().row(), 0)
        if wanted is None:
            wanted = "" if current is None else self._model.key_of(current)
        self._filling = True
        self._model.set_items(items)
        row = self._model.row_of(wanted)
        if row < 0:
            row = min(at, len(items) - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self._filling = False
        self.chosen.emit(self.current())

    def current(self) -> T | None:
        """Return the thing one stands on."""
        return self._model.item(self.currentIndex())

    def step(self, by: int) -> None:
        """Go that many rows on; at the ends one stays."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self._model.items()):
            self.setCurrentIndex(self._model.index(row))

    def _moved(self, index: QModelIndex, _was: QModelIndex) -> None:
        if not self._filling and index.isValid():
            self.chosen.emit(self.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = False
        super().focusOutEvent(event)
