"""A calendar file, made into a draft."""

from collections import Counter
from dataclasses import dataclass, replace

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ScheduleError
from confnotes.domain.times import TimeForm, form_of
from confnotes.schedule.assemble import Found, in_order, with_keys, within
from confnotes.schedule.findings import Findings
from confnotes.schedule.ical.components import Calendar, Event, read_components
from confnotes.schedule.ical.events import EventReader
from confnotes.schedule.ical.lines import content_lines, unfolded
from confnotes.schedule.ical.people import People
from confnotes.schedule.ical.profile import Profile, profile_of
from confnotes.schedule.ical.times import ZoneBook
from confnotes.schedule.ical.titles import Titles
from confnotes.schedule.limits import MAX_SESSIONS
from confnotes.schedule.links import whole
from confnotes.schedule.places import Places, places_of
from confnotes.schedule.prose import entities_once, single
from confnotes.schedule.when import planned
from confnotes.schedule.zones import is_placeless, known_zone, zones_of_place


@dataclass(frozen=True, slots=True)
class _ZoneFound:
    name: str | None = None
    source: str = ""


def read_calendar(data: bytes) -> Draft:
    """Return the draft of an iCalendar file (UTF-8 or a one-byte or Japanese encoding).

    Raises ScheduleError: `schedule.truncated`, `schedule.no_sessions`, `schedule.nothing_readable`.
    """
    findings = Findings()
    decoded, numbers = unfolded(data)
    decoded.tell(findings)
    calendar = read_components(content_lines(decoded.text, numbers), findings)
    if calendar.count > 1:
        findings.assumed("schedule.several_calendars", count=calendar.count)
    profile = profile_of(calendar)
    zones = ZoneBook.of(calendar.zones)
    places = places_of([entities_once(event.text("LOCATION")) for event in calendar.events])
    found = _sessions(calendar, profile, zones, places, findings)
    zones.tell(findings)
    named = _zone(calendar, zones, findings)
    kept = within(found, max(len(found), len(calendar.events)), findings)
    return _draft(profile, with_keys(kept, findings), places, named, findings)


def _sessions(
    calendar: Calendar, profile: Profile, zones: ZoneBook, places: Places, findings: Findings
) -> list[Found]:
    reader = EventReader(
        profile,
        zones,
        places,
        People.of_events(calendar.events),
        findings,
        _overrides(calendar.events, zones),
        Titles.of(
            profile.producer,
            [single(entities_once(event.text("SUMMARY"))) for event in calendar.events],
        ),
    )
    found: list[Found] = []
    for event in calendar.events:
        if len(found) > MAX_SESSIONS:
            break
        found += reader.read(event)
    reader.titles.tell(findings)
    if not calendar.events:
        raise ScheduleError("schedule.no_sessions")
    if not found:
        raise ScheduleError("schedule.nothing_readable", count=len(calendar.events))
    return found


def _overrides(events: list[Event], zones: ZoneBook) -> dict[str, set[str]]:
    """Return, by UID, the occurrences that an event of their own replaces (RECURRENCE-ID)."""
    replaced: dict[str, set[str]] = {}
    for event in events:
        line = event.first("RECURRENCE-ID")
        moment = zones.moment(line) if line else None
        if moment is not None:
            replaced.setdefault(event.text("UID"), set()).add(planned(moment))
    return replaced


def _zone(calendar: Calendar, zones: ZoneBook, findings: Findings) -> _ZoneFound:
    """Return the conference's zone as far as the calendar says it. UTC says nothing of a place:
    sched.com writes X-WR-TIMEZONE:UTC whatever the venue."""
    given = calendar.text("X-WR-TIMEZONE") or calendar.text("TIMEZONE-ID")
    name = None if is_placeless(given) else known_zone(given)
    if given and name is None and not is_placeless(given):
        findings.missing("schedule.unknown_zone", zone=given[:80])
    if name is not None and (zones.floating or not zones.used):
        return _ZoneFound(name, "X-WR-TIMEZONE")
    if zones.used:
        return _ZoneFound(zones.used.most_common(1)[0][0], "TZID")
    defined = zones.defined() or known_zone(calendar.text("VTIMEZONE"))
    return _ZoneFound(defined, "VTIMEZONE") if defined else _ZoneFound()


def _draft(
    profile: Profile,
    sessions: tuple[DraftSession, ...],
    places: Places,
    named: _ZoneFound,
    findings: Findings,
) -> Draft:
    facts = [session.facts for session in sessions]
    draft = Draft(
        kind=SourceKind.ICALENDAR,
        sessions=sessions,
        title=profile.title,
        short_name=profile.short_name,
        timezone=named.name,
        timezone_from=named.source,
        venue=places.venue,
        city=places.city,
        url=whole(profile.url),
        rooms=in_order((f.room or "", "") for f in facts),
        tracks=in_order((f.track or "", "") for f in facts),
    )
    if named.name is None:
        draft = _without_zone(draft, places, findings)
    return replace(draft, problems=findings.all())


def _without_zone(draft: Draft, places: Places, findings: Findings) -> Draft:
    """Say that the zone must be asked, and which one the locations point to."""
    forms = Counter(form_of(session.facts.start) for session in draft.sessions)
    hints = zones_of_place((*reversed(places.suffix), places.city))
    likely = hints[0] if hints else ""
    if forms[TimeForm.WALL] or forms[TimeForm.DATE]:
        findings.missing(
            "schedule.times_without_zone", count=forms[TimeForm.WALL] + forms[TimeForm.DATE]
        )
    elif forms[TimeForm.INSTANT]:
        findings.missing("schedule.zone_not_given")
    if likely:
        findings.assumed("schedule.zone_guess", zone=likely)
    return replace(draft, timezone_hints=hints)
