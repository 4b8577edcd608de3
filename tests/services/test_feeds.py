"""Where a schedule came from: kept with it, and only as long as it is true."""

import pytest

from confnotes.domain.conference import FeedState
from confnotes.domain.draft import Draft
from confnotes.domain.revisions import Decisions, revisions
from confnotes.schedule import read_schedule
from confnotes.services.bundle import Services
from helpers.commandline import PRETALX_ICS

ADDRESS = "https://harbour.example/all.ics"
FIRST = FeedState(ADDRESS, '"v1"', "Sat, 28 Nov 2026 10:00:00 GMT")
SECOND = FeedState(ADDRESS, '"v2"')


def draft(room: str = "Boathouse") -> Draft:
    return read_schedule(PRETALX_ICS.replace(b"Boathouse", room.encode()))


@pytest.fixture
def conference(opened: Services) -> str:
    """Return a conference that came from an address."""
    imported, _ = opened.schedules.import_draft(
        draft(), name="Harbour Conf", timezone="Europe/Lisbon", data_sha256="01", feed=FIRST
    )
    return imported.conference_id


def test_it_is_kept_with_the_conference(opened: Services, conference: str) -> None:
    other, _ = opened.programme.create_conference("Other", "Asia/Tokyo")
    schedules = opened.schedules
    assert schedules.feeds() == schedules.feeds(conference) == (FIRST,)
    assert schedules.feeds(other) == ()
    found = schedules.fed_by(ADDRESS)
    assert found is not None
    assert found.id == conference
    assert schedules.fed_by("https://elsewhere.example/") is None


def test_a_later_state_takes_its_place_and_goes_with_it(opened: Services, conference: str) -> None:
    applied, _ = opened.schedules.apply(conference, draft("Lantern room"), feed=SECOND)
    assert opened.schedules.feeds() == (SECOND,)
    opened.schedules.take_back(applied)
    assert opened.schedules.feeds() == (FIRST,)


def test_a_state_that_says_nothing_new_is_noted(opened: Services, conference: str) -> None:
    opened.schedules.apply(conference, draft(), data_sha256="01", feed=SECOND)
    assert opened.schedules.feeds() == (SECOND,)


def test_a_file_is_no_state_of_the_server(opened: Services, conference: str) -> None:
    applied, _ = opened.schedules.apply(conference, draft("Lantern room"), data_sha256="02")
    assert opened.schedules.feeds() == (FeedState(ADDRESS),)
    opened.schedules.take_back(applied)
    assert opened.schedules.feeds() == (FIRST,)


def test_what_was_not_taken_over_is_told_again(opened: Services, conference: str) -> None:
    later = draft("Lantern room")
    (moved,) = revisions(opened.schedules.differences(conference, later))
    passed_over = Decisions(frozenset({moved.id}))
    opened.schedules.apply(conference, later, passed_over, data_sha256="02", feed=SECOND)
    assert opened.schedules.feeds() == (FeedState(ADDRESS),)
    assert len(revisions(opened.schedules.differences(conference, later))) == 1


def test_another_address_replaces_the_first(opened: Services, conference: str) -> None:
    moved = FeedState("https://new.example/all.ics", '"a"')
    opened.schedules.apply(conference, draft("Lantern room"), feed=moved)
    assert opened.schedules.feeds() == (moved,)
