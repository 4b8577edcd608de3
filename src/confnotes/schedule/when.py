"""Dates, times and durations as schedules write them, brought to the forms of `domain.times`."""

import re
from datetime import date, datetime, time, timedelta

_YEARS = range(1970, 2201)
_SPACED_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?::|h)(\d{2})(?::(\d{2})(?:\.\d+)?)?")
_ISO_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d{1,5})\s*(?:m|min|mins|minutes|分)?", re.IGNORECASE)
_LONGEST = 31 * 24 * 3600


def iso(text: str) -> datetime | date | None:
    """Return the date or date-time an ISO 8601 text says; None when it says none, or a year in
    which no conference with a web site was or will be held."""
    text = _SPACED_OFFSET.sub("", text.strip())
    try:
        found = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    return found if found.year in _YEARS else None


def iso_date(text: str) -> date | None:
    """Return the day of an ISO 8601 date or date-time, None when it says none."""
    found = iso(text) if text else None
    return found.date() if isinstance(found, datetime) else found


def planned(moment: datetime | date) -> str:
    """Return a planned time in its stored form: whole seconds, `Z` for UTC."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def clock(text: str) -> int | None:
    """Return the minutes after midnight of `HH:MM` or `HH:MM:SS`; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if not match or int(match[2]) > 59 or int(match[1]) > 47:
        return None
    return int(match[1]) * 60 + int(match[2])


def on_day(day: date, minutes: int, day_change: int) -> datetime:
    """Return the wall time of a clock time on a conference day: before `day_change` (minutes) it
    is the night that follows (pentabarf's rule, FOSDEM's files up to 2024)."""
    start = datetime.combine(day, time.min) + timedelta(minutes=minutes)
    return start + timedelta(days=1) if minutes < day_change else start


def seconds(duration: str) -> int | None:
    """Return the seconds of a duration: `HH:MM`, `HH:MM:SS`, `D:HH:MM` (wafer, pretalx: days are
    one digit), `PT45M`, or minutes; None when it is none of them, negative, or over a month."""
    text = duration.strip()
    parts = text.split(":")
    found: int | None = None
    if 2 <= len(parts) <= 3 and all(part.isdecimal() and len(part) <= 3 for part in parts):
        found = _of_parts(parts)
    elif match := _ISO_DURATION.fullmatch(text):
        found = _of_iso(match)
    elif minutes := _MINUTES.fullmatch(text):
        found = int(minutes[1]) * 60
    return found if found is not None and 0 <= found <= _LONGEST else None


def _of_parts(parts: list[str]) -> int | None:
    numbers = [int(part) for part in parts]
    if len(numbers) == 2:
        hours, minutes = numbers
        return hours * 3600 + minutes * 60 if minutes < 60 else None
    first, second, third = numbers
    if len(parts[0]) == 1:
        return first * 86400 + second * 3600 + third * 60 if second < 24 and third < 60 else None
    return first * 3600 + second * 60 + third if second < 60 and third < 60 else None


def _of_iso(match: re.Match[str]) -> int | None:
    if match["sign"] == "-" or not any(match[part] for part in _UNITS):
        return None
    return sum(int(match[part][:9]) * size for part, size in _UNITS.items() if match[part])


_UNITS = {"weeks": 604800, "days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
