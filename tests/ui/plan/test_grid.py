"""The programme as printed, in the real window: pointer, keys, filter, clashes, screen readers."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.session import SessionFacts, SessionKind, SessionState
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan import cell
from confnotes.ui.plan.board import GRID, LIST
from confnotes.ui.plan.filtering import Facet
from confnotes.ui.plan.gridview import ProgrammeGrid
from confnotes.ui.plan.model import own_time
from confnotes.ui.plan.rows import Head
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow
from helpers.hands import compose

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
Find = Callable[[str], SessionView]
ROOMS = ("6C", "6E", "11A", "11B", "20A", "20B", "Pier 1")
SESSIONS = (
    ("Keynotes", "09:00", 90, "Hall", SessionKind.KEYNOTE),
    ("Rook", "10:55", 35, "6C", None), ("Helm", "10:55", 35, "6E", None),
    ("Vitess", "11:50", 35, "6C", None), ("eBPF", "11:50", 35, "20A", None),
    ("Lunch", "12:25", 120, None, SessionKind.MEAL),
    ("Tutorial", "14:25", 90, "6E", SessionKind.TUTORIAL), ("Meshes", "14:25", 35, "6C", None),
    ("Policy", "14:30", 35, "11A", None), ("Late logs", "23:30", 90, "Pier 1", None),
    ("Backups", "14:25", 35, "20B", None), ("Windows", "11:50", 35, "11B", None),
)  # fmt: skip


@pytest.fixture
def programme(services: Services) -> str:
    """Return the id of a conference of two days; the first has eight rooms."""
    service = services.programme
    made, _ = service.create_conference(
        "Harbour Days", "Asia/Tokyo", starts=date(2026, 5, 1), ends=date(2026, 5, 2)
    )
    for title, start, minutes, room, kind in SESSIONS:
        service.add_session(
            made, title, kind or SessionKind.TALK,
            start=f"2026-05-01T{start}:00", duration=minutes * 60, room=room,
        )  # fmt: skip
    service.add_session(made, "Expo", SessionKind.BOOTH, start="2026-05-01")
    service.add_session(made, "Breakfast", start="2026-05-02T09:00:00", duration=1800, room="6C")
    return made


@pytest.fixture
def plan(window: MainWindow, programme: str) -> PlanWorkspace:
    """Return Plan in the real window, on its first day."""
    window.show_conference(programme)
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    made.tabs.tab(date(2026, 5, 1)).click()
    made.board.view.setFocus()
    return made


@pytest.fixture
def grid(plan: PlanWorkspace) -> ProgrammeGrid:
    """Return the grid, which a window of 1280 begins with."""
    assert plan.board.view is plan.board.grid
    return plan.board.grid


@pytest.fixture
def find(services: Services, programme: str) -> Find:
    """Return what finds a session in the file by its title."""
    return lambda title: next(
        v for v in services.programme.view(programme).sessions if v.session.title == title
    )


def titles(grid: ProgrammeGrid) -> list[str]:
    return [row.view.session.title for row in grid.sessions()]


def middle(grid: ProgrammeGrid, title: str, *, mark: bool = False) -> QPoint:
    """Return the middle of a card, or of its mark, in the viewport."""
    row = next(row for row in grid.sessions() if row.view.session.title == title)
    drawn = grid.drawn(row)
    assert drawn is not None, title
    return (cell.mark_box(drawn) if mark else drawn.rect).center().toPoint()


def chosen(grid: ProgrammeGrid) -> str:
    index = grid.selectedIndexes()
    return index[0].data(0x0100).view.session.title if index else ""


def press(qtbot: QtBot, grid: ProgrammeGrid, *keys: Qt.Key) -> str:
    for key in keys:
        qtbot.keyClick(grid, key)
    return chosen(grid)


def test_rooms_stand_beside_each_other_and_bands_across(grid: ProgrammeGrid) -> None:
    assert grid.columns() == ROOMS
    rect = {t: grid.visualRect(grid.rows.index(n)) for n, t in enumerate(titles(grid))}
    assert rect["Rook"].top() == rect["Helm"].top()
    assert rect["Rook"].right() < rect["Helm"].left()
    assert rect["Rook"].left() == rect["Vitess"].left()
    assert rect["Expo"].bottom() < rect["Keynotes"].top() < rect["Rook"].top()
    assert rect["Keynotes"].width() == rect["Lunch"].width() > 4 * rect["Rook"].width()
    assert rect["Lunch"].height() < rect["Keynotes"].height() < rect["Rook"].height()
    assert rect["Tutorial"].height() >= rect["Meshes"].height()
    assert rect["Meshes"].top() < rect["Policy"].top()


def test_what_runs_past_midnight_is_the_last_of_its_day(grid: ProgrammeGrid) -> None:
    late = titles(grid).index("Late logs")
    grid.select(grid.sessions()[late].id)
    assert max(place.bottom for place in grid.places().values()) == (
        grid.places()[grid.sessions()[late].id].bottom
    )
    assert grid.sessions()[late].when == "23:30–1:00"


def test_a_click_on_the_mark_cycles_and_elsewhere_selects(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    for intent in (Intent.CONSIDERED, Intent.GOING, Intent.NONE):
        with qtbot.waitSignal(plan.saved):
            qtbot.mouseClick(grid.viewport(), LEFT, pos=middle(grid, "Rook", mark=True))
        assert find("Rook").session.choice.intent is intent
    assert chosen(grid) == ""
    qtbot.mouseClick(grid.viewport(), LEFT, pos=middle(grid, "Lunch"))
    assert chosen(grid) == "Lunch"
    assert plan.panel.details.title.text() == "Lunch"
    beside = middle(grid, "Rook")
    beside.setX(20)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=beside)  # the times are nobody's
    assert plan.panel.details.title.text() == "Lunch"


def test_one_key_chooses_and_another_puts_aside(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    grid.select(find("Helm").session.id)
    for key in (KEY.Key_Space, KEY.Key_Space, KEY.Key_L):
        with qtbot.waitSignal(plan.saved):
            qtbot.keyClick(grid, key)
    assert find("Helm").session.choice == Choice(Intent.GOING, watch_later=True)
    assert chosen(grid) == "Helm"
    with qtbot.waitSignal(plan.saved):
        qtbot.keyClick(grid, KEY.Key_L)
    assert not find("Helm").session.choice.watch_later


def test_arrows_go_where_they_point(qtbot: QtBot, grid: ProgrammeGrid, find: Find) -> None:
    grid.select(find("Rook").session.id)
    assert press(qtbot, grid, KEY.Key_Right) == "Helm"
    assert press(qtbot, grid, KEY.Key_Left, KEY.Key_Down) == "Vitess"
    assert press(qtbot, grid, KEY.Key_Right) == "Windows"  # nothing is on in 6E and 11A
    assert press(qtbot, grid, KEY.Key_Left, KEY.Key_Down) == "Lunch"
    assert press(qtbot, grid, KEY.Key_Down) == "Meshes"  # in the room one came from
    assert press(qtbot, grid, KEY.Key_Right, KEY.Key_Right) == "Policy"
    assert press(qtbot, grid, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up) == "Expo"
    assert press(qtbot, grid, KEY.Key_Up) == "Expo"
    assert press(qtbot, grid, KEY.Key_End) == "Late logs"


def test_keys_alone_reach_rooms_that_are_not_shown(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    assert list(grid.shown_columns()) == [0, 1, 2, 3, 4]
    assert "Rooms 1–5 of 7" in plan.events.total.text()
    grid.select(find("Policy").session.id)
    assert press(qtbot, grid, KEY.Key_Right) == "Backups"
    shown = [grid.columns()[n] for n in grid.shown_columns()]
    assert "20B" in shown
    area = grid.viewport().rect()
    index = grid.selectedIndexes()[0]
    assert area.contains(grid.visualRect(index))


def test_arrows_and_wheel_bring_other_rooms(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid
) -> None:
    qtbot.mouseClick(grid.heads.on, LEFT)
    assert list(grid.shown_columns()) == [2, 3, 4, 5, 6]
    assert not grid.heads.on.isEnabled()
    assert "Rooms 3–7 of 7" in plan.events.total.text()
    turned = QWheelEvent(
        QPointF(300, 200), grid.mapToGlobal(QPointF(300, 200)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grid.viewport(), turned)
    assert list(grid.shown_columns()) == [1, 2, 3, 4, 5]
    qtbot.mouseClick(grid.heads.back, LEFT)
    assert list(grid.shown_columns()) == [0, 1, 2, 3, 4]


def test_page_keys_and_digits_change_the_day(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid
) -> None:
    qtbot.keyClick(grid, KEY.Key_PageDown)
    assert plan.tabs.key() == date(2026, 5, 2)
    assert titles(grid) == ["Breakfast"]
    qtbot.keyClick(grid, KEY.Key_PageDown)
    assert plan.tabs.key() == date(2026, 5, 2)  # there is no day after
    qtbot.keyClick(grid, KEY.Key_1)
    assert plan.tabs.key() == date(2026, 5, 1)
    qtbot.keyClick(grid, KEY.Key_9)
    assert plan.tabs.key() == date(2026, 5, 1)


def test_enter_goes_to_the_details_and_escape_back(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    grid.select(find("Rook").session.id)
    qtbot.keyClick(grid, KEY.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is plan.panel.details.choosing.intent.segment(Intent.NONE)
    qtbot.keyClick(focus, KEY.Key_Escape)
    assert grid.hasFocus()


def test_list_and_grid_keep_what_is_selected(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    grid.select(find("Policy").session.id)
    qtbot.mouseClick(plan.look.segment(LIST), LEFT)
    assert plan.board.view is plan.board.list
    assert plan.board.list.current_id() == find("Policy").session.id
    assert "Rooms" not in plan.events.total.text()
    qtbot.mouseClick(plan.look.segment(GRID), LEFT)
    assert chosen(grid) == "Policy"


def test_a_narrow_window_begins_with_the_list_until_one_says_otherwise(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: plan.board.view is plan.board.list)
    assert plan.look.key() == LIST
    plan.board.set_look(GRID)
    assert plan.board.look() == GRID
    window.resize(1280, 800)
    window.resize(1024, 700)
    assert plan.board.grid.isVisible()


def test_what_has_no_time_is_a_list(
    plan: PlanWorkspace, services: Services, programme: str, qtbot: QtBot
) -> None:
    services.programme.add_session(programme, "Some time")
    qtbot.waitUntil(lambda: len(plan.tabs.keys()) == 3)
    plan.tabs.tab("unscheduled").click()
    assert plan.board.view is plan.board.list
    assert not plan.look.isEnabled()
    plan.tabs.tab(date(2026, 5, 1)).click()
    assert plan.board.grid.isVisible()


# filter


def test_typing_narrows_both_views_and_one_key_clears(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid
) -> None:
    qtbot.keyClick(grid, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = plan.filter.field.edit
    assert field.hasFocus()
    qtbot.keyClicks(field, "LOG")
    assert titles(grid) == ["Late logs"]
    assert plan.events.total.text() == "1 of 13 sessions"
    plan.board.set_look(LIST)
    assert [r.view.session.title for r in plan.board.list.rows.rows() if not isinstance(r, Head)] \
        == ["Late logs"]  # fmt: skip
    plan.board.set_look(GRID)
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert len(titles(grid)) == 13
    assert field.text() == ""
    qtbot.keyClick(field, KEY.Key_Escape)
    assert grid.hasFocus()


def test_a_composition_neither_filters_nor_is_disturbed(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, services: Services, programme: str
) -> None:
    services.programme.add_session(
        programme, "コンテナ入門", start="2026-05-01T14:25:00", duration=2100, room="20A"
    )
    qtbot.waitUntil(lambda: len(titles(grid)) == 14)
    plan.filter.focus()
    field = plan.filter.field.edit
    compose(field, "こんて")
    assert len(titles(grid)) == 14
    assert field.text() == ""
    compose(field, "", "こんてな")
    assert titles(grid) == ["コンテナ入門"]


def test_facets_are_ticked_by_keys(qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid) -> None:
    button = plan.filter.buttons[Facet.ROOM]
    assert not plan.filter.buttons[Facet.TRACK].isVisible()  # there is none
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    values = plan.filter.values
    assert values.list.hasFocus()
    assert values.model.index(0).data() == "11A"
    qtbot.keyClick(values.list, KEY.Key_Space)
    assert titles(grid) == ["Policy"]
    qtbot.keyClick(values.list, KEY.Key_Down)
    qtbot.keyClick(values.list, KEY.Key_Return)
    assert titles(grid) == ["Windows", "Policy"]
    assert button.accessibleName() == "Room: 11A, 11B"
    qtbot.keyClick(values.list, KEY.Key_Escape)
    assert button.hasFocus()
    assert not values.isVisible()
    qtbot.mouseClick(plan.filter.clear, LEFT)
    assert len(titles(grid)) == 13


def test_a_click_on_its_button_or_beside_it_puts_a_facet_away(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid
) -> None:
    button, values = plan.filter.buttons[Facet.ROOM], plan.filter.values
    qtbot.mouseClick(button, LEFT)
    assert values.isVisible()
    qtbot.mouseClick(button, LEFT)
    assert not values.isVisible()
    qtbot.mouseClick(button, LEFT)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=middle(grid, "Lunch"))
    assert not values.isVisible()


def test_only_mine_follows_what_is_chosen(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    qtbot.mouseClick(plan.filter.mine, LEFT)
    assert titles(grid) == []
    assert "Nothing on this day" in grid.nothing
    plan.board.cycled.emit(find("Helm").session.id)
    assert titles(grid) == ["Helm"]


def test_an_empty_day_says_where_the_filter_finds_something(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, find: Find
) -> None:
    plan.filter.focus()
    qtbot.keyClicks(plan.filter.field.edit, "breakfast")
    assert titles(grid) == []
    assert grid.nothing.splitlines()[1] == "On other days: Sat 2 (1)"
    plan.show_session(find("Rook").session.id)  # who asks for a session gets to see it
    assert chosen(grid) == "Rook"


# clashes


def go(services: Services, find: Find, *names: str, intent: Intent = Intent.GOING) -> None:
    for name in names:
        services.programme.choose_session(find(name).session.id, Choice(intent))


def test_a_clash_is_said_on_both_and_leads_from_one_to_the_other(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, services: Services, find: Find
) -> None:
    go(services, find, "Tutorial", "Policy")
    go(services, find, "Meshes", intent=Intent.CONSIDERED)
    qtbot.waitUntil(lambda: sum(row.clash for row in grid.sessions()) == 2)
    clashing = [row.view.session.title for row in grid.sessions() if row.clash]
    assert clashing == ["Tutorial", "Policy"]
    assert grid.rows.index(titles(grid).index("Policy")).data().endswith("going, Clash")
    plan.board.set_look(LIST)
    heads = [row for row in plan.board.list.rows.rows() if isinstance(row, Head)]
    assert [(head.start, head.clashes) for head in heads if head.clashes] == [
        ("14:25", 1), ("14:30", 1)
    ]  # fmt: skip
    plan.board.select(find("Policy").session.id)
    card = plan.panel.details.clashes
    assert [b.text() for b in card.firm.buttons] == ["Tutorial"]
    assert [b.text() for b in card.loose.buttons] == ["Meshes"]
    qtbot.mouseClick(card.firm.buttons[0], LEFT)
    assert plan.board.list.current_id() == find("Tutorial").session.id
    assert [b.text() for b in card.firm.buttons] == ["Policy"]


def test_deciding_ends_the_clash_at_once(
    qtbot: QtBot, plan: PlanWorkspace, grid: ProgrammeGrid, services: Services, find: Find
) -> None:
    told: list[str] = []
    plan.status.connect(told.append)
    go(services, find, "Tutorial", "Policy")
    qtbot.waitUntil(lambda: bool(told) and told[-1] == "2 chosen, 0 considered · 1 clash")
    grid.select(find("Policy").session.id)
    assert plan.panel.details.clashes.isVisible()
    qtbot.keyClick(grid, KEY.Key_Space)
    assert told[-1] == "1 chosen, 0 considered"
    assert not any(row.clash for row in grid.sessions())
    assert not plan.panel.details.clashes.isVisible()


def test_the_strip_of_a_narrow_window_counts_clashes_and_leads_to_the_first(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, services: Services, find: Find
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: plan.panel.folded)
    sign = plan.panel.clash_button
    assert not sign.isVisible()
    go(services, find, "Tutorial", "Policy")
    qtbot.waitUntil(sign.isVisible)
    assert (sign.count, sign.accessibleName()) == ("1", "Clashes: 1")
    plan.tabs.tab(date(2026, 5, 2)).click()
    qtbot.mouseClick(sign, LEFT)
    assert plan.tabs.key() == date(2026, 5, 1)
    assert plan.board.view.current_id() == find("Tutorial").session.id
    assert plan.panel.details.clashes.isVisible()


# what is told


def test_screen_readers_are_told_every_cell_with_its_time_and_place(
    grid: ProgrammeGrid, plan: PlanWorkspace
) -> None:
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface is not None
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert "10:55–11:30, Rook, 6C, not chosen" in names
    assert any(name.startswith("All day, Expo") for name in names)
    at = names.index("10:55–11:30, Rook, 6C, not chosen")
    rect = interface.child(at).rect()
    assert rect.topLeft() == grid.viewport().mapToGlobal(
        grid.visualRect(grid.rows.index(titles(grid).index("Rook"))).topLeft()
    )


def test_ones_own_clock_is_said_where_it_differs(find: Find) -> None:
    late = find("Late logs")
    assert own_time(late, "Asia/Tokyo", "Asia/Tokyo") == ""
    assert own_time(late, "Asia/Tokyo", "Asia/Seoul") == ""  # another name, the same clock
    assert own_time(late, "Asia/Tokyo", "") == ""
    assert own_time(late, "Asia/Tokyo", "Europe/Berlin") == ("16:30–18:00 where you are (Berlin)")
    assert own_time(find("Rook"), "Asia/Tokyo", "America/Los_Angeles") == (
        "Thu 30, 18:55–19:30 where you are (Los Angeles)"
    )
    assert own_time(find("Expo"), "Asia/Tokyo", "Europe/Berlin") == ""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [300, 700, 1280, 2400])
def test_it_paints_whatever_a_schedule_holds(
    services: Services, programme: str, plan: PlanWorkspace, window: MainWindow,
    grid: ProgrammeGrid, width: int, dark: bool,
) -> None:  # fmt: skip
    theme().set_dark(dark)
    odd = services.programme
    for number, title in enumerate(("x" * 400, "長い題名" * 60, "a\nb", "1" * 7)):
        made, _ = odd.add_session(
            programme, title, start="2026-05-01T10:55:00", duration=number, room="部屋" * 40
        )
        state = SessionState.CANCELLED if number % 2 else SessionState.MISSING
        odd.edit_session(made, SessionFacts(title=title, state=state, language="日本語" * 9))
        odd.choose_session(made, Choice(Intent.CONSIDERED, watch_later=True))
    plan.read_again()
    window.setMinimumSize(1, 1)
    window.resize(width, 500)
    plan.board.set_look(GRID)
    grid.page(1)
    grid.scroll_to_time(datetime(2026, 5, 1, 6, tzinfo=UTC))
    assert not window.grab().isNull()


def test_a_conference_without_rooms_has_no_heads_over_its_first_row(
    window: MainWindow, services: Services
) -> None:
    made, _ = services.programme.create_conference("Roomless", "Asia/Tokyo")
    services.programme.add_session(made, "Walk", start="2026-06-01T09:00:00", duration=1800)
    window.show_conference(made)
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    QApplication.processEvents()
    grid = plan.board.grid
    assert grid.isVisible()
    assert not grid.heads.isVisible()
