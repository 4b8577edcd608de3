"""The frame of page-like screens: a head with the way back, a body, a foot with one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class Page(Ground):
    """Head 64, body, foot 65: what is safe at the left, the only filled button at the right."""

    back = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__("canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Ground("canvas", "b")
        self.head_row = QHBoxLayout(self.head)
        self.arrow = IconButton("arrow_left", self.tr("Back"))
        self.arrow.clicked.connect(self.back)
        self.head_row.addWidget(self.arrow)
        self._title = Label("", Step.TITLE, SEMIBOLD)
        self.head_row.addWidget(self._title)
        self.content = QWidget()
        self.foot = Ground("canvas", "t")
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_words = WrapLabel("", role="text2")
        self.cancel = Button(self.tr("Cancel"), Look.GHOST, height=36)
        self.cancel.clicked.connect(self.back)
        self.action = Button("", Look.PRIMARY, height=36)
        self.action.clicked.connect(self.done)
        self.foot_row.addWidget(self.foot_words, 1)
        self.foot_row.addWidget(self.cancel)
        self.foot_row.addWidget(self.action)
        column.addWidget(self.head)
        column.addWidget(self.content, 1)
        column.addWidget(self.foot)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self.head.setFixedHeight(px(64))
        self.foot.setFixedHeight(px(65))
        self.head_row.setContentsMargins(px(16), 0, px(20), 0)
        self.head_row.setSpacing(px(8))
        self.foot_row.setContentsMargins(px(24), 1, px(20), 0)
        self.foot_row.setSpacing(px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)

    def say(self, words: str, *, needed: bool = False) -> None:
        """Say at the foot what is safe, or (amber) what is still needed."""
        self.foot_words.setText(words)
        self.foot_words.set_role("amber" if needed else "text2")
