"""Focus mode: everything but the sheet is hidden, here and in the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from confnotes.ui.notes.session_sheet import SessionSheet


class FocusMode(QObject):
    """`changed(bool)` tells the window that the sheet wants it for itself, or no more."""

    changed = Signal(bool)

    def __init__(
        self, sheet: SessionSheet, others: Sequence[QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet, self._others = sheet, others
        sheet.header.alone.connect(self.toggle)
        sheet.focus_foot.left.connect(self.toggle)

    def toggle(self) -> None:
        """Begin with an open session, or end."""
        if self._sheet.alone:
            self.end()
        elif self._sheet.document is not None:
            self._set(alone=True)

    def end(self) -> None:
        """Show everything again."""
        if self._sheet.alone:
            self._set(alone=False)

    def _set(self, *, alone: bool) -> None:
        for other in self._others:
            other.setVisible(not alone)
        self._sheet.set_alone(alone)
        self.changed.emit(alone)
        self._sheet.editor.setFocus()
