"""Calendars and their events, as lists of content lines; what is broken costs no neighbour."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from confnotes.domain.errors import ScheduleError
from confnotes.schedule.findings import Findings
from confnotes.schedule.ical.lines import Property, Stray
from confnotes.schedule.limits import MAX_TEXT

_TEXTS = frozenset({"DESCRIPTION", "SUMMARY", "COMMENT", "X-ALT-DESC", "LOCATION"})
_KNOWN_NAMES = """
    ATTACH ATTENDEE BEGIN CALSCALE CATEGORIES CLASS COLOR COMMENT CONFERENCE CONTACT CREATED
    DESCRIPTION DTEND DTSTAMP DTSTART DUE DURATION END EXDATE EXRULE GEO IMAGE LAST-MODIFIED
    LOCATION METHOD NAME ORGANIZER PRIORITY PRODID RDATE RECURRENCE-ID RELATED-TO
    REFRESH-INTERVAL REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS SUMMARY TRANSP TZID
    UID URL VERSION
"""
_KNOWN = frozenset(_KNOWN_NAMES.split())
_MAX_STACK = 50


@dataclass(slots=True)
class Event:
    """A VEVENT: its content lines and the line it begins on."""

    line: int
    properties: list[Property] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """Return the first content line of that name."""
        return next((p for p in self.properties if p.name == name), None)

    def text(self, name: str) -> str:
        """Return the text of the first content line of that name that has one."""
        return next((t for p in self.properties if p.name == name and (t := p.text)), "")

    def all(self, name: str) -> list[Property]:
        """Return all content lines of that name."""
        return [p for p in self.properties if p.name == name]


@dataclass(slots=True)
class Zone:
    """A VTIMEZONE: its content lines, those of its STANDARD and DAYLIGHT parts among them."""

    properties: list[Property] = field(default_factory=list)


@dataclass(slots=True)
class Calendar:
    """All that a file holds: several VCALENDAR objects are read as one."""

    properties: list[Property] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    count: int = 0

    def text(self, name: str) -> str:
        """Return the text of the calendar's first content line of that name that has one."""
        return next((t for p in self.properties if p.name == name and (t := p.text)), "")


def read_components(lines: Iterable[Property | Stray], findings: Findings) -> Calendar:
    """Return the calendar of content lines.

    Raises ScheduleError `schedule.truncated` where the file ends within an event.
    """
    reader = _Reader(findings)
    for line in lines:
        if isinstance(line, Stray):
            reader.stray(line)
        elif line.name == "BEGIN":
            reader.begin(line)
        elif line.name == "END":
            reader.end(line)
        else:
            reader.property(line)
    return reader.finish()


class _Reader:
    """Follows BEGIN and END. `_stack` holds the open components' names, outermost first."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._calendar = Calendar()
        self._stack: list[str] = []
        self._event: Event | None = None
        self._zone: Zone | None = None
        self._line = 0

    def begin(self, line: Property) -> None:
        name = line.value.strip().upper()
        self._line = line.line
        if name == "VCALENDAR":
            self._close_event(line.line)
            self._stack.clear()
            self._calendar.count += 1
        elif name == "VEVENT":
            self._close_event(line.line)
            self._event = Event(line.line)
        elif name == "VTIMEZONE":
            self._zone = Zone()
            self._calendar.zones.append(self._zone)
        if len(self._stack) < _MAX_STACK:
            self._stack.append(name)

    def end(self, line: Property) -> None:
        name = line.value.strip().upper()
        self._line = line.line
        if name == "VEVENT" and self._event is not None:
            self._calendar.events.append(self._event)
            self._event = None
        elif name == "VCALENDAR":
            self._close_event(line.line)
        elif name == "VTIMEZONE":
            self._zone = None
        if name in self._stack:
            del self._stack[len(self._stack) - 1 - self._stack[::-1].index(name) :]

    def property(self, line: Property) -> None:
        self._line = line.line
        inner = self._stack[-1] if self._stack else ""
        if self._event is not None and inner == "VEVENT":
            if self._torn(line):
                self.stray(Stray(f"{line.written}{line.parameters}:{line.value}", line.line))
            else:
                self._event.properties.append(line)
        elif self._zone is not None:
            self._zone.properties.append(line)
        elif inner in ("", "VCALENDAR"):
            self._calendar.properties.append(line)

    def _torn(self, line: Property) -> bool:
        """Whether a line is a text's rest that happens to have a colon ("Note: bring a laptop")."""
        last = self._last_property()
        if last is None or last.name not in _TEXTS or line.parameters:
            return False
        if line.name in _KNOWN or line.name.startswith("X-"):
            return False
        return line.written != line.name or line.value[:1] == " "

    def _last_property(self) -> Property | None:
        return self._event.properties[-1] if self._event and self._event.properties else None

    def stray(self, line: Stray) -> None:
        """Give the line back to the text before it; elsewhere it is junk."""
        self._line = line.line
        place = f"line {line.line}"
        last = self._last_property()
        if self._event is not None and last is not None and last.name in _TEXTS:
            if len(last.value) <= MAX_TEXT:
                longer = f"{last.value}\\n{line.text}"
                self._event.properties[-1] = replace(last, value=longer)
            self._findings.assumed("schedule.torn_text", place, text=line.text.strip()[:60])
        else:
            self._findings.skipped("schedule.stray_line", place, text=line.text.strip()[:60])

    def _close_event(self, line: int) -> None:
        """Close an event that another begins in, or that its calendar ends in."""
        if self._event is not None:
            self._findings.assumed("schedule.unclosed_event", f"line {line}")
            self._calendar.events.append(self._event)
            self._event = None
            if "VEVENT" in self._stack:
                del self._stack[self._stack.index("VEVENT") :]

    def finish(self) -> Calendar:
        events = self._calendar.events
        if self._event is not None:
            raise ScheduleError("schedule.truncated", line=self._line, count=len(events))
        if "VCALENDAR" in self._stack:
            self._findings.assumed(
                "schedule.no_end", f"line {self._line}", line=self._line, count=len(events)
            )
        return self._calendar
