"""Where in the notes a photo comes: between its neighbours, moved by the arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.notes import LineKind
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.buttons import KEYBOARD
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, REGULAR, theme
from confnotes.ui.parts.tokens import Step

ROW = 32


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A line beside the photo: its time into the talk, its kind, its words."""

    time: str
    kind: LineKind
    text: str
    done: bool = False


class LinePlace(QWidget):
    """`stepped` asks to put the photo a line up (-1) or down (1)."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Neighbour | None = None
        self._after: Neighbour | None = None
        self._time = ""
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_place(self, before: Neighbour | None, time: str, after: Neighbour | None) -> None:
        """Show the lines above and below the photo (None: there is none), and its own time."""
        self._before, self._time, self._after = before, time, after
        above = self.tr("at the top") if before is None else self.tr("after “{line}”")
        below = self.tr("at the end") if after is None else self.tr("before “{line}”")
        words = [
            above.format(line=before.text if before is not None else ""),
            below.format(line=after.text if after is not None else ""),
        ]
        self.setAccessibleName(
            self.tr("Place in the notes: {place}").format(place=", ".join(words))
        )
        self.setToolTip(
            self.tr("↑ and ↓ put the photo a line up or down (Ctrl+↑, Ctrl+↓ on the sheet)")
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), 3 * theme().px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // theme().px(ROW)
        if row == 0 and self._before is not None:
            self.stepped.emit(-1)
        elif row == 2 and self._after is not None:
            self.stepped.emit(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        high = px(ROW)
        top = self.tr("the top of the notes")
        end = self.tr("the end of the notes")
        self._paint_line(painter, QRectF(0, 0, self.width(), high), self._before, top)
        mine = QRectF(0, high, self.width(), high)
        paint.band(painter, mine, px(6), t.accent_soft)
        if self._ring and self.hasFocus():
            paint.focus_ring(painter, mine, px(6))
        photo = Neighbour(self._time, LineKind.IMAGE, self.tr("this photo"))
        self._paint_line(painter, mine, photo, "", mine=True)
        self._paint_line(painter, QRectF(0, 2 * high, self.width(), high), self._after, end)

    @staticmethod
    def _paint_line(
        painter: QPainter, rect: QRectF, line: Neighbour | None, nothing: str, *, mine: bool = False
    ) -> None:
        t, px = theme().tokens, theme().px
        font = theme().font(Step.BASE, MEDIUM if mine else REGULAR)
        text = rect.adjusted(px(80), 0, -px(8), 0)
        if line is None:
            paint.draw_text(painter, text, nothing, font, t.text3)
            return
        times = QRectF(rect.left(), rect.top(), px(44), rect.height())
        tabular = theme().font(Step.SMALL, MEDIUM if mine else REGULAR, tabular=True)
        paint.draw_text(
            painter, times, line.time, tabular, t.accent if mine else t.text2, Align.RIGHT
        )
        side = px(18)
        badge = QRectF(rect.left() + px(52), rect.center().y() - side / 2, side, side)
        draw_badge(painter, badge, line.kind, done=line.done)
        paint.draw_text(painter, text, line.text, font, t.text if mine else t.text2)
