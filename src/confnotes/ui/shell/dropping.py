"""A schedule dropped anywhere on the window, where nothing below the pointer takes it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from confnotes.ui.shell.offers import offered


class ScheduleDrops(QObject):
    """Lets a widget take schedules: files, addresses, text. `dropped` tells the Offer."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # what enters is one, too
            return False
        offer = offered(event.mimeData())
        if offer is None:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
            self.dropped.emit(offer)
        return True
