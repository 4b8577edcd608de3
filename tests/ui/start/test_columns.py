"""The mapping sheet of a table, by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.table import TableField
from confnotes.services.bundle import Services
from confnotes.ui.shell.window import MainWindow
from confnotes.ui.start.columns import ColumnsPage

HEADER = "日にち,はじまり,部屋,演目,話す人"
UNKNOWN = f"{HEADER}\n月曜,9:00,大ホール,開会,浜 渚\n火曜,10:30,小ホール,灯台,浦 岬\n"
KNOWN = "Date,Start,Title,Remarks\n2026-05-04,9:00,Opening,A walk\n2026-05-05,10:00,Lights,Home\n"
KEYS = [None, *TableField]


def asked(qtbot: QtBot, window: MainWindow, path: Path) -> ColumnsPage:
    """Read a table and wait for the sheet."""
    window.start.read(path)
    page = window.start.columns
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    return page


def choose(qtbot: QtBot, page: ColumnsPage, number: int, field: TableField | None) -> None:
    """Step to a field with the arrow keys."""
    choice = page.fields[number]
    for _ in KEYS:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    for _ in range(list_of(page, number).index(field)):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.key() == field


def list_of(page: ColumnsPage, number: int) -> list[object]:
    return [key for key, _ in page.fields[number]._items]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_a_table_that_nobody_knows_is_asked_about(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(UNKNOWN.encode(encoding))
    page = asked(qtbot, window, path)
    assert not window.errors.isVisible()
    assert [choice.label_text() for choice in page.fields] == HEADER.split(",")
    assert page.fields[2].key() is TableField.ROOM  # guessed
    assert not page.action.isEnabled()
    assert QApplication.focusWidget() is page.fields[0]
    for number, field in enumerate(
        (TableField.DATE, TableField.START, TableField.ROOM, TableField.TITLE, TableField.SPEAKERS)
    ):
        choose(qtbot, page, number, field)
    page.first_day.setFocus()
    qtbot.keyClicks(page.first_day.edit, "2026-05-04")
    assert page.action.isEnabled()
    qtbot.keyClick(page.action, Qt.Key.Key_Space)
    confirm = window.start.confirm
    qtbot.waitUntil(lambda: window.start.currentWidget() is confirm)
    assert confirm.file is not None
    first, second = confirm.file.draft.sessions
    assert (first.facts.title, first.facts.start) == ("開会", "2026-05-04T09:00:00")
    assert (second.facts.room, second.facts.start) == ("小ホール", "2026-05-05T10:30:00")
    assert [speaker.name for speaker in second.speakers] == ["浦 岬"]
    confirm.form.name.setText("港の会")
    confirm._zone_chosen("Asia/Tokyo")
    qtbot.mouseClick(confirm.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace("plan") is not None)
    view = services.programme.view(services.programme.find(None).id)
    assert [one.session.title for one in view.sessions] == ["開会", "灯台"]
    assert view.conference.starts == date(2026, 5, 4)


def test_what_was_guessed_can_be_said_better(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(KNOWN)
    window.start.read(path)
    confirm, page = window.start.confirm, window.start.columns
    qtbot.waitUntil(lambda: window.start.currentWidget() is confirm)
    confirm.form.name.setFocus()
    qtbot.keyClicks(confirm.form.name.edit, "Harbour Conf")
    qtbot.mouseClick(confirm.columns, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    choose(qtbot, page, 3, TableField.TITLE)
    assert page.foot_words.text() == "Only one column can be “Title”: Title, Remarks."
    assert not page.action.isEnabled()
    choose(qtbot, page, 2, None)
    qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.start.currentWidget() is confirm)
    assert confirm.file is not None
    assert [one.facts.title for one in confirm.file.draft.sessions] == ["A walk", "Home"]
    assert confirm.form.name.text() == "Harbour Conf"  # what was typed stays
    qtbot.mouseClick(confirm.columns, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    assert page.fields[3].key() is TableField.TITLE  # as it was said last
    qtbot.keyClick(page.fields[0], Qt.Key.Key_Escape)
    assert window.start.currentWidget() is confirm


def test_another_kind_of_file_has_no_columns(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "plan.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Opening\n"
        "DTSTART:20260504T090000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    window.start.read(path)
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)
    assert not window.start.confirm.columns.isVisible()


def test_escape_leaves_the_sheet(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(UNKNOWN)
    page = asked(qtbot, window, path)
    qtbot.keyClick(page.fields[0], Qt.Key.Key_Escape)
    assert window.start.currentWidget() is window.start.doors
    assert window.start.doors.choose.isEnabled()


def test_a_pasted_table_is_asked_about_too(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setText(UNKNOWN.replace(",", "\t"))
    QGuiApplication.clipboard().setMimeData(data)
    window.start.doors.paste()
    page = window.start.columns
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    assert page.file_name.text() == "Pasted text"
    QGuiApplication.clipboard().clear()


def test_a_zone_in_the_middle_of_the_night_is_doubted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Title,Start\nOpening,2026-05-04T18:30:00Z\nClosing,2026-05-04T19:30:00Z\n")
    window.start.read(path)
    confirm = window.start.confirm
    qtbot.waitUntil(lambda: window.start.currentWidget() is confirm)
    confirm.form.zone.setFocus()
    qtbot.keyClicks(confirm.form.zone.edit, "Tokyo")
    assert "the first at 3:30" in confirm.card.doubt.text()
    assert confirm.card.doubt.isVisible()
    qtbot.mouseClick(confirm.card.local, Qt.MouseButton.LeftButton)
    assert not confirm.card.doubt.isVisible()  # read as local, they begin at 18:30
    qtbot.mouseClick(confirm.card.local, Qt.MouseButton.LeftButton)
    assert confirm.card.doubt.isVisible()
    confirm.form.zone.edit.selectAll()
    qtbot.keyClicks(confirm.form.zone.edit, "Los Angeles")
    assert not confirm.card.doubt.isVisible()
