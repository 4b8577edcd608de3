"""Buttons: one base that knows its states, and the four kinds of look.md."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from confnotes.domain.choice import Intent
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
"""The reasons of focus that show a ring: Qt also focuses the first button of a new window."""


class Pressable(QAbstractButton):
    """A button that paints itself: knows hover, press and whether its focus shows a ring."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme().changed.connect(self.refit)

    def refit(self) -> None:
        """Take new measures after the theme moved."""
        self.updateGeometry()
        self.update()

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Look(Enum):
    """The kinds of button: PRIMARY is filled, and the only one of its window."""

    PRIMARY = "primary"
    DEFAULT = "default"
    SOFT = "soft"
    GHOST = "ghost"
    DANGER = "danger"


class Button(Pressable):
    """A button with words, maybe an icon before them and a quiet hint (a chord) after them."""

    def __init__(
        self,
        text: str,
        look: Look = Look.DEFAULT,
        *,
        icon: str = "",
        trailing: str = "",
        hint: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.look = look
        self.icon_name = icon
        self.trailing = trailing
        self.hint = hint
        self._height = height
        self.left_aligned = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Change the kind of button."""
        self.look = look
        self.update()

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Change words (and icon)."""
        self.setText(text)
        if icon is not None:
            self.icon_name = icon
        self.refit()

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(round(self._content()) + px(24), px(self._height))

    def _content(self) -> float:
        px = theme().px
        wide = paint.width(self.text(), theme().font(Step.BASE, MEDIUM))
        wide += px(24) if self.icon_name else 0
        wide += px(22) if self.trailing else 0
        if self.hint:
            wide += px(8) + paint.width(self.hint, theme().font(Step.CAPTION))
        return wide + 1

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return (fill, frame, ink) of the state it is in."""
        t = theme().tokens
        hover, press = self.hovered, self.isDown() and self.isEnabled()
        over = t.press if press else t.hover if hover else None
        if not self.isEnabled():
            filled = {Look.PRIMARY: t.press, Look.SOFT: t.accent_soft, Look.DEFAULT: t.surface}
            frame = t.line if self.look is Look.DEFAULT else None
            return filled.get(self.look), frame, t.disabled
        match self.look:
            case Look.PRIMARY:
                return t.accent_hover if hover or press else t.accent, None, t.on_accent
            case Look.SOFT:
                return t.accent_soft2 if hover or press else t.accent_soft, None, t.accent
            case Look.GHOST:
                return over, None, t.text
            case Look.DANGER:
                return t.red_soft if hover or press else t.surface, t.red_line, t.red
        return over or t.surface, t.line2, t.text

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, radius = QRectF(self.rect()), float(px(8))
        fill, frame, ink = self._colours()
        focused = self.ring and self.hasFocus()
        if fill is not None or frame is not None:
            paint.band(painter, rect, radius, fill, None if focused else frame)
        if focused:
            paint.focus_ring(
                painter, rect, radius, t.on_accent if self.look is Look.PRIMARY else None
            )
        self._paint_content(painter, rect, ink)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        t, px = theme().tokens, theme().px
        content = min(self._content(), rect.width() - px(16))
        left = rect.left() + px(12)
        if not self.left_aligned:
            left = rect.left() + (rect.width() - content) / 2
        right = left + content
        quiet = self.isEnabled() and self.look in (Look.DEFAULT, Look.GHOST)
        if self.icon_name:
            side = px(16)
            box = QRectF(left, rect.center().y() - side / 2, side, side)
            paint.paint_icon(painter, self.icon_name, box, t.text2 if quiet else ink)
            left += px(24)
        if self.trailing:
            side = px(14)
            box = QRectF(right - side, rect.center().y() - side / 2, side, side)
            paint.paint_icon(painter, self.trailing, box, t.text2 if quiet else ink)
            right -= px(22)
        if self.hint:
            font = theme().font(Step.CAPTION)
            wide = paint.width(self.hint, font)
            box = QRectF(right - wide, rect.top(), wide + 1, rect.height())
            paint.draw_text(painter, box, self.hint, font, t.text3 if quiet else ink)
            right -= wide + px(8)
        box = QRectF(left, rect.top(), max(right - left, 0) + 1, rect.height())
        paint.draw_text(painter, box, self.text(), theme().font(Step.BASE, MEDIUM), ink)


class ToggleButton(Button):
    """A quiet button that is lit while it holds."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, Look.GHOST, icon=icon, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.set_look(Look.SOFT if on else Look.GHOST))


class IconButton(Pressable):
    """A square button with an icon alone; its words are its accessible name and tool tip."""

    def __init__(
        self,
        icon: str,
        words: str,
        *,
        size: int = 32,
        icon_size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.icon_name = icon
        self.count = ""
        self.count_tone = paint.Tone.SOFT
        self.lit = False
        self._size = size
        self._icon_size = icon_size
        self.set_words(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say what it does, to tool tip and screen reader."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def set_count(self, count: str, tone: paint.Tone = paint.Tone.SOFT) -> None:
        """Show a small count at its corner ("" for none)."""
        self.count, self.count_tone = count, tone
        self.update()

    def set_lit(self, lit: bool) -> None:
        """Show it as open or in force."""
        self.lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if self.lit or self.hovered:
            fill = t.press if self.isDown() else t.accent_soft if self.lit else t.hover
            paint.band(painter, rect, px(8), fill)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        side = px(self._icon_size)
        centre = rect.center()
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        ink = t.accent if self.lit else t.text2 if self.isEnabled() else t.disabled
        paint.paint_icon(painter, self.icon_name, box, ink)
        if self.count:
            wide = paint.pill_width(self.count)
            at = QPointF(rect.right() - wide, rect.bottom() - px(8))
            paint.draw_pill(painter, at.x(), at.y(), self.count, self.count_tone)


class ChoiceButton(Pressable):
    """A choice mark with words beside it, as in the row of co-located events.

    `clicked` means the next state is asked for; the owner sets it once it is saved.
    """

    def __init__(
        self, text: str, intent: Intent = Intent.NONE, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.intent = intent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_intent(self, intent: Intent) -> None:
        """Show a state."""
        self.intent = intent
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        wide = paint.width(self.text(), theme().font(Step.BASE, SEMIBOLD))
        return QSize(round(min(wide, px(260))) + px(48), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, radius = QRectF(self.rect()), float(px(8))
        draw_choice_frame(painter, rect, self.intent, hover=self.hovered)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, radius)
        side = px(16)
        box = QRectF(rect.left() + px(10), rect.center().y() - side / 2, side, side)
        paint.draw_choice(painter, box, self.intent)
        weight = SEMIBOLD if self.intent is Intent.GOING else MEDIUM
        words = rect.adjusted(px(34), 0, -px(10), 0)
        paint.draw_text(painter, words, self.text(), theme().font(Step.BASE, weight), t.text)


def draw_choice_frame(
    painter: QPainter, rect: QRectF, intent: Intent, *, hover: bool = False, radius: float = 8
) -> None:
    """Paint the card of a chosen thing: plain, dashed (considered) or soft (going)."""
    t = theme().tokens
    corner = theme().px(radius)
    if intent is Intent.GOING:
        fill = t.accent_soft2 if hover else t.accent_soft
        paint.band(painter, rect, corner, fill, t.accent_line, width=1.2)
    elif intent is Intent.CONSIDERED:
        fill = t.hover if hover else t.surface
        paint.band(painter, rect, corner, fill, t.accent_line, width=1.2, dashed=True)
    else:
        paint.band(painter, rect, corner, t.hover if hover else t.surface, t.line)
