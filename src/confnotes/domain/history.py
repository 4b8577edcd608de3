"""The way back: how one state of a session's notes becomes the one before it.

Only what a save changed is kept, as it was before. Lines are compared without their places: a line
put in at the top moves all others down, and none of them has changed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line

PAUSE = timedelta(seconds=10)
"""A save later than this after the last one begins a new step."""
LONGEST = timedelta(minutes=1)
"""No step holds saves further apart than this."""
MUCH = 200
"""So many characters are a large deletion: the state before it is always kept."""
_MANY, _FEW = 3, 10


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stood together, right below line `after` (None: at the top)."""

    after: str | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepBack:
    """What takes a state to the one before it.

    `added` lines go out; `changed` and `removed` ones read as given (by id; their session and
    position say nothing). `runs` are the lines to be put in their places: the removed ones, and
    those that were moved; all others keep their order. `footnotes` are texts that changed
    meanwhile, by id (None: there was none).
    """

    added: tuple[str, ...] = ()
    changed: Mapping[str, Line] = field(default_factory=dict)
    removed: Mapping[str, Line] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    footnotes: Mapping[str, Footnote | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.runs or self.footnotes)

    @property
    def moves(self) -> bool:
        """Whether the lines of the two states, or their order, differ."""
        return bool(self.added or self.removed or self.runs)

    def order(self, after: Sequence[str]) -> list[str]:
        """Return the ids of the state before, in order, from those of the state after.

        Whatever the ids are, no line is lost: a run whose neighbour is not there comes last.
        """
        if not self.moves:
            return list(after)
        below: dict[str | None, list[str]] = {}
        for run in self.runs:
            below.setdefault(run.after, []).extend(run.ids)
        placed = {one for run in self.runs for one in run.ids}
        gone = placed.union(self.added)
        out = below.pop(None, [])
        for one in after:
            if one not in gone:
                out.append(one)
                out += below.pop(one, ())
        for ids in below.values():
            out += ids
        return list(dict.fromkeys(out))

    def lines(self, after: Mapping[str, Line]) -> dict[str, Line]:
        """Return the lines of the state before by id, from those of the state after."""
        gone = set(self.added)
        found = {one: line for one, line in after.items() if one not in gone}
        found |= {one: line for one, line in self.changed.items() if one in found}
        return {**found, **self.removed}

    def notes(self, after: Mapping[str, Footnote]) -> dict[str, Footnote]:
        """Return the footnotes of the state before by id, from those of the state after."""
        found = dict(after)
        for one, note in self.footnotes.items():
            if note is None:
                found.pop(one, None)
            else:
                found[one] = note
        return found


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A step of a session's history: saves that followed each other closely.

    `number` counts up within the session. The first and the last of its saves were at `first_at`
    and `last_at` (UTC). It took `lost` characters away; a `kept` one is never joined with the step
    before it, so that the state between them can be had as long as there is a history.
    """

    id: str
    session_id: str
    number: int
    first_at: datetime
    last_at: datetime
    kept: bool
    lost: int
    back: StepBack

    def joins(self, newer: "HistoryStep") -> bool:
        """Return whether `newer` may become part of this one without losing much."""
        return not newer.kept and self.lost + newer.lost < MUCH

    def close_to(self, newer: "HistoryStep") -> bool:
        """Return whether `newer` follows this one closely."""
        pause = newer.first_at - self.last_at
        return (
            timedelta() <= pause <= PAUSE
            and timedelta() <= newer.last_at - self.first_at <= LONGEST
        )


def content(line: Line) -> Line:
    """Return the line without its place."""
    return replace(line, session_id="", position=0)


def step_back(before: Sequence[Line], after: Sequence[Line]) -> StepBack:
    """Return what takes the lines `after` (in order) to the lines `before`."""
    old = {line.id: content(line) for line in before}
    new = {line.id: content(line) for line in after}
    return StepBack(
        tuple(one for one in new if one not in old),
        {i: line for i, line in old.items() if i in new and new[i] != line},
        {i: line for i, line in old.items() if i not in new},
        runs_between(list(old), list(new)),
    )


def runs_between(before: Sequence[str], after: Sequence[str]) -> tuple[Run, ...]:
    """Return the runs that a step back from one order to the other has: as few lines as can be."""
    place = {one: number for number, one in enumerate(after)}
    stay = _increasing([one for one in before if one in place], place)
    runs: list[Run] = []
    run: list[str] = []
    above: str | None = None
    for one in before:
        if one not in stay:
            run.append(one)
            continue
        if run:
            runs.append(Run(above, tuple(run)))
            run = []
        above = one
    if run:
        runs.append(Run(above, tuple(run)))
    return tuple(runs)


def _increasing(ids: Sequence[str], place: Mapping[str, int]) -> set[str]:
    """Return the most ids whose places go up: all of them, unless lines were moved."""
    places = [place[one] for one in ids]
    if all(places[n] < places[n + 1] for n in range(len(places) - 1)):
        return set(ids)
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, at in enumerate(places):
        length = bisect_left(ends, at)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [at]
        last[length : length + 1] = [number]
    out: set[str] = set()
    number = last[-1]
    while number >= 0:
        out.add(ids[number])
        number = previous[number]
    return out


def joined(
    newer: StepBack,
    older: StepBack,
    order: Sequence[str],
    now: Mapping[str, Line],
    notes: Mapping[str, Footnote | None],
) -> StepBack:
    """Return the two steps as one, empty when they undo each other; older values win.

    `order` are the ids of the state after both, `now` and `notes` at least those of its lines and
    footnotes that the newer step added or changed.
    """
    came, went = set(older.added), set(older.removed)
    added = [one for one in newer.added if one not in went]
    removed = {i: line for i, line in newer.removed.items() if i not in came}
    removed = {i: older.changed.get(i, line) for i, line in removed.items()}
    removed |= {i: line for i, line in older.removed.items() if i not in newer.added}
    changed = {i: line for i, line in newer.changed.items() if i not in came}
    changed |= {i: line for i, line in older.changed.items() if i not in removed}
    changed |= {i: line for i, line in older.removed.items() if i in newer.added}
    changed = {i: line for i, line in changed.items() if i not in now or content(now[i]) != line}
    left = [one for one in older.added if one not in newer.removed]
    if newer.moves and older.moves:
        runs = runs_between(older.order(newer.order(order)), order)
    else:
        runs = newer.runs or older.runs
    texts = {**newer.footnotes, **older.footnotes}
    texts = {i: note for i, note in texts.items() if i not in notes or notes[i] != note}
    return StepBack((*left, *added), changed, removed, runs, texts)


def loss(back: StepBack, now: Mapping[str, Line]) -> int:
    """Return how many characters a step took away; `now` holds what changed, as it is after."""
    lost = sum(_length(line) for line in back.removed.values())
    shorter = (_length(line) - _length(now[i]) for i, line in back.changed.items() if i in now)
    return lost + sum(by for by in shorter if by > 0)


def takes_much(back: StepBack, lost: int, *, empty: bool) -> bool:
    """Return whether the state before a step must be kept: a large deletion, or all that there
    was (`empty`: no words are left)."""
    worded = sum(1 for line in back.removed.values() if line.text.strip())
    return lost >= MUCH or worded >= _MANY or (empty and lost >= _FEW)


def _length(line: Line) -> int:
    return len(line.text) + len(line.gist) + len(line.answer)


def state_before(
    steps: Iterable[StepBack],
    session_id: str,
    lines: Sequence[Line],
    footnotes: Iterable[Footnote] = (),
) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """Return a session's lines and footnotes before all `steps`, which come the newest first."""
    order = [line.id for line in lines]
    found = {line.id: line for line in lines}
    notes = {note.id: note for note in footnotes}
    for step in steps:
        order = step.order(order)
        found = step.lines(found)
        notes = step.notes(notes)
    known = [found[one] for one in order if one in found]
    return (
        tuple(
            replace(line, session_id=session_id, position=position)
            for position, line in enumerate(known)
        ),
        tuple(sorted(notes.values(), key=lambda note: note.key)),
    )


def thinned(
    steps: Sequence[HistoryStep], lines: Sequence[Line], before: datetime
) -> list[HistoryStep]:
    """Return the steps with those older than `before` joined hour by hour; the newest come first.

    `lines` are the session's as they are now, in order. Steps that take much away, or are kept,
    still begin at a state of their own.
    """
    order, found = [line.id for line in lines], {line.id: line for line in lines}
    out: list[HistoryStep] = []
    for step in steps:
        newer = out[-1] if out else None
        if (
            newer is not None
            and newer.last_at < before
            and _hour(step.last_at) == _hour(newer.last_at)
            and step.joins(newer)
        ):
            back = joined(newer.back, step.back, order, found, {})
            lost = step.lost + newer.lost
            out[-1] = replace(step, last_at=newer.last_at, lost=lost, back=back)
            continue
        if newer is not None:
            order, found = newer.back.order(order), newer.back.lines(found)
        out.append(step)
    return out


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
