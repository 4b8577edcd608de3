"""Switches, check boxes and radio rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.choice import Intent
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.order import enter_at_chosen
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class _Segment(Pressable):
    """One position of a segmented switch."""

    def __init__(self, words: str, icon: str, intent: Intent | None) -> None:
        super().__init__(words)
        self.icon_name, self.intent = icon, intent
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme().px
        wide = paint.width(self.text(), theme().font(Step.BASE, MEDIUM)) + px(24) + 1
        wide += px(22) if self.icon_name or self.intent is not None else 0
        return QSize(round(wide), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, on = QRectF(self.rect()), self.isChecked()
        if on:
            fill = t.press if t.dark else t.surface
            paint.band(painter, rect, px(7), fill, t.line2 if t.dark else t.line)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(7))
        ink = t.disabled if not self.isEnabled() else t.text if on or self.hovered else t.text2
        lead = px(22) if self.icon_name or self.intent is not None else 0
        font = theme().font(Step.BASE, MEDIUM)
        wide = paint.width(self.text(), font) + lead
        left = rect.left() + max((rect.width() - wide) / 2, px(6))
        side = px(16)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        if self.intent is not None:
            paint.draw_choice(painter, box, self.intent, dim=not self.isEnabled())
        elif self.icon_name:
            paint.paint_icon(painter, self.icon_name, box, t.accent if on else t.text2)
        words = QRectF(left + lead, rect.top(), rect.right() - left - lead, rect.height())
        paint.draw_text(painter, words, self.text(), font, ink)


class Segmented(QWidget):
    """A switch between a few things side by side; `chosen` tells the key. Arrows move it.

    An option is (key, words), (key, words, icon) or (key, words, Intent).
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[object, str] | tuple[object, str, str | Intent]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._segments: dict[object, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setSpacing(2)
        for option in options:
            sign = option[2] if len(option) > 2 else ""
            intent = sign if isinstance(sign, Intent) else None
            segment = _Segment(option[1], "" if isinstance(sign, Intent) else sign, intent)
            segment.setAccessibleName(f"{name}: {option[1]}")
            segment.clicked.connect(lambda _on=False, key=option[0]: self.chosen.emit(key))
            self._segments[option[0]] = segment
            self._group.addButton(segment)
            self._row.addWidget(segment)
            segment.toggled.connect(self._enter)
        self._enter()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

    def _enter(self, _on: bool = False) -> None:
        enter_at_chosen(self.members())

    def members(self) -> list[Pressable]:
        """Return the buttons in order."""
        return list(self._segments.values())

    def key(self) -> object:
        """Return the key in force (None: none is)."""
        return next((key for key, seg in self._segments.items() if seg.isChecked()), None)

    def set_key(self, key: object) -> None:
        """Show a key as in force, without telling; one that is not there switches all off."""
        self._group.setExclusive(False)
        for other, segment in self._segments.items():
            segment.setChecked(other == key)
        self._group.setExclusive(True)

    def segment(self, key: object) -> Pressable:
        """Return the button of a key."""
        return self._segments[key]

    def set_words(self, key: object, words: str) -> None:
        """Change the words of one position."""
        self._segments[key].setText(words)
        self._segments[key].refit()

    def _refit(self) -> None:
        edge = theme().px(2)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme().tokens
        fill = t.rail if t.dark else t.press
        paint.band(QPainter(self), QRectF(self.rect()), theme().px(8), fill)


class CheckBox(Pressable):
    """A check box with words beside it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme().px
        words = paint.width(self.text(), theme().font()) + px(10) if self.text() else 0
        return QSize(round(words) + px(24), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, side = QRectF(self.rect()), px(16)
        box = QRectF(px(4), rect.center().y() - side / 2, side, side)
        if self.hovered:
            paint.band(painter, box.adjusted(-4, -4, 4, 4), px(8), t.hover)
        paint.draw_check(painter, box, on=self.isChecked(), enabled=self.isEnabled())
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        ink = t.text if self.isEnabled() else t.disabled
        words = rect.adjusted(px(30), 0, 0, 0)
        paint.draw_text(painter, words, self.text(), theme().font(), ink)


class RadioRow(Pressable):
    """A radio mark, words, and quiet words that say what it would mean."""

    def __init__(self, text: str, meaning: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.meaning = meaning
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, side = QRectF(self.rect()), px(16)
        if self.hovered:
            paint.band(painter, rect.adjusted(-px(0), 2, 0, -2), px(8), t.accent_soft2)
        box = QRectF(px(0), rect.center().y() - side / 2, side, side)
        paint.draw_radio(painter, box, on=self.isChecked())
        if self.ring and self.hasFocus():
            beside = rect.adjusted(side + px(4), 1, 0, -1)  # never through the circle
            paint.focus_ring(painter, beside, px(8))
        font = theme().font(Step.BASE, SEMIBOLD if self.isChecked() else REGULAR)
        words = rect.adjusted(px(26), 0, 0, 0)
        used = paint.draw_text(painter, words, self.text(), font, t.text)
        rest = words.adjusted(used + px(8), 0, 0, 0)
        paint.draw_text(painter, rest, self.meaning, theme().font(Step.SMALL), t.text2)
