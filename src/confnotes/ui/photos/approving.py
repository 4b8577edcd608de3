"""From an approval into the notebook, and back.

The bytes are kept file by file first, on other threads and outside of any transaction: the notes
go on being saved meanwhile, and it can be given up. Only then do all photos come into the notes in
one step.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.services.bundle import Services
from confnotes.services.photo_views import AttachedPhotos, Kept, PhotoPlan, Placement
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.photos import words
from confnotes.ui.photos.album import Entry
from confnotes.ui.photos.bench import Bench
from confnotes.ui.photos.pool import Pool
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Work


@dataclass
class _Approval:
    """An approval under way: the photos whose bytes are kept so far."""

    bench: Bench
    entries: list[Entry]
    kept: dict[int, Kept] = field(default_factory=dict)
    error: ConfnotesError | None = None


class Approving(QObject):
    """`attached`: the photos (entries) are in the notes; `moved`: what is on the sheet changed;
    `saved`, `failed`, `work` as a workspace has them."""

    attached = Signal(list)
    moved = Signal()
    saved = Signal()
    failed = Signal(object)
    work = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        bar: FootBar,
        bench: Callable[[], Bench | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._bar, self._bench = services, tasks, bar, bench
        self._approval: _Approval | None = None
        self.keeping: Pool[Entry] = Pool(self)
        self.keeping.did.connect(self._kept_one)
        self.keeping.ended.connect(self._kept_all)
        bar.pressed.connect(self.take_back)
        bar.closed.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether an approval is under way."""
        return self._approval is not None

    def attach(self, wanted: Sequence[Entry]) -> None:
        """Bring these photos into the notes."""
        bench = self._bench()
        if bench is None or self.busy or not wanted:
            return
        self._approval = _Approval(bench, list(wanted))
        self._bar.hide()
        photos = self._services.photos
        self.keeping.run(wanted, lambda entry: entry.photo and photos.keep(entry.photo))
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        approval = self._approval
        if approval is not None and self.keeping.busy:
            done, many = len(approval.kept), len(approval.entries)
            text = self.tr("Keeping photos, {k} of {n}").format(k=done, n=many)
            self.work.emit(Work(text, done / many, self.keeping.stop))

    def _kept_one(self, entry: Entry, result: object) -> None:
        approval = self._approval
        if approval is None:
            return
        if isinstance(result, Kept):
            approval.kept[id(entry)] = result
        elif isinstance(result, NotebookError):
            approval.error = result  # the disk does not take it: nothing is attached
            self.keeping.stop()
            return
        elif isinstance(result, ConfnotesError):
            entry.problem = result  # this one is said, the rest goes on
        self._tell()

    def _kept_all(self, stopped: bool) -> None:
        approval = self._approval
        self.work.emit(None)
        if approval is None:
            return
        if stopped or not approval.kept:
            self._give_up(approval.error)
            return
        photos, conference = self._services.photos, approval.bench.album.plan.conference.id
        placements = [
            Placement(
                approval.kept[id(entry)],
                entry.session_id,
                entry.at,
                entry.after,
                entry.caption,
                entry.alternative,
            )
            for entry in approval.entries
            if id(entry) in approval.kept
        ]
        self._tasks.write(
            lambda: photos.attach(conference, placements), self._attached, self._give_up
        )

    def _give_up(self, error: ConfnotesError | None = None) -> None:
        approval, self._approval = self._approval, None
        if approval is not None:
            kept = list(approval.kept.values())
            self._tasks.write(lambda: self._services.photos.give_up(kept))
        if error is not None:
            self.failed.emit(error)
        self.moved.emit()

    def _attached(self, outcome: tuple[AttachedPhotos, ChangeSet]) -> None:
        attached, _changes = outcome
        approval, self._approval = self._approval, None
        if approval is None:
            return
        done = [entry for entry in approval.entries if id(entry) in approval.kept]
        approval.bench.album.drop(done)
        approval.bench.done = attached, done
        if approval.bench is self._bench():
            self._offer(words.attached(len(attached.lines), attached.sessions), undo=True)
        self.attached.emit(done)
        self.saved.emit()
        self.moved.emit()

    def _offer(self, sentence: str, *, undo: bool) -> None:
        self._bar.action.setVisible(undo)
        self._bar.key.setVisible(undo)
        self._bar.say(sentence)

    def take_back(self) -> None:
        """Take the last approval back."""
        bench = self._bench()
        if bench is None or bench.done is None or self.busy:
            return
        (attached, entries), bench.done = bench.done, None
        self._bar.hide()
        photos = self._services.photos

        def call() -> tuple[int, PhotoPlan]:
            stayed, _changes = photos.take_back(attached)
            return stayed, photos.plan(attached.conference_id)

        def took(outcome: tuple[int, PhotoPlan]) -> None:
            stayed, plan = outcome
            bench.album.set_plan(plan)
            bench.album.bring_back(entries)
            if bench is self._bench():
                self._offer(words.taken_back(stayed), undo=False)
            self.saved.emit()
            self.moved.emit()

        def could_not(error: ConfnotesError) -> None:
            bench.done = attached, entries
            self._bar.show()
            self.failed.emit(error)

        self._tasks.write(call, took, could_not)

    def _forget(self) -> None:
        bench = self._bench()
        if bench is not None:
            bench.done = None
