"""How a moment is shown: mm:ss into the talk, else the clock, else the date."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from confnotes.domain.session import Session
from confnotes.domain.times import TimeForm, form_of, zone
from confnotes.ui.parts.words import elapsed

_LATE = timedelta(hours=1)


def zero_of(session: Session) -> datetime | None:
    """Return when a session begins; None for one that is only planned for a date."""
    if session.started_at is None and form_of(session.planned.start) is TimeForm.DATE:
        return None
    return session.zero


@dataclass(frozen=True, slots=True)
class Moments:
    """The times of one session: `zero` and `end` are instants, `zone_name` the conference's.

    `reaction` is how many seconds one begins to write after something was said.
    """

    zero: datetime | None = None
    end: datetime | None = None
    zone_name: str = "UTC"
    reaction: int = 0

    @staticmethod
    def of(session: Session, zone_name: str, reaction: int = 0) -> "Moments":
        """Return the times of a session; "talk starts now" moves the end along."""
        zero, end = zero_of(session), session.end_at
        if end is not None and session.started_at and session.start_at:
            end += session.started_at - session.start_at
        return Moments(zero, end, zone_name, reaction)

    @property
    def length(self) -> int | None:
        """The talk's planned seconds, None when unknown."""
        if self.zero is None or self.end is None:
            return None
        return int((self.end - self.zero).total_seconds())

    def second(self, at: datetime | None, nudge: int = 0) -> int | None:
        """Return the second of the talk that was being heard; None before it or long after."""
        if at is None or self.zero is None or at > (self.end or self.zero + _LATE) + _LATE:
            return None
        seconds = int((at - self.zero).total_seconds()) + nudge
        return max(seconds - self.reaction, 0) if seconds >= 0 else None

    def short(self, at: datetime | None, nudge: int = 0) -> str:
        """Return `05:26` into the talk; outside of it the clock, on another day the date."""
        if at is None:
            return ""
        if self.zero is None:
            return self.clock(at)
        second = self.second(at, nudge)
        if second is not None:
            return elapsed(second)
        if self._local(at).date() == self._local(self.zero).date():
            return self.clock(at)
        local = self._local(at)
        return f"{local.month}/{local.day}"

    def clock(self, at: datetime, *, seconds: bool = False) -> str:
        """Return the wall clock of the venue, `14:30`, with seconds `14:30:07`."""
        return f"{self._local(at):{'%H:%M:%S' if seconds else '%H:%M'}}"

    def full(self, at: datetime) -> str:
        """Return date and wall clock of the venue with seconds."""
        return f"{self._local(at):%Y-%m-%d %H:%M:%S}"

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(zone(self.zone_name))
