"""A later state of a schedule over the conference that is there: applied, and taken back.

Only what the schedule said before is written anew. A session that the schedule no longer has goes
when nothing of one's own is on it, and stays, marked as missing, when something is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from confnotes.domain.conference import Conference, Event, Feed, FeedState, Room, Source, Track
from confnotes.domain.contents import Contents
from confnotes.domain.differences import (
    Differences,
    Match,
    differences,
    known_sessions,
    same_title,
    source_of,
)
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ScheduleError
from confnotes.domain.identity import new_id
from confnotes.domain.report import Section, SectionSource
from confnotes.domain.revisions import EVERYTHING, Decisions, revision_id, vanished
from confnotes.domain.session import (
    Credit,
    Link,
    Origin,
    Session,
    SessionFacts,
    SessionSource,
    SessionState,
    spoken_text,
)
from confnotes.domain.text import stored, stored_line
from confnotes.domain.versions import LanguageMark, Version
from confnotes.services.arriving import feed_of, imported_links, stored_facts
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of
from confnotes.services.planning import placed, without
from confnotes.services.returning import People
from confnotes.storage.reading import Reading
from confnotes.storage.undoing import RowChange
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a later schedule: sessions `revised`, `new`, `missing` (gone from the schedule,
    kept here), `removed` (gone, with nothing of one's own); `rows` take it back."""

    conference_id: str
    revised: int = 0
    new: int = 0
    missing: int = 0
    removed: int = 0
    rows: tuple[RowChange, ...] = ()


def compared(
    unit: Reading, conference_id: str, draft: Draft
) -> tuple[Contents, Draft, Differences]:
    """Return the conference, the draft as it reads it, and what that says differently.

    Times that were imported as the venue's wall times, whatever offset the file wrote, are read so
    again, and what another source has of it is that one's. ConfnotesError conference.gone (id).
    """
    contents = unit.contents(conference_id)
    source = source_of(contents, draft)
    known = known_sessions(contents, [] if source is None else [source.id])
    starts = {key for one in known for key in one.keys}
    local = draft.with_local_times()
    if _in_common(local, starts) > _in_common(draft, starts):
        draft = local
    found = differences(known, draft.sessions, contents.conference.timezone)
    if len(contents.sources) > 1:
        mine = {one.session_id for one in known}
        others = [one for one in contents.sessions if one.id not in mine]
        fresh = replace(draft, sessions=found.new)
        new = without(fresh, others, contents.conference).sessions
        found = replace(found, new=new)
    return contents, draft, found


def apply(
    unit: Writing,
    conference_id: str,
    draft: Draft,
    decisions: Decisions,
    source_name: str,
    sha256: str,
    feed: FeedState | None = None,
) -> Applied:
    """Write what a later state says, but for what was decided otherwise.

    ConfnotesError conference.gone (id), ScheduleError schedule.no_earlier_state (name) when no
    schedule of its kind was imported.
    """
    before = unit.programme_rows(conference_id)
    contents, draft, found = compared(unit, conference_id, draft)
    conference = contents.conference
    source = source_of(contents, draft)
    if source is None:
        raise ScheduleError("schedule.no_earlier_state", name=conference.title)
    applied = _Applying(unit, contents, source, draft, found, decisions).run()
    _names_follow(unit, conference, source.event_id, draft)
    update_days(unit, conference)
    if unit.changes or (sha256 and sha256 != source.sha256):
        unit.put(
            replace(
                source,
                name=source_name or source.name,
                url=draft.url or source.url,
                version=draft.version or source.version,
                sha256=sha256,
                imported_at=unit.now,
            )
        )
    _fetched(unit, source.id, feed, whole=decisions == EVERYTHING)
    return replace(applied, rows=unit.changed_rows(before))


def _fetched(unit: Writing, source_id: str, state: FeedState | None, *, whole: bool) -> None:
    """Keep where a source was fetched last, in place of where it was before.

    What came from a file, or was not taken over as a `whole`, is no state that the server knows:
    it is then asked for all of it again, and does not say "nothing new" of something else.
    """
    known = next(iter(unit.all(Feed, source_id=source_id)), None)
    if state is not None:
        fresh = feed_of(source_id, state if whole else FeedState(state.address))
        unit.put(replace(fresh, id=known.id) if known else fresh)
    elif known is not None:
        unit.put(replace(known, etag="", modified=""))


def take_back(unit: Writing, applied: Applied) -> None:
    """Make the programme what it was before a later state was applied.

    What was written since stays: a session that came in and bears something by now is marked as
    missing. ConfnotesError conference.gone (id).
    """
    conference = conference_of(unit, applied.conference_id)
    kept, mixed = unit.take_back(applied.rows)
    for identity in sorted(mixed | kept):
        session = unit.get(Session, identity)
        if session is not None:
            if identity in kept:
                session = _missing(session)
            unit.put(placed(session, conference.timezone))
    if kept or mixed:
        update_days(unit, conference)


