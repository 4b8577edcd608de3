"""The days at work: which one is open, what the filter lets through, and how much that is."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from confnotes.services.views import SessionView
from confnotes.ui.parts.choices import Segmented
from confnotes.ui.parts.tabs import Tabs
from confnotes.ui.plan.board import Board
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.days import day_tabs, first_day, nothing_words, total_words
from confnotes.ui.plan.filterbar import FilterBar
from confnotes.ui.plan.filtering import Finder
from confnotes.ui.plan.model import own_zone
from confnotes.ui.plan.rows import session_rows


class Days(QObject):
    """Brings tabs, filter and board together. `changed` tells that another day was opened by hand,
    and is to be shown; `total` how many sessions are shown, in words."""

    changed = Signal()
    total = Signal(str)

    def __init__(
        self, tabs: Tabs, look: Segmented, bar: FilterBar, board: Board, choices: Choices
    ) -> None:
        super().__init__(board)
        self._tabs, self._look, self._bar = tabs, look, bar
        self._board, self._choices = board, choices
        self._finder = Finder(())
        self._selected: str | None = None
        self._paged: tuple[int, int, int] | None = None
        self._counts = (0, 0)
        self.filling = False
        """Whether rows are being shown: what is selected then is nobody's choice."""
        look.set_key(board.look())
        tabs.chosen.connect(lambda _key: self.changed.emit())
        look.chosen.connect(board.set_look)
        bar.changed.connect(lambda: self.show(self._selected))
        board.stepped.connect(self._step)
        board.numbered.connect(self._open_number)
        board.turned.connect(self._turned)
        board.picked.connect(self._picked)
        board.grid.paged.connect(self._pages)

    def day(self) -> date | None:
        """Return the day that is open (None: the sessions without a time)."""
        key = self._tabs.key()
        return key if isinstance(key, date) else None

    def read(self, now: datetime) -> None:
        """Take over a programme that was read; a day is opened where none is."""
        view = self._choices.view
        if view is None:
            return
        self._finder = Finder(view.sessions)
        self._bar.set_programme(self._finder)
        self.count()
        if self._tabs.key() is None:
            self._tabs.set_key(first_day(view, now))

    def count(self) -> None:
        """Say on the tabs how many sessions one goes to."""
        if self._choices.view is not None:
            self._tabs.set_tabs(day_tabs(self._choices.view, self._choices))

    def open(self, now: datetime) -> None:
        """Show the open day from its top, or from now; nothing of it is selected."""
        self.show(None)
        self._board.go_to(0)
        view = self._choices.view
        if view is not None and self.day() == first_day(view, now):
            self._board.scroll_to_time(now)

    def show(self, selected: str | None) -> None:
        """Show the open day as it is now."""
        view = self._choices.view
        self._selected = selected
        if view is None:
            return
        whole, wanted, of = view.on(self.day()), self._bar.filter(), self._choices.of
        shown = self._finder.matching(whole, wanted, of) if wanted.active else list(whole)
        elsewhere: list[SessionView] = []
        if wanted.active and not shown:
            elsewhere = self._finder.matching(view.sessions, wanted, of)
        zone, all_day = view.conference.timezone, self.tr("All day")
        firm = [clash for clash in self._choices.clashes() if clash.firm]
        rows = session_rows(
            shown,
            self._choices.made,
            zone,
            all_day,
            clashing={one for clash in firm for one in (clash.first, clash.second)},
            languages=self._finder.told_languages(),
        )
        self.filling = True
        self._board.show_sessions(
            rows,
            rooms=view.rooms,
            zone=zone,
            own_zone=own_zone(),
            all_day=all_day,
            timed=self.day() is not None,
            nothing=nothing_words(view, elsewhere, filtered=bool(whole)),
        )
        if selected is not None:
            self._board.select(selected)
        self.filling = False
        self._look.setEnabled(self.day() is not None)
        self._counts = (len(shown), len(whole))
        self._say_total()

    def _picked(self, session_id: str) -> None:
        self._selected = session_id

    def _step(self, step: int) -> None:
        keys = self._tabs.keys()
        if self._tabs.key() in keys:
            self._open_number(keys.index(self._tabs.key()) + step)

    def _open_number(self, number: int) -> None:
        keys = self._tabs.keys()
        if 0 <= number < len(keys):
            self._tabs.set_key(keys[number])
            self.changed.emit()

    def _turned(self, look: str) -> None:
        self._look.set_key(look)
        self._say_total()

    def _pages(self, first: int, last: int, rooms: int) -> None:
        self._paged = (first, last, rooms)
        self._say_total()

    def _say_total(self) -> None:
        in_grid = self._board.view is self._board.grid
        self.total.emit(total_words(*self._counts, self._paged if in_grid else None))
