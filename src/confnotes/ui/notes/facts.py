"""What belongs to a line's identity alone: the moment of its first letter, and later findings.

It does not live in the document: nothing here may be undone, and a line that comes back by undo or
paste finds it again under its identity.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from confnotes.domain.notes import Line, LineKind
from confnotes.services.pictures import NOTHING_SAID, PicturesSaid
from confnotes.ui.notes.rows import Row


@dataclass(frozen=True, slots=True)
class Facts:
    """The moment (UTC) and what other screens found out about a line."""

    written_at: datetime | None = None
    nudge: int = 0
    resolved: bool = False
    answer: str = ""
    speaker_id: str | None = None
    tags: tuple[str, ...] = ()


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session's notes at one instant; cheap to take, safe to hand to another thread."""

    session_id: str
    rows: tuple[Row, ...]
    facts: dict[str, Facts]
    pictures: PicturesSaid = field(default=NOTHING_SAID, compare=False)

    def lines(self) -> list[Line]:
        """Return the notes as lines of the session, in order; empty ones at the end, which only
        wait for words, are none of them."""
        count = len(self.rows)
        while count and self._blank(self.rows[count - 1]):
            count -= 1
        return [
            _line(self.session_id, at, row, self.facts.get(row.id, NO_FACTS))
            for at, row in enumerate(_told_apart(self.session_id, self.rows[:count]))
        ]

    def _blank(self, row: Row) -> bool:
        return not (row.text.strip() or row.gist) and row.kind is LineKind.POINT


def _told_apart(session_id: str, rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, no two with one identity: the second of them gets another, and the same
    one each time, so that it stays one line in the file."""
    if len({row.id for row in rows}) == len(rows):
        return rows
    taken: set[str] = set()
    out: list[Row] = []
    for row in rows:
        identity, count = row.id, 1
        while identity in taken:
            count += 1
            identity = str(uuid5(NAMESPACE_OID, f"{session_id} {row.id} {count}"))
        taken.add(identity)
        out.append(row if identity == row.id else replace(row, id=identity))
    return out


def _line(session_id: str, position: int, row: Row, facts: Facts) -> Line:
    return Line(
        row.id,
        session_id,
        position,
        row.text,
        row.depth,
        row.kind,
        facts.written_at,
        facts.nudge,
        row.done,
        row.unsure,
        row.gist,
        facts.resolved,
        facts.answer,
        facts.speaker_id,
        row.audience,
        facts.tags,
    )


def facts_of(line: Line) -> Facts:
    """Return what a loaded line's identity carries."""
    return Facts(
        line.written_at, line.nudge, line.resolved, line.answer, line.speaker_id, line.tags
    )


class FactsBook:
    """The facts of a session's lines by identity. A moment, once set, never changes."""

    def __init__(self) -> None:
        self._by_id: dict[str, Facts] = {}
        self._momentless: set[str] = set()

    def load(self, lines: Iterable[Line]) -> None:
        """Forget everything and take these; loaded text without a moment never gets one."""
        self._by_id.clear()
        self._momentless.clear()
        for line in lines:
            self.take(line)

    def take(self, line: Line) -> None:
        """Take one line's facts from the file (a moment already known stays)."""
        known = self.get(line.id).written_at
        facts = facts_of(line)
        self._by_id[line.id] = facts if known is None else replace(facts, written_at=known)
        if line.text and line.written_at is None:
            self._momentless.add(line.id)

    def get(self, identity: str) -> Facts:
        """Return the facts of a line (empty ones when nothing is known)."""
        return self._by_id.get(identity, NO_FACTS)

    def needs_moment(self, identity: str) -> bool:
        """Return whether this line's first letter is still to come."""
        return self.get(identity).written_at is None and identity not in self._momentless

    def stamp(self, identity: str, at: datetime) -> None:
        """Set the moment of a line that has none."""
        if self.needs_moment(identity):
            self._by_id[identity] = replace(self.get(identity), written_at=at)

    def nudge(self, identity: str, seconds: int) -> None:
        """Correct a moment that is known by so many seconds more."""
        facts = self.get(identity)
        if facts.written_at is not None:
            self._by_id[identity] = replace(facts, nudge=facts.nudge + seconds)

    def share(self, source: str, identity: str) -> None:
        """Give a line split off another one the other's moment and speaker."""
        facts = self.get(source)
        self._by_id[identity] = replace(facts, resolved=False, answer="")
        if source in self._momentless:
            self._momentless.add(identity)

    def carry(self, identity: str, facts: Facts) -> None:
        """Set the facts of a line that arrives with its identity (cut elsewhere, pasted here)."""
        if identity not in self._by_id:
            self._by_id[identity] = facts

    def snapshot(
        self, session_id: str, rows: Sequence[Row], pictures: PicturesSaid = NOTHING_SAID
    ) -> Snapshot:
        """Return the lines at this instant, for another thread to turn into values."""
        return Snapshot(session_id, tuple(rows), dict(self._by_id), pictures)
