"""What can be done with the notes of the open session as a whole, put together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView
from confnotes.ui.notes.chat_desk import ChatDesk
from confnotes.ui.notes.heard_desk import HeardDesk
from confnotes.ui.notes.history_desk import HistoryDesk
from confnotes.ui.notes.link_desk import LinkDesk
from confnotes.ui.notes.moving_desk import MovingDesk
from confnotes.ui.notes.picture_desk import PictureDesk
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.notes.side import NotesSide
from confnotes.ui.notes.start_desk import StartDesk
from confnotes.ui.shell.tasks import Tasks

TOLD_MS = 8_000
"""How long the status line says what was done: a copy also says what was left out."""


class Desks(QObject):
    """Lines that move, pictures, notes that are copied, addresses that lead on, when a talk began,
    what notes were before. `said`: words for the status line, `saved`: when something was saved.
    """

    said = Signal(str)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        sheet: SessionSheet,
        side: NotesSide,
        saver: Saver,
        writes: SessionWrites,
        programme: Callable[[], ProgrammeView | None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(sheet)
        self.moving = MovingDesk(services, tasks, sheet, saver, programme, leave, self)
        self.chat = ChatDesk(services, tasks, sheet, saver.book, programme, self)
        self.pictures = PictureDesk(services.notes, tasks, sheet, side, saver, self)
        self.pictures.failed.connect(self.failed)
        self.links = LinkDesk(sheet, writes, programme, self)
        self.links.said.connect(self._tell)
        self.heard = HeardDesk(services, tasks, sheet, side, self)
        self.start = StartDesk(sheet, writes, programme, services.notebook.clock, self)
        self.history = HistoryDesk(services, tasks, saver, sheet, self)
        self.history.saved.connect(self.saved)
        self.history.failed.connect(self.failed)
        self.moving.failed.connect(self.failed)
        self.chat.failed.connect(self.failed)
        self.chat.said.connect(self._tell)
        self._words = ""
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TOLD_MS)
        self._telling.timeout.connect(lambda: self.said.emit(self._words))
        sheet.shown.connect(self._telling.stop)

    def count(self, words: str) -> None:
        """Show how long the notes are, once what was just done has been told."""
        self._words = words
        if not self._telling.isActive():
            self.said.emit(words)

    def _tell(self, words: str) -> None:
        self.said.emit(words)
        self._telling.start()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        found = self.moving.handlers() | self.links.handlers() | self.pictures.handlers()
        return (
            found
            | self.start.handlers()
            | {"copy_markdown": self.chat.copy, "history": self.history.toggle}
        )
