"""What tests of the window get: the theme as it begins, and a real notebook behind it."""

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.ui.application import application, sentences
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow, Means
from helpers.window import at_noon


@pytest.fixture(scope="session")
def qapp() -> object:
    """Return the application as the program dresses it."""
    app = application()
    app.setQuitOnLastWindowClosed(False)
    return app


@pytest.fixture(autouse=True)
def no_collection_off_the_gui_thread() -> Iterator[None]:
    """Collect cycles on this thread alone, as the program does: see `ui.shell.collecting`."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def plain_theme(qapp: object) -> Iterator[None]:
    """Begin each test light, in English, at the usual size; leave it so."""
    del qapp
    _reset()
    yield
    _reset()


def _reset() -> None:
    theme().set_dark(False)
    theme().set_japanese(False)
    theme().set_text_size(13)  # each dresses the application anew where it changes something


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return the services on an empty notebook."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    made = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    yield made
    made.close()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    """Return the two threads."""
    del qapp
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def bridge(services: Services) -> Iterator[Bridge]:
    """Return the bridge from the services' hub."""
    made = Bridge(services.hub)
    yield made
    made.close()


@pytest.fixture
def conference(services: Services) -> str:
    """Return the id of a conference of two days with five sessions and an event beside it."""
    programme = services.programme
    identity, _ = programme.create_conference(
        "Invented Days 2026", "Asia/Tokyo", starts=date(2026, 5, 1), ends=date(2026, 5, 2)
    )
    for title, start, minutes, room in (
        ("Opening", "2026-05-01T09:00:00", 30, "Hall"),
        ("Meshes at sea", "2026-05-01T10:00:00", 35, "A"),
        ("Logs that speak", "2026-05-01T10:00:00", 35, "B"),
        ("Second morning", "2026-05-02T09:00:00", 30, "Hall"),
        ("Some time", None, None, "A"),
    ):
        programme.add_session(
            identity, title, start=start, duration=minutes and minutes * 60, room=room
        )
    programme.add_event(identity, "Harbour Summit", starts=date(2026, 5, 1))
    return identity


@pytest.fixture
def window(qtbot: QtBot, services: Services, tasks: Tasks, bridge: Bridge) -> Iterator[MainWindow]:
    """Return the real window on the notebook, shown."""
    memory = Memory(None)
    made = MainWindow(Means(services, tasks, bridge, sentences(Language.EN), memory, None, at_noon))
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
