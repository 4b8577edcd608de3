"""When a session begun by hand begins: now while the conference is on, else on the day shown."""

from datetime import date, datetime, timedelta

from confnotes.domain.session import Origin
from confnotes.domain.times import conference_date, zone
from confnotes.services.views import ProgrammeView

_AROUND = timedelta(days=1)
_AROUND_OWN = timedelta(days=7)
"""How far from sessions begun by hand a conference whose dates nobody gave may still be on."""


def today(programme: ProgrammeView, now: datetime) -> date:
    """Return the conference day of this moment."""
    conference = programme.conference
    return conference_date(now, conference.timezone, conference.day_begins)


def is_on(programme: ProgrammeView, now: datetime) -> bool:
    """Return whether the conference is on, in its own zone, with a day before and after.

    Where neither its dates nor a schedule say when it is, one's own sessions do, more loosely;
    where there are none of them either, it is on.
    """
    conference = programme.conference
    given = [day for day in (conference.starts, conference.ends) if day is not None]
    imported = [v.day for v in programme.sessions if v.day and v.session.origin is not Origin.OWN]
    own = [v.day for v in programme.sessions if v.day]
    days, around = (given + imported, _AROUND) if given or imported else (own, _AROUND_OWN)
    if not days:
        return True
    return min(days) - around <= today(programme, now) <= max(days) + around


def planned_start(programme: ProgrammeView, now: datetime, shown: date | None) -> str | None:
    """Return when a new session is planned: this moment while the conference is on, else the day
    shown (as a date, no time is made up; None where sessions without a time are shown)."""
    if is_on(programme, now):
        here = zone(programme.conference.timezone)
        return now.astimezone(here).isoformat(timespec="seconds")
    return None if shown is None else shown.isoformat()
