"""Writes that are tried again until the notebook takes them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.services.bundle import Services
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks


def names(services: Services) -> list[str]:
    return sorted(s.conference.name for s in services.programme.conferences())


@pytest.fixture
def writes(tasks: Tasks) -> Iterator[Insistent]:
    """Return the writes; deleted here, as a timer may not be by another thread's collector."""
    made = Insistent(tasks)
    yield made
    shiboken6.delete(made)


def test_what_the_disk_would_not_take_is_written_later_in_order(
    services: Services, tasks: Tasks, writes: Insistent, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "there"

    def create(name: str) -> ChangeSet:
        if not there.exists():
            raise NotebookError("notebook.disk_full", path=str(there))
        return services.programme.create_conference(name, "UTC")[1]

    with qtbot.waitSignal(writes.failed) as told:
        writes.write(lambda: create("first"))
    assert told.args[0].code == "notebook.disk_full"
    writes.write(lambda: create("second"))
    assert writes.owing
    assert names(services) == []
    there.touch()
    writes.try_again()
    qtbot.waitUntil(lambda: not writes.owing)
    assert names(services) == ["first", "second"]


def test_what_makes_no_sense_is_said_once_and_dropped(
    services: Services, tasks: Tasks, writes: Insistent, qtbot: QtBot
) -> None:
    after: list[str] = []
    with qtbot.waitSignal(writes.failed) as told:
        writes.write(lambda: services.review.rate("nobody", 3), lambda: after.append("done"))
    assert isinstance(told.args[0], ConfnotesError)
    assert told.args[0].code == "session.gone"
    assert not writes.owing
    assert after == ["done"]


def test_a_newer_one_about_the_same_replaces_the_one_that_waits(
    services: Services, tasks: Tasks, writes: Insistent, tmp_path: Path, qtbot: QtBot
) -> None:
    there, after = tmp_path / "there", list[str]()

    def create(name: str) -> ChangeSet:
        if not there.exists():
            raise NotebookError("notebook.disk_full", path=str(there))
        return services.programme.create_conference(name, "UTC")[1]

    with qtbot.waitSignal(writes.failed):
        writes.write(lambda: create("old"), lambda: after.append("old"), about=1, words="old")
    writes.write(lambda: create("new"), lambda: after.append("new"), about=1, words="new")
    assert writes.words() == ["new"]
    there.touch()
    writes.try_again()
    qtbot.waitUntil(lambda: not writes.owing)
    assert names(services) == ["new"]
    assert after == ["old", "new"]


def test_what_was_under_way_behind_a_failure_does_not_overtake_it(
    services: Services, tasks: Tasks, writes: Insistent, qtbot: QtBot
) -> None:
    tries: list[str] = []

    def create(name: str) -> ChangeSet:
        tries.append(name)
        if tries == ["first"]:
            raise NotebookError("notebook.busy", path="n")
        return services.programme.create_conference(name, "UTC")[1]

    writes.write(lambda: create("first"))
    writes.write(lambda: create("second"))
    tasks.settle()
    assert tries == ["first"]
    assert writes.owing
    writes.try_again()
    qtbot.waitUntil(lambda: not writes.owing)
    assert tries == ["first", "first", "second"]
