"""Labels on the common baseline, wrapped labels, pills, badges and hairlines."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.notes import LineKind
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.paint import Align, Tone
from confnotes.ui.parts.theme import REGULAR, theme
from confnotes.ui.parts.tokens import Step


class Label(QWidget):
    """One line of text on the common baseline, elided; an icon before it if it has one."""

    def __init__(
        self,
        text: str = "",
        step: Step = Step.BASE,
        weight: int = REGULAR,
        role: str = "text",
        *,
        icon: str = "",
        tabular: bool = False,
        align: Align = Align.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self.step, self.weight, self.role = text, step, weight, role
        self.icon_name, self.tabular, self.align = icon, tabular, align
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._refit)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._refit()

    def set_role(self, role: str) -> None:
        """Take another colour of the table."""
        self.role = role
        self.update()

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()

    def _lead(self) -> int:
        return theme().px(22) if self.icon_name else 0

    def sizeHint(self) -> QSize:
        font = theme().font(self.step, self.weight, tabular=self.tabular)
        wide = round(paint.width(self._text, font)) + 2 + self._lead()
        return QSize(wide, theme().px(self.step.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(24)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme().tokens
        colour = getattr(tokens, self.role) if self.isEnabled() else tokens.disabled
        rect = QRectF(self.rect())
        if self.icon_name:
            side = theme().px(16)
            box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            paint.paint_icon(painter, self.icon_name, box, colour)
        font = theme().font(self.step, self.weight, tabular=self.tabular)
        paint.draw_text(
            painter, rect.adjusted(self._lead(), 0, 0, 0), self._text, font, colour, self.align
        )


class WrapLabel(QWidget):
    """Text over several lines of one height, whatever its glyphs (Qt's own lines jump where kanji
    stand among Latin). It sets its height when its width changes, because plain widgets in
    between do not pass height-for-width on to their layouts."""

    def __init__(
        self,
        text: str = "",
        step: Step = Step.BASE,
        weight: int = REGULAR,
        role: str = "text",
        *,
        most: int = 0,
        align: Align = Align.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.step, self.weight, self.role = step, weight, role
        self.most, self.align = most, align
        self._text = ""
        self._lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme().changed.connect(self._fit)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()

    def set_role(self, role: str) -> None:
        """Take another colour of the table."""
        self.role = role
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        font = theme().font(self.step, self.weight)
        self._lines = paint.wrapped(self._text, font, max(self.width(), 8), self.most)
        high = theme().px(self.step.line) * max(len(self._lines), 1)
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font(self.step, self.weight)
        tokens, line = theme().tokens, theme().px(self.step.line)
        colour = getattr(tokens, self.role) if self.isEnabled() else tokens.disabled
        for number, words in enumerate(self._lines):
            # Hanging punctuation may stand a pixel out: broken lines are never elided again.
            rect = QRectF(0, number * line, self.width() + font.pixelSize(), line)
            if self.align is not Align.LEFT:
                rect.setWidth(self.width())
            paint.draw_text(painter, rect, words, font, colour, self.align)


class PillLabel(QWidget):
    """A pill as a widget of its own."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self.tone = text, tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Show other words (in another tone)."""
        self._text = text
        self.tone = self.tone if tone is None else tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(paint.pill_width(self._text)) + 1, theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.draw_pill(QPainter(self), 0, self.height() / 2, self._text, self.tone)


class BadgeLabel(QWidget):
    """The badge of a line's kind, 20 wide."""

    def __init__(self, kind: LineKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = theme().px(20)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_badge(QPainter(self), QRectF(self.rect()), self.kind)


class KeyCap(QWidget):
    """The name of a key on its cap."""

    def __init__(self, chord: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chord = chord
        self.setAccessibleName(chord)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        font = theme().font(Step.CAPTION)
        wide = round(paint.width(self._chord, font)) + theme().px(10)
        self.setFixedSize(wide, theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, font = theme().tokens, theme().font(Step.CAPTION)
        rect = QRectF(self.rect())
        paint.band(painter, rect, theme().px(4), None, t.line2)
        paint.draw_text(painter, rect, self._chord, font, t.text2, Align.CENTRE)


class Hairline(QWidget):
    """One line of one pixel between two things."""

    def __init__(
        self, *, vertical: bool = False, role: str = "line", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role = role
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), getattr(theme().tokens, self.role))
