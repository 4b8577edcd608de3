"""The footnotes of a conference as a list: number, text, where it is cited."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from confnotes.domain.citations import Cited, Place, Where
from confnotes.ui.parts import paint
from confnotes.ui.parts.item_list import ITEM, ItemDelegate, ItemList, ItemModel
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review.table_model import Index

translate = QCoreApplication.translate


def place_words(place: Place) -> str:
    """Return where a text stands that cites a footnote."""
    title = place.title
    if place.trashed:
        title = translate("Footnotes", "{title} (in the trash)").format(title=title)
    return {
        Where.LINE: title,
        Where.SESSION: translate("Footnotes", "{title}, its summary").format(title=title),
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


class FootnotesModel(ItemModel[Cited]):
    """The footnotes, by their keys."""

    def key_of(self, item: Cited) -> str:
        return item.key

    def said(self, item: Cited) -> str:
        return f"{text_of(item)}, {state_words(item)}"


class _Delegate(ItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, Cited):
            return
        t, px = theme().tokens, theme().px
        rect = QRectF(option.rect)
        chosen = self.ground(painter, option)
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


class FootnotesList(ItemList[Cited]):
    """Arrows move; `chosen(Cited)`, Enter `entered()`, Space `jumped()`, Delete `deleted()`,
    Ctrl+Z `undone()`."""

    entered = Signal()
    jumped = Signal()
    deleted = Signal()
    undone = Signal()

    def __init__(self, model: FootnotesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _Delegate(), parent)
        self.setAccessibleName(self.tr("Footnotes of the conference"))

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
