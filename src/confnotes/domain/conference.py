"""A conference and what belongs to it, apart from sessions and notes.

Imported and own are two fields: `name` is as the source gave it (or as typed, where no source
did), `own_name` one's own correction over a source. Own wins.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from confnotes.domain.choice import Choice
from confnotes.domain.times import DAY_BEGINS


@dataclass(frozen=True, slots=True)
class Conference:
    """One conference: a name, a zone, a place, and the days it runs (first and last, inclusive)."""

    id: str
    name: str
    timezone: str
    own_name: str | None = None
    short_name: str = ""
    timezone_confirmed: bool = False
    starts: date | None = None
    ends: date | None = None
    day_begins: int = DAY_BEGINS
    venue: str = ""
    city: str = ""
    url: str = ""

    @property
    def title(self) -> str:
        """The name that counts: one's own, else the imported one."""
        return self.own_name or self.name

    @property
    def short(self) -> str:
        """The short name, else the whole one."""
        return self.short_name or self.title


class Shelf(StrEnum):
    """Where a conference or a session was put away. One in the archive opens as any other, one in
    the trash is nowhere but in the trash; neither loses anything."""

    ARCHIVED = "archived"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class Shelved:
    """Says that a conference is put away; of those at hand nothing is said."""

    id: str
    conference_id: str
    shelf: Shelf


class EventKind(StrEnum):
    """The main conference, or an event beside it (Day 0, summits, a party of its own)."""

    MAIN = "main"
    COLOCATED = "colocated"


@dataclass(frozen=True, slots=True)
class Event:
    """The main conference or one co-located event. Every conference has exactly one MAIN event."""

    id: str
    conference_id: str
    kind: EventKind
    name: str
    position: int = 0
    own_name: str | None = None
    starts: date | None = None
    ends: date | None = None
    venue: str = ""
    url: str = ""
    choice: Choice = field(default_factory=Choice)

    @property
    def title(self) -> str:
        """The name that counts."""
        return self.own_name or self.name


@dataclass(frozen=True, slots=True)
class Day:
    """A conference day: its number as people say it ("Day 0"), its date, a label of one's own."""

    id: str
    conference_id: str
    date: date
    number: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the schedule names it; sessions refer to it by that name."""

    id: str
    event_id: str
    name: str
    position: int = 0
    source_key: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A track as the schedule names it; sessions refer to it by that name. `colour`: `#rrggbb`."""

    id: str
    event_id: str
    name: str
    position: int = 0
    colour: str = ""


class Confidence(StrEnum):
    """Whether a schedule said it, or confnotes read it out of something else."""

    GIVEN = "given"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who speaks, once in a conference whatever the number of their sessions.

    `family_name` is the part of the name that is the family's, where one marked it.
    """

    id: str
    conference_id: str
    name: str
    own_name: str | None = None
    affiliation: str = ""
    own_affiliation: str | None = None
    family_name: str = ""
    reading: str = ""
    biography: str = ""
    url: str = ""
    source_key: str = ""
    confidence: Confidence = Confidence.GIVEN

    @property
    def title(self) -> str:
        """The name that counts."""
        return self.own_name or self.name

    @property
    def company(self) -> str:
        """The affiliation that counts ("" when unknown)."""
        return self.affiliation if self.own_affiliation is None else self.own_affiliation


class FactKind(StrEnum):
    """What a fact about the conference says; the report has a sentence for each.

    `name, host, venue, city, dates` and the like live in the conference where the app needs them
    for more than the report; a fact of that kind, where given, is what the report prints.
    """

    HOST = "host"
    ABOUT = "about"
    EDITION = "edition"
    ATTENDEES = "attendees"
    FIRST_ATTENDEES = "first_attendees"
    SESSIONS = "sessions"
    VIDEOS = "videos"
    FEE = "fee"
    HOURS = "hours"
    NEXT_CITY = "next_city"
    NEXT_YEAR = "next_year"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the conference. Numbers (edition, attendees…) are digits in `value`."""

    id: str
    conference_id: str
    kind: FactKind
    value: str
    source: str = ""
    shown: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: introduced in the opening of a report, named with what they wrote."""

    id: str
    name: str = ""
    handle: str = ""
    role: str = ""
    company: str = ""
    url: str = ""


class SourceKind(StrEnum):
    """The kinds of published schedule that can be read."""

    ICALENDAR = "icalendar"
    FRAB_XML = "frab_xml"
    FRAB_JSON = "frab_json"
    SESSIONIZE = "sessionize"
    FORTEE = "fortee"
    INDICO = "indico"
    PYCON_US = "pycon_us"
    PRETALX_WIDGET = "pretalx_widget"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Source:
    """A schedule that was imported into an event."""

    id: str
    event_id: str
    kind: SourceKind
    name: str
    url: str = ""
    version: str = ""
    sha256: str = ""
    imported_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where a schedule was fetched, and what its server called the state that came: ETag and
    Last-Modified, word for word ("" where it says none)."""

    address: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The address a source comes from; `state` asks the server for what is newer."""

    id: str
    source_id: str
    address: str
    etag: str = ""
    modified: str = ""

    @property
    def state(self) -> FeedState:
        """The state that was imported last."""
        return FeedState(self.address, self.etag, self.modified)
