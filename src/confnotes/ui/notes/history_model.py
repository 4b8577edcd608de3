"""The states of a session and the lines of one of them, as lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from confnotes.domain.audience import Audience
from confnotes.domain.comparing import Compared, Difference
from confnotes.domain.footnotes import Footnote, cited, references
from confnotes.domain.notes import Line, LineKind, audiences
from confnotes.services.history import EarlierState, StateView
from confnotes.ui.notes import history_words
from confnotes.ui.notes.moments import Moments

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row of the list of states: a day's head (`state` None), or a state."""

    title: str
    below: str = ""
    words: str = ""
    state: EarlierState | None = None


def state_rows(states: Sequence[EarlierState], zone_name: str, now: datetime) -> list[StateRow]:
    """Return states under the days they were reached on; seconds where a minute has several."""
    today = history_words.day_of(now, zone_name)
    out: list[StateRow] = []
    last: date | None = None
    minutes = [one.at.replace(second=0, microsecond=0) for one in states if one.exact]
    for state in states:
        day = history_words.day_of(state.at, zone_name)
        if day != last:
            out.append(StateRow(history_words.day_words(day, today)))
            last = day
        minute = state.at.replace(second=0, microsecond=0)
        seconds = state.exact and minutes.count(minute) > 1
        time = history_words.clock_words(state, zone_name, seconds=seconds)
        out.append(StateRow(time, history_words.since_words(state), _bare(state.words), state))
    return out


class StatesModel(QAbstractListModel):
    """The states of a session, the newest first, under the days."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[StateRow] = []

    def show(self, rows: list[StateRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (row.title, row.below, row.words)))
        if role == Qt.ItemDataRole.ToolTipRole and row.state is not None:
            return "\n".join(filter(None, (row.below, row.words)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._rows[index.row()].state is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def first(self) -> QModelIndex:
        """Return the newest state (invalid where there is none)."""
        found = (n for n, row in enumerate(self._rows) if row.state is not None)
        at = next(found, None)
        return QModelIndex() if at is None else self.index(at)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row of a state: a line beside now, or a footnote that differs now (`note`).

    `text` is as read, citations as raised numbers; `below` are whether one is not
    sure of it, gist and answer.
    """

    time: str
    text: str
    difference: Difference
    row: Compared | None = None
    note: Footnote | None = None
    audience: Audience = Audience.PUBLIC
    below: tuple[str, ...] = ()
    now: str = ""
    spoken: str = ""

    @property
    def tickable(self) -> bool:
        """Whether it can be brought back by itself."""
        return self.row is not None and self.row.comes_back


def line_rows(view: StateView, moments: Moments) -> list[LineRow]:
    """Return the rows of a state, footnotes that differ last."""
    numbers = {
        key: number
        for number, key in enumerate(cited(line.text for line in view.lines), 1)
        if any(note.key == key for note in view.footnotes)
    }
    for_whom = {
        line.id: audience for line, audience in zip(view.lines, audiences(view.lines), strict=True)
    }
    out = [_line_row(row, view, moments, numbers, for_whom) for row in view.rows]
    for note in view.changed_footnotes:
        number = str(numbers.get(note.key, ""))
        words = history_words.footnote_words(note)
        difference = Difference.CHANGED
        out.append(
            LineRow(
                number, note.text, difference, note=note, spoken=f"{words} {number} {note.text}"
            )
        )
    return out


def _line_row(
    row: Compared,
    view: StateView,
    moments: Moments,
    numbers: Mapping[str, int],
    for_whom: Mapping[str, Audience],
) -> LineRow:
    line = row.line
    time = moments.short(line.written_at, line.nudge)
    shown = _shown(line, view, numbers)
    unsure = history_words.unsure_words() if line.unsure else ""
    now = ""
    if row.difference is Difference.CHANGED and row.now is not None:
        read = _raised(row.now.text, numbers)
        now = history_words.now_words(read) if read != shown else ""
    return LineRow(
        time,
        shown,
        row.difference,
        row,
        audience=for_whom.get(line.id, line.audience),
        below=tuple(filter(None, (unsure, line.gist, line.answer))),
        now=now,
        spoken=history_words.spoken_line(row, time, shown),
    )


def _shown(line: Line, view: StateView, numbers: Mapping[str, int]) -> str:
    if line.kind is LineKind.IMAGE and not line.text:
        return view.captions.get(line.id, "")
    return _raised(line.text, numbers)


def _raised(text: str, numbers: Mapping[str, int]) -> str:
    out, at = [], 0
    for start, end, key in references(text):
        if key in numbers:
            out += [text[at:start], str(numbers[key]).translate(_RAISED)]
            at = end
    return "".join([*out, text[at:]])


def _bare(text: str) -> str:
    """Return the first words of a change without keys of footnotes, which say nothing alone."""
    out, at = [], 0
    for start, end, _key in references(text):
        out.append(text[at:start])
        at = end
    return "".join([*out, text[at:]])


class LinesModel(QAbstractListModel):
    """The lines of one state. `ticked` tells that other lines are chosen now."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[LineRow] = []
        self._ticked: set[str] = set()

    def show(self, rows: list[LineRow]) -> None:
        """Show another state, with nothing ticked."""
        self.beginResetModel()
        self._rows = rows
        self._ticked.clear()
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> set[str]:
        """Return the ids of the lines that are ticked."""
        return set(self._ticked)

    def row(self, index: Index) -> LineRow:
        """Return a row."""
        return self._rows[index.row()]

    def first_difference(self) -> QModelIndex:
        """Return the first row that is not the same now, else the first of all."""
        found = (n for n, row in enumerate(self._rows) if row.difference is not Difference.SAME)
        return self.index(next(found, 0)) if self._rows else QModelIndex()

    def toggle(self, index: QModelIndex) -> None:
        """Tick a line, or take the tick off."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or row.row is None or not row.tickable:
            return
        self._ticked ^= {row.row.line.id}
        self.dataChanged.emit(index, index)
        self.ticked.emit()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and row.row is not None and row.tickable:
            on = row.row.line.id in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._rows[index.row()].tickable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags
