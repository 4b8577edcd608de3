"""The days of a conference, kept to what is on them."""

from confnotes.domain.conference import Conference, Day, Event
from confnotes.domain.session import Session
from confnotes.services.planning import days_for, session_day
from confnotes.storage.writing import Writing


def update_days(unit: Writing, conference: Conference, *, before: Conference | None = None) -> None:
    """Give every date of the conference its day, but for what is in the trash; `before` is how the
    conference was until now."""
    sessions = (one for one in unit.all(Session, conference_id=conference.id) if not one.trashed)
    used = {on for one in sessions if (on := session_day(one, conference)) is not None}
    events = unit.all(Event, conference_id=conference.id)
    used |= {one for event in events for one in (event.starts, event.ends) if one is not None}
    existing = unit.all(Day, conference_id=conference.id)
    put, gone = days_for(conference, existing, used, before=before)
    for day in gone:
        unit.delete(Day, day.id)
    unit.put(*put)
