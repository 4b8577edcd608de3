"""How a row of the programme looks: heads 32, sessions as cards of 40 in rows of 44."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.choice import Intent
from confnotes.ui.parts import paint
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.chips import cancelled, chips_width, draw_card, draw_chips, draw_selected
from confnotes.ui.plan.model import ROW, Index, clash_words
from confnotes.ui.plan.rows import Head, SessionRow

HEAD, CARD_ROW, CARD = 32, 44, 40
MARK = 42
"""How far from a card's left edge its mark takes clicks."""
_SPEAKERS, _ROOM, _TRACK = 0.56, 0.76, 0.88


class ProgrammeDelegate(QStyledItemDelegate):
    """Paints heads and sessions; anything else it is given stays blank."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = HEAD if isinstance(index.data(ROW), Head) else CARD_ROW
        return QSize(200, theme().px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        rect = QRectF(option.rect)
        if isinstance(row, Head):
            _head(painter, rect, row)
        elif isinstance(row, SessionRow):
            state = option.state
            hover = bool(state & QStyle.StateFlag.State_MouseOver)
            selected = bool(state & QStyle.StateFlag.State_Selected)
            card = card_of(rect)
            _card(painter, card, row, hover=hover)
            if selected:
                draw_selected(painter, card)


def card_of(rect: QRectF) -> QRectF:
    """Return the card within a row."""
    px = theme().px
    top = rect.top() + (rect.height() - px(CARD)) / 2
    return QRectF(rect.left() + px(16), top, rect.width() - px(32), px(CARD))


def _head(painter: QPainter, rect: QRectF, head: Head) -> None:
    t, px = theme().tokens, theme().px
    line = rect.adjusted(px(24), px(4), -px(24), 0)
    bold = theme().font(Step.SMALL, SEMIBOLD, tabular=True)
    used = paint.draw_text(painter, line, head.start, bold, t.text)
    rest = line.adjusted(used, 0, 0, 0)
    font = theme().font(Step.SMALL, tabular=True)
    used = paint.draw_text(painter, rest, head.rest, font, t.text2)
    if head.clashes:
        rest = rest.adjusted(used + px(14), 0, 0, 0)
        paint.draw_text(painter, rest, clash_words(head.clashes), font, t.red)


def _card(painter: QPainter, card: QRectF, row: SessionRow, *, hover: bool) -> None:
    px = theme().px
    draw_card(painter, card, row, hover=hover)
    mark = QRectF(card.left() + px(12), card.center().y() - px(9), px(18), px(18))
    paint.draw_choice(painter, mark, row.choice.intent)
    _title(painter, card, row)
    _columns(painter, card, row)


def _title(painter: QPainter, card: QRectF, row: SessionRow) -> None:
    """Paint title and chips; chips follow the title and shorten it, never the reverse."""
    t, px = theme().tokens, theme().px
    room = card.width() * _title_end(row) - px(MARK) - px(16)
    until = ""
    if row.until:
        until = QCoreApplication.translate("Plan", "until {time}").format(time=row.until)
    small = theme().font(Step.SMALL, tabular=True)
    taken = paint.width(until, small) + chips_width(row, kind=True) + px(10)
    going = row.choice.intent is Intent.GOING
    font = theme().font(Step.BASE, SEMIBOLD if going else MEDIUM)
    line = QRectF(card.left() + px(MARK), card.top(), max(room - taken, px(60)), card.height())
    ink = t.text2 if cancelled(row) else t.text
    used = paint.draw_text(painter, line, row.view.session.title, font, ink)
    if cancelled(row):
        middle = card.center().y() + 1
        painter.fillRect(QRectF(line.left(), middle, used, 1.2), t.text2)
    left, middle = line.left() + used + px(10), card.center().y()
    left = draw_chips(painter, left, middle, row, kind=True, right=card.right())
    quiet = QRectF(left, card.top(), paint.width(until, small) + 2, card.height())
    paint.draw_text(painter, quiet, until, small, t.text3)


def _title_end(row: SessionRow) -> float:
    """Return how far a title may reach: up to the first column that says something."""
    facts = row.view.session.facts
    columns = ((row.speakers, _SPEAKERS), (facts.room, _ROOM), (facts.track, _TRACK))
    return next((start for words, start in columns if words), 1.0)


def _columns(painter: QPainter, card: QRectF, row: SessionRow) -> None:
    t, px = theme().tokens, theme().px
    facts = row.view.session.facts
    cells = (
        (_SPEAKERS, _ROOM, row.speakers, REGULAR, Align.LEFT),
        (_ROOM, _TRACK, facts.room or "", MEDIUM, Align.LEFT),
        (_TRACK, 1.0, facts.track or "", REGULAR, Align.RIGHT),
    )
    for start, end, words, weight, align in cells:
        left = card.left() + card.width() * start
        wide = card.width() * (end - start) - px(14)
        cell = QRectF(left, card.top(), wide, card.height())
        paint.draw_text(painter, cell, words, theme().font(Step.SMALL, weight), t.text2, align)


def over_mark(rect: QRectF, x: float) -> bool:
    """Return whether a point of a row lies on its choice mark."""
    card = card_of(rect)
    return card.left() <= x < card.left() + theme().px(MARK)
