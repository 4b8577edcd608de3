"""A thin line that fills."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import theme


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
