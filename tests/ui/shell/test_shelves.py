"""The switcher's archive and trash, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import Shelf
from confnotes.services.bundle import Services
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.shell.window import MainWindow


def _menu(qtbot: QtBot, window: MainWindow) -> QMenu:
    qtbot.mouseClick(window.rail.tile, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _under(menu: QMenu, words: str) -> list[QAction]:
    for action in menu.actions():
        into = action.menu()
        if isinstance(into, QMenu) and action.text().startswith(words):
            return into.actions()
    return []


def _rows(menu: QMenu) -> list[str]:
    return [a.text() for a in menu.actions() if a.isVisible() and a.text() and a.menu() is None]


def test_to_the_trash_and_back(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    title = services.programme.view(conference).conference.title
    services.programme.create_conference("Other Days", "UTC")
    window.show_conference(conference)
    assert not window.actions_by_name["untrash"].isVisible()
    window.actions_by_name["trash"].trigger()
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == "Other Days")
    menu = _menu(qtbot, window)
    assert title not in _rows(menu)
    (row,) = _under(menu, "Trash")
    assert row.text() == title
    row.trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == title)
    assert services.shelves.of(conference) is None
    menu = _menu(qtbot, window)
    assert title in _rows(menu)
    assert not _under(menu, "Trash")
    menu.close()
    assert not window.actions_by_name["untrash"].isVisible()


def test_a_bar_says_what_was_thrown_away_and_brings_it_back(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    title = services.programme.view(conference).conference.title
    services.programme.create_conference("Other Days", "UTC")
    window.show_conference(conference)
    bar = window.shelves.bar
    assert not bar.isVisible()
    window.actions_by_name["trash"].trigger()
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.text() == f"“{title}” is in the trash."
    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == title)
    assert not bar.isVisible()
    assert services.shelves.of(conference) is None


def test_the_only_one_thrown_away_leaves_the_doors_and_one_action_brings_it_back(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    title = services.programme.view(conference).conference.title
    window.show_conference(conference)
    window.actions_by_name["trash"].trigger()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.start)
    assert window.rail.tile.text() == ""
    assert not window.actions_by_name["trash"].isVisible()
    assert window.actions_by_name["untrash"].isVisible()
    window.actions_by_name["untrash"].trigger()
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == title)
    assert window.stack.currentWidget() is window.workspace("plan")


def test_the_archive_opens_and_is_left(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    title = services.programme.view(conference).conference.title
    other, _ = services.programme.create_conference("Other Days", "UTC")
    window.show_conference(conference)
    window.actions_by_name["archive"].trigger()
    qtbot.waitUntil(window.actions_by_name["unarchive"].isVisible)
    assert not window.actions_by_name["archive"].isVisible()
    assert window.rail.tile.toolTip() == title
    window.show_conference(other)
    menu = _menu(qtbot, window)
    assert title not in _rows(menu)
    (row,) = _under(menu, "Archive")
    row.trigger()
    menu.close()
    assert window.rail.tile.toolTip() == title
    assert services.shelves.of(conference) is Shelf.ARCHIVED
    window.actions_by_name["unarchive"].trigger()
    qtbot.waitUntil(window.actions_by_name["archive"].isVisible)
    assert services.shelves.of(conference) is None


def test_a_conference_in_the_trash_is_not_opened_at_the_next_start(
    window: MainWindow, services: Services, conference: str
) -> None:
    other, _ = services.programme.create_conference("Other Days", "UTC")
    services.shelves.put_away(conference, Shelf.TRASHED)
    assert window.shelves.first(conference) == other
    services.shelves.put_away(other, Shelf.ARCHIVED)
    assert window.shelves.first() == other
    assert window.shelves.first(other) == other


def test_what_is_opened_again_comes_out_of_the_trash(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    services.shelves.put_away(conference, Shelf.TRASHED)
    window.start.opened.emit(conference)
    title = services.programme.view(conference).conference.title
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == title)
    assert services.shelves.of(conference) is None


def test_what_was_typed_last_comes_back_too(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    title = services.programme.view(conference).conference.title
    window.show_conference(conference)
    window.show_workspace("notes")
    notes = window.workspace("notes")
    assert isinstance(notes, NotesWorkspace)
    session = services.programme.view(conference).sessions[0].session.id
    notes.show_session(session)
    qtbot.keyClicks(notes.sheet.editor, "typed at the last moment")
    window.actions_by_name["trash"].trigger()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.start)
    assert window.settle()
    window.actions_by_name["untrash"].trigger()
    qtbot.waitUntil(lambda: window.rail.tile.toolTip() == title)
    lines = services.notes.view(session).lines
    assert [line.text for line in lines] == ["typed at the last moment"]
