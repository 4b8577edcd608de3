"""The agenda of a day: which sessions it shows, and what each of them is by the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.session import Origin
from confnotes.services.views import SessionView
from confnotes.ui.notes.moments import zero_of
from confnotes.ui.parts import words

Index = QModelIndex | QPersistentModelIndex
VIEW_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
OPEN_ROLE = Qt.ItemDataRole.UserRole + 3
DIGIT_ROLE = Qt.ItemDataRole.UserRole + 4
_NO_END = timedelta(minutes=30)
_RANK = {Intent.GOING: 0, Intent.CONSIDERED: 1, Intent.NONE: 2}


class When(Enum):
    """What a session is by the clock."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class State:
    """A session by the clock: `part` of it that has passed (0 to 1), `minutes` until it begins or,
    while it is on, ends."""

    when: When = When.UNKNOWN
    part: float = 0
    minutes: int = 0


def ends(view: SessionView) -> datetime | None:
    """Return when a session ends; one without a given end is taken for half an hour."""
    start = zero_of(view.session)
    if start is None:
        return None
    planned, end = view.session.start_at, view.session.end_at
    length = end - planned if end is not None and planned is not None else _NO_END
    return start + (length if length > timedelta(0) else _NO_END)


def states(sessions: Sequence[SessionView], now: datetime) -> list[State]:
    """Return what each session is at this moment; those that begin next are NEXT together."""
    starts = [zero_of(view.session) for view in sessions]
    coming = [start for start in starts if start is not None and start > now]
    first = min(coming, default=None)
    return [_state(view, now, first) for view in sessions]


def _state(view: SessionView, now: datetime, first: datetime | None) -> State:
    start, end = zero_of(view.session), ends(view)
    if start is None or end is None:
        return State()
    if start > now:
        minutes = int((start - now).total_seconds() // 60)
        return State(When.NEXT if start == first else When.LATER, minutes=minutes)
    if now < end:
        left = int((end - now).total_seconds() // 60)
        return State(When.NOW, (now - start) / (end - start), left)
    return State(When.PAST)


def is_mine(view: SessionView) -> bool:
    """Return whether a session is one's own matter: chosen, noted, rated, or begun by hand; in the
    archive only what was written of it counts."""
    session = view.session
    if session.shelf is not None:
        return session.rating is not None or view.lines > 0
    return (
        session.choice.intent is not Intent.NONE
        or session.choice.attendance is not Attendance.OPEN
        or session.choice.watch_later
        or session.rating is not None
        or session.origin is Origin.OWN
        or view.lines > 0
    )


def to_open(sessions: Sequence[SessionView], now: datetime) -> list[SessionView]:
    """Return what notes are taken of now: one session where it is clear which, else all that are
    on to choose from, none where nothing is on.

    Of several it is the one meant to be gone to, else the one with notes already.
    """
    on = running(sessions, now)
    going = [view for view in on if view.session.choice.intent is Intent.GOING]
    noted = [view for view in on if view.lines]
    for clear in (going, noted, on):
        if len(clear) == 1:
            return clear
    return on


def running(sessions: Sequence[SessionView], now: datetime) -> list[SessionView]:
    """Return the sessions that are on now, those one is going to first; none of the archive."""
    there = _at_hand(sessions)
    on = [
        view
        for view, state in zip(there, states(there, now), strict=True)
        if state.when is When.NOW
    ]
    return sorted(on, key=lambda view: (_RANK[view.session.choice.intent], view.lines == 0))


def next_up(sessions: Sequence[SessionView], now: datetime) -> SessionView | None:
    """Return what begins next: of several at once one's own, None after the last; nothing of the
    archive."""
    there = _at_hand(sessions)
    pairs = zip(there, states(there, now), strict=True)
    coming = [view for view, state in pairs if state.when is When.NEXT]
    return min(coming, key=lambda view: _RANK[view.session.choice.intent], default=None)


def _at_hand(sessions: Sequence[SessionView]) -> list[SessionView]:
    return [view for view in sessions if view.session.shelf is None]


class AgendaModel(QAbstractListModel):
    """A dumb list of sessions with their states."""

    def __init__(self) -> None:
        super().__init__()
        self.zone_name = "UTC"
        self._rows: list[SessionView] = []
        self._states: list[State] = []
        self._open = ""
        self._leading = 0

    def set_rows(self, rows: Sequence[SessionView], now: datetime, leading: int = 0) -> None:
        """Show these sessions as they are at this moment; the `leading` first ones are to be
        chosen from, each by its digit."""
        self._leading = leading
        fresh = states(rows, now)
        if [v.session.id for v in rows] == [v.session.id for v in self._rows]:
            self._rows, self._states = list(rows), fresh
            self._all_changed()
            return
        self.beginResetModel()
        self._rows, self._states = list(rows), fresh
        self.endResetModel()

    def tick(self, now: datetime) -> bool:
        """Look at the clock; return whether a session began or ended."""
        fresh = states(self._rows, now)
        if fresh == self._states:
            return False
        turned = [s.when for s in fresh] != [s.when for s in self._states]
        self._states = fresh
        self._all_changed()
        return turned

    def set_open(self, session_id: str) -> None:
        """Mark the session that is open in the sheet."""
        self._open = session_id
        self._all_changed()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rows(self) -> Sequence[SessionView]:
        """Return the sessions shown."""
        return self._rows

    def row_of(self, session_id: str) -> int:
        """Return the row of a session, -1 when it is not shown."""
        ids = [view.session.id for view in self._rows]
        return ids.index(session_id) if session_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return view.session.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(view, self._states[index.row()], self.data(index, DIGIT_ROLE))
            case int() if role == VIEW_ROLE:
                return view
            case int() if role == STATE_ROLE:
                return self._states[index.row()]
            case int() if role == OPEN_ROLE:
                return view.session.id == self._open
            case int() if role == DIGIT_ROLE:
                return index.row() + 1 if index.row() < min(self._leading, 9) else 0
        return None

    def _spoken(self, view: SessionView, state: State, digit: object) -> str:
        session = view.session
        on = QCoreApplication.translate("Agenda", "now") if state.when is When.NOW else ""
        time = words.span(zero_of(session), session.end_at, self.zone_name)
        key = QCoreApplication.translate("Agenda", "key {n}").format(n=digit) if digit else ""
        parts = (time, session.title, session.facts.room or "", on, key)
        return ", ".join(part for part in parts if part)
