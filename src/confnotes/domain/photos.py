"""When a photo was taken: what its file says, and what that means.

A camera writes the time on its own clock, with or without the zone that clock was set to. Phones
write the zone; most cameras wrote none before 2019, and some only in their maker's own notes. So a
photo has a wall time, perhaps an offset, perhaps a satellite's time, and a person can say how the
clock was set (`CameraClock`).
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from confnotes.domain.times import zone


class TimeSource(StrEnum):
    """Where a photo's time stands: in its data (Exif), or only in its file's name."""

    DATA = "data"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Taken:
    """When a photo was taken, as its file says.

    `wall` is the camera's clock (no zone), `offset` how far that clock was ahead of UTC,
    `satellite` the instant (UTC) a satellite gave: of its last fix, so never later than the photo.
    """

    wall: datetime | None = None
    offset: timedelta | None = None
    satellite: datetime | None = None
    source: TimeSource = TimeSource.DATA

    @property
    def known(self) -> bool:
        """Whether the file says anything of it."""
        return self.wall is not None or self.satellite is not None


@dataclass(frozen=True, slots=True)
class CameraClock:
    """How a camera's clock was set: the zone it ran in ("": as each photo says, else the
    conference's), and how much has to be added to what it showed."""

    zone: str = ""
    shift: timedelta = timedelta()


AS_SAID = CameraClock()
"""Times as the photos have them."""

_QUARTER = timedelta(minutes=15)
_FIX = timedelta(minutes=5)
_WIDEST = timedelta(hours=15)


def instant(taken: Taken, clock: CameraClock, zone_name: str) -> datetime | None:
    """Return the instant (UTC) at which a photo was taken; None when nothing says.

    `zone_name` is the conference's zone: a wall time of which nothing says the zone is read in it,
    summer time as that place had it on that day.
    """
    if taken.wall is None:
        # A satellite's time is the sky's, whatever the camera's clock showed.
        return taken.satellite
    offset = None
    if not clock.zone:
        offset = taken.offset if taken.offset is not None else satellite_offset(taken)
    try:
        if offset is not None:
            at = (taken.wall - offset).replace(tzinfo=UTC)
        else:
            at = taken.wall.replace(tzinfo=zone(clock.zone or zone_name)).astimezone(UTC)
        return at + clock.shift
    except OverflowError:  # the year 1 or 9999, or a shift of thousands of years
        return None


def satellite_offset(taken: Taken) -> timedelta | None:
    """Return how far the camera's clock is ahead of a satellite's, in quarters of an hour (zones
    are); None when the fix is too old, or the clock too wrong, to tell."""
    if taken.wall is None or taken.satellite is None:
        return None
    ahead = taken.wall.replace(tzinfo=UTC) - taken.satellite
    offset = round(ahead / _QUARTER) * _QUARTER
    if abs(ahead - offset) > _FIX or abs(offset) > _WIDEST:
        return None
    return offset


def offset_from(text: str) -> timedelta | None:
    """Return the offset of an Exif zone ("+09:00", "-0800", "Z"); None when it is none."""
    bare = text.strip()
    if bare in ("Z", "z"):
        return timedelta()
    found = re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})", bare, re.ASCII)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    offset = timedelta(minutes=-minutes if found[1] == "-" else minutes)
    return offset if int(found[3]) < 60 and abs(offset) <= _WIDEST else None


def wall_from(text: str, fraction: str = "") -> datetime | None:
    """Return the wall time of an Exif date ("2019:11:20 14:32:00") with its fraction of a second;
    None when it is none (cameras without a set clock write zeros or blanks)."""
    found = re.match(
        r"(\d{4})[:\-/. ](\d{2})[:\-/. ](\d{2})[ T](\d{2}):(\d{2}):(\d{2})", text.strip()
    )
    if found is None or not found[0].isascii():
        return None
    wall = _wall(*found.groups())
    digits = fraction.strip()
    if wall is not None and digits.isascii() and digits.isdigit():
        wall = _with_fraction(wall, digits)
    return wall


def _wall(year: str, month: str, day: str, hour: str, minute: str, second: str) -> datetime | None:
    numbers = int(year), int(month), int(day), int(hour), int(minute), int(second)
    try:
        return datetime(*numbers)  # noqa: DTZ001 (a wall time has no zone)
    except ValueError:
        return None


def _with_fraction(wall: datetime, digits: str) -> datetime:
    """Return a wall time with the fraction of a second that these digits are."""
    return wall.replace(microsecond=int(digits[:6].ljust(6, "0")))


_IN_NAME = re.compile(
    r"(?<!\d)(20\d{2})[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[-_. T]|[ _]at[ _])?"
    r"([0-2]\d)[-_.:]?([0-5]\d)[-_.:]?([0-5]\d)(?:(\d{3})(?!\d))?(?!\d)"
)
_IN_UTC = re.compile(r"PXL_", re.IGNORECASE)


def taken_by_name(name: str) -> Taken:
    """Return when a photo was taken as its file's name says: `IMG_20191120_143200.jpg`,
    `Screenshot 2019-11-20 at 14.32.00.png`, `PXL_20191120_223200123.jpg` (Pixel phones: UTC)."""
    found = _IN_NAME.search(name)
    if found is None or not found[0].isascii():
        return Taken()
    *parts, thousandths = found.groups()
    wall = _wall(*parts)
    if wall is None:
        return Taken()
    if thousandths:
        wall = _with_fraction(wall, thousandths)
    offset = timedelta() if _IN_UTC.match(name) else None
    return Taken(wall, offset, source=TimeSource.NAME)


def with_offset(taken: Taken, offset: timedelta | None) -> Taken:
    """Return when a photo was taken with what its maker's notes say of the zone (None: nothing).

    They are believed over the tag: some makers write the zone there without its summer time.
    """
    return taken if offset is None else replace(taken, offset=offset)


def shift_text(shift: timedelta) -> str:
    """Return a shift as people type it: "+0:02:10", "−17:00:00", "0:00:00"."""
    seconds = round(shift.total_seconds())
    sign = "" if not seconds else "+" if seconds > 0 else "−"
    minutes, second = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{second:02}"


def shift_from(text: str) -> timedelta | None:
    """Return the shift that was typed: `+2:10` (minutes and seconds) or `-17:00:00`, digits of any
    width; None when it is none."""
    bare = unicodedata.normalize("NFKC", text).strip().replace("−", "-").replace("–", "-")
    found = re.fullmatch(r"([+-]?)(?:(\d{1,5}):)?(\d{1,2}):(\d{2})", bare, re.ASCII)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if seconds > 59 or (found[2] and minutes > 59):
        return None
    shift = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -shift if found[1] == "-" else shift


def shift_for(taken: Taken, clock: CameraClock, zone_name: str, shown: time) -> timedelta | None:
    """Return how much to add to a camera's clock, given what a clock in its photo shows (a time of
    day at the conference; the nearest such instant is meant); None when the photo has no time."""
    at = instant(taken, replace(clock, shift=timedelta()), zone_name)
    if at is None:
        return None
    local = at.astimezone(zone(zone_name)).replace(tzinfo=None)
    there = datetime.combine(local.date(), shown) - local
    day = timedelta(days=1)
    nearest = min((there - day, there, there + day), key=abs)
    return timedelta(seconds=round(nearest.total_seconds()))


def time_from(text: str) -> time | None:
    """Return the time of day that was typed (`14:42`, `14:42:02`, digits of any width), or None."""
    bare = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", bare, re.ASCII)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
