"""How earlier states stand in their list, and how the lines of one stand beside now."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.comparing import Difference
from confnotes.domain.notes import LineKind
from confnotes.ui.notes.gutter import AUDIENCE_ICONS
from confnotes.ui.notes.history_model import ROW_ROLE, Index, LineRow, StateRow
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_HEAD, _STATE, _PITCH, _PAD = 36, 74, 20, 7
_CHECK, _TIME_END, _BADGE, _TEXT, _INDENT = 18, 88, 99, 128, 26
_SIDE, _MARK = 20, 16
_RIGHT = 48
_LINE, _GAP, _BELOW = 26, 6, 21
_LEAST = 120
_BACK = frozenset({Difference.MISSING, Difference.CHANGED, Difference.MOVED})
_WEIGHTS = {LineKind.HEADING: SEMIBOLD, LineKind.KEY: MEDIUM}
_MARKS = {
    Difference.MISSING: "plus",
    Difference.CHANGED: "pencil",
    Difference.MOVED: "updown",
    Difference.SINCE: "minus",
}


class StatesDelegate(QStyledItemDelegate):
    """A day's head of 36, a state of 74: time, what came after, the first words of that."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: StateRow = index.data(ROW_ROLE)
        return QSize(0, theme().px(_HEAD if row.state is None else _STATE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: StateRow = index.data(ROW_ROLE)
        t, px, rect = theme().tokens, theme().px, QRectF(option.rect)
        painter.save()
        if row.state is None:
            head = rect.adjusted(px(24), px(8), -px(12), 0)
            paint.draw_text(painter, head, row.title, theme().font(Step.SMALL, SEMIBOLD), t.text2)
        else:
            self._ground(painter, rect, option.state)
            area = QRectF(rect.left() + px(24), rect.top() + px(_PAD), 0, px(_PITCH))
            area.setRight(rect.right() - px(20))
            font = theme().font(Step.BASE, MEDIUM, tabular=True)
            paint.draw_text(painter, area, row.title, font, t.text)
            area.translate(0, px(_PITCH))
            small = theme().font(Step.SMALL)
            paint.draw_text(painter, area, row.below, small, t.text2)
            area.translate(0, px(_PITCH))
            paint.draw_text(painter, area, row.words, small, t.text3)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, flags: QStyle.StateFlag) -> None:
        t, px = theme().tokens, theme().px
        card = rect.adjusted(px(8), px(1), -px(8), -px(1))
        if flags & QStyle.StateFlag.State_Selected:
            paint.band(painter, card, px(8), t.raised if t.dark else t.surface, t.line)
            if flags & QStyle.StateFlag.State_HasFocus:
                paint.focus_ring(painter, card, px(8))
        elif flags & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(8), t.hover)


