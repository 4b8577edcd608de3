"""A unit of work that only reads: one transaction, so that all it sees is of one moment."""

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, Connection, select

from confnotes.domain.conference import Author
from confnotes.domain.contents import Contents
from confnotes.domain.history import HistoryStep
from confnotes.storage import contents, dumping, history, undoing
from confnotes.storage.lists import Lists
from confnotes.storage.mapping import CLASSES
from confnotes.storage.querying import T, values
from confnotes.storage.schema import TABLES
from confnotes.storage.scope import conference_of
from confnotes.storage.searching import Searching

Wanted = str | int | None | Collection[str]


class Reading:
    """What can be asked of a notebook; values come back, never rows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def lists(self) -> Lists:
        """The queries behind lists and counts."""
        return Lists(self._connection)

    @property
    def searching(self) -> Searching:
        """What a search looks through."""
        return Searching(self._connection)

    def get(self, cls: type[T], identity: str) -> T | None:
        """Return the one with that id, None when there is none (or it is deleted)."""
        return next(iter(self.all(cls, id=identity)), None)

    def all(self, cls: type[T], **where: Wanted) -> tuple[T, ...]:
        """Return those whose columns have the given values (or one of a given collection)."""
        table = TABLES[CLASSES[cls]]
        conditions: list[ColumnElement[bool]] = [
            table.c[column] == wanted
            if wanted is None or isinstance(wanted, str | int)
            else table.c[column].in_(wanted)
            for column, wanted in where.items()
        ]
        return values(self._connection, cls, *conditions)

    def hanging(self, cls: type[T], session_id: str) -> tuple[T, ...]:
        """Return those that belong to a line of a session (the class has a `line_id`).

        Asked for by subquery: an id for each of thousands of lines takes longer than the answer.
        """
        line = TABLES["line"].c
        here = select(line.id).where(line.session_id == session_id, line.deleted_at.is_(None))
        return values(self._connection, cls, TABLES[CLASSES[cls]].c.line_id.in_(here))

    def within(self, cls: type[T], conference_id: str) -> tuple[T, ...]:
        """Return all of a class that belong to a conference."""
        return contents.rows(self._connection, cls, conference_id)

    def contents(self, conference_id: str) -> Contents:
        """Return the whole conference; ConfnotesError conference.gone (id) when it is not there."""
        return contents.contents(self._connection, conference_id)

    def history(self, session_id: str, since: int = 0) -> tuple[HistoryStep, ...]:
        """Return the steps of a session's history from number `since` on, the newest first."""
        return history.steps(self._connection, session_id, since=since)

    def programme_rows(self, conference_id: str) -> undoing.Rows:
        """Return the rows of a conference's programme, to tell later what a change did to them."""
        return undoing.rows(self._connection, conference_id)

    def report_rows(self, conference_id: str) -> undoing.Rows:
        """Return the rows of a conference's reports, to tell later what a change did to them."""
        return undoing.rows(self._connection, conference_id, undoing.OF_REPORTS)

    def dump(self, conference_id: str) -> dumping.Object:
        """Return the dump of a conference; ConfnotesError conference.gone (id)."""
        return dumping.dump(self._connection, conference_id)

    def session_objects(self, conference_id: str) -> Iterator[dumping.Object]:
        """Yield the sessions of a conference as its dump has them."""
        return dumping.sessions(self._connection, conference_id)

    def conference_objects(self) -> Iterator[dumping.Object]:
        """Yield all conferences' own columns as their dumps have them."""
        return dumping.conferences(self._connection)

    def author(self, conference_id: str) -> Author | None:
        """Return who writes about a conference."""
        return contents.author_of(self._connection, conference_id)

    def conference_of(self, cls: type, identity: str) -> str:
        """Return the id of the conference a row belongs to ("" when there is none)."""
        return conference_of(self._connection, TABLES[CLASSES[cls]], identity)
