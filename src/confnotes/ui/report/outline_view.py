"""The outline as a list one walks with the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QListView, QWidget

from confnotes.domain.report import SectionKind
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme
from confnotes.ui.report.outline_delegate import OutlineDelegate
from confnotes.ui.report.outline_drag import OutlineDrag
from confnotes.ui.report.outline_model import OutlineModel
from confnotes.ui.report.rows import OutlineRow


class OutlineView(QListView):
    """Up and Down choose a section, Left and Right fold and unfold, Space shows or hides it,
    F2 renames it in place, Enter goes to its text, Delete takes away one of one's own.
    The mouse drags one to another place among those beside it; Escape leaves it where it was."""

    chosen = Signal(str)
    entered_text = Signal(str)
    fold_asked = Signal(str, bool)
    delete_asked = Signal(str)
    dropped = Signal(str, str)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = OutlineDelegate(self)
        self._drag = OutlineDrag(lambda key: self.visualRect(model.index_of(key)))
        self._waiting: tuple[Sequence[OutlineRow], str] | None = None
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Outline"))
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: Sequence[OutlineRow], current: str) -> None:
        """Show these rows with one chosen, without telling; an open rename is finished first."""
        if self.state() is QAbstractItemView.State.EditingState:
            self._waiting = (rows, current)
            return
        self._waiting = None
        if [row.key for row in rows] != [row.key for row in self._model.rows()]:
            self._drag.drop()  # what it goes over stands elsewhere now
        bar = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._model.set_rows(rows)
        index = self._model.index_of(current)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(bar)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._waiting is not None:
            self.show_rows(*self._waiting)

    def current_key(self) -> str:
        """Return the chosen section ("" for none)."""
        row = self._model.row(self.currentIndex())
        return row.key if row is not None else ""

    def rename_current(self) -> None:
        """Open the heading of the chosen section for editing."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if (row := self._model.row(current)) is not None:
            self.chosen.emit(row.key)

    def _toggle(self, index: QModelIndex) -> None:
        if (row := self._model.row(index)) is not None:
            self._model.toggled.emit(row.key, not row.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self._model.row(self.currentIndex())
        if key is Qt.Key.Key_Escape and self._drag.after is not None:
            self._drag.drop()
            self.viewport().update()
        elif row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_text.emit(row.key)
        elif key is Qt.Key.Key_Delete:
            if row.kind is SectionKind.OWN:
                self.delete_asked.emit(row.key)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row, fold=key is Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def _fold(self, row: OutlineRow, *, fold: bool) -> None:
        if row.below and row.folded != fold:
            self.fold_asked.emit(row.key, fold)
        elif fold and row.level:
            self._to_parent(row)

    def _to_parent(self, row: OutlineRow) -> None:
        for at in range(self.currentIndex().row() - 1, -1, -1):
            above = self._model.row(self._model.index(at))
            if above is not None and above.level < row.level:
                self.setCurrentIndex(self._model.index(at))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed(
            event.position().toPoint()
        ):
            event.accept()
            return
        before, pressed = self.currentIndex(), self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if before.isValid() and before == self.currentIndex() == pressed:
            self._moved(before, before)  # a click on the section one is on comes back to it
        if event.button() is Qt.MouseButton.LeftButton and (row := self._model.row(pressed)):
            self._drag.press(row.key, event.position().toPoint(), self._model.rows())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag.key or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._drag.move(event.position().toPoint())  # Qt would choose what one drags over
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved = self._drag.drop()
        self.viewport().update()
        if moved is not None:
            self.dropped.emit(*moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if (line := self._drag.line()) is not None:
            painter, px = QPainter(self.viewport()), theme().px
            width = self.viewport().width() - px(32)
            painter.fillRect(px(16), line - 1, width, px(2), theme().tokens.accent)
            painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index)
        if row is None or self._on_mark(index, row, event.position().toPoint()):
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def _on_mark(self, index: QModelIndex, row: OutlineRow, at: QPoint) -> str:
        rect, slack = self.visualRect(index), 5
        box = self._delegate.check_rect(rect, row.level)
        arrow = self._delegate.arrow_rect(rect, row.level)
        if box.adjusted(-slack, -slack, slack, slack).contains(at):
            return "check"
        return "arrow" if row.below and arrow.adjusted(-8, -8, 2, 8).contains(at) else ""

    def _pressed(self, at: QPoint) -> bool:
        """Act on a press on a check box or an arrow; return whether it was one."""
        index = self.indexAt(at)
        row = self._model.row(index)
        if row is None:
            return False
        mark = self._on_mark(index, row, at)
        if mark == "check":
            self._toggle(index)
        elif mark == "arrow":
            self.fold_asked.emit(row.key, not row.folded)
        return bool(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self.viewport().update()
        return super().viewportEvent(event)
