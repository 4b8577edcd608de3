"""One picture as large as the window allows, over everything else; Escape puts it away."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from confnotes.domain.attachments import Attachment
from confnotes.ui.notes.picture_files import PictureFiles
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step

_MARGIN, _BELOW, _ROW = 32, 96, 22
_DIM = 0.92
_PAPER, _QUIET = QColor("#f7f5f0"), QColor("#c9c4b8")  # on the dimmed ground of both themes


class PictureView(QWidget):
    """Covers its parent. `closed`: it was put away; `stepped`: the picture before (-1) or after
    (1) this one is wanted."""

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, files: PictureFiles, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._files, self._sheet, self._over = files, sheet, sheet
        self._attachment: Attachment | None = None
        self._image = QImage()
        self._read = QSize()
        self._words = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self, attachment: Attachment, caption: str, alternative: str) -> None:
        """Show a picture with its words."""
        self._attachment, self._words = attachment, (caption, alternative)
        self._image, self._read = QImage(), QSize()
        name = " ".join(part for part in self._words if part) or attachment.name
        self.setAccessibleName(self.tr("Picture: {words}").format(words=name))
        self._cover(self._sheet.parentWidget() or self._sheet)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ask()

    def _cover(self, over: QWidget) -> None:
        if self.parentWidget() is not over or self._over is not over:
            self._over.removeEventFilter(self)
            self._over = over
            self.setParent(over)
        over.installEventFilter(self)
        self.setGeometry(over.rect())

    @property
    def shown(self) -> QSize:
        """The size of the picture on the screen, in device pixels (empty until it is read)."""
        return self._image.size()

    def put_away(self) -> None:
        """Go."""
        if self.isVisible():
            self._attachment = None
            self.hide()
            self.closed.emit()

    def _room(self) -> QRectF:
        px = theme().px
        return QRectF(self.rect()).adjusted(
            px(_MARGIN), px(_MARGIN), -px(_MARGIN), -px(_MARGIN) - px(_BELOW)
        )

    def _ask(self) -> None:
        attachment, ratio = self._attachment, self.devicePixelRatioF()
        wanted = (self._room().size() * ratio).toSize().expandedTo(QSize(1, 1))
        if attachment is None or wanted == self._read:
            return
        self._read = wanted

        def done(image: QImage) -> None:
            if self._attachment == attachment and self._read == wanted:
                image.setDevicePixelRatio(ratio)
                self._image = image
                self.update()

        self._files.read(attachment, wanted, done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._attachment is not None and not event.spontaneous():
            self._attachment = None  # the workspace went to the back, and comes again without it
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._ask()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no chord of the notes below while one looks
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.put_away()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.put_away()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dim = QColor("#16140f")
        dim.setAlphaF(_DIM)
        painter.fillRect(self.rect(), dim)
        room, px = self._room(), theme().px
        if not self._image.isNull():
            size = self._image.deviceIndependentSize()
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.drawImage(place, self._image)
        row = QRectF(room.left(), room.bottom() + px(14), room.width(), px(_ROW))
        fonts = theme().font(Step.BASE, MEDIUM), theme().font(Step.SMALL)
        for words, font, ink in zip(self._words, fonts, (_PAPER, _QUIET), strict=True):
            for line in paint.wrapped(words, font, row.width(), 2) if words else ():
                paint.draw_text(painter, row, line, font, ink, paint.Align.CENTRE)
                row.translate(0, px(_ROW))
