"""What was being said around a moment, from the transcript: read, and taken over by a click."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.transcripts import Cue, cue_at, said_around
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed

_PITCH, _PAD, _TEXT = 20, 5, 52


class Said(QWidget):
    """Pieces of a transcript with their times; the one that is heard at the moment stands out.

    `before` and `after` are how many seconds are shown. `taken` tells the words of a piece that
    was clicked.
    """

    taken = Signal(str)

    def __init__(
        self, before: float = 12, after: float = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before, self._after = before, after
        self._cues: Sequence[Cue] = ()
        self._at: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)

    def show_moment(self, cues: Sequence[Cue], second: float) -> None:
        """Show what was being said around a second of the recording."""
        self._cues = said_around(cues, second, self._before, self._after)
        self._at = cue_at(self._cues, second)
        told = [f"{elapsed(int(cue.start))} {cue.text}" for cue in self._cues]
        self.setAccessibleName(". ".join([self.tr("What was being said"), *told]))
        self._fit()

    def has_words(self) -> bool:
        """Return whether anything was being said."""
        return bool(self._cues)

    def words(self) -> str:
        """Return what was heard at the moment (else first after it)."""
        if not self._cues:
            return ""
        return self._cues[0 if self._at is None else self._at].text

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _wrapped(self, cue: Cue) -> list[str]:
        room = max(self.width() - theme().px(_TEXT + 6), 8)
        return paint.wrapped(cue.text, theme().font(Step.BASE, MEDIUM), room, 6)

    def _heights(self) -> list[int]:
        px = theme().px
        return [px(_PITCH) * len(self._wrapped(cue)) + px(2 * _PAD) for cue in self._cues]

    def _fit(self) -> None:
        self.setFixedHeight(max(sum(self._heights()), 1))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        top = 0.0
        for cue, high in zip(self._cues, self._heights(), strict=True):
            top += high
            if event.position().y() < top:
                self.taken.emit(cue.text)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px, top = theme().tokens, theme().px, 0.0
        for number, (cue, high) in enumerate(zip(self._cues, self._heights(), strict=True)):
            on = number == self._at
            if on:
                paint.band(painter, QRectF(0, top, self.width(), high), px(8), t.accent_soft)
            small = theme().font(Step.SMALL, SEMIBOLD if on else REGULAR, tabular=True)
            row = QRectF(0, top + px(_PAD), px(_TEXT - 10), px(_PITCH))
            time = elapsed(int(cue.start))
            paint.draw_text(painter, row, time, small, t.text2, paint.Align.RIGHT)
            font = theme().font(Step.BASE, MEDIUM if on else REGULAR)
            for at, words in enumerate(self._wrapped(cue)):
                y = top + px(_PAD) + at * px(_PITCH)
                area = QRectF(px(_TEXT), y, self.width() - px(_TEXT + 4), px(_PITCH))
                paint.draw_text(painter, area, words, font, t.text if on else t.text2)
            top += high
