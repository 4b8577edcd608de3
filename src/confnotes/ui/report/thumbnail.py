"""A picture of the report, small beside its fields."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from confnotes.ui.parts.theme import theme


class Thumbnail(QWidget):
    """A picture, decoded small when it is painted first; `wide` and `high` are the room it has."""

    def __init__(self, path: Path, words: str, wide: int = 132, high: int = 88) -> None:
        super().__init__()
        self._path = path
        self._drawn: QPixmap | None = None
        self.setAccessibleName(words)
        self.setFixedSize(theme().px(wide), theme().px(high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = _decoded(self._path, self.size() * self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawn.isNull():
            painter.fillRect(self.rect(), theme().tokens.line2)
            return
        size = self._drawn.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(QRectF(0, 0, size.width(), size.height()), self._drawn, QRectF())


def _decoded(path: Path, room: QSize) -> QPixmap:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
