"""The history of a session's notes: its earlier states at the left, one of them at the right."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout

from confnotes.services.history import EarlierState, StateView
from confnotes.ui.notes import history_words
from confnotes.ui.notes.history_delegates import LinesDelegate, StatesDelegate
from confnotes.ui.notes.history_model import (
    ROW_ROLE,
    Index,
    LinesModel,
    StateRow,
    StatesModel,
    line_rows,
    state_rows,
)
from confnotes.ui.notes.moments import Moments
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.page import Page
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_STATES = 232


class _List(QListView):
    """A list of painted rows; Tab leaves it, Escape is the page's."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)


class StatesList(_List):
    """The states. `looked_at`: another one is the current, `onward`: Enter or Right."""

    onward = Signal()
    looked_at = Signal(object)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.onward.emit()
        else:
            super().keyPressEvent(event)


class LinesList(_List):
    """The lines of a state. `toggled`: Space or a click, `backward`: Left."""

    toggled = Signal(QModelIndex)
    backward = Signal()

    def __init__(self, name: str, delegate: LinesDelegate) -> None:
        super().__init__(name)
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Left:
            self.backward.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()


class HistoryPage(Page):
    """`wanted(number)`: that state is to be shown. `done` (of the page): bring it back."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("History of the notes"))
        self.set_title(self.tr("History"))
        self.cancel.hide()
        self._moments = Moments()
        self._view: StateView | None = None
        self.session_title = Label("", role="text2")
        self.head_row.addSpacing(theme().px(8))
        self.head_row.addWidget(self.session_title, 1)
        self.states_model, self.lines_model = StatesModel(), LinesModel()
        self.states = StatesList(self.tr("Earlier states"))
        self.states.setModel(self.states_model)
        self.states.setItemDelegate(StatesDelegate(self.states))
        self.lines_delegate = LinesDelegate()
        self.lines = LinesList(self.tr("The notes as they were"), self.lines_delegate)
        self.lines.setModel(self.lines_model)
        self.title = Label("", Step.HEADING, SEMIBOLD)
        self.difference = WrapLabel("", role="text2", most=2)
        self.empty = WrapLabel("", Step.SUBTITLE, role="text2")
        self._lay_out()
        self.states.looked_at.connect(self._look)
        self.states.onward.connect(self._to_lines)
        self.lines.backward.connect(lambda: self.states.setFocus(Qt.FocusReason.TabFocusReason))
        self.lines.toggled.connect(self.lines_model.toggle)
        self.lines_model.ticked.connect(self._say)
        chain([self.states, self.lines, self.action, self.arrow])
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.left = Ground("canvas", "r")
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 1, 0)
        left.addWidget(self.states)
        self.right = Ground("surface")
        self._column = QVBoxLayout(self.right)
        self._heading = QVBoxLayout()
        self._heading.addWidget(self.title)
        self._heading.addWidget(self.difference)
        self._column.addLayout(self._heading)
        self._column.addWidget(self.lines, 1)
        row = QHBoxLayout(self.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.right, 1)
        self.nothing = Ground("surface")
        self._empty_column = QVBoxLayout(self.nothing)
        self._empty_column.addWidget(self.empty)
        self._empty_column.addStretch()
        row.addWidget(self.nothing, 1)
        self.nothing.hide()
        self._fit()

    def _fit(self) -> None:
        px = theme().px
        self.left.setFixedWidth(px(_STATES))
        self._column.setContentsMargins(0, px(14), 0, 0)
        self._column.setSpacing(px(10))
        self._heading.setContentsMargins(px(20), 0, px(20), 0)
        self._heading.setSpacing(px(2))
        self._empty_column.setContentsMargins(px(32), px(32), px(32), px(32))
        self.states.doItemsLayout()
        self.lines.doItemsLayout()

    # -- what it shows -------------------------------------------------------------------------

    def show_states(
        self, title: str, states: tuple[EarlierState, ...], moments: Moments, now: datetime
    ) -> None:
        """Show the states of a session, the newest chosen."""
        self._moments, self._view = moments, None
        self.session_title.setText(title)
        self.lines_model.show([])
        rows = state_rows(states, moments.zone_name, now)
        self.states_model.show(rows)
        for part in (self.left, self.right, self.foot):
            part.setVisible(bool(states))
        self.nothing.setVisible(not states)
        self.empty.setText(
            self.tr(
                "Nothing earlier yet. As you write, what the notes were before is kept here: a "
                "state for each minute, and the one before every large deletion."
            )
        )
        self.action.setEnabled(False)
        self.states.setCurrentIndex(self.states_model.first())

    def show_state(self, view: StateView) -> None:
        """Show a state beside now, if it is the one that is chosen."""
        if view.number != self.number():
            return
        self._view = view
        self.lines_model.show(line_rows(view, self._moments))
        self.difference.setText(history_words.against_now(view))
        first = self.lines_model.first_difference()
        self.lines.setCurrentIndex(first)
        self.lines.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)

    def number(self) -> int:
        """Return the number of the state that is chosen (0: none)."""
        row = self._row(self.states.currentIndex())
        return 0 if row is None or row.state is None else row.state.number

    def chosen(self) -> set[str] | None:
        """Return the lines that are to come back (None: all of the state)."""
        return self.lines_model.chosen() or None

    def _row(self, index: Index) -> StateRow | None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, StateRow) else None

    def _look(self, index: Index) -> None:
        row = self._row(index)
        if row is None or row.state is None:
            return
        day = history_words.day_of(row.state.at, self._moments.zone_name)
        self.title.setText(history_words.heading(row.title, day, exact=row.state.exact))
        self.states.scrollTo(index)
        self.wanted.emit(row.state.number)

    def _to_lines(self) -> None:
        self.lines.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self) -> None:
        ticked = len(self.lines_model.chosen())
        self.action.set_words(history_words.action_words(ticked), "history")
        view = self._view
        self.action.setEnabled(view is not None and view.differs)
        self.say("" if view is None else history_words.what_is_safe(view, ticked))
