"""A schedule as read becomes a conference: values only, nothing is stored here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from confnotes.domain.conference import (
    Conference,
    Day,
    Event,
    EventKind,
    Feed,
    FeedState,
    Room,
    Source,
    Speaker,
    Track,
)
from confnotes.domain.draft import Draft, DraftSession, DraftSpeaker
from confnotes.domain.identity import new_id
from confnotes.domain.session import (
    Credit,
    Link,
    Origin,
    Session,
    SessionFacts,
    SessionSource,
)
from confnotes.domain.text import folded, stored, stored_line
from confnotes.domain.times import DAY_BEGINS
from confnotes.services.planning import all_dates, numbered, placed, session_day


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person confirmed before the import; None: as the schedule has it."""

    name: str
    timezone: str
    starts: date | None = None
    ends: date | None = None
    venue: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """All rows of a conference that comes in."""

    conference: Conference
    event: Event
    source: Source
    days: tuple[Day, ...]
    rooms: tuple[Room, ...]
    tracks: tuple[Track, ...]
    speakers: tuple[Speaker, ...]
    sessions: tuple[Session, ...]
    credits: tuple[Credit, ...]
    sources: tuple[SessionSource, ...]
    links: tuple[Link, ...]
    feeds: tuple[Feed, ...] = ()

    def groups(self) -> Iterator[tuple[object, ...]]:
        """Yield the rows, each group after those it refers to."""
        yield (self.conference,)
        yield (self.event,)
        yield (self.source,)
        yield self.feeds
        yield self.days
        yield self.rooms
        yield self.tracks
        yield self.speakers
        yield self.sessions
        yield self.credits
        yield self.sources
        yield self.links


def arrival(
    draft: Draft,
    confirmed: Confirmed,
    source_name: str,
    sha256: str,
    now: datetime,
    feed: FeedState | None = None,
) -> Arrival:
    """Return the conference that a draft makes with what was confirmed; `feed` is where it was
    fetched, if it was."""
    conference = _conference(draft, confirmed)
    event = Event(
        new_id(),
        conference.id,
        EventKind.MAIN,
        conference.name,
        own_name=conference.own_name,
    )
    return programme(draft, conference, event, source_name, sha256, now, feed)


def programme(
    draft: Draft,
    conference: Conference,
    event: Event,
    source_name: str,
    sha256: str,
    now: datetime,
    feed: FeedState | None = None,
    known: Sequence[Speaker] = (),
) -> Arrival:
    """Return the rows that a draft makes in an event of a conference; whoever of the speakers is
    `known` there already comes in no second time."""
    source = Source(
        new_id(), event.id, draft.kind, source_name, draft.url, draft.version, sha256, now
    )
    people = _People(conference.id, known)
    sessions: list[Session] = []
    credited: list[Credit] = []
    origins: list[SessionSource] = []
    links: list[Link] = []
    for one in draft.sessions:
        session = placed(
            Session(
                new_id(), conference.id, event.id, stored_facts(one.facts), origin=Origin.IMPORTED
            ),
            conference.timezone,
        )
        sessions.append(session)
        credited.extend(people.credits(session.id, one.speakers))
        origins.append(
            SessionSource(
                new_id(), session.id, source.id, stored(one.key), one.facts.start, one.record
            )
        )
        links.extend(imported_links(session.id, one))
    days = _days(conference, sessions)
    return Arrival(
        _dated(conference, days),
        event,
        source,
        days,
        _rooms(event.id, draft),
        _tracks(event.id, draft),
        tuple(people.speakers),
        tuple(sessions),
        tuple(credited),
        tuple(origins),
        tuple(links),
        () if feed is None else (feed_of(source.id, feed),),
    )


def feed_of(source_id: str, state: FeedState) -> Feed:
    """Return where a source is fetched from, new."""
    return Feed(new_id(), source_id, state.address, state.etag, state.modified)


def _dated(conference: Conference, days: Sequence[Day]) -> Conference:
    """Return the conference with the dates of its sessions where neither file nor person said."""
    if not days:
        return conference
    return replace(
        conference,
        starts=conference.starts or days[0].date,
        ends=conference.ends or days[-1].date,
    )


def _short_name(acronym: str) -> str:
    """Return an acronym as people would say it, "" when it is but the slug of an address.

    Programmes call themselves `pycon-xx-2026` or `36c3` in this place: no words for a report.
    """
    short = stored_line(acronym).strip()
    return short if any(ch.isupper() for ch in short) else ""


