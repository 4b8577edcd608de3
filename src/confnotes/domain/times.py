"""Planned times as a schedule gives them, and the instants they mean in a conference's zone.

A planned time is kept as the source wrote it, in one of three ISO 8601 forms; the form is
read off the text:

- `2026-03-23T09:00:00+01:00` (or `Z`): an *instant*; a corrected zone leaves it where it is.
- `2026-03-23T09:00:00`: a *wall time* of the venue; a corrected zone moves it.
- `2026-03-23`: a *date* (all day).
- `None`: none, the session is not scheduled.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


class TimeForm(StrEnum):
    """How much a planned time says."""

    INSTANT = "instant"
    WALL = "wall"
    DATE = "date"
    NONE = "none"


DAY_BEGINS = 4 * 60
"""Minutes after midnight at which a conference's day begins unless it says otherwise (04:00)."""


def form_of(planned: str | None) -> TimeForm:
    """Return the form of a planned time; ValueError when it is none of the three."""
    if planned is None:
        return TimeForm.NONE
    if len(planned) == len("2026-03-23"):
        date.fromisoformat(planned)
        return TimeForm.DATE
    return TimeForm.WALL if datetime.fromisoformat(planned).tzinfo is None else TimeForm.INSTANT


@lru_cache(maxsize=32)
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of that name; ValueError when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(name) from error


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return all IANA zone names this machine knows."""
    return frozenset(available_timezones())


def resolve(planned: str | None, zone_name: str) -> datetime | None:
    """Return the instant (UTC) a planned time means in that zone; a date is its midnight there."""
    form = form_of(planned)
    if planned is None or form is TimeForm.NONE:
        return None
    if form is TimeForm.INSTANT:
        return datetime.fromisoformat(planned).astimezone(UTC)
    wall = (
        datetime.combine(date.fromisoformat(planned), time.min)
        if form is TimeForm.DATE
        else datetime.fromisoformat(planned)
    )
    return wall.replace(tzinfo=zone(zone_name)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Planned:
    """When a session is planned: start, and end or duration in seconds, all as given."""

    start: str | None = None
    end: str | None = None
    duration: int | None = None

    def span(self, zone_name: str) -> tuple[datetime | None, datetime | None]:
        """Return (start, end) as UTC instants; a duration counts in absolute time."""
        start = resolve(self.start, zone_name)
        if self.end is not None:
            end = resolve(self.end, zone_name)
            if end is not None and form_of(self.end) is TimeForm.DATE:
                end += timedelta(days=1)
            return start, end
        if start is None or self.duration is None:
            return start, None
        return start, start + timedelta(seconds=self.duration)


def conference_date(instant: datetime, zone_name: str, day_begins: int = DAY_BEGINS) -> date:
    """Return the conference day an instant belongs to: before `day_begins` (minutes) it is still
    the day before."""
    local = instant.astimezone(zone(zone_name))
    return (local - timedelta(minutes=day_begins)).date()


def instant_text(instant: datetime) -> str:
    """Return the stored form of an instant: UTC, ISO 8601, `Z`, microseconds only when present."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def instant_from(text: str) -> datetime:
    """Return the instant of a stored form; ValueError when it has no offset."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant.astimezone(UTC)
