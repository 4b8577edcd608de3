"""The page of the preview: shows the article's HTML, loads nothing but the notebook's pictures."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageIOHandler,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Tokens
from confnotes.ui.report import preview_dress
from confnotes.ui.report.preview_page import PreviewPage

SAFE = frozenset({"http", "https", "mailto"})
"""The schemes a link may have to be opened."""
SECTION = "section:"
"""What the anchors of sections begin with."""
MOST_PIXELS = 1600
"""Pictures are read no wider than this: the preview's column, twice over."""
_DRESSING = frozenset({QEvent.Type.Show, QEvent.Type.Polish, QEvent.Type.StyleChange})
"""When a widget may find itself with another palette than it was given."""
Pictures = Callable[[str], Path | None]


class PreviewBrowser(QTextBrowser):
    """Shows HTML. Pictures come from `pictures` (a name in the article to a file of the
    notebook) and from `data:`; anything else, files and the network above all, is not read.

    `link` tells an address that was clicked, `section` in which section and at which position of
    the document one clicked, or pressed Enter (then at the top edge); `left` that one wants back to
    the text. Nothing is opened here.
    """

    link = Signal(str)
    pointed = Signal(str)
    section = Signal(str, int)
    left = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._look: tuple[Tokens, float] = (theme().tokens, theme().scale)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Preview of the article"))
        self._page = PreviewPage(self, self._size_of)
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(lambda url: self.pointed.emit(url.toString()))
        self._refit()
        theme().changed.connect(self._dress_anew)

    def show_page(self, page: Sequence[str]) -> None:
        """Show another state of the article, block by block; the place one reads at stays where it
        is, and blocks that are as before are not touched."""
        self._fill(page)

    def set_margin(self, right: int) -> None:
        """Leave room between the text and the scroll bar."""
        self.setViewportMargins(0, 0, right, 0)

    def page_shown(self) -> tuple[str, ...]:
        """Return the blocks as they were given."""
        return self._page.pieces

    def go_to(self, anchor: str) -> bool:
        """Scroll until that anchor is near the top; return whether the article has it."""
        number = self._page.anchors().get(anchor)
        if number is None:
            return False
        self.verticalScrollBar().setValue(max(round(self.top_of(number)) - theme().px(24), 0))
        return True

    def anchors(self) -> list[str]:
        """Return the names of all anchors in reading order."""
        return list(self._page.anchors())

    def top_of(self, number: int) -> float:
        """Return how far below the page's top a block begins, in pixels."""
        block = self.document().findBlockByNumber(number)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def bottom_of(self, number: int) -> float:
        """Return how far below the page's top a block ends, in pixels."""
        block = self.document().findBlockByNumber(number)
        return self.document().documentLayout().blockBoundingRect(block).bottom()

    def block(self, number: int) -> QTextBlock:
        """Return a block of the document."""
        return self.document().findBlockByNumber(number)

    def blocks_of(self, key: str) -> list[int]:
        """Return the numbers of the blocks in which a section stands, its heading first."""
        starts = self._sections()
        found = [number for name, number in starts if name == key]
        if not found:
            return []
        after = min((n for _, n in starts if n > found[0]), default=self._page.end())
        return list(range(found[0], after))

    def _sections(self) -> list[tuple[str, int]]:
        anchors = self._page.anchors().items()
        return [(n.removeprefix(SECTION), at) for n, at in anchors if n.startswith(SECTION)]

    def section_at_top(self) -> str:
        """Return the section one sees first."""
        return self._section_at(self._reading_place())

    def _reading_place(self) -> int:
        """Return the position of what one sees first."""
        return self.cursorForPosition(QPoint(0, theme().px(32))).position()

    def reveal(self, number: int, beside: int) -> None:
        """Have a block in sight: where it is not, it comes to the height `beside` of the view."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.top_of(number), self.bottom_of(number)
        above = top < bar.value()
        below = min(bottom, top + view) > bar.value() + view
        if above or below:
            bar.setValue(round(top - max(min(beside, view - round(bottom - top)), 0)))

    def _fill(self, page: Sequence[str], *, anew: bool = False) -> None:
        page_ = self._page
        number, offset = self._place()
        piece, line = page_.piece_of(number)
        for old, old_end, new, new_end in reversed(page_.show(page, anew=anew)):
            if old_end <= piece:
                piece += new_end - new - (old_end - old)
            elif old <= piece:
                piece = min(piece, max(old + new_end - new - 1, 0))
        self._return_to(page_.number_of(piece, line), offset)

    def _place(self) -> tuple[int, float]:
        """Return the number of the block at the top edge, and how far below its top the edge is."""
        number = self._first_visible().blockNumber()
        return number, self.verticalScrollBar().value() - self.top_of(number)

    def _return_to(self, number: int, offset: float) -> None:
        self.verticalScrollBar().setValue(round(self.top_of(number) + offset))

    def _first_visible(self) -> QTextBlock:
        """Return the block at the top edge."""
        return self.cursorForPosition(QPoint(0, 0)).block()

    def _dress_anew(self) -> None:
        self._refit()
        self._look = (theme().tokens, theme().scale)
        self._fill(self.page_shown(), anew=True)

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
            self._tell(self.cursorForPosition(at).position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and not self.textCursor().charFormat().isAnchor():
            self._tell(self._reading_place())
        else:
            super().keyPressEvent(event)

    def _tell(self, position: int) -> None:
        """Tell the section of a position; of a footnote, the place where it is cited."""
        number = self.document().findBlock(position).blockNumber()
        if number >= self._page.end() and (cited := self._page.citing(number)) is not None:
            position = self.document().findBlockByNumber(cited).position()
        if key := self._section_at(position):
            self.section.emit(key, position)

    def _section_at(self, position: int) -> str:
        """Return the section that a position of the document belongs to."""
        number = self.document().findBlock(position).blockNumber()
        return next((key for key, at in reversed(self._sections()) if at <= number), "")

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
        number, offset = self._place()
        super().resizeEvent(event)
        if self._page.column != self._column():
            self._page.column = self._column()
            self._page.fit()
            self._return_to(number, offset)

    def _size_of(self, name: str) -> QSize:
        """Return how large a picture is; one that cannot be read is a dot."""
        url = QUrl(name)
        size = QSize()
        if url.scheme() == "data":
            size = (self._image(url) or QImage()).size()
        elif not url.scheme() and (path := self._pictures(name)) is not None:
            reader = QImageReader(str(path))
            size = reader.size()
            if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
                size.transpose()
        return size if size.isValid() and not size.isEmpty() else QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for block, rect in self._in_sight():
            if kind := block.blockFormat().stringProperty(preview_dress.BOX):
                self._paint_box(painter, block, rect, kind)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        t, px = theme().tokens, theme().px
        for block, rect in self._in_sight():
            form, after = block.blockFormat(), block.next()
            if form.hasProperty(preview_dress.QUOTE):
                # Letters stand low in a line of fixed height, and so does the bar beside them.
                top, bottom = rect.top() + px(6), rect.bottom() + px(1)
                if after.isValid() and after.blockFormat().hasProperty(preview_dress.QUOTE):
                    bottom = self._rect(after).top() + px(6)
                painter.fillRect(QRectF(px(2), top, px(3), bottom - top), t.line2)
            if form.hasProperty(preview_dress.RULE):
                painter.fillRect(QRectF(0, rect.center().y(), self._column(), 1), t.line2)

    def _paint_box(self, painter: QPainter, block: QTextBlock, rect: QRectF, kind: str) -> None:
        """Paint a box's ground behind one of its blocks, and behind the gap to the next."""
        px, after = theme().px, block.next()
        same = after.blockFormat().stringProperty(preview_dress.BOX) if after.isValid() else ""
        pieces = self._page.piece_of
        number = block.blockNumber()
        first, last = pieces(number)[1] == 0, not same or pieces(number + 1)[1] == 0
        top = rect.top() - (px(8) if first else 0)
        bottom = rect.bottom() + px(8) if last else self._rect(after).top()
        soft, line = preview_dress.box_colours(kind)
        painter.fillRect(QRectF(0, top, self._column(), bottom - top), soft)
        painter.fillRect(QRectF(0, top, px(3), bottom - top), line)

    def _rect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands in the view."""
        layout = self.document().documentLayout()
        return layout.blockBoundingRect(block).translated(0, -self.verticalScrollBar().value())

    def _in_sight(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks that can be seen, and where they stand; one above them, too: its box
        may reach below it."""
        block = self._first_visible()
        block = block.previous() if block.previous().isValid() else block
        while block.isValid():
            rect = self._rect(block)
            if rect.top() > self.viewport().height() + theme().px(12):
                break
            yield block, rect
            block = block.next()


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
