"""Pictures that stand in the notes: a thumbnail, its file's name, caption, alternative text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPainterPath, QPixmap

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.ui.notes.rows import LINE_HEIGHT, PICTURE_GAP, PICTURE_HEIGHT, PICTURE_WIDTH, RIGHT
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

PathOf = Callable[[Attachment], Path]


@dataclass(frozen=True, slots=True)
class Picture:
    """An attachment under a line."""

    attachment: Attachment
    use: AttachmentUse


class Pictures:
    """The pictures of one session by line; thumbnails are read when first painted."""

    def __init__(self, path_of: PathOf) -> None:
        self._path_of = path_of
        self._by_line: dict[str, Picture] = {}
        self._thumbnails: dict[tuple[str, float], QPixmap] = {}

    def load(self, attachments: Iterable[Attachment], uses: Iterable[AttachmentUse]) -> None:
        """Take the pictures of a session (the first of each line is shown)."""
        by_id = {attachment.id: attachment for attachment in attachments}
        self._by_line.clear()
        for use in sorted(uses, key=lambda use: use.position):
            if use.line_id is not None and use.attachment_id in by_id:
                self._by_line.setdefault(use.line_id, Picture(by_id[use.attachment_id], use))

    def of(self, line_id: str) -> Picture | None:
        """Return the picture of a line, None when it has none."""
        return self._by_line.get(line_id)

    def paint(self, painter: QPainter, line_id: str, at: QPointF, width: int) -> None:
        """Paint a line's picture; `at` is where its words begin, on the centre of their row."""
        t = theme().tokens
        top = at.y() - theme().px(LINE_HEIGHT) / 2 + 2
        frame = QRectF(at.x(), top, PICTURE_WIDTH, PICTURE_HEIGHT)
        left = frame.right() + PICTURE_GAP
        picture = self.of(line_id)
        ratio = painter.device().devicePixelRatioF()
        pixmap = None if picture is None else self._thumbnail(picture.attachment, ratio)
        if pixmap is None:
            paint.band(painter, frame, 8, t.sunken, t.line)
            side = theme().px(24)
            centre = frame.center()
            icon = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint.paint_icon(painter, "image", icon, t.faint)
        else:
            _draw(painter, frame, pixmap)
        if picture is not None:
            self._words(painter, picture, QPointF(left, at.y()), width)

    def _words(self, painter: QPainter, picture: Picture, at: QPointF, width: int) -> None:
        t = theme().tokens
        step = theme().px(LINE_HEIGHT)
        side = theme().px(16)
        name = QRectF(at.x(), at.y() + step * 0.5, width - RIGHT - at.x(), step)
        icon = QRectF(name.left(), name.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "image", icon, t.text3)
        small = theme().font(Step.SMALL)
        words = picture.attachment.name or picture.attachment.media_type
        paint.draw_text(painter, name.adjusted(side + 6, 0, 0, 0), words, small, t.text2)
        below = name.translated(0, step)
        alternative = picture.use.alternative
        shown = (
            QCoreApplication.translate("Pictures", "Alternative text: {text}").format(
                text=alternative
            )
            if alternative
            else QCoreApplication.translate("Pictures", "No alternative text yet")
        )
        paint.draw_text(painter, below, shown, small, t.text3)

    def _thumbnail(self, attachment: Attachment, ratio: float) -> QPixmap | None:
        key = attachment.sha256, ratio
        if key not in self._thumbnails:
            self._thumbnails[key] = _read(self._path_of(attachment), ratio)
        pixmap = self._thumbnails[key]
        return None if pixmap.isNull() else pixmap


def _read(path: Path, ratio: float) -> QPixmap:
    """Return the picture scaled to cover a thumbnail, at device pixels; a null one on failure."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    wanted = QSize(round(PICTURE_WIDTH * ratio), round(PICTURE_HEIGHT * ratio))
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _draw(painter: QPainter, frame: QRectF, pixmap: QPixmap) -> None:
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    clip = QPainterPath()
    clip.addRoundedRect(frame, 8, 8)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    size = pixmap.deviceIndependentSize()
    painter.drawPixmap(
        QPointF(frame.center().x() - size.width() / 2, frame.center().y() - size.height() / 2),
        pixmap,
    )
    painter.restore()
