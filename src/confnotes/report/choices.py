"""Why these and not the others, and what is left to watch."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import Event
from confnotes.domain.session import Session
from confnotes.domain.times import zone
from confnotes.report.blocks import Block, Blocks, Inlines, Paragraph, joined
from confnotes.report.prose import without_end
from confnotes.report.sessions import listed, title, to_watch
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
    count = sum(not _AND_MORE.match(event.title.strip()) for event in events)
    several = ("why.chosen_of" if count > 1 else "why.chosen") if taken else "why.considered"
    key = several if len(events) > 1 else "why.chosen"
    parts: dict[str, str | Inlines] = {} if day is None else {"day": teller.day(day)}
    if taken:
        names = [_event_name(teller, event) for event in taken]
        parts["chosen"] = teller.prose.enumeration(names)
    if key == "why.chosen_of":
        parts["count"] = _how_many(teller, count)
    alone = len(taken) == 1
    reason = _reason(teller, taken[0].id, taken[0].choice) if alone else ()
    if reason and (clause := teller.prose.reason_before(reason)):
        reason = ()
        if key == "why.chosen_of":
            key, parts["reason"] = "why.chosen_because", clause
            parts["count"] = _how_many(teller, count, "why.many_because")
        else:
            parts["chosen"] = joined(clause, parts["chosen"])
    lead = teller.wording.fill(key if day is None else f"{key}_day", **parts)
    if reason and (clause := teller.prose.reason_after(reason)):
        lead, reason = joined(without_end(lead, "."), clause), ()
    out: list[Block] = [Paragraph(teller.sentences([lead, reason]))]
    if len(events) > 1:
        out += listed([_row(teller, event, event in taken, told=alone) for event in events])
    return out


_AND_MORE = re.compile(
    r"(?:etc|など|等|ほか|他|その他|そのほか|and (?:more|others)|others|more)?[\s….。．・]*$",
    re.IGNORECASE,
)
"""A name that says that there were more: it stands in the list and is not counted."""

_THINGS = 9


def _how_many(teller: Teller, count: int, many: str = "why.many") -> str:
    """Return a number of events: 4つ, 12のイベント (as `many` has it), four, twelve."""
    if count <= _THINGS:
        return teller.prose.count("thing", count)
    return teller.wording.words(many, count=teller.prose.number(count))


def _row(teller: Teller, event: Event, taken: bool, *, told: bool) -> Inlines:
    """Return one event of the list with what was said of it, the chosen ones marked; the reason
    for a single one is `told` before the list."""
    name = _event_name(teller, event)
    if taken:
        name = teller.wording.fill("why.mark", name=name)
    if taken and told:
        return name
    missed = event.choice.attendance is Attendance.MISSED
    if missed and event.choice.intent is Intent.GOING:
        name = teller.wording.fill("why.missed", name=name)
    if reason := _reason(teller, event.id, event.choice):
        return teller.wording.fill("why.item_reason", name=name, reason=reason)
    return name


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
    """Return how one chose among sessions: a sentence for each choice between two at the same
    time, and a list of those with a reason, what was chosen marked."""
    talks = [talk for talk in teller.snapshot.talks if talk.session.id not in teller.hidden]
    torn = _torn_between(talks)
    listed_ids = {talk.session.id for talk in talks if _has_reason(talk)}
    told: list[Inlines] = []
    days = {talk.day for talk in teller.snapshot.talks if talk.day}
    said: date | None = min(days, default=None) if len(days) == 1 else None
    for talk, others in torn:
        if any(map(_has_reason, (talk, *others))):
            listed_ids |= {one.session.id for one in (talk, *others)}
        else:
            told.append(_torn(teller, talk, others, dated=talk.day != said))
            said = talk.day
    rows = [talk for talk in talks if talk.session.id in listed_ids]
    mixed = not all(talk.attended for talk in rows)
    out: list[Block] = [Paragraph(teller.sentences(told))] if told else []
    if rows and not told and not first:
        out.append(Paragraph(teller.wording.fill("why.sessions_too")))
    out += listed([_session_row(teller, talk, mark=mixed) for talk in rows])
    teller.session_id = None
    return tuple(out)


def _has_reason(talk: Talk) -> bool:
    return bool(talk.session.choice.reason.strip())


def _torn_between(talks: Sequence[Talk]) -> list[tuple[Talk, list[Talk]]]:
    """Return the sessions one was in, each with what was considered and not heard meanwhile."""
    passed: dict[str, list[Talk]] = {}
    for talk in talks:
        if talk.session.choice.intent is not Intent.CONSIDERED or talk.attended:
            continue
        meanwhile = [o for o in talks if o.attended and _together(o.session, talk.session)]
        if meanwhile:
            # Of several, the one that began at the same time was the choice.
            chosen_one = min(meanwhile, key=lambda o: o.starts != talk.starts)
            passed.setdefault(chosen_one.session.id, []).append(talk)
    return [(talk, passed[talk.session.id]) for talk in talks if talk.session.id in passed]


def _torn(teller: Teller, talk: Talk, others: Sequence[Talk], *, dated: bool) -> Inlines:
    """Return what one chose between at an hour (`dated`: of which day), and what one went to."""
    prose, session = teller.prose, talk.session
    one = prose.title(title(teller, talk))
    torn = one
    for other in others:
        name = prose.title(title(teller, other))
        torn = teller.wording.fill("why.either", one=torn, other=name)
    parts: dict[str, str | Inlines] = {"one": one, "torn": torn}
    begin = session.start_at
    if begin is None:
        return ()
    parts["time"] = f"{begin.astimezone(zone(teller.snapshot.conference.timezone)):%H:%M}"
    if talk.day is None or not dated:
        return teller.wording.fill("why.torn", **parts)
    return teller.wording.fill("why.torn_day", day=teller.day(talk.day), **parts)


def _session_row(teller: Teller, talk: Talk, *, mark: bool) -> Inlines:
    """Return one session of the list: the title, what came of it, and the reason."""
    teller.session_id = talk.session.id
    name = teller.prose.title(title(teller, talk))
    if talk.attended and mark:
        name = teller.wording.fill("why.mark", name=name)
    elif not talk.attended and talk.session.choice.intent is Intent.GOING:
        name = teller.wording.fill("why.missed", name=name)
    if reason := _reason(teller, talk.session.id, talk.session.choice):
        name = teller.wording.fill("why.item_reason", name=name, reason=reason)
    return name


def watch(teller: Teller) -> Blocks:
    """Return what is marked to watch later: sessions, then events."""
    rows = [to_watch(teller, talk) for talk in teller.snapshot.talks if _to_watch(talk)]
    events = [event for event in teller.snapshot.contents.events if event.choice.watch_later]
    return listed(rows + [joined(_event_name(teller, event)) for event in events])


def _to_watch(talk: Talk) -> bool:
    return talk.session.choice.watch_later


def left_out(talk: Talk) -> bool:
    """Return whether a session has notes and yet, as one was not there, no block."""
    return bool(talk.lines) and talk.session.choice.attendance is Attendance.MISSED
