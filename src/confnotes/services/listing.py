"""Making the lists that windows and the command line show, out of what is in the notebook."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from confnotes.domain.conference import (
    Conference,
    Confidence,
    Day,
    Event,
    EventKind,
    Room,
    Speaker,
)
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.session import Credit, Link, Session
from confnotes.services.planning import session_day
from confnotes.services.views import ProgrammeView, SessionView, SpeakerView
from confnotes.storage.lists import NoteCounts
from confnotes.storage.reading import Reading

_LAST = datetime.max.replace(tzinfo=UTC)
T = TypeVar("T", Credit, Link)


def conference_of(unit: Reading, conference_id: str) -> Conference:
    """Return that conference; ConfnotesError conference.gone (id)."""
    found = unit.get(Conference, conference_id)
    if found is None:
        raise ConfnotesError("conference.gone", id=conference_id)
    return found


def session_of(unit: Reading, session_id: str) -> Session:
    """Return that session; ConfnotesError session.gone (id)."""
    found = unit.get(Session, session_id)
    if found is None:
        raise ConfnotesError("session.gone", id=session_id)
    return found


def programme_view(unit: Reading, conference_id: str) -> ProgrammeView:
    """Return a whole conference as lists: sessions by start, then room."""
    conference = conference_of(unit, conference_id)
    rooms = {(room.event_id, room.name): room.position for room in unit.within(Room, conference_id)}
    events = unit.within(Event, conference_id)
    sessions = sorted(
        unit.within(Session, conference_id), key=lambda session: _place(session, rooms)
    )
    credited = _by_session(unit.within(Credit, conference_id))
    links = _by_session(unit.within(Link, conference_id))
    speakers = {one.id: one for one in unit.within(Speaker, conference_id)}
    notes = unit.lists.notes(conference_id)
    views = [
        _view(session, conference, credited[session.id], links[session.id], speakers, notes)
        for session in sessions
    ]
    return ProgrammeView(
        conference,
        events,
        unit.within(Day, conference_id),
        tuple(view for view in views if not view.session.trashed),
        _in_order(rooms, events),
        tuple(view for view in views if view.session.trashed),
    )


def _in_order(rooms: Mapping[tuple[str, str], int], events: Sequence[Event]) -> tuple[str, ...]:
    """Return the names of rooms, event by event (the main one first), each once."""
    order = {
        event.id: (event.kind is not EventKind.MAIN, event.position, event.id) for event in events
    }
    placed = sorted(rooms, key=lambda key: (order[key[0]], rooms[key], key[1]))
    return tuple(dict.fromkeys(name for _event, name in placed))


def session_view(unit: Reading, session: Session) -> SessionView:
    """Return one session as lists show it."""
    credited = unit.all(Credit, session_id=session.id)
    speakers = unit.all(Speaker, id=[credit.speaker_id for credit in credited])
    return _view(
        session,
        conference_of(unit, session.conference_id),
        credited,
        unit.all(Link, session_id=session.id),
        {one.id: one for one in speakers},
        unit.lists.notes(session_id=session.id),
    )


def speaker_view(credit: Credit, speaker: Speaker) -> SpeakerView:
    """Return a speaker as a session shows them: own over printed there over the speaker's entry."""
    affiliation = speaker.own_affiliation
    if affiliation is None:
        affiliation = credit.affiliation or speaker.affiliation
    return SpeakerView(
        speaker.id,
        speaker.own_name or credit.name or speaker.name,
        affiliation,
        guessed=Confidence.GUESSED in (credit.confidence, speaker.confidence),
    )


def _view(
    session: Session,
    conference: Conference,
    credited: Sequence[Credit],
    links: Sequence[Link],
    speakers: Mapping[str, Speaker],
    notes: Mapping[str, NoteCounts],
) -> SessionView:
    counts = notes.get(session.id, NoteCounts())
    return SessionView(
        session,
        tuple(speaker_view(credit, speakers[credit.speaker_id]) for credit in credited),
        tuple(links),
        session_day(session, conference),
        counts.lines,
        counts.unclear,
        counts.todos,
        counts.pictures,
    )


def _place(session: Session, rooms: Mapping[tuple[str, str], int]) -> tuple[object, ...]:
    facts = session.facts
    room = facts.room or ""
    position = rooms.get((session.event_id, room), len(rooms))
    return session.start_at or _LAST, position, room, facts.title or "", session.id


def _by_session(rows: Sequence[T]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.session_id].append(row)
    return found
