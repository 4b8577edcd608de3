"""The head of Review: how far one is, and what narrows the table."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.progress import ProgressLine
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review.filterbar import FilterBar


class ReviewHead(Ground):
    """Title, "9 of 14 reviewed", the line, and the filter of the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.title = Label(self.tr("Review"), Step.TITLE, SEMIBOLD)
        self.words = Label("", Step.BASE, role="text2", tabular=True)
        self.line = ProgressLine(120)
        self.filter = FilterBar()
        self._row = QHBoxLayout(self)
        for part in (self.title, self.words, self.line):
            self._row.addWidget(part)
        self._row.addStretch(1)  # what is left of the row while there is no filter
        self._row.addWidget(self.filter, 1000)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self._row.setContentsMargins(theme().px(24), 0, theme().px(24), 0)
        self._row.setSpacing(theme().px(16))
        self.setFixedHeight(theme().px(64))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many of the attended sessions are reviewed."""
        self.words.setText(
            self.tr("{done} of {total} reviewed").format(done=done, total=total) if total else ""
        )
        self.line.setVisible(total > 0)
        self.line.set_share(done / total if total else 0)
