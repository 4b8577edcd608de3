"""Layouts: which sessions a report tells of, and what they stand together by.

A layout is the word kept in `Report.layout`: `full` (by day), `rating`, `theme`, `liked` (three
at length, the rest as a list), `diary` (meals, booths and parties among the day's sessions),
`day:2019-11-19` (one day of several) and `session:UUID`. One that means nothing any more (the
session is gone) is as `full`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from confnotes.domain.text import folded
from confnotes.report.snapshot import Snapshot, Talk

FULL, RATING, THEME, LIKED, DIARY = "full", "rating", "theme", "liked", "diary"
ONE_DAY, ONE_SESSION = "day:", "session:"
_LIKED = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Sessions that stand together: `key` names the group (`rating:5`, `theme:edge`, `liked`,
    `rest`), `words` is what it is called where the notes say so; `told` are told at length, the
    others are only named."""

    key: str
    talks: tuple[Talk, ...]
    words: str = ""
    told: bool = True


def offered(snapshot: Snapshot) -> tuple[tuple[str, date | None, str], ...]:
    """Return the layouts that make sense for what one attended: (layout, its day, the title of its
    session); one day and one session where there are several."""
    talks = [talk for talk in snapshot.attended if not talk.around]
    out: list[tuple[str, date | None, str]] = [(FULL, None, "")]
    if any(talk.session.rating for talk in talks):
        out += [(RATING, None, ""), (LIKED, None, "")]
    if any(talk.session.facts.track or talk.session.tags for talk in talks):
        out.append((THEME, None, ""))
    if len(talks) < len(snapshot.attended):
        out.append((DIARY, None, ""))
    days = sorted({talk.day for talk in snapshot.attended if talk.day})
    if len(days) > 1:
        out += [(f"{ONE_DAY}{day.isoformat()}", day, "") for day in days]
    if len(talks) > 1:
        out += [(f"{ONE_SESSION}{t.session.id}", t.day, t.session.title) for t in talks]
    return tuple(out)


def day_of(layout: str) -> date | None:
    """Return the day a report is about, None where it is about more."""
    if not layout.startswith(ONE_DAY):
        return None
    try:
        return date.fromisoformat(layout.removeprefix(ONE_DAY))
    except ValueError:
        return None


def session_of(layout: str) -> str:
    """Return the id of the session a report is about, "" where it is about more."""
    return layout.removeprefix(ONE_SESSION) if layout.startswith(ONE_SESSION) else ""


def kept_as(layout: str) -> str:
    """Return a layout as it makes sense in any conference: `day` and `session` for one of them."""
    return "day" if layout.startswith(ONE_DAY) else (
        "session" if session_of(layout) else layout
    )  # fmt: skip


def begun(kept: str, snapshot: Snapshot) -> str:
    """Return a kept layout for this conference: the first day one was there, the session one liked
    best; everything where there is none."""
    if kept == "day":
        days = sorted(talk.day for talk in snapshot.attended if talk.day)
        return f"{ONE_DAY}{days[0].isoformat()}" if days else FULL
    if kept == "session":
        talks = [talk for talk in snapshot.attended if not talk.around]
        best = max(talks, key=_liking, default=None)
        return f"{ONE_SESSION}{best.session.id}" if best else FULL
    return kept


def one_day(snapshot: Snapshot) -> date | None:
    """Return the day that a snapshot tells of and one was there; None where it tells of more."""
    day = day_of(snapshot.report.layout)
    return day if day in {talk.day for talk in snapshot.attended} else None


def one_session(snapshot: Snapshot) -> Talk | None:
    """Return the session that a snapshot tells of and one was in; None where it tells of more."""
    wanted = session_of(snapshot.report.layout)
    return next((talk for talk in snapshot.attended if talk.session.id == wanted), None)


def scoped(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot with the sessions that its layout looks at, attended or not; with all of
    them where one attended none of those."""
    layout = snapshot.report.layout
    day, session = day_of(layout), session_of(layout)
    if day is not None:
        found = [t for t in snapshot.talks if t.day and t.day <= day <= (t.last_day or t.day)]
    elif session:
        found = [t for t in snapshot.talks if t.session.id == session]
    else:
        return snapshot
    some = any(talk.attended for talk in found)
    return replace(snapshot, talks=tuple(found)) if some else snapshot


def groups(snapshot: Snapshot) -> tuple[Group, ...]:
    """Return what the sessions stand together by; () where days do."""
    talks = [talk for talk in snapshot.attended if not talk.around]
    match snapshot.report.layout:
        case "rating":
            rest = [talk for talk in talks if not talk.session.recommended]
            return tuple(_by_rating(rest))
        case "theme":
            rest = [talk for talk in talks if not talk.session.recommended]
            return tuple(_by_theme(rest))
        case "liked":
            liked = _liked(talks)
            ids = {talk.session.id for talk in liked}
            left = tuple(talk for talk in talks if talk.session.id not in ids)
            rest_group = (Group("rest", left, told=False),) if left else ()
            return (Group("liked", liked), *rest_group) if liked else rest_group
    return ()


def _by_rating(talks: Sequence[Talk]) -> Iterator[Group]:
    for stars in (5, 4, 3, 2, 1, None):
        found = tuple(talk for talk in talks if talk.session.rating == stars)
        if found:
            yield Group(f"rating:{stars or 'none'}", found)


def _by_theme(talks: Sequence[Talk]) -> Iterator[Group]:
    """Yield a group for each theme (the track, else one's first tag), in order of time."""
    found: dict[str, list[Talk]] = {}
    words: dict[str, str] = {}
    for talk in talks:
        theme = (talk.session.facts.track or "").strip()
        theme = theme or next((tag for tag in talk.session.tags if tag.strip()), "")
        words.setdefault(folded(theme), theme)
        found.setdefault(folded(theme), []).append(talk)
    for key in sorted(found, key=lambda key: not key):  # those without one come last
        name = f"theme:{key}" if key else "theme"
        yield Group(name, tuple(found[key]), words[key])


def _liked(talks: Sequence[Talk]) -> tuple[Talk, ...]:
    """Return the three one liked best, in order of time: recommended ones, then by stars, then by
    how much one wrote."""
    best = sorted(talks, key=_liking, reverse=True)[:_LIKED]
    ids = {talk.session.id for talk in best if _liking(talk)[:2] != (False, 0) or len(talks) <= 1}
    return tuple(talk for talk in talks if talk.session.id in ids)


def _liking(talk: Talk) -> tuple[bool, int, int]:
    session = talk.session
    return session.recommended, session.rating or 0, len(talk.lines)
