"""How a camera's clock was set, guessed where the times of its photos disagree with the notes.

Nobody sets a camera at the airport: it runs on home time, or an hour off since summer time ended,
or noon and midnight are changed round, or the date is a day off. Each such setting is tried; the
one under which by far the most photos fall into sessions one was in is the guess. A clock that is
a few minutes off cannot be seen that way: only a satellite's time tells it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from confnotes.domain.photos import AS_SAID, CameraClock, Taken, instant
from confnotes.domain.placing import AFTER, BEFORE, Slot


class Reason(StrEnum):
    """What a guess says: the clock ran in another zone than the photos say (or than where the
    conference was), was off by a time, or was off from a satellite's."""

    ZONE = "zone"
    SHIFT = "shift"
    SATELLITE = "satellite"


@dataclass(frozen=True, slots=True)
class Guess:
    """A better setting, and how many of `total` photos fall into one's sessions with it
    (`fits`) and without it (`before`)."""

    clock: CameraClock
    reason: Reason
    fits: int
    before: int
    total: int


FEWEST = 3
"""So many photos more must fit before a guess is made."""
_MARGIN = 1.5
_AS_GOOD = 0.9
_CLOSE = timedelta(seconds=90)
_FIX_AGREES = timedelta(seconds=5)
_FIX_APART = timedelta(minutes=1)
_FIX_MATTERS = timedelta(seconds=30)
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)  # a shift of some days leads out of no calendar
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)
_FIX_MOST = timedelta(minutes=20)


def guess(
    photos: Sequence[Taken], slots: Sequence[Slot], zone_name: str, home_zone: str = ""
) -> Guess | None:
    """Return how the clock of these photos (of one camera) was set, None when all is well or
    nothing is clearly better. `home_zone` is where the author's computer is at home."""
    dated = [taken for taken in photos if taken.known]
    if not dated:
        return None
    found = _Fitting(slots)
    as_said = _instants(dated, AS_SAID, zone_name)
    before = found.fits(as_said)
    shift = _satellite_shift(dated, zone_name)
    if shift is not None:
        fits = found.fits(as_said, shift)
        if fits[0] >= before[0]:
            clock = CameraClock("", shift)
            return Guess(clock, Reason.SATELLITE, fits[0], before[0], len(dated))
    tried = []
    for clock, reason in _settings(zone_name, home_zone):
        instants = _instants(dated, clock, zone_name) if clock.zone else as_said
        tried.append((found.fits(instants, clock.shift), clock, reason))
    best = max(fits for fits, _, _ in tried)
    enough = max(before[0] + FEWEST, before[0] * _MARGIN)
    for fits, clock, reason in tried:
        good = fits[0] >= best[0] * _AS_GOOD and sum(fits) >= sum(best) * _AS_GOOD
        if good and fits[0] >= enough:
            return Guess(clock, reason, fits[0], before[0], len(dated))
    return None


def _settings(zone_name: str, home_zone: str) -> Iterator[tuple[CameraClock, Reason]]:
    """Yield the settings to try, the likelier first."""
    if home_zone and home_zone != zone_name:
        yield CameraClock(home_zone), Reason.ZONE
    yield CameraClock(zone_name), Reason.ZONE
    hours = [1, -1, 12, -12, 24, -24]
    hours += [sign * h for h in range(2, 27) for sign in (1, -1) if sign * h not in hours]
    for hour in hours:
        yield CameraClock("", timedelta(hours=hour)), Reason.SHIFT
    for half in range(15):
        for sign in (1, -1):
            yield CameraClock("", sign * timedelta(hours=half, minutes=30)), Reason.SHIFT


class _Fitting:
    """One's own sessions as spans that do not overlap, and the moments of all their lines."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._starts: list[datetime] = []
        self._ends: list[datetime] = []
        mine = sorted((slot.start, slot.end) for slot in slots if slot.mine)
        for start, end in mine:
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)
        self._moments = sorted(one for slot in slots if slot.mine for one in slot.moments)

    def fits(self, instants: Sequence[datetime], shift: timedelta = timedelta()) -> tuple[int, int]:
        """Return (how many photos fall into a session, how many of them close to a line)."""
        inside = close = 0
        for said in instants:
            at = said + shift
            if not self._covers(at):
                continue
            inside += 1
            first = bisect_left(self._moments, at - _CLOSE)
            close += first < bisect_right(self._moments, at + _CLOSE)
        return inside, close

    def _covers(self, at: datetime) -> bool:
        number = bisect_right(self._starts, at + BEFORE) - 1
        return number >= 0 and at < self._ends[number] + AFTER


def _instants(photos: Sequence[Taken], clock: CameraClock, zone_name: str) -> list[datetime]:
    found = (instant(taken, clock, zone_name) for taken in photos)
    return [at for at in found if at is not None and _EARLIEST < at < _LATEST]


def _satellite_shift(photos: Sequence[Taken], zone_name: str) -> timedelta | None:
    """Return how far the clock is behind the sky's; None when too little says so.

    A fix is as old as it is: the freshest ones are nearest to the truth, so two of them must agree.
    """
    behind = sorted(
        (taken.satellite - at, taken.satellite)
        for taken in photos
        if taken.satellite is not None
        and taken.wall is not None
        and (at := instant(taken, AS_SAID, zone_name)) is not None
        and abs(taken.satellite - at) <= _FIX_MOST
    )
    if not behind:
        return None
    freshest, fix = behind[-1]
    if not any(
        freshest - one <= _FIX_AGREES and abs(other - fix) >= _FIX_APART
        for one, other in behind[:-1]
    ):
        return None
    shift = timedelta(seconds=round(freshest.total_seconds()))
    return shift if abs(shift) >= _FIX_MATTERS else None
