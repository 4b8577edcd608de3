"""From the hub to the GUI thread: every committed change as one Qt signal."""

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.services.hub import Hub


class Bridge(QObject):
    """`changed` tells each ChangeSet on the GUI thread, whatever thread committed it."""

    changed = Signal(object)

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = hub.subscribe(self._heard)

    def _heard(self, changes: ChangeSet) -> None:
        self.changed.emit(changes)

    def close(self) -> None:
        """Hear no more."""
        self._end()
