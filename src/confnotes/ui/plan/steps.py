"""What was done to a programme, each as one step of which the last can be taken back."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from confnotes.domain.errors import ConfnotesError
from confnotes.ui.plan.banner import Banner
from confnotes.ui.shell.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Step:
    """`undo` takes it back, on the writing thread; `words` say what is so then; `session_id` is
    what to show then, "" for nothing else than before."""

    undo: Callable[[], object]
    words: str
    session_id: str = ""


class Steps(QObject):
    """Tells of each in the banner, with the button that takes it back. `done`: one was taken back;
    with the session to show."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._conference_id = ""
        self._done: dict[str, list[Step]] = defaultdict(list)
        self._busy = False
        self.action: QAction | None = None
        self.banner = Banner()
        self.banner.pressed.connect(self.take_back)

    def set_conference(self, conference_id: str | None) -> None:
        """Say whose programme it is (None: there is none)."""
        self._conference_id = conference_id or ""
        self.banner.hide()
        self.offer()

    def add(self, conference_id: str, step: Step, title: str, words: str, icon: str) -> None:
        """Keep what was done, and say so where that conference is open."""
        self._done[conference_id].append(step)
        if conference_id == self._conference_id:
            self.offer()
            self.banner.say(title, words, self.tr("Take it back"), icon=icon)

    def offer(self) -> None:
        """Offer to take the last step back where there is one."""
        if self.action is not None:
            self.action.setEnabled(bool(self._done.get(self._conference_id)) and not self._busy)

    def take_back(self) -> None:
        """Make the programme what it was before the last step."""
        steps, here = self._done.get(self._conference_id), self._conference_id
        if not steps or self._busy:
            return
        last = steps[-1]
        self._busy = True
        self._tasks.write(last.undo, lambda _done: self._back(here, last), self._fail)

    def _back(self, conference_id: str, last: Step) -> None:
        self._busy = False
        self._done[conference_id].remove(last)
        self.offer()
        if conference_id == self._conference_id:
            self.done.emit(last.session_id)
            self.banner.say(self.tr("Taken back"), last.words, icon="undo")

    def _fail(self, error: ConfnotesError) -> None:
        self._busy = False
        self.failed.emit(error)
        self.offer()
