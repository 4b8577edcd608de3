"""Indico: `/export/event/<id>.json?detail=contributions` (or `sessions`).

Times are objects of date, time and zone, and the zone is the one that the download asked for:
the three are always read together. Speakers have their affiliation. What Indico says of the event
itself (its description may hold passwords of video rooms) is not kept.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftLink, DraftSpeaker
from confnotes.domain.errors import ScheduleError
from confnotes.domain.session import SessionFacts
from confnotes.domain.times import zone
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.limits import MAX_LINKS, MAX_SPEAKERS
from confnotes.schedule.links import distinct, link, page
from confnotes.schedule.people import speaker_of
from confnotes.schedule.programs.common import (
    Head,
    Place,
    Reading,
    key_of,
    minutes_in,
    numbered,
    span,
)
from confnotes.schedule.prose import body, single
from confnotes.schedule.values import Record, as_json, first_text, records, text_of
from confnotes.schedule.when import iso
from confnotes.schedule.zones import known_zone

_TOO_LONG = 32


def read_indico(whole: Any, findings: Findings) -> Draft:
    """Return the draft of an event's export.

    Raises ScheduleError `schedule.not_yet` for an export that is no event with its programme
    (`/export/timetable`, a category's list of events), and as `Reading.draft` does.
    """
    results = whole.get("results")
    if isinstance(results, Mapping) and results:
        raise ScheduleError("schedule.not_yet", kind="Indico timetable")
    events = records(results)
    if len(events) > 1:
        raise ScheduleError("schedule.not_yet", kind="Indico category")
    event = events[0] if events else {}
    reading = Reading(findings)
    for entry, place in reading.events(_entries(event)):
        reading.add(_found(entry, place, findings))
    return reading.draft(
        Head(
            SourceKind.INDICO,
            title=single(first_text(event, "title")),
            timezone=first_text(event, "timezone"),
            timezone_field="timezone",
            starts=_day(event.get("startDate")),
            ends=_day(event.get("endDate")),
            venue=single(first_text(event, "location")),
            url=first_text(event, "url"),
        )
    )


def _entries(event: Record) -> Iterator[Place]:
    """Yield the contributions, those within sessions too, and the sessions that have none."""
    path = "results[0]"
    yield from numbered(event.get("contributions"), f"{path}.contributions")
    for block, place in numbered(event.get("sessions"), f"{path}.sessions"):
        given = block.get("contributions") if isinstance(block, dict) else None
        inner = list(numbered(given, f"{place}.contributions"))
        if not inner:
            yield block, place
        for entry, inner_place in inner:
            yield _within(block, entry), inner_place


def _within(block: object, entry: object) -> object:
    """Return a contribution with the name of the session around it, where it has none."""
    if not isinstance(block, dict) or not isinstance(entry, dict):
        return entry
    return {"session": block.get("title"), **entry}


def _day(value: object) -> date | None:
    found = iso(first_text(value, "date")) if isinstance(value, Mapping) else None
    return found.date() if isinstance(found, datetime) else found


def _found(entry: Record, place: str, findings: Findings) -> Found:
    title = single(first_text(entry, "title"))
    words = single(first_text(entry, "type"))
    times = span(
        _moment(entry, "startDate", place, findings, needed=True),
        _moment(entry, "endDate", place, findings),
        minutes_in(entry, "duration", place, findings),
        place,
        findings,
    )
    facts = SessionFacts(
        title=title or None,
        abstract=body(first_text(entry, "description"), findings, place) or None,
        kind=kind_of(title, words),
        format=words or None,
        code=single(first_text(entry, "code"), 60) or None,
        room=single(first_text(entry, "room", "roomFullname")) or None,
        track=single(text_of(entry.get("track")) or text_of(entry.get("session"))) or None,
        state=state_of(title),
    )
    return Found(
        key_of(entry, "db_id", "id"),
        times.of(facts),
        _speakers(entry, findings, place),
        _links(entry),
        as_json(entry),
        place,
    )


def _moment(
    entry: Record, name: str, place: str, findings: Findings, *, needed: bool = False
) -> datetime | date | None:
    """Return the time of a triple of date, time and zone; a bare text is read as ISO 8601."""
    given = entry.get(name)
    if given in (None, "", {}):
        if needed:
            findings.missing("schedule.no_start", place)
        return None
    named = ""
    if isinstance(given, Mapping):
        named = first_text(given, "tz")
        text = f"{first_text(given, 'date')}T{first_text(given, 'time')}".rstrip("T")
    else:
        text = text_of(given)
    found = iso(text)
    if found is None:
        findings.missing("schedule.bad_time", place, field=name, value=text[:60])
    if not isinstance(found, datetime) or found.tzinfo is not None or not named:
        return found
    known = known_zone(named)
    if known is None:
        findings.assumed("schedule.unknown_tzid", place, zone=named[:80], count=1)
        return found
    return found.replace(tzinfo=zone(known))


def _speakers(entry: Record, findings: Findings, place: str) -> tuple[DraftSpeaker, ...]:
    """Return the speakers. Authors and conveners are none: many of them are not there."""
    found: dict[tuple[str, str], DraftSpeaker] = {}
    for one in records(entry.get("speakers"))[:MAX_SPEAKERS]:
        last, comma, first = first_text(one, "fullName").partition(",")
        turned = {"name": f"{first.strip()} {last.strip()}"} if comma else {}
        own = f"{first_text(one, 'first_name')} {first_text(one, 'last_name')}".strip()
        named = {"name": own} if own else turned
        # The person's own id: `id` counts the people of one contribution.
        keys = {"id": first_text(one, "person_id")}
        speaker = speaker_of({**one, **keys, **named}, findings, place)
        if speaker is not None:
            found.setdefault((speaker.name, speaker.key), speaker)
    return tuple(found.values())


def _links(entry: Record) -> tuple[DraftLink, ...]:
    attached = [
        link(
            first_text(one, "download_url", "link_url", "url"),
            first_text(one, "title", "filename"),
            attached=True,
        )
        for folder in (*records(entry.get("folders")), *records(entry.get("material")))[:_TOO_LONG]
        for one in (
            *records(folder.get("attachments")),
            *records(folder.get("resources")),
        )[:MAX_LINKS]
    ]
    return distinct((page(first_text(entry, "url")), *attached))
