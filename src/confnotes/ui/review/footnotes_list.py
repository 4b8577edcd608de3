"""The footnotes of a conference as a list: number, text, where it is cited."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from confnotes.domain.citations import Cited, Place, Where
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review.table_model import Index

ROW = 56
_ITEM = Qt.ItemDataRole.UserRole + 1
translate = QCoreApplication.translate


def place_words(place: Place) -> str:
    """Return where a text stands that cites a footnote."""
    return {
        Where.LINE: place.title,
        Where.SESSION: translate("Footnotes", "{title}, its summary").format(title=place.title),
        Where.REPORT: translate("Footnotes", "the report"),
        Where.VERSION: translate("Footnotes", "a text in the other language"),
        Where.FOOTNOTE: translate("Footnotes", "another footnote"),
    }.get(place.where, translate("Footnotes", "a caption or a fact"))


def state_words(item: Cited) -> str:
    """Return where a footnote is cited, or what is the matter with it."""
    if item.note is None:
        words = translate("Footnotes", "cited in {place}, but there is no such footnote")
        return words.format(place=place_words(item.places[0]))
    if not item.places:
        return translate("Footnotes", "not used in any text")
    first, more = place_words(item.places[0]), len(item.places) - 1
    if not more:
        return first
    return translate("Footnotes", "{place}, and {n} more").format(place=first, n=more)


def text_of(item: Cited) -> str:
    """Return a footnote's text; of one that does not exist, what stands in its place."""
    if item.note is None:
        return f"[^{item.key}]"
    return item.note.text or translate("Footnotes", "(no text yet)")


class FootnotesModel(QAbstractListModel):
    """A dumb list of footnotes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Cited] = []

    def set_items(self, items: Sequence[Cited]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def items(self) -> Sequence[Cited]:
        """Return what is shown."""
        return self._items

    def row_of(self, key: str) -> int:
        """Return the row of a footnote, -1 when it is not here."""
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
            return f"{text_of(item)}, {state_words(item)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, Cited):
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
        side, top = px(20), rect.top() + px(9)
        disc = QRectF(rect.left() + px(24), top, side, side)
        wrong = item.note is None
        fill = t.amber_soft if wrong else t.press if not item.places or chosen else t.accent_soft
        paint.band(painter, disc, side / 2, fill)
        number = "?" if wrong else str(index.row() + 1) if item.places else "–"
        ink = t.amber if wrong else t.accent if item.places else t.text3
        font = theme().font(Step.CAPTION, SEMIBOLD, tabular=True)
        paint.draw_text(painter, disc, number, font, ink, paint.Align.CENTRE)
        left, right = rect.left() + px(56), rect.right() - px(24)
        words = QRectF(left, rect.top() + px(8), right - left, px(22))
        dim = t.text if item.note is not None and item.note.text else t.text3
        paint.draw_text(painter, words, text_of(item), theme().font(Step.BASE, MEDIUM), dim)
        below = words.translated(0, px(21))
        paint.draw_text(
            painter,
            below,
            state_words(item),
            theme().font(Step.SMALL),
            t.amber if wrong else t.text2,
        )


class FootnotesList(QListView):
    """Arrows move; `chosen(Cited)`, Enter `entered()`, Space `jumped()`, Delete `deleted()`,
    Ctrl+Z `undone()`."""

    chosen = Signal(object)
    entered = Signal()
    jumped = Signal()
    deleted = Signal()
    undone = Signal()

    def __init__(self, model: FootnotesModel, parent: QWidget | None = None) -> None:
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
        self.setAccessibleName(self.tr("Footnotes of the conference"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self.doItemsLayout)

    def show_items(self, items: Sequence[Cited]) -> None:
        """Show these, standing where one stood."""
        current, at = self.current(), max(self.currentIndex().row(), 0)
        self._filling = True
        self._model.set_items(items)
        row = -1 if current is None else self._model.row_of(current.key)
        if row < 0:
            row = min(at, len(items) - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self._filling = False
        self.chosen.emit(self.current())

    def current(self) -> Cited | None:
        """Return the footnote one stands on."""
        item = self.currentIndex().data(_ITEM)
        return item if isinstance(item, Cited) else None

    def _moved(self, index: QModelIndex, _was: QModelIndex) -> None:
        if not self._filling and index.isValid():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Space:
                self.jumped.emit()
            case Qt.Key.Key_Delete:
                self.deleted.emit()
            case _ if event.matches(QKeySequence.StandardKey.Undo):
                self.undone.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = False
        super().focusOutEvent(event)
