"""The menu of one's own agenda: as a calendar, as PDF, on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import slug
from confnotes.services.agenda import Agenda
from confnotes.services.bundle import Services
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.icons import icon
from confnotes.ui.plan import printing


class AgendaButton(IconButton):
    """`failed` tells what went wrong (a ConfnotesError), `written` where the agenda is now."""

    failed = Signal(object)
    written = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("export", "", parent=parent)
        self.set_words(self.tr("My agenda"))
        self._services = services
        self._conference: str | None = None
        self.considered = False
        """Whether what is only considered belongs to it."""
        self.clicked.connect(self.open_menu)

    def set_conference(self, conference_id: str | None) -> None:
        """Say whose agenda it is (None: there is none)."""
        self._conference = conference_id
        self.setEnabled(conference_id is not None)

    def menu(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for words, name, act in (
            (self.tr("Save as a calendar…"), "calendar", self.ask_calendar),
            (self.tr("Save as PDF…"), "file", self.ask_pdf),
            (self.tr("Print…"), "blank", self.print),
        ):
            action = menu.addAction(words)
            action.setIcon(icon(name))
            action.triggered.connect(lambda _on=False, act=act: act())
        menu.addSeparator()
        also = menu.addAction(self.tr("Also what is considered"))
        also.setIcon(icon("check", "accent") if self.considered else icon("blank"))
        also.triggered.connect(lambda _on=False: self._toggle())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_menu(self) -> None:
        """Open the menu below the button."""
        menu = self.menu()
        corner = QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)
        menu.popup(self.mapToGlobal(corner))

    def _toggle(self) -> None:
        self.considered = not self.considered
        self.open_menu()

    def ask_calendar(self) -> None:
        """Ask where to, and write the calendar there."""
        self._ask(self.tr("Save my agenda"), "ics", self.save_calendar)

    def ask_pdf(self) -> None:
        """Ask where to, and write the PDF there."""
        self._ask(self.tr("Save my agenda"), "pdf", self.save_pdf)

    def _ask(self, title: str, ending: str, save: Callable[[Path], None]) -> None:
        agenda = self._agenda()
        if agenda is None:
            return
        conference = agenda.conference
        stem = slug(conference.short) or slug(conference.title) or "agenda"
        dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(f"*.{ending}")
        dialog.selectFile(f"{stem}.{ending}")
        if dialog.exec():
            save(Path(dialog.selectedFiles()[0]))

    def save_calendar(self, path: Path) -> None:
        """Write the calendar at `path`."""
        if self._conference is None:
            return
        try:
            self._services.agenda.write(self._conference, path, considered=self.considered)
        except ConfnotesError as error:
            self.failed.emit(error)
        else:
            self.written.emit(str(path))

    def save_pdf(self, path: Path) -> None:
        """Write the PDF at `path`."""
        agenda = self._agenda()
        if agenda is None:
            return
        try:
            printing.write_pdf(agenda, path)
        except OSError as error:
            detail = error.strerror or str(error)
            self.failed.emit(ConfnotesError("agenda.cannot_write", path=str(path), detail=detail))
        else:
            self.written.emit(str(path))

    def print(self) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints pays for it

        agenda = self._agenda()
        if agenda is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(agenda.conference.title)
        dialog = QPrintDialog(printer, self.window())
        dialog.setWindowTitle(self.tr("Print my agenda"))
        if dialog.exec():
            printing.paint_agenda(agenda, printer)

    def _agenda(self) -> Agenda | None:
        """Return the agenda; None, and why not, where nothing is chosen."""
        if self._conference is None:
            return None
        try:
            agenda = self._services.agenda.agenda(self._conference, considered=self.considered)
        except ConfnotesError as error:
            self.failed.emit(error)
            return None
        if agenda.sessions or agenda.events:
            return agenda
        self.failed.emit(ConfnotesError("agenda.nothing_chosen", name=agenda.conference.title))
        return None
