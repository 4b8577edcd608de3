"""Rows of the panel of names: a form one can choose, and a place one can leave out."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.names import Form
from confnotes.services.names import NamePlace
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.theme import REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import names_words
from confnotes.ui.review.names_list import digit

_HIGH, _PITCH, _MOST = 36, 20, 4


class FormRow(Pressable):
    """A way to write a name; its number on the keyboard at the right (0: none). `digit(n)`."""

    digit = Signal(int)

    def __init__(self, form: Form, number: int, parent: QWidget | None = None) -> None:
        super().__init__(form.text, parent)
        self.form, self.number = form, number
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(form.text)
        self.setAccessibleDescription(names_words.meaning(form))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if number is None:
            super().keyPressEvent(event)
        else:
            self.digit.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, side, on = QRectF(self.rect()), px(16), self.isChecked()
        if on:
            paint.band(painter, rect, px(8), t.accent_soft)
        elif self.hovered:
            paint.band(painter, rect, px(8), t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        box = QRectF(px(10), rect.center().y() - side / 2, side, side)
        paint.draw_radio(painter, box, on=on)
        right = rect.right() - px(10)
        if self.number:
            key, font = str(self.number), theme().font(Step.CAPTION, tabular=True)
            cap = QRectF(right - px(18), rect.center().y() - px(9), px(18), px(18))
            paint.band(painter, cap, px(4), None, t.line2)
            paint.draw_text(painter, cap, key, font, t.text2, paint.Align.CENTRE)
            right = cap.left() - px(8)
        words = QRectF(px(36), rect.top(), right - px(36), rect.height())
        font = theme().font(Step.BASE, SEMIBOLD if on else REGULAR)
        used = paint.draw_text(painter, words, self.text(), font, t.text)
        rest = words.adjusted(used + px(10), 0, 0, 0)
        if rest.width() > px(24):
            meaning = names_words.meaning(self.form)
            paint.draw_text(
                painter, rest, meaning, theme().font(Step.SMALL), t.text2, paint.Align.RIGHT
            )


def broken(text: str, font: QFont, room: float) -> list[tuple[int, str]]:
    """Return a text broken into lines of `room` pixels, each with where it begins."""
    layout = QTextLayout(text, font)
    out: list[tuple[int, str]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        start = line.textStart()
        out.append((start, text[start : start + line.textLength()]))
    layout.endLayout()
    return out or [(0, "")]


class PlaceRow(Pressable):
    """A name in its text, marked; ticked when it is to be corrected. `digit(n)`."""

    digit = Signal(int)

    def __init__(self, place: NamePlace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.place = place
        before, form, after = names_words.around(place)
        self._words = before + form + after
        self._marked = range(len(before), len(before) + len(form))
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(names_words.place_words(place))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.refit()

    def refit(self) -> None:
        """Take the height its words need."""
        px = theme().px
        self.setFixedHeight(px(_PITCH) * (len(self._lines()) + 1) + px(12))
        super().refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit(event)
        if number is None:
            super().keyPressEvent(event)
        else:
            self.digit.emit(number)

    def _lines(self) -> list[tuple[int, str]]:
        room = self.width() - theme().px(36 + 8)
        return broken(self._words, theme().font(Step.BASE), room)[:_MOST]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, font, side = QRectF(self.rect()), theme().font(Step.BASE), px(16)
        if self.hovered:
            paint.band(painter, rect, px(8), t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        box = QRectF(px(10), px(6) + (px(_PITCH) - side) / 2, side, side)
        paint.draw_check(painter, box, on=self.isChecked())
        ink = t.text if self.isChecked() else t.text3
        top = float(px(6))
        for start, words in self._lines():
            row = QRectF(px(36), top, rect.width() - px(36), px(_PITCH))
            first = max(self._marked.start - start, 0)
            last = min(self._marked.stop - start, len(words))
            paint.draw_text(painter, row, words.rstrip(), font, ink)
            if first < last:
                left = row.left() + paint.width(words[:first], font)
                wide = paint.width(words[first:last], font)
                mark = QRectF(left - 1, top + px(1), wide + 2, px(_PITCH) - px(2))
                paint.band(painter, mark, px(3), t.mark)
                inner = QRectF(left, top, wide + 1, px(_PITCH))
                paint.draw_text(painter, inner, words[first:last], font, t.on_mark)
            top += px(_PITCH)
        where = QRectF(px(36), top, rect.width() - px(36 + 8), px(_PITCH))
        small = theme().font(Step.SMALL)
        paint.draw_text(painter, where, names_words.place_words(self.place), small, t.text2)
