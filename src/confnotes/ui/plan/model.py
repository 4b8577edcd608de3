"""The model of the list: dumb, holds rows, tells what they say to screen readers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from confnotes.domain.choice import Choice, Intent
from confnotes.ui.plan.rows import Head, Row, SessionRow, row_of

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


def intent_words(intent: Intent) -> str:
    """Return what an intent is called."""
    return {
        Intent.NONE: QCoreApplication.translate("Plan", "not chosen"),
        Intent.CONSIDERED: QCoreApplication.translate("Plan", "considered"),
        Intent.GOING: QCoreApplication.translate("Plan", "going"),
    }[intent]


class ProgrammeModel(QAbstractListModel):
    """Rows of one day. ROW gives the row itself; heads can be neither selected nor reached."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[Row]:
        """Return the rows shown."""
        return self._rows

    def set_choice(self, session_id: str, choice: Choice) -> None:
        """Show what was chosen of a session."""
        at = row_of(self._rows, session_id)
        if at is None:
            return
        row = self._rows[at]
        if isinstance(row, SessionRow):
            self._rows[at] = replace(row, choice=choice)
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, SessionRow):
            return row.view.session.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW), SessionRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _said(row: Row) -> str:
    if isinstance(row, Head):
        return f"{row.start}{row.rest}"
    facts = row.view.session.facts
    parts = (row.view.session.title, row.speakers, facts.room, facts.track)
    return ", ".join([*(p for p in parts if p), intent_words(row.choice.intent)])
