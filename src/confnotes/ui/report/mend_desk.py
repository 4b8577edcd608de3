"""Where the list of checks leads, what it mends in one step, and takes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.services.bundle import Services
from confnotes.services.report_views import Place
from confnotes.ui.report import check_words
from confnotes.ui.report.checks_popup import UPLOADS, ChecksPopup
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.shell.tasks import Tasks

if TYPE_CHECKING:
    from confnotes.services.report_mending import Mended  # Markdown: not at start-up


class MendDesk(QObject):
    """`failed`: why something could not be mended. A place is in the notes (`line(session, line)`),
    in the text of a section (`text(key)`), or in a `form(name)`."""

    failed = Signal(object)
    line = Signal(str, str)
    text = Signal(str)
    form = Signal(str)

    def __init__(
        self, services: Services, tasks: Tasks, desk: ReportDesk, popup: ChecksPopup
    ) -> None:
        super().__init__(popup)
        self._services, self._tasks = services, tasks
        self._desk, self._popup = desk, popup
        self._done: list[Mended] = []
        popup.can_mend = self._can
        popup.mend.connect(self._mend)
        popup.undone.connect(self._take_back)
        popup.go.connect(self._go)
        desk.opened.connect(self._offer)
        self._of = ""

    def _go(self, code: str, place: Place) -> None:
        if place.session_id is not None and check_words.leads_to_notes(code, place):
            self.line.emit(place.session_id, place.line_id or "")
        elif code == UPLOADS:
            self.form.emit("pictures")
        elif place.section_key is not None:
            self.text.emit(place.section_key)
        elif code in check_words.IN_SETTINGS:
            self.form.emit("settings")

    def _can(self, code: str, place: Place) -> bool:
        return self._services.mending.can(code, place)

    def _offer(self) -> None:
        """What was mended in another conference is not taken back here."""
        here = "" if self._desk.report is None else self._desk.report.conference_id
        if here != self._of:
            self._of = here
            self._done.clear()
        self._popup.offer_undo(bool(self._done))

    def _mend(self, code: str, place: Place) -> None:
        report, mending = self._desk.report, self._services.mending
        if report is not None:
            self._tasks.write(
                lambda: mending.mend(report, code, place, initiator=self), self._mended,
                self.failed.emit,
            )  # fmt: skip

    def _mended(self, outcome: "tuple[Mended, ChangeSet]") -> None:
        self._done.append(outcome[0])
        self._offer()

    def _take_back(self) -> None:
        if self._done:
            last, mending = self._done.pop(), self._services.mending
            self._tasks.write(
                lambda: mending.take_back(last, initiator=self),
                lambda _changes: self._offer(),
                self.failed.emit,
            )
