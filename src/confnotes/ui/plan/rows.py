"""The rows of a day as a list: a head per time, its sessions below."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from confnotes.domain import times
from confnotes.domain.agenda import takes_whole_day
from confnotes.domain.choice import Choice, Intent
from confnotes.domain.conference import Conference
from confnotes.domain.session import SessionFacts, SessionState, spoken_text
from confnotes.domain.times import TimeForm, form_of
from confnotes.services.views import SessionView
from confnotes.ui.parts import words


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a time: when it starts (bold), the rest ("–10:30"), and how many of one's choices
    below it clash."""

    start: str
    rest: str = ""
    clashes: int = 0


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of a day, with what was chosen last (maybe on its way to the file).

    `until`: its end, where the head does not say it. `when`: its time in words of its own.
    `language`: the code to show ("" where all are held in one). `clash`: one goes to another one
    meanwhile.
    """

    view: SessionView
    choice: Choice
    until: str = ""
    when: str = ""
    language: str = ""
    clash: bool = False

    @property
    def id(self) -> str:
        """The session's id."""
        return self.view.session.id

    @property
    def speakers(self) -> str:
        """The speakers' names in order."""
        return ", ".join(s.name for s in self.view.speakers)


Row = Head | SessionRow


@dataclass(frozen=True, slots=True)
class EventInput:
    """What was typed about a co-located event, days as they stand in their fields."""

    name: str
    starts: str = ""
    ends: str = ""


def session_rows(
    views: Iterable[SessionView],
    choices: Mapping[str, Choice],
    zone: str,
    all_day: str,
    *,
    clashing: Collection[str] = (),
    languages: Collection[str] = (),
) -> list[SessionRow]:
    """Return the sessions of one day; `all_day` is the time of those that take the whole day.

    `clashing`: the ids of those one cannot all see. `languages`: those to be said.
    """
    return [
        SessionRow(
            view,
            choices.get(view.session.id, view.session.choice),
            _end(view, zone),
            _when(view, zone, all_day),
            _language(view, languages),
            view.session.id in clashing,
        )
        for view in views
    ]


def day_rows(sessions: Sequence[SessionRow], zone: str, all_day: str) -> list[Row]:
    """Return sessions with heads over what begins together; whole days come first.

    A head names the end where all its sessions end together; else each row says its own.
    Sessions without any time get no head.
    """
    out: list[Row] = []
    ordered = sorted(sessions, key=lambda row: not takes_whole_day(row.view.session))
    for start, group in groupby(ordered, key=lambda row: _start(row.view, zone, all_day)):
        members = list(group)
        ends = {row.until for row in members}
        together = len(ends) == 1 and "" not in ends
        if start:
            rest = f"–{members[0].until}" if together else ""
            out.append(Head(start, rest, sum(row.clash for row in members)))
        out += [replace(row, until="") for row in members] if together else members
    return out


def _language(view: SessionView, told: Collection[str]) -> str:
    language = view.session.facts.language or ""
    return language.split("-")[0].upper() if language in told else ""


def _start(view: SessionView, zone: str, all_day: str) -> str:
    if view.session.start_at is None:
        return ""
    whole = takes_whole_day(view.session)
    return all_day if whole else words.clock(view.session.start_at, zone)


def _when(view: SessionView, zone: str, all_day: str) -> str:
    if view.session.start_at is None:
        return ""
    if takes_whole_day(view.session):
        return all_day
    return words.span(view.session.start_at, view.session.end_at, zone)


def _end(view: SessionView, zone: str) -> str:
    start, end = view.session.start_at, view.session.end_at
    if start is None or end is None or end <= start or takes_whole_day(view.session):
        return ""
    return words.clock(end, zone)


def count(choices: Iterable[Choice], intent: Intent) -> int:
    """Return how many of these have that intent."""
    return sum(choice.intent is intent for choice in choices)


@dataclass(frozen=True, slots=True)
class SessionInput:
    """A session's facts as the form holds them; minutes and times as typed."""

    title: str
    kind: str = "talk"
    day: date | None = None
    start: str = ""
    minutes: str = ""
    room: str = ""
    speakers: str = ""
    subtitle: str = ""
    track: str = ""
    language: str = ""
    format: str = ""
    abstract: str = ""
    code: str = ""
    cancelled: bool = False

    @property
    def more(self) -> SessionFacts:
        """The facts behind "More"."""
        return SessionFacts(
            subtitle=self.subtitle or None,
            track=self.track or None,
            language=self.language or None,
            format=self.format or None,
            abstract=self.abstract.strip() or None,
            code=self.code or None,
            state=SessionState.CANCELLED if self.cancelled else None,
        )


class InputError(ValueError):
    """What was typed makes no sense; the argument names the field."""


