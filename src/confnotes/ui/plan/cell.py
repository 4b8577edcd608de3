"""How sessions look in the grid: cards in the rooms, bands across them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from confnotes.domain.choice import Intent
from confnotes.domain.session import AROUND, SessionKind
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.chips import (
    cancelled,
    chips_width,
    draw_card,
    draw_chips,
    draw_selected,
)
from confnotes.ui.plan.rows import SessionRow

LINE, META, PAD, SIDE, MARK = 18, 18, 8, 12, 18
"""A title's line, the line of speakers and chips, the padding of a card, and its mark."""
TITLE_LINES = 3
SLOT = 88
"""The height of a card that lasts as long as a talk does."""
TALK_MINUTES = 25
BAND, AROUND_BAND = 44, 36
"""The height of a keynote across all rooms, and of lunch."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A session with its rectangle and its broken title; `band`: it runs across the rooms."""

    row: SessionRow
    rect: QRectF
    title: tuple[str, ...] = ()
    band: bool = False


def title_room(card_width: float) -> float:
    """Return how wide the lines of a title may be in a card."""
    px = theme().px
    return max(card_width - 2 * px(SIDE) - px(MARK) - px(6), px(24))


def title_lines(row: SessionRow, card_width: float) -> tuple[str, ...]:
    """Return a title broken for a card; in the widest weight, so that a choice moves nothing."""
    font, room = theme().font(Step.BASE, SEMIBOLD), title_room(card_width)
    title = " ".join(row.view.session.title.split())
    if paint.width(title, font) <= room:
        return (title,)
    return tuple(paint.wrapped(title, font, room, TITLE_LINES))


def card_need(row: SessionRow, lines: int) -> int:
    """Return the least height of a card whose title has that many lines."""
    px = theme().px
    need = 2 * px(PAD) + lines * px(LINE) + px(META)
    start, end = row.view.session.start_at, row.view.session.end_at
    short = start is None or end is None or (end - start).total_seconds() < TALK_MINUTES * 60
    return need if short else max(need, px(SLOT))


def runs_around(row: SessionRow) -> bool:
    """Return whether a session is a break or a party rather than something one listens to."""
    return row.view.session.kind in AROUND


def band_need(row: SessionRow) -> int:
    """Return the height of a band."""
    return theme().px(AROUND_BAND if runs_around(row) else BAND)


def may_run_across(row: SessionRow) -> bool:
    """Return whether a session is for everyone, if nothing else goes on meanwhile."""
    return row.view.session.kind is SessionKind.KEYNOTE or runs_around(row)


def mark_box(drawn: Drawn) -> QRectF:
    """Return where the choice mark of a card or band stands."""
    px, rect = theme().px, drawn.rect
    side = px(MARK)
    left = rect.right() - px(SIDE) - side + px(4)
    top = rect.center().y() - side / 2 if drawn.band else rect.top() + px(PAD) - 1
    return QRectF(left, top, side, side)


def draw(painter: QPainter, drawn: Drawn, *, hover: bool, selected: bool) -> None:
    """Paint a session."""
    if drawn.band:
        _draw_band(painter, drawn, hover=hover)
    else:
        _draw_cell(painter, drawn, hover=hover)
    paint.draw_choice(painter, mark_box(drawn), drawn.row.choice.intent)
    if selected:
        draw_selected(painter, drawn.rect)


def _draw_cell(painter: QPainter, drawn: Drawn, *, hover: bool) -> None:
    t, px = theme().tokens, theme().px
    row, rect = drawn.row, drawn.rect
    draw_card(painter, rect, row, hover=hover)
    going = row.choice.intent is Intent.GOING
    font = theme().font(Step.BASE, SEMIBOLD if going else MEDIUM)
    ink = t.text2 if cancelled(row) else t.text
    room, top = title_room(rect.width()), rect.top() + px(PAD)
    for line in drawn.title:
        box = QRectF(rect.left() + px(SIDE), top, room + 2, px(LINE))
        used = paint.draw_text(painter, box, line, font, ink)
        if cancelled(row):
            painter.fillRect(QRectF(box.left(), box.center().y() + 1, used, 1.2), t.text2)
        top += px(LINE)
    lowest = rect.bottom() - px(PAD) - px(META) + 2
    under = min(max(top, rect.top() + px(PAD) + TITLE_LINES * px(LINE)), lowest)
    _draw_meta(
        painter, QRectF(rect.left() + px(SIDE), under, rect.width() - 2 * px(SIDE), px(META)), row
    )


def _draw_meta(painter: QPainter, line: QRectF, row: SessionRow) -> None:
    t = theme().tokens
    left = draw_chips(painter, line.left(), line.center().y(), row, kind=False, right=line.right())
    rest = QRectF(left, line.top(), max(line.right() - left, 0), line.height())
    paint.draw_text(painter, rest, row.speakers, theme().font(Step.SMALL), t.text2)


def _draw_band(painter: QPainter, drawn: Drawn, *, hover: bool) -> None:
    t, px = theme().tokens, theme().px
    row, rect = drawn.row, drawn.rect
    around = runs_around(row)
    if around and row.choice.intent is Intent.NONE and not row.clash:
        paint.band(painter, rect, px(8), t.hover if hover else t.sunken, None)
    else:
        draw_card(painter, rect, row, hover=hover)
    left, right = rect.left() + px(SIDE), mark_box(drawn).left() - px(10)
    if around:
        side = px(16)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "cup", box, t.text2)
        left += px(24)
    bold = row.choice.intent is Intent.GOING or not around
    font = theme().font(Step.BASE, SEMIBOLD if bold else MEDIUM)
    room = right - left - chips_width(row, kind=False) - px(10)
    title = QRectF(left, rect.top(), max(room, 0), rect.height())
    ink = t.text2 if around or cancelled(row) else t.text
    left += paint.draw_text(painter, title, row.view.session.title, font, ink) + px(10)
    left = draw_chips(painter, left, rect.center().y(), row, kind=False, right=right)
    quiet = " · ".join(part for part in (row.view.session.facts.room, row.speakers) if part)
    rest = QRectF(left, rect.top(), max(right - left, 0), rect.height())
    paint.draw_text(painter, rest, quiet, theme().font(Step.SMALL), t.text2)
