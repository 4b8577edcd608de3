"""`import` of a schedule whose conference is there: said first, applied with --update."""

from pathlib import Path

import pytest

from confnotes.domain.conference import Shelf
from helpers.commandline import PRETALX_ICS, Run
from helpers.notebooks import services

LATER = PRETALX_ICS.replace(b"LOCATION:Boathouse", b"LOCATION:Lantern room", 1)


def test_a_changed_schedule_is_compared_first(run: Run, schedule: Path) -> None:
    run("import", str(schedule))
    before = run("sessions", "--json").out
    ran = run("import", "-", stdin=LATER)
    assert ran.status == 0
    assert "moved: Opening" in ran.out
    assert "Boathouse → 2026-05-04 09:00–09:30 Lantern room" in ran.out
    assert "--update" in ran.out
    assert run("sessions", "--json").out == before
    (answer,) = run("import", "-", "--json", stdin=LATER).objects
    changes = answer["changes"]
    assert isinstance(changes, list)
    assert [(one["kind"], one["yours"], one["differs"]) for one in changes] == [
        ("moved", False, ["room"])
    ]


def test_update_applies_it_once(run: Run, schedule: Path) -> None:
    run("import", str(schedule))
    ran = run("import", "-", "--update", stdin=LATER)
    assert ran.status == 0
    assert "1 sessions changed" in ran.out
    assert "Lantern room" in run("sessions").out
    again = run("import", "-", "--update", stdin=LATER)
    assert (again.status, "nothing new" in again.out) == (0, True)
    assert run("import", "-", stdin=LATER).status == 1  # it is there already


def test_update_brings_a_conference_out_of_the_trash(
    run: Run, schedule: Path, tmp_path: Path
) -> None:
    run("import", str(schedule))
    (listed,) = run("conferences", "--json").objects
    opened = services(tmp_path / "test.confnotes")
    opened.shelves.put_away(str(listed["id"]), Shelf.TRASHED)
    opened.close()
    assert run("conferences").out == ""
    assert run("conferences", "--json").objects == []
    assert run("sessions").status == 1
    assert run("import", "-", "--update", stdin=LATER).status == 0
    assert run("conferences", "--json").objects == [listed]


def test_update_in_japanese(run: Run, schedule: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", str(schedule))
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    ran = run("import", "-", stdin=LATER)
    assert "移動：Opening" in ran.out


def test_there_is_nothing_to_update(run: Run, schedule: Path, tmp_path: Path) -> None:
    ran = run("import", str(schedule), "--update")
    assert ran.status == 1
    assert "--update" in ran.err
    assert not (tmp_path / "test.confnotes").exists()
