"""The list of a day: a click on a mark cycles, a click elsewhere selects, keys do both."""

from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.plan.delegate import ProgrammeDelegate, over_mark
from confnotes.ui.plan.model import ROW, ProgrammeModel
from confnotes.ui.plan.rows import SessionRow, row_of


class ProgrammeList(QListView):
    """`cycled` asks for the next state of a session's mark, `picked` tells which is selected."""

    cycled = Signal(str)
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ProgrammeModel()
        self.setModel(self.rows)
        self.setItemDelegate(ProgrammeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Sessions of the day"))
        theme().changed.connect(self.doItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.rows():
            return
        painter = QPainter(self.viewport())
        px = theme().px
        room = QRectF(px(24), px(24), self.viewport().width() - px(48), px(21))
        words = self.tr("Nothing here yet. Add a session, also while it happens: {chord}")
        said = words.format(chord=PLAN[0].chord())
        paint.draw_text(painter, room, said, theme().font(), theme().tokens.text3)

    def current_id(self) -> str | None:
        """Return the id of the selected session."""
        chosen = self.selectedIndexes()
        row = chosen[0].data(ROW) if chosen else None
        return row.id if isinstance(row, SessionRow) else None

    def select(self, session_id: str) -> bool:
        """Select a session that is in the list; return whether it is."""
        at = row_of(self.rows.rows(), session_id)
        if at is None:
            return False
        index = self.rows.index(at)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        return True

    def scroll_to_time(self, now: datetime) -> None:
        """Bring what is on at that instant, or comes next, to the top."""
        for at, row in enumerate(self.rows.rows()):
            if not isinstance(row, SessionRow):
                continue
            session = row.view.session
            end = session.end_at or session.start_at
            if end is not None and end > now:
                top = QAbstractItemView.ScrollHint.PositionAtTop
                self.scrollTo(self.rows.index(max(at - 1, 0)), top)
                return

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.current_id()
        if chosen is not None:
            self.picked.emit(chosen)

    def _on_mark(self, point: QPoint) -> SessionRow | None:
        index = self.indexAt(point)
        row = index.data(ROW) if index.isValid() else None
        inside = over_mark(QRectF(self.visualRect(index)), point.x())
        return row if isinstance(row, SessionRow) and inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        row = self._on_mark(event.position().toPoint()) if left else None
        if row is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.cycled.emit(row.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick clicks on a mark is a click as well.
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        session_id = self.current_id()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in keys and plain and session_id is not None:
            self.cycled.emit(session_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first session when the keyboard comes in and nothing is selected."""
        before = self.current_id()
        super().focusInEvent(event)
        if before is not None:
            return
        self.selectionModel().clearCurrentIndex()  # Qt made the first row current, unselected
        if event.reason() in KEYBOARD:
            first = next((r.id for r in self.rows.rows() if isinstance(r, SessionRow)), None)
            if first is not None:
                self.select(first)
