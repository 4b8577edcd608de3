"""The names that are written in two ways, as a list: the name, its other forms, their count."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from confnotes.services.names import NameFinding
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import names_words
from confnotes.ui.review.table_model import Index

ROW = 56
_ITEM = Qt.ItemDataRole.UserRole + 1
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


def digit(event: QKeyEvent) -> int | None:
    """Return the number a key says (1 to 9), None for other keys and with Ctrl or Alt."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held or event.key() not in _DIGITS:
        return None
    return event.key() - Qt.Key.Key_0.value


class NamesModel(QAbstractListModel):
    """A dumb list of names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[NameFinding] = []

    def set_items(self, items: Sequence[NameFinding]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def items(self) -> Sequence[NameFinding]:
        """Return what is shown."""
        return self._items

    def row_of(self, key: str) -> int:
        """Return the row of a name, -1 when it is not here."""
        keys = [item.key for item in self._items]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names_words.said(item)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, NameFinding):
            return
        t, px = theme().tokens, theme().px
        rect = QRectF(option.rect)
        band = rect.adjusted(px(8), px(1), -px(8), -px(1))
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint.band(painter, band, px(10), t.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, band, px(10), t.hover)
        if chosen and self.ring:
            paint.focus_ring(painter, band, px(10))
        left, right = rect.left() + px(24), rect.right() - px(24)
        small = theme().font(Step.SMALL)
        why = names_words.why_words(item.why)
        wide = min(paint.width(why, small) + 1, (right - left) / 2)
        top = QRectF(left, rect.top() + px(8), right - left, px(22))
        area = QRectF(right - wide, top.top(), wide, top.height())
        paint.draw_text(painter, area, why, small, t.text2, paint.Align.RIGHT)
        name = top.adjusted(0, 0, -wide - px(16), 0)
        paint.draw_text(painter, name, item.key, theme().font(Step.BASE, MEDIUM), t.text)
        below = top.translated(0, px(21))
        paint.draw_text(painter, below, names_words.others_words(item), small, t.amber)


class NamesList(QListView):
    """Arrows move, digits choose a form, Enter goes to the forms.

    `chosen(NameFinding)`, `digit(n)`, `entered()`.
    """

    chosen = Signal(object)
    digit = Signal(int)
    entered = Signal()

    def __init__(self, model: NamesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filling = False
        self._delegate = _Delegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Names written in more than one way"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self.doItemsLayout)

    def show_items(self, items: Sequence[NameFinding], wanted: str) -> None:
        """Show these, standing on a name (where it is gone, at the place it had)."""
        at = max(self.currentIndex().row(), 0)
        self._filling = True
        self._model.set_items(items)
        row = self._model.row_of(wanted)
        if row < 0:
            row = min(at, len(items) - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self._filling = False
        self.chosen.emit(self.current())

    def current(self) -> NameFinding | None:
        """Return the name one stands on."""
        item = self.currentIndex().data(_ITEM)
        return item if isinstance(item, NameFinding) else None

    def step(self, by: int) -> None:
        """Go that many names on; at the ends one stays."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self._model.items()):
            self.setCurrentIndex(self._model.index(row))

    def _moved(self, index: QModelIndex, _was: QModelIndex) -> None:
        if not self._filling and index.isValid():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if number is not None:
            self.digit.emit(number)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = False
        super().focusOutEvent(event)
