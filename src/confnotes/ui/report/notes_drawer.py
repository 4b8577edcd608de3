"""The notes of the section, in the drawer below its text: a click or a key puts one in."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed
from confnotes.ui.report.note_rows import NoteRow

_ROW = Qt.ItemDataRole.UserRole + 1
_HIGH = 36
_MOST = 5
_NOWHERE = QModelIndex()


class NotesModel(QAbstractListModel):
    """Lines of notes as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[NoteRow] = []

    def set_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these rows."""
        fresh = list(rows)
        if [row.line_id for row in fresh] != [row.line_id for row in self._rows]:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
        elif fresh:
            self._rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            inside = self.tr("in the text") if row.standing else self.tr("not in the text")
            return f"{row.text}, {inside}"
        return row.text if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(theme().px(120), theme().px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(_ROW)
        if not isinstance(row, NoteRow):
            return
        t, px = theme().tokens, theme().px
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rect = QRectF(box)
        card = rect.adjusted(px(16), 1, -px(12), -1)
        if state & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(8), t.hover)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, card, px(8))
        if row.second is not None:
            words = QRectF(rect.left(), rect.top(), px(62), rect.height())
            small = theme().font(Step.SMALL, tabular=True)
            paint.draw_text(painter, words, _moment(row.second), small, t.text3, Align.RIGHT)
        badge = QRectF(rect.left() + px(72), rect.center().y() - px(10), px(20), px(20))
        badges.draw_badge(painter, badge, row.kind)
        words = QRectF(rect.left() + px(102), rect.top(), rect.width() - px(148), rect.height())
        ink = t.text2 if row.standing else t.text
        paint.draw_text(painter, words, row.text, theme().font(), ink)
        side = px(16)
        mark = QRectF(rect.right() - px(28) - side / 2, rect.center().y() - side / 2, side, side)
        name, colour = ("check", t.accent) if row.standing else ("plus", t.text2)
        paint.paint_icon(painter, name, mark, colour)


def _moment(second: int) -> str:
    """Return a second of the talk as mm:ss; nothing for what was written outside it."""
    return elapsed(second) if 0 <= second < 24 * 3600 else ""


class NotesList(QListView):
    """Enter, Space or a click puts the line one is on into the text: `wanted(NoteRow)`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NotesModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setAccessibleName(self.tr("Notes of this section"))

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these rows, tall enough for a few."""
        self.rows.set_rows(rows)
        self.setFixedHeight(theme().px(_HIGH) * min(max(len(rows), 1), _MOST) + theme().px(8))

    def _want(self, index: QModelIndex) -> None:
        row = index.data(_ROW) if index.isValid() else None
        if isinstance(row, NoteRow):
            self.wanted.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(self.indexAt(event.position().toPoint()))
