"""Focus mode: what stays when only the editor is left. How far the talk is, and the way back."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.ui.notes.agenda_delegate import left_over
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.rows import INDENT, LEFT
from confnotes.ui.parts import paint
from confnotes.ui.parts.labels import KeyCap, Label
from confnotes.ui.parts.theme import REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed

COLUMN = 784
"""The width of the editor while it is alone, in pixels at the base text size."""
_HIGH, _SIDE = 112, 80


def margin(width: int) -> int:
    """Return the room at each side of the editor in a sheet that is `width` pixels wide."""
    return max((width - theme().px(COLUMN)) // 2, 0)


class FocusHead(QWidget):
    """The title over the text, the time the talk has taken at the right, its line at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ""
        self._elapsed = ""
        self._left = ""
        self._part: float | None = None
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFixedHeight(theme().px(_HIGH))

    def show_session(self, title: str, moments: Moments, now: datetime) -> None:
        """Show a session as it is now; before and long after it there are no times."""
        self._title = title
        self._elapsed = self._left = ""
        self._part = None
        zero, length = moments.zero, moments.length
        seconds = -1 if zero is None else int((now - zero).total_seconds())
        if seconds >= 0 and (length is None or seconds < 2 * max(length, 1)):
            self._elapsed = elapsed(seconds)
            if length:
                self._part = min(seconds / length, 1)
                self._left = left_over((length - seconds) // 60) if seconds < length else ""
        self.setAccessibleName(", ".join(p for p in (title, self._elapsed, self._left) if p))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        if self._part is not None:
            bar = QRectF(0, 0, self.width(), 3)
            painter.fillRect(bar, t.press)
            bar.setWidth(bar.width() * self._part)
            painter.fillRect(bar, t.accent)
        side = min(px(_SIDE), max(margin(self.width()), px(32)))
        right = float(self.width() - side)
        big = theme().font(Step.DISPLAY, REGULAR, tabular=True)
        wide = paint.width(self._elapsed, big) + 1 if self._elapsed else 0
        if self._elapsed:
            times = QRectF(right - wide, px(30), wide, px(40))
            paint.draw_text(painter, times, self._elapsed, big, t.accent)
            below = QRectF(right - px(200), px(66), px(200), px(19))
            small = theme().font(Step.SMALL)
            paint.draw_text(painter, below, self._left, small, t.text2, paint.Align.RIGHT)
        # The editor's margins grow with the text too: the title stands over the words.
        left = margin(self.width()) + px(LEFT + INDENT)
        title = QRectF(left, px(42), right - wide - px(24) - left, px(21))
        paint.draw_text(painter, title, self._title, theme().font(Step.BASE, SEMIBOLD), t.text2)


class FocusFoot(QWidget):
    """Whether all is saved, and the key that leads back (a click does too)."""

    left = Signal()

    def __init__(self, chord: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.saved = Label("", Step.SMALL, role="text2", icon="check", tabular=True)
        self.key = KeyCap(chord)
        self.words = Label(self.tr("leads back"), Step.SMALL, role="text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.saved)
        self._row.addStretch(1)
        self._row.addWidget(self.key)
        self._row.addWidget(self.words)
        self.saved.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self.setFixedHeight(px(56))
        self._row.setSpacing(px(8))
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Stand below the words of a sheet that is `width` pixels wide."""
        px = theme().px
        side = min(px(_SIDE), max(margin(width), px(32)))
        self._row.setContentsMargins(margin(width) + px(LEFT + INDENT), 0, side, px(10))

    def set_saved(self, time: str) -> None:
        """Say when the file last took all ("14:32:07")."""
        self.saved.setText(self.tr("Saved {time}").format(time=time))
        self.saved.setVisible(bool(time))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.key.x():
            self.left.emit()
