"""The command line as a script uses it, and schedules to give it."""

import json
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        return [json.loads(row) for row in self.out.splitlines()]


Run = Callable[..., Ran]

_TITLE = "灯台とアラート".encode()
PRETALX_ICS = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//pretalx//example.org//harbourconf-2026\r
BEGIN:VEVENT\r
UID:pretalx-harbourconf-2026-AAAAAA@example.org\r
DTSTAMP:20260101T000000Z\r
SUMMARY:Opening - Mara Quill\r
DTSTART;TZID=Europe/Lisbon:20260504T090000\r
DTEND;TZID=Europe/Lisbon:20260504T093000\r
LOCATION:Boathouse\r
DESCRIPTION:Welcome to the harbour.\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:pretalx-harbourconf-2026-BBBBBB@example.org\r
DTSTAMP:20260101T000000Z\r
SUMMARY:@TITLE - Ren Aoki\r
DTSTART;TZID=Europe/Lisbon:20260505T100000\r
DTEND;TZID=Europe/Lisbon:20260505T104500\r
LOCATION:Lighthouse\r
END:VEVENT\r
END:VCALENDAR\r
""".replace(b"@TITLE", _TITLE)

UTC_ONLY_ICS = (
    PRETALX_ICS.replace(b";TZID=Europe/Lisbon", b"")
    .replace(b"UID:pretalx-", b"UID:sched-")
    .replace(b"SUMMARY:", b"SUMMARY:Another ")
    .replace(b"T090000", b"T090000Z")
    .replace(b"T093000", b"T093000Z")
    .replace(b"T100000", b"T100000Z")
    .replace(b"T104500", b"T104500Z")
    .replace(b"-//pretalx//example.org//harbourconf-2026", b"-//Sched.com Harbour Conf 2026//EN")
)
