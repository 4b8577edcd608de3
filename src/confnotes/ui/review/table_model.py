"""The table's model: rows and roles, no knowledge of notebooks."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from confnotes.ui.review.rows import Column, GroupRow, ReviewRow, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """The roles of the table."""

    ROW = Qt.ItemDataRole.UserRole + 1


Describe = Callable[[ReviewRow, Column], str]


class ReviewModel(QAbstractTableModel):
    """Rows as given by `set_rows`. `rated`, `recommended` and `reviewed` are asked for by the
    view and done by whoever listens; the model never changes itself."""

    rated = Signal(str, object)
    recommended = Signal(str, bool)
    reviewed = Signal(str, bool)

    def __init__(
        self, heads: Sequence[str], describe: Describe, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._heads = list(heads)
        self._describe = describe
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where the same sessions stay in place only what changed is told."""
        fresh = list(rows)
        if [_identity(row) for row in fresh] != [_identity(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        before, self._rows = self._rows, fresh
        for at, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old != new:
                last = self.index(at, self.columnCount() - 1)
                self.dataChanged.emit(self.index(at, 0), last)

    def rows(self) -> list[Row]:
        """Return the rows."""
        return list(self._rows)

    def row_at(self, index: Index) -> ReviewRow | None:
        """Return the session at an index, None for a head or outside."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, ReviewRow) else None

    def heads(self) -> list[int]:
        """Return the row numbers of the groups' heads."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, GroupRow)]

    def row_of(self, session_id: str) -> int:
        """Return the row number of a session, -1 when it is not there."""
        return next(
            (
                at
                for at, row in enumerate(self._rows)
                if isinstance(row, ReviewRow) and row.session_id == session_id
            ),
            -1,
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal and role in wanted:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, GroupRow):
            return f"{row.title} {row.note}".strip() if index.column() == 0 else ""
        return self._describe(row, Column(index.column()))


def _identity(row: Row) -> object:
    return row.session_id if isinstance(row, ReviewRow) else row
