"""The window is killed (SIGKILL) while somebody types: at most the last second is missing."""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode

DRIVER = Path(__file__).with_name("killed_windows.py")
SECOND = 1.0
SLACK = 0.6
"""Seconds that a busy machine may take to write what was handed over in time."""
AT_ONCE = 0.6
"""A mark is handed over at once; so old it must be in the file."""
State = list[list[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")


@pytest.fixture
def session(tmp_path: Path) -> tuple[Path, str]:
    """Return a notebook and a session that is on now."""
    path = tmp_path / "trip.confnotes"
    opened = open_services(path, Mode.WRITE, wording={})
    conference, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    identity, _ = opened.programme.add_session(conference, "Lighthouses")
    opened.close()
    return path, identity


def typed_until(path: Path, identity: str, seed: int, seconds: float) -> list[tuple[float, State]]:
    """Let somebody type for so long, kill the window; return what stood in it, and when."""
    reader, writer = os.pipe()
    command = [sys.executable, str(DRIVER), str(path), identity, str(seed), str(writer)]
    child = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        first = told.readline()  # the window is open
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        child.wait()
        rows = [first, *told.read().splitlines()]
    out: list[tuple[float, State]] = []
    for row in rows:
        with contextlib.suppress(ValueError):  # the last one may be cut off
            moment, lines = json.loads(row)
            out.append((moment, lines))
    return out


def in_file(opened: Services, identity: str) -> State:
    """Return the lines as the file has them; each with words has its moment."""
    lines = opened.notes.view(identity).lines
    assert all(line.written_at is not None for line in lines if line.text.strip())
    return [[line.text, line.kind.value] for line in lines]


def one_step_on(told: State, found: State) -> bool:
    """Return whether the file has one key more than what was told: it was killed in between."""
    same = sum(one == other for one, other in zip(told, found, strict=False))
    longer = len("".join(t for t, _ in found)) >= len("".join(t for t, _ in told))
    return longer and len(found) - len(told) in (0, 1) and same >= len(told) - 1


def kill_and_look(path: Path, identity: str, seed: int) -> None:
    """One life of a window: type, be killed, and be found again."""
    seconds = random.Random(seed).uniform(0.05, 2.5)
    states = typed_until(path, identity, seed, seconds)
    killed = states[-1][0]
    opened = open_services(path, Mode.WRITE, wording={})
    found = in_file(opened, identity)
    opened.close()
    at = max((n for n, (_, lines) in enumerate(states) if lines == found), default=-1)
    if at < 0 and one_step_on(states[-1][1], found):
        at = len(states) - 1
    assert at >= 0, (seed, found)
    if at + 1 < len(states):
        assert killed - states[at + 1][0] <= SECOND + SLACK, (seed, killed, found)
    marks = [
        (moment, lines)
        for (_, before), (moment, lines) in pairwise(states)
        if [kind for _, kind in lines] != [kind for _, kind in before][: len(lines)]
        and len(lines) == len(before)
    ]
    old = [lines for moment, lines in marks if killed - moment > AT_ONCE]
    if old:
        position = states.index(next(s for s in states if s[1] == old[-1]))
        assert at >= position, (seed, "a mark is missing", old[-1], found)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_killed_window_lacks_at_most_the_last_second(session: tuple[Path, str]) -> None:
    for seed in range(4):
        kill_and_look(*session, seed)


@pytest.mark.slow
def test_fifty_killed_windows_lack_at_most_the_last_second(session: tuple[Path, str]) -> None:
    start = random.randrange(10**6)
    for seed in range(start, start + 50):
        kill_and_look(*session, seed)
