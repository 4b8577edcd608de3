"""How the cells of the table are painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkState
from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import wording
from confnotes.ui.review.rows import Column, GroupRow, ReviewRow
from confnotes.ui.review.table_model import Index, Role

ROW, HEAD = 52, 38
STAR, STAR_GAP = 13, 4


def stars_left(cell: QRectF) -> float:
    """Return where the five stars begin in a cell."""
    px = theme().px
    return cell.left() + (cell.width() - 5 * px(STAR) - 4 * px(STAR_GAP)) / 2


class TableDelegate(QStyledItemDelegate):
    """Paints heads of groups and, per column, the cells of a session.

    `dated`: the rows stand in no groups, so each says its day. `ring`: the keyboard is here.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dated = False
        self.ring = False
        self.hovered = -1
        self.selected = -1
        self._cells: dict[Column, Callable[[QPainter, QRectF, ReviewRow], None]] = {
            Column.REVIEWED: self._reviewed,
            Column.SESSION: self._session,
            Column.RATING: self._rating,
            Column.RECOMMENDED: self._recommended,
            Column.NOTES: lambda p, r, row: _count(p, r, row.lines),
            Column.UNCLEAR: self._unclear,
            Column.TODOS: lambda p, r, row: _count(p, r, row.todos),
            Column.LINKS: self._links,
            Column.PICTURES: lambda p, r, row: _count(p, r, row.pictures),
            Column.SUMMARY: self._summary,
        }

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(Role.ROW), GroupRow)
        return QSize(theme().px(40), theme().px(HEAD if head else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        rect: QRect = option.rect
        if isinstance(row, GroupRow):
            _group(painter, QRectF(rect), row)
        elif isinstance(row, ReviewRow):
            column = Column(index.column())
            self._ground(painter, QRectF(rect), index, column)
            self._cells[column](painter, QRectF(rect), row)
            state: QStyle.StateFlag = option.state
            if self.ring and state & QStyle.StateFlag.State_HasFocus:
                self._edited(painter, QRectF(rect), column, row)

    def _ground(self, painter: QPainter, cell: QRectF, index: Index, column: Column) -> None:
        """Paint this cell's part of the row's rounded band, or the hairline below the row."""
        t, px = theme().tokens, theme().px
        on, over = index.row() == self.selected, index.row() == self.hovered
        if on or over:
            band = cell.adjusted(0, 1, 0, -1)
            band.setLeft(cell.left() + px(8) if column is Column.REVIEWED else cell.left() - 40)
            last = column is Column.SUMMARY
            band.setRight(cell.right() - px(8) if last else cell.right() + 40)
            painter.save()
            painter.setClipRect(cell)
            paint.band(painter, band, px(10), t.accent_soft if on else t.hover)
            painter.restore()
        elif column is not Column.REVIEWED:
            edge = px(12) if column is Column.SUMMARY else 0
            line = QRectF(cell.left(), cell.bottom() - 1, cell.width() - edge, 1)
            painter.fillRect(line, t.line)

    def _edited(self, painter: QPainter, cell: QRectF, column: Column, row: ReviewRow) -> None:
        """Paint the cell the keyboard is in: a field for the stars, a ring for the rest."""
        t, px = theme().tokens, theme().px
        if column is Column.RATING:
            wide = 5 * px(STAR) + 4 * px(STAR_GAP) + px(16)
            left = cell.left() + (cell.width() - wide) / 2
            box = QRectF(left, cell.center().y() - px(16), wide, px(32))
            paint.band(painter, box, px(8), t.surface, t.accent, width=2)
            self._rating(painter, cell, row)
        else:
            inner = cell.adjusted(px(2), px(6), -px(2), -px(6))
            if column is Column.REVIEWED:
                inner.setLeft(cell.left() + px(12))
            paint.focus_ring(painter, inner, px(8))

    def _reviewed(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        t, side = theme().tokens, theme().px(16)
        box = QRectF(cell.right() - theme().px(17), cell.center().y() - side / 2, side, side)
        if row.reviewed:
            paint.draw_tick_disc(painter, box, t.accent)
        else:
            paint.paint_icon(painter, "ring", box, t.faint)

    def _session(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        t, px = theme().tokens, theme().px
        words = cell.adjusted(px(8), 0, -px(8), 0)
        top = QRectF(words.left(), cell.top() + px(6), words.width(), px(20))
        low = QRectF(words.left(), cell.top() + px(26), words.width(), px(18))
        title = row.title or "–"
        paint.draw_text(painter, top, title, theme().font(Step.BASE, MEDIUM), t.text)
        below = wording.below(row, dated=self.dated)
        paint.draw_text(painter, low, below, theme().font(Step.SMALL, tabular=True), t.text2)

    def _rating(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        px = theme().px
        left = stars_left(cell)
        paint.draw_stars(
            painter, left, cell.center().y(), px(STAR), row.rating or 0, gap=px(STAR_GAP)
        )

    def _recommended(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        t = theme().tokens
        name = "bookmark_filled" if row.recommended else "bookmark"
        colour = t.accent if row.recommended else t.faint
        paint.paint_icon(painter, name, _middle(cell, 18), colour)

    def _unclear(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        t, px = theme().tokens, theme().px
        if not row.unclear:
            _count(painter, cell, 0)
            return
        font = theme().font(Step.BASE, MEDIUM, tabular=True)
        number = str(row.unclear)
        wide = px(18) + px(8) + paint.width(number, font)
        left = cell.center().x() - wide / 2
        badge = QRectF(left, cell.center().y() - px(9), px(18), px(18))
        badges.draw_badge(painter, badge, LineKind.UNCLEAR)
        rest = QRectF(left + px(26), cell.top(), cell.width(), cell.height())
        paint.draw_text(painter, rest, number, font, t.amber)

    def _links(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        px = theme().px
        for at, (name, state) in enumerate((("slides", row.slides), ("video", row.video))):
            box = QRectF(0, 0, px(16), px(16))
            shift = px(12) if at else -px(12)
            box.moveCenter(cell.center())
            box.translate(shift, 0)
            paint.paint_icon(painter, name, box, _link_colour(state))

    def _summary(self, painter: QPainter, cell: QRectF, row: ReviewRow) -> None:
        if row.summary:
            paint.paint_icon(painter, "check", _middle(cell, 16), theme().tokens.accent)
        else:
            _count(painter, cell, 0)


def _link_colour(state: LinkState | None) -> QColor:
    t = theme().tokens
    if state is LinkState.THERE:
        return t.text
    return t.accent_line if state is LinkState.EXPECTED else t.line2


def _count(painter: QPainter, cell: QRectF, number: int) -> None:
    """Paint a number; zero is a faint dash."""
    t = theme().tokens
    text, colour = (str(number), t.text2) if number else ("–", t.faint)
    font = theme().font(Step.BASE, tabular=True)
    paint.draw_text(painter, cell, text, font, colour, Align.CENTRE)


def _middle(cell: QRectF, side: int) -> QRectF:
    box = QRectF(0, 0, theme().px(side), theme().px(side))
    box.moveCenter(cell.center())
    return box


def _group(painter: QPainter, rect: QRectF, row: GroupRow) -> None:
    t, px = theme().tokens, theme().px
    words = rect.adjusted(px(24), 0, -px(24), 0)
    used = paint.draw_text(painter, words, row.title, theme().font(Step.BASE, SEMIBOLD), t.text)
    rest = words.adjusted(used + px(10), 0, 0, 0)
    paint.draw_text(painter, rest, row.note, theme().font(Step.SMALL, tabular=True), t.text2)
