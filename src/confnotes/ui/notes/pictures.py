"""Pictures that stand in the notes: a thumbnail, its file's name, the way to its alternative text.

The caption is the line's own text and none of this module's business.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from confnotes.domain.attachments import EXTENSIONS, Attachment
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.picture_book import Picture
from confnotes.ui.notes.picture_files import PictureFiles
from confnotes.ui.notes.rows import LINE_HEIGHT, PICTURE_GAP, PICTURE_HEIGHT, PICTURE_WIDTH, RIGHT
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import MEDIUM, REGULAR, theme
from confnotes.ui.parts.tokens import Step

_RADIUS = 8


class Part(Enum):
    """What of a picture one can press."""

    THUMBNAIL = "thumbnail"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where the parts of a picture line stand: thumbnail, name, alternative text."""

    frame: QRectF
    name: QRectF
    alternative: QRectF

    @staticmethod
    def of(left: float, first: float, last: float, width: float) -> "Boxes":
        """Return them for a line whose words begin at `left` if it had no picture; `first` and
        `last` are the centres of its caption's first and last row."""
        step = theme().px(LINE_HEIGHT)
        frame = QRectF(left, first - step / 2 + 2, PICTURE_WIDTH, PICTURE_HEIGHT)
        beside = frame.right() + PICTURE_GAP
        name = QRectF(beside, last + step * 0.5, max(width - RIGHT - beside, 0), step)
        below = name.translated(0, step)
        if below.bottom() < frame.bottom():
            below.moveBottom(frame.bottom())
        return Boxes(frame, name, below)


def alternative_words(picture: Picture) -> str:
    """Return what the way to an alternative text says."""
    if not picture.use.alternative:
        return QCoreApplication.translate("Pictures", "Write alternative text")
    said = QCoreApplication.translate("Pictures", "Alternative text: {text}")
    return said.format(text=picture.use.alternative)


def file_words(attachment: Attachment) -> str:
    """Return the name of a picture's file; of one that never had a name, what it is."""
    if attachment.name:
        return attachment.name
    if not attachment.sha256:
        return QCoreApplication.translate("Pictures", "Pasted picture")
    kind = EXTENSIONS.get(attachment.media_type, attachment.media_type).upper()
    if attachment.width is None or attachment.height is None:
        return kind
    return f"{kind} {attachment.width} × {attachment.height}"


class Pictures:
    """Paints the pictures of one document. `hovered`: the line whose alternative text is under
    the pointer."""

    def __init__(self, document: NotesDocument, files: PictureFiles) -> None:
        self._document, self._files = document, files
        self.hovered = ""

    def of(self, line_id: str) -> Picture | None:
        """Return the picture of a line, None when it has none."""
        return self._document.pictures.of(line_id)

    def part_at(self, line_id: str, boxes: Boxes, at: QPointF) -> Part | None:
        """Return what of a picture is at a place."""
        picture = self.of(line_id)
        if picture is None:
            return None
        if boxes.frame.contains(at):
            return Part.THUMBNAIL
        link = QRectF(boxes.alternative)
        wide = paint.width(alternative_words(picture), theme().font(Step.SMALL, MEDIUM))
        link.setWidth(min(wide + 4, link.width()))
        return Part.ALTERNATIVE if link.contains(at) else None

    def paint(self, painter: QPainter, line_id: str, boxes: Boxes) -> None:
        """Paint a line's picture."""
        picture = self.of(line_id)
        if picture is None:
            draw_thumbnail(painter, boxes.frame, None)
            gone = QCoreApplication.translate("Pictures", "No picture was kept here")
            paint.draw_text(
                painter, boxes.name, gone, theme().font(Step.SMALL), theme().tokens.text3
            )
            return
        pixmap = self._files.thumbnail(picture.attachment, painter.device().devicePixelRatioF())
        draw_thumbnail(painter, boxes.frame, pixmap)
        self._words(painter, line_id, picture, boxes, lost=pixmap is not None and pixmap.isNull())

    def _words(
        self, painter: QPainter, line_id: str, picture: Picture, boxes: Boxes, *, lost: bool
    ) -> None:
        t = theme().tokens
        side = theme().px(16)
        name, small = boxes.name, theme().font(Step.SMALL)
        icon = QRectF(name.left(), name.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "image", icon, t.text3)
        words = file_words(picture.attachment)
        used = paint.draw_text(painter, name.adjusted(side + 6, 0, 0, 0), words, small, t.text2)
        if lost:
            told = QCoreApplication.translate("Pictures", "cannot be shown: the file is missing")
            rest = name.adjusted(side + 6 + used + 10, 0, 0, 0)
            paint.draw_text(painter, rest, told, small, t.amber)
        hot = not picture.use.alternative or self.hovered == line_id
        font = theme().font(Step.SMALL, MEDIUM if hot else REGULAR)
        rect, shown = boxes.alternative, alternative_words(picture)
        wide = paint.draw_text(painter, rect, shown, font, t.accent if hot else t.text2)
        if self.hovered == line_id:
            low = paint.baseline(rect.top(), rect.height(), font.pixelSize()) + 2
            painter.fillRect(QRectF(rect.left(), low, wide, 1), t.accent)


def draw_thumbnail(painter: QPainter, frame: QRectF, pixmap: QPixmap | None) -> None:
    """Paint a thumbnail's middle into a frame, scaled down only; a placeholder where there is
    none."""
    t = theme().tokens
    if pixmap is None or pixmap.isNull():
        paint.band(painter, frame, _RADIUS, t.sunken, t.line)
        side = theme().px(24)
        centre = frame.center()
        icon = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        paint.paint_icon(painter, "image", icon, t.faint)
        return
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    clip = QPainterPath()
    clip.addRoundedRect(frame, _RADIUS, _RADIUS)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    size = pixmap.deviceIndependentSize()
    factor = min(max(frame.width() / size.width(), frame.height() / size.height()), 1)
    size *= factor
    if size.width() < frame.width() - 1 or size.height() < frame.height() - 1:
        painter.fillRect(frame, t.sunken)
    place = QRectF(QPointF(0, 0), size)
    place.moveCenter(frame.center())
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
    painter.restore()
    paint.band(painter, frame, _RADIUS, None, QColor(t.line))
