"""The open lines of a conference as a list: a badge, the words, the session, the moment."""

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

from confnotes.services.views import OpenLine
from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed
from confnotes.ui.review.queue_items import second_of, words_of
from confnotes.ui.review.table_model import Index

ROW = 56
_ITEM = Qt.ItemDataRole.UserRole + 1


class QueueModel(QAbstractListModel):
    """A dumb list of open lines; `reaction` as in the settings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reaction = 0
        self._items: list[OpenLine] = []

    def set_items(self, items: Sequence[OpenLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def items(self) -> Sequence[OpenLine]:
        """Return what is shown."""
        return self._items

    def row_of(self, line_id: str) -> int:
        """Return the row of a line, -1 when it is not here."""
        ids = [item.line.id for item in self._items]
        return ids.index(line_id) if line_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def time(self, item: OpenLine) -> str:
        """Return the moment of a line in its talk, "" outside of it."""
        second = second_of(item.line, item.session, self.reaction)
        return "" if second is None else elapsed(second)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            kind = line_words(item.line.kind) if item.line.kind in LINE_WORDS else ""
            parts = (kind, words_of(item.line), item.session.session.title, self.time(item))
            return ", ".join(part for part in parts if part)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, OpenLine):
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
        top = rect.top() + px(8)
        badge = QRectF(rect.left() + px(24), top + px(1), px(20), px(20))
        badges.draw_badge(painter, badge, item.line.kind, done=item.line.done)
        time = self._model.time(item)
        small = theme().font(Step.SMALL, tabular=True)
        wide = paint.width(time, small) + 1
        right = rect.right() - px(24)
        area = QRectF(right - wide, top, wide, px(22))
        paint.draw_text(painter, area, time, small, t.text3, Align.RIGHT)
        left = rect.left() + px(56)
        words = QRectF(left, top, right - wide - px(16) - left, px(22))
        ink = t.text if item.line.text.strip() else t.text3
        paint.draw_text(painter, words, words_of(item.line), theme().font(Step.BASE, MEDIUM), ink)
        below = QRectF(left, top + px(21), right - left, px(19))
        title = item.session.session.title
        paint.draw_text(painter, below, title, theme().font(Step.SMALL), t.text2)


class QueueList(QListView):
    """Arrows move, Enter goes to the answer, Space settles, V opens the video.

    `chosen(OpenLine)`, `entered()`, `settled()`, `video()`.
    """

    chosen = Signal(object)
    entered = Signal()
    settled = Signal()
    video = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filling = False
        self._delegate = _Delegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What is still open"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self.doItemsLayout)

    def show_items(self, items: Sequence[OpenLine], wanted: str) -> None:
        """Show these, standing on a line (where it is gone, at the place it had)."""
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

    def current(self) -> OpenLine | None:
        """Return the line one stands on."""
        item = self.currentIndex().data(_ITEM)
        return item if isinstance(item, OpenLine) else None

    def step(self, by: int) -> None:
        """Go that many lines on; at the ends one stays."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self._model.items()):
            self.setCurrentIndex(self._model.index(row))

    def _moved(self, index: QModelIndex, _was: QModelIndex) -> None:
        if not self._filling and index.isValid():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Space:
                self.settled.emit()
            case Qt.Key.Key_V if not event.modifiers():
                self.video.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = False
        super().focusOutEvent(event)
