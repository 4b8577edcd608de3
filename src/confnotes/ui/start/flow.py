"""The way from a door to an open conference; what takes long happens off the GUI thread."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.table import Columns, TableView
from confnotes.services.bundle import Services
from confnotes.services.views import Imported
from confnotes.ui.shell.fetching import Fetching
from confnotes.ui.shell.files import ENDINGS, ReadFile, UnknownColumnsError, read_bytes, read_file
from confnotes.ui.shell.offers import Offer
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.start.byhand import ByHandPage
from confnotes.ui.start.columns import ColumnsPage
from confnotes.ui.start.confirm import ConfirmPage
from confnotes.ui.start.doors import DoorsPage
from confnotes.ui.start.found import Messages

logger = logging.getLogger(__name__)


class StartPages(QStackedWidget):
    """Doors, confirm, by hand. `opened` tells the conference to show, `left` that one wants back,
    `folder_used` where a schedule was found, `confirming` that a schedule of a new conference was
    read and is shown, `known` that it is one of a conference that is there, `added` what came
    into one as another schedule of it. `arrived`: something
    was fetched, but one is not to be disturbed; `show_held` shows it."""

    opened = Signal(str)
    confirming = Signal()
    added = Signal(object)
    known = Signal(object)
    left = Signal()
    failed = Signal(object)
    folder_used = Signal(str)
    arrived = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        messages: Messages,
        sample: Path | None,
        *,
        folder: str = "",
        disturb: Callable[[], bool] = lambda: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._sample = services, tasks, sample
        self._folder, self._disturb = folder, disturb
        self._held: ReadFile | UnknownColumnsError | None = None
        self.doors = DoorsPage(sample=sample is not None)
        self.confirm = ConfirmPage(services, messages)
        self.by_hand = ByHandPage()
        self.columns = ColumnsPage()
        self._table: UnknownColumnsError | ReadFile | None = None
        self.fetching = Fetching(services, tasks, self)
        for page in (self.doors, self.confirm, self.by_hand, self.columns):
            self.addWidget(page)
        self._wire()

    def _wire(self) -> None:
        self.doors.file_asked.connect(self.choose_file)
        self.doors.offered.connect(self.take)
        self.doors.nothing_offered.connect(
            lambda: self.failed.emit(ConfnotesError("start.nothing_to_paste"))
        )
        self.doors.address.asked.connect(self.fetch)
        self.doors.address.stopped.connect(self.fetching.cancel)
        self.fetching.told.connect(self._tell)
        self.fetching.came.connect(self._came)
        self.fetching.failed.connect(self._not_fetched)
        self.doors.by_hand.connect(self.start_by_hand)
        self.doors.sample_asked.connect(self._load_sample)
        self.doors.back.connect(self.left)
        self.confirm.back.connect(self.show_doors)
        self.confirm.another.connect(self.choose_file)
        self.confirm.done.connect(self._import)
        self.confirm.columns_asked.connect(lambda: self._ask_columns(self.confirm.file))
        self.columns.back.connect(self._leave_columns)
        self.columns.done.connect(self._read_columns)
        self.by_hand.back.connect(self._leave_by_hand)
        self.by_hand.done.connect(self._create)

    def show_doors(self) -> None:
        """Show the three doors."""
        self.setCurrentWidget(self.doors)
        self.doors.address.setFocus()

    def _leave_by_hand(self) -> None:
        self.doors.name.setText(self.by_hand.facts().name)
        self.show_doors()

    def start_by_hand(self, name: str = "") -> None:
        """Show the form of a conference by hand."""
        self.setCurrentWidget(self.by_hand)
        self.by_hand.begin(name)

    def choose_file(self) -> None:
        """Ask for a schedule file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a schedule file"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        every = self.tr("All files")
        known = self.tr("Schedules")
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilters([f"{known} ({endings})", f"{every} (*)"])
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.open()

    def read(self, path: Path) -> None:
        """Read a schedule file and show what it says."""
        self._folder = str(path.parent)
        self.folder_used.emit(self._folder)
        self.doors.set_busy(True)
        self._tasks.read(lambda: read_file(path, self._services), self._read, self._fail)

    def take(self, offer: Offer) -> None:
        """Read what was dropped or pasted and show what it says."""
        if offer.path is not None:
            self.read(offer.path)
        elif offer.address:
            self.fetch(offer.address)
        else:
            data, name = offer.text.encode("utf-8", "replace"), self.tr("Pasted text")
            self.doors.set_busy(True)
            self._tasks.read(lambda: read_bytes(data, name, self._services), self._read, self._fail)

    def fetch(self, address: str) -> None:
        """Fetch the schedule at an address, or behind the page there, and show what it says."""
        self.doors.address.field.setText(address)
        self.fetching.begin(address)

    def _came(self, file: ReadFile) -> None:
        """Show what was fetched, unless one has gone on to something else meanwhile."""
        if self._disturb():
            self._read(file)
            return
        self._held = file
        self.arrived.emit()

    def show_held(self) -> None:
        """Show what was fetched while one was busy elsewhere."""
        file, self._held = self._held, None
        if isinstance(file, ReadFile):
            self._read(file)
        elif file is not None:
            self._ask_columns(file)

    def _not_fetched(self, error: ConfnotesError) -> None:
        if isinstance(error, UnknownColumnsError) and not self._disturb():
            self._held = error
            self.arrived.emit()
            return
        identity = error.facts.get("id")
        if error.code == "fetch.unchanged" and identity and self.isVisible():
            self.doors.address.field.setText("")
            self.opened.emit(str(identity))
        self._fail(error)

    def _tell(self, words: str) -> None:
        self.doors.address.tell(words)
        for button in (self.doors.choose, self.doors.begin, self.doors.sample):
            button.setEnabled(not words)

    def _read(self, file: ReadFile) -> None:
        self.doors.set_busy(False)
        if file.known:
            self.known.emit(file)
            return
        self.confirm.show_file(file)
        self.confirming.emit()
        self.setCurrentWidget(self.confirm)
        self.confirm.form.name.setFocus()

    def _ask_columns(self, table: UnknownColumnsError | ReadFile | None) -> None:
        """Ask what the columns of a table mean."""
        if table is None:
            return
        self._table = table
        data = table.data if isinstance(table, UnknownColumnsError) else table.table
        said = None if isinstance(table, UnknownColumnsError) else table.columns
        self._tasks.read(
            lambda: self._services.schedules.csv_columns(data),
            lambda view: self._show_columns(table.name, view, said),
            self._fail,
        )

    def _show_columns(self, name: str, view: TableView, said: Columns | None) -> None:
        self.confirming.emit()
        self.setCurrentWidget(self.columns)
        self.columns.show_table(name, view, said)

    def _leave_columns(self) -> None:
        if isinstance(self._table, ReadFile):
            self.setCurrentWidget(self.confirm)
        else:
            self.show_doors()

    def _read_columns(self) -> None:
        table, columns, services = self._table, self.columns.columns(), self._services
        if table is None:
            return
        data = table.data if isinstance(table, UnknownColumnsError) else table.table
        self._tasks.read(
            lambda: read_bytes(data, table.name, services, feed=table.feed, columns=columns),
            self._read,
            self._fail,
        )

    def _fail(self, error: ConfnotesError) -> None:
        self.doors.set_busy(False)
        if isinstance(error, UnknownColumnsError):
            self._ask_columns(error)
            return
        self.confirm.setEnabled(True)
        self.by_hand.setEnabled(True)
        self.failed.emit(error)

    def _import(self) -> None:
        file, facts, local = self.confirm.file, self.confirm.facts(), self.confirm.local_times
        if file is None or facts.timezone is None:
            return
        zone, into = facts.timezone, self.confirm.into.conference
        self.confirm.setEnabled(False)
        if into is not None:
            self._add(file, into.id, self.confirm.into.event_name)
            return
        self._tasks.write(
            lambda: self._services.schedules.import_draft(
                file.draft,
                name=facts.name,
                timezone=zone,
                local_times=local,
                starts=facts.starts,
                ends=facts.ends,
                venue=facts.venue,
                city=facts.city,
                source_name=file.name,
                data_sha256=file.sha256,
                feed=file.feed,
            ),
            self._imported,
            self._fail,
        )

    def _add(self, file: ReadFile, conference_id: str, event_name: str) -> None:
        """Bring a file into a conference that is there."""

        def added(outcome: tuple[object, ChangeSet]) -> None:
            self.confirm.setEnabled(True)
            self.confirm.forget()
            self._open(conference_id)
            self.added.emit(outcome[0])

        self._tasks.write(
            lambda: self._services.schedules.add_source(
                conference_id,
                file.draft,
                event_name=event_name,
                local_times=self.confirm.local_times,
                source_name=file.name,
                data_sha256=file.sha256,
                feed=file.feed,
            ),
            added,
            self._fail,
        )

    def _imported(self, outcome: tuple[Imported, ChangeSet]) -> None:
        self.confirm.setEnabled(True)
        self.confirm.forget()
        self._open(outcome[0].conference_id)

    def _create(self) -> None:
        facts = self.by_hand.facts()
        if facts.timezone is None:
            return
        zone = facts.timezone
        self.by_hand.setEnabled(False)
        self._tasks.write(
            lambda: self._services.programme.create_conference(
                facts.name,
                zone,
                starts=facts.starts,
                ends=facts.ends,
                venue=facts.venue,
                city=facts.city,
            ),
            self._created,
            self._fail,
        )

    def _created(self, outcome: tuple[str, ChangeSet]) -> None:
        self.by_hand.setEnabled(True)
        self.by_hand.forget()
        self._open(outcome[0])

    def _load_sample(self) -> None:
        if self._sample is None:
            return
        self.doors.set_busy(True)
        self._tasks.write(load_sample(self._services, self._sample), self._loaded, self._fail)

    def _loaded(self, conference_id: str) -> None:
        self.doors.set_busy(False)
        self._open(conference_id)

    def _open(self, conference_id: str) -> None:
        self.doors.name.setText("")
        self.doors.address.field.setText("")
        self.show_doors()
        self.opened.emit(conference_id)


def load_sample(services: Services, path: Path) -> Callable[[], str]:
    """Return what loads the sample and returns its id; one that is there already is opened."""

    def load() -> str:
        text = path.read_text(encoding="utf-8")
        every = services.programme.conferences(trashed=True)
        known = [summary.conference.id for summary in every]
        there = [identity for identity in known if f'"{identity}"' in text]
        return there[0] if there else services.exchange.load(path)[0]

    return load
