"""An earlier state of a session's notes beside the one of now, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.history import content, runs_between
from confnotes.domain.notes import Line


class Difference(StrEnum):
    """What bringing a state back would do to a line.

    MISSING: it is not there now, and comes back. CHANGED: it reads as then again. MOVED: it stands
    where it stood. SINCE: it was written later, and goes.
    """

    SAME = "same"
    MISSING = "missing"
    CHANGED = "changed"
    MOVED = "moved"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Compared:
    """A line as it was `then` and as it is `now` (None: it was, or is, not there)."""

    difference: Difference
    then: Line | None
    now: Line | None

    @property
    def line(self) -> Line:
        """The line as it was, or, of one written since, as it is."""
        line = self.then or self.now
        if line is None:
            raise ValueError("neither then nor now")
        return line

    @property
    def comes_back(self) -> bool:
        """Whether the line can be brought back by itself."""
        return self.difference in (Difference.MISSING, Difference.CHANGED)


def compared(then: Sequence[Line], now: Sequence[Line]) -> tuple[Compared, ...]:
    """Return the lines of an earlier state in their order, and among them those written since."""
    present = {line.id: line for line in now}
    runs = runs_between([line.id for line in then], list(present))
    moved = {one for run in runs for one in run.ids}
    was = {line.id for line in then}
    since: dict[str | None, list[Line]] = {}
    above: str | None = None
    for line in now:
        if line.id not in was:
            since.setdefault(above, []).append(line)
        elif line.id not in moved:
            above = line.id
    out = [Compared(Difference.SINCE, None, line) for line in since.get(None, ())]
    for line in then:
        out.append(_compared(line, present.get(line.id), moved=line.id in moved))
        if line.id not in moved:
            out += [Compared(Difference.SINCE, None, one) for one in since.get(line.id, ())]
    return tuple(out)


def _compared(then: Line, now: Line | None, *, moved: bool) -> Compared:
    if now is None:
        return Compared(Difference.MISSING, then, None)
    if content(then) != content(now):
        return Compared(Difference.CHANGED, then, now)
    return Compared(Difference.MOVED if moved else Difference.SAME, then, now)
