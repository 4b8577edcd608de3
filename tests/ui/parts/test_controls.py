"""Buttons, fields, stars, tabs: by pointer and by keys, as a person uses them."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Intent
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.dates import DateField, parse_day
from confnotes.ui.parts.fields import ComboField, LineField, TextField
from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.stars import Stars
from confnotes.ui.parts.tabs import Tabs
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.zones import ZoneField, zone_of

Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Return what shows widgets in a window that has the focus."""
    hosts: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        host = QWidget()
        hosts.append(host)
        column = QVBoxLayout(host)
        for widget in widgets:
            column.addWidget(widget)
        host.resize(400, 300)
        host.show()
        host.activateWindow()
        qtbot.waitUntil(host.isActiveWindow)
        return host

    yield show
    for host in hosts:
        host.close()


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_keys(qtbot: QtBot, shown: Show, look: Look, key: Qt.Key) -> None:
    button = Button("Do it", look)
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_only_keyboard_focus_shows_a_ring(qtbot: QtBot, shown: Show) -> None:
    first, second = Button("One"), Button("Two")
    shown(first, second)
    first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert not first.ring
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert second.ring


def test_stars_by_keys(qtbot: QtBot, shown: Show) -> None:
    stars = Stars()
    shown(stars)
    stars.setFocus()
    told: list[object] = []
    stars.rated.connect(told.append)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_0):
        qtbot.keyClick(stars, key)
    assert told == [4, 5, 4, None]
    assert stars.accessibleName() == "Rating: none"


def test_a_second_click_on_a_star_clears(qtbot: QtBot, shown: Show) -> None:
    stars = Stars()
    shown(stars)
    third = QPoint(4 + 22 * 2 + 9, stars.height() // 2)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    assert stars.rating() == 3
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    assert stars.rating() is None


def test_a_field_tells_a_changed_text_once(qtbot: QtBot, shown: Show) -> None:
    field, other = LineField("Name"), LineField("Other")
    shown(field, other)
    told: list[str] = []
    field.finished.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field.edit, "Mesh")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    other.setFocus()
    assert told == ["Mesh"]


def test_escape_takes_back_what_was_typed(qtbot: QtBot, shown: Show) -> None:
    field = LineField("Name")
    field.setText("before")
    shown(field)
    field.setFocus()
    qtbot.keyClicks(field.edit, "xyz")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == "before"


def test_a_text_field_keeps_an_open_composition(qtbot: QtBot, shown: Show) -> None:
    field = TextField("Why")
    shown(field)
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("きょう", []))
    field.setText("from elsewhere")
    assert field.text() == ""
    committed = QInputMethodEvent("", [])
    committed.setCommitString("今日")
    QApplication.sendEvent(field, committed)
    assert field.text() == "今日"


def test_a_text_field_grows_with_its_lines(qtbot: QtBot, shown: Show) -> None:
    field = TextField("Why", rows=2, most=5)
    shown(field)
    before = field.height()
    field.setText("\n".join("漢字 and Latin" for _ in range(4)))
    assert field.height() == before + 2 * theme().px(21)
    field.setText("\n".join("x" * 3 for _ in range(40)))
    assert field.height() == before + 3 * theme().px(21)


def test_a_combo_moves_by_arrows_and_opens_a_menu(qtbot: QtBot, shown: Show) -> None:
    combo = ComboField("Kind")
    combo.set_items([("a", "First"), ("b", "Second")])
    combo.set_key("a")
    shown(combo)
    combo.setFocus()
    with qtbot.waitSignal(combo.chosen) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert told.args == ["b"]
    assert combo.accessibleName() == "Kind: Second"
    qtbot.keyClick(combo, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_a_switch_tells_what_was_pressed(qtbot: QtBot, shown: Show) -> None:
    switch = Segmented("Going", [(i, i.value, i) for i in Intent])
    shown(switch)
    switch.set_key(Intent.NONE)
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.mouseClick(switch.segment(Intent.GOING), Qt.MouseButton.LeftButton)
    assert told.args == [Intent.GOING]
    assert switch.key() is Intent.GOING


def test_tabs_move_by_arrows(qtbot: QtBot, shown: Show) -> None:
    tabs = Tabs("Days")
    tabs.set_tabs([(1, "Mon", "", ""), (2, "Tue", "", "3")])
    tabs.set_key(1)
    shown(tabs)
    tabs.tab(1).setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs.tab(1), Qt.Key.Key_Right)
    assert told.args == [2]
    tabs.set_tabs([(1, "Mon", "", "1"), (2, "Tue", "", "3")])
    assert tabs.key() == 2


def test_a_wrapped_label_takes_the_height_it_needs(qtbot: QtBot, shown: Show) -> None:
    label = WrapLabel("短い文と a longer Latin one " * 6)
    host = shown(label)
    assert label.height() > theme().px(21)
    high = label.height()
    host.resize(200, 300)
    qtbot.waitUntil(lambda: label.height() > high)


@pytest.mark.parametrize(
    "text",
    ["2026-03-23", "2026/3/23", "2026年3月23日", "２０２６年３月２３日（月）", "23 Mar 2026",
     "Mon 23 March 2026", "March 23, 2026", "Mar 23rd, 2026", "23.  mar 2026"],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_day(text) == date(2026, 3, 23)


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01", "31 Feb 2026", "23 Foo 2026"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_a_date_field_steps_by_days(qtbot: QtBot, shown: Show) -> None:
    field = DateField("First day")
    shown(field)
    field.set_day(date(2026, 2, 28))
    field.setFocus()
    with qtbot.waitSignal(field.day_changed):
        qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.day() == date(2026, 3, 1)
    assert field.text() == "Sun 1 Mar 2026"


@pytest.mark.parametrize(
    ("text", "zone"),
    [("Europe/Amsterdam", "Europe/Amsterdam"), ("amsterdam", "Europe/Amsterdam"),
     ("los angeles", "America/Los_Angeles"), ("Asia/Tokyo (JST, UTC+9)", "Asia/Tokyo"),
     ("utc", "UTC"), ("nowhere", None), ("", None)],
)  # fmt: skip
def test_a_zone_is_found_by_name_or_city(text: str, zone: str | None) -> None:
    assert zone_of(text) == zone


def test_a_zone_can_be_typed(qtbot: QtBot, shown: Show) -> None:
    field = ZoneField("Zone")
    shown(field)
    field.setFocus()
    told: list[object] = []
    field.zone_changed.connect(told.append)
    qtbot.keyClicks(field.edit, "tokyo")
    assert told == ["Asia/Tokyo"]
    field.commit()
    assert field.text() == "Asia/Tokyo (JST, UTC+9)"


def test_a_check_box_is_named_and_ticked(qtbot: QtBot, shown: Show) -> None:
    box = CheckBox("Watch later")
    shown(box)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert box.text() == "Watch later"
