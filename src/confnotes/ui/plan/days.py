"""The days of a programme as tabs, and what is said where a day shows nothing."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from confnotes.domain import times
from confnotes.domain.choice import Intent
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.parts import words
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.rows import count

UNSCHEDULED = "unscheduled"
translate = QCoreApplication.translate
Tab = tuple[object, str, str, str]


def day_tabs(view: ProgrammeView, choices: Choices) -> list[Tab]:
    """Return (key, words, words below, how many one goes to) of each day; what has no time last."""
    tabs: list[Tab] = []
    named = _named(view)
    for day in view.days:
        chosen = count((choices.of(v) for v in view.on(day.date)), Intent.GOING)
        below = day.label or words.day_number(day.number)
        tabs.append((day.date, named(day.date), below, str(chosen or "")))
    loose = view.on(None)
    if loose or not tabs:
        chosen = count((choices.of(v) for v in loose), Intent.GOING)
        said, below = translate("Plan", "No time"), translate("Plan", "yet")
        tabs.append((UNSCHEDULED, said, below, str(chosen or "")))
    return tabs


def _named(view: ProgrammeView) -> Callable[[date], str]:
    months = {(day.date.year, day.date.month) for day in view.days}
    return words.day_month if len(months) > 1 else words.short_day


def first_day(view: ProgrammeView, now: datetime) -> object:
    """Return the key of the day to open first: today, else the first one with sessions."""
    today = now.astimezone(times.zone(view.conference.timezone)).date()
    days = [day.date for day in view.days]
    if today in days:
        return today
    with_sessions = {v.day for v in view.sessions}
    full = [day for day in days if day in with_sessions]
    return next(iter(full or days), UNSCHEDULED)


def nothing_words(view: ProgrammeView, elsewhere: Sequence[SessionView], *, filtered: bool) -> str:
    """Return what to say where nothing is shown; `elsewhere`: what a filter finds on other days."""
    if not filtered:
        said = translate("Plan", "Nothing here yet. Add a session, also while it happens: {chord}")
        return said.format(chord=PLAN[0].chord())
    lines = [translate("Plan", "Nothing on this day is let through by the filter.")]
    named = _named(view)
    per_day: dict[date | None, int] = {}
    for one in elsewhere:
        per_day[one.day] = per_day.get(one.day, 0) + 1
    found = [
        f"{named(day) if day else translate('Plan', 'No time')} ({n})"
        for day, n in sorted(per_day.items(), key=lambda pair: pair[0] or date.max)
    ]
    if found:
        there = translate("Plan", "On other days: {days}")
        lines.append(there.format(days=", ".join(found)))
    return "\n".join(lines)


def total_words(shown: int, whole: int, paged: tuple[int, int, int] | None) -> str:
    """Return how many sessions a day shows, and which of its rooms (first, last, all)."""
    if shown != whole:
        said = translate("Plan", "{n} of {all} sessions").format(n=shown, all=whole)
    elif whole == 1:
        said = translate("Plan", "1 session")
    else:
        said = translate("Plan", "{n} sessions").format(n=whole)
    if paged is None or paged[1] - paged[0] + 1 >= paged[2]:
        return said
    first, last, rooms = paged
    where = translate("Plan", "Rooms {first}–{last} of {all}")
    return f"{said} · {where.format(first=first, last=last, all=rooms)}"


def status_words(choices: Choices) -> str:
    """Return how much of the programme is chosen, and how many clashes there are."""
    made = [] if choices.view is None else [choices.of(view) for view in choices.view.sessions]
    said = translate("Plan", "{going} chosen, {considered} considered")
    going, considered = count(made, Intent.GOING), count(made, Intent.CONSIDERED)
    words_of = [said.format(going=going, considered=considered)]
    clashing = choices.firm_clashes()
    if clashing == 1:
        words_of.append(translate("Plan", "1 clash"))
    elif clashing:
        words_of.append(translate("Plan", "{n} clashes").format(n=clashing))
    return " · ".join(words_of)
