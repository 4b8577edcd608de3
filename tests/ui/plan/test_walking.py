"""The way between two rooms, where one says how long it takes."""

from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.services.bundle import Services
from confnotes.settings import Settings
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks


def test_sessions_that_leave_no_time_for_the_way_clash(
    qtbot: QtBot, services: Services, tasks: Tasks, bridge: Bridge, conference: str
) -> None:
    programme = services.programme
    first, _ = programme.add_session(
        conference, "Before", start="2026-05-01T13:00:00", duration=1800, room="A"
    )
    second, _ = programme.add_session(
        conference, "After", start="2026-05-01T13:33:00", duration=1800, room="B"
    )
    for session in (first, second):
        programme.choose_session(session, Choice(Intent.GOING))
    plan = PlanWorkspace(services, tasks, bridge)
    qtbot.addWidget(plan)
    plan.resize(1208, 768)
    plan.set_conference(conference)
    plan.show()
    plan.show_session(first)
    assert not plan.panel.details.clashes.isVisible()
    plan.take_settings(Settings(walk=3))
    assert not plan.panel.details.clashes.isVisible()
    plan.take_settings(Settings(walk=5))
    qtbot.waitUntil(plan.panel.details.clashes.isVisible)
    (button,) = plan.panel.details.clashes.firm.buttons
    assert button.text() == "After"
    assert "too little time for the way" in button.accessibleName()
    plan.take_settings(Settings(walk=0))
    qtbot.waitUntil(lambda: not plan.panel.details.clashes.isVisible())
    plan.leave()