def planned_start(typed: SessionInput, conference: Conference) -> str | None:
    """Return the wall time the form means; InputError("start") when it is no time.

    Before the hour at which a conference's day begins, the time is after midnight.
    """
    if typed.day is None:
        return None
    if not typed.start.strip():
        return typed.day.isoformat()
    minute = minute_of(typed.start)
    if minute is None:
        raise InputError("start")
    after_midnight = timedelta(days=minute < conference.day_begins)
    day = typed.day + after_midnight
    return f"{day.isoformat()}T{minute // 60:02}:{minute % 60:02}:00"


_DAY = 24 * 60


def minute_of(text: str) -> int | None:
    """Return the minute of the day a typed time names ("9:05", "905", "9", "９：０５")."""
    plain = text.strip().translate({0xFF10 + n: str(n) for n in range(10)} | {0xFF1A: ":"})
    hours, colon, minutes = plain.partition(":")
    if not colon:
        hours, minutes = (plain[:-2], plain[-2:]) if len(plain) > 2 else (plain, "0")
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    total = int(hours) * 60 + int(minutes)
    return total if int(minutes) < 60 and total < _DAY else None


def seconds_of(minutes: str) -> int | None:
    """Return the seconds of a length typed in minutes (None: none); InputError("minutes")."""
    plain = minutes.strip().translate({0xFF10 + n: str(n) for n in range(10)})
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()):
        raise InputError("minutes")
    return int(plain) * 60


def credits_of(text: str) -> list[tuple[str, str]]:
    """Return (name, affiliation) of speakers typed one a line, as "Name (Affiliation)"."""
    out: list[tuple[str, str]] = []
    for line in text.splitlines():
        bare = line.strip().replace("（", "(").replace("）", ")")
        if not bare:
            continue
        name, bracket, company = bare.removesuffix(")").partition("(")
        out.append((name.strip(), company.strip() if bracket else ""))
    return out


def credits_text(view: SessionView) -> str:
    """Return the speakers of a session as the form shows them."""
    return spoken_text((s.name, s.affiliation) for s in view.speakers)


def own_facts(facts: SessionFacts, given: SessionFacts) -> SessionFacts:
    """Return `facts` where they differ from what a schedule gave: one's corrections over it, and
    no more. A text that was emptied ("") is one, too."""
    times_differ = (facts.start, facts.end, facts.duration) != (
        given.start,
        given.end,
        given.duration,
    )

    def text(name: str) -> str | None:
        typed, theirs = getattr(facts, name) or "", getattr(given, name) or ""
        return None if typed.strip() == theirs.strip() else typed

    off = facts.state is SessionState.CANCELLED
    as_given = off is (given.state is SessionState.CANCELLED)
    state = SessionState.CANCELLED if off else SessionState.SCHEDULED
    return SessionFacts(
        title=text("title") or None,
        subtitle=text("subtitle"),
        abstract=text("abstract"),
        kind=facts.kind if facts.kind is not given.kind else None,
        format=text("format"),
        code=text("code"),
        language=text("language"),
        room=text("room"),
        track=text("track"),
        state=None if as_given else state,
        start=facts.start if times_differ else None,
        end=facts.end if times_differ else None,
        duration=facts.duration if times_differ else None,
    )


def local_start(view: SessionView, zone: str) -> datetime | None:
    """Return the wall time a session starts at, None where it has a date at most."""
    session = view.session
    if session.start_at is None or form_of(session.facts.start) is TimeForm.DATE:
        return None
    return session.start_at.astimezone(times.zone(zone))


def minutes_text(view: SessionView) -> str:
    """Return how many minutes a session takes, as the form shows it."""
    session = view.session
    if session.start_at is None or session.end_at is None:
        return ""
    if form_of(session.facts.start) is TimeForm.DATE:
        return ""
    return str(round((session.end_at - session.start_at).total_seconds() / 60))


def row_of(rows: Sequence[Row], session_id: str) -> int | None:
    """Return the index of a session's row."""
    return next(
        (i for i, row in enumerate(rows) if isinstance(row, SessionRow) and row.id == session_id),
        None,
    )


def session_input(view: SessionView, zone: str) -> SessionInput:
    """Return a session as the form shows it."""
    session, start = view.session, local_start(view, zone)
    facts = session.facts
    return SessionInput(
        session.title,
        session.kind.value,
        view.day,
        "" if start is None else f"{start.hour}:{start.minute:02}",
        minutes_text(view),
        facts.room or "",
        credits_text(view),
        facts.subtitle or "",
        facts.track or "",
        facts.language or "",
        facts.format or "",
        facts.abstract or "",
        facts.code or "",
        facts.state is SessionState.CANCELLED,
    )
