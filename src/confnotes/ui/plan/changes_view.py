"""The list of changes: Space and a click on its tick apply a change or leave it, Enter asks."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.icons import icon
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.change_rows import ChangeRow, decision_words
from confnotes.ui.plan.changes_delegate import ChangesDelegate, answer_of, tick_of
from confnotes.ui.plan.changes_model import SAME, ChangesModel
from confnotes.ui.plan.model import ROW, Index


class ChangesView(QListView):
    """Changes below their heads. `fitted` tells that it has another width."""

    fitted = Signal()

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = model
        self.setModel(model)
        self.setItemDelegate(ChangesDelegate(self))
        self.setAccessibleName(self.tr("Changes of the programme"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        theme().changed.connect(self.doItemsLayout)

    def select_first(self) -> None:
        """Make the first change the current one."""
        for number, row in enumerate(self.changes.rows()):
            if isinstance(row, ChangeRow):
                self.setCurrentIndex(self.changes.index(number))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fitted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in KEYBOARD and not self.selectedIndexes():
            self.select_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        row = index.data(ROW)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not isinstance(row, ChangeRow) or event.modifiers():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._toggle(row)
        elif enter and row.asks:
            self.ask(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, ChangeRow) or event.button() is not Qt.MouseButton.LeftButton:
            return
        rect = QRectF(self.visualRect(index))
        if tick_of(rect).contains(event.position()):
            self._toggle(row)
        elif row.asks and answer_of(rect).contains(event.position()):
            self.ask(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two quick clicks on a tick is a click as well.
        self.mousePressEvent(event)

    def _toggle(self, row: ChangeRow) -> None:
        self.changes.set_on([row.id], not self.changes.is_on(row.id))

    def menu(self, index: Index) -> QMenu:
        """Return the menu that asks whether a session is another one."""
        row, menu = index.data(ROW), QMenu(self)
        now = bool(index.data(SAME))
        for same in (False, True):
            action = menu.addAction(decision_words(same=same))
            action.setIcon(icon("check", "accent") if same is now else icon("blank"))
            action.triggered.connect(
                lambda _on=False, same=same: self.changes.set_same(row.id, same)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self, index: Index) -> None:
        """Open that menu below its button."""
        button = answer_of(QRectF(self.visualRect(index)))
        corner = QPoint(round(button.left()), round(button.bottom()) + 2)
        self.menu(index).popup(self.viewport().mapToGlobal(corner))
