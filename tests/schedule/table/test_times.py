"""Dates and times as spreadsheets have them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.schedule.table.times import Calendar, clock_of, from_to, needs_first_day, when

FIRST = date(2026, 5, 4)  # a Monday


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-05-04", date(2026, 5, 4)),
        ("2026/5/4", date(2026, 5, 4)),
        ("2026年5月4日", date(2026, 5, 4)),
        ("2026年5月4日（月）", date(2026, 5, 4)),
        ("27/12/14", date(2014, 12, 27)),
        ("27.12.2014", date(2014, 12, 27)),
        ("4.5.99", date(1999, 5, 4)),
        ("May 4, 2026", date(2026, 5, 4)),
        ("4 May 2026", date(2026, 5, 4)),
        ("Mon, 4 May 2026", date(2026, 5, 4)),
        ("Monday, May 4th, 2026", date(2026, 5, 4)),
        ("4. Mai 2026", date(2026, 5, 4)),
        ("4. März 2026", date(2026, 3, 4)),
        ("5月4日", date(2026, 5, 4)),
        ("1月2日", date(2026, 1, 2)),
        ("31.12.", date(2025, 12, 31)),
        ("4 May", date(2026, 5, 4)),
        ("Freitag", date(2026, 5, 8)),
        ("Mon", date(2026, 5, 4)),
        ("日曜日", date(2026, 5, 10)),
        ("土", date(2026, 5, 9)),
        ("Day 1", date(2026, 5, 4)),
        ("2日目", date(2026, 5, 5)),
        ("Day 2 (Tue)", date(2026, 5, 5)),
        ("31/2/2026", None),
        ("13/13/2026", None),
        ("someday", None),
        ("Room 5", None),
        ("Day 0", None),
        ("", None),
    ],
)
def test_dates(text: str, found: date | None) -> None:
    assert Calendar(FIRST).date_of(text) == found


def test_a_year_is_looked_for_around_the_first_day() -> None:
    assert Calendar(date(2025, 12, 27)).date_of("1月1日") == date(2026, 1, 1)
    assert Calendar(date(2026, 1, 1)).date_of("31.12.") == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9:00", 540), ("09:00:00", 540), ("14", 840), ("0930", 570), ("9時", 540),
        ("9時30分", 570), ("午後2時30分", 870), ("午前0時", 0), ("2:00 p.m.", 840), ("2 pm", 840),
        ("12:00 a.m.", 0), ("12:00 PM", 720), ("04:30 p.m.", 990), ("9：15", 555), ("9h30", 570),
        ("9 Uhr", 540), ("25:30", 1530), ("13:00 pm", None), ("9:75", None), ("30", None),
        ("soon", None), ("", None), ("0 pm", None),
    ],
)  # fmt: skip
def test_clocks(text: str, minutes: int | None) -> None:
    assert clock_of(text) == minutes


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("10:00-10:45", ("10:00", "10:45")),
        ("10:00 – 10:45", ("10:00", "10:45")),
        ("10:00〜10:45", ("10:00", "10:45")),
        ("10時~11時", ("10時", "11時")),
        ("9 am - 10 am", ("9 am", "10 am")),
        ("10:00 to 11:00", ("10:00", "11:00")),
        ("2026-05-04", ("2026-05-04", "")),
        ("2026-05-04T10:00:00-04:00", ("2026-05-04T10:00:00-04:00", "")),
        ("10:00~", ("10:00~", "")),
    ],
)
def test_ranges(text: str, both: tuple[str, str]) -> None:
    assert from_to(text) == both


@pytest.mark.parametrize(
    ("text", "day", "minutes"),
    [
        ("2026/5/4 10:00", FIRST, 600),
        ("5/4/2026 2:00 PM", FIRST, 840),
        ("2026年5月4日(月) 午後2時", FIRST, 840),
        ("May 4, 2026 10:00", FIRST, 600),
        ("2026/5/4", FIRST, None),
        ("10:00", None, 600),
        ("nothing", None, None),
    ],
)
def test_a_cell_may_hold_both(text: str, day: date | None, minutes: int | None) -> None:
    found = when(text, Calendar(day_first=False))
    assert (found.day, found.minutes) == (day, minutes)


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    for calendar in (Calendar(), Calendar(FIRST, day_first=False)):
        calendar.date_of(text)
        when(text, calendar)
    clock_of(text)
    from_to(text)
    needs_first_day(text, day_first=True)
