"""A sheet to write on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.notes_desk import Desk
from helpers.sheet import Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Sheet]:
    """Return an empty sheet, focused."""
    made = Sheet()
    yield made
    made.close()
    QApplication.clipboard().clear()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return an open workspace."""
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()
