"""Open notebooks as a user who may only read them; print what happened.

Run as a program: `without_permission.py FOLDER TESTS_FOLDER`. Root may do everything, so root
becomes nobody first.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[2])

from confnotes.domain.errors import NotebookError  # the path comes first
from confnotes.services.notebook import Mode
from helpers.notebooks import Ticking, bytes_in, services

NOBODY = 65534


def made(folder: Path, *, killed: bool) -> Path:
    """Make a notebook; a killed writer leaves its WAL."""
    folder.mkdir()
    path = folder / "trip.confnotes"
    opened = services(path)
    opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    opened.close()
    if killed:
        child = os.fork()
        if child == 0:
            again = services(path)
            conference = again.programme.find(None)
            again.programme.add_session(conference.id, "In the WAL")
            os._exit(0)
        os.waitpid(child, 0)
    return path


def tried(what: str, path: Path, mode: Mode) -> None:
    """Print the conference's name, or the code of the error."""
    try:
        opened = services(path, mode, Ticking())
        outcome = opened.programme.find(None).name
        opened.close()
    except NotebookError as error:
        outcome = error.code
    print(f"{what}, {mode.value}: {outcome}", flush=True)


def main(folder: Path) -> None:
    """Try what there is to try."""
    paths = {what: made(folder / what, killed=what == "killed") for what in ("closed", "killed")}
    hidden = made(folder / "unreadable", killed=False)
    before = bytes_in(folder)
    (folder / "new").mkdir()
    for path in paths.values():
        for file in path.parent.iterdir():
            file.chmod(0o444)
        path.parent.chmod(0o555)
    (folder / "new").chmod(0o555)
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        else:
            hidden.chmod(0)
        for what, path in paths.items():
            tried(what, path, Mode.READ)
            tried(what, path, Mode.WRITE)
        tried("new", folder / "new" / "trip.confnotes", Mode.WRITE)
        tried("unreadable", hidden, Mode.READ)
        tried("unreadable", hidden, Mode.WRITE)
        os._exit(0)
    hidden.chmod(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(status)
    hidden.chmod(0o444)
    print("unchanged" if bytes_in(folder) == before else "changed")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
