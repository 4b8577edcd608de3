"""The sheet of keyboard shortcuts."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.sheet_rows import Group


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

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = theme().px
        self.resize(px(480), px(620))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(12), px(16))
        column.addWidget(Label(self.tr("Keyboard shortcuts"), Step.TITLE, SEMIBOLD))
        column.addSpacing(px(8))
        self.area = Scroll()
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.verticalScrollBar().setSingleStep(px(30))
        column.addWidget(self.area, 1)
        for group in groups:
            self.area.body.addLayout(_group(group))
            self.area.body.addSpacing(px(16))
        self.area.body.addStretch()
        close = Button(self.tr("Close"))
        close.clicked.connect(self.close)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends; a scroll area knows the arrows and pages by itself."""
        bar = self.area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)


def _group(group: Group) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setContentsMargins(0, 0, theme().px(12), 0)
    grid.setVerticalSpacing(theme().px(6))
    grid.addWidget(Label(group.name, Step.SMALL, SEMIBOLD, "text2"), 0, 0, 1, 2)
    for at, row in enumerate(group.rows, 1):
        grid.addWidget(Label(row.words), at, 0)
        keys = QHBoxLayout()
        keys.setSpacing(theme().px(6))
        keys.addStretch()
        for key in row.keys:
            keys.addWidget(_Key(key))
        grid.addLayout(keys, at, 1)
    if group.note:
        note = Label(group.note, Step.SMALL, role="text2")
        grid.addWidget(note, len(group.rows) + 1, 0, 1, 2)
    return grid
