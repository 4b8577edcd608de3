"""What gets in the way of a session: in red where one goes to both, quietly where one may."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.agenda import Clash, Why
from confnotes.services.views import SessionView
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Card
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

Found = tuple[Clash, SessionView]


class _Other(Pressable):
    """The other session: when (and where, if that is the matter) over its title; a click goes
    there."""

    def __init__(self, when: str, title: str) -> None:
        super().__init__(title)
        self.when = when
        self.setAccessibleName(f"{title}, {when}")
        self.setToolTip(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px, rect = theme().tokens, theme().px, QRectF(self.rect())
        if self.hovered:
            paint.band(painter, rect, px(6), t.press if self.isDown() else t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(6))
        line = QRectF(px(12), px(4), rect.width() - px(24), px(18))
        small = theme().font(Step.SMALL, tabular=True)
        paint.draw_text(painter, line, self.when, small, t.text2)
        below = line.translated(0, px(19))
        paint.draw_text(painter, below, self.text(), theme().font(Step.BASE, MEDIUM), t.text)


class _Group(Card):
    """Sessions under one head."""

    asked = Signal(str)

    def __init__(self, role: str, frame: str | None, ink: str, icon: str) -> None:
        super().__init__(role, frame, 8, padding=4)
        self.head = Label("", Step.BASE, SEMIBOLD, ink, icon=icon)
        row = QHBoxLayout()
        row.setContentsMargins(theme().px(12), theme().px(6), theme().px(8), 0)
        row.addWidget(self.head)
        self.body.addLayout(row)
        self.body.setSpacing(theme().px(2))
        self.buttons: list[Pressable] = []
        self.hide()

    def show_found(self, head: str, found: Sequence[Found], zone: str) -> None:
        """Show the other sessions of some clashes (none: hide)."""
        for old in self.buttons:
            old.hide()
            self.body.removeWidget(old)
            old.deleteLater()
        self.buttons = []
        self.head.setText(head)
        for clash, view in found:
            button = _Other(_when(clash, view, zone), view.session.title)
            button.clicked.connect(lambda _on=False, i=view.session.id: self.asked.emit(i))
            self.body.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(found))


class Clashes(QWidget):
    """`asked` asks for another session."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str, str, bool]] = []
        self.firm = _Group("red_soft", None, "red", "warning")
        self.loose = _Group("sunken", None, "text2", "clock")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(10))
        column.setSpacing(theme().px(8))
        for group in (self.firm, self.loose):
            column.addWidget(group)
            group.asked.connect(self.asked)
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, from top to bottom."""
        return [*self.firm.buttons, *self.loose.buttons]

    def show_clashes(self, found: Sequence[Found], zone: str) -> bool:
        """Show what gets in the way; return whether anything is new."""
        shown = [
            (view.session.id, view.session.title, _when(clash, view, zone), clash.firm)
            for clash, view in found
        ]
        if shown == self._shown:
            return False
        self._shown = shown
        firm = [pair for pair in found if pair[0].firm]
        loose = [pair for pair in found if not pair[0].firm]
        self.firm.show_found(self.tr("Clashes with"), firm, zone)
        self.loose.show_found(self.tr("Considered at the same time"), loose, zone)
        self.setVisible(bool(found))
        return True


def _when(clash: Clash, view: SessionView, zone: str) -> str:
    session = view.session
    time = words.span(session.start_at, session.end_at, zone)
    place = session.facts.room
    said = f"{time} · {place}" if place else time
    if clash.why is Why.WALK:
        short = QCoreApplication.translate("Plan", "too little time for the way")
        return f"{said} · {short}"
    return said
