"""What one has chosen, in time: what takes a whole day, and what cannot both be seen. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from confnotes.domain.choice import Intent
from confnotes.domain.session import Session, SessionState
from confnotes.domain.times import TimeForm, form_of

WHOLE_DAY_FROM = timedelta(hours=12)
"""What lasts longer (an exhibition, a hack room) has no place in a day's hours."""

_AN_INSTANT = timedelta(minutes=1)


def takes_whole_day(session: Session) -> bool:
    """Return whether a session has a date and no time, or lasts longer than half a day."""
    if form_of(session.facts.start) is TimeForm.DATE:
        return True
    if session.start_at is None or session.end_at is None:
        return False
    return session.end_at - session.start_at > WHOLE_DAY_FROM


class Why(Enum):
    """Why two cannot both be seen whole: they overlap, or there is no time for the way."""

    OVERLAP = "overlap"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two chosen sessions that get in each other's way; `first` begins first.

    `firm`: one is going to both. Else one of them is only considered, as alternatives are.
    """

    first: str
    second: str
    why: Why
    firm: bool

    def other(self, identity: str) -> str:
        """Return the id of the one beside `identity`."""
        return self.second if identity == self.first else self.first


@dataclass(frozen=True, slots=True)
class _Taken:
    """A chosen session with the time it takes."""

    id: str
    start: datetime
    end: datetime
    room: str
    going: bool


def clashes(
    chosen: Iterable[tuple[Session, Intent]], *, walk: timedelta = timedelta()
) -> tuple[Clash, ...]:
    """Return what clashes among sessions with what is meant to be done with them, by time.

    Touching ends do not clash, unless the rooms differ and `walk`, the way from any room to any
    other, takes longer than what lies between. What is cancelled, no longer listed, without a
    time, or takes a whole day clashes with nothing.
    """
    taken = sorted(_taken(chosen), key=lambda one: (one.start, one.end, one.id))
    out: list[Clash] = []
    for number, one in enumerate(taken):
        for other in taken[number + 1 :]:
            if other.start >= one.end + walk:
                break  # all that follow begin later still
            why = Why.OVERLAP if other.start < one.end else Why.WALK
            if why is Why.OVERLAP or one.room != other.room:
                out.append(Clash(one.id, other.id, why, one.going and other.going))
    return tuple(out)


def _taken(chosen: Iterable[tuple[Session, Intent]]) -> Iterable[_Taken]:
    for session, intent in chosen:
        if intent is Intent.NONE or session.start_at is None or takes_whole_day(session):
            continue
        if session.facts.state in (SessionState.CANCELLED, SessionState.MISSING):
            continue
        start = session.start_at
        end = max(session.end_at or start, start + _AN_INSTANT)
        yield _Taken(session.id, start, end, session.facts.room or "", intent is Intent.GOING)
