"""The sheet of keyboard shortcuts, made from the tables of actions."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.actions import ActionSpec


class _Key(QWidget):
    """A chord in a small frame."""

    def __init__(self, chord: str) -> None:
        super().__init__()
        self._chord = chord
        font = theme().font(Step.SMALL, MEDIUM)
        self.setFixedSize(round(paint.width(chord, font)) + theme().px(16), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, rect = theme().tokens, QRectF(self.rect())
        paint.band(painter, rect, theme().px(6), t.canvas, t.line2)
        font = theme().font(Step.SMALL, MEDIUM)
        paint.draw_text(painter, rect, self._chord, font, t.text2, paint.Align.CENTRE)


class ShortcutSheet(QDialog):
    """All chords, under the name of where they hold. Not modal: work goes on beside it."""

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[ActionSpec]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = theme().px
        self.resize(px(480), px(620))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(12), px(16))
        column.addWidget(Label(self.tr("Keyboard shortcuts"), Step.TITLE, SEMIBOLD))
        column.addSpacing(px(8))
        scroll = Scroll()
        column.addWidget(scroll, 1)
        for name, specs in groups:
            scroll.body.addLayout(_group(name, specs))
            scroll.body.addSpacing(px(16))
        scroll.body.addStretch()
        close = Button(self.tr("Close"))
        close.clicked.connect(self.close)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)


def _group(name: str, specs: Sequence[ActionSpec]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setContentsMargins(0, 0, theme().px(12), 0)
    grid.setVerticalSpacing(theme().px(6))
    grid.addWidget(Label(name, Step.SMALL, SEMIBOLD, "text2"), 0, 0)
    for row, spec in enumerate((s for s in specs if s.shortcuts), 1):
        grid.addWidget(Label(spec.text()), row, 0)
        grid.addWidget(_Key(spec.chord()), row, 1, alignment=Qt.AlignmentFlag.AlignRight)
    return grid
