"""The part of Review's head that narrows the table: words, and what is still to be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.ui.parts.buttons import ToggleButton
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.theme import theme
from confnotes.ui.review.filtering import Wanted


class FilterBar(QWidget):
    """`changed` comes with each letter that is in the field (not with a composition) and each
    toggle; `done` on Enter or a second Escape: the table is to have the focus."""

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(
            self.tr("Filter the sessions"),
            self.tr("Words or #tag"),
            icon="search",
            height=32,
        )
        self.field.reverts = False
        self.unreviewed = ToggleButton(self.tr("Not reviewed"), "check_circle")
        self.open = ToggleButton(self.tr("Open lines"), "flag")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._row.addWidget(self.field, 100)
        self._row.addWidget(self.unreviewed)
        self._row.addWidget(self.open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.edited.connect(self.changed)
        self.field.submitted.connect(lambda _text: self.done.emit())
        self.field.cancelled.connect(self._escaped)
        for button in (self.unreviewed, self.open):
            button.clicked.connect(self.changed)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self._row.setSpacing(theme().px(8))
        self.field.setMinimumWidth(theme().px(120))
        self.field.setMaximumWidth(theme().px(280))

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(self.field.text(), self.unreviewed.isChecked(), self.open.isChecked())

    def reset(self) -> None:
        """Ask for everything again."""
        if self.wanted().active:
            self.field.setText("")
            self.unreviewed.setChecked(False)
            self.open.setChecked(False)
            self.changed.emit()

    def focus(self) -> None:
        """Put the caret into the field, what is in it selected."""
        self.field.edit.setFocus()
        self.field.edit.selectAll()

    def _escaped(self) -> None:
        if self.wanted().active:
            self.reset()
        else:
            self.done.emit()
