"""Where pictures come from (clipboard, drop, files), and what becomes of them on the way in.

Nothing here believes a name: the kind is read from the bytes. Decoding is meant for a thread that
draws nothing, scales down while it reads, and refuses what would eat the memory.
"""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from confnotes.domain.attachments import HEAD, MAX_BYTES, MAX_PIXELS, picture_type
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import stored_line

Source = Path | QImage | bytes
TAKEN = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""The kinds that can be shown here and in every report."""
LINES = "application/x-confnotes-lines+json"
"""The form in which lines of notes are on the clipboard."""
_ADDRESS = re.compile(r"(?:https?|file|data|blob):\S+")
_MEGABYTE = 1_000_000
_SMALL = QSize(64, 64)
_COMPRESSION = 40  # of 100: a screen of 8 million pixels in a third of the time, a tenth larger


def may_offer(mime: QMimeData) -> bool:
    """Return whether there may be pictures in it, without fetching anything."""
    return mime.hasImage() or mime.hasUrls()


def offered(mime: QMimeData) -> list[Source]:
    """Return the pictures that are meant when this is pasted or dropped; none: text is meant.

    Files are meant as files. A picture beside text (an office program's) is only how that text
    looks; beside an address (a browser's "copy image") it is what one wants.
    """
    if mime.hasFormat(LINES):
        return []
    files: list[Source] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files
    words = mime.text().strip()
    if not mime.hasImage() or (words and not _ADDRESS.fullmatch(words)):
        return []
    for form in TAKEN:
        data = bytes(mime.data(form).data()) if mime.hasFormat(form) else b""
        if picture_type(data) == form:
            return [data]
    image = mime.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def name_of(source: Source) -> str:
    """Return a file's name as the notebook keeps it, "" of what has none."""
    return stored_line(source.name) if isinstance(source, Path) else ""


def glance(path: Path) -> None:
    """Look at size and first bytes of a file; ConfnotesError as `prepared` has them."""
    name = name_of(path)
    try:
        if not path.is_file():
            raise ConfnotesError("attachment.not_picture", name=name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise _unreadable(name, error) from error
    _check(name, head, size)


def prepared(source: Source, name: str) -> tuple[bytes, str]:
    """Return the bytes to keep and their media type; a picture without a file becomes a PNG.

    ConfnotesError, all with `name`: attachment.cannot_read (detail), attachment.empty,
    attachment.too_large (megabytes), attachment.too_many_pixels (millions),
    attachment.not_picture, attachment.svg, attachment.heic.
    """
    data = _bytes_of(source, name)
    _check(name, data[:HEAD], len(data))
    size, image = _reader(data).size(), decoded(data, _SMALL)
    if image.isNull():
        if size.width() * size.height() > MAX_PIXELS // 2:
            millions = MAX_PIXELS // 1_000_000
            raise ConfnotesError("attachment.too_many_pixels", name=name, millions=millions)
        raise ConfnotesError("attachment.not_picture", name=name)
    return data, picture_type(data[:HEAD])


def _bytes_of(source: Source, name: str) -> bytes:
    if isinstance(source, bytes):
        return source
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise _unreadable(name, error) from error
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_COMPRESSION)
    if not writer.write(source):
        raise ConfnotesError("attachment.not_picture", name=name)
    return bytes(data.data())


def _unreadable(name: str, error: OSError) -> ConfnotesError:
    detail = error.strerror or str(error)
    return ConfnotesError("attachment.cannot_read", name=name, detail=detail)


def _check(name: str, head: bytes, size: int) -> None:
    if not size:
        raise ConfnotesError("attachment.empty", name=name)
    kind = picture_type(head)
    if kind == "image/svg+xml":
        raise ConfnotesError("attachment.svg", name=name)
    if kind in ("image/heic", "image/avif"):
        raise ConfnotesError("attachment.heic", name=name)
    if kind not in TAKEN:
        raise ConfnotesError("attachment.not_picture", name=name)
    if size > MAX_BYTES:
        megabytes = MAX_BYTES // _MEGABYTE
        raise ConfnotesError("attachment.too_large", name=name, megabytes=megabytes)


def decoded(source: Source, room: QSize, *, cover: bool = False) -> QImage:
    """Return a picture upright and scaled down into `room` (with `cover`: over all of it, its
    middle), never up; a null one where it cannot be read."""
    if isinstance(source, QImage):
        target = _fitted(source.size(), room, cover=cover)
        return _middle(_scaled(source, target), room)
    if picture_type(_head(source)) not in TAKEN:
        return QImage()
    reader = _reader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        if size.width() * size.height() > MAX_PIXELS:
            return QImage()
        turned = bool(
            reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        )
        target = _fitted(size.transposed() if turned else size, room, cover=cover)
        reader.setScaledSize(target.transposed() if turned else target)
    image = reader.read()
    return _middle(_scaled(image, _fitted(image.size(), room, cover=cover)), room)


class _Reader(QImageReader):
    """Keeps the buffer that it reads from."""

    buffer: QBuffer | None = None


def _reader(source: Path | bytes) -> QImageReader:
    reader = _Reader()
    if isinstance(source, Path):
        reader.setFileName(str(source))
    else:
        reader.buffer = QBuffer()
        reader.buffer.setData(QByteArray(source))
        reader.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader.setDevice(reader.buffer)
    reader.setDecideFormatFromContent(True)
    return reader


def _head(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:HEAD]
    try:
        with source.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _fitted(size: QSize, room: QSize, *, cover: bool) -> QSize:
    wide, high = max(size.width(), 1), max(size.height(), 1)
    factors = room.width() / wide, room.height() / high
    factor = min(max(factors) if cover else min(factors), 1)
    return QSize(max(round(wide * factor), 1), max(round(high * factor), 1))


def _scaled(image: QImage, size: QSize) -> QImage:
    if image.isNull() or image.size() == size:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _middle(image: QImage, room: QSize) -> QImage:
    size = image.size().boundedTo(room)
    if image.isNull() or size == image.size():
        return image
    over = image.size() - size
    return image.copy(QRect(QPoint(over.width() // 2, over.height() // 2), size))
