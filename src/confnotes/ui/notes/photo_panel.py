"""The pictures of the open session in the side panel: small tiles that lead to their lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from confnotes.ui.notes.pictures import draw_thumbnail
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

_THUMB_WIDTH, _THUMB_HEIGHT, _PAD, _ROW = 88, 50, 8, 18
Thumbnail = Callable[[float], QPixmap | None]


@dataclass(frozen=True)
class Photo:
    """A picture as its tile shows it. `words` are its caption, or else its file's name;
    `thumbnail` gives it at a number of device pixels a pixel."""

    line_id: str
    words: str
    captioned: bool
    alternative: str
    current: bool
    thumbnail: Thumbnail


class PhotoTile(QWidget):
    """One picture. Enter, Space or a click goes to its line."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo: Photo | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self.setFixedHeight(max(px(_THUMB_HEIGHT), px(3 * _ROW)) + 2 * px(_PAD))

    def show_photo(self, photo: Photo) -> None:
        """Show a picture."""
        self.photo = photo
        said = photo.alternative or self.tr("no alternative text yet")
        self.setAccessibleName(self.tr("Picture: {words}").format(words=photo.words))
        self.setAccessibleDescription(said)
        self.setToolTip(photo.alternative)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._jump()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._jump()

    def _jump(self) -> None:
        if self.photo is not None:
            self.jumped.emit(self.photo.line_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        photo = self.photo
        if photo is None:
            return
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if photo.current:
            paint.band(painter, rect, px(8), t.raised if t.dark else t.surface, t.line)
        if self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        frame = QRectF(px(_PAD), px(_PAD), px(_THUMB_WIDTH), px(_THUMB_HEIGHT))
        draw_thumbnail(painter, frame, photo.thumbnail(self.devicePixelRatioF()))
        left = frame.right() + px(12)
        row = QRectF(left, frame.top() - px(2), rect.right() - px(_PAD) - left, px(_ROW))
        font, ink = theme().font(Step.SMALL), t.text if photo.captioned else t.text3
        for line in paint.wrapped(photo.words, font, row.width(), 3 if photo.alternative else 2):
            paint.draw_text(painter, row, line, font, ink)
            row.translate(0, px(_ROW))
        if not photo.alternative:
            self._mark(painter, row)

    def _mark(self, painter: QPainter, row: QRectF) -> None:
        t, px = theme().tokens, theme().px
        side = px(13)
        icon = QRectF(row.left(), row.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "warning", icon, t.amber)
        words, font = self.tr("No alternative text"), theme().font(Step.CAPTION)
        paint.draw_text(painter, row.adjusted(side + px(5), 0, 0, 0), words, font, t.amber)


class PhotoPanel(QWidget):
    """Tiles in the order of the text. `jumped(line_id)`; `asked`: pictures are to be added."""

    jumped = Signal(str)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[PhotoTile] = []
        self.empty = WrapLabel("", Step.SMALL, role="text3")
        self.add = Button(self.tr("Add pictures"), Look.GHOST, icon="plus", hint="Ctrl+Shift+I")
        self.add.clicked.connect(self.asked)
        self._scroll = Scroll()
        self._rows, self._hint = QVBoxLayout(), QVBoxLayout()
        self._hint.addWidget(self.empty)
        body = self._scroll.body
        body.addLayout(self._hint)
        body.addLayout(self._rows)
        body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.empty.setText(
            self.tr("Paste a picture into the notes, or drop files where they belong.")
        )
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._scroll.body.setContentsMargins(px(12), px(10), px(12), px(12))
        self._hint.setContentsMargins(px(8), 0, px(8), px(4))
        self._rows.setSpacing(px(2))

    def update_tiles(self) -> None:
        """Paint the tiles anew."""
        for tile in self.tiles:
            tile.update()

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these pictures."""
        while len(self.tiles) > len(photos):
            tile = self.tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self.tiles) < len(photos):
            tile = PhotoTile()
            tile.jumped.connect(self.jumped)
            self.tiles.append(tile)
            self._rows.addWidget(tile)
        for tile, photo in zip(self.tiles, photos, strict=True):
            tile.show_photo(photo)
        self.empty.setVisible(not photos)
