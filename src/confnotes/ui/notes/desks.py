"""What can be done with the notes of the open session as a whole, put together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView
from confnotes.ui.notes.chat_desk import ChatDesk
from confnotes.ui.notes.moving_desk import MovingDesk
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.shell.tasks import Tasks


class Desks(QObject):
    """Lines that move, notes that are copied. `said` are words for the status line."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        sheet: SessionSheet,
        saver: Saver,
        programme: Callable[[], ProgrammeView | None],
        leave: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.moving = MovingDesk(services, tasks, sheet, saver, programme, leave, self)
        self.chat = ChatDesk(services, tasks, sheet, saver.book, programme, self)
        self.moving.failed.connect(self.failed)
        self.chat.failed.connect(self.failed)
        self.chat.said.connect(self.said)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return self.moving.handlers() | {"copy_markdown": self.chat.copy}
