"""A schedule on its way from an address: one at a time, told of, and to be cancelled."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.ui.shell.files import ReadFile, fetch_file
from confnotes.ui.shell.tasks import Tasks

if TYPE_CHECKING:
    from confnotes.services.finding import Stop  # the network is not for start-up

_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


class Fetching(QObject):
    """`told` says what is being done ("" when it has ended), `came` brings the ReadFile, `failed`
    why there is none, `cancelled` that somebody did not want to wait."""

    told = Signal(str)
    came = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._number = 0
        self._stop: Stop | None = None
        self.address = ""

    @property
    def under_way(self) -> bool:
        """Whether something is being fetched."""
        return self._stop is not None

    def begin(self, address: str) -> None:
        """Fetch the schedule at an address; what was on its way is given up."""
        from confnotes.services.finding import Step, Stop, site  # the network: when it is needed

        self._give_up()
        self._number += 1
        number, stop, services, tasks = self._number, Stop(), self._services, self._tasks
        self._stop, self.address = stop, address
        self.told.emit(self.tr("Asking {host}…").format(host=site(address)))

        def progress(step: Step) -> None:
            tasks.tell(lambda: self._tell(number, site(step.address), step.received))

        tasks.fetch(
            lambda: fetch_file(address, services, stop, progress),
            stop.set,
            lambda file: self._came(number, file),
            lambda error: self._failed(number, error),
        )

    def cancel(self) -> None:
        """Wait no longer."""
        if self._give_up():
            self.told.emit("")
            self.cancelled.emit()

    def _give_up(self) -> bool:
        stop, self._stop = self._stop, None
        if stop is not None:
            stop.set()
        return stop is not None

    def _tell(self, number: int, host: str, received: int) -> None:
        if number != self._number or not self.under_way or not shiboken6.isValid(self):
            return
        if not received:
            self.told.emit(self.tr("Asking {host}…").format(host=host))
            return
        size = (
            f"{received / _MEGABYTE:.1f} MB"
            if received >= _MEGABYTE
            else f"{received // _KILOBYTE + 1} kB"
        )
        self.told.emit(self.tr("{size} from {host}").format(host=host, size=size))

    def _came(self, number: int, file: ReadFile) -> None:
        if self._ended(number):
            self.came.emit(file)

    def _failed(self, number: int, error: ConfnotesError) -> None:
        if self._ended(number):
            self.failed.emit(error)

    def _ended(self, number: int) -> bool:
        """Note that it has ended; False when nobody waits for it any more."""
        if number != self._number or not self.under_way or not shiboken6.isValid(self):
            return False
        self._stop = None
        self.told.emit("")
        return True
