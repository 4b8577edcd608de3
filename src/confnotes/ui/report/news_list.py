"""What the notes say since one wrote, in a drawer below the text: each piece is put in or left."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from confnotes.domain.news import Piece
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.theme import theme

_ROW = Qt.ItemDataRole.UserRole + 1
_PITCH, _PAD, _SIDE = 22, 7, 28
_MOST = 4
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class NewsModel(QAbstractListModel):
    """Pieces as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Piece] = []

    def set_rows(self, rows: Sequence[Piece]) -> None:
        """Show these."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def rows(self) -> Sequence[Piece]:
        """Return what is shown."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        piece = self._rows[index.row()]
        if role == _ROW:
            return piece
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(piece)
        return None

    def _spoken(self, piece: Piece) -> str:
        old, new = piece.said
        if not old:
            return self.tr("new: {words}").format(words=new)
        if not new:
            return self.tr("gone: {words}").format(words=old)
        return self.tr("{old} is now: {new}").format(old=old, new=new)


class _Delegate(QStyledItemDelegate):
    """What went is struck through, what came stands on the accent's ground; at the right what
    puts it in and what passes it over."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        piece = index.data(_ROW)
        rows = 2 if isinstance(piece, Piece) and all(piece.said) else 1
        return QSize(theme().px(120), theme().px(_PITCH * rows + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        piece = index.data(_ROW)
        if not isinstance(piece, Piece):
            return
        t, px = theme().tokens, theme().px
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        card = rect.adjusted(px(16), 1, -px(12), -1)
        if state & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(8), t.hover)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, card, px(8))
        top = rect.top() + px(_PAD)
        font = theme().font()
        struck = QFont(font)
        struck.setStrikeOut(True)
        left, right = rect.left() + px(28), rect.right() - px(84)
        for words, new in zip(piece.said, (False, True), strict=True):
            if not words:
                continue
            area = QRectF(left, top, right - left, px(_PITCH))
            wide = min(paint.width(words, font), area.width()) + px(12)
            ground = QRectF(area.left() - px(6), top + 1, wide, px(_PITCH) - 2)
            paint.band(painter, ground, px(6), t.accent_soft if new else t.press)
            ink = t.text if new else t.text2
            paint.draw_text(painter, area, words, font if new else struck, ink)
            top += px(_PITCH)
        for name, box in zip(("plus", "close"), icon_boxes(rect), strict=True):
            paint.paint_icon(painter, name, box, t.text2)


def icon_boxes(row: QRectF) -> tuple[QRectF, QRectF]:
    """Return where a row's two icons stand: put in, leave."""
    px = theme().px
    side, top = px(16), row.center().y() - px(16) / 2
    right = row.right() - px(_SIDE) - side / 2
    return QRectF(right - px(32), top, side, side), QRectF(right, top, side, side)


class NewsList(QListView):
    """Enter, Space or a click puts the piece one is on into the text: `wanted(Piece)`; Delete or a
    click on the cross leaves it: `left(Piece)`."""

    wanted = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NewsModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setAccessibleName(self.tr("What the notes say since"))

    def show_rows(self, rows: Sequence[Piece]) -> None:
        """Show these, tall enough for a few."""
        at = self.currentIndex().row()
        self.rows.set_rows(rows)
        if rows:
            self.setCurrentIndex(self.rows.index(min(max(at, 0), len(rows) - 1)))
        high = sum(self.sizeHintForRow(n) for n in range(min(len(rows), _MOST)))
        self.setFixedHeight(max(high, theme().px(_PITCH)) + theme().px(4))

    def _piece(self, index: QModelIndex) -> Piece | None:
        piece = index.data(_ROW) if index.isValid() else None
        return piece if isinstance(piece, Piece) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        piece = self._piece(self.currentIndex())
        if piece is not None and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.wanted.emit(piece)
        elif piece is not None and event.key() == Qt.Key.Key_Delete:
            self.left.emit(piece)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        piece = self._piece(index)
        if piece is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        cross = icon_boxes(QRectF(self.visualRect(index)))[1]
        away = theme().px(8)
        on_cross = cross.adjusted(-away, -away, away, away).contains(event.position())
        (self.left if on_cross else self.wanted).emit(piece)


class News(QWidget):
    """The pieces, and below them what leaves all of them at once: `passed()`."""

    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = NewsList()
        self.leave = Button(self.tr("Leave it all as I wrote it"), Look.GHOST, height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(6))
        column.setSpacing(0)
        column.addWidget(self.list)
        row = QVBoxLayout()
        row.setContentsMargins(theme().px(16), 0, 0, 0)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        self.leave.clicked.connect(self.passed)
