"""Sessions are put away and come back, by keys and by hand, and nothing of one's own is lost."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import Shelf
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.plan.board import LIST
from confnotes.ui.plan.rows import SessionRow
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow
from helpers import hands

LEFT = Qt.MouseButton.LeftButton
Find = Callable[[str], SessionView]


@pytest.fixture
def plan(window: MainWindow, conference: str) -> PlanWorkspace:
    """Return Plan in the real window, on its first day, as a list."""
    window.show_conference(conference)
    window.show_workspace("plan")
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


def _shown(plan: PlanWorkspace) -> list[str]:
    rows = plan.board.view.rows.rows()
    return [row.view.session.title for row in rows if isinstance(row, SessionRow)]


def _select(plan: PlanWorkspace, session: SessionView) -> None:
    plan.show_session(session.session.id)
    plan.board.view.setFocus()


def test_delete_throws_and_undo_brings_back(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, find: Find
) -> None:
    session = find("Opening")
    services.notes.save(session.session.id, [Line(new_id(), session.session.id, 0, "noted")])
    _select(plan, session)
    there = _shown(plan)
    assert "Opening" in there
    with qtbot.waitSignal(plan.saved):
        hands.key(plan.board.view, Qt.Key.Key_Delete)
    assert _shown(plan) == [title for title in there if title != "Opening"]
    assert plan.board.view.current_id() is not None  # what stood beside it
    assert plan.board.view.hasFocus()
    assert (plan.steps.banner.title.text(), plan.steps.banner.words.text()) == (
        "In the trash",
        "Opening",
    )
    assert plan.head.away.isVisible()
    with qtbot.waitSignal(plan.saved):
        hands.key(plan.board.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _shown(plan) == there
    assert plan.board.view.current_id() == session.session.id
    assert [line.text for line in services.notes.view(session.session.id).lines] == ["noted"]
    assert not plan.head.away.isVisible()
    assert not plan.steps.action.isEnabled()  # type: ignore[union-attr]  # made with it


def test_one_works_through_what_is_put_away_with_keys_alone(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow, services: Services, find: Find
) -> None:
    first, second = find("Opening").session.id, find("Some time").session.id
    services.shelves.put_sessions({first: Shelf.ARCHIVED, second: Shelf.TRASHED})
    panel = plan.panel.away
    qtbot.waitUntil(plan.head.away.isVisible)
    plan.shelving.actions["plan.away"].trigger()
    assert panel.list.hasFocus()
    assert panel.which.key() is Shelf.ARCHIVED
    assert panel.list.current().session.id == first  # type: ignore[union-attr]  # it is there
    with qtbot.waitSignal(plan.saved):
        hands.key(panel.list, Qt.Key.Key_Delete)
    assert panel.which.key() is Shelf.TRASHED  # nothing is left in the archive
    assert {one.session.id for one in panel.model.items()} == {first, second}
    for _ in range(2):
        assert panel.isVisible()
        with qtbot.waitSignal(plan.saved):
            hands.key(panel.list, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is plan.board.view
    assert services.programme.view(find("Opening").session.conference_id).trashed == ()
    assert "Opening" in _shown(plan)


def test_the_buttons_of_the_details_and_of_the_form_do_the_same(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, find: Find
) -> None:
    session = find("Opening")
    _select(plan, session)
    with qtbot.waitSignal(plan.saved):
        plan.panel.details.menu().actions()[0].trigger()
    assert services.programme.session(session.session.id).session.shelf is Shelf.ARCHIVED
    plan.show_session(session.session.id)  # as the search does
    assert plan.panel.away.list.current().session.id == session.session.id  # type: ignore[union-attr]  # it is there
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(plan.panel.away.back, LEFT)
    _select(plan, session)
    plan.editing.edit_session(session.session.id)
    hands.write(plan.panel.session_form.name.edit, "!")
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(plan.panel.session_form.delete, LEFT)
    assert services.programme.session(session.session.id).session.trashed
    assert plan.panel.page() is not plan.panel.session_form
    plan.closing()  # what was typed into its form is kept with it
    shown = services.programme.session
    qtbot.waitUntil(lambda: shown(session.session.id).session.title == "!Opening")
    assert plan.owed() == []


@pytest.mark.parametrize("shelf", list(Shelf))
def test_an_event_with_sessions_put_away_cannot_be_deleted(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, find: Find, shelf: Shelf
) -> None:
    conference = find("Opening").session.conference_id
    event, _ = services.programme.add_event(conference, "Day 0")
    talk, _ = services.programme.add_session(conference, "Early", event_id=event)
    services.shelves.put_sessions({talk: shelf})
    plan.read_again()
    plan.show_event(event)
    assert not plan.panel.event_form.delete.isVisible()
