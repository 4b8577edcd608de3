"""The heads of the rooms above the grid: they stay where they are while the day scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class RoomHeads(QWidget):
    """Names over their columns; `stepped` asks for the rooms before (-1) or after (1)."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rooms: list[tuple[str, float, float]] = []
        self.setAccessibleName(self.tr("Rooms"))
        self.back = IconButton("chevron_left", self.tr("Rooms before"), size=26, icon_size=16)
        self.on = IconButton("chevron_right", self.tr("Rooms after"), size=26, icon_size=16)
        for button, step in ((self.back, -1), (self.on, 1)):
            button.setParent(self)
            button.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
        self._place()
        theme().changed.connect(self._place)

    def show_rooms(
        self, rooms: Sequence[tuple[str, float, float]], *, back: bool, on: bool
    ) -> None:
        """Show (name, left, width) of rooms; whether there are more at each side."""
        self._rooms = list(rooms)
        self.setAccessibleDescription(", ".join(name for name, _left, _wide in rooms if name))
        for button, more in ((self.back, back), (self.on, on)):
            button.setEnabled(more)
            button.setVisible(back or on)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side, px = theme().px(26), theme().px
        top = (self.height() - side) // 2
        self.back.setGeometry(px(10), top, side, side)
        self.on.setGeometry(px(10) + side, top, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), t.line)
        font = theme().font(Step.BASE, SEMIBOLD)
        for name, left, wide in self._rooms:
            room = QRectF(left + px(12), 0, wide - px(12), self.height())
            if room.width() > px(8):
                words = name or self.tr("No room")
                paint.draw_text(painter, room, words, font, t.text2 if name else t.text3)
