"""How much is added to a camera's clock: typed, or by second with minus and plus."""

from datetime import timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from confnotes.domain.photos import shift_from, shift_text
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.fields import paint_field
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

WIDE = 176


class _Edit(QLineEdit):
    """Up and Down go by a second, with Shift by a minute."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        minutes = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.stepped.emit(step * (60 if minutes else 1))


class ClockField(QWidget):
    """`shifted` tells the shift (timedelta) that one set."""

    shifted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift = timedelta()
        self._wrong = False
        self.less = IconButton("minus", self.tr("A second less"), size=32, icon_size=14)
        self.more = IconButton("plus", self.tr("A second more"), size=32, icon_size=14)
        self.edit = _Edit()
        self.edit.setFrame(False)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(self.tr("Hours, minutes, seconds: +0:02:10"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.less, self.edit, self.more):
            row.addWidget(part)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.edit.stepped.connect(self._step)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._finished)
        self.edit.selectionChanged.connect(self.update)
        theme().changed.connect(self._refit)
        self._refit()
        self.show_shift(self._shift)

    def _refit(self) -> None:
        self.edit.setFont(theme().font(Step.BASE, tabular=True, field=True))
        self.setFixedSize(theme().px(WIDE), theme().px(36))

    def shift(self) -> timedelta:
        """Return the shift in force."""
        return self._shift

    def show_shift(self, shift: timedelta) -> None:
        """Show a shift, without telling."""
        self._shift = shift
        if not self.edit.isModified():
            self._write()

    def _write(self) -> None:
        self._wrong = False
        self.edit.setText(shift_text(self._shift))
        self.update()

    def _edited(self, text: str) -> None:
        self._wrong = shift_from(text) is None
        self.update()

    def _finished(self) -> None:
        found = shift_from(self.edit.text())
        self.edit.setModified(False)
        self._set(self._shift if found is None else found)

    def _step(self, seconds: int) -> None:
        base = shift_from(self.edit.text()) if self.edit.isModified() else None
        self.edit.setModified(False)
        self._set((self._shift if base is None else base) + timedelta(seconds=seconds))

    def _set(self, shift: timedelta) -> None:
        told = shift != self._shift
        self._shift = shift
        self._write()
        if told:
            self.shifted.emit(shift)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        paint_field(painter, QRectF(self.rect()), focused=self.edit.hasFocus(), wrong=self._wrong)
        for x in (px(32), self.width() - px(32)):
            painter.fillRect(x, 1, 1, self.height() - 2, t.line)
