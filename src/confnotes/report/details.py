"""What stands with a session besides its speakers, where one asked for it: kind, code, time, room
and track."""

from confnotes.domain.session import AROUND, SessionKind
from confnotes.domain.telling import DETAILS
from confnotes.domain.times import TimeForm, form_of, zone
from confnotes.report.blocks import Inlines, joined
from confnotes.report.snapshot import Talk
from confnotes.report.teller import Teller

_UNNAMED = AROUND | {SessionKind.TALK, SessionKind.OTHER}


def details(teller: Teller, talk: Talk, *among: str) -> list[Inlines]:
    """Return what is known of the details `among` those asked for."""
    tell = {"kind": _kind, "code": _code, "time": _time, "room": _room, "track": _track}
    wanted = [name for name in DETAILS if name in among and name in teller.telling.details]
    return [joined(words) for name in wanted if (words := tell[name](teller, talk))]


def _kind(teller: Teller, talk: Talk) -> str:
    kind = talk.session.kind
    return "" if kind in _UNNAMED else teller.wording.phrase(f"kind.{kind}")


def _code(_teller: Teller, talk: Talk) -> str:
    return (talk.session.facts.code or "").strip()


def _time(teller: Teller, talk: Talk) -> str:
    """Return from when to when by the conference's clock; the first time with its zone."""
    session = talk.session
    begin, end = session.start_at, session.end_at
    if begin is None or form_of(session.planned.start) is TimeForm.DATE:
        return ""
    there = zone(teller.snapshot.conference.timezone)
    local = begin.astimezone(there)
    until = None if end is None or talk.day != talk.last_day else end.astimezone(there)
    words = teller.prose.clock(local.time(), until.time() if until else None)
    return teller.zoned(words, local.tzname() or "")


def _room(_teller: Teller, talk: Talk) -> str:
    return (talk.session.facts.room or "").strip()


def _track(_teller: Teller, talk: Talk) -> str:
    return (talk.session.facts.track or "").strip()
