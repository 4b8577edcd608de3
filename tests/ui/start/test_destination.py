"""Another schedule comes into a conference that is there, and can be taken out again."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import EventKind
from confnotes.services.bundle import Services
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CSV = (
    "Title,Start,End,Room\nSails,{day} 09:00,{day} 09:30,Loft\nMasts,{day} 10:00,{day} 10:30,Loft\n"
)


@pytest.fixture
def plan(window: MainWindow, conference: str) -> PlanWorkspace:
    """Return Plan in the real window."""
    window.show_conference(conference)
    window.show_workspace("plan")
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    return made


def _read(qtbot: QtBot, window: MainWindow, path: Path, day: str) -> None:
    path.write_text(CSV.format(day=day), encoding="utf-8")
    with qtbot.waitSignal(window.start.confirming):
        window.start.read(path)


def test_a_schedule_comes_in_as_an_event_and_goes_out(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, conference: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    with services.notebook.reading() as unit:
        before = unit.dump(conference)
    _read(qtbot, window, tmp_path / "summit.csv", "2026-05-01")
    page = window.start.confirm
    assert page.into.isVisible()
    assert page.form.isVisible()
    page.into.choice._choose(("event", conference))
    assert not page.form.isVisible()
    assert page.into.name.edit.hasFocus()  # the file names none
    page.into.name.edit.clear()
    page.into.name.edited.emit("")
    assert not page.action.isEnabled()
    qtbot.keyClicks(page.into.name.edit, "Sail Summit")
    assert page.action.isEnabled()
    assert page.preview_words.text() == "First sessions of each day, Tokyo time"
    qtbot.mouseClick(page.action, LEFT)
    qtbot.waitUntil(plan.isVisible)
    qtbot.waitUntil(plan.steps.banner.isVisible)
    assert plan.steps.banner.title.text() == "The schedule was added"
    assert plan.steps.banner.words.text() == "2 new"
    view = services.programme.view(conference)
    event = next(one for one in view.events if one.title == "Sail Summit")
    assert event.kind is EventKind.COLOCATED
    here = [v.session for v in view.sessions if v.session.event_id == event.id]
    assert [(one.title, one.facts.room) for one in here] == [("Sails", "Loft"), ("Masts", "Loft")]
    with qtbot.waitSignal(plan.steps.done):
        plan.steps.take_back()
    with services.notebook.reading() as unit:
        after = unit.dump(conference)
    assert json.dumps(after, default=str) == json.dumps(before, default=str)


def test_more_of_it_shares_its_rooms(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, conference: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    _read(qtbot, window, tmp_path / "more.csv", "2026-05-02")
    page = window.start.confirm
    page.into.choice._choose(("more", conference))
    assert not page.into.name.isVisible()
    qtbot.mouseClick(page.action, LEFT)
    qtbot.waitUntil(plan.steps.banner.isVisible)
    view = services.programme.view(conference)
    assert len({v.session.event_id for v in view.sessions}) == 1
    assert len(view.sessions) == 7
    assert "Loft" in view.rooms


def test_one_of_another_time_is_a_conference_of_its_own(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, tmp_path: Path
) -> None:
    del plan
    _read(qtbot, window, tmp_path / "later.csv", "2026-09-01")
    assert not window.start.confirm.into.isVisible()
    assert window.start.confirm.form.isVisible()
