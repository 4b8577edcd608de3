"""What stands on a card beside the title: chips, the bar of a clash, the sign of watch later."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.session import SessionKind, SessionState
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import draw_choice_frame
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.paint import Tone
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.rows import SessionRow

translate = QCoreApplication.translate
GAP = 6
"""Between chips."""


def chips(row: SessionRow, *, kind: bool) -> list[tuple[str, Tone]]:
    """Return (words, tone) of the chips of a session; `kind`: also what it is, if not a talk."""
    facts = row.view.session.facts
    out: list[tuple[str, Tone]] = []
    if row.clash:
        out.append((translate("Plan", "Clash"), Tone.RED))
    if facts.state is SessionState.CANCELLED:
        out.append((translate("Plan", "Cancelled"), Tone.RED))
    elif facts.state is SessionState.MISSING:
        out.append((translate("Plan", "No longer listed"), Tone.AMBER))
    if row.choice.attendance is Attendance.MISSED:
        out.append((translate("Plan", "Missed"), Tone.PLAIN))
    elif row.choice.attended(row.view.lines > 0):
        out.append((translate("Plan", "Attended"), Tone.SOFT))
    if row.language:
        out.append((row.language, Tone.PLAIN))
    if kind and facts.kind is not None and facts.kind is not SessionKind.TALK:
        out.append((kind_words(facts.kind), Tone.PLAIN))
    return out


def draw_chips(
    painter: QPainter, left: float, middle: float, row: SessionRow, *, kind: bool, right: float
) -> float:
    """Paint the chips of a session and the sign of watch later, as many as fit before `right`;
    return where they end."""
    px = theme().px
    on_soft = row.choice.intent is Intent.GOING
    for words, tone in chips(row, kind=kind):
        if left + paint.pill_width(words) > right:
            break
        left += paint.draw_pill(painter, left, middle, words, tone, on_soft=on_soft) + px(GAP)
    side = px(14)
    if row.choice.watch_later and left + side <= right:
        box = QRectF(left, middle - side / 2, side, side)
        paint.paint_icon(painter, "later", box, theme().tokens.accent)
        left += side + px(GAP)
    return left


def chips_width(row: SessionRow, *, kind: bool) -> float:
    """Return how much room the chips and the sign take."""
    px = theme().px
    wide = sum(paint.pill_width(words) + px(GAP) for words, _tone in chips(row, kind=kind))
    return wide + (px(14) + px(GAP) if row.choice.watch_later else 0)


def cancelled(row: SessionRow) -> bool:
    """Return whether a session will not take place."""
    return row.view.session.facts.state is SessionState.CANCELLED


def draw_card(painter: QPainter, card: QRectF, row: SessionRow, *, hover: bool) -> None:
    """Paint the ground of a session's card in the state of its choice, with the bar of a clash."""
    t, px = theme().tokens, theme().px
    if cancelled(row) and row.choice.intent is Intent.NONE:
        paint.band(painter, card, px(8), t.hover if hover else t.canvas, t.line)
    else:
        draw_choice_frame(painter, card, row.choice.intent, hover=hover)
    if row.clash:
        bar = QRectF(card.left() + 1, card.top() + px(8), px(3), card.height() - px(16))
        paint.band(painter, bar, px(1.5), t.red)


def draw_selected(painter: QPainter, card: QRectF) -> None:
    """Paint the ring of the selected card, 2 outside."""
    ring = card.adjusted(-2, -2, 2, 2)
    paint.band(painter, ring, theme().px(10), None, theme().tokens.accent, width=2)
