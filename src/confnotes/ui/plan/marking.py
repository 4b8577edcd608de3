"""Choosing sessions and events: it counts at once, and the file hears of it a moment later."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.ui.plan.choices import Choices
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks


class Marking(QObject):
    """`made`: something was chosen and is to be shown; `saved(datetime)`: the file has it.
    `failed`: it could not be kept and is tried again; `refused`: it never will be."""

    made = Signal()
    saved = Signal(object)
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, choices: Choices, owner: QObject) -> None:
        super().__init__(owner)
        self._services, self._choices, self._owner = services, choices, owner
        self.writes = Insistent(tasks, owner)
        self.writes.done.connect(lambda _changes: self.saved.emit(datetime.now(UTC)))
        self.writes.failed.connect(self._failed)

    def cycle(self, identity: str) -> None:
        """Take a session or an event to the next state of its mark."""
        intent = self._choices.next_intent(identity)
        if intent is not None:
            self.choose(identity, "intent", intent)

    def cycle_later(self, identity: str) -> None:
        """Put a session on the list of what to watch later, or off it."""
        now = self._choices.now(identity)
        if now is not None:
            self.choose(identity, "watch_later", not now.watch_later)

    def choose(self, identity: str, field: str, value: object) -> None:
        """Show a choice at once, and keep it."""
        choice = self._choices.make(identity, field, value)
        if choice is None:
            return
        self.made.emit()
        programme = self._services.programme
        of_session = self._choices.session(identity) is not None
        keep = programme.choose_session if of_session else programme.choose_event
        self.writes.write(
            lambda: keep(identity, choice, initiator=self._owner),
            lambda: self._choices.written(identity),
            about=identity,
            words=choice.reason,
        )

    def _failed(self, error: ConfnotesError) -> None:
        # While something is owed it stays as chosen, and is tried again.
        (self.failed if self.writes.owing else self.refused).emit(error)
