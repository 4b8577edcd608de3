"""What a use case changed: handed to whoever shows it, so that each can tell if it is stale."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of thing that change."""

    CONFERENCE = "conference"
    EVENT = "event"
    SESSION = "session"
    LINES = "lines"
    FOOTNOTE = "footnote"
    ATTACHMENT = "attachment"
    TEXTS = "texts"
    FACT = "fact"
    AUTHOR = "author"
    REPORT = "report"
    LAYOUT = "layout"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Kinds and ids that one use case changed (LINES are named by their session's id).

    `initiator` is whoever asked, compared by identity, so that a view can ignore its own echo.
    """

    conference_id: str = ""
    changed: frozenset[tuple[Kind, str]] = frozenset()
    initiator: object = field(default=None, compare=False)

    def touches(self, kind: Kind, identity: str | None = None) -> bool:
        """Return whether a thing of that kind (that very one, if given) changed."""
        return any(k is kind and identity in (None, i) for k, i in self.changed)

    def __bool__(self) -> bool:
        return bool(self.changed)
