"""A button that narrows the programme by one facet, and the list it opens."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from confnotes.domain.text import folded
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step

Index = QModelIndex | QPersistentModelIndex
ROW, ROWS, WIDTH = 30, 9, 264
SEARCHED_FROM = 10
"""With fewer values nobody needs a field to find one."""
_NOWHERE = QModelIndex()
_WORDS = 132
"""How wide the words of a button may be."""


class FacetButton(Pressable):
    """Says the facet, or what was chosen of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.name = name
        self._chosen: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_chosen(self, words: Sequence[str]) -> None:
        """Say what is chosen ("nothing" by an empty sequence)."""
        self._chosen = list(words)
        one = self._chosen[0] if len(self._chosen) == 1 else ""
        self.setText(one or self.name)
        self.setAccessibleName(": ".join([self.name, ", ".join(words)]) if words else self.name)
        self.setToolTip(", ".join(words))
        self.refit()

    @property
    def lit(self) -> bool:
        """Whether it narrows the programme."""
        return bool(self._chosen)

    def _count(self) -> str:
        return str(len(self._chosen)) if len(self._chosen) > 1 else ""

    def sizeHint(self) -> QSize:
        px = theme().px
        wide = min(paint.width(self.text(), theme().font(Step.BASE, MEDIUM)), px(_WORDS))
        wide += paint.pill_width(self._count()) + px(6) if self._count() else 0
        return QSize(round(wide) + px(12 + 30) + 1, px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, radius = QRectF(self.rect()), float(theme().px(8))
        fill = t.accent_soft if self.lit else t.surface
        if self.hovered:
            fill = t.accent_soft2 if self.lit else t.press if self.isDown() else t.hover
        ringed = self.ring and self.hasFocus()
        frame = t.accent_line if self.lit else t.line2
        paint.band(painter, rect, radius, fill, None if ringed else frame)
        if ringed:
            paint.focus_ring(painter, rect, radius)
        line = rect.adjusted(px(12), 0, -px(30), 0)
        ink = t.accent if self.lit else t.text
        room = line
        if count := self._count():
            room = line.adjusted(0, 0, -paint.pill_width(count) - px(6), 0)
        font = theme().font(Step.BASE, MEDIUM)
        used = paint.draw_text(painter, room, self.text(), font, ink)
        if count:
            at, middle = line.left() + used + px(6), rect.center().y()
            paint.draw_pill(painter, at, middle, count, paint.Tone.ACCENT)
        side = px(14)
        box = QRectF(rect.right() - px(24), rect.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "chevron_down", box, ink if self.lit else t.text2)


class _Values(QAbstractListModel):
    """The values of a facet with counts, each ticked or not."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, str, int]] = []
        self.chosen: set[str] = set()

    def set_rows(self, rows: list[tuple[str, str, int]]) -> None:
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def row(self, index: Index) -> tuple[str, str, int] | None:
        return self._shown[index.row()] if index.isValid() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        key, words, count = row
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.CheckStateRole:
            on = key in self.chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return str(count)
        return None

    def toggle(self, index: Index) -> None:
        row = self.row(index)
        if row is not None:
            self.chosen ^= {row[0]}
            self.dataChanged.emit(index, index)


class _Delegate(QStyledItemDelegate):
    """A check box, words, and a count."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(WIDTH) - 2, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.row(index) if isinstance(model, _Values) else None
        if row is None:
            return
        t, px = theme().tokens, theme().px
        rect, flags = QRectF(option.rect), option.state
        band = rect.adjusted(px(6), 1, -px(6), -1)
        if flags & QStyle.StateFlag.State_Selected:
            paint.band(painter, band, px(6), t.accent_soft)
        elif flags & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, band, px(6), t.hover)
        side = px(16)
        box = QRectF(rect.left() + px(14), rect.center().y() - side / 2, side, side)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint.draw_check(painter, box, on=on)
        count = str(row[2])
        small = theme().font(Step.SMALL, tabular=True)
        right = rect.adjusted(0, 0, -px(16), 0)
        paint.draw_text(painter, right, count, small, t.text3, Align.RIGHT)
        words = rect.adjusted(px(40), 0, -px(24) - paint.width(count, small), 0)
        paint.draw_text(painter, words, row[1], theme().font(), t.text)


class FacetList(QWidget):
    """The values of a facet over the workspace: a field to find one, boxes to tick.

    `changed` tells the keys that are ticked, with each tick. It goes when the focus goes elsewhere.
    A card in the window itself, not a pop-up: input methods have nowhere to stand in those.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, str, int]] = []
        self._back: QWidget | None = None
        self.field = LineField("", "", icon="search", height=32)
        self.field.reverts = False
        self.field.edit.textEdited.connect(self._filter)
        self.field.edit.installEventFilter(self)
        self.model = _Values()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(self._toggle)
        self.list.installEventFilter(self)
        self.column = QVBoxLayout(self)
        self._field = QVBoxLayout()
        self._field.addWidget(self.field)
        self.column.addLayout(self._field)
        self.column.addWidget(self.list)
        self.hide()

    def open(
        self,
        name: str,
        rows: list[tuple[str, str, int]],
        chosen: set[str],
        below: QWidget,
    ) -> None:
        """Show the (key, words, count) of a facet under the button it belongs to."""
        px = theme().px
        self._all, self._back = rows, below
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.field.edit.setAccessibleName(self.tr("Find: {name}").format(name=name))
        self.field.edit.setPlaceholderText(self.tr("Find"))
        self.field.edit.clear()
        self.field.setVisible(len(rows) >= SEARCHED_FROM)
        self.model.chosen = set(chosen)
        self._field.setContentsMargins(px(8), 0, px(8), px(6) if len(rows) >= SEARCHED_FROM else 0)
        self.column.setContentsMargins(1, px(8), 1, px(8))
        self.column.setSpacing(0)
        self._filter("")
        self.list.setFixedHeight(px(ROW) * min(max(len(rows), 1), ROWS))
        self.setFixedWidth(px(WIDTH))
        self.adjustSize()
        parent = self.parentWidget()
        spot = below.mapTo(parent, QPoint(0, below.height() + 4)) if parent else QPoint()
        room = parent.width() if parent else 0
        self.move(max(min(spot.x(), room - self.width() - px(8)), 0), spot.y())
        self.show()
        self.raise_()
        first = self.field.edit if len(rows) >= SEARCHED_FROM else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        self.model.set_rows(
            [row for row in self._all if all(word in folded(row[1]) for word in wanted)]
        )
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _toggle(self, index: QModelIndex) -> None:
        self.model.toggle(index)
        self.changed.emit(set(self.model.chosen))

    def shut(self) -> None:
        """Put it away, and give the focus back to its button."""
        if self.isHidden():
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside and self._back is not None:
            self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            now = QApplication.focusWidget()
            # Its own button puts it away itself: else the same click would open it again.
            stays = now is self._back or (now is not None and self.isAncestorOf(now))
            away = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
            if not stays and not away:
                self.hide()
                self.closed.emit()
        return False

    def _key(self, watched: object, event: QKeyEvent) -> bool:
        key, in_field = event.key(), watched is self.field.edit
        if key == Qt.Key.Key_Escape:
            self.shut()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            key == Qt.Key.Key_Space and not in_field
        ):
            self._toggle(self.list.currentIndex())
        elif in_field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self.list.currentIndex().row() + step
            if 0 <= row < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme().tokens
        paint.band(painter, QRectF(self.rect()), theme().px(10), t.raised, t.line2)
