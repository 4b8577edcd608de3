"""A notebook that is moved, deleted or replaced while it is open: nothing is called saved then."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from helpers.notebooks import services

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="this system lets nobody move a file that is open"
)


def _moved(path: Path) -> None:
    path.rename(path.with_name("away.confnotes"))


def _replaced(path: Path) -> None:
    _moved(path)
    shutil.copy(path.with_name("away.confnotes"), path)


def _folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def _back(path: Path) -> None:
    away = path.with_name("away.confnotes")
    if away.exists():
        away.replace(path)
    else:
        path.parent.with_name("elsewhere").rename(path.parent)


@pytest.mark.parametrize("lose", [_moved, _replaced, _folder_moved])
def test_nothing_is_saved_until_it_is_back(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    path = folder / "trip.confnotes"
    with closing(services(path)) as opened:
        conference, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
        session, _ = opened.programme.add_session(conference, "Lighthouses")
        first, second = Line(new_id(), session, 0, "before"), Line(new_id(), session, 1, "after")
        opened.notes.save(session, [first])
        lose(path)
        with pytest.raises(NotebookError) as caught:
            opened.notes.save(session, [first, second])
        assert caught.value.code == "notebook.moved"
        assert caught.value.facts["path"] == str(path)
        _back(path)
        opened.notes.save(session, [first, second])
    with closing(services(path)) as again:
        assert [line.text for line in again.notes.view(session).lines] == ["before", "after"]


def test_a_deleted_one_takes_nothing_any_more(tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    with closing(services(path)) as opened:
        path.unlink()
        with pytest.raises(NotebookError) as caught:
            opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
        assert caught.value.code == "notebook.moved"


def test_what_was_saved_before_goes_along_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    with closing(services(path)) as opened:
        opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
        _moved(path)
    with closing(services(tmp_path / "away.confnotes")) as again:
        assert [one.conference.title for one in again.programme.conferences()] == ["Harbour Conf"]
