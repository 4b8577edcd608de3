"""What is shown when the notebook cannot be opened: why, what is safe, and another try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class Refusal(Ground):
    """A small window with one sentence; `again` asks for another try."""

    again = Signal()

    def __init__(self, sentence: str, notebook: str) -> None:
        super().__init__("surface")
        self.setWindowTitle("confnotes")
        px = theme().px
        self.setFixedWidth(px(560))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(12))
        title = self.tr("The notebook was not opened")
        column.addWidget(Label(title, Step.TITLE, SEMIBOLD))
        self.words = WrapLabel(sentence)
        column.addWidget(self.words)
        column.addWidget(WrapLabel(notebook, Step.SMALL, role="text3"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        quit_button = Button(self.tr("Close"), Look.GHOST, height=36)
        quit_button.clicked.connect(self.close)
        self.retry = Button(self.tr("Try again"), Look.PRIMARY, icon="refresh", height=36)
        self.retry.clicked.connect(self.again)
        row.addWidget(quit_button)
        row.addWidget(self.retry)
        column.addSpacing(px(8))
        column.addLayout(row)
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)
