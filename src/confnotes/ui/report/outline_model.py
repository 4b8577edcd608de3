"""The outline's model: rows and roles, no knowledge of reports."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from confnotes.ui.report.rows import OutlineRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """The roles of the outline."""

    ROW = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2


class OutlineModel(QAbstractListModel):
    """Rows as given by `set_rows`. `toggled(key, shown)` and `renamed(key, heading)` are asked
    for by the view and done by whoever listens; the model never changes itself."""

    toggled = Signal(str, bool)
    renamed = Signal(str, str)

    def __init__(
        self, describe: Callable[[OutlineRow], str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: list[OutlineRow] = []
        self._describe = describe or (lambda row: row.heading)

    def set_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show these rows; where the keys stay the same only what changed is told."""
        fresh = list(rows)
        if [row.key for row in fresh] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        before, self._rows = self._rows, fresh
        for at, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old != new:
                index = self.index(at)
                self.dataChanged.emit(index, index)

    def rows(self) -> Sequence[OutlineRow]:
        """Return all rows, in order."""
        return tuple(self._rows)

    def row(self, index: Index) -> OutlineRow | None:
        """Return the row at an index, None outside."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a section (invalid when it does not show)."""
        at = next((n for n, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.shown else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.heading
        return {int(Role.ROW): row, int(Role.KEY): row.key}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if row is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggled.emit(row.key, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and isinstance(value, str):
            if value.strip() != row.heading:
                self.renamed.emit(row.key, value.strip())
            return True
        return False
