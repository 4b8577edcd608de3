"""The memory that processes share, left half-written by a killed writer while another process holds
on to it: the notebook opens all the same."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode
from confnotes.storage import looking

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a second process holds a lock")

_SHARED_BYTE = 128
"""Whoever uses the shared memory holds a lock on this byte of it (UNIX_SHM_DMS in SQLite)."""


@pytest.fixture
def left_behind(tmp_path: Path) -> Iterator[Path]:
    """Return a notebook as it lies after a kill, its shared memory blank and still in use."""
    import fcntl  # not on every system

    path, killed = tmp_path / "trip.confnotes", tmp_path / "killed"
    opened = open_services(path, Mode.WRITE, wording={})
    opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    killed.mkdir()
    for file in (path, *looking.besides(path)[:2]):
        shutil.copyfile(file, killed / file.name)
    opened.close()
    shared = looking.besides(killed / path.name)[1]
    content = bytearray(shared.read_bytes())
    content[:96] = bytes(96)  # both copies of the header
    shared.write_bytes(content)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        held = os.open(shared, os.O_RDWR)
        fcntl.lockf(held, fcntl.LOCK_SH, 1, _SHARED_BYTE)
        os.write(writer, b"held")
        signal.pause()
        os._exit(0)
    assert os.read(reader, 4) == b"held"
    yield killed / path.name
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX locks")
def test_what_a_killed_writer_left_is_read_from_a_copy(left_behind: Path) -> None:
    assert looking.look(left_behind).access is None
    reading = open_services(left_behind, Mode.READ, wording={})
    assert [s.conference.name for s in reading.programme.conferences()] == ["Harbour Conf"]
    reading.close()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX locks")
def test_it_opens_for_writing_and_is_whole(left_behind: Path) -> None:
    writing = open_services(left_behind, Mode.WRITE, wording={})
    conference = writing.programme.conferences()[0].conference.id
    writing.programme.add_session(conference, "Lighthouses")
    writing.close()
    again = open_services(left_behind, Mode.READ, wording={})
    assert [v.session.title for v in again.programme.view(conference).sessions] == ["Lighthouses"]
    again.close()
