"""Painting that every delegate, label and button shares.

One baseline for painted text: top + height / 2 + 0.37 x size. It centres capitals and kanji alike;
centring by font metrics would differ by family.
"""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from confnotes.domain.choice import Intent
from confnotes.ui.parts.icons import paint_icon
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import part

BASELINE = 0.37
ELLIPSIS = "…"


class Align(Enum):
    """Where a painted text stands in its rectangle."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


def baseline(top: float, height: float, size: float) -> float:
    """Return the baseline that centres text of `size` pixels in a band."""
    return top + height / 2 + BASELINE * size


def width(text: str, font: QFont) -> float:
    """Return how wide a text is in a font."""
    return QFontMetricsF(font).horizontalAdvance(text)


def elided(text: str, font: QFont, room: float) -> str:
    """Return `text` on one line, cut with … where it does not fit into `room` pixels."""
    line = " ".join(text.split("\n"))
    return QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, max(room, 0))


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Align = Align.LEFT,
) -> float:
    """Paint one line of text, elided, on the common baseline; return its painted width."""
    shown, wide = text, width(text, font)
    if wide > rect.width() or "\n" in text:
        shown = elided(text, font, rect.width())
        wide = width(shown, font)
    left = {
        Align.LEFT: rect.left(),
        Align.CENTRE: rect.left() + (rect.width() - wide) / 2,
        Align.RIGHT: rect.right() - wide,
    }[align]
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline(rect.top(), rect.height(), font.pixelSize())), shown)
    return wide


def wrapped(text: str, font: QFont, room: float, most: int = 0) -> list[str]:
    """Return `text` broken into lines of `room` pixels; with `most`, so many and the last elided.

    Breaks follow Unicode's rules (UAX 14), so Japanese closing signs never begin a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _broken(paragraph, font, room) if paragraph else [""]
        if most and len(lines) > most:
            break
    if not most or len(lines) <= most:
        return lines
    kept = lines[: most - 1]
    return [*kept, elided(" ".join(lines[most - 1 :]), font, room)]


def _broken(paragraph: str, font: QFont, room: float) -> list[str]:
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    out: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        start = line.textStart()
        out.append(part(paragraph, start, start + line.textLength()).rstrip())
    layout.endLayout()
    return out


def band(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    frame: QColor | None = None,
    *,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Paint a rounded rectangle; its frame lies inside `rect`, so that nothing moves."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    inner = rect
    if frame is not None:
        pen = QPen(frame, width)
        if dashed:
            pen.setDashPattern([3 / width, 2.5 / width])
        painter.setPen(pen)
        half = width / 2
        inner = rect.adjusted(half, half, -half, -half)
        radius = max(radius - half, 0)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, radius: float, on: QColor | None = None) -> None:
    """Paint the ring of keyboard focus inside a shape; `on`: the ink of a filled one."""
    if on is None:
        band(painter, rect, radius, None, theme().tokens.accent, width=2)
    else:
        band(painter, rect.adjusted(3, 3, -3, -3), max(radius - 3, 0), None, on, width=1.5)


