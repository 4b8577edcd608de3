"""Saved layouts over their service: kept, begun from, named, deleted, and each taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.services.bundle import Services
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.saved_layouts import SavedLayouts, shown_name


class LayoutsDesk(QObject):
    """Does what the list of layouts asks for. `done` tells that it is in the file, `flush` that
    what was typed must go down first."""

    done = Signal()
    flush = Signal()

    def __init__(
        self,
        services: Services,
        desk: ReportDesk,
        view: SavedLayouts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._desk, self._view = services, desk, view
        self._undo: Callable[[], ChangeSet] | None = None
        self._undone = ""
        view.save_asked.connect(self._begin_saving)
        view.saved.connect(self._save)
        view.renamed.connect(self._rename)
        view.deleted.connect(self._delete)
        view.undo_asked.connect(self._take_back)

    def show(self) -> list[tuple[str, str]]:
        """Show the layouts there are; return (id, name) of each for the list one begins from."""
        found = self._services.layouts.saved()
        self._view.show_layouts(found)
        saved = self.tr("Saved: {name}")
        return [(view.id, saved.format(name=shown_name(view))) for view in found]

    def forget(self) -> None:
        """Forget what could be taken back: another conference is shown."""
        self._undo = None
        self._view.forget()

    def begin(self, layout_id: str) -> None:
        """Arrange the report by a saved layout."""
        layouts = self._services.layouts
        self.flush.emit()
        report = self._desk.report
        if report is None:
            return

        def change() -> tuple[Callable[[], ChangeSet], ChangeSet, str]:
            arranged, changes = layouts.begin(report, layout_id, initiator=self)
            return partial(layouts.take_back, arranged, initiator=self), changes, arranged.name

        words = self.tr("Arranged by “{name}”; nothing you wrote was replaced.")
        self._do(change, words, self.tr("Arranged as before."))

    def _begin_saving(self) -> None:
        self.flush.emit()
        report = self._desk.report
        if report is not None:
            self._view.begin_saving(self._services.layouts.own_texts(report))

    def _save(self, name: str, keys: Sequence[str]) -> None:
        report, layouts = self._desk.report, self._services.layouts
        if report is None:
            return

        def change() -> tuple[Callable[[], ChangeSet] | None, ChangeSet, str]:
            before, changes = layouts.save(report, name, tuple(keys), initiator=self)
            if before is None:
                return None, changes, name
            return lambda: layouts.put_back(before, initiator=self), changes, name

        replaced = self.tr("The layout “{name}” is as it was.")
        self._do(change, self.tr("Saved as “{name}”."), replaced)

    def _rename(self, layout_id: str, name: str) -> None:
        layouts = self._services.layouts
        self._do(
            lambda: (None, layouts.rename(layout_id, name, initiator=self), name),
            self.tr("Its name is “{name}” now."),
        )

    def _delete(self, layout_id: str) -> None:
        layouts = self._services.layouts

        def change() -> tuple[Callable[[], ChangeSet], ChangeSet, str]:
            whole, changes = layouts.delete(layout_id, initiator=self)
            return partial(layouts.put_back, whole, initiator=self), changes, whole.layout.name

        self._do(change, self.tr("“{name}” was deleted."), self.tr("“{name}” is back."))

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self._do(lambda: (None, undo(), ""), self._undone)

    def _do(
        self,
        change: Callable[[], tuple[Callable[[], ChangeSet] | None, ChangeSet, str]],
        words: str,
        undone: str = "",
    ) -> None:
        """Do a change; then say so, and offer what takes it back."""
        outcome: list[tuple[Callable[[], ChangeSet] | None, str]] = []

        def changed() -> ChangeSet:
            undo, changes, name = change()
            outcome.append((undo, name))
            return changes

        def after() -> None:
            if outcome:
                self._undo, name = outcome[0]
                self._undone = undone.format(name=name)
                self._view.say(words.format(name=name), undo=self._undo is not None)
            self.done.emit()

        self._desk.do(changed, after=after)
