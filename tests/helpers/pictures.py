"""Real pictures, as bytes, files and what a clipboard holds."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter


def image(width: int = 320, height: int = 180, colour: str = "#c03020") -> QImage:
    """Return a picture whose left half has a colour of its own (black)."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    for y in range(height):
        for x in range(width // 2):
            made.setPixel(x, y, 0xFF000000)
    return made


def flat(width: int, height: int, colour: str = "#c03020") -> QImage:
    """Return a picture of one colour."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def encoded(picture: QImage, kind: bytes = b"png") -> bytes:
    """Return a picture's bytes."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(picture)
    return bytes(data.data())


def turned(jpeg: bytes, orientation: int = 6) -> bytes:
    """Return a JPEG that says (Exif) how it is to be turned."""
    tiff = b"II*\x00\x08\x00\x00\x00" + struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    exif = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def files_mime(*paths: Path) -> QMimeData:
    """Return what a file manager offers: addresses, and their paths as text."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))
    return mime


def image_mime(picture: QImage, text: str = "", html: str = "") -> QMimeData:
    """Return a copied picture, with what may lie beside it."""
    mime = QMimeData()
    mime.setImageData(picture)
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime
