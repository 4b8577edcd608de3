"""Which program wrote a calendar, and what it means by the standard's fields."""

import re
from dataclasses import dataclass
from enum import StrEnum

from confnotes.schedule.ical.components import Calendar
from confnotes.schedule.prose import entities_once, single, whole_characters

_SCHED = re.compile(r"-//Sched\.(?:com|org)\s+(?P<title>.+?)\s*//[A-Z]{2}\W*", re.IGNORECASE)
_PRETALX = re.compile(r"-//pretalx//(?P<host>[^/]*)//(?P<slug>[^/]*?)(?://.*)?", re.IGNORECASE)
_UUID = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.*", re.IGNORECASE)
_PRETALX_UID = re.compile(r"pretalx-.+-([A-Z0-9]{5,8})(?:-\d+)?@.*")
_SCHED_PAGE = re.compile(r"https?://([a-z0-9-]+\.sched\.(?:com|org))/", re.IGNORECASE)
_CONSTANT_TITLES = frozenset(
    {"event calendar", "calendar", "events", "ical", "schedule", "untitled"}
)
_MAX_KEY = 500


class Producer(StrEnum):
    """The programs whose calendars are known."""

    SCHED = "sched"
    PRETALX = "pretalx"
    FRAB = "frab"
    INDICO = "indico"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Profile:
    """A calendar's producer and what its head says of the conference."""

    producer: Producer
    title: str = ""
    short_name: str = ""
    url: str = ""
    base_url: str = ""


def profile_of(calendar: Calendar) -> Profile:
    """Return the profile, told from PRODID. sched.com has the conference's title there: its
    X-WR-CALNAME is the site's name in the address, its X-WR-CALDESC always "Event Calendar"."""
    program = calendar.text("PRODID")
    if match := _SCHED.match(program):
        title = single(entities_once(match["title"]))
        return Profile(Producer.SCHED, title, url=_sched_site(calendar))
    if match := _PRETALX.fullmatch(program):
        return Profile(Producer.PRETALX, _calendar_name(calendar), single(match["slug"]))
    title = _calendar_name(calendar)
    url = calendar.text("URL") or calendar.text("SOURCE")
    if "INDICO" in program.upper():
        return Profile(Producer.INDICO, title, url=url)
    if "ri_cal" in program or "frab" in program.lower():
        return Profile(Producer.FRAB, title, url=url)
    return Profile(Producer.OTHER, title, url=url, base_url=url)


def _calendar_name(calendar: Calendar) -> str:
    for name in ("X-WR-CALNAME", "NAME", "X-WR-CALDESC"):
        title = single(entities_once(calendar.text(name)))
        if title and title.lower() not in _CONSTANT_TITLES:
            return title
    return ""


def _sched_site(calendar: Calendar) -> str:
    for event in calendar.events[:5]:
        if match := _SCHED_PAGE.match(event.text("URL")):
            return f"https://{match[1]}"
    return ""


def key_of(uid: str, profile: Profile) -> str:
    """Return the id of an event: its UID, for frab the guid within (the other exports' id)."""
    match = _UUID.fullmatch(uid) if profile.producer is Producer.FRAB else None
    return whole_characters(match[1].lower() if match else uid[:_MAX_KEY])


def code_of(uid: str, profile: Profile) -> str | None:
    """Return the submission code in a UID of pretalx."""
    match = _PRETALX_UID.fullmatch(uid) if profile.producer is Producer.PRETALX else None
    return match[1] if match else None
