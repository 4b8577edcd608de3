"""Times and durations."""
# ruff: noqa: DTZ001 - a wall time has no zone

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.times import TimeForm, form_of
from confnotes.schedule.when import clock, iso, on_day, planned, seconds

offsets = st.integers(-14 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n)))
moments = st.datetimes(
    datetime(1971, 1, 1), datetime(2199, 12, 31), timezones=st.one_of(st.none(), offsets)
)


@given(moments)
def test_a_time_survives_its_stored_form(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    text = planned(moment)
    assert iso(text) == moment
    assert form_of(text) is (TimeForm.INSTANT if moment.tzinfo else TimeForm.WALL)


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    for read in (iso, clock, seconds):
        read(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-04-01", date(2026, 4, 1)),
        ("2026-04-01T10:00:00Z", datetime(2026, 4, 1, 10, tzinfo=UTC)),
        ("2026-04-01 10:00:00 +0000", datetime(2026, 4, 1, 10, tzinfo=UTC)),
        ("2026-04-01T10:00", datetime(2026, 4, 1, 10)),
        ("2026-13-01", None),
        ("2026-02-30T10:00:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_iso(text: str, found: date | None) -> None:
    assert iso(text) == found


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("00:45", 2700),
        ("12:59", 46740),
        ("01:30:00", 5400),
        ("00:45:30", 2730),
        ("1:02:30", 95400),
        ("0:45", 2700),
        ("PT45M", 2700),
        ("P1DT2H", 93600),
        ("PT1H30M", 5400),
        ("45", 2700),
        ("45 min", 2700),
        ("00:00", 0),
        ("00:75", None),
        ("-00:30", None),
        ("PT", None),
        ("-PT5M", None),
        ("P99999W", None),
        ("long", None),
        ("99999", None),
    ],
)
def test_durations(text: str, length: int | None) -> None:
    assert seconds(text) == length


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1439), st.integers(0, 720))
def test_a_wall_time_falls_into_the_conference_day(day: date, minutes: int, change: int) -> None:
    start = on_day(day, minutes, change)
    assert start.hour * 60 + start.minute == minutes
    assert (start - timedelta(minutes=change)).date() == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("09:30", 570), ("9:30", 570), ("09:00:00", 540), ("9h30", 570), ("25:00", 1500),
     ("9:60", None), ("99:00", None), ("noon", None)],
)  # fmt: skip
def test_clock(text: str, minutes: int | None) -> None:
    assert clock(text) == minutes
