"""The open lines of a conference as a list: a badge, the words, the session, the moment."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from confnotes.services.views import OpenLine
from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.item_list import ITEM, ItemDelegate, ItemList, ItemModel
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed
from confnotes.ui.review.queue_items import second_of, words_of
from confnotes.ui.review.table_model import Index


class QueueModel(ItemModel[OpenLine]):
    """The open lines, by their ids; `reaction` as in the settings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reaction = 0

    def key_of(self, item: OpenLine) -> str:
        return item.line.id

    def time(self, item: OpenLine) -> str:
        """Return the moment of a line in its talk, "" outside of it."""
        second = second_of(item.line, item.session, self.reaction)
        return "" if second is None else elapsed(second)

    def said(self, item: OpenLine) -> str:
        kind = line_words(item.line.kind) if item.line.kind in LINE_WORDS else ""
        parts = (kind, words_of(item.line), item.session.session.title, self.time(item))
        return ", ".join(part for part in parts if part)


class _Delegate(ItemDelegate):
    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, OpenLine):
            return
        t, px = theme().tokens, theme().px
        rect = QRectF(option.rect)
        self.ground(painter, option)
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


class QueueList(ItemList[OpenLine]):
    """Arrows move, Enter goes to the answer, Space settles, V opens the video.

    `chosen(OpenLine)`, `entered()`, `settled()`, `video()`.
    """

    entered = Signal()
    settled = Signal()
    video = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _Delegate(model), parent)
        self.setAccessibleName(self.tr("What is still open"))

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
