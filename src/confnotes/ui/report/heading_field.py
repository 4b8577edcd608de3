"""The heading of a section, edited where it stands: flat until one types in it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import units

_PAD = 10
_INNER = 2  # what a line edit keeps to itself at both sides


class _Edit(QLineEdit):
    """One line that ends in "…" while it is too long to be seen whole and nobody types in it;
    typing begins at its beginning."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            length = units(self.text())
            self.setSelection(length, -length)  # the caret at the beginning

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in away:  # after a menu or another window one types on
            self.setCursorPosition(0)

    def elided(self) -> str:
        """Return the text as far as it fits."""
        room = self.width() - 2 * _INNER
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.elided()
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        rect = self.rect().adjusted(_INNER, 0, -_INNER, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class HeadingField(QWidget):
    """`renamed` comes on Enter and when the focus leaves with another heading; Escape puts the
    old one back. `left` tells that Enter or Down asks for what is below."""

    renamed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.edit = _Edit(self)
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
        inner = px(_PAD) - _INNER
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
