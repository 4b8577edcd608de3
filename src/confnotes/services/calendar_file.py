"""An iCalendar file (RFC 5545), as calendars of every kind read it.

Times are written in UTC (3.3.5, form 2): an instant is the same everywhere, and needs no VTIMEZONE
that could disagree with the reader's own rules. What has a date alone is a date. The text is
UTF-8, lines end in CRLF and are folded at 75 octets, never inside a character (3.1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FOLD = 75
"""Octets a line may have without its end (RFC 5545, 3.1)."""
_PROGRAM = "-//confnotes//confnotes//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a calendar. Times are aware, or dates for whole days (`ends` is the last one).

    `uid` is the same for the same thing, always: a calendar that has it already takes the new
    state instead of a second one. `free`: it does not keep others from putting something there.
    """

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None = None
    place: str = ""
    about: str = ""
    url: str = ""
    status: str = "CONFIRMED"
    free: bool = False


def calendar_file(name: str, zone: str, entries: Sequence[Entry], stamp: datetime) -> bytes:
    """Return a calendar of that name; `stamp` is when it was made (DTSTAMP, 3.8.7.2).

    `zone` is what readers are told the calendar is about (X-WR-TIMEZONE, which many honour).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PROGRAM}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",  # RFC 7986, 5.1
        f"X-WR-CALNAME:{_text(name)}",
        f"X-WR-TIMEZONE:{_text(zone)}",
    ]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(piece for line in lines for piece in _folded(line))


def _event(entry: Entry, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_instant(stamp)}"
    if isinstance(entry.starts, datetime):
        yield f"DTSTART:{_instant(entry.starts)}"
        if isinstance(entry.ends, datetime) and entry.ends > entry.starts:
            yield f"DTEND:{_instant(entry.ends)}"  # 3.8.2.2: later than the start
    else:
        last = entry.starts if entry.ends is None else entry.ends
        yield f"DTSTART;VALUE=DATE:{entry.starts:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"  # 3.6.1: not inclusive
    yield f"SUMMARY:{_text(entry.title)}"
    for key, value in (("LOCATION", entry.place), ("DESCRIPTION", entry.about)):
        if value:
            yield f"{key}:{_text(value)}"
    if entry.url:
        yield f"URL:{''.join(entry.url.split())}"  # no TEXT: nothing is escaped (3.3.13)
    yield f"STATUS:{entry.status}"
    yield f"TRANSP:{'TRANSPARENT' if entry.free else 'OPAQUE'}"
    yield "END:VEVENT"


def _instant(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    """Return a value as TEXT (3.3.11): backslash, semicolon, comma and line break escaped."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value


def _folded(line: str) -> Iterator[bytes]:
    """Yield a content line in pieces of at most 75 octets; each but the first begins with a space,
    which counts."""
    piece = bytearray()
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > FOLD:
            yield bytes(piece) + b"\r\n"
            piece = bytearray(b" ")
        piece += octets
    yield bytes(piece) + b"\r\n"
