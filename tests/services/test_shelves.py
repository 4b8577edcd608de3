"""Archive and trash: what is put away is where it was put, loses nothing, and comes back."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.conference import Shelf, Shelved
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.search import parse
from confnotes.services.bundle import Services
from confnotes.storage import migrations
from helpers.notebooks import services


def _titles(opened: Services) -> list[str]:
    return [one.conference.title for one in opened.programme.conferences()]


def _found(opened: Services, text: str) -> int:
    return len(opened.search.search(parse(text)).found)


def test_the_trash_hides_a_conference_and_gives_all_of_it_back(
    opened: Services, conference_id: str, session_id: str, told: list[ChangeSet]
) -> None:
    opened.programme.create_conference("Other Days", "UTC")
    with opened.notebook.reading() as unit:
        before = unit.contents(conference_id)
    assert _found(opened, "lighthouses") == 1
    told.clear()
    changes = opened.shelves.put_away(conference_id, Shelf.TRASHED)
    assert told == [changes]
    assert changes.touches(Kind.CONFERENCE, conference_id)
    assert changes.conference_id == conference_id
    assert _titles(opened) == ["Other Days"]
    assert _found(opened, "lighthouses") == 0
    assert opened.search.recent(5) == ()
    assert [one["name"] for one in opened.exchange.conference_objects()] == ["Other Days"]
    assert opened.programme.find(None).title == "Other Days"
    with pytest.raises(ConfnotesError, match=r"conference\.unknown"):
        opened.programme.find("Harbour Conf 2026")
    assert opened.programme.find(conference_id).id == conference_id
    shelf_of = {one.conference.id: one.shelf for one in opened.programme.conferences(trashed=True)}
    assert shelf_of[conference_id] is Shelf.TRASHED
    opened.shelves.put_away(conference_id, None)
    assert _titles(opened) == ["Harbour Conf 2026", "Other Days"]
    assert _found(opened, "lighthouses") == 1
    with opened.notebook.reading() as unit:
        assert unit.contents(conference_id) == before
        assert unit.all(Shelved) == ()


def test_what_is_archived_is_found_and_listed(
    opened: Services, conference_id: str, session_id: str
) -> None:
    opened.shelves.put_away(conference_id, Shelf.ARCHIVED)
    assert opened.shelves.of(conference_id) is Shelf.ARCHIVED
    assert [one.shelf for one in opened.programme.conferences()] == [Shelf.ARCHIVED]
    assert _found(opened, "lighthouses") == 1
    assert not opened.shelves.put_away(conference_id, Shelf.ARCHIVED)
    opened.shelves.put_away(conference_id, Shelf.TRASHED)
    assert opened.shelves.of(conference_id) is Shelf.TRASHED
    opened.shelves.put_away(conference_id, None)
    assert opened.shelves.of(conference_id) is None


def test_only_what_is_there_is_put_away(opened: Services) -> None:
    with pytest.raises(ConfnotesError, match=r"conference\.gone"):
        opened.shelves.put_away("2c1f3a52-5a0b-4d44-9b86-0f6f6e0f9a11", Shelf.ARCHIVED)


@pytest.mark.parametrize("shelf", list(Shelf))
def test_a_dump_keeps_the_shelf(
    opened: Services, conference_id: str, tmp_path: Path, shelf: Shelf
) -> None:
    opened.shelves.put_away(conference_id, shelf)
    path, _ = opened.exchange.dump(conference_id, tmp_path / "away.json")
    assert json.loads(path.read_text())["conference"]["shelved"][0]["shelf"] == shelf
    other = services(tmp_path / "other.confnotes")
    other.exchange.load(path)
    assert other.shelves.of(conference_id) is shelf
    other.close()


def test_a_dump_of_one_at_hand_says_nothing_of_shelves(
    opened: Services, conference_id: str, tmp_path: Path
) -> None:
    path, _ = opened.exchange.dump(conference_id, tmp_path / "there.json")
    assert "shelved" not in json.loads(path.read_text())["conference"]


def test_a_notebook_from_before_shelves_opens_with_all_at_hand(tmp_path: Path) -> None:
    path = tmp_path / "old.confnotes"
    first = services(path)
    identity, _ = first.programme.create_conference("Harbour Conf", "UTC")
    first.close()
    with closing(sqlite3.connect(path)) as connection:
        for column in ("shelf", "given_speakers"):
            connection.execute(f"ALTER TABLE session DROP COLUMN {column}")
        for table in ("saved_text", "saved_section", "saved_layout", "shelved"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 7")
        connection.commit()
    opened = services(path)
    assert opened.shelves.of(identity) is None
    opened.shelves.put_away(identity, Shelf.TRASHED)
    assert _titles(opened) == []
    opened.close()
    assert migrations.newest() >= 8
    assert (tmp_path / f"old.before-v{migrations.newest()}.confnotes").exists()
