"""Sessions on their way into the archive, into the trash, and back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Shelf
from confnotes.services.bundle import Services
from confnotes.ui.plan.board import Board
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.panel import PlanPanel
from confnotes.ui.plan.steps import Step, Steps
from confnotes.ui.shell.tasks import Tasks

Before = tuple[Mapping[str, Shelf | None], ChangeSet]


class Shelving(QObject):
    """`done`: a session is elsewhere now, with the one to show instead ("": none); `leaving`: what
    is being written in the panel is to be parked."""

    done = Signal(str)
    leaving = Signal()
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        choices: Choices,
        steps: Steps,
        board: Board,
        panel: PlanPanel,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._services, self._tasks = services, tasks
        self._choices, self._steps, self._owner = choices, steps, owner
        self._board, self._panel = board, panel
        self._selected: str | None = None
        self.actions: Mapping[str, QAction] = {}
        for thrown in (board.thrown, panel.session_form.delete_asked):
            thrown.connect(lambda identity: self._put_away(identity, Shelf.TRASHED))
        panel.details.away_asked.connect(self._put_away)
        panel.away.put.connect(self._put)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what its actions do."""
        return {
            "plan.archive": lambda: self._put_away(self._selected, Shelf.ARCHIVED),
            "plan.trash": lambda: self._put_away(self._selected, Shelf.TRASHED),
            "plan.away": self.show,
        }

    def follow(self, selected: str | None) -> None:
        """Offer what can be done with the session that is selected, and with what is put away."""
        self._selected = selected
        here = self._choices.session(selected) is not None
        for name, on in (
            ("plan.archive", here), ("plan.trash", here), ("plan.away", bool(self._choices.away)),
        ):  # fmt: skip
            if name in self.actions:
                self.actions[name].setEnabled(on)
        if self._panel.page() is self._panel.away:
            self._fill()

    def has(self, session_id: str) -> bool:
        """Return whether a session is put away."""
        return any(one.session.id == session_id for one in self._choices.away)

    def show(self) -> None:
        """Show what is put away, and go there with the keys."""
        self.show_session("")

    def show_session(self, session_id: str) -> None:
        """Show a session among what is put away."""
        self.leaving.emit()
        self._panel.show_page(self._panel.away)
        self._fill(session_id)
        self._panel.away.begin()

    def _fill(self, wanted: str = "") -> None:
        view = self._choices.view
        if view is not None:
            self._panel.away.show_away(self._choices.away, view.conference.timezone, wanted)

    def _put_away(self, session_id: str | None, shelf: Shelf) -> None:
        """Put a session away; what stood beside it is selected then."""
        if session_id is not None:
            self.leaving.emit()
            self._panel.show_page(self._panel.details, asked=False)  # its form is parked
            self._put(session_id, shelf, self._board.beside(session_id))

    def _put(self, session_id: str, shelf: Shelf | None, show: str = "") -> None:
        """Put a session there, or back into the programme; `show` is what to show then."""
        view = self._choices.view
        if view is None:
            return
        put = self._services.shelves.put_sessions
        title = self._choices.title(session_id)
        self._tasks.write(
            lambda: put({session_id: shelf}, initiator=self._owner),
            partial(self._kept, view.conference.id, session_id, shelf, title, show),
            self.failed.emit,
        )

    def _kept(
        self,
        conference_id: str,
        session_id: str,
        shelf: Shelf | None,
        title: str,
        show: str,
        outcome: Before,
    ) -> None:
        before, _changes = outcome
        self.done.emit(show)
        put = self._services.shelves.put_sessions
        shown = session_id if before[session_id] is None else ""
        step = Step(lambda: put(before, initiator=self._owner), title, shown)
        said = {
            Shelf.ARCHIVED: self.tr("In the archive"),
            Shelf.TRASHED: self.tr("In the trash"),
            None: self.tr("Back in the programme"),
        }[shelf]
        icon = {Shelf.ARCHIVED: "archive", Shelf.TRASHED: "trash", None: "undo"}[shelf]
        self._steps.add(conference_id, step, said, title, icon)