class LinesDelegate(QStyledItemDelegate):
    """A line as in the notes: moment, badge, words. `width` is the room that its view has.

    What comes back stands on accent_soft with a plus or a pencil, what was written since is
    struck. A box ticks what can come back by itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.width = 480
        self._broken: dict[tuple[str, int, int, int], list[str]] = {}
        theme().changed.connect(self._broken.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: LineRow = index.data(ROW_ROLE)
        below = len(self._below(row))
        high = theme().px(_LINE) * max(len(self._lines(row)), 1) + theme().px(_BELOW) * below
        return QSize(0, high + theme().px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LineRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        self._ground(painter, rect, row, option.state)
        top = rect.top() + theme().px(_GAP) / 2
        first = QRectF(rect.left(), top, rect.width(), theme().px(_LINE))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        self._beside(painter, first, row, ticked)
        self._words(painter, first, row)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRectF, row: LineRow, flags: QStyle.StateFlag
    ) -> None:
        t, px = theme().tokens, theme().px
        card = rect.adjusted(px(8), 1, -px(8), -1)
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        if row.difference in _BACK:
            fill = t.accent_soft2 if over and row.tickable else t.accent_soft
            paint.band(painter, card, px(8), fill)
        if flags & QStyle.StateFlag.State_Selected and flags & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, card, px(8))

    def _beside(self, painter: QPainter, rect: QRectF, row: LineRow, ticked: object) -> None:
        t, px = theme().tokens, theme().px
        middle = rect.center().y()

        def box(left: float, side: float) -> QRectF:
            return QRectF(left, middle - side / 2, side, side)

        if ticked is not None:
            check = box(rect.left() + px(_CHECK), px(_MARK))
            paint.draw_check(painter, check, on=ticked == Qt.CheckState.Checked)
        time = QRectF(rect.left(), rect.top(), px(_TIME_END), rect.height())
        font = theme().font(Step.BASE, tabular=True)
        paint.draw_text(painter, time, row.time, font, t.text3, Align.RIGHT)
        badge = box(rect.left() + px(_BADGE) + self._indent(row), px(_SIDE))
        if row.row is None:
            paint.paint_icon(painter, "footnote", badge.adjusted(2, 2, -2, -2), t.text2)
        else:
            draw_badge(painter, badge, row.row.line.kind, done=row.row.line.done)
        right = rect.right() - px(20) - px(_MARK)
        if row.difference in _MARKS:
            ink = t.accent if row.difference in _BACK else t.text3
            paint.paint_icon(painter, _MARKS[row.difference], box(right, px(_MARK)), ink)
        if row.audience in AUDIENCE_ICONS:
            icon = box(right - px(20), px(14))
            paint.paint_icon(painter, AUDIENCE_ICONS[row.audience], icon, t.text3)

    def _words(self, painter: QPainter, rect: QRectF, row: LineRow) -> None:
        t, px = theme().tokens, theme().px
        area = QRectF(rect)
        area.setLeft(rect.left() + px(_TEXT) + self._indent(row))
        area.setRight(rect.right() - px(_RIGHT) + px(8))
        font, colour = self._font(row), self._colour(row)
        for line in self._lines(row):
            paint.draw_text(painter, area, line, font, colour)
            area.translate(0, px(_LINE))
        area.setHeight(px(_BELOW))
        small = theme().font(Step.BASE)
        for text in self._below(row):
            paint.draw_text(painter, area, text, small, t.text2)
            area.translate(0, px(_BELOW))

    def _indent(self, row: LineRow) -> int:
        """Return how far a line stands in; no deeper than leaves room for words."""
        if row.row is None:
            return 0
        most = max(self.width - theme().px(_TEXT + _RIGHT + _LEAST), 0)
        return min(theme().px(_INDENT) * row.row.line.depth, most)

    def _lines(self, row: LineRow) -> list[str]:
        return self._wrapped(row, row.text, self._font(row))

    def _below(self, row: LineRow) -> list[str]:
        """Return what stands in small letters below a line: gist, answer, how it reads now."""
        small = theme().font(Step.BASE)
        texts = filter(None, (*row.below, row.now))
        return [line for text in texts for line in self._wrapped(row, text, small)]

    def _wrapped(self, row: LineRow, text: str, font: QFont) -> list[str]:
        room = self.width - theme().px(_TEXT + _RIGHT) - self._indent(row)
        key = text, font.pixelSize(), font.weight(), room
        if key not in self._broken:
            self._broken[key] = paint.wrapped(text, font, room)
        return self._broken[key]

    def _weight(self, row: LineRow) -> int:
        return REGULAR if row.row is None else _WEIGHTS.get(row.row.line.kind, REGULAR)

    def _font(self, row: LineRow) -> QFont:
        font = QFont(theme().font(Step.NOTE, self._weight(row)))
        font.setStrikeOut(row.difference is Difference.SINCE)
        return font

    def _colour(self, row: LineRow) -> QColor:
        t = theme().tokens
        if row.difference is Difference.SINCE:
            return t.text3
        kind = LineKind.POINT if row.row is None else row.row.line.kind
        return {LineKind.UNCLEAR: t.amber, LineKind.QUOTE: t.text2, LineKind.CODE: t.text2}.get(
            kind, t.text
        )
