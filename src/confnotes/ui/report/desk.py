"""What stands between the Report screen and the report service: who reads when, and what is shown.

Reads that compose the whole report run on the reading thread, one at a time, and only the newest
answer counts; writes run on the writing thread in the order they were asked for.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.report import Report, SectionKind
from confnotes.domain.text import Language, other
from confnotes.services.bundle import Services
from confnotes.services.report_views import SectionContent, SectionView
from confnotes.ui.report import deleting
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks

if TYPE_CHECKING:  # it comes in when a report is first shown
    from confnotes.services.report_reading import Reading

LULL_MS = 250
"""The preview is set anew in a lull of this length, so that it never meets a key being typed."""
SLOW_MS = 1500
"""After so long the preview says that it is behind."""


class ReportDesk(QObject):
    """One report in one language for one target. `read` tells that the screen has news, `saved`
    that a write is in the file, `slow` that the preview is behind (or no longer)."""

    read = Signal(object)
    opened = Signal()
    saved = Signal(object)
    slow = Signal(bool)
    outside = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._report: Report | None = None
        self._writes = Insistent(tasks, self)
        self._writes.done.connect(self._written)
        self._writes.failed.connect(self.failed)
        self._unwritten: dict[tuple[str, str, Language], str | None] = {}
        self._busy = False
        self._again = False
        self.last: Reading | None = None
        self._current = False
        self.key = ""
        self._deleted: deleting.Deleted | None = None
        self._lull = QTimer(self)
        self._lull.setSingleShot(True)
        self._lull.setInterval(LULL_MS)
        self._lull.timeout.connect(self.refresh)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SLOW_MS)
        self._late.timeout.connect(lambda: self.slow.emit(True))

    # What is open

    @property
    def report(self) -> Report | None:
        """The report as kept, or as it will be."""
        return self._report

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self._report.language if self._report is not None else Language.JA

    @property
    def target(self) -> str:
        """The place it is for."""
        return self._report.target if self._report is not None else ""

    @property
    def reading(self) -> bool:
        """Whether the screen is behind what is in the notebook."""
        return self._busy or self._again or self._lull.isActive()

    def open(self, conference_id: str | None) -> None:
        """Turn to a conference's report; ConfnotesError when it cannot be read."""
        self.last, self._current = None, False
        self._deleted = None
        self._report = None
        if conference_id is not None:
            self._report = self._services.reports.report(conference_id)
        self.opened.emit()
        self.refresh()

    def set_language(self, language: Language) -> None:
        """Turn to the other language; remembered with the report."""
        self._keep(language=language)

    def set_target(self, target: str) -> None:
        """Turn to another place; remembered with the report."""
        self._keep(target=target)

    def _keep(self, **changed: object) -> None:
        if self._report is None:
            return
        report = replace(self._report, **changed)  # type: ignore[arg-type]  # fields by name
        if report != self._report:
            self._report, self._current = report, False
            self._write(lambda: self._services.reports.save_report(report, initiator=self))
            self.opened.emit()
            self.refresh()

    def keep(self, report: Report) -> None:
        """Keep another title, audience or layout."""
        self._keep(title=report.title, audience=report.audience, layout=report.layout)

    # Reading

    def content(self, key: str, language: Language | None = None) -> SectionContent | None:
        """Return a section to edit (None: it is no longer there). Where the last reading is behind,
        it is read in place: one section is wanted at once."""
        if self._report is None:
            return None
        language = language or self.language
        if self._current and self.last is not None and language is self.language:
            return self.last.content(key)
        try:
            found = self._services.reports.section_markdown(self._report, key, language)
        except ConfnotesError:
            return None
        place = self._report.id, key, language
        if place not in self._unwritten:
            return found
        typed = self._unwritten[place]  # on its way to the file: newer than what is there
        return replace(
            found,
            text=found.generated if typed is None else typed,
            written=typed is not None,
        )

    def other_text(self, key: str) -> str:
        """Return the section as it stands in the other language."""
        found = self.content(key, other(self.language))
        return found.text if found is not None else ""

    def refresh(self) -> None:
        """Read again what the screen shows, now or as soon as the reading under way is done."""
        self._lull.stop()
        if self._report is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._late.start()
        report, key = self._report, self.key
        reports = self._services.reports
        self._tasks.read(
            lambda: reports.reading(report, report.language, report.target, key),
            lambda found: self._got(report, found),
            self._could_not,
        )

    def _got(self, report: Report, found: "Reading") -> None:
        current = not (self.reading_again or self.owing)  # nothing was written after this was read
        self._done_reading()
        now = self._report
        asked = (report.id, report.language, report.target)
        if now is not None and asked == (now.id, now.language, now.target):
            self.last, self._current = found, current
            self.read.emit(found)

    @property
    def current(self) -> bool:
        """Whether the last reading has all that was written since."""
        return self._current

    @property
    def reading_again(self) -> bool:
        """Whether another reading is asked for already."""
        return self._again or self._lull.isActive()

    def _could_not(self, error: ConfnotesError) -> None:
        self._done_reading()
        self.failed.emit(error)

    def _done_reading(self) -> None:
        self._busy = False
        self._late.stop()
        self.slow.emit(False)
        if self._again:
            self.refresh()

    def outdated(self) -> None:
        """Hear that the notebook changed while nobody looks at the report."""
        self._current = False

    def heard(self, changes: ChangeSet) -> None:
        """Take notice of a change in the notebook; one's own is known already."""
        report = self._report
        if report is None or changes.conference_id not in ("", report.conference_id):
            return
        self._current = False
        if changes.touches(Kind.REPORT):
            kept = self._services.reports.report(report.conference_id)
            self._report = replace(kept, language=report.language, target=report.target)
        if changes.initiator is not self:
            self.outside.emit(changes)
        self._lull.start()

    def typing(self) -> None:
        """Hear that a key was pressed: what waits for a lull waits on."""
        if self._lull.isActive():
            self._lull.start()

    # Writing

    @property
    def owing(self) -> bool:
        """Whether something written is not in the file yet."""
        return self._writes.owing

    def write(self, key: str, language: Language, text: str) -> None:
        """Keep what the author wrote in a section."""
        self._keep_text(key, language, text)

    def revert(self, key: str, language: Language) -> None:
        """Let a section be generated again."""
        self._keep_text(key, language, None)

    def _keep_text(self, key: str, language: Language, text: str | None) -> None:
        report, reports = self._report, self._services.reports
        if report is None:
            return
        place = report.id, key, language
        self._unwritten[place] = text

        def change() -> ChangeSet:
            if text is None:
                return reports.revert_section(report, key, language, initiator=self)
            return reports.write_section(report, key, language, text, initiator=self)

        def after() -> None:
            if self._unwritten.get(place, "") == text:
                self._unwritten.pop(place, None)

        self._current = False
        self._writes.write(change, after, about=place, words=f"{key}\n{text or ''}")

    def settle(self, key: str, language: Language, base: str) -> None:
        """Keep what of the generated text the author has seen."""
        self._with(lambda r: self._services.reports.settle_section(
            r, key, language, base, initiator=self))  # fmt: skip

    def show(self, key: str, on: bool) -> None:
        """Print a section or leave it out."""
        self._with(lambda r: self._services.reports.show_section(r, key, on, initiator=self))

    def move(self, key: str, after: str) -> None:
        """Put a section after another beside it ("" before all)."""
        self._with(lambda r: self._services.reports.move_section(r, key, after, initiator=self))

    def rename(self, key: str, language: Language, heading: str) -> None:
        """Give a section another heading."""
        self._with(lambda r: self._services.reports.rename_section(
            r, key, language, heading, initiator=self), heading)  # fmt: skip

    def add(self, heading: str, after: str | None, done: Callable[[str], None]) -> None:
        """Add a section of one's own; `done` gets its key."""
        report = self._report

        def added(made: tuple[str, ChangeSet]) -> None:
            self._written(made[1])
            done(made[0])

        if report is not None:
            self._tasks.write(
                lambda: self._services.reports.add_section(
                    report, heading, report.language, after, initiator=self
                ),
                added,
            )

    def delete(self, key: str, done: Callable[[bool], None]) -> None:
        """Delete a section of one's own; `done` hears whether it can be brought back."""
        report, reports = self._report, self._services.reports
        if report is None:
            return

        def change() -> ChangeSet:
            self._deleted = deleting.look_up(reports, report, key)
            return reports.delete_section(report, key, initiator=self)

        self._current = False
        self._writes.write(change, lambda: done(self._deleted is not None))

    def bring_back(self, done: Callable[[str], None]) -> None:
        """Bring back the section deleted last; `done` gets its new key."""
        report, reports, deleted = self._report, self._services.reports, self._deleted
        self._deleted = None
        if report is None or deleted is None:
            return

        def back(made: tuple[str, ChangeSet]) -> None:
            self._written(made[1])
            done(made[0])

        self._tasks.write(lambda: deleting.bring_back(reports, report, deleted, self), back)

    def owed(self) -> list[str]:
        """Return the words of what is not in the file yet."""
        return self._writes.words()

    def try_again(self) -> None:
        """Try now what the file would not take."""
        self._writes.try_again()

    def do(
        self,
        change: Callable[[], ChangeSet],
        words: str = "",
        after: Callable[[], None] | None = None,
    ) -> None:
        """Do any other change, as one's own; `words` is what was typed for it. `after` is called
        once it is in the file, or could not be."""
        self._writes.write(change, after, words=words)

    def _with(self, change: Callable[[Report], ChangeSet], words: str = "") -> None:
        report = self._report
        if report is not None:
            self._write(lambda: change(report), words)

    def _write(self, change: Callable[[], ChangeSet], words: str = "") -> None:
        self._current = False
        self._writes.write(change, words=words)

    def _written(self, _changes: ChangeSet) -> None:
        self.saved.emit(self._services.notebook.clock())


def first_section(sections: tuple[SectionView, ...]) -> str:
    """Return where to begin: the opening, else the first section there is."""
    opening = next((s.key for s in sections if s.kind is SectionKind.OPENING), "")
    return opening or (sections[0].key if sections else "")
