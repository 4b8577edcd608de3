"""What each time zone would mean for a schedule: a wrong zone is seen, not computed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from confnotes.domain import times
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.session import SessionKind
from confnotes.domain.times import TimeForm, form_of, resolve
from confnotes.ui.parts import words
from confnotes.ui.parts.theme import theme

translate = QCoreApplication.translate

_MORNING = 6
"""The hour before which hardly anything begins."""
_NIGHT_SHARE = 0.1
_HINTS = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A zone that may be meant, what to call it, and what it would mean."""

    zone: str
    words: str
    meaning: str


def proposals(draft: Draft, computer: str) -> tuple[Proposal, ...]:
    """Return the zones worth a radio row: the file's, the one guessed from what it says of the
    place, UTC, and this computer's, each once."""
    doubtful = draft.timezone is None or bool(at_night(draft, draft.timezone))
    hints = draft.timezone_hints[:_HINTS] if doubtful else ()
    named = (draft.timezone, guessed_zone(draft), *hints, "UTC", computer)
    zones = [zone for zone in named if zone is not None]
    anchor = _anchor(draft)
    first = draft.timezone or zones[0]
    out: list[Proposal] = []
    for name in dict.fromkeys(zones):
        city = words.zone_city(name)
        here = (
            translate("Proposals", "{city}, this computer").format(city=city)
            if name == computer
            else city
        )
        out.append(Proposal(name, here, _meaning(anchor, name, first, computer)))
    return tuple(out)


def at_night(draft: Draft, zone: str | None) -> str:
    """Return what speaks against a zone: that sessions would begin in the middle of the night
    ("" where nothing does). Some do, at camps and parties; a tenth of a programme does not."""
    if zone is None:
        return ""
    moments = [
        datetime.fromisoformat(start).astimezone(times.zone(zone))
        for start in (one.facts.start for one in draft.sessions)
        if start is not None and form_of(start) is TimeForm.INSTANT
    ]
    night = [moment for moment in moments if moment.hour < _MORNING]
    if len(night) < max(_NIGHT_SHARE * len(moments), 1):
        return ""
    first = min(night, key=lambda moment: (moment.hour, moment.minute))
    return translate(
        "Proposals",
        "{n} of {total} sessions would begin between midnight and six, the first at {time}. "
        "Is the conference really there?",
    ).format(n=len(night), total=len(moments), time=words.clock(first, zone))


def guessed_zone(draft: Draft) -> str | None:
    """Return the zone that reading the file found likely, where the file names none."""
    found = (p.facts.get("zone") for p in draft.problems if p.code == "schedule.zone_guess")
    return next((zone for zone in found if isinstance(zone, str)), None)


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
    said = (
        translate("Proposals", "keynotes at {time}")
        if keynote
        else translate("Proposals", "first session at {time}")
    ).format(time=time)
    if local > there:
        return translate("Proposals", "{what}, the day after").format(what=said)
    return (
        translate("Proposals", "{what}, the day before").format(what=said)
        if local < there
        else said
    )


def _date(instant: datetime, zone: str) -> int:
    return instant.astimezone(times.zone(zone)).toordinal()


def _wall(keynote: bool, time: str, here: str, *, same: bool) -> str:
    if same:
        said = (
            translate("Proposals", "keynotes at {time}")
            if keynote
            else translate("Proposals", "first session at {time}")
        )
        return said.format(time=time)
    said = (
        translate("Proposals", "keynotes at {time} there, {here} here")
        if keynote
        else translate("Proposals", "first session at {time} there, {here} here")
    )
    return said.format(time=time, here=here)


def where_from(draft: Draft) -> tuple[str, str]:
    """Return a heading and a sentence that say where the proposal comes from."""
    if draft.timezone is None:
        head = translate("Proposals", "The file names no time zone")
        first = translate("Proposals", "Choose the zone of the place where the conference is.")
        if guess := guessed_zone(draft):
            first = translate("Proposals", "{zone} would fit what the file says of the place.")
            first = first.format(zone=guess)
    else:
        head = translate("Proposals", "Proposed from the file")
        first = (
            translate("Proposals", "The file names {zone} in {field}.")
            if draft.timezone_from
            else ""
        )
        first = (first or translate("Proposals", "The file names {zone}.")).format(
            zone=draft.timezone, field=draft.timezone_from
        )
    between = "" if theme().japanese else " "
    return head, f"{first}{between}{_written(draft)}".strip()


def _written(draft: Draft) -> str:
    """How the file writes its times."""
    starts = [s.facts.start for s in draft.sessions if s.facts.start is not None]
    forms = {form_of(start) for start in starts}
    if TimeForm.WALL in forms and TimeForm.INSTANT not in forms:
        return translate("Proposals", "Its times are clock times of the venue.")
    offsets = {
        start[-6:] if start[-1] != "Z" else "Z"
        for start in starts
        if form_of(start) is TimeForm.INSTANT
    }
    if offsets and offsets <= {"Z", "+00:00"}:
        return translate("Proposals", "Its times are written in UTC.")
    if len(offsets) == 1:
        return translate("Proposals", "Its times carry the offset {offset}.").format(
            offset=offsets.pop()
        )
    return ""


def has_offsets(draft: Draft) -> bool:
    """Return whether some time carries an offset, which may lie."""
    return any(form_of(s.facts.start) is TimeForm.INSTANT for s in draft.sessions)
