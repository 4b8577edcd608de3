"""The sessions of a day, as a grid or as a list; both say and do the same."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from confnotes.ui.parts.panels import FOLD_BELOW
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.gridview import ProgrammeGrid
from confnotes.ui.plan.listview import ProgrammeList
from confnotes.ui.plan.rows import SessionRow, day_rows
from confnotes.ui.plan.sessions_view import SessionsView

GRID, LIST = "grid", "list"


class Board(QStackedWidget):
    """The grid in a wide window, the list in a narrow one, unless one said which; what has no time
    is always a list. Its signals are those of `SessionsView`; `turned` tells which is shown."""

    cycled = Signal(str)
    later = Signal(str)
    picked = Signal(str)
    asked = Signal(str)
    thrown = Signal(str)
    stepped = Signal(int)
    numbered = Signal(int)
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ProgrammeList()
        self.grid = ProgrammeGrid()
        self._wished: str | None = None
        self._sessions: Sequence[SessionRow] = ()
        self._zone, self._all_day = "UTC", ""
        self._rooms: tuple[str, ...] = ()
        self._timed = True
        for view in (self.list, self.grid):
            self.addWidget(view)
            for name in ("cycled", "later", "picked", "asked", "thrown", "stepped", "numbered"):
                getattr(view, name).connect(getattr(self, name))

    @property
    def view(self) -> SessionsView:
        """The one that is shown."""
        return self.grid if self.currentWidget() is self.grid else self.list

    def look(self) -> str:
        """Return which of the two is shown where sessions have times."""
        narrow = self.window().width() < theme().px(FOLD_BELOW)
        return self._wished or (LIST if narrow else GRID)

    def set_look(self, look: str) -> None:
        """Show the grid or the list from now on, however wide the window is."""
        self._wished = look
        self._turn()

    def show_sessions(
        self,
        sessions: Sequence[SessionRow],
        *,
        rooms: tuple[str, ...],
        zone: str,
        own_zone: str,
        all_day: str,
        timed: bool,
        nothing: str,
    ) -> None:
        """Show the sessions of a day. `timed`: they have times, so that a grid can show them;
        `nothing`: what is said where there are none."""
        self._sessions, self._rooms, self._timed = sessions, rooms, timed
        self._zone, self._all_day = zone, all_day
        self.grid.model_of_grid.zone, self.grid.model_of_grid.own_zone = zone, own_zone
        self.list.nothing = self.grid.nothing = nothing
        if not self._turn():
            self._fill()

    def _turn(self) -> bool:
        """Bring the right one to the front; return whether it was the other one before."""
        before, chosen = self.view, self.view.current_id()
        wanted = self.grid if self._timed and self.look() == GRID else self.list
        if before is wanted:
            return False
        focused = before.hasFocus()
        self.setCurrentWidget(wanted)
        self._fill()
        if chosen is not None:
            wanted.select(chosen)
        if focused:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(self.look())
        return True

    def _fill(self) -> None:
        if self.view is self.grid:
            self.grid.show_sessions(self._sessions, self._rooms)
        else:
            self.list.rows.refresh(day_rows(self._sessions, self._zone, self._all_day))
        self.view.viewport().update()

    def fit(self) -> None:
        """Choose anew after the window took another width."""
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def select(self, session_id: str) -> bool:
        """Select a session that is shown; return whether it is."""
        return self.view.select(session_id)

    def beside(self, session_id: str) -> str:
        """Return the session after that one as it is shown, the one before the last ("": none)."""
        ids = [row.id for row in self.view.rows.rows() if isinstance(row, SessionRow)]
        at = ids.index(session_id) if session_id in ids else len(ids)
        return next(iter((*ids[at + 1 :], *reversed(ids[:at]))), "")

    def place(self) -> int:
        """Return how far down one has scrolled."""
        return self.view.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll down that far."""
        self.view.verticalScrollBar().setValue(place)

    def scroll_to_time(self, now: datetime) -> None:
        """Bring what is on at that instant, or comes next, to the top."""
        self.view.scroll_to_time(now)
