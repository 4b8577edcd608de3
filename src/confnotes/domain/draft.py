"""A schedule as read from a file, before anybody has confirmed it: plain values and problems."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from confnotes.domain.conference import Confidence, SourceKind
from confnotes.domain.errors import Problem
from confnotes.domain.session import LinkKind, LinkState, SessionFacts
from confnotes.domain.times import TimeForm, form_of


@dataclass(frozen=True, slots=True)
class DraftSpeaker:
    """A speaker as one session names them; `key` is the source's id ("" where it has none),
    `reading` how the name is read (kana), `role` what they are in this session ("Maintainer")."""

    name: str
    key: str = ""
    affiliation: str = ""
    biography: str = ""
    url: str = ""
    confidence: Confidence = Confidence.GIVEN
    reading: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A link of a session, with a safe address."""

    kind: LinkKind
    url: str
    label: str = ""
    state: LinkState = LinkState.THERE


@dataclass(frozen=True, slots=True)
class DraftSession:
    """A session as the file has it. `key` is the source's strongest id, made up where it has none;
    (key, start) is unique in a draft. `record` is the source's record as JSON; `place` where it
    stands in the file."""

    key: str
    facts: SessionFacts
    speakers: tuple[DraftSpeaker, ...] = ()
    links: tuple[DraftLink, ...] = ()
    record: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a schedule file says. `rooms` are (name, key), `tracks` (name, colour), in the file's
    order. `timezone` is None where the file does not say (or is not to be
    trusted); `timezone_from` names where it was found ("X-WR-TIMEZONE", "time_zone_name" …);
    `timezone_hints` are zones that would fit, likeliest first: to offer, never to use unasked."""

    kind: SourceKind
    sessions: tuple[DraftSession, ...]
    title: str = ""
    short_name: str = ""
    timezone: str | None = None
    timezone_from: str = ""
    timezone_hints: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    day_begins: int | None = None
    venue: str = ""
    city: str = ""
    url: str = ""
    version: str = ""
    rooms: tuple[tuple[str, str], ...] = ()
    tracks: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def needs_zone(self) -> bool:
        """Whether some time cannot be understood without knowing the conference's zone."""
        return self.timezone is None and any(
            form_of(s.facts.start) in (TimeForm.WALL, TimeForm.DATE) for s in self.sessions
        )

    def with_local_times(self) -> "Draft":
        """Return the draft with every offset dropped: for files whose offsets lie."""
        return replace(
            self,
            sessions=tuple(
                replace(
                    s,
                    facts=replace(s.facts, start=_local(s.facts.start), end=_local(s.facts.end)),
                )
                for s in self.sessions
            ),
        )


def _local(planned: str | None) -> str | None:
    if form_of(planned) is not TimeForm.INSTANT or planned is None:
        return planned
    return datetime.fromisoformat(planned).replace(tzinfo=None).isoformat()
