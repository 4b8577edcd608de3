"""Opening: what will not do is refused by name, and its folder is as before to the byte."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from confnotes.domain.conference import Conference
from confnotes.domain.errors import NotebookError
from confnotes.storage import migrations
from confnotes.storage.opening import open_to_read, open_to_write
from confnotes.storage.store import Store
from helpers.notebooks import Ticking, bytes_in

Open = Callable[[Path], Store]


@pytest.fixture(params=["read", "write"])
def opened(request: pytest.FixtureRequest) -> Open:
    opening = open_to_read if request.param == "read" else open_to_write
    return lambda path: opening(path, Ticking())


def _refused(opening: Open, path: Path) -> NotebookError:
    """Return the error of an opening that left the folder as it was."""
    before = bytes_in(path.parent)
    with pytest.raises(NotebookError) as caught:
        opening(path)
    assert bytes_in(path.parent) == before
    assert caught.value.facts["path"] == str(path.resolve())
    return caught.value


def _named(store: Store) -> list[str]:
    with store.reading() as unit:
        return [one.name for one in unit.all(Conference)]


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_what_was_written_is_there_again(opened: Open, notebook: Path) -> None:
    with closing(opened(notebook)) as store:
        assert _named(store) == ["Harbour Conf"]


def test_reading_leaves_no_trace(notebook: Path) -> None:
    before = bytes_in(notebook.parent)
    with closing(open_to_read(notebook, Ticking())) as store:
        assert _named(store) == ["Harbour Conf"]
    assert bytes_in(notebook.parent) == before


def test_writing_leaves_one_file_and_its_lock(notebook: Path) -> None:
    open_to_write(notebook, Ticking()).close()
    assert sorted(bytes_in(notebook.parent)) == [".trip.confnotes.lock", "trip.confnotes"]


def test_a_newer_notebook_stays_untouched(opened: Open, notebook: Path) -> None:
    _change(notebook, "PRAGMA user_version = 99")
    error = _refused(opened, notebook)
    assert error.code == "notebook.newer"
    assert (error.facts["version"], error.facts["newest"]) == (
        99,
        migrations.newest(),
    )


def test_a_newer_notebook_with_a_wal_stays_untouched(opened: Open, notebook: Path) -> None:
    _leave_wal(notebook, "PRAGMA user_version = 99")
    assert _refused(opened, notebook).code == "notebook.newer"


@pytest.mark.parametrize("keep_shm", [True, False])
def test_a_wal_that_a_killed_program_left_is_read(notebook: Path, keep_shm: bool) -> None:
    _leave_wal(notebook, "UPDATE conference SET name = 'From the WAL'")
    if not keep_shm:
        notebook.with_name("trip.confnotes-shm").unlink()
    before = bytes_in(notebook.parent)
    with closing(open_to_read(notebook, Ticking())) as store:
        assert _named(store) == ["From the WAL"]
    assert bytes_in(notebook.parent) == before
    with closing(open_to_write(notebook, Ticking())) as store:
        assert _named(store) == ["From the WAL"]


def _leave_wal(path: Path, statement: str) -> None:
    """Commit a statement and go without a checkpoint, as a killed program does."""
    script = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute(sys.argv[2])\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path), statement], check=True)
    assert path.with_name(path.name + "-wal").stat().st_size > 0


@pytest.mark.parametrize(
    "content",
    [b"BEGIN:VCALENDAR\r\n", b"<!DOCTYPE html><title>Log in</title>", b"\x00" * 8192, b"S"],
    ids=["calendar", "html", "zeroes", "short"],
)
def test_what_is_no_sqlite_is_no_notebook(opened: Open, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "trip.confnotes"
    path.write_bytes(content)
    assert _refused(opened, path).code == "notebook.not_a_notebook"


def test_the_sqlite_file_of_another_program_is_no_notebook(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    _change(path, "CREATE TABLE moz_places (id INTEGER)", "PRAGMA user_version = 1")
    assert _refused(opened, path).code == "notebook.not_a_notebook"


def test_an_empty_file_is_a_notebook_only_for_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    path.touch()
    error = _refused(lambda p: open_to_read(p, Ticking()), path)
    assert error.code == "notebook.not_a_notebook"
    with closing(open_to_write(path, Ticking())) as store:
        assert _named(store) == []


def test_a_missing_notebook_is_made_only_by_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    error = _refused(lambda p: open_to_read(p, Ticking()), path)
    assert error.code == "notebook.missing"
    open_to_write(path, Ticking()).close()
    with closing(open_to_read(path, Ticking())) as store:
        assert _named(store) == []


def test_a_folder_is_no_notebook(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "trip.confnotes").mkdir()
    assert _refused(opened, tmp_path / "trip.confnotes").code == "notebook.is_folder"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotebookError) as caught:
        open_to_write(tmp_path / "gone" / "trip.confnotes", Ticking())
    assert caught.value.code == "notebook.folder_missing"
    assert caught.value.facts["folder"] == str(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_notebook_and_nobody_waits_for_it(opened: Open, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "trip.confnotes")
    with pytest.raises(NotebookError) as caught:
        opened(tmp_path / "trip.confnotes")
    assert caught.value.code == "notebook.not_a_notebook"


def test_a_loop_of_links_is_refused(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    path.symlink_to(path)
    with pytest.raises(NotebookError) as caught:
        opened(path)
    assert caught.value.code in ("notebook.cannot_open", "notebook.missing", "notebook.io_error")


def _cuts(size: int) -> Iterator[int]:
    yield from (50, 100, 4096, size // 2, size - 4096, size - 1)


def test_a_truncated_notebook_is_damaged_and_untouched(opened: Open, notebook: Path) -> None:
    whole = notebook.read_bytes()
    for length in _cuts(len(whole)):
        notebook.write_bytes(whole[:length])
        assert _refused(opened, notebook).code in ("notebook.damaged", "notebook.not_a_notebook")
    notebook.write_bytes(whole)
    with closing(opened(notebook)) as store:
        assert _named(store) == ["Harbour Conf"]


def test_a_page_of_rubbish_is_noticed(opened: Open, notebook: Path) -> None:
    whole = bytearray(notebook.read_bytes())
    whole[8192:12288] = os.urandom(4096)
    notebook.write_bytes(whole)
    assert _refused(opened, notebook).code == "notebook.damaged"


def test_a_value_no_program_of_ours_writes_is_damage(notebook: Path) -> None:
    _change(notebook, "UPDATE conference SET starts = 'tomorrow'")
    with (
        closing(open_to_read(notebook, Ticking())) as store,
        pytest.raises(NotebookError) as caught,
    ):
        _named(store)
    assert caught.value.code == "notebook.damaged"
    assert caught.value.facts["path"] == str(notebook)


def test_a_notebook_opened_to_read_is_not_written(notebook: Path) -> None:
    store = open_to_read(notebook, Ticking())
    with closing(store), pytest.raises(NotebookError) as caught, store.writing():
        pass
    assert caught.value.code == "notebook.opened_to_read"


def test_a_link_leads_to_one_notebook_and_one_lock(notebook: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.confnotes"
    link.symlink_to(notebook)
    with closing(open_to_write(link, Ticking())) as store:
        assert store.path == notebook
        with pytest.raises(NotebookError) as caught:
            open_to_write(notebook, Ticking())
    assert caught.value.code == "notebook.locked"


OLDER = "ALTER TABLE fact ADD COLUMN note TEXT;\nUPDATE conference SET city = 'Porto';\n"


def test_an_older_notebook_is_brought_up_after_a_copy(
    notebook: Path, add_migration: Callable[[str], None]
) -> None:
    before, version = notebook.read_bytes(), migrations.newest()
    add_migration(OLDER)
    with closing(open_to_write(notebook, Ticking())) as store, store.reading() as unit:
        assert [one.city for one in unit.all(Conference)] == ["Porto"]
    copy = notebook.with_name(f"trip.before-v{version + 1}.confnotes")
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before[:18] + b"\x01\x01" + before[20:])  # memory has no WAL
        assert list(kept.iterdump()) == list(old.iterdump())
        assert kept.execute("PRAGMA user_version").fetchone() == (version,)
    assert f"{copy.name}.part" not in bytes_in(notebook.parent)


def test_an_older_notebook_is_read_in_a_copy(
    notebook: Path, add_migration: Callable[[str], None]
) -> None:
    add_migration(OLDER)
    before = bytes_in(notebook.parent)
    with closing(open_to_read(notebook, Ticking())) as store, store.reading() as unit:
        assert [one.city for one in unit.all(Conference)] == ["Porto"]
    assert bytes_in(notebook.parent) == before


def test_a_writer_that_came_in_between_is_noticed(notebook: Path) -> None:
    def read(store: Store) -> None:
        with store.reading() as unit:
            unit.all(Conference)
            _change(notebook, "UPDATE conference SET name = 'Changed'")

    with closing(open_to_read(notebook, Ticking())) as store:
        with pytest.raises(NotebookError) as caught:
            read(store)
        assert caught.value.code == "notebook.changed_meanwhile"
        assert _named(store) == ["Changed"]


def test_who_writes_stays_the_same_person(notebook: Path) -> None:
    found = set()
    for _ in range(2):
        with closing(open_to_write(notebook, Ticking())) as store, store.writing() as unit:
            found.add(unit.author_id)
    assert len(found) == 1
