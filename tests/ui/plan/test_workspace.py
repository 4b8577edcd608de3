"""Plan by pointer and keys, on a real notebook: what is chosen reaches the file."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.notes import Line
from confnotes.domain.session import Link, LinkKind, SessionKind
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.plan.board import LIST
from confnotes.ui.plan.days import UNSCHEDULED
from confnotes.ui.plan.model import ROW
from confnotes.ui.plan.rows import Head, row_of
from confnotes.ui.plan.session_form import SessionForm
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow
from helpers.erasing import erase_session
from helpers.window import button

LEFT = Qt.MouseButton.LeftButton
Find = Callable[[str], SessionView]


@pytest.fixture
def plan(window: MainWindow, conference: str) -> PlanWorkspace:
    """Return Plan in the real window, on its first day."""
    window.show_conference(conference)
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    made.board.set_look(LIST)
    made.tabs.tab(date(2026, 5, 1)).click()
    return made


@pytest.fixture
def find(services: Services, conference: str) -> Find:
    """Return what finds a session in the file by its title."""
    return lambda title: next(
        v for v in services.programme.view(conference).sessions if v.session.title == title
    )


def at(plan: PlanWorkspace, title: str, x: int) -> QPoint:
    """Return a point of the row with that title, `x` from its left."""
    rows = plan.board.list.rows
    for number, row in enumerate(rows.rows()):
        if not isinstance(row, Head) and row.view.session.title == title:
            return plan.board.list.visualRect(rows.index(number)).topLeft() + QPoint(x, 22)
    raise AssertionError(title)


def intents(plan: PlanWorkspace, find: Find, title: str) -> Intent:
    """Return the intent of a session as it is in the file, once all is written."""
    return find(title).session.choice.intent


def test_a_click_on_the_mark_cycles_and_reaches_the_file(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    spot = at(plan, "Meshes at sea", 36)
    for expected in (Intent.CONSIDERED, Intent.GOING, Intent.NONE):
        with qtbot.waitSignal(plan.saved):
            qtbot.mouseClick(plan.board.list.viewport(), LEFT, pos=spot)
        assert intents(plan, find, "Meshes at sea") is expected
    assert plan.board.list.current_id() is None  # the mark does not select


def test_quick_clicks_all_count(qtbot: QtBot, plan: PlanWorkspace, find: Find) -> None:
    spot = at(plan, "Opening", 36)
    qtbot.mouseClick(plan.board.list.viewport(), LEFT, pos=spot)
    qtbot.mouseDClick(plan.board.list.viewport(), LEFT, pos=spot)
    # Two writes, or one: the second may overtake the first while that waits.
    qtbot.waitUntil(lambda: find("Opening").session.choice.intent is Intent.GOING)
    assert intents(plan, find, "Opening") is Intent.GOING


def test_a_click_elsewhere_selects(qtbot: QtBot, plan: PlanWorkspace, find: Find) -> None:
    qtbot.mouseClick(plan.board.list.viewport(), LEFT, pos=at(plan, "Logs that speak", 300))
    assert plan.board.list.current_id() == find("Logs that speak").session.id
    assert plan.panel.page() is plan.panel.details
    assert plan.panel.details.title.text() == "Logs that speak"
    assert intents(plan, find, "Logs that speak") is Intent.NONE


def tabbed(qtbot: QtBot, times: int) -> list[QWidget | None]:
    """Press Tab that often; return what had the focus after each."""
    seen: list[QWidget | None] = []
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    return seen


def test_tab_goes_from_the_list_down_the_details(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, find: Find
) -> None:
    session = find("Opening").session.id
    link = Link("11111111-1111-4111-8111-111111111112", session, LinkKind.PAGE, "https://x.org/a")
    services.review.put_link(link)
    services.programme.choose_session(session, Choice(Intent.GOING))
    qtbot.waitUntil(lambda: plan.tabs.tab(date(2026, 5, 1)).accessibleName().endswith(" 1"))
    plan.board.list.select(session)
    plan.board.list.setFocus()
    details = plan.panel.details
    c = details.choosing
    QApplication.processEvents()  # Qt shows what was put into a layout a moment later
    page = button(details, "Page")
    assert tabbed(qtbot, 7) == [
        c.intent.segment(Intent.GOING), c.attendance, c.later, c.reason, page,
        details.notes, details.edit,
    ]  # fmt: skip


def test_another_day_begins_at_its_top_with_nothing_selected(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    plan.board.list.select(find("Logs that speak").session.id)
    plan.tabs.tab(date(2026, 5, 2)).click()
    assert plan.panel.page() is plan.panel.empty
    assert plan.board.list.current_id() is None
    plan.tabs.tab(date(2026, 5, 1)).click()
    assert plan.board.list.current_id() is None
    assert plan.board.list.verticalScrollBar().value() == 0


def test_the_list_goes_to_a_time(plan: PlanWorkspace, window: MainWindow) -> None:
    window.resize(1280, 560)
    plan.board.list.setFixedHeight(80)
    plan.board.list.doItemsLayout()
    plan.board.list.scroll_to_time(datetime(2026, 5, 1, 1, 5, tzinfo=UTC))  # 10:05 in Tokyo
    heads = [row.start for row in plan.board.list.rows.rows() if isinstance(row, Head)]
    assert heads == ["9:00", "10:00"]
    top = plan.board.list.indexAt(QPoint(40, 5)).data(ROW)
    assert isinstance(top, Head)
    assert top.start == "10:00"


def test_days_in_two_months_name_their_month(
    plan: PlanWorkspace, window: MainWindow, services: Services
) -> None:
    made, _ = services.programme.create_conference(
        "Turn", "UTC", starts=date(2026, 3, 31), ends=date(2026, 4, 1)
    )
    window.show_conference(made)
    assert plan.tabs.tab(date(2026, 3, 31)).text() == "Tue 31 Mar"
    assert plan.tabs.tab(date(2026, 4, 1)).text() == "Wed 1 Apr"


def test_tab_enters_the_days_at_the_open_one(qtbot: QtBot, plan: PlanWorkspace) -> None:
    day = plan.tabs.tab(date(2026, 5, 2))
    day.click()
    chosen = plan.look.segment(LIST)
    plan.add_button.setFocus()
    qtbot.keyClick(plan.add_button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is chosen
    qtbot.keyClick(chosen, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is day


def test_all_of_it_by_keys(qtbot: QtBot, plan: PlanWorkspace, find: Find) -> None:
    assert plan.board.list.hasFocus()
    qtbot.keyClick(plan.board.list, Qt.Key.Key_Down)
    assert plan.board.list.current_id() == find("Opening").session.id
    qtbot.keyClick(plan.board.list, Qt.Key.Key_Down)  # over the head of the next time
    assert plan.board.list.current_id() == find("Meshes at sea").session.id
    with qtbot.waitSignal(plan.saved):
        qtbot.keyClick(plan.board.list, Qt.Key.Key_Space)
    assert intents(plan, find, "Meshes at sea") is Intent.CONSIDERED


def test_the_panel_keeps_three_facts_and_a_reason(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    plan.board.list.select(find("Opening").session.id)
    choosing = plan.panel.details.choosing
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(choosing.intent.segment(Intent.GOING), LEFT)
    with qtbot.waitSignal(plan.saved):
        choosing.attendance.setFocus()
        qtbot.keyClick(choosing.attendance, Qt.Key.Key_Down)
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(choosing.later, LEFT, pos=QPoint(10, 14))
    choosing.reason.setFocus()
    qtbot.keyClicks(choosing.reason, "Must see")
    with qtbot.waitSignal(plan.saved, timeout=3000):
        pass  # it saves itself
    assert find("Opening").session.choice == Choice(
        Intent.GOING, Attendance.ATTENDED, watch_later=True, reason="Must see"
    )


def test_a_reason_being_typed_goes_to_its_session_when_another_is_selected(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    plan.board.list.select(find("Opening").session.id)
    plan.panel.details.choosing.reason.setFocus()
    qtbot.keyClicks(plan.panel.details.choosing.reason, "half a")
    with qtbot.waitSignal(plan.saved):
        plan.board.list.select(find("Meshes at sea").session.id)
    assert find("Opening").session.choice.reason == "half a"
    assert find("Meshes at sea").session.choice.reason == ""
    assert plan.panel.details.choosing.reason.text() == ""


def test_a_reason_being_typed_survives_closing(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, find: Find
) -> None:
    plan.board.list.select(find("Opening").session.id)
    plan.panel.details.choosing.reason.setFocus()
    qtbot.keyClicks(plan.panel.details.choosing.reason, "at the last moment")
    window.close()
    assert find("Opening").session.choice.reason == "at the last moment"


def test_days_carry_the_count_of_what_one_goes_to(
    qtbot: QtBot, plan: PlanWorkspace, find: Find, services: Services
) -> None:
    services.programme.choose_session(find("Opening").session.id, Choice(Intent.GOING))
    tab = plan.tabs.tab(date(2026, 5, 1))
    qtbot.waitUntil(lambda: tab.accessibleName().endswith(" 1"))
    assert plan.tabs.keys()[-1] == UNSCHEDULED


def test_notes_propose_attended(
    qtbot: QtBot, plan: PlanWorkspace, find: Find, services: Services
) -> None:
    session = find("Opening").session.id
    plan.board.list.select(session)
    services.notes.save(session, [Line("11111111-1111-4111-8111-111111111111", session, 0, "x")])
    combo = plan.panel.details.choosing.attendance
    qtbot.waitUntil(lambda: combo.words() == "Attended (it has notes)")


def test_an_event_has_the_same_marks(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    event = services.programme.view(conference).events[1]
    chip = plan.events.chips[event.id]
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(chip, LEFT, pos=QPoint(16, 16))
    chip.setFocus()
    with qtbot.waitSignal(plan.saved):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert services.programme.view(conference).events[1].choice.intent is Intent.GOING
    qtbot.mouseClick(chip, LEFT, pos=QPoint(60, 16))
    form = plan.panel.event_form
    assert plan.panel.page() is form
    form.choosing.reason.setFocus()
    qtbot.keyClicks(form.choosing.reason, "Day zero")
    with qtbot.waitSignal(plan.saved):
        plan.leave()
    assert services.programme.view(conference).events[1].choice.reason == "Day zero"


def test_an_event_is_added_renamed_and_deleted(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    qtbot.mouseClick(plan.events.add, LEFT)
    form = plan.panel.event_form
    qtbot.keyClicks(form.name.edit, "Night Summit")
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    names = [event.title for event in services.programme.view(conference).events]
    assert names[1:] == ["Harbour Summit", "Night Summit"]
    night = services.programme.view(conference).events[2]
    qtbot.mouseClick(plan.events.chips[night.id], LEFT, pos=QPoint(60, 16))
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.delete, LEFT)
    assert night.id not in plan.events.chips


def test_a_session_is_made_by_hand_corrected_and_deleted(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    qtbot.keyClick(plan.board.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = plan.panel.session_form
    for field, text in (
        (form.name, "Hallway talk"), (form.start, "11:15"), (form.minutes, "20"), (form.room, "Bar")
    ):  # fmt: skip
        field.setFocus()
        qtbot.keyClicks(field.edit, text)
    form.speakers.setFocus()
    qtbot.keyClicks(form.speakers, "Aya Mori (Harbour Labs)")
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    made = find("Hallway talk")
    assert (made.session.facts.start, made.session.facts.duration) == ("2026-05-01T11:15:00", 1200)
    assert made.speakers[0].affiliation == "Harbour Labs"
    assert plan.board.list.current_id() == made.session.id
    qtbot.mouseClick(button(plan, "Edit"), LEFT)
    form.kind.set_key(SessionKind.HALLWAY.value)
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    again = find("Hallway talk")
    assert again.session.kind is SessionKind.HALLWAY
    assert again.session.facts.start == "2026-05-01T11:15:00"
    qtbot.mouseClick(button(plan, "Edit"), LEFT)
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.delete, LEFT)
    assert row_of(plan.board.list.rows.rows(), made.session.id) is None


CONTROL = Qt.KeyboardModifier.ControlModifier


def begin_lunch(qtbot: QtBot, plan: PlanWorkspace) -> SessionForm:
    """Type half of a new session."""
    form = plan.panel.session_form
    qtbot.keyClick(plan.board.list, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(form.name.edit, "Lunch")
    form.speakers.setFocus()
    qtbot.keyClicks(form.speakers, "Aya Mori")
    return form


def test_a_half_filled_form_survives_the_same_chord_and_a_click_on_a_row(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    form = begin_lunch(qtbot, plan)
    qtbot.keyClick(form.speakers, Qt.Key.Key_N, CONTROL)
    assert (form.name.text(), form.speakers.text()) == ("Lunch", "Aya Mori")
    qtbot.mouseClick(plan.board.list.viewport(), LEFT, pos=at(plan, "Logs that speak", 300))
    assert plan.panel.page() is plan.panel.details
    plan.editing.edit_session(find("Opening").session.id)
    assert form.name.text() == "Opening"
    assert not form.unsaved.isVisible()
    qtbot.keyClick(plan.board.list, Qt.Key.Key_N, CONTROL)
    assert (form.name.text(), form.speakers.text()) == ("Lunch", "Aya Mori")
    assert form.unsaved.isVisible()
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    plan.new_session()
    assert form.name.text() == ""


def test_cancel_drops_what_was_typed(qtbot: QtBot, plan: PlanWorkspace) -> None:
    form = begin_lunch(qtbot, plan)
    qtbot.mouseClick(button(form, "Cancel"), LEFT)
    plan.new_session()
    assert form.name.text() == ""


def test_the_chord_that_opens_notes_saves_in_a_form(
    qtbot: QtBot, plan: PlanWorkspace, find: Find
) -> None:
    plan.board.list.select(find("Opening").session.id)
    form = begin_lunch(qtbot, plan)
    opened: list[str] = []
    plan.open_session.connect(opened.append)
    with qtbot.waitSignal(plan.saved):
        qtbot.keyClick(form.speakers, Qt.Key.Key_Return, CONTROL)
    assert opened == []
    assert find("Lunch").speakers[0].name == "Aya Mori"
    qtbot.keyClick(plan.board.list, Qt.Key.Key_Return, CONTROL)
    assert opened == [find("Lunch").session.id]


def test_drafts_of_events_and_of_the_conference_come_back(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    event, facts = plan.panel.event_form, plan.panel.conference
    qtbot.mouseClick(plan.events.add, LEFT)
    qtbot.keyClicks(event.name.edit, "Night Summit")
    event.ends.edit.selectAll()
    qtbot.keyClicks(event.ends.edit, "2026-05")
    qtbot.mouseClick(plan.facts_button, LEFT)
    qtbot.keyClicks(facts.form.city.edit, "Chiba")
    qtbot.mouseClick(plan.events.chips[next(iter(plan.events.chips))], LEFT, pos=QPoint(60, 16))
    assert event.name.text() == "Harbour Summit"
    qtbot.mouseClick(plan.events.add, LEFT)
    assert (event.name.text(), event.ends.text()) == ("Night Summit", "2026-05")
    qtbot.mouseClick(plan.facts_button, LEFT)
    assert facts.form.city.text() == "Chiba"
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(facts.save, LEFT)
    assert services.programme.view(conference).conference.city == "Chiba"


def test_a_draft_with_a_title_is_written_when_the_window_closes(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, find: Find
) -> None:
    form = begin_lunch(qtbot, plan)
    form.start.setFocus()
    qtbot.keyClicks(form.start.edit, "noonish")
    window.close()
    assert find("Lunch").speakers[0].name == "Aya Mori"


def test_a_time_that_makes_no_sense_is_said_beside_it(qtbot: QtBot, plan: PlanWorkspace) -> None:
    plan.new_session()
    form = plan.panel.session_form
    qtbot.keyClicks(form.name.edit, "X")
    form.start.setFocus()
    qtbot.keyClicks(form.start.edit, "soonish")
    qtbot.mouseClick(form.save, LEFT)
    assert form.hint.isVisible()
    assert "14:25" in form.hint.text()


def test_another_zone_moves_clock_times(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    qtbot.mouseClick(plan.facts_button, LEFT)
    panel = plan.panel.conference
    panel.form.zone.setFocus()
    panel.form.zone.edit.selectAll()
    qtbot.keyClicks(panel.form.zone.edit, "UTC")
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(panel.save, LEFT)
    view = services.programme.view(conference)
    assert view.conference.timezone == "UTC"
    assert view.sessions[0].session.facts.start == "2026-05-01T09:00:00"


def test_a_choice_that_is_refused_is_taken_back(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, find: Find
) -> None:
    session = find("Some time").session.id
    plan.tabs.tab(UNSCHEDULED).click()
    plan.leave()
    erase_session(services, session, initiator=plan)  # behind its back
    with qtbot.waitSignal(plan.failed):
        plan.board.list.cycled.emit(session)
    assert row_of(plan.board.list.rows.rows(), session) is None


def test_it_reads_again_only_when_it_is_seen(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, find: Find, services: Services
) -> None:
    window.actions_by_name["new"].trigger()
    services.programme.choose_session(find("Opening").session.id, Choice(Intent.GOING))
    tab = plan.tabs.tab(date(2026, 5, 1))
    assert tab.accessibleName() == "Fri 1 Day 1"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert tab.accessibleName() == "Fri 1 Day 1 1"


def test_a_narrow_window_folds_the_panel(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, find: Find
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: plan.panel.folded)
    assert not plan.panel.content.isVisible()
    plan.board.list.select(find("Opening").session.id)
    qtbot.mouseClick(plan.panel.details_button, LEFT)
    assert plan.panel.details.title.isVisible()
    qtbot.keyClick(plan.panel.sheet, Qt.Key.Key_Escape)
    assert not plan.panel.sheet.isVisible()
    window.resize(1280, 800)
    qtbot.waitUntil(plan.panel.content.isVisible)


def test_a_large_conference_stays_quick(
    qtbot: QtBot, window: MainWindow, services: Services, real_files: Path
) -> None:
    draft = services.schedules.read((real_files / "frab-json/36c3-everything.json").read_bytes())
    made, _ = services.schedules.import_draft(draft, name="Big", timezone="Europe/Berlin")
    window.show_conference(made.conference_id)
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    plan.board.set_look(LIST)
    assert plan.board.list.rows.rowCount() > 100
    session = next(r.id for r in plan.board.list.rows.rows() if not isinstance(r, Head))
    with qtbot.waitSignal(plan.saved):
        plan.board.list.cycled.emit(session)
