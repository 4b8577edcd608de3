"""The queries behind lists: counts are counted by the database, texts stay there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, union_all

from confnotes.domain.choice import Attendance
from confnotes.domain.notes import LineKind
from confnotes.domain.times import instant_from
from confnotes.storage.schema import (
    attachment,
    attachment_use,
    conference,
    day,
    event,
    fact,
    footnote,
    line,
    report,
    section,
    section_text,
    session,
    session_source,
    speaker,
    version,
)
from confnotes.storage.scope import owned
from confnotes.storage.searching import not_trashed


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """What a session's notes hold: lines that say something, open did-not-catch lines, open
    to-dos, pictures."""

    lines: int = 0
    unclear: int = 0
    todos: int = 0
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """How many sessions a conference has, and of how many one was there."""

    sessions: int
    attended: int


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_OF_A_SCHEDULE = frozenset({"credit", "link", "session_source"})
"""Tables of what belongs to a session and came with a schedule, or says itself that it did not."""

# An empty line without a mark is room between others: nothing was noted with it.
_SAYS = or_(func.trim(line.c.text) != "", line.c.kind != LineKind.POINT.value)


class Lists:
    """Counts over many rows, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def notes(
        self, conference_id: str = "", session_id: str | None = None
    ) -> Mapping[str, NoteCounts]:
        """Return the counts of each session that has notes: of a conference, or of one session."""
        wanted = (
            line.c.session_id == session_id
            if session_id is not None
            else line.c.session_id.in_(
                select(session.c.id).where(session.c.conference_id == conference_id)
            )
        )
        alive = and_(wanted, line.c.deleted_at.is_(None))
        pictured = self._connection.execute(
            select(line.c.session_id, func.count())
            .join(attachment_use, attachment_use.c.line_id == line.c.id)
            .where(alive)
            .group_by(line.c.session_id)
        )
        pictures: dict[str, int] = {row[0]: row[1] for row in pictured}
        open_unclear = and_(line.c.kind == LineKind.UNCLEAR.value, line.c.resolved == 0)
        open_todo = and_(line.c.kind == LineKind.TODO.value, line.c.done == 0)
        rows = self._connection.execute(
            select(line.c.session_id, _count(_SAYS), _count(open_unclear), _count(open_todo))
            .where(alive)
            .group_by(line.c.session_id)
        )
        return {row[0]: NoteCounts(row[1], row[2], row[3], pictures.get(row[0], 0)) for row in rows}

    def totals(self) -> Mapping[str, Totals]:
        """Return the totals of each conference, without what is in the trash; notes, a summary or a
        takeaway count as having been there."""
        noted = (
            select(line.c.id)
            .where(line.c.session_id == session.c.id, line.c.deleted_at.is_(None), _SAYS)
            .exists()
        )
        worded = or_(func.trim(session.c.summary) != "", func.trim(session.c.takeaway) != "")
        attended = case(
            (session.c.attendance == Attendance.OPEN.value, or_(noted, worded)),
            else_=session.c.attendance != Attendance.MISSED.value,
        )
        rows = self._connection.execute(
            select(conference.c.id, func.count(session.c.id), _count(attended))
            .join_from(
                conference,
                session,
                and_(session.c.conference_id == conference.c.id, not_trashed()),
                isouter=True,
            )
            .group_by(conference.c.id)
        )
        return {row[0]: Totals(row[1], row[2]) for row in rows}

    def days(self) -> Mapping[str, int]:
        """Return how many days each conference has."""
        rows = self._connection.execute(
            select(day.c.conference_id, func.count()).group_by(day.c.conference_id)
        )
        return {row[0]: row[1] for row in rows}

    def first_moments(self, line_ids: Collection[str]) -> Mapping[str, datetime | None]:
        """Return when lines were first written, of those the notebook has, deleted or not."""
        rows = self._connection.execute(
            select(line.c.id, line.c.written_at).where(line.c.id.in_(line_ids))
        )
        return {row[0]: instant_from(row[1]) if row[1] else None for row in rows}

    def citing(self, conference_id: str, without_lines_of: str) -> tuple[str, ...]:
        """Return a conference's texts that may cite a footnote, but for one session's lines."""
        in_conference = select(session.c.id).where(session.c.conference_id == conference_id)
        reports = select(report.c.id).where(report.c.conference_id == conference_id)
        sections = select(section.c.id).where(section.c.report_id.in_(reports))
        files = select(attachment.c.id).where(attachment.c.conference_id == conference_id)
        other_lines = and_(
            line.c.session_id.in_(in_conference),
            line.c.session_id != without_lines_of,
            line.c.deleted_at.is_(None),
        )
        wanted = (
            (other_lines, (line.c.text, line.c.gist, line.c.answer)),
            (
                session.c.conference_id == conference_id,
                (session.c.summary, session.c.takeaway, session.c.heading, session.c.reason),
            ),
            (event.c.conference_id == conference_id, (event.c.reason,)),
            (section.c.report_id.in_(reports), (section.c.heading,)),
            (section_text.c.section_id.in_(sections), (section_text.c.text,)),
            (version.c.conference_id == conference_id, (version.c.text,)),
            (attachment_use.c.attachment_id.in_(files), (attachment_use.c.caption,)),
            (fact.c.conference_id == conference_id, (fact.c.value,)),
            (footnote.c.conference_id == conference_id, (footnote.c.text,)),
        )
        parts = [
            select(column).where(scope, column.contains("[^", autoescape=True))
            for scope, columns in wanted
            for column in columns
        ]
        return tuple(row[0] for row in self._connection.execute(union_all(*parts)))

    def alive_elsewhere(self, line_ids: Collection[str], session_id: str) -> frozenset[str]:
        """Return those of the lines that another session has, not deleted."""
        if not line_ids:
            return frozenset()
        rows = self._connection.execute(
            select(line.c.id).where(
                line.c.id.in_(line_ids),
                line.c.session_id != session_id,
                line.c.deleted_at.is_(None),
            )
        )
        return frozenset(row[0] for row in rows)

    def source_keys(self) -> tuple[tuple[str, str, str | None, str], ...]:
        """Return (conference id, key, start, title) of every session that came with a schedule."""
        rows = self._connection.execute(
            select(
                session.c.conference_id,
                session_source.c.key,
                session_source.c.start,
                func.coalesce(session.c.title, ""),
            ).join_from(session_source, session)
        )
        return tuple((row[0], row[1], row[2], row[3]) for row in rows)

    def noted_sessions(self, conference_id: str) -> frozenset[str]:
        """Return the sessions that have lines, be they deleted ones, a history of them, or
        anything else that no schedule brings."""
        here = select(session.c.id).where(session.c.conference_id == conference_id)
        found = union_all(
            *(
                select(column).where(column.in_(here))
                for column in owned(session)
                if column.table.name not in _OF_A_SCHEDULE
            )
        )
        return frozenset(row[0] for row in self._connection.execute(found))

    def own_speakers(self, conference_id: str) -> frozenset[str]:
        """Return the speakers of whom a person wrote something, or whom a line quotes."""
        own = [column for column in speaker.c if column.name.startswith("own_")]
        here = speaker.c.conference_id == conference_id
        written = or_(speaker.c.family_name != "", *(column.is_not(None) for column in own))
        found = union_all(
            select(speaker.c.id).where(here, written),
            select(line.c.speaker_id).where(line.c.speaker_id.is_not(None)),
        )
        return frozenset(row[0] for row in self._connection.execute(found))
