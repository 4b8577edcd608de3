"""Cycles are collected on the thread of the window, however much the others allocate."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.ui.shell.collecting import Collector
from confnotes.ui.shell.tasks import Tasks


class _Cycle:
    """Says on which thread it went."""

    def __init__(self, told: list[str]) -> None:
        self.itself = self
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.current_thread().name)


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Return a collector at work."""
    made = Collector(qapp)
    made.begin()
    yield made
    made.end()


def _allocate(told: list[str]) -> int:
    for _ in range(2000):
        _Cycle(told)
    return len([[n] for n in range(100_000)])


def test_what_another_thread_leaves_goes_on_this_one(collector: Collector, tasks: Tasks) -> None:
    told: list[str] = []
    tasks.write(lambda: _allocate(told))
    tasks.settle()
    assert told == []
    collector.collect()
    assert len(told) == 2000
    assert set(told) == {threading.current_thread().name}


def test_without_it_another_thread_would_collect(tasks: Tasks) -> None:
    told: list[str] = []
    gc.enable()
    tasks.write(lambda: _allocate(told))
    tasks.settle()
    gc.disable()
    assert "confnotes-write" in told


def test_it_collects_by_itself_and_the_old_ones_less_often(
    qtbot: QtBot, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(gc, "collect", told.append)
        patch.setattr(gc, "get_count", lambda: (5000, 50, 50))
        collector.collect()
        assert told == [1]
        collector._since.invalidate()
        collector.collect()
        collector.collect()
        assert told == [1, 2, 1]
        qtbot.waitUntil(lambda: len(told) > 3)  # the timer


def test_a_thread_lets_go_of_what_it_did(tasks: Tasks) -> None:
    told: list[str] = []

    def begin() -> None:
        one = _Cycle(told)
        one.itself = None  # type: ignore[assignment]  # no cycle: the last reference counts

        def done(_none: None) -> None:
            assert one is not None

        tasks.write(lambda: None, done)

    begin()
    tasks.settle()
    assert told  # nothing waits for the next thing to be done
