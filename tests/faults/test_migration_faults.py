"""A migration that fails or is killed at any statement: the old notebook, or the new one."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from confnotes.domain.errors import NotebookError
from confnotes.storage import migrations
from confnotes.storage.opening import open_to_read, open_to_write
from helpers.notebooks import Ticking, services

NEXT = """
CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO tag VALUES ('1', 'kubernetes; mesh');
ALTER TABLE fact ADD COLUMN note TEXT;
UPDATE conference SET city = 'Porto';
CREATE INDEX tag_name ON tag (name);
"""
TODAY = migrations.newest()
NEWER = TODAY + 1
NAME = f"{NEWER:04}_next.sql"
DRIVER = Path(__file__).with_name("killed_migrations.py")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a notebook of today's version."""
    path = tmp_path / "old" / "trip.confnotes"
    path.parent.mkdir()
    opened = services(path)
    opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    opened.close()
    return path


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this program know the version after it; return the folder of its migrations."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for script in migrations.FOLDER.iterdir():
        if script.name.endswith(".sql"):
            shutil.copyfile(str(script), folder / script.name)
    (folder / NAME).write_text(NEXT, encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", folder)
    return folder


def content(path: Path) -> list[str]:
    """Return all of a closed notebook as SQL, with its version."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return [*connection.iterdump(), f"version {version}"]


def test_an_error_at_any_statement_leaves_the_old_notebook(old: Path, newer_program: Path) -> None:
    before = content(old)
    count = len(list(migrations.statements(NEWER)))
    assert count == 5
    lines = [row for row in NEXT.splitlines() if row]
    for broken in range(count):
        script = "\n".join([*lines[:broken], "INSERT INTO nowhere VALUES (1);", *lines[broken:]])
        (newer_program / NAME).write_text(script, encoding="utf-8")
        with pytest.raises(Exception, match="nowhere"):
            open_to_write(old, Ticking())
        assert content(old) == before
    (newer_program / NAME).write_text(NEXT, encoding="utf-8")
    open_to_write(old, Ticking()).close()
    assert content(old)[-1] == f"version {NEWER}"


def test_a_kill_at_any_statement_leaves_the_old_notebook_or_the_new(
    old: Path, newer_program: Path, tmp_path: Path
) -> None:
    before = content(old)
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(old.parent), str(tmp_path / "runs"), str(newer_program)],
        capture_output=True,
        text=True,
        check=True,
    )
    outcomes = json.loads(done.stdout)
    assert outcomes[-1]["finished"]
    assert not any(outcome["finished"] for outcome in outcomes[:-1])
    # The pragmas, the copy, BEGIN, five statements, two pragmas, COMMIT and what comes after.
    assert len(outcomes) > 10
    versions = set()
    for outcome in outcomes:
        path = Path(outcome["path"])
        with closing(open_to_read(path, Ticking())) as store:
            assert store is not None
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = content(path)
        versions.add(found[-1])
        assert found == before or found[-1] == f"version {NEWER}"
        if found[-1] == f"version {NEWER}":
            copy = path.with_name(f"trip.before-v{NEWER}.confnotes")
            assert content(copy) == before
        open_to_write(path, Ticking()).close()
        assert content(path)[-1] == f"version {NEWER}"
    assert versions == {f"version {TODAY}", f"version {NEWER}"}


def test_a_new_notebook_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, newer_program: Path
) -> None:
    (newer_program / NAME).write_text("INSERT INTO nowhere VALUES (1);")
    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(Exception, match="nowhere"):
        open_to_write(folder / "trip.confnotes", Ticking())
    assert [file.name for file in folder.iterdir()] == [".trip.confnotes.lock"]


def test_no_copy_no_migration(old: Path, newer_program: Path) -> None:
    """Where the copy cannot be written, the notebook is not touched."""
    before = content(old)
    old.with_name(f"trip.before-v{NEWER}.confnotes.part").mkdir()
    with pytest.raises(NotebookError):
        open_to_write(old, Ticking())
    assert content(old) == before


def test_every_migration_is_counted_by_the_same_listener(old: Path, newer_program: Path) -> None:
    """The kill test listens to statements; make sure that it hears those of migrations."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        open_to_write(old, Ticking()).close()
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    for statement in migrations.statements(NEWER):
        assert statement in heard
