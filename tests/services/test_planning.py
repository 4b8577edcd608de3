"""Days and their numbers, as plain rules."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.conference import Conference
from confnotes.services.planning import MAX_DAYS, all_dates, days_for, numbered

FIRST = date(2026, 5, 4)
DATES = st.dates(min_value=date(2026, 4, 20), max_value=date(2026, 5, 30))


def test_the_first_day_is_day_one() -> None:
    dates = all_dates(None, None, [FIRST, FIRST + timedelta(days=2)])
    assert numbered(dates, None) == {
        FIRST: 1,
        FIRST + timedelta(days=1): 2,
        FIRST + timedelta(days=2): 3,
    }


def test_what_is_before_the_start_counts_back_from_zero() -> None:
    early = [FIRST - timedelta(days=2), FIRST - timedelta(days=1)]
    dates = all_dates(FIRST, FIRST, early)
    assert [numbered(dates, FIRST)[one] for one in dates] == [-1, 0, 1]


def test_a_start_after_everything_says_nothing() -> None:
    assert numbered([FIRST], FIRST + timedelta(days=9)) == {FIRST: 1}


def test_an_endless_conference_has_days_only_where_something_is() -> None:
    last = FIRST + timedelta(days=MAX_DAYS)
    assert all_dates(FIRST, last, [FIRST]) == [FIRST]
    assert all_dates(None, None, []) == []


@given(st.sets(DATES, max_size=6), st.none() | DATES, st.none() | DATES)
def test_numbers_are_one_after_the_other_and_every_used_date_has_one(
    used: set[date], starts: date | None, ends: date | None
) -> None:
    conference = Conference("c", "X", "UTC", starts=starts, ends=ends)
    days, gone = days_for(conference, [], used)
    numbers = [day.number for day in days]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    assert used <= {day.date for day in days}
    assert gone == []
    again, none = days_for(conference, days, used)
    assert (again, none) == (days, [])


@given(st.sets(DATES, min_size=1, max_size=6), st.sets(DATES, min_size=1, max_size=6))
def test_days_that_follow_are_as_if_made_new(before: set[date], after: set[date]) -> None:
    conference = Conference("c", "X", "UTC")
    days, _ = days_for(conference, [], before)
    followed, gone = days_for(conference, days, after)
    fresh, _ = days_for(conference, [], after)
    assert [(day.date, day.number) for day in followed] == [(day.date, day.number) for day in fresh]
    assert {day.id for day in followed} | {day.id for day in gone} >= {day.id for day in days}


def test_numbers_set_by_hand_stay_when_something_is_added() -> None:
    conference = Conference("c", "X", "UTC", starts=FIRST, ends=FIRST + timedelta(days=1))
    days, _ = days_for(conference, [], [])
    by_hand = [replace(day, number=day.number - 1) for day in days]
    later = FIRST + timedelta(days=2)
    kept, gone = days_for(conference, by_hand, [FIRST, later])
    assert ([day.number for day in kept], gone) == ([0, 1, 2], [])
    earlier = FIRST - timedelta(days=1)
    kept, _ = days_for(conference, kept, [earlier, FIRST, later])
    assert [day.number for day in kept] == [-1, 0, 1, 2]
    one = [replace(day, number=7) if day.date == FIRST else day for day in days]
    assert [day.number for day in days_for(conference, one, [later])[0]] == [7, 2, 3]


def test_another_start_numbers_days_anew() -> None:
    before = Conference("c", "X", "UTC", starts=FIRST, ends=FIRST + timedelta(days=1))
    days, _ = days_for(before, [], [FIRST])
    after = replace(before, starts=FIRST + timedelta(days=1))
    followed, _ = days_for(after, days, [FIRST], before=before)
    assert [day.number for day in followed] == [0, 1]
