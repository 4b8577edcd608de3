"""Several sessions come in at once, from a timetable that was typed or pasted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.session import Origin
from confnotes.services.bundle import Services
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
TEXT = """１３：００～１３：３５　綱の話 / 森 あや（港研究所）
14:00-14:35 Knots @ Hall
09:00 Opening
5/2
10:00 Second day
"""


@pytest.fixture
def plan(window: MainWindow, conference: str) -> PlanWorkspace:
    """Return Plan in the real window, on its first day."""
    window.show_conference(conference)
    window.show_workspace("plan")
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    made.tabs.tab(date(2026, 5, 1)).click()
    return made


def test_a_timetable_comes_in_and_goes_out_as_one(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    before = {v.session.id for v in services.programme.view(conference).sessions}
    plan.new_session()
    qtbot.mouseClick(plan.panel.session_form.several, LEFT)
    form = plan.panel.several
    assert form.text.hasFocus()
    qtbot.mouseClick(form.save, LEFT)
    assert form.hint.isVisible()
    form.text.insertPlainText(TEXT)
    assert not form.hint.isVisible()
    assert form.save.text() == "Add 3 sessions"  # the opening is there
    assert form.found.text().splitlines() == [
        "Fri 1 May 13:00 (35) · 綱の話 · 森 あや", "Fri 1 May 14:00 (35) · Knots · Hall",
        "Sat 2 May 10:00 · Second day",
    ]  # fmt: skip
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    made = [v for v in services.programme.view(conference).sessions if v.session.id not in before]
    assert {v.session.title for v in made} == {"綱の話", "Knots", "Second day"}
    assert {v.session.origin for v in made} == {Origin.OWN}
    ropes = next(v for v in made if v.session.title == "綱の話")
    assert [(s.name, s.affiliation) for s in ropes.speakers] == [("森 あや", "港研究所")]
    assert ropes.session.facts.start == "2026-05-01T13:00:00"
    assert plan.steps.banner.title.text() == "3 were added"
    assert plan.panel.details.title.text() == "綱の話"
    with qtbot.waitSignal(plan.saved):
        plan.steps.take_back()
    assert {v.session.id for v in services.programme.view(conference).sessions} == before


def test_what_was_pasted_waits_while_one_looks_elsewhere(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str
) -> None:
    plan.editing.new_sessions()
    form = plan.panel.several
    form.text.insertPlainText("15:00 Kept")
    plan.show_session(services.programme.view(conference).sessions[0].session.id)
    assert not form.isVisible()
    plan.editing.new_sessions()
    assert (form.text.text(), form.unsaved.isVisible()) == ("15:00 Kept", True)
    assert form.save.text() == "Add 1 session"
    plan.closing()
    qtbot.waitUntil(
        lambda: "Kept" in {v.session.title for v in services.programme.view(conference).sessions}
    )


def test_a_conference_without_days_begins_with_today(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services
) -> None:
    plan.new_session()  # on a day of the first conference
    other, _ = services.programme.create_conference("Elsewhere", "Asia/Tokyo")
    window.show_conference(other)
    plan.editing.new_sessions()
    form = plan.panel.several
    form.text.insertPlainText("10:00 Begun")
    assert form.day.words()
    with qtbot.waitSignal(plan.saved):
        form.submit()
    (view,) = services.programme.view(other).sessions
    assert view.day != date(2026, 5, 1)
