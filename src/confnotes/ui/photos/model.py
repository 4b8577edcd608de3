"""The contact sheet as a list: heads of groups, and tiles. Dumb, so that it can be tested alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from confnotes.ui.photos.album import Entry

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


class State(Enum):
    """The box of a head: all of its photos are chosen, some, none; or it has no box."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    NO_BOX = "no box"


@dataclass(frozen=True, eq=False)
class Head:
    """The head of a group: title, quiet words beside it, how many are chosen. `warns`: its photos
    wait for a person."""

    key: str
    title: str
    quiet: str
    chosen: str
    state: State
    entries: tuple[Entry, ...] = ()
    warns: bool = False


@dataclass(frozen=True, eq=False)
class Tile:
    """A photo: when it was taken, what becomes of it, and all of it for a screen reader."""

    entry: Entry
    when: str
    fate: str
    said: str


Row = Head | Tile


class SheetModel(QAbstractListModel):
    """Heads and tiles in the order of the sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        return self._rows

    def row_of(self, entry: Entry) -> int:
        """Return the row of a photo, -1 when it is not here."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Tile) and row.entry is entry:
                return number
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Head):
                return ", ".join(part for part in (row.title, row.quiet, row.chosen) if part)
            return row.said
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Tile):
            return row.said
        return None
