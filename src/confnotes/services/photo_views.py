"""What bringing in photos answers: what was read, what is proposed, what was attached."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from confnotes.domain.conference import Conference
from confnotes.domain.notes import Line
from confnotes.domain.photos import Taken
from confnotes.domain.placing import Slot
from confnotes.media.photo import Small
from confnotes.services.views import SessionView


@dataclass(frozen=True, slots=True)
class Listed:
    """The photos found under what was given, and how many files are none (films and the like).

    `more` tells that there are more than are taken at once."""

    files: tuple[Path, ...]
    others: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as read: its bytes by their SHA-256, its upright size in pixels, when it was taken
    as its file says, by which camera ("" when it does not say), and a small picture of it."""

    path: Path
    name: str
    sha256: str
    media_type: str
    size: int
    width: int
    height: int
    taken: Taken
    camera: str
    small: Small


@dataclass(frozen=True)
class PhotoPlan:
    """What photos are matched with: the sessions with a time, their lines, and the photos the
    conference has already (session id by SHA-256)."""

    conference: Conference
    sessions: tuple[SessionView, ...]
    slots: tuple[Slot, ...]
    lines: Mapping[str, tuple[Line, ...]]
    attached: Mapping[str, str]

    @cached_property
    def by_id(self) -> Mapping[str, SessionView]:
        """The sessions by their id."""
        return {view.session.id: view for view in self.sessions}


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo whose bytes are in the notebook's folder, and in no row yet. `shown` is the JPEG of
    one that cannot be shown everywhere (SHA-256, size in bytes, width, height)."""

    photo: Photo
    shown: tuple[str, int, int, int] | None = None
    fresh: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a photo goes: its session, the instant it was taken (None: not known), the line it
    stands after (None: the one written before it, "": the top), and its words."""

    kept: Kept
    session_id: str
    at: datetime | None = None
    after: str | None = None
    caption: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class AttachedPhotos:
    """What one approval put into the notes, so that it can be taken back: for each photo the line,
    its words as they came, and the alternative text."""

    conference_id: str
    lines: tuple[Line, ...] = ()
    alternatives: Mapping[str, str] = field(default_factory=dict)

    @property
    def sessions(self) -> int:
        """How many sessions have one of them."""
        return len({line.session_id for line in self.lines})
