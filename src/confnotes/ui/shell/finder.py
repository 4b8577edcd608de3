"""Finding anything and going there: between Ctrl+K, the search, and the window's workspaces."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line
from confnotes.domain.search import open_filter, parse
from confnotes.services.search import SearchService
from confnotes.services.search_views import Answer, Found, Place
from confnotes.ui.shell.palette import Palette
from confnotes.ui.shell.palette_filters import VALUES, name_of
from confnotes.ui.shell.palette_items import Fill, NewSession, Target, ToWorkspace
from confnotes.ui.shell.palette_rows import LIMITS, RECENT, Scene, Told, rows
from confnotes.ui.shell.rail import WORKSPACES
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Workspace

_QUIET_MS = 1500
"""So long after it was made the window is at rest, and what a search needs is read ahead."""


@dataclass(frozen=True)
class Ways:
    """How to get about the window: the conference shown (None: there is none), the name of the
    workspace in front (""), a workspace that was shown before, the window's actions by name, the
    seconds one begins to write late; showing a conference, and bringing a workspace to the
    front."""

    conference: Callable[[], str | None]
    front: Callable[[], str]
    workspace: Callable[[str], Workspace | None]
    actions: Callable[[], dict[str, QAction]]
    reaction: Callable[[], int]
    show_conference: Callable[[str], None]
    bring: Callable[[str], Workspace]


class Finder(QObject):
    """Opens Ctrl+K, asks while one types, and goes where one wants."""

    def __init__(self, window: QWidget, search: SearchService, tasks: Tasks, ways: Ways) -> None:
        super().__init__(window)
        self._search, self._tasks, self._ways = search, tasks, ways
        self._asked = 0
        self._words: tuple[str, ...] = ()
        self.palette = Palette(window)
        self.palette.asked.connect(self._ask)
        self.palette.taken.connect(self._go)
        self.palette.lost.connect(self._focus)
        QTimer.singleShot(_QUIET_MS, self, self._warm)

    def open(self) -> None:
        """Open it with an empty field."""
        self.palette.open()

    def _warm(self) -> None:
        self._tasks.read(self._search.warm, failed=_unasked)

    # -- asking --------------------------------------------------------------------------------

    def _ask(self, text: str) -> None:
        """Ask on the reading thread; only the newest question is answered."""
        self._asked += 1
        number, near = self._asked, self._ways.conference()

        def look() -> tuple[int, Told | None]:
            return number, self._look(text, near) if number == self._asked else None

        self._tasks.read(look, self._answered)

    def _answered(self, answer: tuple[int, Told | None]) -> None:
        number, told = answer
        if told is not None and number == self._asked and self.palette.isVisible():
            self._words = told.answer.query.words
            self.palette.set_rows(rows(told, self._scene()))

    def _look(self, text: str, near: str | None) -> Told:
        """Search; on the reading thread."""
        query, wanted, search = parse(text), open_filter(text), self._search
        values = () if wanted is None else search.values(wanted, near, VALUES)
        if query:
            answer = search.search(query, near=near, limits=LIMITS)
            return Told(text, answer, wanted=wanted, values=values)
        idle = wanted is None and query.only is None
        recent = search.recent(RECENT, near) if idle else ()
        return Told(text, Answer(query), recent, wanted, values)

    def _scene(self) -> Scene:
        """Return where one is and what can be done there."""
        named, front = self._ways.actions(), self._front()
        there = self._ways.conference() is not None
        places = [(name, named[name]) for name in WORKSPACES if there]
        apart = {*WORKSPACES, "find"}
        own = [] if front is None else front.actions()
        actions = [*own, *(action for name, action in named.items() if name not in apart)]
        usable = [one for one in actions if one.text() and one.isEnabled() and one.isVisible()]
        return Scene(self._ways.conference(), self._ways.reaction(), usable, places)

    def _focus(self) -> None:
        """Go where one writes in the workspace in front: what had the focus has gone."""
        front = self._front()
        if front is not None:
            front.activated()

    def _front(self) -> Workspace | None:
        return self._ways.workspace(self._ways.front())

    # -- going ---------------------------------------------------------------------------------

    def _go(self, target: Target, also: bool) -> None:
        if isinstance(target, QAction):
            target.trigger()
        elif isinstance(target, ToWorkspace):
            self._ways.bring(target.name)
        elif isinstance(target, NewSession):
            self._begin(target.title)
        elif not isinstance(target, Fill):
            self._to(target, also=also)

    def _to(self, found: Found, *, also: bool) -> None:
        if found.place is Place.SPEAKER:  # what they said, and where
            self.palette.open(f'{name_of("speaker")}:"{found.text}" ')
            return
        if found.conference.id != self._ways.conference():
            self._ways.show_conference(found.conference.id)
        if found.place is Place.EVENT:
            self._ways.bring("plan").show_event(found.id)
        elif found.place is Place.FOOTNOTE and (also or found.line is None):
            self._ways.bring("review").show_footnote(found.id)
        elif found.session is not None:
            self._to_session(found.session.id, found.line, also=also)

    def _to_session(self, session_id: str, line: Line | None, *, also: bool) -> None:
        """Show a session or a line of it: in Notes, or in Review. Whoever is in Plan looks for a
        session to choose it, and stays there."""
        bring = self._ways.bring
        if also:
            bring("review").show_session(session_id)
        elif line is not None:
            bring("notes").show_line(session_id, line.id, self._words)
        else:
            bring("plan" if self._ways.front() == "plan" else "notes").show_session(session_id)

    def _begin(self, title: str) -> None:
        """Open the field for a new session in Notes with its title in it: one still chooses what
        it is, and Enter begins it."""
        action = self._ways.bring("notes").findChild(QAction, "new_session")
        if action is not None:
            action.trigger()
        edit = QApplication.focusWidget()
        if isinstance(edit, QLineEdit) and not edit.text():
            edit.insert(title)


def _unasked(_error: ConfnotesError) -> None:
    """Nobody asked for it yet: the first search says what is wrong, if it still is."""
