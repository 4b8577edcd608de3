"""Migrate copies of a notebook, each killed (SIGKILL) one statement later; print the outcomes.

Run as a program: `killed_migrations.py OLD_FOLDER RUNS_FOLDER MIGRATIONS_FOLDER`. A child is
forked for each statement, because starting Python for each would take a minute.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from confnotes.services.notebook import utc_now
from confnotes.storage import migrations
from confnotes.storage.opening import open_to_write

MOST = 200


def killed_at(path: Path, number: int) -> None:
    """Open the notebook to write and die before the statement of that number, or after all."""
    seen = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "commit")
    def count_commit(*_: Any) -> None:
        count()

    open_to_write(path, utc_now)
    os._exit(0)  # alive to the end; not closed either


def main(old: Path, runs: Path, scripts: Path) -> None:
    """Kill at statement 1, 2, 3 … until one run gets to its end."""
    migrations.FOLDER = scripts
    outcomes = []
    for number in range(1, MOST):
        folder = runs / str(number)
        shutil.copytree(old, folder)
        path = folder / "trip.confnotes"
        child = os.fork()
        if child == 0:
            killed_at(path, number)
        _, status = os.waitpid(child, 0)
        finished = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
        if not finished and not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
            raise SystemExit(f"run {number} ended with {status}")
        outcomes.append({"path": str(path), "finished": finished})
        if finished:
            break
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
