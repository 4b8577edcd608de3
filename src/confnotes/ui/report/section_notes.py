"""The notes of the section one writes in, beside its text."""

from PySide6.QtCore import QObject

from confnotes.services.bundle import Services
from confnotes.services.views import NotesView
from confnotes.settings import Settings
from confnotes.ui.report import note_rows
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.note_rows import NoteRow
from confnotes.ui.report.text_page import TextPage


class SectionNotes(QObject):
    """Fills the drawer of a page with the notes of its section."""

    def __init__(self, services: Services, desk: ReportDesk, text: TextPage) -> None:
        super().__init__(text)
        self._services, self._desk, self._text = services, desk, text
        self._notes: NotesView | None = None
        self._reaction = 0
        text.editor.edited.connect(self._mark)
        text.notes.toggled.connect(self._mark)

    def take_settings(self, settings: Settings) -> None:
        """Take the seconds that one needs to begin typing."""
        self._reaction = settings.reaction
        self._mark()

    def show(self, session_id: str | None) -> None:
        """Read the notes of a section, if it is a session's."""
        self._notes = self._services.notes.view(session_id) if session_id is not None else None
        self._fill()

    def _mark(self) -> None:
        """Show which notes stand in the text by now, where that can be seen."""
        if self._text.notes.opened:
            self._fill()

    def _fill(self) -> None:
        report, notes = self._desk.report, self._notes
        found: tuple[NoteRow, ...] = ()
        if notes is not None and report is not None:
            typed = self._text.editor.text()
            found = note_rows.of_view(notes, report, typed, self._reaction)
        self._text.show_notes(found)
