"""The table of Review as rows: what was attended, in groups or sorted by a column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from confnotes.domain.conference import Event, EventKind
from confnotes.domain.session import LinkKind, LinkState
from confnotes.services.views import ProgrammeView, SessionView


class Column(IntEnum):
    """The columns, in their order."""

    REVIEWED = 0
    SESSION = 1
    RATING = 2
    RECOMMENDED = 3
    NOTES = 4
    UNCLEAR = 5
    TODOS = 6
    LINKS = 7
    PICTURES = 8
    SUMMARY = 9


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One attended session. `place` is its position in the order of time; `slides` and `video`
    say how far those links are (None: nothing known)."""

    session_id: str
    place: int
    title: str
    event_id: str
    day: date | None
    time: str
    speakers: tuple[str, ...]
    room: str
    rating: int | None
    recommended: bool
    lines: int
    unclear: int
    todos: int
    slides: LinkState | None
    video: LinkState | None
    pictures: int
    summary: bool
    reviewed: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a day, or of an event on a day: `title`, and quieter `note` after it."""

    title: str
    note: str


Row = ReviewRow | GroupRow


def attended(view: ProgrammeView, clock: Callable[[SessionView], str]) -> tuple[ReviewRow, ...]:
    """Return what was attended, in the order of time; `clock` says when a session began."""
    found = [one for one in view.sessions if one.attended]
    return tuple(_row(one, place, clock(one)) for place, one in enumerate(found))


def to_watch(view: ProgrammeView, clock: Callable[[SessionView], str]) -> tuple[ReviewRow, ...]:
    """Return what is to be watched later, attended or not, in the order of time."""
    found = [one for one in view.sessions if one.session.choice.watch_later]
    return tuple(_row(one, place, clock(one)) for place, one in enumerate(found))


def _row(view: SessionView, place: int, time: str) -> ReviewRow:
    session = view.session
    return ReviewRow(
        session.id,
        place,
        session.title,
        session.event_id,
        view.day,
        time,
        tuple(speaker.name for speaker in view.speakers),
        session.facts.room or "",
        session.rating,
        session.recommended,
        view.lines,
        view.unclear,
        view.todos,
        _state(view, LinkKind.SLIDES),
        _state(view, LinkKind.VIDEO),
        view.pictures,
        bool(session.summary.strip() or session.takeaway.strip()),
        session.reviewed,
        session.tags,
    )


_NEARNESS = (LinkState.THERE, LinkState.EXPECTED, LinkState.NONE)


def _state(view: SessionView, kind: LinkKind) -> LinkState | None:
    """Return the best state among a session's links of one kind."""
    states = {link.state for link in view.links if link.kind is kind}
    return next((state for state in _NEARNESS if state in states), None)


def grouped(
    rows: Sequence[ReviewRow],
    events: Sequence[Event],
    head: Callable[[date | None, Event | None], GroupRow],
) -> list[Row]:
    """Return the rows by day, and within a day the co-located events before the conference's own
    sessions; each group under its head (`head(day, co-located event or None)`)."""
    beside = {event.id: event for event in events if event.kind is EventKind.COLOCATED}
    order = {event.id: at for at, event in enumerate(events)}

    def key(row: ReviewRow) -> tuple[date, bool, int]:
        own = row.event_id not in beside
        return row.day or date.max, own, 0 if own else order[row.event_id]

    out: list[Row] = []
    last: tuple[date, bool, int] | None = None
    for row in sorted(rows, key=lambda row: (key(row), row.place)):
        if key(row) != last:
            last = key(row)
            out.append(head(row.day, beside.get(row.event_id)))
        out.append(row)
    return out


def arranged(rows: Sequence[ReviewRow], column: Column, *, down: bool) -> list[Row]:
    """Return the rows sorted by one column; equals stay in the order of time."""
    in_time = sorted(rows, key=lambda row: row.place)
    ordered = sorted(in_time, key=_KEYS[column], reverse=down)
    return [*ordered]


def _nearness(state: LinkState | None) -> int:
    return len(_NEARNESS) - _NEARNESS.index(state) if state is not None else 0


_KEYS: dict[Column, Callable[[ReviewRow], int]] = {
    Column.REVIEWED: lambda row: int(row.reviewed),
    Column.SESSION: lambda row: row.place,
    Column.RATING: lambda row: row.rating or 0,
    Column.RECOMMENDED: lambda row: int(row.recommended),
    Column.NOTES: lambda row: row.lines,
    Column.UNCLEAR: lambda row: row.unclear,
    Column.TODOS: lambda row: row.todos,
    Column.LINKS: lambda row: _nearness(row.slides) + _nearness(row.video),
    Column.PICTURES: lambda row: row.pictures,
    Column.SUMMARY: lambda row: int(row.summary),
}


def progress(rows: Sequence[ReviewRow]) -> tuple[int, int]:
    """Return (reviewed, all)."""
    return sum(row.reviewed for row in rows), len(rows)
