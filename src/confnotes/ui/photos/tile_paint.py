"""How heads and tiles of the contact sheet are painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from confnotes.ui.parts import paint
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.photos import words
from confnotes.ui.photos.album import Entry, Mark
from confnotes.ui.photos.model import Head, State, Tile
from confnotes.ui.photos.sheet_layout import CAPTION

_SKIPPED = 0.38
_MARK = 20


def box_of(rect: QRectF) -> QRectF:
    """Return where the box of a head stands."""
    side = theme().px(16)
    return QRectF(rect.left(), rect.center().y() - side / 2, side, side)


def mark_of(rect: QRectF) -> QRectF:
    """Return where the mark of a tile stands."""
    side, edge = theme().px(_MARK), theme().px(6)
    return QRectF(rect.right() - side - edge, rect.top() + edge, side, side)


def draw_head(painter: QPainter, rect: QRectF, head: Head, *, selected: bool, ring: bool) -> None:
    """Paint a head across the sheet."""
    t, px = theme().tokens, theme().px
    if selected:
        around = rect.adjusted(-px(8), px(4), px(8), -px(4))
        paint.band(painter, around, px(8), t.accent_soft, t.accent if ring else None, width=2)
    box = box_of(rect)
    if head.state is State.NO_BOX:
        icon, tone = ("warning", t.amber) if head.warns else ("clock", t.text2)
        paint.paint_icon(painter, icon, box, tone)
    else:
        on, partly = head.state is State.ALL, head.state is State.SOME
        paint.draw_check(painter, box, on=on, partly=partly)
    chosen = theme().font(Step.SMALL, tabular=True)
    wide = paint.width(head.chosen, chosen)
    paint.draw_text(painter, rect, head.chosen, chosen, t.text2, Align.RIGHT)
    room = rect.adjusted(px(26), 0, -wide - px(16), 0)
    quiet = theme().font(Step.SMALL, tabular=True)
    used = paint.width(head.quiet, quiet) + px(12) if head.quiet else 0
    title = QRectF(room.left(), room.top(), max(room.width() - used, px(80)), room.height())
    ink = t.amber if head.warns else t.text
    used = paint.draw_text(painter, title, head.title, theme().font(Step.BASE, SEMIBOLD), ink)
    beside = room.adjusted(used + px(12), 0, 0, 0)
    paint.draw_text(painter, beside, head.quiet, quiet, t.text2)


def draw_tile(
    painter: QPainter, rect: QRectF, tile: Tile, picture: QPixmap, *, selected: bool, current: bool
) -> None:
    """Paint a photo with its mark, and when and where below it."""
    t, px = theme().tokens, theme().px
    entry = tile.entry
    frame = rect.adjusted(0, 0, 0, -px(CAPTION))
    radius = px(8)
    _draw_picture(painter, frame, picture, entry, radius)
    if selected:
        around = frame.adjusted(-4, -4, 4, 4) if current else frame.adjusted(-3, -3, 3, 3)
        ink = t.accent if current else t.accent_line
        paint.band(painter, around, radius + 4, None, ink, width=2)
    if entry.problem is None:
        _draw_mark(painter, mark_of(rect), entry.mark)
    below = QRectF(rect.left(), frame.bottom() + px(4), rect.width(), px(20))
    font = theme().font(Step.SMALL, MEDIUM, tabular=True)
    used = paint.draw_text(painter, below, tile.when, font, t.text2)
    left = used + px(6) if tile.when else 0
    asks = entry.mark is Mark.ASK or entry.problem is not None
    paint.draw_text(
        painter,
        below.adjusted(left, 0, 0, 0),
        tile.fate,
        theme().font(Step.SMALL, tabular=True),
        t.amber if asks else t.text2,
    )


def _draw_picture(
    painter: QPainter, frame: QRectF, picture: QPixmap, entry: Entry, radius: float
) -> None:
    t, px = theme().tokens, theme().px
    paint.band(painter, frame, radius, t.sunken, t.line)
    if entry.problem is not None:
        _draw_reason(painter, frame, entry)
        return
    if picture.isNull():
        side = px(24)
        centre = frame.center()
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        paint.paint_icon(painter, "image", box, t.faint)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(frame, radius, radius)
    painter.setClipPath(path)
    if entry.mark is Mark.SKIP:
        painter.setOpacity(_SKIPPED)
    painter.drawPixmap(_covering(frame, picture), picture, QRectF(picture.rect()))
    painter.restore()


def _draw_reason(painter: QPainter, frame: QRectF, entry: Entry) -> None:
    """Paint why a file cannot be shown, where its picture would be."""
    if entry.problem is None:
        return
    px, font = theme().px, theme().font(Step.CAPTION)
    room, line = frame.adjusted(px(8), px(6), -px(8), -px(6)), px(16)
    sentence = words.problem(entry.problem)
    most = max(int(room.height() // line), 1)
    lines = paint.wrapped(sentence, font, room.width(), most)
    for number, text in enumerate(lines):
        at = QRectF(room.left(), room.top() + number * line, room.width() + 1, line)
        paint.draw_text(painter, at, text, font, theme().tokens.text2)


def _covering(frame: QRectF, picture: QPixmap) -> QRectF:
    """Return where a picture is painted so that it covers the frame, its middle in the middle;
    one too small for that stands in the middle as it is."""
    size = picture.deviceIndependentSize()
    scale = max(frame.width() / size.width(), frame.height() / size.height())
    scale = min(scale, 2.0)
    wide, high = size.width() * scale, size.height() * scale
    centre = frame.center()
    return QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)


def _draw_mark(painter: QPainter, rect: QRectF, mark: Mark) -> None:
    t = theme().tokens
    white = QColor(t.surface)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill, ring = {
        Mark.ATTACH: (t.accent, white),
        Mark.SKIP: (white, t.strong),
        Mark.ASK: (t.amber_soft, t.amber_line),
    }[mark]
    half = rect.width() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ring)
    painter.drawEllipse(rect.center(), half, half)
    painter.setBrush(fill)
    painter.drawEllipse(rect.center(), half - 1.5, half - 1.5)
    painter.restore()
    unit = rect.width() / 20
    if mark is Mark.ATTACH:
        points = [(6.2, 10.4), (8.8, 12.9), (13.8, 7.5)]
        paint.stroke(painter, rect, points, unit, 1.8, t.on_accent)
    elif mark is Mark.SKIP:
        paint.stroke(painter, rect, [(6.5, 10.0), (13.5, 10.0)], unit, 1.6, t.text2)
    else:
        font = theme().font(Step.SMALL, 700)
        centred = rect.translated(QPointF(0, 0))
        paint.draw_text(painter, centred, "?", font, t.amber, Align.CENTRE)
