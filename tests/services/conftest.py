"""Services on a real notebook, and a conference in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from confnotes.domain.changes import ChangeSet
from confnotes.services.bundle import Services
from helpers.notebooks import services


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Services]:
    """Return the services on an empty notebook."""
    found = services(tmp_path / "trip.confnotes")
    yield found
    found.close()


@pytest.fixture
def told(opened: Services) -> list[ChangeSet]:
    """Return the list that every published change is added to."""
    found: list[ChangeSet] = []
    opened.hub.subscribe(found.append)
    return found


@pytest.fixture
def conference_id(opened: Services) -> str:
    """Return a conference of three days in Lisbon."""
    identity, _ = opened.programme.create_conference(
        "Harbour Conf 2026",
        "Europe/Lisbon",
        starts=date(2026, 5, 4),
        ends=date(2026, 5, 6),
        venue="Boathouse",
        city="Lisbon",
    )
    return identity


@pytest.fixture
def session_id(opened: Services, conference_id: str) -> str:
    """Return a session made by hand on the second day."""
    identity, _ = opened.programme.add_session(
        conference_id, "Lighthouses", start="2026-05-05T10:00:00", duration=2700, room="Quay"
    )
    return identity
