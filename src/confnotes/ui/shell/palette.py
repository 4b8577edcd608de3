"""Ctrl+K: a field and what it finds, over the window. It decides nothing: it asks and is told."""

import re
from collections.abc import Sequence
from enum import Enum

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.labels import KeyCap, Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import part
from confnotes.ui.shell.palette_items import Fill, Item, NewSession, Row
from confnotes.ui.shell.palette_list import ROW, PaletteList

WIDTH, TOP, FIELD, FOOT, BELOW = 712, 88, 64, 40, 68
_SHADOW, _PAGE = 28, 8
_UNFINISHED = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])[A-Za-zＡ-Ｚａ-ｚ]+$")
"""Letters that an input method has not made kana of yet: `くらsｔ` is くら for now."""
_NEEDED = ("Enter", "↑↓", ">", "Ctrl+Enter", "@", "Tab")
"""The hints below, the one that is missed most first."""


class Key(Enum):
    """What a key of the field asks for."""

    TAKE = "take"
    ALSO = "also"
    LEAVE = "leave"


class PaletteField(QLineEdit):
    """The field. While the input method composes every key is its own; else arrows are the list's.

    `typed(text)` tells what one looks for, a composition with it; `moved(items)`,
    `grouped(groups)`, `pressed(Key)`; `left`: the focus went elsewhere.
    """

    typed = Signal(str)
    moved = Signal(int)
    grouped = Signal(int)
    pressed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.preedit = ""
        self._told = ""
        self.setFrame(False)
        self.textChanged.connect(self._tell)

    def wanted(self) -> str:
        """Return what stands in the field, a composition too, but for letters that are still
        becoming kana."""
        at, text = self.cursorPosition(), self.text()
        return part(text, 0, at) + _UNFINISHED.sub("", self.preedit) + part(text, at)

    def begin(self, text: str = "") -> None:
        """Begin with this text."""
        self.preedit = ""
        self.setText(text)
        self._told = self.wanted()

    def _tell(self) -> None:
        if self.wanted() != self._told:
            self._told = self.wanted()
            self.typed.emit(self._told)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no chord of what lies below while one types here
            return True
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.preedit:
            if event.text() and event.text().isprintable():
                super().keyPressEvent(event)  # a letter the input method did not want
            event.accept()
            return
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _GROUPS:
            self.grouped.emit(_GROUPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(Key.ALSO if control else Key.TAKE)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and control):
            self.pressed.emit(Key.LEAVE)
        else:
            super().keyPressEvent(event)


