"""Add pictures to a notebook and be killed (SIGKILL) at a random moment; print what is left.

Run as a program: `killed_photographers.py NOTEBOOK TIMES SEED`. As the window does, each picture's
line is saved first, then its bytes, row and use. The number of each picture goes into a pipe once
it was told to be in the notebook.
"""

import hashlib
import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode

SIZE = 400_000


def add_on(path: Path, session_id: str, pipe: int, start: int) -> None:
    """Add pictures until killed."""
    opened = open_services(path, Mode.WRITE, wording={})
    lines = list(opened.notes.view(session_id).lines)
    number = start
    while True:
        line = Line(f"line-{number}", session_id, len(lines), "", kind=LineKind.IMAGE)
        lines.append(line)
        opened.notes.save(session_id, lines)
        data = b"GIF89a\x05\x00\x03\x00" + str(number).encode() * SIZE
        use = AttachmentUse(f"use-{number}", "", line_id=line.id)
        opened.notes.add_picture(session_id, use, data, "image/gif", f"{number}.gif")
        os.write(pipe, f"{number}\n".encode())
        number += 1


def once(path: Path, session_id: str, start: int, seconds: float) -> int:
    """Let somebody add pictures from `start` on, kill them; return how many they knew were in."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        add_on(path, session_id, writer, start)
    os.close(writer)
    with os.fdopen(reader) as told:
        first = int(told.readline())
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = told.read().splitlines()
    return int(rest[-1]) + 1 if rest else first + 1


def found(opened: Services, session_id: str) -> tuple[int, int, bool]:
    """Return the lines, the pictures, and whether each picture has its bytes."""
    view = opened.notes.view(session_id)
    paths = {one.id: (opened.notes.attachment_path(one), one.sha256) for one in view.attachments}
    whole = all(
        path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
        for path, sha256 in paths.values()
    )
    return len(view.lines), len(view.uses), whole


def main(path: Path, times: int, seed: int) -> None:
    """Kill that many; print for each what was told, what is there, and whether it is whole."""
    chance = random.Random(seed)
    opened = open_services(path, Mode.WRITE, wording={})
    conference_id, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    session_id, _ = opened.programme.add_session(conference_id, "Lighthouses")
    opened.close()
    outcomes = []
    lines = 0
    for _ in range(times):
        before = lines
        told = once(path, session_id, lines, chance.uniform(0, 0.03))
        opened = open_services(path, Mode.WRITE, wording={})
        lines, pictures, whole = found(opened, session_id)
        opened.close()
        connection = sqlite3.connect(path)
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.close()
        outcomes.append(
            {
                "told": told - before,
                "lines": lines - before,
                "pictures": pictures,
                "whole": whole and not loose,
            }
        )
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
