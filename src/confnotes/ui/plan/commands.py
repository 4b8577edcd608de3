"""What Plan asks of the services, ready to be done on the writing thread."""

from collections.abc import Callable
from dataclasses import replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Conference
from confnotes.domain.session import Origin, SessionFacts, SessionKind
from confnotes.domain.times import Planned, resolve
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.parts.conference_form import ConferenceFacts
from confnotes.ui.plan.rows import (
    SessionInput,
    credits_of,
    own_facts,
    planned_start,
    seconds_of,
)


def new_session(
    services: Services, conference: Conference, typed: SessionInput, initiator: object
) -> Callable[[], str]:
    """Return what makes the session and returns its id; InputError at once for a bad field."""
    start, duration = planned_start(typed, conference), seconds_of(typed.minutes)
    speakers = credits_of(typed.speakers)

    def make() -> str:
        session_id, _ = services.programme.add_session(
            conference.id,
            typed.title,
            SessionKind(typed.kind),
            start=start,
            duration=duration if start is not None and "T" in start else None,
            room=typed.room or None,
            more=typed.more,
            initiator=initiator,
        )
        if speakers:
            services.programme.set_speakers(session_id, speakers, initiator=initiator)
        return session_id

    return make


def edited_session(
    services: Services,
    conference: Conference,
    view: SessionView,
    typed: SessionInput,
    initiator: object,
) -> Callable[[], str]:
    """Return what keeps a session as edited; of an imported one only what differs is one's own."""
    session = view.session
    start, duration = planned_start(typed, conference), seconds_of(typed.minutes)
    speakers = credits_of(typed.speakers)
    before = [(s.name, s.affiliation) for s in view.speakers]
    times = _times(session.facts, start, duration, view, conference.timezone)
    more = typed.more
    wanted = replace(
        session.given,
        subtitle=more.subtitle,
        abstract=more.abstract,
        format=more.format,
        code=more.code,
        language=more.language,
        track=more.track,
        state=more.state,
        title=typed.title,
        kind=_kind(typed, session.facts),
        room=typed.room or None,
        start=times.start,
        end=times.end,
        duration=times.duration,
    )
    own = wanted if session.origin is Origin.OWN else own_facts(wanted, session.given)

    def keep() -> str:
        services.programme.edit_session(session.id, own, initiator=initiator)
        if speakers != before:
            services.programme.set_speakers(session.id, speakers, initiator=initiator)
        return session.id

    return keep


def _kind(typed: SessionInput, facts: SessionFacts) -> SessionKind | None:
    """Return the kind typed; what no schedule named a talk stays unnamed."""
    kind = SessionKind(typed.kind)
    return None if facts.kind is None and kind is SessionKind.TALK else kind


def _times(
    facts: SessionFacts, start: str | None, duration: int | None, view: SessionView, zone: str
) -> Planned:
    """Return when it is planned as edited; as it was when the form says the same."""
    if _same_start(facts, start, view, zone) and _same_length(duration, view):
        return Planned(facts.start, facts.end, facts.duration)
    timed = start is not None and "T" in start
    return Planned(start, None, duration if timed else None)


def _same_start(facts: SessionFacts, start: str | None, view: SessionView, zone: str) -> bool:
    at = view.session.start_at
    if start is None or at is None:
        return start == facts.start
    if "T" not in start:
        return start == facts.start
    return "T" in (facts.start or "") and resolve(start, zone) == at


def _same_length(duration: int | None, view: SessionView) -> bool:
    start, end = view.session.start_at, view.session.end_at
    if start is None or end is None:
        return duration is None
    return duration is not None and duration == round((end - start).total_seconds() / 60) * 60


def edited_conference(
    services: Services, conference: Conference, facts: ConferenceFacts, initiator: object
) -> Callable[[], ChangeSet]:
    """Return what keeps the facts of a conference; a name over an imported one is one's own."""
    own = facts.name if facts.name != conference.name else None
    edited = replace(
        conference,
        own_name=own,
        timezone=facts.timezone or conference.timezone,
        timezone_confirmed=True,
        starts=facts.starts,
        ends=facts.ends,
        venue=facts.venue,
        city=facts.city,
    )
    return lambda: services.programme.edit_conference(edited, initiator=initiator)
