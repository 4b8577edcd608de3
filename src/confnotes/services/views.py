"""What the services answer: values that windows and the command line show as they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cached_property

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.conference import (
    Author,
    Conference,
    Day,
    Event,
    Fact,
    Shelf,
    SourceKind,
)
from confnotes.domain.errors import Problem
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.session import Link, Session


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker of a session, as it counts: own name and affiliation over the imported ones."""

    speaker_id: str
    name: str
    affiliation: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session in a list. `day` is its conference day (None: unscheduled); `lines`, `unclear` and
    `todos` count its notes, the open did-not-catch lines and the open to-dos."""

    session: Session
    speakers: tuple[SpeakerView, ...] = ()
    links: tuple[Link, ...] = ()
    day: date | None = None
    lines: int = 0
    unclear: int = 0
    todos: int = 0
    pictures: int = 0

    @property
    def attended(self) -> bool:
        """Whether one was there: as said, else as notes, summary or takeaway propose."""
        words = self.session.summary.strip() or self.session.takeaway.strip()
        return self.session.choice.attended(bool(self.lines or words))


@dataclass(frozen=True)
class ProgrammeView:
    """A whole conference as lists: days in order, sessions by start, then room. `rooms` are the
    names of the rooms as the schedule orders them, the main event's first. Those in the trash are
    `trashed` alone; those in the archive are sessions as all others."""

    conference: Conference
    events: tuple[Event, ...]
    days: tuple[Day, ...]
    sessions: tuple[SessionView, ...]
    rooms: tuple[str, ...] = ()
    trashed: tuple[SessionView, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, SessionView]:
        """The sessions by their id."""
        return {view.session.id: view for view in self.sessions}

    def on(self, day: date | None) -> tuple[SessionView, ...]:
        """Return the sessions of one conference day (None: those without a time)."""
        return tuple(view for view in self.sessions if view.day == day)


class Asks(Enum):
    """What a line still asks of one."""

    UNCLEAR = "unclear"
    UNSURE = "unsure"
    TODO = "todo"


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A line that asks something, between its neighbours."""

    asks: Asks
    line: Line
    session: SessionView
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesView:
    """The notes of one session: lines in order, and the footnotes of the whole conference.

    `cited_elsewhere` are the keys that other texts of the conference cite: those are in use,
    whatever becomes of these lines.
    """

    session: SessionView
    lines: tuple[Line, ...]
    footnotes: tuple[Footnote, ...]
    attachments: tuple[Attachment, ...] = ()
    uses: tuple[AttachmentUse, ...] = ()
    cited_elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AboutView:
    """What a report's facts form edits."""

    conference: Conference
    facts: tuple[Fact, ...]
    author: Author
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of an import."""

    conference_id: str
    name: str
    kind: SourceKind
    sessions: int
    days: int
    rooms: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """The outcome of a save of notes: the given lines as the file takes them, how many changed."""

    session_id: str
    at: datetime
    lines: tuple[Line, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class ConferenceSummary:
    """A conference in the list of them. `shelf`: where it was put away (None: it is at hand)."""

    conference: Conference
    sessions: int
    attended: int
    days: int
    shelf: Shelf | None = None


@dataclass(frozen=True, slots=True)
class FieldVersions:
    """A text of a person in both languages, for a form with one field a version."""

    original: str
    version: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """Notes as Markdown: how many lines they are, and how many were left out as private."""

    text: str
    lines: int
    private: int
