"""Where the footnotes of a conference are cited, which are cited nowhere, which do not exist."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import Footnote, typed_references
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.session import Session

_LAST = datetime.max.replace(tzinfo=UTC)


class Where(Enum):
    """The kind of text that cites a footnote; OTHER: facts, captions, reasons of events."""

    LINE = "line"
    SESSION = "session"
    REPORT = "report"
    VERSION = "version"
    FOOTNOTE = "footnote"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """One text that cites. `session_id` and `title` name its session, `line_id` its line, where it
    has one; `words` are the text. Of a session in the trash only the title is told."""

    where: Where
    words: str
    session_id: str = ""
    title: str = ""
    line_id: str = ""
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A footnote with its places in reading order. `note` is None where a text cites what does not
    exist; then `key` is what stands in it."""

    key: str
    note: Footnote | None
    places: tuple[Place, ...] = ()

    @property
    def used(self) -> bool:
        """Whether it exists and something cites it."""
        return self.note is not None and bool(self.places)


def citations(contents: Contents) -> tuple[Cited, ...]:
    """Return the footnotes in reading order (notes by session, then all other texts); after them
    what is cited and does not exist, last the footnotes that nothing cites, by key."""
    notes = {note.key: note for note in contents.footnotes}
    found: dict[str, list[Place]] = {}
    unknown: dict[str, list[Place]] = {}
    for place in _texts(contents):
        for _, _, label in typed_references(place.words):
            known = found if label in notes else unknown
            places = known.setdefault(label, [])
            if place not in places:
                places.append(place)
    unused = sorted(key for key in notes if key not in found)
    return (
        *(Cited(key, notes[key], tuple(places)) for key, places in found.items()),
        *(Cited(key, None, tuple(places)) for key, places in unknown.items()),
        *(Cited(key, notes[key]) for key in unused),
    )


def _texts(contents: Contents) -> Iterator[Place]:
    """Yield every text that may cite a footnote, in reading order."""
    by_session: dict[str, list[Line]] = {}
    for line in sorted(contents.lines, key=lambda line: line.position):
        by_session.setdefault(line.session_id, []).append(line)
    for session in sorted(contents.sessions, key=_by_time):
        identity, title = session.id, session.title
        for line in by_session.get(identity, ()):
            if line.kind is LineKind.CODE:
                continue  # what looks like a footnote there is code
            for text in (line.text, line.gist, line.answer):
                yield _in(session, Place(Where.LINE, text, identity, title, line.id))
        for text in (session.summary, session.takeaway, session.heading, session.choice.reason):
            yield _in(session, Place(Where.SESSION, text, identity, title))
    for section in contents.sections:
        yield Place(Where.REPORT, section.heading)
    for written in contents.section_texts:
        yield Place(Where.REPORT, written.text)
    for version in contents.versions:
        yield Place(Where.VERSION, version.text)
    others = (
        *(event.choice.reason for event in contents.events),
        *(use.caption for use in contents.uses),
        *(fact.value for fact in contents.facts),
    )
    for text in others:
        yield Place(Where.OTHER, text)
    for note in contents.footnotes:
        yield Place(Where.FOOTNOTE, note.text)


def _in(session: Session, place: Place) -> Place:
    """Return a place; one cannot go to those in the trash."""
    return Place(place.where, place.words, "", place.title, "", True) if session.trashed else place


def _by_time(session: Session) -> tuple[datetime, str]:
    return session.start_at or _LAST, session.title
