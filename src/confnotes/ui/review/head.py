"""The head of Review: how far one is, and what narrows the table."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review.filterbar import FilterBar


class ProgressLine(QWidget):
    """A thin line that fills."""

    def __init__(self, width: int = 160, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._wide = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """Show that share (0 to 1)."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._wide), theme().px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, rect = theme().tokens, QRectF(self.rect())
        paint.band(painter, rect, rect.height() / 2, t.press)
        done = QRectF(0, 0, rect.width() * self._share, rect.height())
        if done.width() >= 1:
            paint.band(painter, done, rect.height() / 2, t.accent)


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
