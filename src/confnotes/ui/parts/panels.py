"""Grounds: painted panels, cards, scroll areas, and the side panel that folds into a strip."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.theme import theme


class Ground(QWidget):
    """A plain area in a colour of the table; `edges` names those with a hairline (`ltrb`)."""

    def __init__(
        self, role: str = "canvas", edges: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role, self.edges = role, edges

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, rect = theme().tokens, self.rect()
        painter.fillRect(rect, getattr(t, self.role))
        for edge in self.edges:
            line = {
                "l": rect.adjusted(0, 0, 1 - rect.width(), 0),
                "r": rect.adjusted(rect.width() - 1, 0, 0, 0),
                "t": rect.adjusted(0, 0, 0, 1 - rect.height()),
                "b": rect.adjusted(0, rect.height() - 1, 0, 0),
            }[edge]
            painter.fillRect(line, t.line)


def on_ground(page: QWidget) -> Ground:
    """Return a page on a ground that is as large as it."""
    ground = Ground("surface")
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    return ground


class Card(QWidget):
    """A rounded area with a hairline: surface, or another role of the table."""

    def __init__(
        self,
        role: str = "surface",
        frame: str | None = "line",
        radius: int = 8,
        *,
        padding: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role, self.frame, self.radius, self._padding = role, frame, radius, padding
        self.body = QVBoxLayout(self)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        pad = theme().px(self._padding)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme().px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme().tokens
        frame = None if self.frame is None else getattr(t, self.frame)
        radius = theme().px(self.radius)
        paint.band(QPainter(self), QRectF(self.rect()), radius, getattr(t, self.role), frame)


class Scroll(QScrollArea):
    """A vertical scroll area without frame or ground of its own; `body` takes the content."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget switches it on


STRIP = 48
"""The width of a folded side panel."""
FOLD_BELOW = 1180
"""The width of a window below which side panels fold (times the scale)."""


class SidePanel(Ground):
    """A panel at the right that folds into a strip of icons and then opens over the sheet.

    The owner calls `fit(window_width)` when it is resized; `add_strip(icon, words)` gives the
    folded panel its buttons. Put content into `body`. Parent it to the workspace, lay out
    `self`; the content moves between it and a floating sheet.
    """

    opened = Signal(str)

    def __init__(self, name: str, width: int = 304, parent: QWidget | None = None) -> None:
        super().__init__("surface", "l", parent)
        self.setAccessibleName(name)
        self._wide = width
        self._folded = False
        self.covered: QWidget | None = None  # what the opened panel hides wholly, if that is wider
        self.strip = QWidget(self)
        self._strip_row = QVBoxLayout(self.strip)
        self._strip_row.setContentsMargins(0, 0, 0, 0)
        self._strip_row.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.sheet = _Sheet(self)
        self.sheet.closed.connect(self.close_over)
        self.content = QWidget(self)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.content)
        self._column.addWidget(self.strip)
        self.strip.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons: dict[str, IconButton] = {}
        self._refit()
        theme().changed.connect(self._refit)

    def add_strip(self, key: str, icon: str, words: str) -> IconButton:
        """Add a button to the folded panel; pressing it opens the panel and tells `opened(key)`."""
        button = IconButton(icon, words, size=40, icon_size=20)
        button.clicked.connect(lambda: self.toggle_over(key))
        self._strip_row.addWidget(button)
        self._buttons[key] = button
        return button

    @property
    def folded(self) -> bool:
        """Whether only the strip shows."""
        return self._folded

    def _refit(self) -> None:
        px = theme().px
        self._strip_row.setContentsMargins(0, px(10), 0, 0)
        self._strip_row.setSpacing(px(10))
        self.setFixedWidth(px(STRIP if self._folded else self._wide))

    def fit(self, window_width: int) -> None:
        """Fold or unfold for a window of that width."""
        folded = window_width < theme().px(FOLD_BELOW)
        if folded != self._folded:
            self.close_over()
            self._folded = folded
            self.role = "canvas" if folded else "surface"
            self.content.setVisible(not folded)
            self.strip.setVisible(folded)
            self._refit()
        elif self.sheet.isVisible():
            self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.sheet.isVisible():
            self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # itself, not what it stands in: nothing is left to show over the sheet
            self.close_over()

    def toggle_over(self, key: str) -> None:
        """Open the folded panel over the sheet, or put it away."""
        if self.sheet.isVisible():
            self.close_over()
        else:
            self.open_over()
            self.opened.emit(key)

    def open_over(self) -> None:
        """Open the folded panel over the sheet (nothing when it is not folded)."""
        if not self._folded:
            return
        parent = self.parentWidget()
        if parent is not None and self.sheet.parentWidget() is not parent:
            self.sheet.setParent(parent)
        self.sheet.column.addWidget(self.content)
        self.content.show()
        self._place()
        self.sheet.show()
        self._place()  # showing lays out what was resized just before
        self.sheet.raise_()
        for button in self._buttons.values():
            button.set_lit(True)

    def offer(self, on: bool) -> None:
        """Be there, or not at all: there is nothing it could show."""
        self.setVisible(on)
        if not on:
            self.close_over()

    def close_over(self) -> None:
        """Put the floating panel away."""
        for button in self._buttons.values():
            button.set_lit(False)
        if self.content.parentWidget() is self.sheet:
            self._column.insertWidget(0, self.content)
            self.content.setVisible(not self._folded)
        self.sheet.hide()

    def _place(self) -> None:
        wide, over = theme().px(self._wide), self.sheet.parentWidget()
        where = self.pos() if over is None else self.mapTo(over, self.rect().topLeft())
        if self.covered is not None and over is not None:
            wide = max(wide, where.x() - self.covered.mapTo(over, QPoint(0, 0)).x())
        self.sheet.setGeometry(where.x() - wide, where.y(), wide, self.height())


class _Sheet(QWidget):
    """The floating ground of an opened strip; Escape closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 0, 1, 0)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, rect = theme().tokens, self.rect()
        painter.fillRect(rect, t.raised if t.dark else t.surface)
        painter.fillRect(rect.adjusted(0, 0, 1 - rect.width(), 0), t.line2)
