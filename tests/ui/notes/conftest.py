"""A sheet to write on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.sheet import Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Sheet]:
    """Return an empty sheet, focused."""
    made = Sheet()
    yield made
    made.close()
    QApplication.clipboard().clear()
