"""A drawer at the foot of the text: a head that opens and closes it, and what is in it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

HEAD = 38


class _Head(Pressable):
    """Title, a quiet note after it, and an arrow that says what a press does."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.note = ""
        self.opened = False
        self.setFocusPolicy(self.focusPolicy())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        words = rect.adjusted(px(28), 0, -px(48), 0)
        font = theme().font(Step.SMALL, SEMIBOLD)
        ink = t.text if self.hovered else t.text2
        used = paint.draw_text(painter, words, self.text(), font, ink)
        rest = words.adjusted(used + px(8), 0, 0, 0)
        paint.draw_text(painter, rest, self.note, theme().font(Step.SMALL), t.text2)
        side = px(14)
        box = QRectF(rect.right() - px(28) - side / 2, rect.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "chevron_down" if self.opened else "chevron_up", box, t.text2)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(px(16), 4, -px(12), -4), px(8))


class Drawer(Ground):
    """Closed at first; `toggled` tells that it was opened or closed."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "t", parent)
        self.head = _Head(title)
        self.body = body
        body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(body)
        self.head.clicked.connect(lambda: self.set_open(not self.head.opened))
        self._say()

    @property
    def opened(self) -> bool:
        """Whether it is open."""
        return self.head.opened

    def set_title(self, title: str, note: str = "") -> None:
        """Name it."""
        self.head.setText(title)
        self.head.note = note
        self._say()
        self.head.update()

    def set_open(self, opened: bool) -> None:
        """Open or close it."""
        if opened != self.head.opened:
            self.head.opened = opened
            self.body.setVisible(opened)
            self.head.update()
            self._say()
            self.toggled.emit(opened)

    def _say(self) -> None:
        state = self.tr("open") if self.head.opened else self.tr("closed")
        self.head.setAccessibleName(f"{self.head.text()} {self.head.note} ({state})")
