"""What a search answers: plain frozen values, ready to be shown."""

from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.conference import Conference
from confnotes.domain.notes import Line
from confnotes.domain.search import Query, Range
from confnotes.domain.session import Session


class Place(StrEnum):
    """What was found."""

    SESSION = "session"
    LINE = "line"
    FOOTNOTE = "footnote"
    SPEAKER = "speaker"
    EVENT = "event"
    CONFERENCE = "conference"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as one reads it (without citations of footnotes), and where in it the words stand:
    [start, end), in order. `field` says which text it is: its column, or "speaker", "caption"."""

    field: str
    text: str
    marks: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Something that has all words of a query.

    `passages` begins with what it is called (a line's text, a session's title, a name); then come
    the texts that hold words. `session` is where it stands, or itself; `line` is it itself, or,
    of a footnote, the line that cites it first.
    """

    place: Place
    id: str
    conference: Conference
    passages: tuple[Passage, ...]
    session: Session | None = None
    line: Line | None = None

    @property
    def text(self) -> str:
        """What it is called."""
        return self.passages[0].text


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, sessions first, each kind in its order: the conference one is in, then the
    latest sessions. `more` are the kinds of which there is more than was asked for."""

    query: Query
    found: tuple[Found, ...] = ()
    more: frozenset[Place] = frozenset()

    def of(self, place: Place) -> tuple[Found, ...]:
        """Return what was found of one kind."""
        return tuple(one for one in self.found if one.place is place)
