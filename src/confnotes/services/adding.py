"""Another schedule into a conference that is there: more of it, or an event beside it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from confnotes.domain.conference import (
    Conference,
    Event,
    EventKind,
    FeedState,
    Room,
    Speaker,
    Track,
)
from confnotes.domain.draft import Draft
from confnotes.domain.identity import new_id
from confnotes.domain.session import Session
from confnotes.domain.text import stored_line
from confnotes.services.arriving import programme
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of
from confnotes.services.planning import placed, session_day, without
from confnotes.services.programme import main_event
from confnotes.services.reimport import Applied
from confnotes.storage.writing import Writing


def add(
    unit: Writing,
    conference_id: str,
    draft: Draft,
    event_name: str,
    source_name: str,
    sha256: str,
    feed: FeedState | None,
) -> Applied:
    """Put a schedule into a conference, as the event of that name beside it ("": as more of the
    main event). What it has of sessions that are there already comes in no second time.

    ConfnotesError conference.gone (id).
    """
    before = unit.programme_rows(conference_id)
    conference = conference_of(unit, conference_id)
    here = unit.all(Session, conference_id=conference_id)
    draft = without(draft, here, conference)
    event = main_event(unit, conference_id)
    if event_name:
        event = _beside(unit, conference, draft, event_name)
    people = unit.all(Speaker, conference_id=conference_id)
    coming = programme(draft, conference, event, source_name, sha256, unit.now, feed, people)
    rooms, tracks = unit.all(Room, event_id=event.id), unit.all(Track, event_id=event.id)
    for group in (
        (event,),
        (coming.source,),
        coming.feeds,
        _more(coming.rooms, rooms),
        _more(coming.tracks, tracks),
        coming.speakers,
        coming.sessions,
        coming.credits,
        coming.sources,
        coming.links,
    ):
        unit.put(*group)
    update_days(unit, conference)
    return Applied(conference_id, new=len(coming.sessions), rows=unit.changed_rows(before))


def _beside(unit: Writing, conference: Conference, draft: Draft, name: str) -> Event:
    there = unit.all(Event, conference_id=conference.id)
    days = sorted(
        day
        for one in draft.sessions
        if (
            day := session_day(
                placed(Session("", conference.id, "", one.facts), conference.timezone), conference
            )
        )
    )
    return Event(
        new_id(),
        conference.id,
        EventKind.COLOCATED,
        stored_line(name).strip(),
        max((one.position for one in there), default=-1) + 1,
        starts=days[0] if days else None,
        ends=days[-1] if days else None,
        venue=stored_line(draft.venue).strip(),
        url=draft.url,
    )


Named = TypeVar("Named", Room, Track)


def _more(coming: Iterable[Named], there: Iterable[Named]) -> list[Named]:
    """Return what is not there yet, after what is."""
    names = {one.name for one in there}
    first = max((one.position for one in there), default=-1) + 1
    fresh = [one for one in coming if one.name not in names]
    return [replace(one, position=first + number) for number, one in enumerate(fresh)]
