"""The list of a day: a head per time, its sessions below."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.delegate import ProgrammeDelegate, over_mark
from confnotes.ui.plan.model import ROW, ProgrammeModel
from confnotes.ui.plan.rows import SessionRow
from confnotes.ui.plan.sessions_view import SessionsView


class ProgrammeList(SessionsView):
    """A click on a mark cycles, a click elsewhere selects, keys do both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ProgrammeModel(), parent)
        self.setItemDelegate(ProgrammeDelegate(self))
        theme().changed.connect(self.doItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rows():
            self.paint_nothing()

    def scroll_to_time(self, now: datetime) -> None:
        at = self.first_running(now)
        if at is not None:
            top = QAbstractItemView.ScrollHint.PositionAtTop
            self.scrollTo(self.rows.index(max(at - 1, 0)), top)

    def mark_at(self, point: QPoint) -> SessionRow | None:
        index = self.indexAt(point)
        row = index.data(ROW) if index.isValid() else None
        inside = over_mark(QRectF(self.visualRect(index)), point.x())
        return row if isinstance(row, SessionRow) and inside else None
