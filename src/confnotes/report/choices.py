"""Why these and not the others, what else one heard, and what is left to watch."""

from collections.abc import Iterable, Sequence
from datetime import date

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import Event
from confnotes.domain.session import Session
from confnotes.report.blocks import Block, Blocks, Inlines, Paragraph, joined
from confnotes.report.sessions import in_a_list, in_a_sentence, listed, title
from confnotes.report.snapshot import Talk
from confnotes.report.teller import Teller


def why(teller: Teller) -> Blocks:
    """Return the co-located events considered, the chosen one marked, and reasons for sessions."""
    out: list[Block] = []
    for day, events in _by_day(teller):
        out += _events(teller, day, events)
    return (*out, *_sessions(teller, first=not out))


def chosen(teller: Teller, event: Event) -> bool:
    """Return whether one was at an event: as said, else as sessions attended there propose."""
    there = any(talk.attended for talk in teller.snapshot.talks if talk.event.id == event.id)
    return event.choice.attended(there)


def _considered(teller: Teller, event: Event) -> bool:
    choice = event.choice
    return choice.intent is not Intent.NONE or bool(choice.reason.strip()) or chosen(teller, event)


def _by_day(teller: Teller) -> Iterable[tuple[date | None, list[Event]]]:
    """Return the considered events beside the conference, by the day they begin."""
    days: dict[date | None, list[Event]] = {}
    for event in sorted(teller.snapshot.events, key=lambda event: event.position):
        if _considered(teller, event):
            days.setdefault(_begins(teller, event), []).append(event)
    return sorted(days.items(), key=lambda pair: (pair[0] is None, pair[0] or date.max))


def _begins(teller: Teller, event: Event) -> date | None:
    talks = [t.day for t in teller.snapshot.talks if t.event.id == event.id and t.day]
    return event.starts or min(talks, default=None)


def _event_name(teller: Teller, event: Event) -> Inlines:
    return teller.inlines(teller.say(event.id, "name", event.title, quiet=True))


def _reason(teller: Teller, owner: str, choice: Choice) -> Inlines:
    return teller.line(owner, "reason", choice.reason) if choice.reason.strip() else ()


def _events(teller: Teller, day: date | None, events: Sequence[Event]) -> list[Block]:
    """Return one day's events: a sentence with the reason, and the list when there was a choice."""
    taken = [event for event in events if chosen(teller, event)]
    if len(events) == 1 and (not taken or not taken[0].choice.reason.strip()):
        return []
    several = "why.chosen_of" if taken else "why.considered"
    key = several if len(events) > 1 else "why.chosen"
    parts: dict[str, str | Inlines] = {} if day is None else {"day": teller.day(day)}
    if taken:
        names = [_event_name(teller, event) for event in taken]
        parts["chosen"] = teller.prose.enumeration(names)
    if key == "why.chosen_of":
        parts["count"] = teller.prose.count("thing", len(events))
    lead = teller.wording.fill(key if day is None else f"{key}_day", **parts)
    reasons = [_reason(teller, event.id, event.choice) for event in taken]
    out: list[Block] = [Paragraph(teller.sentences([lead, *(r for r in reasons if r)]))]
    if len(events) > 1:
        out += listed([_row(teller, event, event in taken) for event in events])
    return out


def _row(teller: Teller, event: Event, taken: bool) -> Inlines:
    """Return one event of the list: the chosen ones marked, the others with what was said."""
    name = _event_name(teller, event)
    if taken:
        return teller.wording.fill("why.mark", name=name)
    if reason := _reason(teller, event.id, event.choice):
        return teller.wording.fill("why.item_reason", name=name, reason=reason)
    return name


def _worth_telling(talk: Talk, teller: Teller) -> bool:
    """Return whether a session says something of how one chose."""
    choice = talk.session.choice
    if choice.reason.strip() or choice.intent is Intent.CONSIDERED:
        return True
    return talk.attended and any(
        other.session.choice.intent is Intent.CONSIDERED and _together(talk.session, other.session)
        for other in teller.snapshot.talks
    )


def _together(one: Session, other: Session) -> bool:
    """Return whether two sessions overlap in time."""
    begin, end = one.start_at, one.end_at
    other_begin, other_end = other.start_at, other.end_at
    if begin is None or other_begin is None:
        return False
    if end is None or other_end is None:
        return begin == other_begin
    return begin < other_end and other_begin < end


def _sessions(teller: Teller, *, first: bool) -> Blocks:
    """Return the sessions with a reason, those considered, and what was heard in their place;
    where some were passed over, those attended are marked."""
    talks = [talk for talk in teller.snapshot.talks if _worth_telling(talk, teller)]
    if not talks:
        return ()
    mixed = not all(talk.attended for talk in talks)
    rows = []
    for talk in talks:
        teller.session_id = talk.session.id
        name = teller.prose.title(title(teller, talk))
        if mixed and talk.attended:
            name = teller.wording.fill("why.mark", name=name)
        reason = _reason(teller, talk.session.id, talk.session.choice)
        if reason:
            name = teller.wording.fill("why.item_reason", name=name, reason=reason)
        rows.append(name)
    teller.session_id = None
    key = "why.sessions" if first else "why.sessions_too"
    return (Paragraph(teller.wording.fill(key)), *listed(rows))


def also_heard(
    teller: Teller, talks: Sequence[Talk], told: int, *, later: bool, dated: bool
) -> Blocks:
    """Return the sessions of a day that have no block of their own; `told` have one there, and
    with `later` one is told elsewhere."""
    if not talks:
        return ()
    names = teller.prose.enumeration([in_a_sentence(teller, talk) for talk in talks])
    if told:
        count = teller.prose.count("session", told)
        return (Paragraph(teller.wording.fill("day.besides", sessions=names, told=count)),)
    key = "day.also" if later and dated else "day.only" if dated else "day.heard"
    return (Paragraph(teller.wording.fill(key, sessions=names)),)


def see_recommended(teller: Teller, talks: Sequence[Talk], heading: str) -> Blocks:
    """Return where the recommended sessions of a day are told."""
    if not talks:
        return ()
    names = [teller.prose.title(title(teller, talk)) for talk in talks]
    words = teller.wording.fill(
        "day.see_recommended", sessions=teller.prose.enumeration(names), heading=heading
    )
    return (Paragraph(words),)


def watch(teller: Teller) -> Blocks:
    """Return what is marked to watch later: sessions, then events."""
    rows = [in_a_list(teller, talk) for talk in teller.snapshot.talks if _to_watch(talk)]
    events = [event for event in teller.snapshot.contents.events if event.choice.watch_later]
    return listed(rows + [joined(_event_name(teller, event)) for event in events])


def _to_watch(talk: Talk) -> bool:
    return talk.session.choice.watch_later


def left_out(talk: Talk) -> bool:
    """Return whether a session has notes and yet, as one was not there, no block."""
    return bool(talk.lines) and talk.session.choice.attendance is Attendance.MISSED
