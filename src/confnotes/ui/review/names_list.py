"""The names that are written in two ways, as a list: the name, its other forms, their count."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from confnotes.services.names import NameFinding
from confnotes.ui.parts import paint
from confnotes.ui.parts.item_list import ITEM, ItemDelegate, ItemList, ItemModel
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import names_words
from confnotes.ui.review.table_model import Index

_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


def digit(event: QKeyEvent) -> int | None:
    """Return the number a key says (1 to 9), None for other keys and with Ctrl or Alt."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held or event.key() not in _DIGITS:
        return None
    return event.key() - Qt.Key.Key_0.value


class NamesModel(ItemModel[NameFinding]):
    """The names, each by itself."""

    def key_of(self, item: NameFinding) -> str:
        return item.key

    def said(self, item: NameFinding) -> str:
        return names_words.said(item)


class _Delegate(ItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, NameFinding):
            return
        t, px = theme().tokens, theme().px
        rect = QRectF(option.rect)
        self.ground(painter, option)
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


class NamesList(ItemList[NameFinding]):
    """Arrows move, digits choose a form, Enter goes to the forms.

    `chosen(NameFinding)`, `digit(n)`, `entered()`.
    """

    digit = Signal(int)
    entered = Signal()

    def __init__(self, model: NamesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _Delegate(), parent)
        self.setAccessibleName(self.tr("Names written in more than one way"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if number is not None:
            self.digit.emit(number)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
