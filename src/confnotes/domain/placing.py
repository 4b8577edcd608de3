"""Which session a photo belongs to, and after which of its lines, by the instant it was taken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.notes import MAX_DEPTH, Line, LineKind
from confnotes.domain.session import AROUND, Session, SessionState

BEFORE = timedelta(minutes=3)
"""So long before its start a session of one's own takes a photo that no other has."""
AFTER = timedelta(minutes=10)
"""So long after its end, too: questions, the last slide, the speaker at the lectern."""
NEAR = timedelta(minutes=45)
"""A session of one's own so near is at least a guess."""
_UNENDED = timedelta(hours=1)
_LONGEST = 24 * 60
"""Hours of the longest session that is looked at whole."""
_LATE = timedelta(minutes=30)


class Standing(IntEnum):
    """How sure it is that one was in a session."""

    NONE = 0
    CONSIDERED = 1
    GOING = 2
    ATTENDED = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """When a session was (UTC), how sure it is that one was there, and when its lines were
    written (ascending). `around`: a meal, a party, the way: what everybody is at."""

    session_id: str
    start: datetime
    end: datetime
    standing: Standing = Standing.NONE
    around: bool = False
    moments: tuple[datetime, ...] = ()

    @property
    def mine(self) -> bool:
        """Whether one was there, or meant to be."""
        return self.standing >= Standing.GOING


@dataclass(frozen=True, slots=True)
class Match:
    """The session a photo was taken in; without `sure` it is only a guess."""

    session_id: str
    sure: bool = True


def slot_of(session: Session, lines: Iterable[Line], *, attended: bool) -> Slot | None:
    """Return when a session was; None for one that has no time or was cancelled.

    A talk that began late ends later; lines written soon after its end still belong to it.
    """
    facts, zero = session.facts, session.zero
    if zero is None or facts.state is SessionState.CANCELLED:
        return None
    written = sorted(line.written_at for line in lines if line.written_at is not None)
    planned = session.start_at or zero
    start = min(planned, zero)
    end = session.end_at or planned + _UNENDED
    end = max(end, end + (zero - planned)) if zero - planned < _LATE else end
    last = max((one for one in written if end <= one <= end + _LATE), default=end)
    standing = {Intent.GOING: Standing.GOING, Intent.CONSIDERED: Standing.CONSIDERED}.get(
        session.choice.intent, Standing.NONE
    )
    if attended:
        standing = Standing.ATTENDED
    elif session.choice.attendance is Attendance.MISSED:
        standing = Standing.NONE
    return Slot(
        session.id, start, max(last, start), standing, session.kind in AROUND, tuple(written)
    )


class Timeline:
    """Slots by the hour, so that a photo is compared with what was on about then."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._hours: dict[int, list[Slot]] = defaultdict(list)
        for slot in slots:
            first = _hour(slot.start - NEAR)
            last = min(_hour(slot.end + NEAR), first + _LONGEST)
            for hour in range(first, last + 1):
                self._hours[hour].append(slot)

    def near(self, at: datetime) -> Sequence[Slot]:
        """Return the slots that can be meant at an instant."""
        return self._hours.get(_hour(at), ())


def _hour(at: datetime) -> int:
    return int(at.timestamp() // 3600)


def match(at: datetime, slots: Sequence[Slot]) -> Match | None:
    """Return the session a photo taken `at` belongs to; None when there is not even a guess."""
    covering = [slot for slot in slots if slot.start <= at < slot.end]
    mine = [slot for slot in covering if slot.mine]
    if mine:
        return Match(_best(at, mine).session_id)
    close = [slot for slot in slots if slot.mine and slot.start - BEFORE <= at < slot.end + AFTER]
    if close:
        return Match(min(close, key=lambda slot: _away(at, slot)).session_id)
    for some in (
        [slot for slot in covering if slot.standing is Standing.CONSIDERED],
        [slot for slot in covering if slot.around],
        covering if len(covering) == 1 else [],
    ):
        if some:
            return Match(_best(at, some).session_id, sure=False)
    near = [slot for slot in slots if slot.mine and _away(at, slot) <= NEAR]
    if near:
        return Match(min(near, key=lambda slot: _away(at, slot)).session_id, sure=False)
    return None


def _best(at: datetime, slots: Sequence[Slot]) -> Slot:
    """Return the likeliest of the sessions that were on: the surest, then the one that was written
    in nearest to that instant, then the shortest (a talk in a whole day's event)."""

    def rank(slot: Slot) -> tuple[object, ...]:
        nearest = min((abs(at - one) for one in slot.moments), default=timedelta.max)
        return -slot.standing, nearest, slot.end - slot.start, slot.session_id

    return min(slots, key=rank)


def _away(at: datetime, slot: Slot) -> timedelta:
    return max(slot.start - at, at - slot.end, timedelta())


def place(lines: Sequence[Line], at: datetime | None, after: str | None = None) -> tuple[int, int]:
    """Return (the place among a session's lines, the depth) for a photo taken `at`.

    It stands after the line written last before it: below that line where others hang below it,
    never inside a block of code. `after` names the line instead ("": the top), where it is still
    there. What was written at no known time is passed over; before all that was, it is the top.
    """
    found = _after(lines, at, after)
    if found < 0:
        return 0, 0
    line = lines[found]
    if line.kind is LineKind.CODE:
        while found + 1 < len(lines) and lines[found + 1].kind is LineKind.CODE:
            found += 1
        line = lines[found]
    below = lines[found + 1].depth if found + 1 < len(lines) else 0
    return found + 1, min(max(line.depth, below), line.depth + 1, MAX_DEPTH)


def _after(lines: Sequence[Line], at: datetime | None, after: str | None) -> int:
    if after is not None:
        named = [number for number, line in enumerate(lines) if line.id == after]
        if named or not after:
            return named[0] if named else -1
    if at is None:
        return len(lines) - 1
    best, found = None, -1
    for number, line in enumerate(lines):
        if line.written_at is None:
            continue
        written = line.written_at + timedelta(seconds=line.nudge)
        if written <= at and (best is None or written >= best):
            best, found = written, number
    return found
