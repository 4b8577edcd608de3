"""Thirty keys a second, by the clock, while the program saves, ticks and imports schedules."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.hands import compose
from helpers.later_schedules import state
from helpers.notes_desk import Desk
from helpers.sheet import KEYS
from helpers.stuck_disk import stuck_disk

PER_SECOND = 30
WORDS = (
    "mesh ",
    "A sidecar ",
    "Q3: ",
    "![ ",
    "** ",
    "[^1] ",
    "/etc, ",
    "日本語",
    "「引用」",
    "です。",
)


class Typist:
    """Presses as many keys as the clock asks for, and writes down what must stand there."""

    def __init__(self, desk: Desk, seconds: float, seed: int) -> None:
        self.desk, self.left, self.lines = desk, int(seconds * PER_SECOND), [""]
        self.slowest, self._pressed, self._began = 0.0, 0, time.monotonic()
        self._dice, self._keys = Random(seed), iter(())  # type: Random, Iterator[str]
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        self._timer.start(10)

    def _press(self) -> None:
        due = int((time.monotonic() - self._began) * PER_SECOND) - self._pressed
        for _ in range(min(due, self.left)):
            began = time.perf_counter()
            self._one_key()
            self.slowest = max(self.slowest, time.perf_counter() - began)
            self._pressed += 1
            self.left -= 1
        if not self.left:
            self._timer.stop()

    def _one_key(self) -> None:
        editor, key = self.desk.editor, next(self._keys, "")
        if not key:
            chance = self._dice.random()
            if chance < 0.15 and self.lines[-1]:
                self.lines.append("")
                QTest.keyClick(editor, KEYS.Key_Return)
                return
            if chance < 0.25 and self.lines[-1]:
                self.lines[-1] = self.lines[-1][:-1]
                QTest.keyClick(editor, KEYS.Key_Backspace)
                return
            word = self._dice.choice(WORDS)
            self._keys = iter(word) if word.isascii() else _composed(word)
            key = next(self._keys)
        if key.isascii():
            self.lines[-1] += key
            QTest.keyClicks(editor, key)
        elif key.startswith("…"):
            compose(editor, key[1:])
        else:
            self.lines[-1] += key
            compose(editor, "", key)
            compose(editor, "")


def _composed(word: str) -> Iterator[str]:
    """Give one key after the other: what is shown while composing (behind …), then all of it."""
    for length in range(1, 5):
        yield "…" + "にほんご"[:length]
    yield word


class Organiser:
    """Everything else that goes on: saves, the clock's ticks, a schedule that goes on changing."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.imports, self.arrived = desk, 0, 0
        self._timers = []
        for milliseconds, act in ((70, self.save), (110, self.tick), (500, self.reimport)):
            timer = QTimer()
            timer.timeout.connect(act)
            timer.start(milliseconds)
            self._timers.append(timer)

    def save(self) -> None:
        """Save now, whatever the pause between keys."""
        self.desk.workspace.saver.save()

    def tick(self) -> None:
        """A second passes."""
        self.desk.now += timedelta(seconds=1)
        self.desk.workspace._tick()

    def reimport(self) -> None:
        """Read the schedule's next state, as Plan does."""
        if self.imports > self.arrived:
            return  # the last one is still being written
        self.imports += 1
        schedules, draft = self.desk.services.schedules, state(self.imports, 60)
        self.desk.tasks.write(
            lambda: schedules.apply(self.desk.conference, draft), lambda _done: self._heard()
        )

    def _heard(self) -> None:
        self.arrived += 1

    def end(self) -> None:
        """Let it be."""
        for timer in self._timers:
            timer.stop()


def type_at(folder: Path, qtbot: QtBot, seconds: float, *, commit: float | None = None) -> None:
    """Type for so long over a disk that takes `commit` seconds, and compare."""
    with closing(Desk(folder, qtbot, state(0, 60))) as desk, ExitStack() as stack:
        if commit is not None:
            stack.enter_context(stuck_disk(desk.services, seconds=commit))
        began, organiser, typist = time.monotonic(), Organiser(desk), Typist(desk, seconds, 1)
        qtbot.waitUntil(lambda: typist.left == 0, timeout=int(seconds * 4000) + 20_000)
        took = time.monotonic() - began
        organiser.end()
        if desk.editor.composing:
            compose(desk.editor, "")
        assert [row.text for row in desk.editor.notes.rows()] == typist.lines
        desk.workspace.leave()
        assert desk.tasks.settle()
        assert desk.texts("Running") == [*typist.lines[:-1], *filter(None, typist.lines[-1:])]
        assert all(line.written_at for line in desk.lines("Running"))
        assert organiser.arrived > 1
        session = desk.services.programme.session(desk.ids["Running"]).session
        assert session.title == f"Running, {organiser.arrived}"
        keys = int(seconds * PER_SECOND)
        print(f"{keys} keys in {took:.1f} s, the slowest {typist.slowest * 1000:.0f} ms,", end=" ")
        print(f"{organiser.arrived} imports")


def test_text_is_exact_while_saving_ticking_and_importing(tmp_path: Path, qtbot: QtBot) -> None:
    type_at(tmp_path, qtbot, 3)


@pytest.mark.slow
@pytest.mark.parametrize("commit", [None, 0.4], ids=["quick disk", "slow disk"])
def test_text_is_exact_after_a_minute(tmp_path: Path, qtbot: QtBot, commit: float | None) -> None:
    type_at(tmp_path, qtbot, 60, commit=commit)
