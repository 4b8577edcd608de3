"""Japanese typed by a real input method: only where there is one (`make ime`)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes.ui.application import application
from helpers.keyboard import press, pump, until
from helpers.notes_desk import Desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip everything here where no input method runs."""
    if "CONFNOTES_IME" in os.environ:
        return
    why = pytest.mark.skip(reason="no input method runs here (make ime)")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(why)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return the Notes workspace in a real window, Mozc in hiragana mode."""
    application()
    made = Desk(tmp_path, qtbot)
    assert until(made.workspace.isActiveWindow)
    pump(100)  # the input method says hello to the focused widget
    press("Hiragana_Katakana")
    pump(50)
    yield made
    made.close()
