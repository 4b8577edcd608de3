"""A schedule dropped anywhere on the window, where nothing below the pointer takes it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from confnotes.ui.shell.files import ENDINGS


class ScheduleDrops(QObject):
    """Lets a widget take schedule files. `dropped` tells the path."""

    dropped = Signal(Path)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # what enters is one, too
            return False
        path = _schedule(event)
        if path is None:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def _schedule(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, when its name is that of a schedule."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    if len(files) != 1 or not files[0].lower().endswith(ENDINGS):
        return None
    return Path(files[0])
