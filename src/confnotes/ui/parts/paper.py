"""Pages set by Qt's own text layout: for a printer, or as PDF."""

from base64 import b64decode

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

_MARGIN_MM, _POINTS, _DOTS, _INCH = 18, 10.5, 192, 96


class Paper(QTextDocument):
    """A document whose pictures stand in its text as `data:` addresses; none is wider than
    `widest` (1/96 inch, which is what Qt takes a picture's dot for), and nothing else is ever
    loaded."""

    def __init__(self, font: QFont, html: str, style: str, widest: int) -> None:
        super().__init__()
        self._widest = widest
        own = QFont(font)
        own.setPointSizeF(_POINTS)
        self.setDefaultFont(own)
        self.setDefaultStyleSheet(style)
        self.setHtml(html)

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        address = QUrl(name)
        if address.scheme() != "data":
            return QByteArray()
        coded = address.toString().partition("base64,")[2]
        image = QImage.fromData(b64decode(coded))
        if image.width() > self._widest:  # finer dots, not fewer
            image.setDevicePixelRatio(image.width() / self._widest)
        return image


def print_paper(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Paint a document on the pages of a printer or a PDF."""
    document.documentLayout().setPaintDevice(device)
    page = device.pageLayout().paintRectPixels(device.logicalDpiX()).size()
    document.setPageSize(QSizeF(page))
    document.print_(device)


def set_page(writer: QPdfWriter, title: str) -> None:
    """Set a PDF to A4 with its title."""
    writer.setTitle(title)
    writer.setCreator("confnotes")
    writer.setResolution(_DOTS)
    millimetres = QPageLayout.Unit.Millimeter
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    a4, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(a4, upright, margins, millimetres))


def pdf_of(html: str, title: str, font: QFont, style: str = "") -> bytes:
    """Return HTML as a PDF; on whichever thread one is."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    set_page(writer, title)
    widest = writer.pageLayout().paintRectPixels(_INCH).width()
    print_paper(Paper(font, html, style, widest), writer)
    del writer  # it writes the end of the file
    held.close()
    return bytes(held.data().data())
