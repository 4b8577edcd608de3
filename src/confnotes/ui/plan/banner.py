"""A card above the programme: what became of it, and one button for it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD, theme


class Banner(QWidget):
    """Never takes the focus by itself. `pressed`: the button was."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = Label("", weight=SEMIBOLD, icon="refresh")
        self.words = Label("", role="text2")
        self.action = Button("", Look.SOFT, height=28)
        self.shut = IconButton("close", self.tr("Put away"), size=28, icon_size=14)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.action)
        self._row.addWidget(self.shut)
        self.action.clicked.connect(self.pressed)
        self.shut.clicked.connect(self.hide)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self.setFixedHeight(px(60))
        self._row.setContentsMargins(px(38), px(12), px(24), px(4))
        self._row.setSpacing(px(10))

    def say(self, title: str, words: str, action: str = "", *, icon: str = "refresh") -> None:
        """Show it, and tell whoever listens to the screen; without `action` there is no button."""
        self.title.icon_name = icon
        self.title.update()
        self.title.setText(title)
        self.words.setText(words)
        self.action.set_words(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {words}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, px = theme().tokens, theme().px
        card = QRectF(self.rect()).adjusted(px(24), px(12), -px(20), -px(4))
        paint.band(QPainter(self), card, px(8), t.accent_soft)