def _conference(draft: Draft, confirmed: Confirmed) -> Conference:
    title = stored_line(draft.title).strip()
    name = stored_line(confirmed.name).strip() or title
    return Conference(
        new_id(),
        title or name,
        confirmed.timezone,
        own_name=name if title and name != title else None,
        short_name=_short_name(draft.short_name),
        timezone_confirmed=True,
        starts=confirmed.starts or draft.starts,
        ends=confirmed.ends or draft.ends,
        day_begins=DAY_BEGINS if draft.day_begins is None else draft.day_begins,
        venue=stored_line(confirmed.venue or draft.venue).strip(),
        city=stored_line(confirmed.city or draft.city).strip(),
        url=draft.url,
    )


def stored_facts(facts: SessionFacts) -> SessionFacts:
    """Return the facts with their texts in the stored form."""
    return replace(
        facts,
        title=_line(facts.title),
        subtitle=_line(facts.subtitle),
        abstract=None if facts.abstract is None else stored(facts.abstract),
        format=_line(facts.format),
        room=_line(facts.room),
        track=_line(facts.track),
    )


def _line(text: str | None) -> str | None:
    return None if text is None else stored_line(text)


def _days(conference: Conference, sessions: Iterable[Session]) -> tuple[Day, ...]:
    used = {on for one in sessions if (on := session_day(one, conference)) is not None}
    dates = all_dates(conference.starts, conference.ends, used)
    numbers = numbered(dates, conference.starts)
    return tuple(Day(new_id(), conference.id, one, numbers[one]) for one in dates)


def _rooms(event_id: str, draft: Draft) -> tuple[Room, ...]:
    keys = {stored_line(name): key for name, key in reversed(draft.rooms)}
    named = [stored_line(name) for name, _ in draft.rooms]
    named += [stored_line(one.facts.room) for one in draft.sessions if one.facts.room]
    return tuple(
        Room(new_id(), event_id, name, position, keys.get(name, ""))
        for position, name in enumerate(dict.fromkeys(named))
    )


def _tracks(event_id: str, draft: Draft) -> tuple[Track, ...]:
    colours = {stored_line(name): colour for name, colour in reversed(draft.tracks)}
    named = [stored_line(name) for name, _ in draft.tracks]
    named += [stored_line(one.facts.track) for one in draft.sessions if one.facts.track]
    return tuple(
        Track(new_id(), event_id, name, position, colours.get(name, ""))
        for position, name in enumerate(dict.fromkeys(named))
    )


def imported_links(session_id: str, draft: DraftSession) -> Iterator[Link]:
    """Yield the links that a schedule gives a session."""
    for position, one in enumerate(draft.links):
        yield Link(
            new_id(),
            session_id,
            one.kind,
            one.url,
            stored_line(one.label),
            one.state,
            Origin.IMPORTED,
            position,
        )


class _People:
    """The speakers of a conference, each once: the same key, else the same name and affiliation.

    Someone without a key is whoever bears that name and affiliation, with a key or without.
    """

    def __init__(self, conference_id: str, known: Sequence[Speaker] = ()) -> None:
        self._conference_id = conference_id
        self._by_key: dict[str, Speaker] = {}
        # Ids are of one source: those of another one may name somebody else.
        self._by_name = {(folded(s.name), folded(s.affiliation)): s for s in reversed(known)}
        self._known = frozenset(s.id for s in known)
        self.speakers: list[Speaker] = []

    def credits(self, session_id: str, speakers: Iterable[DraftSpeaker]) -> Iterator[Credit]:
        """Yield the credits of a session; a name or affiliation is given where it differs."""
        credited: set[str] = set()
        for draft in speakers:
            name, affiliation = stored_line(draft.name), stored_line(draft.affiliation)
            speaker = self._speaker(draft, name, affiliation)
            if speaker.id in credited:
                continue
            credited.add(speaker.id)
            yield Credit(
                new_id(),
                session_id,
                speaker.id,
                len(credited) - 1,
                name if name != speaker.name else "",
                affiliation if affiliation != speaker.affiliation else "",
                stored_line(draft.role),
                confidence=draft.confidence,
                origin=Origin.IMPORTED,
            )

    def _speaker(self, draft: DraftSpeaker, name: str, affiliation: str) -> Speaker:
        place = folded(name), folded(affiliation)
        known = self._by_key.get(draft.key) if draft.key else self._by_name.get(place)
        if known is None and draft.key:
            there = self._by_name.get(place)  # from another source
            known = there if there is not None and there.id in self._known else None
        if known is not None:
            return known
        speaker = Speaker(
            new_id(),
            self._conference_id,
            name,
            affiliation=affiliation,
            reading=stored_line(draft.reading),
            biography=stored(draft.biography),
            url=draft.url,
            source_key=draft.key,
            confidence=draft.confidence,
        )
        self.speakers.append(speaker)
        if draft.key:
            self._by_key[draft.key] = speaker
        self._by_name.setdefault(place, speaker)
        return speaker
