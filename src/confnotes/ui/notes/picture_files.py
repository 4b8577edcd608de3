"""Thumbnails of pictures: read on a thread that draws nothing, kept as long as there is room."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from confnotes.domain.attachments import Attachment
from confnotes.ui.notes.picture_book import Landing
from confnotes.ui.notes.rows import PICTURE_HEIGHT, PICTURE_WIDTH
from confnotes.ui.parts.picture_source import Source, decoded

PathOf = Callable[[Attachment], Path]
Run = Callable[[Callable[[], QImage], Callable[[QImage], None]], None]
"""Does a call on another thread, and hands its result over on this one."""
KEPT = 256
"""So many thumbnails stay in memory."""
_Key = tuple[str, float]


def at_once(call: Callable[[], QImage], done: Callable[[QImage], None]) -> None:
    """Do a call on this thread."""
    done(call())


class PictureFiles(QObject):
    """The pictures of all sessions as files. `ready`: a thumbnail came that was asked for."""

    ready = Signal()

    def __init__(self, path_of: PathOf, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.landing = Landing()
        self._path_of, self._run = path_of, run
        self._sources: dict[str, Source] = {}
        self._asked: set[_Key] = set()
        self._thumbnails: OrderedDict[_Key, QPixmap] = OrderedDict()

    def hold(self, token: str, source: Source) -> None:
        """Show this for a picture whose bytes are on their way."""
        self._sources[token] = source

    def landed(self, token: str, attachment: Attachment) -> None:
        """Hear that a picture is in the notebook now."""
        self._end(token)
        self.landing.landed[token] = attachment
        for was, ratio in [key for key in self._thumbnails if key[0] == token]:
            self._thumbnails[attachment.sha256, ratio] = self._thumbnails.pop((was, ratio))

    def lost(self, token: str) -> None:
        """Hear that a picture could not be kept."""
        self._end(token)

    def _end(self, token: str) -> None:
        self._sources.pop(token, None)
        self.landing.under_way.discard(token)

    def source(self, attachment: Attachment) -> Source:
        """Return where the picture can be read: its file, or what it is made from meanwhile."""
        if attachment.sha256:
            return self._path_of(attachment)
        return self._sources.get(attachment.id, b"")

    def thumbnail(self, attachment: Attachment, ratio: float) -> QPixmap | None:
        """Return a thumbnail at device pixels (a null one: it cannot be shown), None when it has
        still to be read, which begins now."""
        key = attachment.sha256 or attachment.id, ratio
        if key in self._thumbnails:
            self._thumbnails.move_to_end(key)
            return self._thumbnails[key]
        if key not in self._asked:
            self._asked.add(key)
            room = QSize(round(PICTURE_WIDTH * ratio), round(PICTURE_HEIGHT * ratio))
            source = self.source(attachment)
            self._run(
                lambda: decoded(source, room, cover=True), lambda image: self._take(key, image)
            )
        return self._thumbnails.get(key)

    def read(self, attachment: Attachment, room: QSize, done: Callable[[QImage], None]) -> None:
        """Read a picture scaled down into a room of device pixels, and hand it to `done`."""
        source = self.source(attachment)
        self._run(lambda: decoded(source, room), done)

    def _take(self, key: _Key, image: QImage) -> None:
        token, ratio = key
        landed = self.landing.landed.get(token)
        kept = (token if landed is None else landed.sha256), ratio
        self._asked.discard(key)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._thumbnails[kept] = pixmap
        while len(self._thumbnails) > KEPT:
            self._thumbnails.popitem(last=False)
        self.ready.emit()
