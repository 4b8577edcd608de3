"""The key to the marks with what is typed for them and their chords; a click marks the line."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.notes import LineKind, signs_of
from confnotes.ui.notes.actions import CHORDS
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_SPACE = "␣"
_CHORD = 48  # the room of a chord, so that what is typed stands in one column


class MarkButton(Pressable):
    """One mark: badge, words, what is typed for it, chord."""

    def __init__(self, kind: LineKind, parent: QWidget | None = None) -> None:
        super().__init__(line_words(kind), parent)
        self.kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.signs = " ".join(sign.replace(" ", _SPACE) for sign in signs_of(kind))
        words = self._said()
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _said(self) -> str:
        mark, chord = self.text(), CHORDS[self.kind]
        if not self.signs:
            return f"{mark} ({chord})"
        said = self.tr("{mark} ({chord}), or {signs} typed at the line's start; ␣ is a space")
        return said.format(mark=mark, chord=chord, signs=self.signs)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if self.hovered:
            paint.band(painter, rect, px(6), t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(6))
        side = px(20)
        inner = rect.adjusted(px(8), 0, -px(8), 0)
        draw_badge(
            painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), self.kind
        )
        words = inner.adjusted(side + px(10), 0, 0, 0)
        chord, font = CHORDS[self.kind], theme().font(Step.CAPTION)
        paint.draw_text(painter, inner, chord, font, t.text3, paint.Align.RIGHT)
        typed = inner.adjusted(0, 0, -px(_CHORD), 0)
        wide = paint.width(self.signs, font)
        paint.draw_text(painter, typed, self.signs, font, t.text2, paint.Align.RIGHT)
        words.setRight(typed.right() - wide - px(6))
        paint.draw_text(painter, words, self.text(), theme().font(Step.SMALL), t.text)


class Legend(QWidget):
    """All marks; `pressed(LineKind)`."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.title = Label(self.tr("Marks"), Step.SMALL, SEMIBOLD, "text2")
        self._title_row = QVBoxLayout()
        self._title_row.addWidget(self.title)
        self._column.addLayout(self._title_row)
        self.buttons = {kind: MarkButton(kind) for kind in LINE_WORDS}
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.pressed.emit(kind))
            self._column.addWidget(button)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(12), px(8), px(8), px(12))
        self._column.setSpacing(0)
        self._title_row.setContentsMargins(px(8), 0, 0, px(4))
