"""What the list and the grid of a day have in common: the keys, the mark, the selection."""

from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.model import ROW, ProgrammeModel
from confnotes.ui.plan.rows import SessionRow, row_of

_DAYS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}
_MODIFIERS = ~(Qt.KeyboardModifier.KeypadModifier)


class SessionsView(QListView):
    """Sessions of a day.

    `cycled` asks for the next state of a session's mark, `later` to put it on or off the list of
    what to watch later, `picked` tells which one is selected, `asked` that its details are wanted,
    `thrown` that it is to go into the trash,
    `stepped` asks for a day before or after, `numbered` for the n-th (from 0).
    """

    cycled = Signal(str)
    later = Signal(str)
    picked = Signal(str)
    asked = Signal(str)
    thrown = Signal(str)
    stepped = Signal(int)
    numbered = Signal(int)

    def __init__(self, model: ProgrammeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.nothing = ""
        """What is said where there is nothing to show."""
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Sessions of the day"))

    def mark_at(self, point: QPoint) -> SessionRow | None:
        """Return the session whose choice mark lies at a point of the viewport."""
        raise NotImplementedError

    def scroll_to_time(self, now: datetime) -> None:
        """Bring what is on at that instant, or comes next, to the top."""
        raise NotImplementedError

    def paint_nothing(self) -> None:
        """Say what to do where there is nothing to show."""
        painter, px = QPainter(self.viewport()), theme().px
        wide = self.viewport().width() - px(48)
        for number, line in enumerate(self.nothing.split("\n")):
            room = QRectF(px(24), px(24) + number * px(24), wide, px(21))
            paint.draw_text(painter, room, line, theme().font(), theme().tokens.text3)

    def first_running(self, now: datetime) -> int | None:
        """Return the row of the first session that is not over at that instant."""
        for at, row in enumerate(self.rows.rows()):
            if isinstance(row, SessionRow):
                end = row.view.session.end_at or row.view.session.start_at
                if end is not None and end > now:
                    return at
        return None

    def current_id(self) -> str | None:
        """Return the id of the selected session."""
        chosen = self.selectedIndexes()
        row = chosen[0].data(ROW) if chosen else None
        return row.id if isinstance(row, SessionRow) else None

    def select(self, session_id: str) -> bool:
        """Select a session that is shown; return whether it is."""
        at = row_of(self.rows.rows(), session_id)
        if at is None:
            return False
        index = self.rows.index(at)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.current_id()
        if chosen is not None:
            self.picked.emit(chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        row = self.mark_at(event.position().toPoint()) if left else None
        if row is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.cycled.emit(row.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick clicks on a mark is a click as well.
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & _MODIFIERS
        if not (plain and self._took(Qt.Key(event.key()), self.current_id())):
            super().keyPressEvent(event)

    def _took(self, key: Qt.Key, session_id: str | None) -> bool:
        """Do what a plain key means here; return whether it means anything."""
        if key in _DAYS:
            self.stepped.emit(_DAYS[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.numbered.emit(key - Qt.Key.Key_1)
        elif session_id is None:
            return False
        elif key == Qt.Key.Key_Space:
            self.cycled.emit(session_id)
        elif key == Qt.Key.Key_L:
            self.later.emit(session_id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(session_id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.thrown.emit(session_id)
        else:
            return False
        return True

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