def _in_common(draft: Draft, starts: set[tuple[str, str | None]]) -> int:
    return sum((stored(one.key), one.facts.start) in starts for one in draft.sessions)


def _missing(session: Session) -> Session:
    return replace(session, given=replace(session.given, state=SessionState.MISSING))


def bears(session: Session) -> bool:
    """Return whether anything on the session itself is one's own: a choice, a rating, a text …"""
    plain = Session(
        session.id, session.conference_id, session.event_id, SessionFacts(), origin=session.origin
    )
    return replace(session, given=SessionFacts(), start_at=None, end_at=None) != plain


def bearing(unit: Reading, contents: Contents) -> frozenset[str]:
    """Return the sessions that bear something of one's own, written or chosen."""
    conference_id = contents.conference.id
    found = {one.id for one in contents.sessions if bears(one)}
    found |= unit.lists.noted_sessions(conference_id)
    parts: dict[str, str] = {one.id: one.id for one in contents.sessions}
    rows: tuple[Credit | Link, ...] = (*contents.credits, *contents.links)
    for row in rows:
        parts[row.id] = row.session_id
        if row.origin is Origin.OWN:
            found.add(row.session_id)
    texts = [one.owner_id for one in unit.all(Version, conference_id=conference_id)]
    texts += [one.owner_id for one in unit.all(LanguageMark, conference_id=conference_id)]
    texts += [one.reference for one in unit.within(SectionSource, conference_id)]
    texts += [
        part
        for section in unit.within(Section, conference_id)
        for part in section.key.replace("@", ":").split(":")
    ]
    return frozenset(found | {parts[text] for text in texts if text in parts})


class _Applying:
    """One later state on its way into the notebook."""

    def __init__(
        self,
        unit: Writing,
        contents: Contents,
        source: Source,
        draft: Draft,
        found: Differences,
        decisions: Decisions,
    ) -> None:
        self._unit = unit
        self._conference = contents.conference
        self._source = source
        self._sessions = {one.id: one for one in contents.sessions}
        self._bearing = bearing(unit, contents)
        left, same = decisions.left, decisions.renamed
        replaced = [one for one in found.replaced if one.known.session_id not in left]
        others = [one for one in replaced if one.known.session_id not in same]
        revised = [one for one in found.matched if one.known.session_id not in left]
        revised += [one for one in replaced if one.known.session_id in same]
        coming = [one.now for one in others]
        coming += [one for one in found.new if revision_id(one) not in left]
        gone = [one.session_id for one in vanished(found) if one.session_id not in left]
        self._gone = [*(one.known.session_id for one in others), *gone]
        self._origins: dict[str, list[SessionSource]] = defaultdict(list)
        for origin in contents.session_sources:
            self._origins[origin.session_id].append(origin)
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in contents.links:
            self._links[link.session_id].append(link)
        # The very same record says nothing new.
        revised = [one for one in revised if one.values or not self._has_record(one)]
        written = {one.known.session_id for one in revised} | (set(self._gone) - self._bearing)
        # In the schedule's order, as it will be the next time: people are told of in it.
        order = {id(one): number for number, one in enumerate(draft.sessions)}
        work = [*((one.now, one) for one in revised), *((one, None) for one in coming)]
        self._work: list[tuple[DraftSession, Match | None]] = work
        self._work.sort(key=lambda one: order[id(one[0])])
        mine = frozenset(
            one.session_id for one in contents.session_sources if one.source_id == source.id
        )
        self._people = People(unit, self._conference.id, frozenset(written), mine)

    def run(self) -> Applied:
        """Write all of it."""
        unit = self._unit
        missing = [one for one in self._gone if one in self._bearing]
        removed = [one for one in self._gone if one not in self._bearing]
        for identity in missing:
            unit.put(_missing(self._sessions[identity]))
        for identity in removed:
            unit.delete(Session, identity)
        revised = new = 0
        for now, match in self._work:
            if match is None:
                self._come_in(now)
                new += 1
            else:
                self._revise(match)
                revised += bool(match.values)
        self._people.drop_unused()
        return Applied(self._conference.id, revised, new, len(missing), len(removed))

    def _has_record(self, match: Match) -> bool:
        record = match.now.record
        return record != "" and self._origin_of(match.known.session_id, match.now).record == record

    def _revise(self, match: Match) -> None:
        session, now = self._sessions[match.known.session_id], match.now
        origin = self._origin_of(session.id, now)
        facts = stored_facts(now.facts)
        before, after = session.given.title or "", facts.title or ""
        if same_title(before, after):  # a page may have taken the speakers out of it
            facts = replace(facts, title=min(before, after, key=len) or facts.title)
        revised = replace(
            session, given=facts, given_speakers=_named(match) or session.given_speakers
        )
        self._put(session, placed(revised, self._conference.timezone))
        told = replace(origin, key=stored(now.key), start=now.facts.start, record=now.record)
        self._put(origin, told)
        if not match.known.speakers_stay(now):
            self._people.revise(session.id, now.speakers)
        self._revise_links(session.id, now)

    def _origin_of(self, session_id: str, now: DraftSession) -> SessionSource:
        there = self._origins[session_id]
        same = [one for one in there if (one.key, one.start) == (now.key, now.facts.start)]
        same += [one for one in there if one.key == now.key]
        return next(iter((*same, *there)))

    def _revise_links(self, session_id: str, now: DraftSession) -> None:
        """Make the imported links what the schedule says; one's own stay, and stand for theirs."""
        there = self._links[session_id]
        own = {(one.kind, one.url) for one in there if one.origin is Origin.OWN}
        known = {(one.kind, one.url): one for one in there if one.origin is Origin.IMPORTED}
        for link in imported_links(session_id, now):
            place = link.kind, link.url
            if place not in own:
                old = known.pop(place, None)
                self._put(old, link if old is None else replace(link, id=old.id))
        for old in known.values():
            self._unit.delete(Link, old.id)

    def _put(self, old: object, new: object) -> None:
        if new != old:
            self._unit.put(new)

    def _come_in(self, now: DraftSession) -> None:
        unit, event_id = self._unit, self._source.event_id
        facts = stored_facts(now.facts)
        session = Session(new_id(), self._conference.id, event_id, facts, origin=Origin.IMPORTED)
        unit.put(placed(session, self._conference.timezone))
        unit.put(
            SessionSource(
                new_id(), session.id, self._source.id, stored(now.key), now.facts.start, now.record
            )
        )
        self._people.revise(session.id, now.speakers)
        for link in imported_links(session.id, now):
            unit.put(link)


