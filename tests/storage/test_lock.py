"""One writer at a time, across processes, and nobody is locked out by the dead."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from confnotes.domain.conference import Conference
from confnotes.domain.errors import NotebookError
from confnotes.storage.opening import open_to_read, open_to_write
from helpers.notebooks import Ticking

HOLDER = """
import sys
from pathlib import Path
from confnotes.services.notebook import utc_now
from confnotes.storage.opening import open_to_write
store = open_to_write(Path(sys.argv[1]), utc_now)
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


@contextmanager
def _held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Give another process that may write in the notebook."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_second_writer_is_refused_at_once_and_readers_are_not(notebook: Path) -> None:
    with _held(notebook):
        with pytest.raises(NotebookError) as caught:
            open_to_write(notebook, Ticking())
        assert caught.value.code == "notebook.locked"
        assert caught.value.facts == {"path": str(notebook)}
        with closing(open_to_read(notebook, Ticking())) as store, store.reading() as unit:
            assert len(unit.all(Conference)) == 1


def test_a_killed_writer_locks_nobody_out(notebook: Path) -> None:
    with _held(notebook) as process:
        process.kill()
        process.wait()
        with closing(open_to_write(notebook, Ticking())) as store, store.reading() as unit:
            assert len(unit.all(Conference)) == 1


def test_a_closed_notebook_is_free(notebook: Path) -> None:
    with _held(notebook) as process:
        process.communicate("\n")
        open_to_write(notebook, Ticking()).close()


def test_two_notebooks_in_one_folder_do_not_meet(notebook: Path) -> None:
    with closing(open_to_write(notebook, Ticking())):
        open_to_write(notebook.with_name("other.confnotes"), Ticking()).close()


def test_a_refused_opening_gives_the_lock_back(notebook: Path) -> None:
    whole = notebook.read_bytes()
    notebook.write_bytes(whole[:100])
    with pytest.raises(NotebookError):
        open_to_write(notebook, Ticking())
    notebook.write_bytes(whole)
    open_to_write(notebook, Ticking()).close()