_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
_GROUPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Palette(QWidget):
    """Covers the window it is made for while it is open.

    `asked(text)`: something else is looked for; `taken(target, also)`: a row was taken (`also`:
    with Ctrl). It closes before it tells, and the focus is back where it was; `lost`: it could not
    be given back there.
    """

    asked = Signal(str)
    taken = Signal(object, bool)
    lost = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._waits: Key | None = None
        self._current = True
        self.shown: str | None = None
        """What the rows on show answer (None: nothing was answered yet)."""
        self.field = PaletteField(self)
        self.field.setPlaceholderText(self.tr("Search notes, sessions, people; go anywhere"))
        self.field.setAccessibleName(self.tr("Find anything"))
        self.list = PaletteList(self)
        self.none = Label(self.tr("Nothing was found."), role="text2")
        self.count = Label("", Step.SMALL, role="text2", align=paint.Align.RIGHT)
        self._field_row, self._none_row, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._none_row.addWidget(self.none)
        self._field_row.addWidget(self.field, 1)
        self._field_row.addWidget(KeyCap("Esc"))
        self._hints: dict[str, tuple[KeyCap, Label]] = {}
        for chord, words in (
            ("↑↓", self.tr("choose")),
            ("Tab", self.tr("next group")),
            ("Enter", self.tr("open")),
            ("Ctrl+Enter", self.tr("in Review")),
            (">", self.tr("commands")),
            ("@", self.tr("speaker")),
        ):
            hint = KeyCap(chord), Label(words, Step.SMALL, role="text2")
            self._hints[chord] = hint
            for piece in hint:
                self._foot.addWidget(piece)
        self._foot.addStretch(1)
        self._foot.addWidget(self.count)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._field_row)
        self._column.addWidget(self.list)
        self._column.addLayout(self._none_row)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self.field.typed.connect(self._asked)
        self.field.moved.connect(self._step)
        self.field.grouped.connect(self._group)
        self.field.pressed.connect(self._pressed)
        self.field.left.connect(self.hide)
        self.list.clicked.connect(lambda _index: self._pressed(Key.TAKE))
        window.installEventFilter(self)
        theme().changed.connect(self._fit)
        self.hide()

    # -- open and closed -----------------------------------------------------------------------

    def open(self, text: str = "") -> None:
        """Open with this text in the field, and ask for it."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.list.rows.set_rows(())  # what was looked for last time is no answer
            self.none.hide()
            self.count.setText("")
            self.shown = None
        self.field.begin(text)
        self._waits = None
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._asked(self.field.wanted())

    def close_back(self) -> None:
        """Close, and give the focus back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and _is_there(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.lost.emit()

    def _asked(self, text: str) -> None:
        self._current, self._waits = False, None
        self.asked.emit(text)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the answer to what was asked last."""
        self.list.rows.set_rows(rows)
        self.shown = self.field.wanted()
        self._current = True
        items = [row for row in rows if isinstance(row, Item)]
        count = sum(not isinstance(item.target, NewSession | Fill) for item in items)
        only_offered = bool(items) and all(isinstance(item.target, Fill) for item in items)
        self.list.setVisible(bool(items))
        self.none.setVisible(not items)
        self.count.setText("" if only_offered else self.tr("{n} found").format(n=count))
        self._fit()
        self.list.choose(0)
        self._say()
        if self._waits is not None:
            waits, self._waits = self._waits, None
            self._pressed(waits)

    # -- keys ----------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._say()

    def _group(self, by: int) -> None:
        self.list.to_group(by)
        self._say()

    def _pressed(self, key: Key) -> None:
        if key is Key.LEAVE:
            self.close_back()
            return
        if not self._current:  # faster than the answer: it is taken when it is there
            self._waits = key
            return
        item = self.list.current()
        if item is not None and isinstance(item.target, Fill):
            self.field.setText(item.target.text)
        elif item is not None:
            self.close_back()
            self.taken.emit(item.target, key is Key.ALSO)

    def _say(self) -> None:
        """Let a screen reader know which row the keys are on: the focus is in the field."""
        item: Item | None = self.list.current()
        self.field.setAccessibleDescription("" if item is None else item.words)

    # -- how it looks --------------------------------------------------------------------------

    def _card(self) -> QRectF:
        px, window = theme().px, self._window
        wide = min(px(WIDTH), window.width() - px(48))
        top = min(px(TOP), max((window.height() - px(480)) // 2, px(16)))
        rows = min(self.list.content_height() + px(16), self._room(top))
        body = max(rows, px(ROW)) if self.list.rows.items() else px(ROW + 28)
        high = px(FIELD) + body + px(FOOT) + 2
        return QRectF((window.width() - wide) / 2, top, wide, high)

    def _room(self, top: int) -> int:
        px = theme().px
        below = px(BELOW) if top == px(TOP) else top
        return self._window.height() - top - px(FIELD) - px(FOOT) - below

    def _fit(self) -> None:
        px = theme().px
        self.setGeometry(self._window.rect())
        card = self._card()
        left, right = round(card.left()), round(self.width() - card.right())
        self._column.setContentsMargins(left, round(card.top()), right, 0)
        self._column.setSpacing(0)
        self._field_row.setContentsMargins(px(56), px(12), px(20), px(12))
        self.field.setFont(theme().font(Step.HEADING, field=True))
        self.field.setFixedHeight(px(FIELD - 24))
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.Text, theme().tokens.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme().tokens.text3)
        self.field.setPalette(palette)
        body = round(card.height()) - px(FIELD) - px(FOOT) - 2
        self._column.setStretch(1, 0)
        self.list.setFixedHeight(body)
        self.list.setViewportMargins(0, px(8), 0, px(8))
        self.none.setFixedHeight(body)
        self._none_row.setContentsMargins(px(56), 0, px(20), 0)
        self._foot.setContentsMargins(px(20), 0, px(20), 0)
        self._foot.setSpacing(px(8))
        self._field_row.setSpacing(px(12))
        for label in (self.count, *(words for _, words in self._hints.values())):
            label.setFixedHeight(px(FOOT))
        self._fit_hints(round(card.width()) - 2 * px(20) - self.count.sizeHint().width())
        self.update()

    def _fit_hints(self, room: int) -> None:
        """Show of the hints below what fits, the ones that are needed most first."""
        space = theme().px(8)
        for chord in _NEEDED:
            cap, words = hint = self._hints[chord]
            room -= cap.minimumWidth() + words.sizeHint().width() + 2 * space
            for piece in hint:
                piece.setVisible(room >= 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        painter.fillRect(self.rect(), t.scrim)
        card, radius = self._card(), float(px(14))
        _shadow(painter, card, radius)
        paint.band(painter, card, radius, t.raised, t.line2 if t.dark else None)
        under = card.top() + px(FIELD)
        painter.fillRect(QRectF(card.left() + 1, under, card.width() - 2, 1), t.line)
        foot = QRectF(card.left(), card.bottom() - px(FOOT), card.width(), px(FOOT))
        painter.save()
        painter.setClipRect(foot)
        paint.band(painter, card, radius, t.sunken, t.line2 if t.dark else None)
        painter.restore()
        painter.fillRect(QRectF(card.left() + 1, foot.top(), card.width() - 2, 1), t.line)
        side = px(20)
        glass = QRectF(card.left() + px(22), card.top() + (px(FIELD) - side) / 2, side, side)
        paint.paint_icon(painter, "search", glass, t.accent)

    # -- what happens around it ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card().contains(event.position()):
            self.close_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False


def _is_there(widget: QWidget) -> bool:
    """Return whether a widget can take the focus back; it may have gone meanwhile."""
    return shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()


def _shadow(painter: QPainter, card: QRectF, radius: float) -> None:
    """Paint a soft shadow as faint rings, as the field for footnotes has one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(theme().tokens.shadow)
    colour.setAlphaF(0.05 if theme().tokens.dark else 0.022)
    painter.setBrush(colour)
    for spread in range(_SHADOW, 0, -3):
        ring = card.adjusted(-spread, -spread + 8, spread, spread + 8)
        painter.drawRoundedRect(ring, radius + spread, radius + spread)
    painter.restore()
