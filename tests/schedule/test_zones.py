"""Zone names, and zones that would fit."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.times import zone, zone_names
from confnotes.schedule.windows_zones import WINDOWS_ZONES
from confnotes.schedule.zones import known_zone, zones_for, zones_of_place


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ('"Asia/Tokyo"', "Asia/Tokyo"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires",
         "America/Argentina/Buenos_Aires"),
        ("JST", "Asia/Tokyo"),
        ("Europe-Brussels", "Europe/Brussels"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern", "Europe/Amsterdam"),
        ("(UTC+25:00) Nowhere", None),
        ("Mars/Olympus", None),
        ("../../etc/passwd", None),
        ("/etc/localtime", None),
        ("Europe", None),
        ("a\0b", None),
        ("x" * 5000, None),
        ("", None),
    ],
)  # fmt: skip
def test_names(name: str, found: str | None) -> None:
    assert known_zone(name) == found


@given(st.text(max_size=40))
def test_any_text_is_a_zone_or_none(name: str) -> None:
    found = known_zone(name)
    assert found is None or zone(found).key == found


def test_every_windows_name_means_a_zone_this_machine_knows() -> None:
    assert len(WINDOWS_ZONES) > 100
    assert set(WINDOWS_ZONES.values()) <= zone_names()


def test_offsets_point_to_zones_in_which_they_hold() -> None:
    summer = datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("Europe/Paris"))
    winter = datetime(2026, 1, 1, 9, tzinfo=ZoneInfo("Europe/Paris"))
    assert zones_for([summer, winter])[0] == "Europe/Berlin"
    eastern = datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=3)))
    assert "Europe/Helsinki" in zones_for([eastern])
    assert "Europe/Helsinki" not in zones_for([eastern, eastern.replace(month=1)])
    tokyo = datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    assert zones_for([tokyo])[:2] == ("Asia/Tokyo", "Asia/Seoul")
    assert zones_for([datetime(2026, 7, 1, tzinfo=UTC)]) == ()
    assert zones_for([]) == ()


@pytest.mark.parametrize(
    ("places", "zones"),
    [
        (["Netherlands", "Amsterdam"], ("Europe/Amsterdam",)),
        (["CA 94103", "San Francisco"], ("America/Los_Angeles",)),
        (["東京"], ("Asia/Tokyo",)),
        (["New York"], ("America/New_York",)),
        (["Room 5", ""], ()),
    ],
)
def test_places(places: list[str], zones: tuple[str, ...]) -> None:
    assert zones_of_place(places) == zones
