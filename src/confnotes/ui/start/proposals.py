"""What each time zone would mean for a schedule: a wrong zone is seen, not computed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from confnotes.domain import times
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.session import SessionKind
from confnotes.domain.times import TimeForm, form_of, resolve
from confnotes.ui.parts import words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proposals", text)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A zone that may be meant, what to call it, and what it would mean."""

    zone: str
    words: str
    meaning: str


def proposals(draft: Draft, computer: str) -> tuple[Proposal, ...]:
    """Return the zones worth a radio row: the file's, UTC, and this computer's, each once."""
    zones = [z for z in (draft.timezone, "UTC", computer) if z is not None]
    anchor = _anchor(draft)
    first = draft.timezone or zones[0]
    out: list[Proposal] = []
    for name in dict.fromkeys(zones):
        city = words.zone_city(name)
        here = _tr("{city}, this computer").format(city=city) if name == computer else city
        out.append(Proposal(name, here, _meaning(anchor, name, first, computer)))
    return tuple(out)


def _anchor(draft: Draft) -> DraftSession | None:
    """The session that shows best what a zone means: the first keynote, else the first of all."""
    timed = [s for s in draft.sessions if form_of(s.facts.start) in _TIMED]
    keynotes = [s for s in timed if s.facts.kind is SessionKind.KEYNOTE]
    return min(keynotes or timed, key=_start, default=None)


_TIMED = (TimeForm.INSTANT, TimeForm.WALL)


def _start(session: DraftSession) -> datetime:
    return resolve(session.facts.start, "UTC") or datetime.max.replace(tzinfo=UTC)


def _meaning(anchor: DraftSession | None, zone: str, proposed: str, computer: str) -> str:
    if anchor is None:
        return ""
    keynote = anchor.facts.kind is SessionKind.KEYNOTE
    start = resolve(anchor.facts.start, zone)
    if start is None:
        return ""
    time = words.clock(start, zone)
    if form_of(anchor.facts.start) is TimeForm.WALL:
        return _wall(keynote, time, words.clock(start, computer), same=zone == computer)
    local, there = (_date(start, zone), _date(start, proposed))
    said = (_tr("keynotes at {time}") if keynote else _tr("first session at {time}")).format(
        time=time
    )
    if local > there:
        return _tr("{what}, the day after").format(what=said)
    return _tr("{what}, the day before").format(what=said) if local < there else said


def _date(instant: datetime, zone: str) -> int:
    return instant.astimezone(times.zone(zone)).toordinal()


def _wall(keynote: bool, time: str, here: str, *, same: bool) -> str:
    if same:
        said = _tr("keynotes at {time}") if keynote else _tr("first session at {time}")
        return said.format(time=time)
    said = (
        _tr("keynotes at {time} there, {here} here")
        if keynote
        else _tr("first session at {time} there, {here} here")
    )
    return said.format(time=time, here=here)


def where_from(draft: Draft) -> tuple[str, str]:
    """Return a heading and a sentence that say where the proposal comes from."""
    if draft.timezone is None:
        head = _tr("The file names no time zone")
        first = _tr("Choose the zone of the place where the conference is.")
    else:
        head = _tr("Proposed from the file")
        first = _tr("The file names {zone} in {field}.") if draft.timezone_from else ""
        first = (first or _tr("The file names {zone}.")).format(
            zone=draft.timezone, field=draft.timezone_from
        )
    return head, f"{first} {_written(draft)}".strip()


def _written(draft: Draft) -> str:
    """How the file writes its times."""
    starts = [s.facts.start for s in draft.sessions if s.facts.start is not None]
    forms = {form_of(start) for start in starts}
    if TimeForm.WALL in forms and TimeForm.INSTANT not in forms:
        return _tr("Its times are clock times of the venue.")
    offsets = {
        start[-6:] if start[-1] != "Z" else "Z"
        for start in starts
        if form_of(start) is TimeForm.INSTANT
    }
    if offsets and offsets <= {"Z", "+00:00"}:
        return _tr("Its times are written in UTC.")
    if len(offsets) == 1:
        return _tr("Its times carry the offset {offset}.").format(offset=offsets.pop())
    return ""


def has_offsets(draft: Draft) -> bool:
    """Return whether some time carries an offset, which may lie."""
    return any(form_of(s.facts.start) is TimeForm.INSTANT for s in draft.sessions)
