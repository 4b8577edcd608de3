"""When a session takes place, in every dialect of frab and pentabarf."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from confnotes.schedule.findings import Findings
from confnotes.schedule.values import Record, first_text
from confnotes.schedule.when import clock, iso, on_day, planned, seconds

_DEFAULT_CHANGE = 4 * 60


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one session: `start` and `end` in the stored form, `duration` in seconds."""

    start: str | None = None
    end: str | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Where an event stands: its day (None when unknown), the minute at which days change, and
    the place in words."""

    day: date | None
    day_change: int
    place: str


def times_of(event: Record, listed: Listed, findings: Findings) -> Times:
    """Return when a session is. Its own `date` counts; without one, the day it is listed under and
    `start`, in which early hours belong to the night after (FOSDEM until 2024)."""
    start = _start(event, listed, findings)
    length = _duration(event, listed, findings)
    if start is None:
        return Times()
    end = _end(event, start, listed, findings)
    return Times(planned(start), planned(end) if end is not None else None, length)


def _start(event: Record, listed: Listed, findings: Findings) -> datetime | date | None:
    given, at = first_text(event, "date", "start_time"), first_text(event, "start")
    found = iso(given) if given else None
    if given and found is None:
        findings.missing("schedule.bad_time", listed.place, field="date", value=given[:60])
    if isinstance(found, datetime):
        return found
    minutes = clock(at) if at else None
    if at and minutes is None:
        whole = iso(at)
        if isinstance(whole, datetime):
            return whole
        findings.missing("schedule.bad_time", listed.place, field="start", value=at[:60])
    if minutes is None:
        if not given and not at:
            findings.missing("schedule.no_start", listed.place)
        return found
    if found is not None:
        return on_day(found, minutes, 0)
    if listed.day is None:
        findings.missing("schedule.no_day", listed.place, value=at[:60])
        return None
    return on_day(listed.day, minutes, listed.day_change)


def _duration(event: Record, listed: Listed, findings: Findings) -> int | None:
    given = first_text(event, "duration")
    length = seconds(given) if given else None
    if given and length is None:
        findings.missing("schedule.bad_time", listed.place, field="duration", value=given[:60])
    return length


def _end(
    event: Record, start: datetime | date, listed: Listed, findings: Findings
) -> datetime | None:
    given = first_text(event, "end")
    if not given or not isinstance(start, datetime):
        return None
    end = iso(given)
    if not isinstance(end, datetime):
        minutes = clock(given)
        if minutes is None:
            findings.missing("schedule.bad_time", listed.place, field="end", value=given[:60])
            return None
        end = datetime.combine(start.date(), datetime.min.time(), start.tzinfo)
        end += timedelta(minutes=minutes)
        end += timedelta(days=1) if end < start else timedelta()
    if (end.tzinfo is None) != (start.tzinfo is None) or end < start:
        findings.missing("schedule.bad_end", listed.place, start=planned(start), end=planned(end))
        return None
    return end


def day_begins(change: str, listed: Sequence[tuple[date | None, str | None]]) -> int | None:
    """Return the minute at which the conference's days begin: the file's `day_change`, unless the
    days under which it lists its sessions contradict it more than 04:00 does."""
    minutes = clock(change)
    if minutes is None or minutes > 12 * 60:
        return None
    starts = [
        (day, datetime.fromisoformat(start))
        for day, start in listed
        if day is not None and start is not None and len(start) > len("2026-03-23")
    ]
    wrong = Counter(
        change
        for change in {minutes, _DEFAULT_CHANGE}
        for day, start in starts
        if (start - timedelta(minutes=change)).date() != day
    )
    return minutes if wrong[minutes] <= wrong[_DEFAULT_CHANGE] else None


def local_offset(event: Record, start: str | None) -> timedelta | None:
    """Return how far the wall clock (`start`) is ahead of the instant (`date`) where a file gives
    both (DebConf23 has the date in UTC); None where it does not."""
    minutes = clock(first_text(event, "start"))
    if minutes is None or start is None or len(start) <= len("2026-03-23T00:00:00"):
        return None
    instant = datetime.fromisoformat(start)
    ahead = minutes - (instant.hour * 60 + instant.minute)
    own = instant.utcoffset() or timedelta()
    return own + timedelta(minutes=(ahead + 720) % 1440 - 720)
