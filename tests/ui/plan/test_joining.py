"""A session begun by hand becomes the scheduled one it turns out to be, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import SessionFacts
from confnotes.services.bundle import Services
from confnotes.ui.plan.joining import MOST, candidates
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
DRAFT = Draft(
    SourceKind.FRAB_JSON,
    tuple(
        DraftSession(
            f"k{n}",
            SessionFacts(
                title=f"{'Ropes, and & knots' if n == 3 else f'Talk {n}'}",
                start=f"2026-05-04T{9 + n // 2:02}:{n % 2 * 30:02}:00",
                duration=1500,
                room="Quay",
            ),
        )
        for n in range(15)
    ),
    title="Harbour Conf",
)


@pytest.fixture
def early(services: Services) -> str:
    """Return an imported conference."""
    made, _ = services.schedules.import_draft(DRAFT, name="", timezone="Europe/Lisbon")
    return made.conference_id


@pytest.fixture
def hand(services: Services, early: str) -> str:
    """Return a session begun by hand, with a note."""
    made, _ = services.programme.add_session(early, "knots?", start="2026-05-04T10:33:00")
    services.notes.save(made, [Line(new_id(), made, 0, "heard")])
    return made


@pytest.fixture
def plan(window: MainWindow, early: str, hand: str) -> PlanWorkspace:
    """Return Plan in the real window."""
    del hand
    window.show_conference(early)
    window.show_workspace("plan")
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    return made


def test_the_likeliest_come_first(services: Services, early: str, hand: str) -> None:
    view = services.programme.view(early)
    found = candidates(view.by_id[hand], view.sessions)
    assert len(found) == MOST
    assert found[0].session.title == "Ropes, and & knots"  # the nearest in time
    titled, _ = services.programme.add_session(early, "Talk 14")
    view = services.programme.view(early)
    assert candidates(view.by_id[titled], view.sessions)[0].session.title == "Talk 14"


def test_joined_by_keyboard_and_taken_back(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str, hand: str
) -> None:
    with services.notebook.reading() as unit:
        before = unit.dump(early)
    plan.show_session(hand)
    plan.editing.edit_session(hand)
    button = plan.panel.session_form.join
    assert button.isVisible()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Mon 4  10:30–10:55  Quay  Ropes, and && knots"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    banner = plan.steps.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.title.text() == "The two are one session"
    view = services.programme.session(hand)
    assert (view.session.title, view.lines) == ("Ropes, and & knots", 1)
    assert len(services.programme.view(early).sessions) == 15
    assert plan.panel.page() is plan.panel.details
    assert plan.panel.details.title.text() == "Ropes, and & knots"
    plan.editing.edit_session(hand)
    assert not button.isVisible()  # it is a scheduled one by now
    qtbot.mouseClick(banner.action, LEFT)
    qtbot.waitUntil(lambda: banner.title.text() == "Taken back")
    with services.notebook.reading() as unit:
        assert unit.dump(early) == before


def test_two_with_notes_are_not_joined(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, early: str, hand: str
) -> None:
    other = next(iter(services.programme.view(early).by_id))
    services.notes.save(other, [Line(new_id(), other, 0, "heard, too")])
    plan.updating.join(hand, other)
    qtbot.waitUntil(window.errors.isVisible)
    assert "both have notes" in window.errors.words.text()
    assert len(services.programme.view(early).sessions) == 16
