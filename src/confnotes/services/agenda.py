"""One's own agenda: what one goes to, as a list and as a calendar file."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from confnotes.domain.choice import Intent
from confnotes.domain.conference import Conference, Event, EventKind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.session import LinkKind, LinkState, SessionState
from confnotes.domain.times import TimeForm, form_of
from confnotes.services.base import Service
from confnotes.services.calendar_file import Entry, calendar_file
from confnotes.services.files import write_synced
from confnotes.services.listing import programme_view
from confnotes.services.views import SessionView


@dataclass(frozen=True, slots=True)
class Agenda:
    """What one goes to (and considers, where asked): sessions by start, and co-located events.

    `loose` counts the chosen sessions that have no time yet; they are not in `sessions`.
    """

    conference: Conference
    sessions: tuple[SessionView, ...]
    events: tuple[Event, ...]
    loose: int = 0


class AgendaService(Service):
    """Reads only."""

    def agenda(self, conference_id: str, *, considered: bool = False) -> Agenda:
        """Return one's agenda; ConfnotesError conference.gone (id)."""
        wanted = {Intent.GOING} | ({Intent.CONSIDERED} if considered else set())
        with self._notebook.reading() as unit:
            view = programme_view(unit, conference_id)
        chosen = [
            v
            for v in view.sessions
            if v.session.choice.intent in wanted and v.session.shelf is None
        ]
        timed = tuple(v for v in chosen if v.session.start_at is not None)
        events = tuple(
            event
            for event in view.events
            if event.kind is EventKind.COLOCATED and event.choice.intent in wanted
        )
        return Agenda(view.conference, timed, events, len(chosen) - len(timed))

    def calendar(self, conference_id: str, *, considered: bool = False) -> bytes:
        """Return one's agenda as an iCalendar file; what is only considered is tentative in it.

        ConfnotesError conference.gone (id), agenda.nothing_chosen (name).
        """
        agenda = self.agenda(conference_id, considered=considered)
        dated = [event for event in agenda.events if event.starts is not None]
        if not agenda.sessions and not dated:
            raise ConfnotesError("agenda.nothing_chosen", name=agenda.conference.title)
        where = agenda.conference.venue
        entries = [_event_entry(event, where) for event in dated]
        entries += [_session_entry(view, where) for view in agenda.sessions]
        zone = agenda.conference.timezone
        return calendar_file(agenda.conference.title, zone, entries, self._notebook.clock())

    def write(self, conference_id: str, path: Path, *, considered: bool = False) -> Agenda:
        """Write the calendar at `path`, whole or not at all, and return what is in it.

        ConfnotesError as for `calendar`, and agenda.cannot_write (path, detail).
        """
        data = self.calendar(conference_id, considered=considered)
        try:
            write_synced(path, data)
        except OSError as error:
            detail = error.strerror or str(error)
            raise ConfnotesError("agenda.cannot_write", path=str(path), detail=detail) from error
        return self.agenda(conference_id, considered=considered)


def _session_entry(view: SessionView, venue: str) -> Entry:
    session, facts = view.session, view.session.facts
    starts, ends = _span(view)
    pages = (
        link.url
        for link in view.links
        if link.kind is LinkKind.PAGE and link.state is LinkState.THERE and link.url
    )
    return Entry(
        session.id,
        session.title,
        starts,
        ends,
        ", ".join(part for part in (facts.room, venue) if part),
        "\n".join(part for part in (_speakers(view), facts.track) if part),
        next(pages, ""),
        _status(session.choice.intent, cancelled=facts.state is SessionState.CANCELLED),
        session.choice.intent is not Intent.GOING or facts.state is SessionState.CANCELLED,
    )


def _span(view: SessionView) -> tuple[datetime | date, datetime | date | None]:
    """Return start and end, both instants or both dates; ValueError without a start."""
    facts, session = view.session.facts, view.session
    if facts.start is not None and form_of(facts.start) is TimeForm.DATE:
        first, last = date.fromisoformat(facts.start), None
        if facts.end is not None and form_of(facts.end) is TimeForm.DATE:
            last = date.fromisoformat(facts.end)
        return first, last
    if session.start_at is None:
        raise ValueError(session.id)
    return session.start_at, session.end_at


def _speakers(view: SessionView) -> str:
    return ", ".join(
        f"{s.name} ({s.affiliation})" if s.affiliation else s.name for s in view.speakers
    )


def _event_entry(event: Event, venue: str) -> Entry:
    if event.starts is None:
        raise ValueError(event.id)
    return Entry(
        event.id,
        event.title,
        event.starts,
        event.ends,
        event.venue or venue,
        url=event.url,
        status=_status(event.choice.intent, cancelled=False),
        free=True,
    )


def _status(intent: Intent, *, cancelled: bool) -> str:
    """Return the STATUS of a VEVENT (RFC 5545, 3.8.1.11)."""
    if cancelled:
        return "CANCELLED"
    return "CONFIRMED" if intent is Intent.GOING else "TENTATIVE"
