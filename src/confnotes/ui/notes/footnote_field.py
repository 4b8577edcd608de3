"""The small field that opens at the caret: a footnote's text, or the gist of a quote."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.labels import KeyCap, Label
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

WIDTH, HEIGHT, BELOW, INSIDE = 432, 92, 10, 24
_SHADOW = 14


class Ended(Enum):
    """How one left the field."""

    KEPT = "kept"
    DISCARDED = "discarded"
    ANOTHER = "another"


class _Edit(QLineEdit):
    """One line; while the input method composes, every key is its own."""

    ended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preedit = ""
        self.setFrame(False)

    @property
    def composing(self) -> bool:
        """Whether the input method has an open composition here."""
        return bool(self.preedit)

    def commit_composition(self) -> None:
        """End an open composition with its text kept."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
        if self.composing:  # no input method answered: keep what stood there
            event = QInputMethodEvent()
            event.setCommitString(self.preedit)
            self.inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit_composition()
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.ended.emit(Ended.KEPT)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.preedit = event.preeditString()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False  # Tab comes as a key: the input method's, or a way to put the field away

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no chord of the sheet while one writes here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.composing and (enter or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab)):
            event.accept()
        elif enter:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.ended.emit(Ended.ANOTHER if held else Ended.KEPT)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit(Ended.DISCARDED)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.ended.emit(Ended.KEPT)
        else:
            super().keyPressEvent(event)


class FootnoteField(QWidget):
    """432 x 92 below the caret's line, its arrow at the caret. `edited(text)` with every commit,
    `ended(Ended, text)` once."""

    edited = Signal(str)
    ended = Signal(object, str)

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._sign = ""
        self._arrow = 0.0
        self._open = False
        self.had_focus = False
        self.edit = _Edit(self)
        self.edit.textChanged.connect(self.edited)
        self.edit.ended.connect(self._end)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.edit)
        self._keys = QHBoxLayout()
        self._column.addLayout(self._keys)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self.setFixedSize(px(WIDTH) + 2 * _SHADOW, px(HEIGHT) + 2 * _SHADOW)
        self._column.setContentsMargins(
            _SHADOW + px(46), _SHADOW + px(16), _SHADOW + px(16), _SHADOW + px(10)
        )
        self._column.setSpacing(px(6))
        self._keys.setSpacing(px(8))
        self.edit.setFont(theme().font(Step.PREVIEW, field=True))
        palette = self.edit.palette()
        palette.setColor(QPalette.ColorRole.Text, theme().tokens.text)
        self.edit.setPalette(palette)

    def open(
        self, sign: str, name: str, text: str, hints: Sequence[tuple[str, str]], caret: QRect
    ) -> None:
        """Open under `caret` (in the sheet's coordinates) with the caret in the field."""
        self._sign = sign
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name)
        self.edit.blockSignals(True)
        self.edit.setText(text)
        self.edit.blockSignals(False)
        self._show_hints(hints)
        self._place(caret)
        self._open = True
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether one is writing in it."""
        return self._open

    def close_kept(self) -> None:
        """Put it away from outside, keeping what was typed, a composition too."""
        if self._open:
            self._end(Ended.KEPT)

    def _show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        while (item := self._keys.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for chord, words in hints:
            self._keys.addWidget(KeyCap(chord))
            self._keys.addWidget(Label(words, Step.SMALL, role="text2"))
        self._keys.addStretch(1)

    def _place(self, caret: QRect) -> None:
        px, sheet = theme().px, self._sheet
        most = sheet.width() - px(INSIDE) - px(WIDTH)
        left = min(max(caret.center().x() - px(WIDTH) // 2, px(INSIDE)), max(most, 0))
        top = caret.bottom() + px(BELOW)
        self._arrow = float(min(max(caret.center().x() - left, px(20)), px(WIDTH - 20)))
        if top + px(HEIGHT) > sheet.height():
            top = caret.top() - px(BELOW) - px(HEIGHT)
            self._arrow = -self._arrow
        self.move(left - _SHADOW, max(top, 0) - _SHADOW)

    def _end(self, how: Ended) -> None:
        if not self._open:
            return
        self.edit.commit_composition()
        self._open = False
        self.had_focus = self.edit.hasFocus()
        text = self.edit.text()
        self.hide()
        self.ended.emit(how, text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        box = QRectF(_SHADOW, _SHADOW, px(WIDTH), px(HEIGHT))
        _shadow(painter, box)
        frame = t.line2
        paint.band(painter, box, px(12), t.raised, frame)
        self._paint_arrow(painter, box, frame)
        side = px(20)
        middle = self.edit.geometry().center().y()
        disc = QRectF(box.left() + px(14), middle - side / 2, side, side)
        paint.band(painter, disc, side / 2, t.accent_soft)
        font = theme().font(Step.CAPTION, SEMIBOLD, tabular=True)
        paint.draw_text(painter, disc, self._sign, font, t.accent, paint.Align.CENTRE)
        under = self.edit.geometry().bottom() + px(3)
        line = QRectF(self.edit.x(), under, self.edit.width(), 2)
        painter.fillRect(line, t.accent)

    def _paint_arrow(self, painter: QPainter, box: QRectF, frame: QColor) -> None:
        t, px = theme().tokens, theme().px
        below = self._arrow < 0
        x = box.left() + abs(self._arrow)
        edge, tip = (box.bottom(), px(7)) if below else (box.top(), -px(7))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.raised)
        inside = -1.5 if below else 1.5
        points = [QPointF(x - px(8), edge + inside), QPointF(x, edge + tip)]
        painter.drawPolygon(QPolygonF([*points, QPointF(x + px(8), edge + inside)]))
        painter.setPen(frame)
        painter.drawPolyline(
            QPolygonF([QPointF(x - px(8), edge), points[1], QPointF(x + px(8), edge)])
        )


def _shadow(painter: QPainter, box: QRectF) -> None:
    """Paint a soft shadow as a few faint rings (one small pop-up; no effect on a live widget)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(theme().tokens.shadow)
    for spread in range(_SHADOW - 3, 0, -2):
        colour.setAlphaF((0.05 if theme().tokens.dark else 0.018) * 1.2)
        painter.setBrush(colour)
        rect = box.adjusted(-spread, -spread + 3, spread, spread + 3)
        painter.drawRoundedRect(rect, 12 + spread, 12 + spread)
    painter.restore()
