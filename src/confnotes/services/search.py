"""Finding anything: notes, sessions, footnotes, speakers, conferences, in one notebook."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Lock

from confnotes.domain.conference import Conference, Speaker
from confnotes.domain.search import DayFilter, Only, OpenFilter, Query
from confnotes.domain.text import folded
from confnotes.services.base import Service
from confnotes.services.found import Hit, Reader
from confnotes.services.hub import Hub
from confnotes.services.notebook import Notebook
from confnotes.services.search_views import Answer, Found, Place
from confnotes.services.searchbook import BookSession, Look, Pile, SearchBook, Shelf, tags_of
from confnotes.storage.reading import Reading
from confnotes.storage.searching import SEPARATOR

_TWO = 2
_SAMPLE, _RARE = 200_000, 20
"""So many characters tell how frequent a word is; a letter is rare that is there so many times."""
_Passes = Callable[[int, str], bool]
_FIRST = datetime.min.replace(tzinfo=UTC)


class SearchService(Service):
    """Searches the whole notebook. The first search reads it; later ones only what changed."""

    def __init__(self, notebook: Notebook, hub: Hub) -> None:
        super().__init__(notebook, hub)
        self._book = SearchBook()
        self._turn = Lock()
        hub.subscribe(self._book.heard)

    def warm(self) -> None:
        """Read what a search would have to read first."""
        with self._turn, self._notebook.reading() as unit:
            self._book.refresh(unit)

    def search(
        self, query: Query, *, near: str | None = None, limits: Mapping[Place, int] | None = None
    ) -> Answer:
        """Return what has all that a query asks for; nothing for an empty one.

        `near` is the conference one is in. `limits` is how many of a kind are wanted (0: none;
        all, where nothing is said).
        """
        if not query or query.only is Only.COMMANDS:
            return Answer(query)
        with self._turn, self._notebook.reading() as unit:
            self._book.refresh(unit)
            searched = _Search(unit, self._book, query)
            return searched.answer(near, limits or {})

    def recent(self, count: int, near: str | None = None) -> tuple[Found, ...]:
        """Return the sessions whose notes changed last, in the conference one is in first."""
        with self._turn, self._notebook.reading() as unit:
            self._book.refresh(unit)
            searched = _Search(unit, self._book, Query())
            return searched.recent(count, near)

    def values(self, wanted: OpenFilter, near: str | None, most: int) -> tuple[str, ...]:
        """Return what a filter by day (ISO 8601), speaker, tag or conference can ask for in the
        conference one is in (all, where one is in none), as far as it holds what was typed."""
        with self._turn, self._notebook.reading() as unit:
            self._book.refresh(unit)
            shelves = self._book.shelves
            here = [one for one in shelves.values() if one.conference.id == near]
            found = _values(unit, self._book, wanted.key, here or list(shelves.values()))
        fitting = [one for one in found if wanted.value in folded(one)]
        return tuple(dict.fromkeys(fitting))[:most]


def _values(unit: Reading, book: SearchBook, key: str, shelves: Sequence[Shelf]) -> Iterable[str]:
    match key:
        case "day":
            return sorted(day.isoformat() for shelf in shelves for day in shelf.numbers)
        case "speaker":
            ids = {shelf.conference.id for shelf in shelves}
            return sorted(one.title for one in unit.all(Speaker, conference_id=ids))
        case "tag":
            own = {tag for s in shelves for one in s.sessions for tag in tags_of(one.texts.tags)}
            noted = [one.texts.id for shelf in shelves for one in shelf.noted]
            return sorted(own.union(*(book.notes(identity).tagged for identity in noted)))
        case "in":
            by_age = sorted(book.shelves.values(), key=lambda one: one.latest, reverse=True)
            return [shelf.conference.short for shelf in by_age]
    return ()


class _Search:
    """One search in one state of the notebook."""

    def __init__(self, unit: Reading, book: SearchBook, query: Query) -> None:
        self._unit, self._book, self._query = unit, book, query
        self._reader = Reader(unit, query)
        self._words = query.words
        self._letter = ""
        self._said: frozenset[str] | None = None

    def answer(self, near: str | None, limits: Mapping[Place, int]) -> Answer:
        shelves = [one for one in self._shelves(near) if self._in_conference(one.conference)]
        sample = max((shelf.lines.text for shelf in shelves), key=len, default="")
        self._words = _rarest_first(self._query.words, sample)
        self._letter = _rare_letter(self._words, sample)
        kept: list[Hit] = []
        more: set[Place] = set()
        for place, hits in (
            (Place.SESSION, self._sessions(shelves)),
            (Place.LINE, self._lines(shelves)),
            (Place.FOOTNOTE, self._footnotes(shelves)),
            (Place.SPEAKER, self._speakers(shelves)),
            (Place.EVENT, self._events(shelves)),
            (Place.CONFERENCE, self._named(shelves)),
        ):
            limit = limits.get(place)
            if limit == 0:
                continue
            for count, hit in enumerate(hits):
                if count == limit:
                    more.add(place)
                    break
                kept.append(hit)
        return Answer(self._query, tuple(self._reader.found(kept)), frozenset(more))

    def recent(self, count: int, near: str | None) -> tuple[Found, ...]:
        changed: list[tuple[bool, datetime, Hit]] = []
        for shelf in self._shelves(near):
            for session in shelf.noted:
                identity = session.texts.id
                hit = Hit(Place.SESSION, identity, shelf.conference, identity)
                at = self._book.notes(identity).changed_at or _FIRST
                changed.append((shelf.conference.id == near, at, hit))
        changed.sort(key=lambda one: one[:2], reverse=True)
        return tuple(self._reader.found([hit for *_, hit in changed[:count]]))

    def _shelves(self, near: str | None) -> list[Shelf]:
        """Return the conferences: the one one is in, then the latest."""

        def order(shelf: Shelf) -> tuple[bool, date, str]:
            return shelf.conference.id == near, shelf.latest, shelf.conference.id

        return sorted(self._book.shelves.values(), key=order, reverse=True)

    # -- filters -------------------------------------------------------------------------------

    def _in_conference(self, conference: Conference) -> bool:
        wanted = self._query.conferences
        names = folded(f"{conference.title}\n{conference.name}\n{conference.short_name}")
        return not wanted or any(name in names for name in wanted)

    def _in_session(self, shelf: Shelf, session: BookSession) -> bool:
        """Return whether a session is what the filters for sessions ask for (tags and speakers
        apart, which lines can have of their own)."""
        query = self._query
        if query.rating and not query.rating[0] <= session.texts.rating <= query.rating[1]:
            return False
        return not query.days or self._on_day(shelf, session)

    def _on_day(self, shelf: Shelf, session: BookSession) -> bool:
        day = shelf.day(session)
        return day is not None and any(
            _is_day(wanted, day, shelf.numbers.get(day)) for wanted in self._query.days
        )

    def _speaks(self, session: BookSession) -> bool:
        return all(any(one in who for who in session.people) for one in self._query.speakers)

    def _tagged(self, tags: Sequence[str]) -> bool:
        return all(any(tag.startswith(one) for tag in tags) for one in self._query.tags)

    def _wanted(self, shelf: Shelf, session: BookSession) -> bool:
        """Return whether a session itself passes all filters."""
        return not self._query.filtered or (
            self._in_session(shelf, session)
            and self._speaks(session)
            and self._tagged(session.tags)
        )

    # -- what is found -------------------------------------------------------------------------

    def _sessions(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        """Yield sessions: first those with all words in their own texts."""
        if self._query.kinds:
            return
        seen: set[str] = set()
        for pile_of in (_own, _whole):
            for shelf in shelves:
                for number in pile_of(shelf).pieces_with(self._words):
                    session = shelf.sessions[number]
                    identity = session.texts.id
                    if identity not in seen and self._wanted(shelf, session):
                        seen.add(identity)
                        yield Hit(Place.SESSION, identity, shelf.conference, identity)

    def _lines(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        for shelf in shelves:
            for session, line_id in self._in_shelf(shelf):
                yield Hit(Place.LINE, line_id, shelf.conference, session.texts.id, line_id)

    def _in_shelf(self, shelf: Shelf) -> Iterator[tuple[BookSession, str]]:
        """Yield the lines of a conference with all words that pass the filters."""
        if not self._words:
            for session in shelf.noted:
                passes = self._filter(shelf, session)
                if passes is not None:
                    lines = enumerate(self._book.ids(session.texts.id))
                    yield from ((session, one) for at, one in lines if passes(at, one))
            return
        at, current, ids = 0, -1, [""]
        passes = None
        look = Look(shelf.lines.text, self._words, self._letter)
        while (found := look.next_line(at)) is not None:
            at = found[1]
            number, line = shelf.lines.place(found[0])
            session = shelf.noted[number]
            if number != current:
                current = number
                passes = self._filter(shelf, session)
                ids = [] if passes is None else self._book.ids(session.texts.id)
            if passes is None:
                at = shelf.lines.end(number)
            elif passes(line, ids[line]):
                yield session, ids[line]

    def _filter(self, shelf: Shelf, session: BookSession) -> _Passes | None:
        """Return what says whether a line (its number and id) passes; None when none can."""
        query = self._query
        if not query.filtered:
            return _all_pass
        notes = self._book.notes(session.texts.id)
        if query.kinds and not any(kind in notes.kinds for kind in query.kinds):
            return None
        said = None if self._speaks(session) else self._said_by_them()
        if (said is not None and not said) or not self._in_session(shelf, session):
            return None
        kinds = notes.kinds.split(SEPARATOR) if query.kinds else []

        def passes(number: int, line_id: str) -> bool:
            return (
                (not kinds or kinds[number] in query.kinds)
                and (said is None or line_id in said)
                and (not query.tags or self._tagged((*session.tags, *notes.tags.get(line_id, ()))))
            )

        return passes

    def _said_by_them(self) -> frozenset[str]:
        """Return the lines that quote the speakers asked for, whoever's session it is."""
        if self._said is None:
            wanted = self._query.speakers
            speakers = [
                shelf.speakers[number]
                for shelf in self._book.shelves.values()
                for number in shelf.names.pieces_with(wanted)
            ]
            self._said = self._unit.searching.said_by(speakers)
        return self._said

    def _footnotes(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        """Yield footnotes; with filters for sessions, those that a line of such a one cites."""
        if self._query.kinds:
            return
        for shelf in shelves:
            sessions = shelf.sessions if self._query.filtered else ()
            wanted = {one.texts.id for one in sessions if self._wanted(shelf, one)}
            for number in shelf.asides.pieces_with(self._words):
                identity, key = shelf.footnotes[number]
                session_id, line_id = self._book.cited_at(shelf.conference.id, key) or ("", "")
                if not self._query.filtered or session_id in wanted:
                    yield Hit(Place.FOOTNOTE, identity, shelf.conference, session_id, line_id)

    def _speakers(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        query = self._query
        words = (*self._words, *query.speakers)
        if replace(query, speakers=()).filtered:
            return
        for shelf in shelves:
            for number in shelf.names.pieces_with(words):
                yield Hit(Place.SPEAKER, shelf.speakers[number], shelf.conference)

    def _events(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        if self._query.filtered or not self._words:
            return
        for shelf in shelves:
            for event in shelf.events:
                if self._names(event.title, event.name):
                    yield Hit(Place.EVENT, event.id, shelf.conference)

    def _named(self, shelves: Sequence[Shelf]) -> Iterator[Hit]:
        if self._query.filtered:
            return
        for shelf in shelves:
            one = shelf.conference
            if self._names(one.title, one.name, one.short_name, one.venue, one.city):
                yield Hit(Place.CONFERENCE, one.id, shelf.conference)

    def _names(self, *names: str) -> bool:
        text = folded("\n".join(names))
        return all(word in text for word in self._query.words)


def _rarest_first(words: Sequence[str], sample: str) -> tuple[str, ...]:
    """Return the words as they are best looked for, as far as a sample of the notes tells."""
    if len(words) < _TWO:
        return tuple(words)
    return tuple(sorted(words, key=lambda word: (sample.count(word, 0, _SAMPLE), -len(word))))


def _rare_letter(words: Sequence[str], sample: str) -> str:
    """Return the letter by which the first word is best looked for; "" where the word is. Longer
    words than two Python finds quickly by itself."""
    if not words or len(words[0]) != _TWO:
        return ""
    count, letter = min((sample.count(letter, 0, _SAMPLE), letter) for letter in words[0])
    return letter if count <= _RARE else ""


def _own(shelf: Shelf) -> Pile:
    return shelf.own


def _whole(shelf: Shelf) -> Pile:
    return shelf.whole


def _all_pass(_number: int, _line_id: str) -> bool:
    return True


def _is_day(wanted: DayFilter, day: date, number: int | None) -> bool:
    pairs = (
        (wanted.year, day.year),
        (wanted.month, day.month),
        (wanted.day, day.day),
        (wanted.weekday, day.weekday()),
        (wanted.number, number),
    )
    return all(one is None or one == other for one, other in pairs)
