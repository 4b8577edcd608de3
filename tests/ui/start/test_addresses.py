"""From an address to an open conference: typed, pasted, dropped; waited for, cancelled, refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import FeedState
from confnotes.services.bundle import Services
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow
from helpers.commandline import PRETALX_ICS
from helpers.web import Web, serving

LEFT = Qt.MouseButton.LeftButton
LATER = PRETALX_ICS.replace(b"LOCATION:Boathouse", b"LOCATION:Lantern room", 1)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as made:
        yield made


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def typed(qtbot: QtBot, window: MainWindow, address: str) -> None:
    """Type an address into the door and press Enter."""
    edit = window.start.doors.address.field.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, address)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def confirmed(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the page that confirms, give a name, and import."""
    page = window.start.confirm
    qtbot.waitUntil(lambda: window.start.currentWidget() is page)
    page.form.name.setFocus()
    qtbot.keyClicks(page.form.name.edit, "Harbour Conf")
    qtbot.mouseClick(page.action, LEFT)
    qtbot.waitUntil(lambda: window.workspace("plan") is window.stack.currentWidget())


def imported(qtbot: QtBot, window: MainWindow, web: Web) -> str:
    """Import a conference from its page; return the address of its feed."""
    feed = web.tagged("/all.ics", PRETALX_ICS, '"v1"')
    typed(qtbot, window, web.page("/2026/", '<a href="/all.ics">iCal</a>'))
    confirmed(qtbot, window)
    return feed


def test_the_keyboard_alone_is_enough(
    qtbot: QtBot, window: MainWindow, services: Services, web: Web
) -> None:
    doors = window.start.doors
    assert QApplication.focusWidget() is doors.address.field.edit
    feed = imported(qtbot, window, web)
    assert services.programme.find(None).title == "Harbour Conf"
    assert services.schedules.feeds() == (FeedState(feed, '"v1"'),)
    assert doors.address.field.text() == ""


def test_what_is_under_way_is_said_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, services: Services, web: Web
) -> None:
    row = window.start.doors.address
    slow = web.slow("/all.ics", b"HTTP/1.1 200 OK\r\n\r\nBEGIN:VCALENDAR")
    typed(qtbot, window, slow)
    assert row.currentWidget() is row.busy
    assert row.told.text() == "Asking 127.0.0.1…"
    qtbot.waitUntil(lambda: row.told.text() == "1 kB from 127.0.0.1")
    assert window.status.errand.text() == row.told.text()
    assert not window.start.doors.choose.isEnabled()
    assert QApplication.focusWidget() is row.cancel
    qtbot.keyClick(row.cancel, Qt.Key.Key_Escape)
    assert row.currentWidget() is row.field
    assert (row.field.text(), QApplication.focusWidget()) == (slow, row.field.edit)
    assert not window.status.errand.isVisible()
    assert window.start.doors.choose.isEnabled()
    assert not window.errors.isVisible()
    assert services.programme.conferences() == ()


def test_the_status_line_cancels_too(qtbot: QtBot, window: MainWindow, web: Web) -> None:
    typed(qtbot, window, web.slow("/all.ics", b""))
    assert window.status.errand_button.isVisible()
    qtbot.mouseClick(window.status.errand_button, LEFT)
    assert not window.start.fetching.under_way
    assert not window.status.errand_button.isVisible()


def test_another_address_takes_the_place_of_a_slow_one(
    qtbot: QtBot, window: MainWindow, web: Web
) -> None:
    window.start.fetch(web.slow("/slow.ics", b""))
    window.start.fetch(web.feed("/all.ics", PRETALX_ICS))
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)
    assert not window.start.fetching.under_way


def test_the_window_closes_while_something_is_under_way(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, web: Web
) -> None:
    window.start.fetch(web.slow("/slow.ics", b""))
    assert window.close()
    tasks.close()  # comes back: nothing is waited for


@pytest.mark.parametrize("how", ["refused", "nothing", "scheme", "no address"])
def test_why_not_is_said_and_the_address_stays(
    qtbot: QtBot, window: MainWindow, services: Services, web: Web, how: str
) -> None:
    address, said = {
        "refused": (web.status("/schedule", 403), "drop the file here"),
        "nothing": (web.page("/about", "Welcome"), "No schedule was found"),
        "scheme": ("ftp://127.0.0.1/all.ics", "“ftp:”"),
        "no address": ("Harbour Conf 2026", "is no address"),
    }[how]
    typed(qtbot, window, address)
    qtbot.waitUntil(window.errors.isVisible)
    assert said in window.errors.words.text()
    row = window.start.doors.address
    assert (row.currentWidget(), row.field.text()) == (row.field, address)
    assert window.start.doors.choose.isEnabled()
    assert services.programme.conferences() == ()