class Tone(Enum):
    """What a pill says by its colour."""

    PLAIN = "plain"
    SOFT = "soft"
    ACCENT = "accent"
    AMBER = "amber"
    RED = "red"


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Return (fill, ink) of a tone."""
    t = theme().tokens
    return {
        Tone.PLAIN: (t.press, t.text2),
        Tone.SOFT: (t.accent_soft, t.accent),
        Tone.ACCENT: (t.accent, t.on_accent),
        Tone.AMBER: (t.amber_soft, t.amber),
        Tone.RED: (t.red_soft, t.red),
    }[tone]


def pill_width(text: str) -> float:
    """Return the width of a pill with that text."""
    px = theme().px
    return max(width(text, _pill_font()) + px(14), px(18))


def _pill_font() -> QFont:
    return theme().font(Step.CAPTION, SEMIBOLD, tabular=True)


def draw_pill(
    painter: QPainter,
    left: float,
    middle: float,
    text: str,
    tone: Tone = Tone.PLAIN,
    *,
    on_soft: bool = False,
) -> float:
    """Paint a pill from `left`, centred on `middle`; return its width.

    `on_soft`: it stands on accent_soft, so that a soft pill needs the next tone.
    """
    wide, high = pill_width(text), float(theme().px(18))
    rect = QRectF(left, middle - high / 2, wide, high)
    fill, ink = tone_colours(tone)
    if on_soft and tone is Tone.SOFT:
        fill = theme().tokens.accent_soft2
    band(painter, rect, high / 2, fill)
    draw_text(painter, rect, text, _pill_font(), ink, Align.CENTRE)
    return wide


def draw_choice(painter: QPainter, rect: QRectF, intent: Intent, *, dim: bool = False) -> None:
    """Paint a choice mark: ring (nothing), half disc (considered), disc with tick (going)."""
    t = theme().tokens
    if intent is Intent.GOING:
        draw_tick_disc(painter, rect, t.disabled if dim else t.accent)
        return
    name = "half" if intent is Intent.CONSIDERED else "ring"
    colour = t.disabled if dim else t.accent if intent is Intent.CONSIDERED else t.faint
    paint_icon(painter, name, rect, colour)


def draw_tick_disc(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    """Paint a filled disc with a tick cut out in the ink that goes on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    unit = rect.width() / 24
    painter.drawEllipse(rect.center(), 9.3 * unit, 9.3 * unit)
    painter.restore()
    points = [(8.0, 12.3), (10.8, 15.0), (16.0, 9.6)]
    stroke(painter, rect, points, unit, 2.2, theme().tokens.on_accent)


def draw_check(
    painter: QPainter, rect: QRectF, *, on: bool, enabled: bool = True, partly: bool = False
) -> None:
    """Paint a check box (16 units of 16), ticked, partly or empty."""
    t = theme().tokens
    radius = rect.width() / 4
    if not on and not partly:
        frame = t.strong if enabled else t.disabled
        band(painter, rect.adjusted(0.4, 0.4, -0.4, -0.4), radius, None, frame, width=1.3)
        return
    band(painter, rect, radius, t.accent if enabled else t.disabled)
    unit = rect.width() / 16
    points = [(4.2, 8.2), (7, 11), (11.8, 5.6)] if on else [(4.5, 8.0), (11.5, 8.0)]
    stroke(painter, rect, points, unit, 1.8, t.on_accent)


def stroke(
    painter: QPainter,
    rect: QRectF,
    points: list[tuple[float, float]],
    unit: float,
    width: float,
    ink: QColor,
) -> None:
    """Paint a line through points given in units from the corner of `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(ink, width * unit, c=cap, j=join))
    left, top = rect.left(), rect.top()
    painter.drawPolyline([QPointF(left + x * unit, top + y * unit) for x, y in points])
    painter.restore()


def draw_radio(painter: QPainter, rect: QRectF, *, on: bool) -> None:
    """Paint a radio mark."""
    t = theme().tokens
    radius = rect.width() / 2
    if on:
        band(painter, rect, radius, t.accent)
        fifth = rect.width() * 0.3
        band(painter, rect.adjusted(fifth, fifth, -fifth, -fifth), radius, t.on_accent)
    else:
        band(painter, rect, radius, t.surface, t.strong, width=1.3)


def draw_stars(
    painter: QPainter, left: float, middle: float, size: float, rating: int, *, gap: float = 4
) -> float:
    """Paint five stars, `rating` of them filled; return their width."""
    t = theme().tokens
    for number in range(5):
        rect = QRectF(left + number * (size + gap), middle - size / 2, size, size)
        full = number < rating
        paint_icon(painter, "star_filled" if full else "star", rect, t.accent if full else t.faint)
    return 5 * size + 4 * gap


__all__ = [
    "Align",
    "Tone",
    "band",
    "baseline",
    "draw_check",
    "draw_choice",
    "draw_pill",
    "draw_radio",
    "draw_stars",
    "draw_text",
    "draw_tick_disc",
    "elided",
    "focus_ring",
    "paint_icon",
    "pill_width",
    "stroke",
    "tone_colours",
    "width",
    "wrapped",
]
