"""From a file to an open conference, by pointer and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.services.bundle import Services
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow
from confnotes.ui.start.confirm import ConfirmPage

CALENDAR = "\r\n".join(
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented//EN", "X-WR-CALNAME:Harbour Conf",
        *(
            row
            for number, (start, end, title) in enumerate(
                [("0700", "0730", "Opening"), ("0800", "0835", "Meshes at sea"),
                 ("0900", "0935", "Logs that speak")]
            )
            for row in (
                "BEGIN:VEVENT", f"UID:{number}@invented", f"DTSTART:20260323T{start}00Z",
                f"DTEND:20260323T{end}00Z", f"SUMMARY:{title}", "LOCATION:Hall A", "END:VEVENT",
            )
        ),
        "END:VCALENDAR", "",
    ]
)  # fmt: skip


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    """Return a small invented schedule without a zone."""
    path = tmp_path / "harbour.ics"
    path.write_text(CALENDAR, newline="")
    return path


def confirm(qtbot: QtBot, window: MainWindow, path: Path) -> ConfirmPage:
    """Read a file and wait for the page that shows it."""
    window.start.read(path)
    page = window.start.confirm
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    return page


def test_a_schedule_without_a_zone_waits_for_one(
    qtbot: QtBot, window: MainWindow, services: Services, calendar: Path
) -> None:
    page = confirm(qtbot, window, calendar)
    assert not page.action.isEnabled()
    assert "time zone" in page.foot_words.text()
    page.form.zone.setFocus()
    qtbot.keyClicks(page.form.zone.edit, "amsterdam")
    assert page.action.isEnabled()
    assert page.action.text() == "Import 3 sessions"
    assert page.form.starts.text() == "Mon 23 Mar 2026"
    assert page.preview_words.text() == "First sessions of each day, Amsterdam time"
    qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace("plan") is not None)
    made = services.programme.find(None)
    assert (made.title, made.timezone) == ("Harbour Conf", "Europe/Amsterdam")
    assert len(services.programme.view(made.id).sessions) == 3


def test_offsets_that_lie_can_be_dropped(
    qtbot: QtBot, window: MainWindow, services: Services, calendar: Path
) -> None:
    page = confirm(qtbot, window, calendar)
    qtbot.keyClicks(page.form.zone.edit, "tokyo")
    qtbot.mouseClick(page.card.local, Qt.MouseButton.LeftButton)
    assert page.local_times
    qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace("plan") is not None)
    view = services.programme.view(services.programme.find(None).id)
    assert view.sessions[0].session.facts.start == "2026-03-23T07:00:00"


def test_a_zone_is_picked_by_its_row(qtbot: QtBot, window: MainWindow, calendar: Path) -> None:
    page = confirm(qtbot, window, calendar)
    row = page.card.rows["UTC"]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.facts().timezone == "UTC"
    assert row.isChecked()


def test_escape_goes_back_and_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, calendar: Path
) -> None:
    start = window.start
    start.start_by_hand("Tiny")
    qtbot.keyClicks(start.by_hand.form.starts.edit, "2026-05-01")
    start.by_hand.form.city.setFocus()
    qtbot.keyClicks(start.by_hand.form.city.edit, "Chiba")
    qtbot.keyClick(start.by_hand.form.city.edit, Qt.Key.Key_Escape)
    assert start.currentWidget() is start.doors
    assert start.doors.name.text() == "Tiny"
    qtbot.mouseClick(start.doors.begin, Qt.MouseButton.LeftButton)
    assert start.by_hand.form.city.text() == "Chiba"
    assert start.by_hand.form.starts.text() == "Fri 1 May 2026"
    page = confirm(qtbot, window, calendar)
    page.form.venue.setFocus()
    qtbot.keyClicks(page.form.venue.edit, "The pier")
    qtbot.keyClick(page.form.venue.edit, Qt.Key.Key_Escape)
    assert start.currentWidget() is start.doors
    page = confirm(qtbot, window, calendar)
    assert page.form.venue.text() == "The pier"


def test_the_zone_shows_its_offset_at_the_conference(
    qtbot: QtBot, window: MainWindow, calendar: Path
) -> None:
    form = window.start.by_hand.form
    window.start.start_by_hand("Summer")
    form.zone.set_zone("Europe/Lisbon")
    qtbot.keyClicks(form.starts.edit, "2026-05-01")
    assert form.zone.text() == "Europe/Lisbon (WEST, UTC+1)"
    form.starts.edit.selectAll()
    qtbot.keyClicks(form.starts.edit, "2026-12-01")
    assert form.zone.text() == "Europe/Lisbon (WET, UTC+0)"
    assert form.starts.edit.placeholderText() == "e.g. 2026-03-23"


def test_tab_goes_down_the_page(qtbot: QtBot, window: MainWindow, calendar: Path) -> None:
    page = confirm(qtbot, window, calendar)
    row = page.card.rows["UTC"]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    page.form.zone.setFocus()
    seen = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    after = [page.copy] if page.copy.isVisible() else []
    wanted = [row, page.card.local, *after, page.cancel, page.action]
    assert seen == wanted[:4]


def test_the_same_schedule_again_is_compared_in_plan(
    qtbot: QtBot, window: MainWindow, services: Services, calendar: Path
) -> None:
    page = confirm(qtbot, window, calendar)
    page.form.zone.setFocus()
    qtbot.keyClicks(page.form.zone.edit, "UTC")
    qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workspace("plan") is not None)
    window.start.start_by_hand("Elsewhere")
    window.start.read(calendar)
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    qtbot.waitUntil(lambda: plan.updating.open)
    assert window.stack.currentWidget() is plan
    assert plan.updating.page.nothing.isVisible()
    assert len(services.programme.conferences()) == 1


@pytest.mark.parametrize("content", ["", "<html><body>Sign in</body></html>", "PK\x03\x04nonsense"])
def test_what_is_no_schedule_is_said_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, services: Services, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "bad.ics"
    path.write_text(content)
    window.start.read(path)
    qtbot.waitUntil(window.errors.isVisible)
    assert window.errors.words.text()
    assert window.start.doors.choose.isEnabled()
    assert services.programme.conferences() == ()


def test_a_file_that_is_gone_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.start.read(tmp_path / "none.ics")
    qtbot.waitUntil(window.errors.isVisible)
    assert "none.ics" in window.errors.words.text()


def test_a_file_can_be_dropped(qtbot: QtBot, window: MainWindow, calendar: Path) -> None:
    doors, data = window.start.doors, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(calendar))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(doors, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(doors, QDropEvent(QPointF(9, 9), copy, data, left, none))
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)


def test_the_list_of_problems_can_be_copied(
    qtbot: QtBot, window: MainWindow, calendar: Path
) -> None:
    page = confirm(qtbot, window, calendar)
    assert page.problems.rows() > 0
    page._copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) >= page.problems.rows()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("name", "sessions"),
    [
        ("frab-json/36c3-everything.json", 1351),
        ("frab-xml/debconf-2017-wafer.xml", 181),
        ("ics/kubecon-eu-2026-d-0323.ics", 596),
    ],
)
def test_real_files_of_every_kind_show(
    qtbot: QtBot, window: MainWindow, real_files: Path, name: str, sessions: int
) -> None:
    page = confirm(qtbot, window, real_files / name)
    assert page.file is not None
    assert len(page.file.draft.sessions) == sessions
