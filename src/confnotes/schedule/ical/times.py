"""Dates and times of iCalendar (RFC 5545, 3.3.4 and 3.3.5) with the zones they name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from confnotes.domain.times import zone
from confnotes.schedule.findings import Findings
from confnotes.schedule.ical.components import Zone
from confnotes.schedule.ical.lines import Property
from confnotes.schedule.when import iso
from confnotes.schedule.zones import is_placeless, known_zone

_VALUE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[Tt ](\d\d)(\d\d)(\d\d)?([Zz])?)?")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
# As WordPress names zones that were set as an offset.
_NAMED_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
_YEARS = range(1970, 2201)

Moment = datetime | date
"""An aware date-time (an instant), a naive one (a wall time of the venue), or a date."""


def parsed(value: str) -> Moment | None:
    """Return the date or date-time of a value; `Z` makes it UTC, anything else leaves it naive.
    ISO 8601 with its signs is read too; None for what is no time."""
    value = value.strip()
    match = _VALUE.fullmatch(value)
    if match is None:
        return iso(value)
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if year not in _YEARS:
        return None
    try:
        if match[4] is None:
            return date(year, month, day)
        clock = (int(match[4]), int(match[5]), int(match[6] or 0))
        return datetime(year, month, day, *clock, tzinfo=UTC if match[7] else None)
    except ValueError:
        return None


@dataclass(slots=True)
class ZoneBook:
    """The zones a calendar's times name. `used` counts known ones, `unknown` those that are not."""

    definitions: dict[str, Zone] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    floating: int = 0
    _known: dict[str, str | timezone | None] = field(default_factory=dict)

    @classmethod
    def of(cls, zones: Sequence[Zone]) -> "ZoneBook":
        """Return the book of a calendar's VTIMEZONE components."""
        book = cls()
        for defined in zones:
            for line in defined.properties:
                if line.name == "TZID":
                    book.definitions.setdefault(line.text, defined)
        return book

    def moment(self, line: Property) -> Moment | None:
        """Return the time of DTSTART, DTEND and the like in the zone it names. An unknown zone
        leaves a wall time."""
        found = parsed(line.value)
        if not isinstance(found, datetime) or found.tzinfo is not None:
            return found
        name = line.parameter("TZID")
        if not name:
            self.floating += 1
            return found
        meant = self._meant(name)
        if isinstance(meant, str):
            self.used[meant] += 1
            return found.replace(tzinfo=zone(meant))
        if meant is None:
            self.unknown[name] += 1
            return found
        return found.replace(tzinfo=meant)

    def _meant(self, name: str) -> str | timezone | None:
        if name not in self._known:
            self._known[name] = UTC if is_placeless(name) else self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> str | timezone | None:
        if found := known_zone(name):
            return found
        if fixed := _NAMED_OFFSET.fullmatch(name):
            return _offset(fixed[1], fixed[2], fixed[3] or "0")
        definition = self.definitions.get(name)
        if definition is None:
            return None
        for line in definition.properties:
            if line.name == "X-LIC-LOCATION" and (found := known_zone(line.text)):
                return found
        return _only_offset(definition)

    def defined(self) -> str | None:
        """Return the zone of the only VTIMEZONE, None where there are several or none is known."""
        names = {known_zone(name) for name in self.definitions if not is_placeless(name)}
        return names.pop() if len(names) == 1 else None

    def tell(self, findings: Findings) -> None:
        """Note the zones that are not known."""
        for name, count in self.unknown.items():
            findings.assumed("schedule.unknown_tzid", zone=name[:80], count=count)


def _only_offset(definition: Zone) -> timezone | None:
    """Return the offset of a zone that never changes it, None where it does."""
    offsets = {line.text for line in definition.properties if line.name == "TZOFFSETTO"}
    match = _OFFSET.fullmatch(offsets.pop()) if len(offsets) == 1 else None
    return _offset(match[1], match[2], match[3]) if match else None


def _offset(sign: str, hours: str, minutes: str) -> timezone | None:
    if int(hours) > 14 or int(minutes) > 59:
        return None
    size = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-size if sign == "-" else size)


def last_day(start: date, end: date) -> date:
    """Return the last day of an all-day event: its DTEND is the day after (RFC 5545, 3.6.1), but
    many write the last day itself where there is only one."""
    return max(start, end - timedelta(days=1))