def _named(match: Match) -> str | None:
    """Return whom a later schedule names beside a list of one's own, None where it says nothing."""
    if not match.known.own_speakers or not match.now.speakers:
        return None
    people = ((one.name, one.affiliation) for one in match.now.speakers)
    return spoken_text((stored_line(name), stored_line(company)) for name, company in people)


# -- rooms and tracks --------------------------------------------------------------------


def _names_follow(unit: Writing, conference: Conference, event_id: str, draft: Draft) -> None:
    """Make rooms and tracks those that sessions name, in the schedule's order."""
    if unit.get(Event, event_id) is None:
        return
    here = unit.all(Session, conference_id=conference.id, event_id=event_id)
    rooms = _in_use(here, "room")
    tracks = _in_use(here, "track")
    for room in _rooms(unit.all(Room, event_id=event_id), event_id, draft, rooms):
        unit.put(room)
    for room in unit.all(Room, event_id=event_id):
        if room.name not in rooms and room.name not in _listed(draft.rooms):
            unit.delete(Room, room.id)
    for track in _tracks(unit.all(Track, event_id=event_id), event_id, draft, tracks):
        unit.put(track)
    for track in unit.all(Track, event_id=event_id):
        if track.name not in tracks and track.name not in _listed(draft.tracks):
            unit.delete(Track, track.id)


def _in_use(sessions: Iterable[Session], name: str) -> set[str]:
    both = ((getattr(one.given, name), getattr(one.own, name)) for one in sessions)
    return {one for pair in both for one in pair if one}


def _listed(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    return {stored_line(name): fact for name, fact in reversed(pairs)}


def _order(
    listed: Sequence[tuple[str, str]],
    named: Iterable[str | None],
    there: Iterable[str],
    in_use: set[str],
) -> Iterator[str]:
    """Yield names: as the schedule lists them, as its sessions do, then others that are in use."""
    first = [stored_line(name) for name, _ in listed]
    rest = [stored_line(name) for name in named if name]
    known = set(there)
    for name in dict.fromkeys((*first, *rest, *there)):
        if name in first or (name in in_use and (name in rest or name in known)):
            yield name


def _rooms(there: Sequence[Room], event_id: str, draft: Draft, in_use: set[str]) -> Iterator[Room]:
    by_name = {one.name: one for one in there}
    keys = _listed(draft.rooms)
    named = (one.facts.room for one in draft.sessions)
    names = list(_order(draft.rooms, named, by_name, in_use))
    renamed = {one.source_key: one for one in there if one.source_key and one.name not in names}
    for position, name in enumerate(names):
        key = keys.get(name, "")
        old = by_name.get(name) or renamed.pop(key, None)
        if old is None:
            yield Room(new_id(), event_id, name, position, key)
        else:
            yield replace(old, name=name, position=position, source_key=key or old.source_key)


def _tracks(
    there: Sequence[Track], event_id: str, draft: Draft, in_use: set[str]
) -> Iterator[Track]:
    by_name = {one.name: one for one in there}
    colours = _listed(draft.tracks)
    named = (one.facts.track for one in draft.sessions)
    for position, name in enumerate(_order(draft.tracks, named, by_name, in_use)):
        old, colour = by_name.get(name), colours.get(name, "")
        if old is None:
            yield Track(new_id(), event_id, name, position, colour)
        else:
            yield replace(old, position=position, colour=colour or old.colour)
