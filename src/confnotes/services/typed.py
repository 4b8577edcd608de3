"""Sessions of a timetable that was typed or pasted: begun by hand, several at once."""

from collections.abc import Sequence
from datetime import date

from confnotes.domain.draft import DraftSession
from confnotes.domain.identity import new_id
from confnotes.domain.session import Session
from confnotes.domain.text import folded
from confnotes.schedule.typed import Frame, read_typed
from confnotes.services import crediting
from confnotes.services.arriving import stored_facts
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of
from confnotes.services.planning import placed
from confnotes.services.programme import main_event
from confnotes.services.views import ProgrammeView
from confnotes.storage.writing import Writing


def read(view: ProgrammeView, text: str, day: date) -> tuple[DraftSession, ...]:
    """Return what a timetable says that the programme does not have yet: a session of that title
    at that time. `day`: of the lines above the first one that names a day."""
    conference = view.conference
    frame = Frame(
        day,
        {one.number: one.date for one in view.days},
        tuple(dict.fromkeys(one.session.facts.room or "" for one in view.sessions)),
        conference.day_begins,
    )
    there = {(folded(one.session.title), one.session.start_at) for one in view.sessions}
    coming: dict[object, DraftSession] = {}
    for one in read_typed(text, frame):
        session = placed(Session("", conference.id, "", one.facts), conference.timezone)
        coming.setdefault((folded(session.title), session.start_at), one)
    return tuple(one for place, one in coming.items() if place not in there)


def add(unit: Writing, conference_id: str, sessions: Sequence[DraftSession]) -> tuple[str, ...]:
    """Put sessions into a conference as begun by hand, and return their ids."""
    conference = conference_of(unit, conference_id)
    event = main_event(unit, conference_id)
    made = []
    for one in sessions:
        session = Session(new_id(), conference_id, event.id, stored_facts(one.facts))
        made.append(session.id)
        unit.put(placed(session, conference.timezone))
        if one.speakers:
            people = [(speaker.name, speaker.affiliation) for speaker in one.speakers]
            crediting.set_speakers(unit, session, people)
    update_days(unit, conference)
    return tuple(made)
