"""The model of the list: dumb, holds rows, tells what they say to screen readers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from confnotes.domain import times
from confnotes.domain.agenda import takes_whole_day
from confnotes.domain.choice import Intent
from confnotes.domain.session import SessionState
from confnotes.services.views import SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.zones import computer_zone
from confnotes.ui.plan.rows import Head, Row, SessionRow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
translate = QCoreApplication.translate


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

    def refresh(self, rows: Sequence[Row]) -> None:
        """Show these rows; of sessions that are shown already only what is said of them moves."""
        if [_subject(row) for row in rows] != [_subject(row) for row in self._rows]:
            self.set_rows(rows)
            return
        for at, row in enumerate(rows):
            if row != self._rows[at]:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, SessionRow):
            return self.hint(row)
        return None

    def said(self, row: Row) -> str:
        """Return what a screen reader says of a row."""
        return said(row)

    def hint(self, row: SessionRow) -> str:
        """Return the words of a row's tool tip."""
        return row.view.session.title

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW), SessionRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class GridModel(ProgrammeModel):
    """Sessions alone: each says its own time, since no head stands above it."""

    def __init__(self) -> None:
        super().__init__()
        self.zone, self.own_zone = "UTC", "UTC"

    def said(self, row: Row) -> str:
        whole = said(row)
        return f"{row.when}, {whole}" if isinstance(row, SessionRow) and row.when else whole

    def hint(self, row: SessionRow) -> str:
        own = own_time(row.view, self.zone, self.own_zone)
        facts = row.view.session.facts
        lines = (row.view.session.title, row.when, own, row.speakers, facts.room, facts.track)
        return "\n".join(line for line in lines if line)


def _subject(row: Row) -> object:
    """Return what a row is about, apart from what was chosen."""
    return (row.start, row.rest) if isinstance(row, Head) else id(row.view)


def said(row: Row) -> str:
    """Return a row in words: for a screen reader, and to be found by typing."""
    if isinstance(row, Head):
        time = f"{row.start}{row.rest}"
        return f"{time}, {clash_words(row.clashes)}" if row.clashes else time
    facts = row.view.session.facts
    parts = (row.view.session.title, row.speakers, facts.room, facts.track)
    states = [intent_words(row.choice.intent)]
    if row.choice.watch_later:
        states.append(translate("Plan", "watch later"))
    if facts.state is SessionState.CANCELLED:
        states.append(translate("Plan", "Cancelled"))
    if row.clash:
        states.append(translate("Plan", "Clash"))
    return ", ".join([*(part for part in parts if part), *states])


def clash_words(count: int) -> str:
    """Return how a head says that so many choices below it clash."""
    if count == 1:
        return translate("Plan", "1 choice clashes")
    return translate("Plan", "{n} choices clash").format(n=count)


def own_zone() -> str:
    """Return the zone one comes from ("" where the computer does not say)."""
    zone = computer_zone()
    return "" if zone == "UTC" else zone


def own_time(view: SessionView, zone: str, own: str) -> str:
    """Return when a session is where one comes from ("" where the clocks agree)."""
    session = view.session
    start = session.start_at
    if start is None or not own or takes_whole_day(session):
        return ""
    there, here = start.astimezone(times.zone(zone)), start.astimezone(times.zone(own))
    if there.utcoffset() == here.utcoffset():
        return ""
    span = words.span(start, session.end_at, own)
    if here.date() != there.date():
        day = words.short_day(here.date())
        span = f"{day}{span}" if theme().japanese else f"{day}, {span}"
    said = translate("Plan", "{time} where you are ({place})")
    return said.format(time=span, place=words.zone_city(own))
