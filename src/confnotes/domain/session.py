"""A session: one sitting at a conference, published or begun by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Choice
from confnotes.domain.conference import Confidence, Shelf
from confnotes.domain.times import Planned


class SessionKind(StrEnum):
    """What a session is; some stand "around the conference" in a report (AROUND)."""

    TALK = "talk"
    KEYNOTE = "keynote"
    PANEL = "panel"
    LIGHTNING = "lightning"
    TUTORIAL = "tutorial"
    WORKSHOP = "workshop"
    SPONSOR = "sponsor"
    BOOTH = "booth"
    MEAL = "meal"
    PARTY = "party"
    HALLWAY = "hallway"
    TRAVEL = "travel"
    OTHER = "other"


AROUND = frozenset(
    {
        SessionKind.BOOTH,
        SessionKind.MEAL,
        SessionKind.PARTY,
        SessionKind.HALLWAY,
        SessionKind.TRAVEL,
    }
)
"""The kinds that a report prints under "around the conference"."""


class SessionState(StrEnum):
    """What the schedule says of a session; MISSING: a later schedule no longer had it."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What a schedule can say of a session. `None`: it says nothing of it."""

    title: str | None = None
    subtitle: str | None = None
    abstract: str | None = None
    kind: SessionKind | None = None
    format: str | None = None
    code: str | None = None
    language: str | None = None
    room: str | None = None
    track: str | None = None
    start: str | None = None
    end: str | None = None
    duration: int | None = None
    state: SessionState | None = None

    def over(self, below: "SessionFacts") -> "SessionFacts":
        """Return these facts with the gaps filled from `below`; a text that is emptied ("") leaves
        nothing there.

        A start of one's own brings its own end and duration: half of another plan is no plan.
        """
        if self == _NOTHING:
            return below
        given = {
            f.name: None if value == "" else value
            for f in fields(self)
            if (value := getattr(self, f.name)) is not None
        }
        if self.start is not None:
            given |= {"end": self.end, "duration": self.duration}
        return replace(below, **given)


_NOTHING = SessionFacts()


class LinkKind(StrEnum):
    """Where a session's link leads."""

    PAGE = "page"
    SLIDES = "slides"
    VIDEO = "video"
    REPOSITORY = "repository"
    OTHER = "other"


class LinkState(StrEnum):
    """NONE: will not come; EXPECTED: promised, not there yet; THERE: it has an address."""

    NONE = "none"
    EXPECTED = "expected"
    THERE = "there"


class Origin(StrEnum):
    """Whether a row came with a schedule or is one's own; a re-import may touch only the first."""

    IMPORTED = "imported"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Link:
    """A page, slides or video of a session. Only http, https and mailto addresses are kept."""

    id: str
    session_id: str
    kind: LinkKind
    url: str = ""
    label: str = ""
    state: LinkState = LinkState.THERE
    origin: Origin = Origin.OWN
    position: int = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """One speaker of one session, in order; `name` and `affiliation` as this session prints them
    ("" when exactly as the speaker's own entry)."""

    id: str
    session_id: str
    speaker_id: str
    position: int = 0
    name: str = ""
    affiliation: str = ""
    role: str = ""
    confidence: Confidence = Confidence.GIVEN
    origin: Origin = Origin.IMPORTED


@dataclass(frozen=True, slots=True)
class SessionSource:
    """Where a session came from: the id its source gives it, its start there, the record (JSON)."""

    id: str
    session_id: str
    source_id: str
    key: str
    start: str | None = None
    record: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session with what was chosen, written and thought about it.

    `given` is as imported (or typed, where no source had it), `own` one's corrections.
    `heading` replaces the title in the report. `rating` is 1 to 5, or None.
    `started_at` is the zero that "talk starts now" set, else the planned start counts.
    `video_offset` is the second of the video at which that zero lies.
    `start_at`/`end_at` are the planned instants (UTC) worked out with the conference's zone.
    `given_speakers`: whom its schedule names, one a line as "Name (Affiliation)", where the credits
    are a list of one's own; None where it names those who are credited, or says nothing.
    `shelf`: where it was put away; one in the archive is out of the programme's way and all written
    of it stays in place, one in the trash is nowhere but there.
    """

    id: str
    conference_id: str
    event_id: str
    given: SessionFacts
    own: SessionFacts = field(default_factory=SessionFacts)
    start_at: datetime | None = None
    end_at: datetime | None = None
    choice: Choice = field(default_factory=Choice)
    heading: str = ""
    rating: int | None = None
    recommended: bool = False
    summary: str = ""
    takeaway: str = ""
    reviewed: bool = False
    started_at: datetime | None = None
    video_offset: float | None = None
    audience: Audience = Audience.PUBLIC
    origin: Origin = Origin.OWN
    series_id: str | None = None
    tags: tuple[str, ...] = ()
    shelf: Shelf | None = None
    given_speakers: str | None = None

    @property
    def facts(self) -> SessionFacts:
        """What counts: own over given."""
        return self.own.over(self.given)

    @property
    def title(self) -> str:
        """The title that counts ("" when there is none)."""
        return self.facts.title or ""

    @property
    def kind(self) -> SessionKind:
        """The kind that counts; a talk where nothing says otherwise."""
        return self.facts.kind or SessionKind.TALK

    @property
    def planned(self) -> Planned:
        """When it is planned, as given."""
        facts = self.facts
        return Planned(facts.start, facts.end, facts.duration)

    @property
    def trashed(self) -> bool:
        """Whether it is in the trash."""
        return self.shelf is Shelf.TRASHED

    @property
    def zero(self) -> datetime | None:
        """The instant from which the moments of its lines are counted."""
        return self.started_at or self.start_at


def spoken_text(people: Iterable[tuple[str, str]]) -> str:
    """Return (name, affiliation) of speakers, one a line as "Name (Affiliation)"."""
    return "\n".join(f"{name} ({company})" if company else name for name, company in people)


RATINGS = range(1, 6)
"""The stars one can give."""
