"""Pages set by Qt's own text layout: for a printer, or as PDF."""

import re
from base64 import b64decode
from html import escape
from uuid import UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QSizeF, QUrl, QUuid
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

_REPORTS = UUID("5d0a7f5e-0b4e-5c0b-9a1b-6a9f3b1f7c52")
_DATED = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)\n")
_ENTRY = re.compile(rb"^(\d{10})( \d{5} n)", re.MULTILINE)
_START = re.compile(rb"startxref\n(\d+)")
_XMP = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end='r'?>"""
"""What is said of a page beside it (ISO 16684-1); Qt's own would have the moment it was made at."""
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
    """Return HTML as a PDF, the same bytes for the same page; on whichever thread one is."""
    # Qt writes fonts in the order of a hash table, which is another in each process.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        data = _written(html, title, font, style)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return undated(data)


def _written(html: str, title: str, font: QFont, style: str) -> bytes:
    """Return HTML as Qt's PDF."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    set_page(writer, title)
    writer.setDocumentId(QUuid(str(uuid5(_REPORTS, html))))
    writer.setDocumentXmpMetadata(_XMP.format(title=escape(title, quote=False)).encode())
    widest = writer.pageLayout().paintRectPixels(_INCH).width()
    print_paper(Paper(font, html, style, widest), writer)
    del writer  # it writes the end of the file
    held.close()
    return bytes(held.data().data())


def undated(pdf: bytes) -> bytes:
    """Return a PDF without the moment it was made at: the same page is the same bytes.

    Qt writes it into the information dictionary (ISO 32000-1, 14.3.3), where both entries are
    optional; their length depends on the time zone. What stands behind them moves up, and so do
    the offsets of the cross-reference table (7.5.4: ten digits each) and of the table itself.
    """
    at = pdf.rindex(b"\nxref\n") + 1
    body, table = pdf[:at], pdf[at:]
    cuts = [match.span() for match in _DATED.finditer(body)][:2]

    def moved(offset: int) -> int:
        return offset - sum(end - begin for begin, end in cuts if end <= offset)

    def entry(match: re.Match[bytes]) -> bytes:
        return b"%010d" % moved(int(match.group(1))) + match.group(2)

    table = _ENTRY.sub(entry, table)
    table = _START.sub(lambda match: b"startxref\n%d" % moved(int(match.group(1))), table)
    for begin, end in reversed(cuts):
        body = body[:begin] + body[end:]
    return body + table
