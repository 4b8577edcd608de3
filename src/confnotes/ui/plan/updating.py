"""A schedule that is imported again: what it changes is shown, and applied as one step."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.revisions import Revision, RevisionKind, revisions
from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView
from confnotes.ui.plan.change_rows import change_rows
from confnotes.ui.plan.changes import ChangesPage
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.steps import Step, Steps
from confnotes.ui.shell.files import ReadFile
from confnotes.ui.shell.tasks import Tasks

if TYPE_CHECKING:
    from confnotes.services.joining import Joined  # the parsers are not for start-up
    from confnotes.services.reimport import Applied


@dataclass(frozen=True, slots=True)
class _Compared:
    """What was found between a file and a conference."""

    file: ReadFile
    found: tuple[Revision, ...]
    bearing: frozenset[str]
    view: ProgrammeView


class Updating(QObject):
    """`opened`: the page is to be seen, `closed`: no more, `written`: the programme is another; the
    session to show, "" for none."""

    opened = Signal()
    closed = Signal()
    written = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, choices: Choices, steps: Steps, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._services, self._tasks, self._choices = services, tasks, choices
        self._steps, self._owner = steps, owner
        self._file: ReadFile | None = None
        self.conference_id: str | None = None
        self.page = ChangesPage()
        self.page.back.connect(self.close)
        self.page.done.connect(self.apply)

    def set_conference(self, conference_id: str | None) -> None:
        """Say whose programme it is (None: there is none)."""
        self.conference_id = conference_id
        self.close()

    def compare(self, file: ReadFile) -> None:
        """Read what a file says differently, and show it."""
        conference_id, services = self.conference_id, self._services
        if conference_id is None:
            return

        def read() -> _Compared:
            view = services.programme.view(conference_id)
            found = revisions(services.schedules.differences(conference_id, file.draft))
            bearing = services.schedules.bearing(conference_id)
            return _Compared(file, _seen(found, view), bearing, view)

        # On the writing thread: what was chosen or typed a moment ago belongs to it.
        self._tasks.write(read, self._compared, self.failed.emit)

    def _compared(self, what: _Compared) -> None:
        if what.view.conference.id != self.conference_id:
            return  # another conference was opened meanwhile
        self._file = what.file
        rows = change_rows(
            what.found, what.bearing, what.view, self._choices.of, self._choices.walk
        )
        self.page.show_changes(rows, what.file.name)
        self.opened.emit()

    def close(self) -> None:
        """Leave the page; what was decided there is forgotten, nothing is written."""
        if self._file is not None:
            self._file = None
            self.closed.emit()

    @property
    def open(self) -> bool:
        """Whether the page is to be seen."""
        return self._file is not None

    def apply(self) -> None:
        """Write what is ticked, as one step."""
        file, conference_id, services = self._file, self.conference_id, self._services
        if file is None or conference_id is None:
            return
        decisions = self.page.decisions()
        self.page.setEnabled(False)
        self._tasks.write(
            lambda: services.schedules.apply(
                conference_id,
                file.draft,
                decisions,
                source_name=file.name,
                data_sha256=file.sha256,
                feed=file.feed,
                initiator=self._owner,
            ),
            self._done,
            self._fail,
        )

    def _fail(self, error: ConfnotesError) -> None:
        self.page.setEnabled(True)
        self.failed.emit(error)

    def _done(self, outcome: "tuple[Applied, ChangeSet]") -> None:
        self.page.setEnabled(True)
        self._told(outcome[0], self.tr("The programme is up to date"))

    def came(self, added: object) -> None:
        """Tell what came in as another schedule, which can be taken back."""
        self._told(cast("Applied", added), self.tr("The schedule was added"))

    def _told(self, applied: "Applied", title: str) -> None:
        if applied.conference_id == self.conference_id:
            self.close()
            self.written.emit("")
        words = " · ".join(
            said.format(n=count) if count != 1 else one
            for count, one, said in (
                (applied.revised, self.tr("1 changed"), self.tr("{n} changed")),
                (applied.new, self.tr("1 new"), self.tr("{n} new")),
                (applied.removed, self.tr("1 removed"), self.tr("{n} removed")),
                (applied.missing, self.tr("1 stays, marked"), self.tr("{n} stay, marked")),
            )
            if count
        )
        self._add(applied, title, words)

    def _add(self, applied: "Applied", title: str, words: str) -> None:
        take_back = self._services.schedules.take_back
        back = self.tr("The programme is as it was. What you wrote since is still there.")
        step = Step(lambda: take_back(applied, initiator=self._owner), back)
        self._steps.add(applied.conference_id, step, title, words, "refresh")

    def join(self, hand_id: str, scheduled_id: str) -> None:
        """Make one session of one begun by hand and a scheduled one, as one step."""
        schedules = self._services.schedules
        self._tasks.write(
            lambda: schedules.join(hand_id, scheduled_id, initiator=self._owner),
            self._joined,
            self._fail,
        )

    def _joined(self, outcome: "tuple[Joined, ChangeSet]") -> None:
        joined, _changes = outcome
        if joined.applied.conference_id == self.conference_id:
            self.written.emit(joined.session_id)
        words = self.tr("It has the facts of the schedule, and all that is yours.")
        self._add(joined.applied, self.tr("The two are one session"), words)


def _seen(found: tuple[Revision, ...], view: ProgrammeView) -> tuple[Revision, ...]:
    """Return what a person decides on: what is in the trash follows the schedule unasked."""
    thrown = {one.session.id for one in view.trashed}
    asked = (RevisionKind.NEW, RevisionKind.REPLACED)  # a talk that one has not thrown away
    return tuple(one for one in found if one.kind in asked or one.id not in thrown)
