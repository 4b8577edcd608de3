"""The model of the sheet of changes: rows, which of them are to be applied, and what was said of
those that may be the same session after all."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from confnotes.domain.revisions import Decisions
from confnotes.ui.plan.change_rows import ChangeHead, ChangeRow, Row, said
from confnotes.ui.plan.model import ROW, Index

SAME = int(ROW) + 1
"""The role that tells whether a session in another's place is the same, renamed."""
_NOWHERE = QModelIndex()


class ChangesModel(QAbstractListModel):
    """Rows below their heads. `decided` tells that something was ticked, unticked or answered."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._left: set[str] = set()
        self._same: set[str] = set()

    def begin(self) -> None:
        """Forget what was decided: everything is applied."""
        self._left, self._same = set(), set()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was decided of them stays."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[Row]:
        """Return the rows shown."""
        return self._rows

    def decisions(self) -> Decisions:
        """Return what was decided."""
        return Decisions(frozenset(self._left), frozenset(self._same))

    def is_on(self, identity: str) -> bool:
        """Return whether that change is to be applied."""
        return identity not in self._left

    def set_on(self, identities: Iterable[str], on: bool) -> None:
        """Apply those changes, or leave them."""
        if on:
            self._left -= set(identities)
        else:
            self._left |= set(identities)
        self._refresh()

    def set_same(self, identity: str, same: bool) -> None:
        """Say whether a session in another's place is that one, renamed."""
        (self._same.add if same else self._same.discard)(identity)
        self._left.discard(identity)  # who answers wants it applied
        self._refresh()

    def _refresh(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.decided.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        on = isinstance(row, ChangeRow) and self.is_on(row.id)
        same = isinstance(row, ChangeRow) and row.id in self._same
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(row, on=on, same=same)
        if isinstance(row, ChangeHead):
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return said(row, on=on, same=same)
        return same if role == SAME else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW), ChangeRow):
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
        return Qt.ItemFlag.NoItemFlags
