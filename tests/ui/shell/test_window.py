"""The real window: from three doors to a workspace, by keys; what it says below."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import Conference
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.ui.application import Run
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.rail import initials
from confnotes.ui.shell.window import MainWindow
from confnotes.ui.shell.workspace import Work
from helpers.window import button


def test_an_empty_notebook_shows_three_doors(window: MainWindow) -> None:
    assert window.stack.currentWidget() is window.start
    assert window.start.currentWidget() is window.start.doors
    assert not any(b.isEnabled() for b in window.rail.buttons.values())


def test_workspaces_by_chord(qtbot: QtBot, window: MainWindow, conference: str) -> None:
    window.show_conference(conference)
    assert window.rail.buttons["plan"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier)
    window.actions_by_name["new"].trigger()
    assert window.stack.currentWidget() is window.start
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.stack.currentWidget() is window.workspace("plan")


def test_text_size_by_chord(qtbot: QtBot, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert theme().text_size == 15
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert theme().text_size == 14
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert theme().text_size == 13


def test_f6_goes_round_the_panes(qtbot: QtBot, window: MainWindow, conference: str) -> None:
    window.show_conference(conference)
    plan = window.workspace("plan")
    assert plan is not None
    seen = []
    for _ in range(len(plan.panes()) + 1):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert window.rail.tile in seen
    assert len({id(widget) for widget in seen}) == len(seen)
    assert None not in seen


def test_an_error_is_said_above_the_status_line_and_put_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_error(ConfnotesError("start.cannot_read", name="x.ics", reason="gone"))
    assert window.errors.isVisible()
    qtbot.mouseClick(window.errors.shut, Qt.MouseButton.LeftButton)
    assert not window.errors.isVisible()


def test_a_notebook_that_cannot_be_written_is_said_until_a_save_succeeds(
    window: MainWindow, conference: str
) -> None:
    window.show_conference(conference)
    window.show_error(ConfnotesError("notebook.disk_full", path="x"))
    caught = window.status.saved.text()
    assert caught == "Not saved since 12:00:00"
    plan = window.workspace("plan")
    assert plan is not None
    plan.saved.emit(datetime(2026, 5, 1, 3, 4, 5, tzinfo=UTC))
    assert window.status.saved.text() == "Saved 12:04:05"
    assert not window.errors.isVisible()


def test_what_a_save_does_not_mend_is_not_hidden_by_one(
    window: MainWindow, conference: str
) -> None:
    window.show_conference(conference)
    window.show_error(ConfnotesError("attachment.svg", name="logo.svg"))
    plan = window.workspace("plan")
    assert plan is not None
    plan.saved.emit(datetime(2026, 5, 1, 3, 4, 5, tzinfo=UTC))
    assert window.errors.isVisible()
    assert "logo.svg" in window.errors.words.text()


def test_the_clock_is_the_conferences(window: MainWindow, conference: str) -> None:
    window.show_conference(conference)
    assert window.status.time.text() == "Fri 12:00 JST"
    window.status.set_saved(datetime(2026, 5, 1, 3, 4, 5, tzinfo=UTC))
    assert window.status.saved.text() == "Saved 12:04:05"


def test_a_new_name_reaches_rail_and_title(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    window.show_conference(conference)
    from dataclasses import replace

    before = services.programme.view(conference).conference
    services.programme.edit_conference(replace(before, own_name="Harbour Conf"))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Harbour Conf"))
    assert window.rail.tile.text() == "HC"


def test_the_switcher_lists_conferences(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str
) -> None:
    other, _ = services.programme.create_conference("Other Days", "UTC")
    window.show_conference(conference)
    qtbot.mouseClick(window.rail.tile, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == "Other Days")
    action.trigger()
    menu.close()
    assert window.rail.tile.toolTip() == "Other Days"
    assert services.programme.view(other).conference.title == "Other Days"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("KubeCon + CloudNativeCon Europe 2026", "KC"), ("PyCon JP", "PC"), ("Invented Days", "ID"),
     ("関数型まつり", "関"), ("strange loop 2023", "SL"), ("36C3", "36"), ("fosdem", "FO")],
)  # fmt: skip
def test_initials(name: str, letters: str) -> None:
    assert initials(Conference("", name, "UTC")) == letters


def test_by_hand_to_an_open_conference(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    doors, page = window.start.doors, window.start.by_hand
    doors.name.setFocus()
    qtbot.keyClicks(doors.name.edit, "Tiny Conf")
    qtbot.keyClick(doors.name.edit, Qt.Key.Key_Return)
    assert window.start.currentWidget() is page
    assert not page.action.isEnabled()
    qtbot.keyClicks(page.form.starts.edit, "2026-05-01")
    assert page.form.ends.day() == page.form.starts.day()
    page.form.zone.setFocus()
    page.form.zone.edit.selectAll()
    qtbot.keyClicks(page.form.zone.edit, "Tokyo")
    page.form.name.setFocus()
    qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace("plan") is not None)
    made = services.programme.find(None)
    assert (made.title, made.timezone) == ("Tiny Conf", "Asia/Tokyo")


def opened(run: Run) -> MainWindow:
    """Return the window of a run."""
    assert run.window is not None
    return run.window


def test_the_language_changes_while_it_runs(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "n.confnotes"
    memory = Memory(None)
    memory.change(language="en")
    run = Run(lambda: open_services(path, Mode.WRITE, wording={}), path, memory)
    run.begin()
    assert run.window is not None
    button(run.window, "Begin")
    memory.change(language="ja")
    run.window.language_asked.emit()
    button(run.window, "始める")
    memory.change(language="en")
    run.window.language_asked.emit()
    opened(run).close()
    run.end()


def test_work_in_the_background_is_shown_in_every_workspace_and_stopped(
    window: MainWindow, conference: str, qtbot: QtBot
) -> None:
    window.show_conference(conference)
    window.show_workspace("review")
    review = window.workspace("review")
    assert review is not None
    stopped: list[bool] = []
    review.work.emit(Work("Reading photos, 1 of 2", 0.5, lambda: stopped.append(True)))
    window.show_workspace("notes")
    assert window.status.work.text() == "Reading photos, 1 of 2"
    assert window.status.progress.isVisible()
    qtbot.keyClick(window.status.stop, Qt.Key.Key_Space)
    assert stopped == [True]
    review.work.emit(None)
    assert not window.status.work.isVisible()
    assert not window.status.stop.isVisible()


def test_a_notebook_that_cannot_be_opened_is_said_and_tried_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "n.confnotes"
    holder = open_services(path, Mode.WRITE, wording={})
    memory = Memory(None)
    memory.change(language="en")
    run = Run(lambda: open_services(path, Mode.WRITE, wording={}), path, memory)
    run.begin()
    assert run.window is None
    assert run.refusal is not None
    assert run.refusal.words.text()
    holder.close()
    qtbot.mouseClick(run.refusal.retry, Qt.MouseButton.LeftButton)
    window = opened(run)
    window.close()
    run.end()
