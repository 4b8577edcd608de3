"""A notebook to open, and a way to have a version after it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from confnotes.storage import migrations
from helpers.notebooks import services


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Return a closed notebook with one conference, alone in its folder."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "trip.confnotes"
    opened = services(path)
    opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    opened.close()
    return path


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what makes the program one version newer, by a migration of the given statements."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for script in migrations.FOLDER.iterdir():
        if script.name.endswith(".sql"):
            shutil.copyfile(str(script), folder / script.name)

    def add(statements: str) -> None:
        number = len(list(folder.iterdir())) + 1
        (folder / f"{number:04}_more.sql").write_text(statements, encoding="utf-8")
        monkeypatch.setattr(migrations, "FOLDER", folder)

    return add
