"""Rooms, venue and city taken apart."""

import pytest

from confnotes.schedule.places import places_of


@pytest.mark.parametrize(
    ("ending", "venue", "city"),
    [
        ("Amsterdam, Netherlands", "", "Amsterdam"),
        ("Moscone West, San Francisco, CA, USA", "Moscone West", "San Francisco"),
        ("Big Hall, 1 Main St, Portland, OR 97201", "Big Hall, 1 Main St", "Portland"),
        ("Messe, 10115 Berlin, Germany", "Messe", "Berlin"),
        ("Tokyo", "", "Tokyo"),
    ],
)
def test_the_shared_end_is_venue_and_city(ending: str, venue: str, city: str) -> None:
    places = places_of([f"Room {n}, {ending}" for n in "ABCDE"] + ["Beach Club, Elsewhere 3"])
    assert (places.venue, places.city) == (venue, city)
    assert places.room(f"Room A, {ending}") == "Room A"
    assert places.room("Beach Club, Elsewhere 3") == "Beach Club, Elsewhere 3"
    assert places.room(ending) == ending


@pytest.mark.parametrize(
    "locations",
    [
        [],
        ["Hall, Berlin"] * 5,
        ["Zelt Klima, Kohle", "Zelt Haus, Hof", "Wiese"],
        [f"Room {n}, 2nd floor" for n in range(5)],
        ["A", "B", "C"],
    ],
)
def test_without_a_shared_place_rooms_stay_whole(locations: list[str]) -> None:
    places = places_of(locations)
    assert not places.suffix
    assert [places.room(location) for location in locations] == locations
