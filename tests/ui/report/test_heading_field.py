"""A long heading ends in "…" until one types in it, which begins at its beginning."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.ui.report.heading_field import HeadingField
from helpers.hands import KEYS, key, write

LONG = "A heading that goes on and on, long after everybody has stopped reading it 見出し"


@pytest.fixture
def field(qtbot: QtBot) -> HeadingField:
    made = HeadingField()
    qtbot.addWidget(made)
    made.resize(240, made.height())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.clearFocus()
    return made


def test_a_long_heading_is_elided(field: HeadingField) -> None:
    field.show_heading("Short")
    assert field.edit.elided() == "Short"
    field.show_heading(LONG)
    assert field.edit.elided().endswith("…")
    assert LONG.startswith(field.edit.elided()[:-1])
    whole = field.grab().toImage()
    field.show_heading(field.edit.elided()[:-1])
    assert whole != field.grab().toImage()  # the "…" was painted


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason])
def test_typing_begins_at_the_beginning(field: HeadingField, reason: Qt.FocusReason) -> None:
    field.show_heading(LONG)
    field.edit.setFocus(reason)
    assert field.edit.cursorPosition() == 0
    assert (field.edit.selectedText() == LONG) == (reason is Qt.FocusReason.TabFocusReason)
    field.edit.deselect()
    key(field.edit, KEYS.Key_Home)
    write(field.edit, "X")
    assert field.edit.text() == "X" + LONG
    key(field.edit, KEYS.Key_End)
    field.edit.clearFocus()
    assert field.edit.cursorPosition() == 0
