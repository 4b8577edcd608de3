"""The page of the preview: shows the article's HTML, loads nothing but the notebook's pictures."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Tokens
from confnotes.ui.report import preview_dress
from confnotes.ui.report.preview_dress import Dressed

SAFE = frozenset({"http", "https", "mailto"})
"""The schemes a link may have to be opened."""
SECTION = "section:"
"""What the anchors of sections begin with."""
MOST_PIXELS = 1600
"""Pictures are read no wider than this: the preview's column, twice over."""
_LOST_ANCHOR = re.compile(r'((?:<a name="[^"]*"></a>\s*)+)(<(?:h[1-6]|p|li)>)')
"""Anchors before a block, which Qt forgets; just inside it they are kept."""
_DRESSING = frozenset({QEvent.Type.Show, QEvent.Type.Polish, QEvent.Type.StyleChange})
"""When a widget may find itself with another palette than it was given."""
Pictures = Callable[[str], Path | None]


class PreviewBrowser(QTextBrowser):
    """Shows HTML. Pictures come from `pictures` (a name in the article to a file of the
    notebook) and from `data:`; anything else, files and the network above all, is not read.

    `link` tells an address that was clicked, `section` in which section one clicked; nothing is
    opened here.
    """

    link = Signal(str)
    pointed = Signal(str)
    section = Signal(str)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._dressed = Dressed()
        self._html = ""
        self._look: tuple[Tokens, float] = (theme().tokens, theme().scale)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Preview of the article"))
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(lambda url: self.pointed.emit(url.toString()))
        self._refit()
        theme().changed.connect(self._dress_anew)

    def show_html(self, html: str) -> None:
        """Show another state of the article; the place one reads at stays where it is."""
        if html == self._html:
            return
        key, offset = self._place()
        self._fill(html)
        top = self._top_of(key)
        self.verticalScrollBar().setValue(round((top or 0) + offset))

    def set_margin(self, right: int) -> None:
        """Leave room between the text and the scroll bar."""
        self.setViewportMargins(0, 0, right, 0)

    def html_shown(self) -> str:
        """Return the HTML as it was given."""
        return self._html

    def go_to(self, anchor: str) -> bool:
        """Scroll until that anchor is near the top; return whether the article has it."""
        top = self._top_of(anchor)
        if top is None:
            return False
        self.verticalScrollBar().setValue(max(round(top) - theme().px(24), 0))
        return True

    def anchors(self) -> list[str]:
        """Return the names of all anchors in reading order."""
        return list(self._dressed.anchors)

    def _fill(self, html: str) -> None:
        self._html = html
        self._look = (theme().tokens, theme().scale)
        self.document().setDefaultStyleSheet(preview_dress.style_sheet())
        self.setHtml(_LOST_ANCHOR.sub(r"\2\1", html))
        self._dressed = preview_dress.dress(self.document(), self._column())

    def _dress_anew(self) -> None:
        self._refit()
        value = self.verticalScrollBar().value()
        self._fill(self._html)
        self.verticalScrollBar().setValue(value)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Moved into the drawer and back, a widget under a style sheet gets the palette again that
        # it had when it was first styled: maybe that of the other theme.
        if event.type() in _DRESSING and not self._dressed_now():
            self._dress_anew()
        return done

    def _dressed_now(self) -> bool:
        """Whether it wears the colours and sizes in force."""
        ink = self.palette().color(QPalette.ColorRole.Text)
        return self._look == (theme().tokens, theme().scale) and ink == theme().tokens.text

    def _refit(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme().tokens.text)
        palette.setColor(QPalette.ColorRole.Link, theme().tokens.accent)
        self.setPalette(palette)

    def _column(self) -> int:
        return max(self.viewport().width(), 40)

    def _top_of(self, anchor: str) -> float | None:
        position = self._dressed.anchors.get(anchor)
        if position is None:
            return None
        block = self.document().findBlock(position)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _place(self) -> tuple[str, float]:
        """Return the last anchor above the top edge, and how far below it the edge is."""
        value = float(self.verticalScrollBar().value())
        best, at = "", 0.0
        for name in self._dressed.anchors:
            top = self._top_of(name)
            if name.startswith(SECTION) and top is not None and at <= top <= value:
                best, at = name, top
        return best, value - at

    def _clicked(self, url: QUrl) -> None:
        if not url.scheme() and url.hasFragment() and not url.path():
            self.go_to(url.fragment())
        elif url.scheme().lower() in SAFE:
            self.link.emit(url.toString())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        at = event.position().toPoint()
        words = self.textCursor().hasSelection() or self.anchorAt(at)
        if event.button() is Qt.MouseButton.LeftButton and not words:
            key = self._section_at(self.cursorForPosition(at).position())
            if key:
                self.section.emit(key)

    def _section_at(self, position: int) -> str:
        """Return the section that a position of the document belongs to."""
        found = ""
        for name, start in self._dressed.anchors.items():
            if name.startswith(SECTION) and start <= position:
                found = name.removeprefix(SECTION)
        return found

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002 - Qt's
    ) -> None:
        """Go nowhere: the preview shows the article and nothing else."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = name if isinstance(name, QUrl) else QUrl(name)
        if QTextDocument.ResourceType(kind) is not QTextDocument.ResourceType.ImageResource:
            return QByteArray()
        image = self._image(url)
        # Never nothing: for an image without a resource Qt goes and reads the file of that name.
        return image if image is not None and not image.isNull() else _blank()

    def _image(self, url: QUrl) -> QImage | None:
        if url.scheme() == "data":
            head, _, body = url.toString().partition(",")
            if not head.endswith(";base64"):
                return None
            return QImage.fromData(QByteArray.fromBase64(body.encode()))
        if url.scheme():
            return None
        path = self._pictures(url.toString())
        return None if path is None else _read(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            preview_dress.fit_pictures(self.document(), self._column())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        t, px = theme().tokens, theme().px
        shift = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for number in self._dressed.quotes:
            block = self.document().findBlockByNumber(number)
            rect = layout.blockBoundingRect(block).translated(0, -shift)
            bottom = rect.bottom()
            if number + 1 in self._dressed.quotes:
                bottom = layout.blockBoundingRect(block.next()).top() - shift + px(4)
            bar = QRectF(px(2), rect.top() + px(2), px(3), bottom - rect.top() - px(4))
            painter.fillRect(bar, t.line2)
        for number in self._dressed.rules:
            block = self.document().findBlockByNumber(number)
            rect = layout.blockBoundingRect(block).translated(0, -shift)
            painter.fillRect(QRectF(0, rect.center().y(), self._column(), 1), t.line2)


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    return image


def _read(path: Path) -> QImage | None:
    """Return a picture as its camera meant it, no larger than the preview needs."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > MOST_PIXELS:
        reader.setScaledSize(
            size.scaled(MOST_PIXELS, 10 * MOST_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    return None if image.isNull() else image
