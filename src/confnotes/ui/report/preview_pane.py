"""The preview: what the article will look like, on its sheet, with links that show first."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report.preview_browser import Pictures, PreviewBrowser


class PreviewPane(Ground):
    """Head, sheet, and at the foot where a link leads before it is opened."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.title = Label(self.tr("Preview"), Step.SMALL, SEMIBOLD, "text2")
        self.note = Label("", Step.SMALL, role="amber", icon="clock")
        self.note.hide()
        self.browser = PreviewBrowser(pictures)
        self.sheet = _Sheet(self.browser)
        self.link = LinkBar(open_address)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.note)
        self._body = QHBoxLayout()
        self._body.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._body, 1)
        column.addWidget(self.link)
        self.browser.link.connect(self.link.ask)
        self.setFocusProxy(self.browser)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._head.setContentsMargins(px(24), px(14), px(24), px(14))
        self._body.setContentsMargins(px(20), 0, px(20), 0)
        self.title.setFixedHeight(px(20))

    def show_target(self, name: str) -> None:
        """Say whose manner the preview is in."""
        self.title.setText(self.tr("Preview · {target}").format(target=name))

    def show_slow(self, slow: bool) -> None:
        """Say that the preview is behind what is written."""
        self.note.setText(self.tr("still being set"))
        self.note.setVisible(slow)


def open_address(url: str) -> None:
    """Open an address in the person's browser."""
    QDesktopServices.openUrl(QUrl(url))


class _Sheet(QWidget):
    """The page: only its top corners show, it goes on below."""

    def __init__(self, browser: PreviewBrowser) -> None:
        super().__init__()
        self._browser = browser
        self._column = QVBoxLayout(self)
        self._column.addWidget(browser)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(36), px(28), px(8), 0)
        self._browser.set_margin(px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, radius = theme().tokens, float(theme().px(10))
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        rect = QRectF(self.rect()).adjusted(0, 0, 0, 2 * radius)
        paint.band(painter, rect, radius, t.surface, t.line)


class LinkBar(Ground):
    """Shows where a link leads; Enter opens it, Escape puts the bar away."""

    def __init__(self, open_it: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__("canvas", "t", parent)
        self._open_it = open_it
        self._url = ""
        self.address = Label("", Step.SMALL, role="text", icon="globe")
        self.open = Button(self.tr("Open in the browser"), Look.DEFAULT, height=28)
        self.shut = IconButton("close", self.tr("Put away"), size=28, icon_size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(24), theme().px(6), theme().px(12), theme().px(6))
        row.addWidget(self.address, 1)
        row.addWidget(self.open)
        row.addWidget(self.shut)
        self.open.clicked.connect(self._go)
        self.shut.clicked.connect(self.hide)
        self.hide()

    def ask(self, url: str) -> None:
        """Show an address and wait."""
        self._url = url
        self.address.setText(url)
        self.address.setToolTip(url)
        self.show()
        self.open.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        self.hide()
        self._open_it(self._url)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
