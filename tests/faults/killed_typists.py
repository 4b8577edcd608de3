"""Type into a notebook and be killed (SIGKILL) at a random moment, many times; print the outcomes.

Run as a program: `killed_typists.py NOTEBOOK TIMES SEED`. Each typist writes the number of each
save into a pipe once the save has returned; what was written there must be in the file.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

from confnotes.domain.notes import Line
from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode


def type_on(path: Path, session_id: str, pipe: int, start: int) -> None:
    """Add a line and save, again and again, until killed."""
    opened = open_services(path, Mode.WRITE, wording={})
    lines = list(opened.notes.view(session_id).lines)
    number = start
    while True:
        lines.append(Line(f"line-{number}", session_id, len(lines), f"words of line {number}"))
        opened.notes.save(session_id, lines)
        os.write(pipe, f"{number}\n".encode())
        number += 1


def once(path: Path, session_id: str, start: int, seconds: float) -> int:
    """Let somebody type from line `start` on, kill them; return the last line they knew saved."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        type_on(path, session_id, writer, start)
    os.close(writer)
    with os.fdopen(reader) as told:
        last = int(told.readline())
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = told.read().splitlines()
    return int(rest[-1]) if rest else last


def main(path: Path, times: int, seed: int) -> None:
    """Kill that many typists; print how many lines each left and whether the file is whole."""
    chance = random.Random(seed)
    opened = open_services(path, Mode.WRITE, wording={})
    conference_id, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    session_id, _ = opened.programme.add_session(conference_id, "Lighthouses")
    opened.close()
    outcomes = []
    count = 0
    for _ in range(times):
        last = once(path, session_id, count, chance.uniform(0, 0.05))
        opened = open_services(path, Mode.WRITE, wording={})
        texts = [line.text for line in opened.notes.view(session_id).lines]
        opened.close()
        connection = sqlite3.connect(path)
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.close()
        count = len(texts)
        outcomes.append(
            {
                "saved": last + 1,
                "there": count,
                "in_order": texts == [f"words of line {n}" for n in range(count)],
                "whole": whole == "ok" and not loose,
            }
        )
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
