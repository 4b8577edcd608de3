"""What was being said at the caret's line, from the session's transcript, in the side panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.transcripts import Cue
from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.said import Said
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

_BEFORE, _AFTER = 30, 60
"""Seconds: one writes after what one heard, but the talk goes on meanwhile."""


class HeardPanel(QWidget):
    """Follows the caret. `shown` tells that it can be seen from now on."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Said(_BEFORE, _AFTER)
        self.empty = WrapLabel("", Step.SMALL, role="text3")
        scroll = Scroll()
        self._body = scroll.body
        self._body.addWidget(self.empty)
        self._body.addWidget(self.said)
        self._body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._refit()
        theme().changed.connect(self._refit)
        self.show_moment((), None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _refit(self) -> None:
        px = theme().px
        self._body.setContentsMargins(px(12), px(10), px(12), px(12))

    def show_moment(self, cues: Sequence[Cue], second: float | None) -> None:
        """Show what was being said around a second of the recording (None: not known)."""
        if second is not None:
            self.said.show_moment(cues, second)
        found = second is not None and self.said.has_words()
        self.said.setVisible(found)
        self.empty.setVisible(not found)
        if not cues:
            words = self.tr("A transcript added in Review stands here beside each line.")
        else:
            words = self.tr("Nothing was being said at this line, as far as the transcript goes.")
        self.empty.setText(words)
