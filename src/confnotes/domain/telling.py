"""How a report tells what it tells: what one chose for all its places, kept as settings.

`details`: what stands with a session besides its speakers (DETAILS, with commas). `heading_link`:
where the heading of a session leads (HEADING_LINKS). `players`: slides and videos stand as
addresses of their own, which many places show as players. `rating`: the sign of a star, `number`
for 4/5, `none`. `facts`: `list` for facts as a list. `days`: `together`
for the days of the conference as one section.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

DETAILS = ("kind", "code", "time", "room", "track")
"""What can stand with a session, in the order it stands there."""
HEADING_LINKS = ("", "page", "slides", "video")
STAR, NUMBER, NO_RATING = "★", "number", "none"
AS_LIST = "list"
TOGETHER = "together"
BY = "by."
"""What the setting begins with that says who wrote a section; its key follows."""
ON = "on"
KEYS = ("details", "heading_link", "players", "rating", "facts", "days")
"""The keys these settings are kept under, for all places alike."""
_STARS = 5
_LONGEST_SIGN = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """What one chose; the defaults are those of a report nobody set anything for."""

    details: frozenset[str] = field(default_factory=frozenset)
    heading_link: str = ""
    players: bool = False
    rating: str = STAR
    facts_listed: bool = False
    days_together: bool = False

    @property
    def rated(self) -> bool:
        """Whether ratings are printed."""
        return self.rating != NO_RATING

    def stars(self, rating: int) -> str:
        """Return a rating of 1 to 5 as it is printed."""
        if self.rating == NUMBER:
            return f"{rating}/{_STARS}"
        rest = "☆" * (_STARS - rating) if self.rating == STAR else ""
        return self.rating * rating + rest


def telling_of(settings: Mapping[str, str]) -> Telling:
    """Return what the settings of a report say; what makes no sense is as if it were not set."""
    named = {part.strip() for part in settings.get("details", "").split(",")}
    link = settings.get("heading_link", "")
    sign = settings.get("rating", "").strip()[:_LONGEST_SIGN]
    return Telling(
        frozenset(named & set(DETAILS)),
        link if link in HEADING_LINKS else "",
        settings.get("players", "") == ON,
        sign or STAR,
        settings.get("facts", "") == AS_LIST,
        settings.get("days", "") == TOGETHER,
    )


_CHOICES = {
    "details": DETAILS,
    "heading_link": HEADING_LINKS[1:],
    "players": (ON,),
    "facts": (AS_LIST,),
    "days": (TOGETHER,),
}


def choices_of(key: str) -> tuple[str, ...]:
    """Return what a setting of this kind can be besides "" (several with commas for `details`);
    () where it is free."""
    return _CHOICES.get(key, ())


def makes_sense(key: str, value: str) -> bool:
    """Return whether a value of a setting means anything; "" is as if it were not set."""
    known = choices_of(key)
    parts = value.split(",") if key == "details" else [value]
    return not known or not value.strip() or all(part.strip() in known for part in parts)
