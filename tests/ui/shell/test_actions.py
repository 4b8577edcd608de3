"""One table of actions: no chord twice, each with a handler, all on the sheet."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import LineKind, typed_sign
from confnotes.ui.parts.icon_shapes import SHAPES
from confnotes.ui.parts.labels import Label
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.shell import sheet_rows
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


def test_the_sheet_knows_every_workspace_and_every_typed_mark(window: MainWindow) -> None:
    sheet = window.show_shortcuts()  # none of the workspaces has been shown
    said = {label.text() for label in sheet.findChildren(Label)}
    tables = sheet_rows.tables().values()
    shown = {spec.text() for table in tables for spec in table if spec.shortcuts}
    keys = {spec.text() for table in sheet_rows.LIST_KEYS.values() for spec in table}
    assert shown | keys <= said
    assert {"Plan", "Notes", "Review", "Report", "Typed at the start of a line"} <= said
    sheet.close()


def test_the_marks_on_the_sheet_are_those_that_notes_reads() -> None:
    kinds = set()
    for _words, keys in sheet_rows.TYPED:
        read = {sign.kind for key in keys if (sign := typed_sign(key + "x")) is not None}
        assert len(read) == 1, keys
        kinds |= read
    assert kinds == set(LineKind) - {LineKind.POINT, LineKind.CODE, LineKind.LINK, LineKind.IMAGE}


@pytest.mark.parametrize("name", WORKSPACES)
def test_the_tables_on_the_sheet_are_those_of_the_workspaces(
    window: MainWindow, conference: str, name: str
) -> None:
    window.show_conference(conference)
    window.show_workspace(name)
    workspace = window.workspace(name)
    assert workspace is not None
    assert tuple(workspace.shortcuts()) == sheet_rows.tables()[name]


def test_the_sheet_scrolls_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    sheet = window.show_shortcuts()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.area.hasFocus)
    bar = sheet.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(sheet.area, key)
        seen.append(bar.value())
    assert 0 < seen[0] < seen[1] < seen[2] == bar.maximum()
    qtbot.keyClick(sheet.area, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(sheet.area, Qt.Key.Key_Home)
    assert bar.value() == 0
    sheet.close()


@pytest.mark.parametrize("name", WORKSPACES)
def test_no_workspace_takes_a_chord_of_the_window(
    window: MainWindow, conference: str, name: str
) -> None:
    window.show_conference(conference)
    window.show_workspace(name)
    workspace = window.workspace(name)
    assert workspace is not None
    assert clashes(WINDOW, tuple(workspace.shortcuts())) == set()
