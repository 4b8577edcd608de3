"""Planned times: what they mean, and what a corrected zone does to them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.times import (
    Planned,
    TimeForm,
    conference_date,
    form_of,
    instant_from,
    instant_text,
    resolve,
    zone,
    zone_names,
)

ZONES = st.sampled_from(sorted(["America/Los_Angeles", "Asia/Tokyo", "Europe/Paris", "UTC"]))


@pytest.mark.parametrize(
    ("planned", "form"),
    [
        ("2026-03-23T09:00:00+01:00", TimeForm.INSTANT),
        ("2026-03-23T09:00:00Z", TimeForm.INSTANT),
        ("2026-03-23T09:00", TimeForm.WALL),
        ("2026-03-23", TimeForm.DATE),
        (None, TimeForm.NONE),
    ],
)
def test_the_form_is_read_off_the_text(planned: str | None, form: TimeForm) -> None:
    assert form_of(planned) is form


@pytest.mark.parametrize("planned", ["", "tomorrow", "2026-13-01", "2026-03-23T25:00"])
def test_what_is_no_time_is_refused(planned: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        form_of(planned)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)), ZONES, ZONES)  # noqa: DTZ001
def test_a_corrected_zone_moves_wall_times_and_leaves_instants(
    wall: datetime, first: str, second: str
) -> None:
    instant = wall.replace(tzinfo=UTC).isoformat()
    assert resolve(instant, first) == resolve(instant, second)
    there = resolve(wall.isoformat(), second)
    assert there is not None
    # A wall time that daylight saving skips is the only one that does not come back.
    assert there.astimezone(zone(second)).replace(tzinfo=None) - wall in (
        timedelta(0),
        timedelta(hours=1),
    )


def test_a_duration_counts_in_absolute_time_over_the_night_of_the_clock_change() -> None:
    plan = Planned("2026-03-29T01:30:00", duration=2 * 3600)
    start, end = plan.span("Europe/Paris")
    assert start is not None
    assert end is not None
    assert end - start == timedelta(hours=2)
    assert end.astimezone(zone("Europe/Paris")).hour == 4


def test_all_day_ends_at_the_end_of_its_last_day() -> None:
    start, end = Planned("2026-03-23", "2026-03-24").span("Asia/Tokyo")
    assert (start, end) == (
        datetime(2026, 3, 22, 15, tzinfo=UTC),
        datetime(2026, 3, 24, 15, tzinfo=UTC),
    )


def test_half_a_plan_is_half_a_span() -> None:
    assert Planned().span("UTC") == (None, None)
    start, end = Planned("2026-03-23T09:00:00Z").span("UTC")
    assert start is not None
    assert end is None


def test_the_small_hours_belong_to_the_day_before() -> None:
    two = datetime(2019, 11, 20, 2, tzinfo=zone("America/Los_Angeles"))
    assert conference_date(two, "America/Los_Angeles") == date(2019, 11, 19)
    assert conference_date(two, "America/Los_Angeles", day_begins=0) == date(2019, 11, 20)
    assert conference_date(two + timedelta(hours=2), "America/Los_Angeles") == date(2019, 11, 20)


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_survives_its_stored_form(instant: datetime) -> None:
    assert instant_from(instant_text(instant)) == instant
    assert instant_text(instant).endswith("Z")


def test_an_instant_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="2026"):
        instant_from("2026-03-23T09:00:00")


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "Asia"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        zone(name)


def test_zone_names_hold_the_usual() -> None:
    assert {"Asia/Tokyo", "America/Los_Angeles", "UTC"} <= zone_names()
