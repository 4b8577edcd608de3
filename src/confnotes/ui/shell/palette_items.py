"""What the rows of Ctrl+K are, and where they lead."""

from dataclasses import dataclass

from PySide6.QtGui import QAction

from confnotes.domain.notes import LineKind
from confnotes.domain.search import Range
from confnotes.services.search_views import Found


@dataclass(frozen=True, slots=True)
class ToWorkspace:
    """Brings a workspace to the front."""

    name: str


@dataclass(frozen=True, slots=True)
class NewSession:
    """Begins a session with this title."""

    title: str


@dataclass(frozen=True, slots=True)
class Fill:
    """Puts a text into the field, to go on from."""

    text: str


Target = Found | ToWorkspace | NewSession | Fill | QAction


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a row's text; what is `quiet` steps back."""

    text: str
    marks: tuple[Range, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A row that leads somewhere: an icon or a line's badge, its text, at the right where and when
    (or a chord). `words` is all of it, for a screen reader."""

    target: Target
    spans: tuple[Span, ...]
    icon: str = ""
    kind: LineKind | None = None
    done: bool = False
    right: tuple[str, ...] = ()
    chord: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a group, and how many it has."""

    words: str
    count: str = ""


Row = Head | Item
