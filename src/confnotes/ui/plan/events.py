"""The row of co-located events: the same marks as sessions, and a way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.conference import Event, EventKind
from confnotes.services.views import ProgrammeView
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, ChoiceButton, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.model import intent_words


class EventChip(ChoiceButton):
    """An event: a click on its mark (or Space) cycles, a click on its name selects."""

    cycled = Signal()
    picked = Signal()

    def __init__(self, event: Event, intent: Intent) -> None:
        super().__init__(event.title, intent)
        self._on_name = False
        self.setToolTip(event.title)
        self.set_intent(intent)
        self.clicked.connect(self._clicked)

    def set_intent(self, intent: Intent) -> None:
        """Show a state."""
        super().set_intent(intent)
        self.setAccessibleName(f"{self.text()}: {intent_words(intent)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Space and Enter come without the mouse: they are meant for the mark.
        self._on_name = event.position().x() >= theme().px(34)
        super().mouseReleaseEvent(event)
        self._on_name = False

    def _clicked(self) -> None:
        if self._on_name:
            self.picked.emit()
        else:
            self.cycled.emit()


class Flow(QWidget):
    """Lays its items out like words: one row with the rest behind `more`, or as many as it takes.

    `hidden` tells how many items did not fit.
    """

    hidden = Signal(int)

    def __init__(self, more: QWidget, last: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._more, self._last = more, last
        self.open = False
        for widget in (more, last):
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.place)

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Show these instead of those before."""
        for old in self._items:
            if old not in items:
                old.hide()
                old.deleteLater()
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Lay out again, as after the words of `more` changed."""
        gap = theme().px(8)
        wides = [item.sizeHint().width() + gap for item in self._items]
        tail = self._last.sizeHint().width()
        shown = len(self._items)
        if not self.open and sum(wides) + tail > self.width():
            room = self.width() - tail - theme().px(96)
            shown = max(sum(sum(wides[: n + 1]) <= room for n in range(len(wides))), 1)
        hidden = len(self._items) - shown
        for at, item in enumerate(self._items):
            item.setVisible(at < shown)
        overflows = sum(wides) + tail > self.width()
        self._more.setVisible(bool(hidden) or (self.open and overflows))
        self.hidden.emit(hidden)
        row = [*self._items[:shown], *([self._more] if self._more.isVisibleTo(self) else [])]
        self._flow([*row, self._last], gap)

    def _flow(self, items: Sequence[QWidget], gap: int) -> None:
        left, top, high = 0, 0, theme().px(32)
        for item in items:
            wide = min(item.sizeHint().width(), max(self.width(), 1))
            if left and left + wide > self.width():
                left, top = 0, top + high + gap
            item.setGeometry(QRect(left, top, wide, high))
            left += wide + gap
        if self.minimumHeight() != top + high:
            self.setFixedHeight(top + high)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.minimumHeight())


class EventsRow(QWidget):
    """`cycled` and `picked` tell an event's id, `add_asked` that one is to be added."""

    cycled = Signal(str)
    picked = Signal(str)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, EventChip] = {}
        self._order: list[str] = []
        self.label = Label(self.tr("Co-located events"), Step.SMALL, SEMIBOLD, "text2")
        self.dates = Label("", Step.SMALL, role="text2")
        self.add = Button(self.tr("Add an event"), Look.GHOST, icon="plus")
        self.add.clicked.connect(self.add_asked)
        self.more = Button("", Look.GHOST)
        self.flow = Flow(self.more, self.add)
        self.flow.hidden.connect(self._say_more)
        self.more.clicked.connect(self._toggle)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.dates)
        row = QHBoxLayout(self)
        px = theme().px
        row.setContentsMargins(px(24), px(10), px(24), px(2))
        row.setSpacing(px(20))
        row.addLayout(column)
        row.setAlignment(column, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.flow, 1, Qt.AlignmentFlag.AlignTop)
        self.total = Label("", Step.SMALL, role="text2", tabular=True)
        row.addWidget(self.total, alignment=Qt.AlignmentFlag.AlignTop)

    def show_those_of(self, view: ProgrammeView, choices: dict[str, Choice]) -> None:
        """Show the co-located events of a programme."""
        self.set_events([e for e in view.events if e.kind is EventKind.COLOCATED], choices)

    def set_events(self, events: Sequence[Event], choices: dict[str, Choice]) -> None:
        """Show these events with what was chosen last."""
        keyed = [f"{event.id} {event.title}" for event in events]
        if keyed != self._order:
            self._order = keyed
            self.chips = {}
            for event in events:
                self.chips[event.id] = self._chip(event)
            self.flow.set_items(list(self.chips.values()))
        for event in events:
            self.chips[event.id].set_intent(choices.get(event.id, event.choice).intent)
        days = sorted({event.starts for event in events if event.starts is not None})
        self.dates.setText(", ".join(words.day_month(day) for day in days[:2]))
        self.dates.setVisible(bool(days))
        self.label.setVisible(bool(events))

    def _say_more(self, hidden: int) -> None:
        said = self.tr("{n} more").format(n=hidden) if hidden else self.tr("Fewer")
        self.more.set_words(said)

    def _toggle(self) -> None:
        self.flow.open = not self.flow.open
        self.flow.place()

    def _chip(self, event: Event) -> EventChip:
        chip = EventChip(event, event.choice.intent)
        chip.cycled.connect(lambda: self.cycled.emit(event.id))
        chip.picked.connect(lambda: self.picked.emit(event.id))
        return chip
