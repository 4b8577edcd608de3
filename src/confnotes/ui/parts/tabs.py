"""Tabs: words over a second line, a count in a pill, an underline below the open one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import IconButton, Pressable
from confnotes.ui.parts.order import chain, enter_at_chosen
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_PAD = 6
"""Beside the words of a tab, so that the ring of focus does not touch them."""


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
            round(max(wide, paint.width(self.below, theme().font(Step.SMALL)))) + 2 + 2 * px(_PAD),
            px(self._height),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        whole, on = QRectF(self.rect()), self.isChecked()
        rect = whole.adjusted(px(_PAD), 0, -px(_PAD), 0)
        ink = t.text if on or self.hovered else t.text2
        font = theme().font(self._step(), SEMIBOLD if on else MEDIUM, tabular=True)
        top = rect
        if self.below:
            top = QRectF(rect.left(), px(13), rect.width(), px(21))
            low = QRectF(rect.left(), px(34), rect.width(), px(18))
            role = t.accent if on else t.text2
            paint.draw_text(painter, low, self.below, theme().font(Step.SMALL), role)
        used = paint.draw_text(painter, top, self.text(), font, ink)
        if self.count:
            tone = paint.Tone.SOFT if on else paint.Tone.PLAIN
            paint.draw_pill(painter, rect.left() + used + px(8), top.center().y(), self.count, tone)
        if on:
            painter.fillRect(QRectF(rect.left(), rect.height() - 2, rect.width(), 2), t.accent)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, whole.adjusted(0, 6, 0, -6), px(6))


class Tabs(QWidget):
    """A row of tabs; `chosen` tells the key. `set_tabs([(key, words, below, count)])`."""

    chosen = Signal(object)
    shown = Signal(QWidget)

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

    def high(self) -> int:
        """Return how high the tabs are, in pixels."""
        return theme().px(self._height)

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
            tab.clicked.connect(lambda _on=False, key=key: self._open(key))
            self._tabs[key] = tab
            self._row.addWidget(tab)
            tab.toggled.connect(self._enter)
        chain([self, *self._tabs.values()])  # they are made anew, and would come last of all
        self._enter()
        if was is not None:
            self.set_key(was)

    def _enter(self, _on: bool = False) -> None:
        enter_at_chosen(list(self._tabs.values()))

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
            self.shown.emit(self._tabs[key])

    def _open(self, key: object) -> None:
        self.shown.emit(self._tabs[key])
        self.chosen.emit(key)

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


class TabStrip(QWidget):
    """Tabs in less room than they need: they move under the wheel, two arrows and the keys."""

    def __init__(self, tabs: Tabs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(tabs)
        tabs.setAutoFillBackground(False)
        self._back = IconButton("chevron_left", self.tr("Earlier"), size=24, icon_size=16)
        self._on = IconButton("chevron_right", self.tr("Later"), size=24, icon_size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._back, self._area, self._on):
            row.addWidget(widget)
        self._back.clicked.connect(lambda: self._move(-1))
        self._on.clicked.connect(lambda: self._move(1))
        self._area.horizontalScrollBar().rangeChanged.connect(self._fit)
        self._area.horizontalScrollBar().valueChanged.connect(self._fit)
        tabs.shown.connect(self._show)
        theme().changed.connect(self._refit)
        self._fit()
        self._refit()

    def _refit(self) -> None:
        # A scroll area asks for more height than what is in it needs.
        self._area.setFixedHeight(self._tabs.high())

    def _move(self, step: int) -> None:
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + step * self._area.width() // 2)

    def _fit(self, *_values: int) -> None:
        bar = self._area.horizontalScrollBar()
        self._back.setVisible(bar.maximum() > 0)
        self._on.setVisible(bar.maximum() > 0)
        self._back.setEnabled(bar.value() > 0)
        self._on.setEnabled(bar.value() < bar.maximum())

    def _show(self, tab: QWidget) -> None:
        self._area.ensureWidgetVisible(tab, theme().px(40), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() - turned)
