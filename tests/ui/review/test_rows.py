"""What stands in the table of Review, and in which order."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.conference import Event, EventKind
from confnotes.domain.session import LinkState
from confnotes.ui.review.rows import (
    Column,
    GroupRow,
    ReviewRow,
    Row,
    arranged,
    grouped,
    progress,
)

MAIN = Event("main", "c", EventKind.MAIN, "Days")
BESIDE = Event("beside", "c", EventKind.COLOCATED, "Summit", 1)
FIRST, SECOND = date(2026, 5, 1), date(2026, 5, 2)


def row(place: int, **given_: object) -> ReviewRow:
    values: dict[str, object] = {
        "event_id": "main",
        "day": FIRST,
        "time": "9:00",
        "speakers": (),
        "room": "",
        "rating": None,
        "recommended": False,
        "lines": 0,
        "unclear": 0,
        "todos": 0,
        "slides": None,
        "video": None,
        "pictures": 0,
        "summary": False,
        "reviewed": False,
    }
    return ReviewRow(f"s{place}", place, f"Title {place}", **(values | given_))  # type: ignore[arg-type]


def names(shown: Sequence[Row]) -> list[str]:
    return [one.session_id for one in shown if isinstance(one, ReviewRow)]


def head(day: date | None, event: Event | None) -> GroupRow:
    return GroupRow(event.title if event else "Days", str(day))


def test_days_in_order_and_events_beside_the_conference_first() -> None:
    rows = [row(0), row(1, event_id="beside"), row(2), row(3, day=SECOND), row(4, day=None)]
    shown = grouped(rows, (MAIN, BESIDE), head)
    said = [one.title if isinstance(one, GroupRow) else one.session_id for one in shown]
    assert said == ["Summit", "s1", "Days", "s0", "s2", "Days", "s3", "Days", "s4"]


def test_sorting_by_stars_keeps_equals_in_the_order_of_time() -> None:
    rows = [row(0, rating=3), row(1, rating=5), row(2), row(3, rating=5)]
    down = [
        r.session_id for r in arranged(rows, Column.RATING, down=True) if isinstance(r, ReviewRow)
    ]
    assert down == ["s1", "s3", "s0", "s2"]
    up = [
        r.session_id for r in arranged(rows, Column.RATING, down=False) if isinstance(r, ReviewRow)
    ]
    assert up == ["s2", "s0", "s1", "s3"]


def test_material_that_is_there_comes_before_what_is_expected() -> None:
    rows = [row(0), row(1, video=LinkState.EXPECTED), row(2, slides=LinkState.THERE)]
    shown = arranged(rows, Column.LINKS, down=True)
    assert names(shown) == ["s2", "s1", "s0"]


def test_progress_counts_what_is_reviewed() -> None:
    assert progress([row(0, reviewed=True), row(1)]) == (1, 2)
    assert progress([]) == (0, 0)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.sampled_from([FIRST, SECOND, None]))),
    st.sampled_from(list(Column)),
    st.booleans(),
)
def test_no_order_loses_or_doubles_a_session(
    given_: list[tuple[int, bool, date | None]], column: Column, down: bool
) -> None:
    rows = [
        row(n, rating=stars or None, reviewed=done, day=day, event_id="beside" if done else "main")
        for n, (stars, done, day) in enumerate(given_)
    ]
    for shown in (arranged(rows, column, down=down), grouped(rows, (MAIN, BESIDE), head)):
        assert sorted(names(shown)) == sorted(one.session_id for one in rows)
