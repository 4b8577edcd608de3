"""The badges of line kinds: what a note line is, in 20 units."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from confnotes.domain.notes import LineKind
from confnotes.ui.parts.icons import paint_icon
from confnotes.ui.parts.paint import Align, band, draw_check, draw_text, stroke
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

_LETTERS = {
    LineKind.UNCLEAR: "?",
    LineKind.THOUGHT: "!",
    LineKind.QUESTION: "Q",
    LineKind.ANSWER: "A",
    LineKind.HEADING: "#",
}
_ICONS = {LineKind.IMAGE: "image", LineKind.LINK: "link"}


def draw_badge(painter: QPainter, rect: QRectF, kind: LineKind, *, done: bool = False) -> None:
    """Paint the badge of a line's kind into a square (20 units of 20)."""
    t = theme().tokens
    unit = rect.width() / 20
    if kind is LineKind.KEY:
        inner = rect.adjusted(unit, unit, -unit, -unit)
        paint_icon(painter, "star_filled", inner, t.accent)
    elif kind is LineKind.TODO:
        inner = rect.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        draw_check(painter, inner, on=done)
    elif kind is LineKind.POINT:
        band(painter, _square(rect, 5 * unit), 2.5 * unit, t.strong)
    elif kind in _ICONS:
        inner = rect.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        paint_icon(painter, _ICONS[kind], inner, t.text2)
    else:
        _lettered(painter, rect, kind)


def _square(rect: QRectF, side: float) -> QRectF:
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)


def _lettered(painter: QPainter, rect: QRectF, kind: LineKind) -> None:
    t = theme().tokens
    unit = rect.width() / 20
    fill, ink, frame = {
        LineKind.UNCLEAR: (t.amber_soft, t.amber, t.amber_line),
        LineKind.THOUGHT: (t.strong if t.dark else t.text2, t.surface, None),
        LineKind.QUESTION: (t.accent, t.on_accent, None),
        LineKind.ANSWER: (t.surface, t.accent, t.accent_line),
    }.get(kind, (t.press, t.text2, None))
    band(painter, rect, 6 * unit, fill, frame)
    if kind is LineKind.QUOTE:
        _quote_signs(painter, rect, ink)
    elif kind is LineKind.CODE:
        _code_signs(painter, rect, ink)
    else:
        font = QFont(theme().font(Step.SMALL, 700))
        font.setPixelSize(max(round(12 * unit), 6))
        draw_text(painter, rect, _LETTERS.get(kind, ""), font, ink, Align.CENTRE)


def _quote_signs(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    """Two commas drawn, not typed: no family's quotation marks sit in the middle of a badge."""
    unit = rect.width() / 20
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x in (7.4, 12.8):
        centre = QPointF(rect.left() + x * unit, rect.top() + 11.3 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(centre, 1.9 * unit, 1.9 * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.3 * unit, c=Qt.PenCapStyle.RoundCap))
        tail = QRectF(centre.x() - 1.3 * unit, centre.y() - 4.1 * unit, 5 * unit, 7.6 * unit)
        painter.drawArc(tail, 100 * 16, 80 * 16)
    painter.restore()


def _code_signs(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    unit = rect.width() / 20
    for points in ([(8, 6.8), (4.8, 10), (8, 13.2)], [(12, 6.8), (15.2, 10), (12, 13.2)]):
        stroke(painter, rect, points, unit, 1.5, ink)
