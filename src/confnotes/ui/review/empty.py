"""What Review says where a list is empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class Empty(QWidget):
    """What stands where the table will be, where there is nothing to review."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title = self._title = Label("", Step.SUBTITLE, SEMIBOLD, align=Align.CENTRE)
        hint = self._hint = WrapLabel("", Step.BASE, role="text2", align=Align.CENTRE)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(80), 0, theme().px(80), theme().px(80))
        column.addStretch()
        column.addWidget(title)
        column.addWidget(hint)
        column.addStretch()

    def show_words(self, title: str, hint: str) -> None:
        """Say that nothing is here, and what brings something."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title}\n{hint}")
