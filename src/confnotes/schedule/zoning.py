"""The zone of a schedule: as the file names it, or those that would fit, to be asked."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.times import zone
from confnotes.schedule.findings import Findings
from confnotes.schedule.zones import known_zone, offsets_of, zones_for, zones_of_place


def with_zone(
    draft: Draft,
    given: str,
    field: str,
    findings: Findings,
    offsets: AbstractSet[timedelta] = frozenset(),
) -> Draft:
    """Return the draft with the zone that `field` of the file names (`given`), or with those that
    would fit. `offsets`: how far the wall clocks are ahead of UTC, where the file tells."""
    name = known_zone(given)
    instants = _instants(draft.sessions)
    if given and name is None:
        findings.missing("schedule.unknown_zone", zone=given[:80])
    hints = _hints(draft, instants, offsets)
    if name is None:
        _tell_no_zone(draft, instants, offsets, findings)
        if hints:
            findings.assumed("schedule.zone_guess", zone=hints[0])
        return replace(draft, timezone_hints=hints)
    contradicted = _tell_disagreement(name, instants, findings)
    return replace(
        draft,
        timezone=name,
        timezone_from=field,
        timezone_hints=tuple(h for h in hints if h != name) if contradicted else (),
    )


def _instants(sessions: Iterable[DraftSession]) -> list[datetime]:
    starts = (session.facts.start for session in sessions)
    moments = (datetime.fromisoformat(s) for s in starts if s and len(s) > len("2026-03-23"))
    return [moment for moment in moments if moment.tzinfo is not None]


def _hints(
    draft: Draft, instants: Sequence[datetime], offsets: AbstractSet[timedelta]
) -> tuple[str, ...]:
    """Return the zones that the city names, or in which the wall clocks show what the file has."""
    by_place = zones_of_place((draft.city, draft.venue.rpartition(",")[2]))
    if len(offsets) == 1 and instants and offsets != {timedelta()}:
        local = timezone(next(iter(offsets)))
        instants = [instant.astimezone(local) for instant in instants]
    return tuple(dict.fromkeys((*by_place, *zones_for(instants))))[:5]


def _tell_no_zone(
    draft: Draft, instants: Sequence[datetime], ahead: AbstractSet[timedelta], findings: Findings
) -> None:
    offsets = offsets_of(instants)
    in_utc = offsets == ("+00:00",)
    walls = sum(s.facts.start is not None for s in draft.sessions) - len(instants)
    if walls:
        findings.missing("schedule.times_without_zone", count=walls)
    elif in_utc and ahead <= {timedelta()}:
        findings.assumed("schedule.only_utc")
    elif in_utc:
        findings.missing("schedule.zone_not_given")
    elif offsets:
        findings.missing("schedule.only_offset", offset=", ".join(offsets[:4]))


def _tell_disagreement(name: str, instants: Sequence[datetime], findings: Findings) -> bool:
    """Return whether the named zone has another offset than times are written with (a schedule that
    names UTC but writes +01:00), and say so; times in UTC are no contradiction."""
    there = zone(name)
    wrong = [
        i for i in instants if i.utcoffset() and i.astimezone(there).utcoffset() != i.utcoffset()
    ]
    if wrong:
        findings.assumed(
            "schedule.zone_disagrees", zone=name, offset=offsets_of(wrong)[0], count=len(wrong)
        )
    return bool(wrong)
