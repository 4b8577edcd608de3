"""What the table of Review says: heads, cells for screen readers, and the heads of its groups."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from confnotes.domain.conference import Day, Event
from confnotes.domain.session import LinkState
from confnotes.services.views import Asks, SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.theme import theme
from confnotes.ui.review.rows import Column, GroupRow, ReviewRow

SESSIONS, LATER, FOOTNOTES, PHOTOS = "sessions", "later", "footnotes", "photos"
NAMES = "names"
"""The lists of Review beside those of open lines."""


def column_heads() -> list[str]:
    """Return the heads of the columns in order."""
    translate = QCoreApplication.translate
    return [
        translate("ReviewTable", "Reviewed"),
        translate("ReviewTable", "Session"),
        translate("ReviewTable", "Rating"),
        translate("ReviewTable", "Pick"),
        translate("ReviewTable", "Notes"),
        translate("ReviewTable", "Missed"),
        translate("ReviewTable", "To-dos"),
        translate("ReviewTable", "Material"),
        translate("ReviewTable", "Pictures"),
        translate("ReviewTable", "Summary"),
    ]


def group_head(day: date | None, event: Event | None, days: Mapping[date, Day]) -> GroupRow:
    """Return the head of a day (or of a co-located event on that day)."""
    if day is None:
        unplanned = QCoreApplication.translate("ReviewTable", "Without a time")
        return GroupRow(event.title if event is not None else unplanned, "")
    known = days.get(day)
    number = words.day_number(known.number) if known is not None else ""
    when = words.day_month(day)
    if event is not None:
        return GroupRow(event.title, "  ".join(part for part in (when, number) if part))
    title = known.label if known is not None and known.label else number
    return GroupRow(title, when) if title else GroupRow(when, "")


def below(row: ReviewRow, *, dated: bool) -> str:
    """Return the quiet line under a title: when (with the day, if `dated`) and who."""
    day = words.day_month(row.day) if dated and row.day is not None else ""
    who = people(row.speakers) or row.room
    return "  ".join(part for part in (day, row.time, who) if part)


def people(names: tuple[str, ...]) -> str:
    """Return the speakers on one line: up to two by name, more as a number."""
    if len(names) > 2:
        return QCoreApplication.translate("ReviewTable", "{n} speakers").format(n=len(names))
    return ("、" if theme().japanese else ", ").join(names)


def cell_words(row: ReviewRow, column: Column) -> str:
    """Return what a cell says to a screen reader."""
    translate = QCoreApplication.translate
    yes, no = translate("ReviewTable", "yes"), translate("ReviewTable", "no")
    head = column_heads()[column]
    if column is Column.SESSION:
        return f"{row.title}, {below(row, dated=False)}"
    if column is Column.RATING:
        none = translate("ReviewTable", "no stars")
        said = f"{row.rating} / 5" if row.rating else none
    elif column is Column.LINKS:
        slides, video = translate("ReviewTable", "slides"), translate("ReviewTable", "video")
        said = f"{slides} {_state(row.slides)}, {video} {_state(row.video)}"
    else:
        value = {
            Column.REVIEWED: row.reviewed,
            Column.RECOMMENDED: row.recommended,
            Column.NOTES: row.lines,
            Column.UNCLEAR: row.unclear,
            Column.TODOS: row.todos,
            Column.PICTURES: row.pictures,
            Column.SUMMARY: row.summary,
        }[column]
        said = (yes if value else no) if isinstance(value, bool) else str(value)
    return f"{head}: {said}"


def _state(state: LinkState | None) -> str:
    translate = QCoreApplication.translate
    return {
        LinkState.THERE: translate("ReviewTable", "there"),
        LinkState.EXPECTED: translate("ReviewTable", "expected"),
        LinkState.NONE: translate("ReviewTable", "none"),
        None: translate("ReviewTable", "unknown"),
    }[state]


def meta(view: SessionView, zone_name: str) -> str:
    """Return when and where a session was and who spoke, as far as known."""
    session = view.session
    day = words.day_month(view.day) if view.day is not None else ""
    time = words.span(session.start_at, session.end_at, zone_name)
    who = people(tuple(speaker.name for speaker in view.speakers))
    when = " ".join(part for part in (day, time) if part)
    return " · ".join(part for part in (when, session.facts.room or "", who) if part)


def tabs(counts: Mapping[object, int]) -> list[tuple[object, str, str, str]]:
    """Return the lists of Review as tabs (key, words, icon, count), in their order."""
    translate = QCoreApplication.translate
    named: list[tuple[object, str]] = [
        (SESSIONS, translate("ReviewTabs", "Sessions")),
        (LATER, translate("ReviewTabs", "Watch later")),
        (Asks.UNCLEAR, translate("ReviewTabs", "Did not catch")),
        (Asks.UNSURE, translate("ReviewTabs", "Not sure")),
        (Asks.TODO, translate("ReviewTabs", "To do")),
        (PHOTOS, translate("ReviewTabs", "Photos")),
        (FOOTNOTES, translate("ReviewTabs", "Footnotes")),
        (NAMES, translate("ReviewTabs", "Names")),
    ]
    return [(key, words_, "", str(counts.get(key) or "")) for key, words_ in named]


def empty_words(key: object, *, filtered: bool = False) -> tuple[str, str]:
    """Return what stands where nothing is to be reviewed: a title, and what brings something;
    `filtered`: a filter leaves nothing of it."""
    translate = QCoreApplication.translate
    if filtered:
        return (
            translate("ReviewEmpty", "No session fits the filter"),
            translate("ReviewEmpty", "Escape in the field clears it."),
        )
    if key == LATER:
        return (
            translate("ReviewEmpty", "Nothing to watch later"),
            translate("ReviewEmpty", "“Watch later” in Plan or Notes brings a session here."),
        )
    if key == FOOTNOTES:
        return (
            translate("ReviewEmpty", "No footnotes yet"),
            translate(
                "ReviewEmpty", "Ctrl+Shift+F in Notes puts one in without leaving the sentence."
            ),
        )
    if key == NAMES:
        return (
            translate("ReviewEmpty", "Every name is written in one way"),
            translate(
                "ReviewEmpty",
                "Speakers and products of the schedule, GitHub, k3s: all you wrote is compared.",
            ),
        )
    if not isinstance(key, Asks):
        return (
            translate("ReviewEmpty", "Nothing to review yet"),
            translate(
                "ReviewEmpty",
                "Sessions you take notes in, or mark as attended in Plan, come together here.",
            ),
        )
    return {
        Asks.UNCLEAR: (
            translate("ReviewEmpty", "Nothing is left that you did not catch"),
            translate("ReviewEmpty", "Ctrl+/ in Notes marks a moment to come back to."),
        ),
        Asks.UNSURE: (
            translate("ReviewEmpty", "You are sure of every quote"),
            translate("ReviewEmpty", "Ctrl+Shift+H in Notes marks a quote you are not sure of."),
        ),
        Asks.TODO: (
            translate("ReviewEmpty", "Nothing is left to do"),
            translate("ReviewEmpty", "[ ] at the start of a line in Notes makes a to-do."),
        ),
    }[key]
