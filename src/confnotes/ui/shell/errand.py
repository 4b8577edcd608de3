"""A schedule that comes to the window: dropped on it, asked for by a workspace, on its way from an
address. The status line says how far it is and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from confnotes.ui.shell.dropping import ScheduleDrops
from confnotes.ui.shell.status import StatusLine
from confnotes.ui.shell.workspace import Workspace
from confnotes.ui.start.flow import StartPages


class Errand(QObject):
    """What is on its way can be cancelled; once it is here and one is busy with something else, it
    waits to be seen. `begin` shows the first page, where an address is typed."""

    def __init__(
        self, window: QWidget, start: StartPages, status: StatusLine, begin: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._start, self._status, self._begin = start, status, begin
        ScheduleDrops(window).dropped.connect(start.take)
        start.fetching.told.connect(self._tell)
        start.arrived.connect(self._arrived)
        status.errand_pressed.connect(self._pressed)

    def serve(self, workspace: Workspace) -> None:
        """Bring a workspace the schedules it asks for."""
        workspace.import_asked.connect(self._start.choose_file)
        workspace.fetch_asked.connect(self._fetch)
        workspace.paste_asked.connect(self._start.doors.paste)

    def _fetch(self, address: str) -> None:
        if address:
            self._start.fetch(address)
        else:
            self._begin()

    def _tell(self, words: str) -> None:
        self._status.set_errand(words, self.tr("Cancel"))

    def _arrived(self) -> None:
        self._status.set_errand(self.tr("The schedule is here"), self.tr("Show"))

    def _pressed(self) -> None:
        if self._start.fetching.under_way:
            self._start.fetching.cancel()
        else:
            self._status.set_errand("")
            self._start.show_held()
