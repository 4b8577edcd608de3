"""A full disk, a failing disk, folders without permission: said so, and nothing is lost."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.services.bundle import Services
from confnotes.storage.engine import bare
from helpers.notebooks import services

PERMISSIONS = Path(__file__).with_name("without_permission.py")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Services]:
    found = services(tmp_path / "trip.confnotes")
    yield found
    found.close()


def _session(opened: Services) -> str:
    conference_id, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    session_id, _ = opened.programme.add_session(conference_id, "Lighthouses")
    return session_id


def _lines(session_id: str, count: int, words: str) -> list[Line]:
    return [Line(new_id(), session_id, n, words) for n in range(count)]


def _limit(opened: Services, pages: int) -> None:
    """Let the file grow by so many pages and no more, as a disk does that is nearly full."""
    writer = opened.notebook._store._writer
    assert writer is not None
    with bare(writer) as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + pages}")


def test_a_full_disk_is_said_so_and_the_notes_before_are_safe(opened: Services) -> None:
    session_id = _session(opened)
    first = _lines(session_id, 3, "before")
    opened.notes.save(session_id, first)
    told: list[object] = []
    opened.hub.subscribe(told.append)
    _limit(opened, 5)
    more = [*first, *_lines(session_id, 200, "long " * 100)]
    with pytest.raises(NotebookError) as caught:
        opened.notes.save(session_id, more)
    assert caught.value.code == "notebook.disk_full"
    assert caught.value.facts["path"] == str(opened.notebook.path)
    assert told == []
    assert [line.text for line in opened.notes.view(session_id).lines] == ["before"] * 3
    _limit(opened, 100_000)
    opened.notes.save(session_id, more)
    assert len(opened.notes.view(session_id).lines) == 203


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on file sizes")
def test_a_disk_that_fails_while_writing_is_said_so(tmp_path: Path) -> None:
    script = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from helpers.notebooks import services
opened = services(Path(sys.argv[1]))
here, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
talk, _ = opened.programme.add_session(here, "Lighthouses")
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
try:
    opened.notes.save(talk, [Line(new_id(), talk, n, "long " * 500) for n in range(500)])
except NotebookError as error:
    print(error.code)
print(len(opened.notes.view(talk).lines))
"""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            script,
            str(tmp_path / "a.confnotes"),
            str(Path(__file__).parents[1]),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    code, lines = done.stdout.split()
    assert code in ("notebook.disk_full", "notebook.io_error")
    assert lines == "0"


def test_a_picture_that_cannot_be_kept_has_no_row(opened: Services) -> None:
    session_id = _session(opened)
    conference_id = opened.programme.session(session_id).session.conference_id
    opened.notebook.attachments.write_text("a file where the folder should be")
    with pytest.raises(NotebookError) as caught:
        opened.notes.add_attachment(conference_id, b"picture", "image/png")
    assert caught.value.code == "notebook.cannot_keep_file"
    with opened.notebook.reading() as unit:
        assert unit.contents(conference_id).attachments == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the driver forks")
def test_without_permission_reading_works_and_writing_is_refused(tmp_path: Path) -> None:
    # A folder that another user can reach: pytest's own belongs to who runs it alone.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        done = subprocess.run(
            [sys.executable, str(PERMISSIONS), str(folder), str(Path(__file__).parents[1])],
            capture_output=True,
            text=True,
            check=False,
        )
        with suppress(OSError):
            folder.chmod(stat.S_IRWXU)
        for below in folder.rglob("*"):
            below.chmod(stat.S_IRWXU)
        assert done.returncode == 0, done.stderr
        assert done.stdout.split("\n") == [
            "closed, read: Harbour Conf",
            "closed, write: notebook.read_only",
            "killed, read: Harbour Conf",
            "killed, write: notebook.read_only",
            "new, write: notebook.read_only",
            "unreadable, read: notebook.cannot_open",
            "unreadable, write: notebook.cannot_open",
            "unchanged",
            "",
        ]
