"""One table of actions: no chord twice, each with a handler, all on the sheet."""

import pytest
import shiboken6
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from confnotes.ui.parts.icon_shapes import SHAPES
from confnotes.ui.parts.labels import Label
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.shell.actions import WINDOW, ActionSpec, clashes
from confnotes.ui.shell.rail import WORKSPACES
from confnotes.ui.shell.window import MainWindow


def test_no_chord_stands_twice() -> None:
    assert clashes(WINDOW, PLAN) == set()


def test_a_clash_would_be_found() -> None:
    twice = ActionSpec("x", "X", ("Ctrl+O",))
    assert clashes(WINDOW, (twice,)) == {"Ctrl+O"}


def test_every_row_is_whole() -> None:
    names = [spec.name for spec in (*WINDOW, *PLAN)]
    assert len(names) == len(set(names))
    for spec in (*WINDOW, *PLAN):
        assert spec.text()
        assert not spec.icon or spec.icon in SHAPES
        assert all(not QKeySequence(chord).isEmpty() for chord in spec.shortcuts)


def test_the_window_has_every_action(window: MainWindow) -> None:
    assert set(window.actions_by_name) == {spec.name for spec in WINDOW}


def test_the_sheet_shows_every_chord(qtbot: QtBot, window: MainWindow, conference: str) -> None:
    window.show_conference(conference)
    window.show_workspace("plan")
    sheet = window.show_shortcuts()
    said = {label.text() for label in sheet.findChildren(Label)}
    assert {spec.text() for spec in (*WINDOW, *PLAN) if spec.shortcuts} <= said
    sheet.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))


@pytest.mark.parametrize("name", WORKSPACES)
def test_no_workspace_takes_a_chord_of_the_window(
    window: MainWindow, conference: str, name: str
) -> None:
    window.show_conference(conference)
    window.show_workspace(name)
    workspace = window.workspace(name)
    assert workspace is not None
    assert clashes(WINDOW, tuple(workspace.shortcuts())) == set()