def test_a_pasted_address_is_fetched(qtbot: QtBot, window: MainWindow, web: Web) -> None:
    QGuiApplication.clipboard().setText(web.feed("/all.ics", PRETALX_ICS))
    window.start.doors.choose.setFocus()
    qtbot.keyClick(window.start.doors.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)


@pytest.mark.parametrize("into_the_field", [True, False])
def test_pasted_text_of_a_schedule_is_read(
    qtbot: QtBot, window: MainWindow, into_the_field: bool
) -> None:
    QGuiApplication.clipboard().setText(PRETALX_ICS.decode())
    doors = window.start.doors
    focus: QWidget = doors.address.field.edit if into_the_field else doors.choose
    focus.setFocus()
    qtbot.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)
    assert window.start.confirm.file_name.text() == "Pasted text"
    assert doors.address.field.text() == ""


def test_a_pasted_table_and_a_pasted_file_are_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText(
        "日付,開始,タイトル\n2026-05-04,9:00,はじめに\n2026-05-04,10:00,灯台\n"
    )
    window.start.doors.paste()
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)
    assert window.start.confirm.file is not None
    assert len(window.start.confirm.file.draft.sessions) == 2
    path = tmp_path / "harbour.data"
    path.write_bytes(PRETALX_ICS)
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(copied)
    window.start.doors.paste()
    qtbot.waitUntil(lambda: window.start.confirm.file_name.text() == "harbour.data")


def test_pasting_something_else_says_so(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("see you at the harbour")
    window.start.doors.choose.setFocus()
    qtbot.keyClick(window.start.doors.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "clipboard holds no schedule" in window.errors.words.text()
    edit = window.start.doors.address.field.edit
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "see you at the harbour"  # a field takes any words


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag something over a widget and drop it; return whether it was taken."""
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, data, LEFT, none))
    return enter.isAccepted()


def test_a_dropped_link_is_fetched(qtbot: QtBot, window: MainWindow, web: Web) -> None:
    link = QMimeData()
    link.setUrls([QUrl(web.feed("/all.ics", PRETALX_ICS))])
    assert drop(window.start.doors, link)
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)


def test_only_a_schedule_may_be_dropped_on_the_window(
    qtbot: QtBot, window: MainWindow, web: Web
) -> None:
    words = QMimeData()
    words.setText("see you at the harbour")
    assert not drop(window, words)
    words.setText(web.feed("/all.ics", PRETALX_ICS))
    assert drop(window, words)
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)


def chosen(plan: PlanWorkspace, words: str) -> None:
    """Choose a row of Plan's import menu."""
    menu = plan.head.again.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()


def plan_of(window: MainWindow) -> PlanWorkspace:
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    return plan


def test_plan_looks_for_changes_where_the_schedule_came_from(
    qtbot: QtBot, window: MainWindow, services: Services, web: Web
) -> None:
    feed = imported(qtbot, window, web)
    plan = plan_of(window)
    chosen(plan, "Look for changes at 127.0.0.1")
    qtbot.waitUntil(window.errors.isVisible)
    assert "is up to date" in window.errors.words.text()
    assert web.asked[-1][1]["If-None-Match"] == '"v1"'
    assert window.stack.currentWidget() is plan

    web.tagged("/all.ics", LATER, '"v2"')
    chosen(plan, "Look for changes at 127.0.0.1")
    qtbot.waitUntil(lambda: plan.updating.open)
    plan.updating.apply()
    qtbot.waitUntil(lambda: not plan.updating.open)
    assert services.schedules.feeds() == (FeedState(feed, '"v2"'),)
    plan.steps.take_back()
    qtbot.waitUntil(lambda: services.schedules.feeds() == (FeedState(feed, '"v1"'),))


def test_plan_asks_for_an_address_or_the_clipboard(
    qtbot: QtBot, window: MainWindow, web: Web
) -> None:
    imported(qtbot, window, web)
    chosen(plan_of(window), "From an address…")
    assert window.stack.currentWidget() is window.start
    assert QApplication.focusWidget() is window.start.doors.address.field.edit
    window.show_workspace("plan")
    QGuiApplication.clipboard().setText(LATER.decode())
    chosen(plan_of(window), "Paste from the clipboard")
    qtbot.waitUntil(lambda: plan_of(window).updating.open)


def test_what_arrives_while_one_writes_waits_to_be_seen(
    qtbot: QtBot, window: MainWindow, web: Web
) -> None:
    imported(qtbot, window, web)
    web.tagged("/all.ics", LATER, '"v2"')
    chosen(plan_of(window), "Look for changes at 127.0.0.1")
    window.show_workspace("notes")
    qtbot.waitUntil(lambda: window.status.errand.text() == "The schedule is here")
    assert window.stack.currentWidget() is window.workspace("notes")
    qtbot.mouseClick(window.status.errand_button, LEFT)
    qtbot.waitUntil(lambda: plan_of(window).updating.open)
    assert not window.status.errand.isVisible()
