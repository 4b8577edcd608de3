"""The texts of a notebook in their search form, kept in memory.

Looking through 100,000 lines with SQL's LIKE takes 110 ms, because their rows are 70 MB of file;
their search forms alone are 16 MB, and Python finds a word there in 15. Nothing is paid while one
types: a change only says which session or conference is to be read again by the next search.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate
from threading import Lock

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.conference import Conference, Day, Event, EventKind
from confnotes.domain.footnotes import references
from confnotes.domain.search import Range, shown
from confnotes.domain.text import folded
from confnotes.domain.times import Planned
from confnotes.services.planning import day_of
from confnotes.services.shelves import trashed
from confnotes.storage.reading import Reading
from confnotes.storage.searching import SEPARATOR, NoteTexts, Searching, SessionTexts

_CITATION = "[^"
_MISSES = 2000
"""So often a letter may turn out not to be part of the word looked for."""


class Look:
    """Finds the lines of a text that have all words; the first word should be the rarest.

    `letter` is one of it that is rare in the text, if one is known: of two characters Python finds
    a single one ten times as fast. Where it is not so rare, the word is looked for after all.
    """

    __slots__ = ("_first", "_left", "_letter", "_offset", "_rest", "_text")

    def __init__(self, text: str, words: Sequence[str], letter: str = "") -> None:
        self._text, self._first, self._rest = text, words[0], words[1:]
        self._letter, self._offset = letter, self._first.find(letter)
        self._left = _MISSES if letter else 0

    def next_line(self, at: int) -> Range | None:
        """Return [start, end) of the next line with all words that begins at `at` or later, or
        holds `at`."""
        text = self._text
        while (found := self._find(at)) >= 0:
            start = text.rfind(SEPARATOR, 0, found) + 1
            end = text.find(SEPARATOR, found)
            if end < 0:
                end = len(text)
            if all(text.find(word, start, end) >= 0 for word in self._rest):
                return start, end
            at = end
        return None

    def _find(self, at: int) -> int:
        """Return where the first word begins at `at` or later, -1 when it does not."""
        text, word, offset = self._text, self._first, self._offset
        while self._left:
            found = text.find(self._letter, at + offset) - offset
            if found < at:
                return -1
            if text.startswith(word, found):
                return found
            at = found + 1
            self._left -= 1
        return text.find(word, at)


class Pile:
    """Texts in search form, laid end to end so that looking through all of them is one call.

    A piece may be several lines, divided by SEPARATOR as the pieces are.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, pieces: Iterable[str] = ()) -> None:
        kept = list(pieces)
        self.text = SEPARATOR.join(kept)
        self._starts = list(accumulate((len(piece) + 1 for piece in kept), initial=0))[:-1]

    def __len__(self) -> int:
        return len(self._starts)

    def piece(self, number: int) -> str:
        """Return a piece by its number."""
        return self.text[self._starts[number] : self.end(number)]

    def end(self, number: int) -> int:
        """Return where a piece ends."""
        last = number + 1 == len(self._starts)
        return len(self.text) if last else self._starts[number + 1] - 1

    def place(self, at: int) -> tuple[int, int]:
        """Return the number of the piece at a place, and that of the line within it."""
        number = bisect_right(self._starts, at) - 1
        return number, self.text.count(SEPARATOR, self._starts[number], at)

    def pieces_with(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the pieces of one line that have all words, in order."""
        if not words:
            yield from range(len(self))
            return
        at, look = 0, Look(self.text, words)
        while (found := look.next_line(at)) is not None:
            yield bisect_right(self._starts, found[0]) - 1
            at = found[1]


@dataclass(frozen=True, slots=True)
class Notes:
    """The lines of one session: `ids` and `kinds` have one piece a line, `tags` (folded) those
    lines that have some, by id, `tagged` all tags as they are written; `cites` says which line
    cites a footnote's key first."""

    ids: str
    kinds: str
    tags: Mapping[str, tuple[str, ...]]
    tagged: frozenset[str]
    cites: Mapping[str, str]
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class BookSession:
    """A session: `own` is the search form of its title and of what was written about it, `people`
    that of each of its speakers with their affiliation, `tags` folded."""

    texts: SessionTexts
    own: str
    people: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass
class Shelf:
    """A conference: its co-located events, the numbers of its days, its sessions (the latest
    first), speakers and footnotes.

    `own` and `whole` pile up the sessions without and with their speakers, `lines` the notes of
    those in `noted`; `names` the speakers, `asides` the footnotes.
    """

    conference: Conference
    events: tuple[Event, ...]
    numbers: Mapping[date, int]
    sessions: list[BookSession]
    speakers: list[str]
    footnotes: list[tuple[str, str]]
    own: Pile
    whole: Pile
    names: Pile
    asides: Pile
    noted: list[BookSession] = field(default_factory=list)
    lines: Pile = field(default_factory=Pile)
    cites: dict[str, tuple[str, str]] | None = None
    days: dict[str, date | None] = field(default_factory=dict)

    @property
    def latest(self) -> date:
        """When it was, for putting conferences in order."""
        first = self.sessions[0].texts.start_at if self.sessions else None
        known = self.conference.ends or self.conference.starts or (first and first.date())
        return known or date.min

    def day(self, session: BookSession) -> date | None:
        """Return the conference day of a session, None when it has none."""
        texts = session.texts
        if texts.id not in self.days:
            planned = Planned(texts.start)
            self.days[texts.id] = day_of(planned, texts.start_at, self.conference)
        return self.days[texts.id]


class SearchBook:
    """What searches look through; `refresh` before each."""

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._notes: dict[str, Notes | None] = {}
        self._stale_shelves: set[str] = set()
        self._stale_notes: set[str] = set()
        self._all_stale = True
        self._guard = Lock()

    def heard(self, changes: ChangeSet) -> None:
        """Note what is to be read again; quick, in any thread."""
        with self._guard:
            for kind, identity in changes.changed:
                if kind is Kind.LINES:
                    self._stale_notes.add(identity)
                elif not changes.conference_id:
                    self._all_stale = True
                elif kind not in (Kind.REPORT, Kind.NAMES):
                    self._stale_shelves.add(changes.conference_id)
                if kind is Kind.SESSION:
                    self._stale_notes.add(identity)

    def refresh(self, unit: Reading) -> None:
        """Read again what changed. Changes that are heard of after this began are left for the
        next time, whether `unit` sees them or not."""
        with self._guard:
            everything, self._all_stale = self._all_stale, False
            shelves, self._stale_shelves = self._stale_shelves, set()
            notes, self._stale_notes = self._stale_notes, set()
        if not (everything or shelves or notes):
            return
        try:
            if everything:
                self._shelves, self._notes = {}, {}
            self._read(unit, shelves, notes)
        except BaseException:
            with self._guard:
                self._all_stale = True
            raise

    def _read(self, unit: Reading, stale: set[str], stale_notes: set[str]) -> None:
        away = trashed(unit)
        there = {one.id: one for one in unit.all(Conference) if one.id not in away}
        before, read = self._shelves, set[str]()
        self._shelves = {}
        for identity, conference in there.items():
            if identity in before and identity not in stale:
                self._shelves[identity] = before[identity]
            else:
                self._shelves[identity] = _shelf(unit, conference)
                read.add(identity)
        known = {one.texts.id for shelf in self._shelves.values() for one in shelf.sessions}
        for session_id in stale_notes | (self._notes.keys() - known):
            self._notes.pop(session_id, None)
        missing = known - self._notes.keys()
        texts: dict[str, str] = {}
        if missing:
            wanted = None if len(missing) == len(known) else missing
            self._notes.update(dict.fromkeys(missing))
            for session_id, text, notes in _notes(unit.searching, wanted):
                texts[session_id] = text
                self._notes[session_id] = notes
        for identity, shelf in self._shelves.items():
            if identity in read or any(one.texts.id in missing for one in shelf.sessions):
                old = _pieces(before[identity], missing) if identity in before else {}
                _pile_notes(shelf, {**old, **texts})

    @property
    def shelves(self) -> Mapping[str, Shelf]:
        """The conferences by id."""
        return self._shelves

    def notes(self, session_id: str) -> Notes:
        """Return the lines of a session that has some."""
        found = self._notes[session_id]
        if found is None:
            raise KeyError(session_id)
        return found

    def ids(self, session_id: str) -> list[str]:
        """Return the ids of a session's lines."""
        return self.notes(session_id).ids.split(SEPARATOR)

    def cited_at(self, conference_id: str, key: str) -> tuple[str, str] | None:
        """Return (session id, line id) of the line that cites a footnote, None when none does."""
        shelf = self._shelves[conference_id]
        if shelf.cites is None:
            shelf.cites = {}
            for session in reversed(shelf.noted):
                for cited, line_id in self.notes(session.texts.id).cites.items():
                    shelf.cites.setdefault(cited, (session.texts.id, line_id))
        return shelf.cites.get(key)


def _pieces(shelf: Shelf, without: set[str]) -> dict[str, str]:
    """Return the notes of a conference that need not be read again, by session."""
    return {
        one.texts.id: shelf.lines.piece(number)
        for number, one in enumerate(shelf.noted)
        if one.texts.id not in without
    }


def _pile_notes(shelf: Shelf, texts: Mapping[str, str]) -> None:
    shelf.noted = [one for one in shelf.sessions if one.texts.id in texts]
    shelf.lines = Pile([texts[one.texts.id] for one in shelf.noted])
    shelf.cites = None


def _shelf(unit: Reading, conference: Conference) -> Shelf:
    searching, conference_id = unit.searching, conference.id
    speakers = {
        one.id: folded("\n".join((*one.names, *one.affiliations)))
        for one in searching.speakers(conference_id)
    }
    people: dict[str, list[str]] = defaultdict(list)
    for session_id, speaker_id, printed in searching.credits(conference_id):
        people[session_id].append(f"{speakers[speaker_id]}\n{folded(printed)}".strip())
    sessions = searching.sessions(conference_id)
    footnotes = searching.footnotes(conference_id)
    in_sessions = _uncited(searching, "session", {one.id: one.folded for one in sessions})
    in_footnotes = _uncited(searching, "footnote", {one[0]: one[2] for one in footnotes})
    books = [
        BookSession(one, in_sessions[one.id], tuple(people[one.id]), _folded_tags(one.tags))
        for one in sessions
    ]
    events = unit.all(Event, conference_id=conference_id)
    return Shelf(
        conference,
        tuple(one for one in events if one.kind is EventKind.COLOCATED),
        {day.date: day.number for day in unit.all(Day, conference_id=conference_id)},
        books,
        list(speakers),
        [(identity, key) for identity, key, _ in footnotes],
        Pile(one.own for one in books),
        Pile("\n".join((one.own, *one.people)) for one in books),
        Pile(speakers.values()),
        Pile(in_footnotes[identity] for identity, *_ in footnotes),
    )


def _folded_tags(array: str) -> tuple[str, ...]:
    return tuple(map(folded, tags_of(array)))


def _uncited(searching: Searching, table: str, texts: Mapping[str, str]) -> Mapping[str, str]:
    """Return search forms by id without citations of footnotes."""
    citing = [identity for identity, text in texts.items() if _CITATION in text]
    if not citing:
        return texts
    written = searching.written(table, citing)
    return {**texts, **{identity: folded(shown(text)) for identity, text in written.items()}}


def _notes(
    searching: Searching, session_ids: Collection[str] | None
) -> Iterator[tuple[str, str, Notes]]:
    """Yield (session id, search form of its lines, all else of them)."""
    read = list(searching.notes(session_ids))
    captions = searching.captions(session_ids)
    citing: list[str] = []
    for texts in read:
        if _CITATION in texts.folded:
            pieces = zip(texts.ids.split(SEPARATOR), texts.folded.split(SEPARATOR), strict=True)
            citing += [identity for identity, piece in pieces if _CITATION in piece]
    written = searching.written("line", citing)
    for texts in read:
        yield texts.session_id, *_one(texts, captions, written)


def _one(
    texts: NoteTexts, captions: Mapping[str, str], written: Mapping[str, str]
) -> tuple[str, Notes]:
    text = texts.folded
    cites: dict[str, str] = {}
    if captions or _CITATION in text:
        pieces = text.split(SEPARATOR)
        for at, identity in enumerate(texts.ids.split(SEPARATOR)):
            if identity in written:
                for _, _, key in references(written[identity]):
                    cites.setdefault(key, identity)
                pieces[at] = folded(shown(written[identity]))
            if identity in captions:
                pieces[at] += "\n" + folded(shown(captions[identity]))
        text = SEPARATOR.join(pieces)
    written_tags = {one[:_ID]: tags_of(one[_ID:]) for one in texts.tags}
    tags = {identity: tuple(map(folded, found)) for identity, found in written_tags.items()}
    tagged = frozenset(tag for found in written_tags.values() for tag in found)
    return text, Notes(texts.ids, texts.kinds, tags, tagged, cites, texts.changed_at)


_ID = 36
"""The length of an id."""


def tags_of(array: str) -> tuple[str, ...]:
    """Return the tags in a JSON array."""
    return () if array == "[]" else tuple(map(str, json.loads(array)))
