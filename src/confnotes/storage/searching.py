"""What a search looks through, read in large pieces: SQLite joins the lines of a session into one
text, so that a hundred thousand lines are a few thousand values."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, case, func, literal_column, or_, select

from confnotes.domain.conference import Shelf
from confnotes.domain.times import instant_from
from confnotes.storage.schema import (
    FOLDED,
    TABLES,
    attachment_use,
    credit,
    footnote,
    line,
    session,
    speaker,
)

SEPARATOR = "\x1e"
"""Between the lines of a joined text: no stored text has it (`domain.text.stored`)."""
_JOINT: ColumnElement[str] = literal_column("char(30)")
_AT_A_TIME = 5000
"""SQLite takes some 32,000 values in one statement."""


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """The lines of a session, not the deleted ones, in their order. `folded`, `ids` and `kinds`
    hold one piece a line, `tags` those lines alone that have some: id and JSON array.

    `changed_at` is when the last of them changed.
    """

    session_id: str
    folded: str
    ids: str
    kinds: str
    tags: tuple[str, ...]
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class SessionTexts:
    """What lists and filters need of a session, and the search form of its own texts."""

    id: str
    start: str | None
    start_at: datetime | None
    rating: int
    tags: str
    folded: str


@dataclass(frozen=True, slots=True)
class SpeakerTexts:
    """A speaker's names and affiliations, as they are written."""

    id: str
    names: tuple[str, ...]
    affiliations: tuple[str, ...]


class Searching:
    """The texts of a notebook, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def notes(self, session_ids: Collection[str] | None = None) -> Iterator[NoteTexts]:
        """Yield the lines of these sessions (None: of all) that have some."""
        alive: list[ColumnElement[bool]] = [line.c.deleted_at.is_(None)]
        if session_ids is not None:
            alive.append(line.c.session_id.in_(session_ids))
        joined = func.group_concat
        tagged = case((line.c.tags != "[]", line.c.id + line.c.tags))
        rows = self._connection.execute(
            select(
                line.c.session_id,
                joined(line.c.folded, _JOINT),
                joined(line.c.id, _JOINT),
                joined(line.c.kind, _JOINT),
                joined(line.c.position, _JOINT),
                joined(tagged, _JOINT),
                func.max(line.c.changed_at),
            )
            .where(*alive)
            .group_by(line.c.session_id)
        )
        for session_id, folded, ids, kinds, places, tags, changed in rows:
            # SQLite joins rows as it meets them, each column in the same order.
            texts, identities, names = _in_order(str(places), (folded, ids, kinds))
            tagged_lines = tuple(tags.split(SEPARATOR)) if tags else ()
            at = _instant(changed)
            yield NoteTexts(session_id, texts, identities, names, tagged_lines, at)

    def captions(self, session_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """Return captions and alternative texts of the pictures of lines, by the line's id."""
        use = attachment_use.c
        query = select(use.line_id, use.caption, use.alternative).join(
            line, line.c.id == use.line_id
        )
        if session_ids is not None:
            query = query.where(line.c.session_id.in_(session_ids))
        found: dict[str, str] = {}
        order = (use.line_id, use.position, use.id)
        for line_id, caption, alternative in self._connection.execute(query.order_by(*order)):
            words = "\n".join(filter(None, (found.get(line_id, ""), caption, alternative)))
            if words:
                found[line_id] = words
        return found

    def written(self, name: str, ids: Sequence[str]) -> Mapping[str, str]:
        """Return the texts that `folded` is made of, as they were written, of rows of a table."""
        table = TABLES[name]
        columns = [table.c[column] for column in FOLDED[name]]
        found: dict[str, str] = {}
        for at in range(0, len(ids), _AT_A_TIME):
            wanted = table.c.id.in_(ids[at : at + _AT_A_TIME])
            for row in self._connection.execute(select(table.c.id, *columns).where(wanted)):
                found[row[0]] = "\n".join(text or "" for text in row[1:])
        return found

    def said_by(self, speaker_ids: Sequence[str]) -> frozenset[str]:
        """Return the ids of the lines that quote one of these speakers."""
        found: set[str] = set()
        for at in range(0, len(speaker_ids), _AT_A_TIME):
            wanted = line.c.speaker_id.in_(speaker_ids[at : at + _AT_A_TIME])
            alive = line.c.deleted_at.is_(None)
            found.update(self._connection.scalars(select(line.c.id).where(wanted, alive)))
        return frozenset(found)

    def sessions(self, conference_id: str) -> tuple[SessionTexts, ...]:
        """Return the sessions of a conference, the latest first, those without a time last; none
        that is in the trash."""
        c = session.c
        rows = self._connection.execute(
            select(
                c.id, func.coalesce(c.own_start, c.start), c.start_at, c.rating, c.tags, c.folded
            )
            .where(c.conference_id == conference_id, not_trashed())
            .order_by(c.start_at.is_(None), c.start_at.desc(), c.id)
        )
        return tuple(
            SessionTexts(row[0], row[1], _instant(row[2]), row[3] or 0, row[4], row[5])
            for row in rows
        )

    def speakers(self, conference_id: str) -> tuple[SpeakerTexts, ...]:
        """Return the speakers of a conference by name."""
        c = speaker.c
        rows = self._connection.execute(
            select(c.id, c.own_name, c.name, c.reading, c.own_affiliation, c.affiliation)
            .where(c.conference_id == conference_id)
            .order_by(func.coalesce(c.own_name, c.name), c.id)
        )
        return tuple(
            SpeakerTexts(
                row[0],
                tuple(name for name in row[1:4] if name),
                tuple(name for name in row[4:6] if name),
            )
            for row in rows
        )

    def credits(self, conference_id: str) -> tuple[tuple[str, str, str], ...]:
        """Return (session id, speaker id, names as printed there) of a conference, in order."""
        c = credit.c
        rows = self._connection.execute(
            select(c.session_id, c.speaker_id, c.printed_name + "\n" + c.printed_affiliation)
            .join_from(credit, session)
            .where(session.c.conference_id == conference_id)
            .order_by(c.session_id, c.position, c.id)
        )
        return tuple((row[0], row[1], row[2].strip("\n")) for row in rows)

    def footnotes(self, conference_id: str) -> tuple[tuple[str, str, str], ...]:
        """Return (id, key, search form) of the footnotes of a conference, by key."""
        rows = self._connection.execute(
            select(footnote.c.id, footnote.c.key, footnote.c.folded)
            .where(footnote.c.conference_id == conference_id)
            .order_by(footnote.c.key)
        )
        return tuple((row[0], row[1], row[2]) for row in rows)


def not_trashed() -> ColumnElement[bool]:
    """Return the condition that a session is not in the trash."""
    shelf = session.c.shelf
    return or_(shelf.is_(None), shelf != Shelf.TRASHED.value)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_from(text)


def _in_order(places: str, joined: tuple[str, str, str]) -> tuple[str, str, str]:
    """Return joined texts with their pieces in the order of `places`."""
    numbers = [int(place) for place in places.split(SEPARATOR)]
    if all(a <= b for a, b in pairwise(numbers)):
        return joined
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    first, second, third = (_sorted(text.split(SEPARATOR), order) for text in joined)
    return first, second, third


def _sorted(pieces: list[str], order: list[int]) -> str:
    return SEPARATOR.join([pieces[at] for at in order])
