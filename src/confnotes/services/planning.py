"""When things are: conference days and their numbers, sessions and their instants. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from confnotes.domain.conference import Conference, Day
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Origin, Session, SessionFacts
from confnotes.domain.text import folded, stored_line
from confnotes.domain.times import Planned, TimeForm, conference_date, form_of, resolve, zone

MAX_DAYS = 60
"""A conference that says it runs longer has days only where it has sessions."""


def check_zone(name: str) -> None:
    """Raise ConfnotesError timezone.unknown (name) when there is no such IANA zone."""
    try:
        zone(name)
    except ValueError as error:
        raise ConfnotesError("timezone.unknown", name=name) from error


def check_dates(starts: date | None, ends: date | None) -> None:
    """Raise ConfnotesError conference.ends_before_start (starts, ends)."""
    if starts is not None and ends is not None and ends < starts:
        raise ConfnotesError("conference.ends_before_start", starts=str(starts), ends=str(ends))


def check_times(facts: SessionFacts) -> None:
    """Raise ConfnotesError session.bad_time (value) or session.ends_before_start (start, end)."""
    for value in (facts.start, facts.end):
        try:
            form_of(value)
        except ValueError as error:
            raise ConfnotesError("session.bad_time", value=str(value)) from error
    if facts.duration is not None and facts.duration < 0:
        raise ConfnotesError("session.bad_time", value=str(facts.duration))
    if facts.start is not None and facts.end is not None:
        start, end = resolve(facts.start, "UTC"), resolve(facts.end, "UTC")
        same_form = form_of(facts.start) is form_of(facts.end)
        if same_form and start is not None and end is not None and end < start:
            raise ConfnotesError("session.ends_before_start", start=facts.start, end=facts.end)


def day_of(planned: Planned, start_at: datetime | None, conference: Conference) -> date | None:
    """Return the conference day of a session, None when it is not scheduled.

    What is planned for a date is on that date; an early morning belongs to the day before.
    """
    if planned.start is not None and form_of(planned.start) is TimeForm.DATE:
        return date.fromisoformat(planned.start)
    if start_at is None:
        return None
    return conference_date(start_at, conference.timezone, conference.day_begins)


def session_day(session: Session, conference: Conference) -> date | None:
    """Return the conference day of a session, None when it is not scheduled."""
    return day_of(session.planned, session.start_at, conference)


def placed(session: Session, timezone: str) -> Session:
    """Return the session with its instants worked out anew."""
    start, end = session.planned.span(timezone)
    return replace(session, start_at=start, end_at=end)


def all_dates(starts: date | None, ends: date | None, used: Iterable[date]) -> list[date]:
    """Return the dates of a conference in order: those it runs, and those with sessions."""
    dates = set(used)
    first = starts or (min(dates) if dates else ends)
    last = ends or (max(dates) if dates else starts)
    if first is not None and last is not None and (last - first).days < MAX_DAYS:
        dates.update(first + timedelta(days=n) for n in range((last - first).days + 1))
    return sorted(dates)


def numbered(dates: Sequence[date], starts: date | None) -> dict[date, int]:
    """Return the number of each day: 1 for the first, unless the conference starts later.

    Days before its start count back from 0 ("Day 0", the day of the co-located events).
    """
    before = sum(1 for one in dates if starts is not None and one < starts)
    if before == len(dates):  # a start after all there is says nothing
        before = 0
    return {one: n + 1 - before for n, one in enumerate(dates)}


def days_for(
    conference: Conference,
    existing: Sequence[Day],
    used: Collection[date],
    *,
    before: Conference | None = None,
) -> tuple[list[Day], list[Day]]:
    """Return (days to put, days to delete) so that every date has its day.

    A day goes only when nothing is on it and nobody labelled it. One that bears the number it
    would have been given is numbered anew, one that a person numbered keeps its number, and a new
    one is counted on from there. `before` is the conference as it was, where it was edited.
    """
    wanted = all_dates(conference.starts, conference.ends, used)
    kept = [day for day in existing if day.date in wanted or day.label]
    gone = [day for day in existing if day not in kept]
    begun = (before or conference).starts
    old = numbered(sorted(day.date for day in existing), begun)
    dates = sorted({*wanted, *(day.date for day in kept)})
    new = numbered(dates, conference.starts)
    by_hand = {day.date: day.number for day in kept if day.number != old[day.date]}
    shift = _shift(by_hand, new) if len(by_hand) == len(kept) else 0
    by_date = {day.date: day for day in kept}
    out: list[Day] = []
    for one in dates:
        number = by_hand.get(one, new[one] + shift)
        day = by_date.get(one) or Day(new_id(), conference.id, one, number)
        out.append(replace(day, number=number))
    return out, gone


def _shift(by_hand: Mapping[date, int], new: Mapping[date, int]) -> int:
    """Return how far days numbered by hand are from what they would be given, 0 where not all
    are as far; the first of them says where the count began before any was added."""
    ordered = sorted(by_hand)
    steps = {by_hand[one] - position for position, one in enumerate(ordered)}
    return by_hand[ordered[0]] - new[ordered[0]] if len(steps) == 1 else 0


def without(draft: Draft, there: Iterable[Session], conference: Conference) -> Draft:
    """Return a draft without the sessions of which a schedule brought one of that title at that
    time. One that was begun by hand is none of a schedule: the two are to be joined."""
    scheduled = [one for one in there if one.origin is Origin.IMPORTED]
    known = {(folded(one.title), one.start_at) for one in scheduled}
    known |= {(folded(one.given.title or ""), one.start_at) for one in scheduled}

    def place(one: DraftSession) -> tuple[str, datetime | None]:
        session = placed(Session("", conference.id, "", one.facts), conference.timezone)
        return folded(stored_line(one.facts.title or "")), session.start_at

    return replace(draft, sessions=tuple(one for one in draft.sessions if place(one) not in known))
