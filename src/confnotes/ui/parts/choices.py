"""Switches, check boxes, radio rows, stars and tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.choice import Intent
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import KEYBOARD, Pressable
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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

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
            paint.focus_ring(painter, rect, px(8))
        font = theme().font(Step.BASE, SEMIBOLD if self.isChecked() else REGULAR)
        words = rect.adjusted(px(26), 0, 0, 0)
        used = paint.draw_text(painter, words, self.text(), font, t.text)
        rest = words.adjusted(used + px(8), 0, 0, 0)
        paint.draw_text(painter, rest, self.meaning, theme().font(Step.SMALL), t.text2)


class Stars(QWidget):
    """A rating of one to five stars: click, arrows, 1-5; 0, Delete or a second click clears.

    `rated` tells the new rating (None: none).
    """

    rated = Signal(object)

    def __init__(self, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = None
        self._size = size
        self._hover = 0
        self.ring = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self._say()

    def rating(self) -> int | None:
        """Return the rating shown (None: none)."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show a rating without telling it."""
        self._rating = rating
        self._say()
        self.update()

    def _say(self) -> None:
        name = self.tr("Rating: {n} of 5").format(n=self._rating) if self._rating else ""
        self.setAccessibleName(name or self.tr("Rating: none"))

    def _rate(self, rating: int | None) -> None:
        if rating != self._rating:
            self.set_rating(rating)
            self.rated.emit(rating)

    def _step(self) -> int:
        return theme().px(self._size) + theme().px(4)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(5 * self._step() + px(4), px(self._size) + px(8))

    def _at(self, x: float) -> int:
        return min(max(int((x - theme().px(4)) // self._step()) + 1, 1), 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            star = self._at(event.position().x())
            self._rate(None if star == self._rating else star)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position().x())
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hover = 0
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = Qt.Key(event.key()), self._rating or 0
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._rate(min(now + 1, 5))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._rate(now - 1 or None if now else None)
        elif event.text() in tuple("12345"):
            self._rate(int(event.text()))
        elif event.text() == "0" or key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._rate(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        if self.ring:
            paint.focus_ring(painter, QRectF(self.rect()), px(8))
        shown = self._hover if self._hover and self.isEnabled() else self._rating or 0
        paint.draw_stars(painter, px(4), self.height() / 2, px(self._size), shown, gap=px(4))


class _Tab(Pressable):
    """One tab: words (over a second line), a count in a pill, an underline when it is open."""

    def __init__(self, words: str, below: str, count: str, height: int) -> None:
        super().__init__(words)
        self.below, self.count, self._height = below, count, height
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _step(self) -> Step:
        return Step.NOTE if self.below else Step.BASE

    def sizeHint(self) -> QSize:
        px = theme().px
        wide = paint.width(self.text(), theme().font(self._step(), SEMIBOLD, tabular=True))
        wide += px(8) + paint.pill_width(self.count) if self.count else 0
        return QSize(
            round(max(wide, paint.width(self.below, theme().font(Step.SMALL)))) + 2,
            px(self._height),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, on = QRectF(self.rect()), self.isChecked()
        ink = t.text if on or self.hovered else t.text2
        font = theme().font(self._step(), SEMIBOLD if on else MEDIUM, tabular=True)
        top = rect
        if self.below:
            top = QRectF(0, px(13), rect.width(), px(21))
            low = QRectF(0, px(34), rect.width(), px(18))
            role = t.accent if on else t.text2
            paint.draw_text(painter, low, self.below, theme().font(Step.SMALL), role)
        used = paint.draw_text(painter, top, self.text(), font, ink)
        if self.count:
            tone = paint.Tone.SOFT if on else paint.Tone.PLAIN
            paint.draw_pill(painter, used + px(8), top.center().y(), self.count, tone)
        if on:
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), t.accent)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(0, 6, 0, -6), px(6))


class Tabs(QWidget):
    """A row of tabs; `chosen` tells the key. `set_tabs([(key, words, below, count)])`."""

    chosen = Signal(object)

    def __init__(
        self, name: str, *, height: int = 48, gap: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._height, self._gap = height, gap
        self._tabs: dict[object, _Tab] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self._row.setSpacing(theme().px(self._gap))

    def set_tabs(self, tabs: Sequence[tuple[object, str, str, str]]) -> None:
        """Show these tabs, (key, words, words below, count); the open one stays open."""
        if [key for key, *_ in tabs] != list(self._tabs):
            self._build(tabs)
        for key, words, below, count in tabs:
            tab = self._tabs[key]
            tab.setText(words)
            tab.below, tab.count = below, count
            tab.setAccessibleName(" ".join(part for part in (words, below, count) if part))
            tab.refit()

    def _build(self, tabs: Sequence[tuple[object, str, str, str]]) -> None:
        was = self.key()
        for old in self._tabs.values():
            old.hide()
            self._row.removeWidget(old)
            old.deleteLater()
        self._tabs = {}
        for key, words, below, count in tabs:
            tab = _Tab(words, below, count, self._height)
            tab.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._tabs[key] = tab
            self._row.addWidget(tab)
        if was is not None:
            self.set_key(was)

    def key(self) -> object:
        """Return the key of the open tab (None: none is open)."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), None)

    def keys(self) -> list[object]:
        """Return the keys in order."""
        return list(self._tabs)

    def set_key(self, key: object) -> None:
        """Show a tab as open, without telling."""
        if key in self._tabs:
            self._tabs[key].setChecked(True)

    def tab(self, key: object) -> Pressable:
        """Return the button of a tab."""
        return self._tabs[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        keys = list(self._tabs)
        if step is None or not keys or self.key() is None:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(self.key()) + step) % len(keys)]
        self._tabs[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._tabs[key].click()
