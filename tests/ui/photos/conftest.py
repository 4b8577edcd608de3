"""A conference with notes, a folder of photos, and Review with its page of photos in front."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.services.bundle import Services
from confnotes.ui.photos.album import Entry
from confnotes.ui.photos.desk import PhotosDesk
from confnotes.ui.review.workspace import PHOTOS, ReviewWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from helpers import photos

TALK = datetime(2026, 5, 1, 10, 0)  # noqa: DTZ001 (a wall time, in Tokyo)


def wall(minutes: float) -> datetime:
    """Return the time on a clock at the venue, so many minutes into the talk."""
    return TALK + timedelta(minutes=minutes)


@pytest.fixture
def talk(services: Services, conference: str) -> str:
    """Return a talk in which a line was written at its 2nd and one at its 12th minute."""
    views = services.programme.view(conference).sessions
    (found,) = [v.session.id for v in views if v.session.title == "Meshes at sea"]
    at = datetime(2026, 5, 1, 1, 0, tzinfo=UTC)
    lines = [
        Line(new_id(), found, n, f"minute {m}", written_at=at + timedelta(minutes=m))
        for n, m in enumerate((2, 12))
    ]
    services.notes.save(found, lines)
    return found


@pytest.fixture
def review(
    qtbot: QtBot, services: Services, tasks: Tasks, bridge: Bridge, conference: str, talk: str
) -> Iterator[ReviewWorkspace]:
    """Return the workspace, its page of photos in front."""
    del talk
    made = ReviewWorkspace(services, tasks, bridge)
    made.resize(1208, 768)
    made.set_conference(conference)
    made.show()
    made.activateWindow()
    made.show_list(PHOTOS)
    made.activated()
    qtbot.waitExposed(made)
    yield made
    made.closing()
    tasks.flush()
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(review: ReviewWorkspace) -> PhotosDesk:
    """Return what stands between photos and notebook."""
    return review.photos


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Return a folder with three photos of the talk, one of the evening, and a text."""
    folder = tmp_path / "phone"
    at = {"a": 5, "b": 15, "c": 16, "evening": 600}
    photos.put(folder, **{name: photos.phone(wall(m), "+09:00") for name, m in at.items()})
    (folder / "diary.jpg").write_text("Dear diary")
    return folder


Take = Callable[[Path], None]


@pytest.fixture
def take(desk: PhotosDesk, qtbot: QtBot, tasks: Tasks) -> Take:
    """Return what reads a folder and waits until all of it is on the sheet."""

    def do(folder: Path) -> None:
        desk.take([folder])
        qtbot.waitUntil(lambda: desk.album is not None and not desk.reading.busy)
        settle(desk, qtbot, tasks)

    return do


def settle(desk: PhotosDesk, qtbot: QtBot, tasks: Tasks) -> None:
    """Wait until nothing is under way and all of it is shown."""
    done: list[bool] = []
    qtbot.waitUntil(lambda: not desk.approving.busy and not desk.reading.busy)
    tasks.write(lambda: None, lambda _none: tasks.read(lambda: None, lambda _n: done.append(True)))
    qtbot.waitUntil(lambda: bool(done))


def entry(desk: PhotosDesk, name: str) -> Entry:
    """Return the photo of that name on the sheet."""
    assert desk.album is not None
    (found,) = [one for one in desk.album.entries if one.path.stem == name]
    return found
