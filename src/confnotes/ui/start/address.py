"""The address field of the door: typed or pasted, and in its place what is being fetched."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.offers import offered

_HIGH = 40


class AddressRow(QStackedWidget):
    """`asked` tells an address to fetch, `stopped` that one does not want to wait, `pasted` that
    the clipboard holds a schedule which is no address."""

    asked = Signal(str)
    stopped = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Address of the schedule or the conference")
        self.field = LineField(words, self.tr("Paste an address"), icon="link", height=_HIGH)
        self.field.submitted.connect(self._submit)
        self.field.edit.installEventFilter(self)
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        self.told = Label("", role="text2", icon="link", tabular=True)
        self.cancel = Button(self.tr("Cancel"), Look.GHOST, height=_HIGH)
        self.cancel.clicked.connect(self.stopped)
        row.addWidget(self.told, 1)
        row.addWidget(self.cancel)
        self.addWidget(self.field)
        self.addWidget(self.busy)
        self.setFocusProxy(self.field)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFixedHeight(theme().px(_HIGH))

    def _submit(self, _text: str) -> None:
        if self.field.text():
            self.asked.emit(self.field.text())

    def tell(self, words: str) -> None:
        """Show what is being fetched, with a way to cancel; "" shows the field again."""
        waited = self.currentWidget() is self.busy
        held = self.cancel.hasFocus() or self.field.edit.hasFocus()
        self.told.setText(words)
        self.setCurrentWidget(self.busy if words else self.field)
        if words and not waited and held:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not words and waited and held:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.busy:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on what is pasted and no address: a line field would make one line of it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            offer = offered(QGuiApplication.clipboard().mimeData(), any_file=True)
            if offer is not None and not offer.address:
                self.pasted.emit()
                return True
        return super().eventFilter(watched, event)
