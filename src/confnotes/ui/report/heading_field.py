"""The heading of a section, edited where it stands: flat until one types in it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_PAD = 10


class HeadingField(QWidget):
    """`renamed` comes on Enter and when the focus leaves with another heading; Escape puts the
    old one back. `left` tells that Enter or Down asks for what is below."""

    renamed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setAccessibleName(self.tr("Heading"))
        self.edit.installEventFilter(self)
        self.edit.editingFinished.connect(self.commit)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        inner = px(_PAD) - 2  # a line edit keeps two pixels to itself
        self._row.setContentsMargins(inner, 0, inner, 0)
        self.edit.setFont(theme().font(Step.HEADING, SEMIBOLD, field=True))
        self.setFixedHeight(px(38))

    def show_heading(self, heading: str) -> None:
        """Show a stored heading; one that is being typed stays."""
        typing = self.edit.hasFocus() and self.edit.text() != self._stored
        self._stored = heading
        if not typing and self.edit.text() != heading:
            self.edit.setText(heading)
            self.edit.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        """Say whether there is a heading one can change."""
        self.edit.setReadOnly(read_only)
        policy = Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus
        self.edit.setFocusPolicy(policy)

    def commit(self) -> None:
        """Tell another heading now."""
        text = self.edit.text().strip()
        if text != self._stored:
            self._stored = text
            self.renamed.emit(text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.update()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.edit.setText(self._stored)
            self.left.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.commit()
            self.left.emit()
            return True
        return False

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, rect, radius = theme().tokens, QRectF(self.rect()), float(theme().px(8))
        if self.edit.hasFocus() and not self.edit.isReadOnly():
            paint.band(painter, rect, radius, t.surface, t.accent, width=2)
        elif self.underMouse() and not self.edit.isReadOnly():
            paint.band(painter, rect, radius, None, t.line2)
