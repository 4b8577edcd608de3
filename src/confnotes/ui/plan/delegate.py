"""How a row of the programme looks: heads 32, sessions as cards of 40 in rows of 44."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.session import SessionState
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import draw_choice_frame
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.paint import Align, Tone
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.model import ROW, Index
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
                ring = card.adjusted(-2, -2, 2, 2)
                paint.band(painter, ring, theme().px(10), None, theme().tokens.accent, width=2)


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
    paint.draw_text(painter, rest, head.rest, theme().font(Step.SMALL, tabular=True), t.text2)


def _card(painter: QPainter, card: QRectF, row: SessionRow, *, hover: bool) -> None:
    t, px = theme().tokens, theme().px
    state = row.view.session.facts.state
    cancelled = state is SessionState.CANCELLED
    if cancelled and row.choice.intent is Intent.NONE:
        paint.band(painter, card, px(8), t.hover if hover else t.canvas, t.line)
    else:
        draw_choice_frame(painter, card, row.choice.intent, hover=hover)
    mark = QRectF(card.left() + px(12), card.center().y() - px(9), px(18), px(18))
    paint.draw_choice(painter, mark, row.choice.intent)
    _title(painter, card, row, cancelled=cancelled)
    _columns(painter, card, row)


def _chips(row: SessionRow) -> list[tuple[str, Tone]]:
    session = row.view.session
    out: list[tuple[str, Tone]] = []
    if session.facts.state is SessionState.CANCELLED:
        out.append((QCoreApplication.translate("Plan", "Cancelled"), Tone.RED))
    elif session.facts.state is SessionState.MISSING:
        out.append((QCoreApplication.translate("Plan", "No longer listed"), Tone.AMBER))
    if row.choice.attendance is Attendance.MISSED:
        out.append((QCoreApplication.translate("Plan", "Missed"), Tone.PLAIN))
    elif row.choice.attended(row.view.lines > 0):
        out.append((QCoreApplication.translate("Plan", "Attended"), Tone.SOFT))
    if session.facts.kind is not None and session.facts.kind.value != "talk":
        out.append((kind_words(session.facts.kind), Tone.PLAIN))
    return out


def _title(painter: QPainter, card: QRectF, row: SessionRow, *, cancelled: bool) -> None:
    """Paint title and chips; chips follow the title and shorten it, never the reverse."""
    t, px = theme().tokens, theme().px
    chips = _chips(row)
    room = card.width() * _title_end(row) - px(MARK) - px(16)
    until = ""
    if row.until:
        until = QCoreApplication.translate("Plan", "until {time}").format(time=row.until)
    small = theme().font(Step.SMALL, tabular=True)
    taken = paint.width(until, small) + sum(paint.pill_width(words) + px(8) for words, _ in chips)
    going = row.choice.intent is Intent.GOING
    font = theme().font(Step.BASE, SEMIBOLD if going else MEDIUM)
    line = QRectF(card.left() + px(MARK), card.top(), max(room - taken, px(60)), card.height())
    ink = t.text2 if cancelled else t.text
    used = paint.draw_text(painter, line, row.view.session.title, font, ink)
    if cancelled:
        middle = card.center().y() + 1
        painter.fillRect(QRectF(line.left(), middle, used, 1.2), t.text2)
    left = line.left() + used + px(10)
    for words, tone in chips:
        middle = card.center().y()
        left += paint.draw_pill(painter, left, middle, words, tone, on_soft=going) + px(6)
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
