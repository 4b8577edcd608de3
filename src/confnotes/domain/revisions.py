"""What a later schedule changes, as a list that a person goes through and decides on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.differences import Aspect, Differences, Known, Match, Value
from confnotes.domain.draft import DraftSession
from confnotes.domain.session import SessionState


class RevisionKind(StrEnum):
    """What happens to a session; of several the first. OTHER: speakers, texts and the like."""

    REPLACED = "replaced"
    CANCELLED = "cancelled"
    GONE = "gone"
    BACK = "back"
    MOVED = "moved"
    RENAMED = "renamed"
    OTHER = "other"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Revision:
    """One session that changes. `id` names it in decisions; `old` is None for a new one, `now`
    for one that is gone."""

    id: str
    kind: RevisionKind
    old: Known | None = None
    now: DraftSession | None = None
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided, by the ids of revisions: `left` are not applied; `renamed` are
    replaced ones that are the same session after all."""

    left: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()


EVERYTHING = Decisions()


def revision_id(session: DraftSession) -> str:
    """Return what names a new session in decisions."""
    return f"{session.key}@{session.facts.start or ''}"


def revisions(found: Differences) -> tuple[Revision, ...]:
    """Return the sessions that change, in the later schedule's order, those that are gone last.

    One that an earlier import has marked as missing is no news.
    """
    return (
        *(_matched(one) for one in found.matched if one.values),
        *(
            Revision(one.known.session_id, RevisionKind.REPLACED, one.known, one.now, one.values)
            for one in found.replaced
        ),
        *(Revision(revision_id(one), RevisionKind.NEW, now=one) for one in found.new),
        *(Revision(one.session_id, RevisionKind.GONE, old=one) for one in vanished(found)),
    )


def vanished(found: Differences) -> Sequence[Known]:
    """Return the sessions that are gone and not yet marked so."""
    return [one for one in found.gone if one.facts.state is not SessionState.MISSING]


def _matched(match: Match) -> Revision:
    return Revision(match.known.session_id, _kind(match), match.known, match.now, match.values)


def _kind(match: Match) -> RevisionKind:
    if match.differs_in(Aspect.STATE):
        if match.now.facts.state is SessionState.CANCELLED:
            return RevisionKind.CANCELLED
        return RevisionKind.BACK
    if match.differs_in(Aspect.TIME, Aspect.ROOM):
        return RevisionKind.MOVED
    return RevisionKind.RENAMED if match.differs_in(Aspect.TITLE) else RevisionKind.OTHER
