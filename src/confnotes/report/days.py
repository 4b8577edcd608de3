"""What a day says besides its sessions' blocks: what else one heard, and what is told later."""

from collections.abc import Sequence
from datetime import date

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import Event
from confnotes.report.blocks import Blocks, Inlines, Paragraph
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


def missed(teller: Teller, day: date | None, event: Event | None, *, dated: bool) -> Blocks:
    """Return the sessions of a day that one meant to hear and missed, unless they are named as to
    be watched or with the reason for them."""
    names = [
        in_a_sentence(teller, talk)
        for talk in teller.snapshot.talks
        if talk.day == day and talk.event == event and talk.session.id not in teller.hidden
        if _unheard_of(talk.session.choice)
    ]
    if not names:
        return ()
    key = "day.missed" if dated else "day.missed_only"
    return (Paragraph(teller.wording.fill(key, sessions=_enumerated(teller, names))),)


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
