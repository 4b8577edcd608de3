"""Small invented schedules, written from the parts a test cares about."""

import json
from typing import Any

from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ScheduleError
from confnotes.schedule import read_schedule


def vevent(*lines: str, summary: str = "Opening", uid: str = "a1") -> str:
    """Return a VEVENT with the given content lines added."""
    head = ["BEGIN:VEVENT"]
    if uid:
        head.append(f"UID:{uid}")
    if summary:
        head.append(f"SUMMARY:{summary}")
    return "\r\n".join([*head, *lines, "END:VEVENT"])


def calendar(*parts: str, head: tuple[str, ...] = ("PRODID:-//Example//EN",)) -> bytes:
    """Return a VCALENDAR of components."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, *parts, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def event(**fields: Any) -> dict[str, Any]:
    """Return an event of a schedule.json; a field given as None is left out."""
    whole = {
        "id": 7,
        "guid": "5b3f7c1e-0000-4000-8000-000000000001",
        "date": "2026-04-01T10:00:00+02:00",
        "start": "10:00",
        "duration": "00:45",
        "title": "Opening",
        "language": "en",
        "type": "talk",
        "persons": [{"id": 1, "public_name": "Ada Example"}],
    }
    return {k: v for k, v in {**whole, **fields}.items() if v is not None}


def frab_json(*events: Any, conference: dict[str, Any] | None = None, **outer: Any) -> bytes:
    """Return a schedule.json with these events in one room of one day."""
    inner = {
        "acronym": "ex26",
        "title": "Example 2026",
        "start": "2026-04-01",
        "end": "2026-04-02",
        "days": [{"index": 1, "date": "2026-04-01", "rooms": {"Hall A": list(events)}}],
    }
    return json.dumps(
        {"schedule": {"conference": {**inner, **(conference or {})}, **outer}}
    ).encode()


def frab_xml(*events: str, head: str = "", day: str = 'date="2026-04-01" index="1"') -> bytes:
    """Return a schedule.xml with these events in one room of one day."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<schedule><conference>'
        f"<acronym>ex26</acronym><title>Example 2026</title>{head}</conference>\n"
        f'<day {day}><room name="Hall A">\n' + "\n".join(events) + "\n</room></day></schedule>"
    ).encode()


def xml_event(*parts: str, attributes: str = 'id="7"', title: str = "Opening") -> str:
    """Return an event element; without a title where that is ""."""
    named = f"<title>{title}</title>" if title else ""
    return f"<event {attributes}>{named}{''.join(parts)}</event>"


def only(data: bytes) -> DraftSession:
    """Return the one session of a schedule."""
    (session,) = read_schedule(data).sessions
    return session


def codes(draft: Draft) -> list[str]:
    """Return the codes of a draft's problems."""
    return [problem.code for problem in draft.problems]


def refusal(data: bytes) -> ScheduleError | None:
    """Return the error with which a file is refused, None when it is read."""
    try:
        read_schedule(data)
    except ScheduleError as error:
        return error
    return None


def refused(data: bytes) -> str:
    """Return the code with which a file is refused, "" when it is read."""
    error = refusal(data)
    return error.code if error else ""
