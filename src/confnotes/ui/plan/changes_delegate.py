"""How a change looks: rows of 58 with old and new side by side, heads of 40."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.choice import Intent
from confnotes.domain.revisions import RevisionKind
from confnotes.ui.parts import paint
from confnotes.ui.parts.paint import Tone
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.change_rows import (
    ChangeHead,
    ChangeRow,
    Part,
    Side,
    decision_words,
    kind_words,
)
from confnotes.ui.plan.changes_model import SAME
from confnotes.ui.plan.model import ROW, Index, intent_words

HEAD, ROW_HIGH = 40, 58
_TONES = {
    RevisionKind.MOVED: Tone.AMBER,
    RevisionKind.RENAMED: Tone.PLAIN,
    RevisionKind.CANCELLED: Tone.RED,
    RevisionKind.BACK: Tone.SOFT,
    RevisionKind.NEW: Tone.SOFT,
    RevisionKind.GONE: Tone.RED,
    RevisionKind.REPLACED: Tone.AMBER,
    RevisionKind.OTHER: Tone.PLAIN,
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row begin and how wide they are, from the sheet's left edge."""

    tick: float
    kind: float
    old: float
    arrow: float
    now: float
    half: float
    yours: float
    yours_wide: float

    @classmethod
    def of(cls, width: float) -> "Columns":
        """Return the columns of a sheet so wide."""
        px = theme().px
        yours_wide = px(192) if width > px(1100) else px(168)
        old, arrow = px(156), px(36)
        yours = width - yours_wide - px(20)
        half = (yours - px(16) - old - arrow) / 2
        now = old + half + arrow
        return cls(px(24), px(60), old, old + half + px(8), now, half, yours, yours_wide)


