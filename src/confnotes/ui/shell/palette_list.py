"""The rows of Ctrl+K: a model, and how a row is painted with its words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from confnotes.domain.search import Range
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.palette_items import Head, Item, Row, Span

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
HEAD, ROW = 34, 44
_SIDE, _TEXT, _GAP = 20, 56, 10
_RIGHT_SHARE, _WHERE = 0.5, 230
_LEAD = 0.3
"""Where in its room the first marked word stands, when the beginning has to be cut off."""


class PaletteModel(QAbstractListModel):
    """Heads and items; heads cannot be selected."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """Return the rows."""
        return self._rows

    def items(self) -> list[int]:
        """Return the numbers of the rows that lead somewhere."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, Item)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Paints heads and items."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(0, theme().px(HEAD if isinstance(row, Head) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if isinstance(row, Head):
            _paint_head(painter, rect, row)
        elif isinstance(row, Item):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            _paint_item(painter, rect, row, selected=selected, hovered=hovered)
        painter.restore()


def _paint_head(painter: QPainter, rect: QRectF, head: Head) -> None:
    t, px = theme().tokens, theme().px
    box = rect.adjusted(px(_SIDE), px(4), -px(_SIDE), 0)
    wide = paint.draw_text(painter, box, head.words, theme().font(Step.CAPTION, SEMIBOLD), t.text2)
    count = box.adjusted(wide + px(8), 0, 0, 0)
    paint.draw_text(painter, count, head.count, theme().font(Step.CAPTION, tabular=True), t.text3)


def _paint_item(
    painter: QPainter, rect: QRectF, item: Item, *, selected: bool, hovered: bool
) -> None:
    t, px = theme().tokens, theme().px
    if selected or hovered:
        fill = t.accent_soft if selected else t.hover
        paint.band(painter, rect.adjusted(px(8), 1, -px(8), -1), px(8), fill)
    side = px(20)
    box = QRectF(px(22), rect.center().y() - side / 2, side, side)
    if item.kind is not None:
        draw_badge(painter, box, item.kind, done=item.done)
    elif item.icon:
        inner = box.adjusted(px(1), px(1), -px(1), -px(1))
        paint.paint_icon(painter, item.icon, inner, t.accent if selected else t.text2)
    right = rect.right() - px(_SIDE)
    if selected:
        sign = QRectF(right - px(16), rect.center().y() - px(8), px(16), px(16))
        paint.paint_icon(painter, "enter", sign, t.accent)
        right -= px(16 + 2 * _GAP)
    room = (rect.width() - px(_TEXT)) * _RIGHT_SHARE
    right = _paint_right(painter, rect, right, item, right - room)
    text = QRectF(px(_TEXT), rect.top(), right - px(_TEXT) - px(_GAP), rect.height())
    _paint_spans(painter, text, item.spans)


def _paint_right(painter: QPainter, rect: QRectF, right: float, item: Item, least: float) -> float:
    """Paint where and when from the right edge inwards; return where the room for text ends."""
    t, px = theme().tokens, theme().px
    font = theme().font(Step.SMALL, tabular=True)
    for part in reversed((*item.right, item.chord)):
        if not part:
            continue
        wide = min(paint.width(part, font) + 1, px(_WHERE), max(right - least, 0))
        box = QRectF(right - wide, rect.top(), wide, rect.height())
        if wide > px(24):
            paint.draw_text(painter, box, part, font, t.text3, paint.Align.RIGHT)
            right -= wide + px(_GAP)
    return right


def _paint_spans(painter: QPainter, room: QRectF, spans: Sequence[Span]) -> None:
    """Paint spans one after the other on one line. Where a word would fall outside, the text
    before it is cut."""
    gap = theme().px(_GAP)
    left = room.left()
    for number, span in enumerate(spans):
        rest = room.right() - left
        if rest < gap:
            return
        later = any(one.marks for one in spans[number + 1 :])
        most = rest * 0.55 if later and not span.marks else rest
        box = QRectF(left, room.top(), most, room.height())
        left += _paint_span(painter, box, span) + gap


def _paint_span(painter: QPainter, room: QRectF, span: Span) -> float:
    """Paint a text with its words marked, elided; return its width."""
    t = theme().tokens
    font = theme().font(Step.PREVIEW, REGULAR if span.quiet else MEDIUM)
    text, marks = cut(span.text, span.marks, font, room.width())
    ink = t.text2 if span.quiet else t.text
    left = room.left()
    for start, end, marked in _runs(len(text), marks):
        rest = room.right() - left
        shown = paint.elided(text[start:end], font, rest)
        if not shown:
            break
        wide = paint.width(shown, font)
        box = QRectF(left, room.top(), wide + 1, room.height())
        if marked:
            high = theme().px(24)
            band = QRectF(left - 1, room.center().y() - high / 2, wide + 2, high)
            paint.band(painter, band, theme().px(4), t.mark)
        paint.draw_text(painter, box, shown, font, t.on_mark if marked else ink)
        left += wide
        if shown != text[start:end]:
            break
    return left - room.left()


def cut(
    text: str, marks: Sequence[Range], font: QFont, room: float
) -> tuple[str, tuple[Range, ...]]:
    """Return the text, begun later (after …) where its first marked word would not be seen."""
    if not marks or paint.width(text[: marks[0][1]], font) <= room * 0.9:
        return text, tuple(marks)
    first = marks[0][0]
    begin = first
    while begin and paint.width(text[begin - 1 : first], font) < room * _LEAD:
        begin -= 1
    moved = tuple((start - begin + 1, end - begin + 1) for start, end in marks)
    return paint.ELLIPSIS + text[begin:], moved


def _runs(length: int, marks: Sequence[Range]) -> list[tuple[int, int, bool]]:
    out: list[tuple[int, int, bool]] = []
    at = 0
    for start, end in marks:
        if start > at:
            out.append((at, start, False))
        out.append((start, end, True))
        at = end
    if at < length:
        out.append((at, length, False))
    return out


class PaletteList(QListView):
    """The list; the keys stay with the field above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = PaletteModel()
        self._delegate = PaletteDelegate()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What was found"))

    def content_height(self) -> int:
        """Return the height of all rows."""
        px = theme().px
        heads = len(self.rows.rows()) - len(self.rows.items())
        return heads * px(HEAD) + len(self.rows.items()) * px(ROW)

    def current(self) -> Item | None:
        """Return the row that is chosen."""
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return row if isinstance(row, Item) else None

    def choose(self, number: int) -> None:
        """Choose the item of that number, or the nearest there is."""
        items = self.rows.items()
        if not items:
            return
        number = min(max(number, 0), len(items) - 1)
        if number == 0:
            self.scrollToTop()
        self.setCurrentIndex(self.rows.index(items[number]))
        self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Go so many items down or up; from an end a single step leads to the other one."""
        items = self.rows.items()
        if not items:
            return
        at = items.index(self.currentIndex().row()) if self.current() is not None else -1
        wraps = abs(by) == 1 and not 0 <= at + by < len(items)
        self.choose((at + by) % len(items) if wraps else at + by)

    def to_group(self, by: int) -> None:
        """Go to the first item of the next group, or of the one before."""
        rows = self.rows.rows()
        firsts = [at + 1 for at, row in enumerate(rows) if isinstance(row, Head)]
        if not firsts:
            return
        here = self.currentIndex().row()
        group = max((n for n, first in enumerate(firsts) if first <= here), default=0)
        self.choose(self.rows.items().index(firsts[(group + by) % len(firsts)]))
