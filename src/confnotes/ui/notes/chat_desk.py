"""The open session's notes on the clipboard as Markdown, for the team's chat."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import Copied, ProgrammeView
from confnotes.ui.notes import edits
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.moments import zero_of
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.parts import words
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.tasks import Tasks


class ChatDesk(QObject):
    """`said` are words for the status line, `failed` why nothing was copied."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        sheet: SessionSheet,
        book: FootnoteBook,
        programme: Callable[[], ProgrammeView | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._sheet, self._book, self._programme = sheet, book, programme

    def copy(self) -> None:
        """Copy the lines of the selection, else all of them, as they stand on the screen."""
        document = self._sheet.document
        if document is None:
            return
        self._sheet.field.close_kept()
        self._sheet.editor.leave()
        cursor = self._sheet.editor.textCursor()
        chosen: list[str] | None = None
        if cursor.hasSelection():
            first, last = edits.span(document, cursor)
            chosen = [row.id for row in document.rows()[first : last + 1]]
        session_id, lines = document.session_id, document.lines()
        notes, when = self._book.all(), self._when(session_id)
        language = Language.JA if theme().japanese else Language.EN
        services = self._services
        self._tasks.read(
            lambda: services.chat.session(
                session_id, lines, notes, language, chosen=chosen, when=when
            ),
            self._copied,
            self.failed.emit,
        )

    def _when(self, session_id: str) -> str:
        programme = self._programme()
        view = None if programme is None else programme.by_id.get(session_id)
        if programme is None or view is None:
            return ""
        zone = programme.conference.timezone
        times = words.span(zero_of(view.session), view.session.end_at, zone)
        day = words.day_month(view.day) if view.day is not None else ""
        return " ".join(part for part in (day, times) if part)

    def _copied(self, copied: Copied) -> None:
        if copied.lines:
            QGuiApplication.clipboard().setText(copied.text)
        self.said.emit(self._told(copied))

    def _told(self, copied: Copied) -> str:
        if not copied.lines:
            return (
                self.tr("Nothing was copied: these lines are private")
                if copied.private
                else self.tr("There is nothing to copy yet")
            )
        one = copied.lines == 1
        done = (
            self.tr("Copied 1 line as Markdown") if one else self.tr("Copied {n} lines as Markdown")
        )
        if not copied.private:
            return done.format(n=copied.lines)
        out = (
            self.tr("{copied}; 1 private line left out")
            if copied.private == 1
            else self.tr("{copied}; {n} private lines left out")
        )
        return out.format(copied=done.format(n=copied.lines), n=copied.private)