class ChangesDelegate(QStyledItemDelegate):
    """Paints heads and changes; anything else it is given stays blank."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = HEAD if isinstance(index.data(ROW), ChangeHead) else ROW_HIGH
        return QSize(200, theme().px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        rect = QRectF(option.rect)
        if isinstance(row, ChangeHead):
            _head(painter, rect, row)
        elif isinstance(row, ChangeRow):
            on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
            first = not isinstance(index.model().index(index.row() - 1, 0).data(ROW), ChangeRow)
            _ground(painter, rect, selected=selected, over=over, focused=focused, first=first)
            _change(painter, rect, row, on=on, same=bool(index.data(SAME)), lit=selected)


def tick_of(rect: QRectF) -> QRectF:
    """Return where the tick of a row takes clicks."""
    return QRectF(rect.left(), rect.top(), theme().px(52), rect.height())


def answer_of(rect: QRectF) -> QRectF:
    """Return the button that asks whether it is another session."""
    columns, px = Columns.of(rect.width()), theme().px
    top = rect.center().y() - px(16)
    return QRectF(rect.left() + columns.yours, top, columns.yours_wide, px(32))


def _head(painter: QPainter, rect: QRectF, head: ChangeHead) -> None:
    t, px = theme().tokens, theme().px
    line = rect.adjusted(px(24), px(4), -px(24), 0)
    used = paint.draw_text(painter, line, head.words, theme().font(Step.BASE, SEMIBOLD), t.text)
    left, middle = line.left() + used + px(8), line.center().y()
    left += paint.draw_pill(painter, left, middle, str(head.count)) + px(8)
    rest = QRectF(left, line.top(), max(line.right() - left, 0), line.height())
    paint.draw_text(painter, rest, head.note, theme().font(Step.SMALL), t.text2)


def _ground(
    painter: QPainter, rect: QRectF, *, selected: bool, over: bool, focused: bool, first: bool
) -> None:
    t, px = theme().tokens, theme().px
    card = rect.adjusted(px(8), 1, -px(8), -1)
    if selected or over:
        paint.band(painter, card, px(8), t.accent_soft if selected else t.hover)
    elif not first:
        painter.fillRect(QRectF(rect.left() + px(60), rect.top(), rect.width() - px(80), 1), t.line)
    if focused:
        paint.focus_ring(painter, card, px(8))


def _change(
    painter: QPainter, rect: QRectF, row: ChangeRow, *, on: bool, same: bool, lit: bool
) -> None:
    t, px = theme().tokens, theme().px
    columns, left, middle = Columns.of(rect.width()), rect.left(), rect.center().y()
    tick = QRectF(left + columns.tick, middle - px(8), px(16), px(16))
    paint.draw_check(painter, tick, on=on)
    tone = _TONES[row.kind] if on else Tone.PLAIN
    paint.draw_pill(painter, left + columns.kind, middle, kind_words(row.kind), tone, on_soft=lit)
    _side(painter, rect, left + columns.old, columns.half, row.old, new=False, on=on, lit=lit)
    arrow = QRectF(left + columns.arrow, middle - px(7), px(14), px(14))
    paint.paint_icon(painter, "arrow_right", arrow, t.text2 if on else t.disabled)
    room = columns.half
    red = row.kind is RevisionKind.CANCELLED
    end = _side(painter, rect, left + columns.now, room, row.now, new=True, on=on, lit=lit, red=red)
    clash = row.clash if on else ""
    needed = paint.width(clash, theme().font(Step.SMALL)) + px(28)
    beside = end + needed <= left + columns.now + room
    if clash and beside:
        _clash(painter, QRectF(end + px(10), rect.top() + px(29), needed, px(20)), clash)
    if row.asks:
        _answer(painter, rect, decision_words(same=same))
    else:
        _yours(painter, rect, columns, row, "" if beside else clash)


def _side(
    painter: QPainter,
    rect: QRectF,
    left: float,
    wide: float,
    side: Side | None,
    *,
    new: bool,
    on: bool,
    lit: bool,
    red: bool = False,
) -> float:
    """Paint one state of a session; return where its lower line ends."""
    t, px = theme().tokens, theme().px
    upper = QRectF(left, rect.top() + px(9), wide, px(20))
    lower = QRectF(left, rect.top() + px(29), wide, px(20))
    quiet = t.text3 if not on else t.text2
    if side is None:
        paint.draw_text(painter, upper.translated(0, px(10)), "–", theme().font(), quiet)
        return left
    weight = SEMIBOLD if side.said else MEDIUM
    font = theme().font(Step.BASE, weight) if new else theme().font()
    ink = t.red if red and on else t.text if new and on else quiet
    _part(painter, upper, side.title, font, ink, new=new, on=on, lit=lit, title=True)
    small, at = theme().font(Step.SMALL, tabular=True), lower.left()
    for part in side.below:
        glue = part.glue if at > lower.left() else ""
        room = QRectF(at, lower.top(), max(lower.right() - at, 0), lower.height())
        room = room.adjusted(paint.width(glue, small), 0, 0, 0)
        if room.width() < px(16):
            break
        paint.draw_text(painter, room.translated(at - room.left(), 0), glue.rstrip(), small, quiet)
        at = room.left() + _part(painter, room, part, small, quiet, new=new, on=on, lit=lit)
    return at


def _part(
    painter: QPainter,
    room: QRectF,
    part: Part,
    font: QFont,
    ink: QColor,
    *,
    new: bool,
    on: bool,
    lit: bool,
    title: bool = False,
) -> float:
    """Paint a few words, marked where they changed; return their width."""
    t, px = theme().tokens, theme().px
    shown = paint.elided(part.text, font, room.width())
    wide = paint.width(shown, font)
    marked = part.changed and on
    if marked and (new or not title):
        fill = (t.accent_soft2 if lit else t.accent_soft) if new else t.press
        band = QRectF(room.left() - px(3), room.center().y() - px(9), wide + px(6), px(18))
        paint.band(painter, band, px(4), fill)
    colour = t.accent if marked and new and not title else ink
    paint.draw_text(painter, room, shown, font, colour)
    if part.changed and not new:
        painter.fillRect(QRectF(room.left(), room.center().y() + 1, wide, 1), t.text2)
    return wide


def _clash(painter: QPainter, room: QRectF, told: str) -> None:
    t, px = theme().tokens, theme().px
    box = QRectF(room.left(), room.center().y() - px(7), px(14), px(14))
    paint.paint_icon(painter, "warning", box, t.red)
    paint.draw_text(painter, room.adjusted(px(18), 0, 0, 0), told, theme().font(Step.SMALL), t.red)


def _yours(painter: QPainter, rect: QRectF, columns: Columns, row: ChangeRow, clash: str) -> None:
    """Paint what of one's own is on it, above a clash that has no room beside the new time."""
    t, px = theme().tokens, theme().px
    if row.old is None:
        return
    left, wide = rect.left() + columns.yours, columns.yours_wide
    line = QRectF(left, rect.top() + px(9 if clash else 19), wide, px(20))
    box = QRectF(left, line.center().y() - px(8), px(16), px(16))
    paint.draw_choice(painter, box, row.intent)
    chosen = intent_words(row.intent) if row.intent is not Intent.NONE else ""
    told = " · ".join(part for part in (chosen, row.own) if part)
    words = line.adjusted(px(24), 0, 0, 0)
    font = theme().font(Step.SMALL)
    paint.draw_text(painter, words, told[:1].upper() + told[1:], font, t.text)
    if clash:
        _clash(painter, line.translated(0, px(20)), clash)


def _answer(painter: QPainter, rect: QRectF, told: str) -> None:
    t, px = theme().tokens, theme().px
    button = answer_of(rect)
    paint.band(painter, button, px(8), t.surface, t.line2)
    side = px(14)
    sign = QRectF(button.right() - side - px(10), button.center().y() - side / 2, side, side)
    paint.paint_icon(painter, "chevron_down", sign, t.text2)
    room = button.adjusted(px(12), 0, -side - px(16), 0)
    paint.draw_text(painter, room, told, theme().font(Step.BASE, MEDIUM), t.text)
