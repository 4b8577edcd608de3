"""What a day says besides its sessions' blocks: what else one heard, and what is told later."""

from collections.abc import Sequence

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import EventKind
from confnotes.report.blocks import Blocks, Inlines, Paragraph, joined
from confnotes.report.outline import Planned
from confnotes.report.sessions import in_a_list, in_a_sentence, listed, title
from confnotes.report.snapshot import Talk
from confnotes.report.teller import Teller

_KEYS = {
    (True, True): "day.also",
    (True, False): "day.too",
    (False, True): "day.only",
    (False, False): "day.heard",
}
_IN_A_SENTENCE = 3
"""More sessions than this are a list."""


def also_heard(teller: Teller, talks: Sequence[Talk], *, others: bool, dated: bool) -> Blocks:
    """Return the sessions of a day that have no block of their own: a sentence, or a list of many.

    `others` says whether the day has sessions that are told at length, `dated` whether it is a
    day among several.
    """
    if not talks:
        return ()
    key = _KEYS[others, dated]
    if len(talks) <= _IN_A_SENTENCE:
        names = [in_a_sentence(teller, talk) for talk in talks]
        return (Paragraph(teller.wording.fill(key, sessions=_enumerated(teller, names))),)
    lead = () if key == "day.heard" else (Paragraph(teller.wording.fill(f"{key}_list")),)
    return (*lead, *listed([in_a_list(teller, talk) for talk in talks]))


def heading(teller: Teller, planned: Planned, *, one_day: bool, alone: bool) -> Inlines:
    """Return number, date and event of a day; a conference of one day needs neither (`alone`:
    nor has it an event beside it)."""
    event = planned.event
    beside = event is not None and event.kind is EventKind.COLOCATED
    name = teller.say(event.id, "name", event.title, quiet=True) if event and beside else ""
    if planned.until is not None:
        return together(teller, planned)
    if one_day:
        main = teller.short_name() if event and not alone else ""
        return joined(name or main or teller.wording.phrase("day.sessions"))
    if planned.day is None:
        return joined(name or teller.wording.phrase("day.undated"))
    day = teller.snapshot.days.get(planned.day)
    if day and not name:  # an event says more than "day of co-located events"
        name = teller.say(day.id, "label", day.label).strip()
    number = teller.prose.day_number(day.number, day.number) if day else ""
    return joined(teller.prose.heading(number, teller.day(planned.day), name))


def together(teller: Teller, planned: Planned) -> Inlines:
    """Return the heading of several days that stand together: how many they are."""
    days = {day for talk in planned.talks for day in (talk.day, talk.last_day) if day}
    counted = teller.prose.count("day", len(days))
    words = teller.wording.words("day.together", days=counted, name=teller.short_name())
    return joined(words[:1].upper() + words[1:])


def missed(teller: Teller, planned: Planned, *, dated: bool) -> Blocks:
    """Return the sessions of a day that one meant to hear and missed, unless they are named as to
    be watched or with the reason for them."""
    names = [
        in_a_sentence(teller, talk)
        for talk in teller.snapshot.talks
        if talk.event == planned.event and talk.session.id not in teller.hidden
        if talk.day == planned.day or _within(talk, planned)
        if _unheard_of(talk.session.choice)
    ]
    if not names:
        return ()
    key = "day.missed" if dated else "day.missed_only"
    return (Paragraph(teller.wording.fill(key, sessions=_enumerated(teller, names))),)


def _within(talk: Talk, planned: Planned) -> bool:
    first, last = planned.day, planned.until
    return bool(first and last and talk.day and first <= talk.day <= last)


def _unheard_of(choice: Choice) -> bool:
    missed_it = choice.intent is Intent.GOING and choice.attendance is Attendance.MISSED
    return missed_it and not choice.watch_later and not choice.reason.strip()


def _enumerated(teller: Teller, names: Sequence[Inlines]) -> Inlines:
    if len(names) == 2:
        return teller.wording.fill("day.both", one=names[0], other=names[1])
    return teller.prose.enumeration(names)


def told_later(teller: Teller, talks: Sequence[Talk], heading: Inlines, *, alone: bool) -> Blocks:
    """Return where the recommended sessions of a day are told; `alone` where the day has no
    other."""
    if not talks:
        return ()
    names = [teller.prose.title(title(teller, talk)) for talk in talks]
    words = teller.wording.fill(
        "day.see_only" if alone and len(talks) == 1 else "day.see",
        sessions=_enumerated(teller, names),
        heading=teller.prose.title(heading),
    )
    return (Paragraph(words),)
