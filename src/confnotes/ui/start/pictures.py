"""The pictures on the three doors: a grid with choices, a sheet with a pencil, marked lines."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.notes import LineKind
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.theme import theme

Drawing = Callable[[QPainter, QRectF], None]
HEIGHT = 132


class Picture(QWidget):
    """A drawing 132 high on a quiet ground."""

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFixedHeight(theme().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        corner = theme().px(12)
        clip.addRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setClipPath(clip)
        scale = theme().scale
        painter.scale(scale, scale)
        self._drawing(painter, QRectF(0, 0, self.width() / scale, HEIGHT))


def schedule(painter: QPainter, rect: QRectF) -> None:
    """Draw a programme in which three sessions are chosen."""
    t = theme().tokens
    painter.fillRect(rect, t.accent_soft)
    inner = rect.adjusted(8, 8, -8, -8)
    paint.band(painter, inner, 8, None, t.accent_line, width=1.4, dashed=True)
    left, top = rect.center().x() - 73, rect.top() + 28
    for row in range(3):
        for column in range(4):
            box = QRectF(left + column * 38, top + row * 27, 32, 21)
            chosen = (row, column) in {(0, 1), (1, 3), (2, 2)}
            if chosen:
                paint.band(painter, box, 5, t.accent)
            else:
                paint.band(painter, box, 5, t.surface, t.accent_line)


def sheet(painter: QPainter, rect: QRectF) -> None:
    """Draw a sheet with its first lines and a pencil."""
    t = theme().tokens
    painter.fillRect(rect, t.hover)
    page = QRectF(rect.center().x() - 58, 20, 116, 140)
    paint.band(painter, page, 8, t.surface, t.line2)
    for row, (wide, colour) in enumerate(
        [(62, t.text2 if not t.dark else t.text), (84, t.press), (70, t.press), (40, t.press)]
    ):
        high = 7 if row == 0 else 5
        line = QRectF(page.left() + 16, 38 + row * 17, wide, high)
        paint.band(painter, line, high / 2, colour)
    paint.paint_icon(painter, "pencil", QRectF(page.right() - 42, 66, 38, 38), t.accent)


def notes(painter: QPainter, rect: QRectF) -> None:
    """Draw marked lines of notes."""
    t = theme().tokens
    painter.fillRect(rect, t.hover)
    page = QRectF(rect.center().x() - 92, 20, 184, 140)
    paint.band(painter, page, 8, t.surface, t.line2)
    rows = (
        (LineKind.KEY, 112, t.line2),
        (LineKind.UNCLEAR, 84, t.amber_line),
        (LineKind.THOUGHT, 100, t.line2),
    )
    for row, (kind, wide, colour) in enumerate(rows):
        middle = 40 + row * 27
        draw_badge(painter, QRectF(page.left() + 14, middle - 9, 18, 18), kind)
        paint.band(painter, QRectF(page.left() + 42, middle - 3, wide, 6), 3, colour)
