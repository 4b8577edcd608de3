"""Conferences, events and sessions: lists of them, and what a person changes in them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Choice
from confnotes.domain.conference import Conference, Day, Event, EventKind, Shelf
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Origin, Session, SessionFacts, SessionKind
from confnotes.domain.text import folded, stored, stored_line
from confnotes.services import crediting
from confnotes.services.base import Service
from confnotes.services.days import update_days
from confnotes.services.listing import (
    conference_of,
    programme_view,
    session_of,
    session_view,
)
from confnotes.services.planning import (
    check_dates,
    check_times,
    check_zone,
    placed,
)
from confnotes.services.shelves import shelves, trashed
from confnotes.services.views import ConferenceSummary, ProgrammeView, SessionView
from confnotes.storage.reading import Reading


class ProgrammeService(Service):
    """What is planned, and what was chosen of it."""

    def conferences(self, *, trashed: bool = False) -> tuple[ConferenceSummary, ...]:
        """Return the conferences, the one that begins last first; with `trashed` also those in
        the trash."""
        with self._notebook.reading() as unit:
            away = shelves(unit)
            totals = unit.lists.totals()
            days = unit.lists.days()
            found = sorted(unit.all(Conference), key=_newest, reverse=True)
            return tuple(
                ConferenceSummary(
                    one,
                    totals[one.id].sessions,
                    totals[one.id].attended,
                    days.get(one.id, 0),
                    away.get(one.id),
                )
                for one in found
                if trashed or away.get(one.id) is not Shelf.TRASHED
            )

    def find(self, name: str | None) -> Conference:
        """Return the conference of that id or name (None: the only one there is). One that is in
        the trash has no name any more, but its id.

        ConfnotesError conference.none, conference.several (names), conference.unknown (name,
        names).
        """
        with self._notebook.reading() as unit:
            there = sorted(unit.all(Conference), key=_newest, reverse=True)
            away = trashed(unit)
        if asked := [one for one in there if one.id == name]:
            return asked[0]
        every = [one for one in there if one.id not in away]
        if not every:
            raise ConfnotesError("conference.none")
        found = every if name is None else [one for one in every if _is_called(one, name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise ConfnotesError("conference.unknown", name=name or "", names=_names(every))
        raise ConfnotesError("conference.several", names=_names(found))

    def view(self, conference_id: str) -> ProgrammeView:
        """Return a whole conference as lists; ConfnotesError conference.gone (id)."""
        with self._notebook.reading() as unit:
            return programme_view(unit, conference_id)

    def session(self, session_id: str) -> SessionView:
        """Return one session; ConfnotesError session.gone (id)."""
        with self._notebook.reading() as unit:
            return session_view(unit, session_of(unit, session_id))

    def create_conference(
        self,
        name: str,
        timezone: str,
        *,
        starts: date | None = None,
        ends: date | None = None,
        venue: str = "",
        city: str = "",
        initiator: object = None,
    ) -> tuple[str, ChangeSet]:
        """Return the id of a new conference with its main event and its days.

        ConfnotesError conference.no_name, timezone.unknown, conference.ends_before_start.
        """
        name = _named(name, "conference.no_name")
        check_zone(timezone)
        check_dates(starts, ends)
        conference = Conference(
            new_id(),
            name,
            timezone,
            timezone_confirmed=True,
            starts=starts,
            ends=ends,
            venue=stored_line(venue),
            city=stored_line(city),
        )
        with self._change(initiator) as unit:
            unit.put(conference)
            unit.put(Event(new_id(), conference.id, EventKind.MAIN, name))
            update_days(unit, conference)
        return conference.id, unit.changes

    def edit_conference(self, conference: Conference, *, initiator: object = None) -> ChangeSet:
        """Keep a conference as edited. Another zone moves wall times, and days follow.

        ConfnotesError as for a new one, and conference.gone (id).
        """
        check_zone(conference.timezone)
        check_dates(conference.starts, conference.ends)
        _named(conference.title, "conference.no_name")
        with self._change(initiator) as unit:
            before = conference_of(unit, conference.id)
            unit.put(conference)
            if conference.timezone != before.timezone:
                sessions = unit.all(Session, conference_id=conference.id)
                unit.put(*(placed(session, conference.timezone) for session in sessions))
            update_days(unit, conference, before=before)
        return unit.changes

    def edit_day(self, day: Day, *, initiator: object = None) -> ChangeSet:
        """Keep a day's number and label as edited."""
        with self._change(initiator) as unit:
            unit.put(replace(day, label=stored_line(day.label)))
        return unit.changes

    def add_event(
        self,
        conference_id: str,
        name: str,
        *,
        starts: date | None = None,
        ends: date | None = None,
        initiator: object = None,
    ) -> tuple[str, ChangeSet]:
        """Return the id of a new co-located event; ConfnotesError event.no_name."""
        name = _named(name, "event.no_name")
        check_dates(starts, ends)
        with self._change(initiator) as unit:
            conference = conference_of(unit, conference_id)
            there = unit.all(Event, conference_id=conference_id)
            position = max((one.position for one in there), default=-1) + 1
            event = Event(
                new_id(),
                conference_id,
                EventKind.COLOCATED,
                name,
                position,
                starts=starts,
                ends=ends,
            )
            unit.put(event)
            update_days(unit, conference)
        return event.id, unit.changes

    def edit_event(self, event: Event, *, initiator: object = None) -> ChangeSet:
        """Keep an event as edited; ConfnotesError event.no_name, conference.ends_before_start."""
        _named(event.title, "event.no_name")
        check_dates(event.starts, event.ends)
        with self._change(initiator) as unit:
            unit.put(event)
            update_days(unit, conference_of(unit, event.conference_id))
        return unit.changes

    def delete_event(self, event_id: str, *, initiator: object = None) -> ChangeSet:
        """Delete a co-located event.

        ConfnotesError event.is_main, event.has_sessions (name, count), event.has_trashed (name,
        count) when all of them are in the trash, event.gone (id).
        """
        with self._change(initiator) as unit:
            event = _event(unit, event_id)
            if event.kind is EventKind.MAIN:
                raise ConfnotesError("event.is_main", name=event.title)
            there = unit.all(Session, event_id=event_id)
            if there:
                thrown = all(one.trashed for one in there)
                code = "event.has_trashed" if thrown else "event.has_sessions"
                raise ConfnotesError(code, name=event.title, count=len(there))
            unit.delete(Event, event_id)
            update_days(unit, conference_of(unit, event.conference_id))
        return unit.changes

    def add_session(
        self,
        conference_id: str,
        title: str,
        kind: SessionKind = SessionKind.TALK,
        *,
        event_id: str | None = None,
        start: str | None = None,
        duration: int | None = None,
        room: str | None = None,
        more: SessionFacts | None = None,
        initiator: object = None,
    ) -> tuple[str, ChangeSet]:
        """Return the id of a session that no schedule has; `start` as planned, duration seconds,
        `more` the rest of its facts.

        ConfnotesError session.no_title, session.bad_time (value), conference.gone, event.gone.
        """
        given = replace(
            _tidy(more or SessionFacts()),
            title=_named(title, "session.no_title"),
            kind=kind,
            room=room or None,
            start=start,
            duration=duration,
        )
        check_times(given)
        with self._change(initiator) as unit:
            conference = conference_of(unit, conference_id)
            event = _event(unit, event_id) if event_id else main_event(unit, conference_id)
            session = placed(Session(new_id(), conference_id, event.id, given), conference.timezone)
            unit.put(session)
            update_days(unit, conference)
        return session.id, unit.changes

    def edit_session(
        self, session_id: str, own: SessionFacts, *, initiator: object = None
    ) -> ChangeSet:
        """Keep a session's facts as edited: all of a hand-made one, the own ones of an imported;
        of these a text that is emptied ("") stays so, whatever its schedule says.

        ConfnotesError session.no_title, session.bad_time, session.ends_before_start,
        session.gone.
        """
        check_times(own)
        with self._change(initiator) as unit:
            session = session_of(unit, session_id)
            own = _tidy(own, emptied="" if session.origin is Origin.IMPORTED else None)
            if session.origin is Origin.OWN:
                _named(own.title or "", "session.no_title")
                session = replace(session, given=own)
            else:
                session = replace(session, own=own)
            conference = conference_of(unit, session.conference_id)
            unit.put(placed(session, conference.timezone))
            update_days(unit, conference)
        return unit.changes

    def choose_session(
        self, session_id: str, choice: Choice, *, initiator: object = None
    ) -> ChangeSet:
        """Keep what was chosen of a session, and why."""
        with self._change(initiator) as unit:
            choice = replace(choice, reason=stored(choice.reason))
            unit.put(replace(session_of(unit, session_id), choice=choice))
        return unit.changes

    def choose_event(self, event_id: str, choice: Choice, *, initiator: object = None) -> ChangeSet:
        """Keep what was chosen of an event, and why."""
        with self._change(initiator) as unit:
            choice = replace(choice, reason=stored(choice.reason))
            unit.put(replace(_event(unit, event_id), choice=choice))
        return unit.changes

    def set_speakers(
        self,
        session_id: str,
        speakers: Sequence[tuple[str, str]],
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Keep who speaks, as (name, affiliation) in order; who is known already is not doubled."""
        with self._change(initiator) as unit:
            crediting.set_speakers(unit, session_of(unit, session_id), speakers)
        return unit.changes


def main_event(unit: Reading, conference_id: str) -> Event:
    """Return the main event of a conference; ConfnotesError event.gone (id)."""
    for event in unit.all(Event, conference_id=conference_id):
        if event.kind is EventKind.MAIN:
            return event
    raise ConfnotesError("event.gone", id=conference_id)


def _event(unit: Reading, event_id: str) -> Event:
    event = unit.get(Event, event_id)
    if event is None:
        raise ConfnotesError("event.gone", id=event_id)
    return event


def _named(name: str, code: str) -> str:
    name = stored_line(name).strip()
    if not name:
        raise ConfnotesError(code)
    return name


def _tidy(facts: SessionFacts, emptied: str | None = None) -> SessionFacts:
    """Return the facts as stored; `emptied` is what an emptied text becomes, but for the title:
    every session has one."""

    def said(text: str | None) -> str | None:
        return None if text is None else stored_line(text).strip() or emptied

    abstract = facts.abstract
    return replace(
        facts,
        title=said(facts.title) or None,
        subtitle=said(facts.subtitle),
        abstract=None if abstract is None else stored(abstract).strip() or emptied,
        format=said(facts.format),
        code=said(facts.code),
        language=said(facts.language),
        room=said(facts.room),
        track=said(facts.track),
    )


def _is_called(conference: Conference, name: str) -> bool:
    names = (conference.id, conference.name, conference.own_name, conference.short_name)
    return folded(name).strip() in {folded(one).strip() for one in names if one}


def _names(conferences: Sequence[Conference]) -> str:
    return ", ".join(one.title for one in conferences)


def _newest(conference: Conference) -> tuple[str, str]:
    return str(conference.starts or ""), conference.title
