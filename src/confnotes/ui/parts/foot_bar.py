"""A quiet bar at the sheet's foot: what was just done or could be done, and one button for it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import KeyCap, Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step


class FootBar(QWidget):
    """Never takes the focus by itself. `pressed`: do it; `closed`: it was put away."""

    pressed = Signal()
    closed = Signal()

    def __init__(self, icon: str, action: str, chord: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = Label("", Step.BASE, icon=icon)
        self.action = Button(action, Look.GHOST, height=28)
        self.key = KeyCap(chord)
        self.shut = IconButton("close", self.tr("Put away"), size=28, icon_size=14)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.action)
        self._row.addWidget(self.key)
        self._row.addWidget(self.shut)
        self.action.clicked.connect(self.pressed)
        self.shut.clicked.connect(self.put_away)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self.setFixedHeight(px(44))
        self._row.setContentsMargins(px(32), px(6), px(20), px(6))
        self._row.setSpacing(px(8))

    def say(self, words: str, action: str = "") -> None:
        """Show it with these words, and tell whoever listens to the screen."""
        self.words.setText(words)
        if action:
            self.action.set_words(action)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def put_away(self) -> None:
        """Hide it for good."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        band = QRectF(self.rect()).adjusted(px(20), px(2), -px(12), -px(4))
        paint.band(painter, band, px(8), t.sunken, t.line)
