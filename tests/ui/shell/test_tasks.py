"""Writes in order on one thread, answers on the GUI thread, errors where they belong."""

import sys
import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.services.hub import Hub
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks


def test_writes_keep_their_order_on_one_thread(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[int] = []
    got: list[int] = []
    for number in range(50):

        def call(number: int = number) -> int:
            threads.append(threading.get_ident())
            return number

        tasks.write(call, got.append)
    qtbot.waitUntil(lambda: len(got) == 50)
    assert got == list(range(50))
    assert set(threads) != {threading.get_ident()}
    assert len(set(threads)) == 1


def test_answers_come_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    where: list[int] = []
    tasks.read(lambda: 1, lambda _one: where.append(threading.get_ident()))
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]


def test_an_error_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ConfnotesError("some.code", name="x")

    got: list[ConfnotesError] = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.write(fail, None, got.append)
        qtbot.waitUntil(lambda: bool(got))
    assert got[0].code == "some.code"
    with qtbot.waitSignal(tasks.failed):
        tasks.write(fail)


def test_a_bug_reaches_the_exception_hook(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda *raised: seen.append(raised))
    told: list[ConfnotesError] = []
    tasks.write(lambda: 1 // 0, None, told.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert [error.code for error in told] == ["app.unexpected"]
    assert "ZeroDivisionError" in str(told[0].facts["what"])
    assert seen[0][0] is ZeroDivisionError
    got: list[int] = []
    tasks.write(lambda: 7, got.append)  # the thread lives on
    qtbot.waitUntil(lambda: got == [7])


def test_flush_waits_for_every_write(tasks: Tasks) -> None:
    gate, done = threading.Event(), []
    tasks.write(gate.wait)
    tasks.write(lambda: done.append(1))
    assert not tasks.flush(0.05)
    gate.set()
    assert tasks.flush(5)
    assert done == [1]


class _Listener(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, what: object) -> None:
        self.heard.append(what)


def test_a_widget_that_is_gone_is_not_called(qtbot: QtBot, tasks: Tasks) -> None:
    import shiboken6

    after: list[int] = []
    widget, gate = _Listener(), threading.Event()
    tasks.write(gate.wait, widget.hear)
    tasks.write(lambda: 1, after.append)
    shiboken6.delete(widget)
    gate.set()
    qtbot.waitUntil(lambda: after == [1])


def test_the_bridge_tells_changes_of_other_threads_here(qtbot: QtBot, tasks: Tasks) -> None:
    hub = Hub()
    bridge = Bridge(hub)
    where: list[int] = []
    bridge.changed.connect(lambda _changes: where.append(threading.get_ident()))
    change = ChangeSet("c", frozenset({(Kind.SESSION, "s")}))
    tasks.write(lambda: hub.publish(change))
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
    bridge.close()
    hub.publish(change)
    assert len(where) == 1
