"""A schedule imported again through the window: said first, applied as one step, taken back."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.conference import Conference
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.revisions import RevisionKind
from confnotes.domain.session import SessionState
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.plan.change_rows import ChangeHead, ChangeRow
from confnotes.ui.plan.changes import ALL
from confnotes.ui.plan.changes_delegate import answer_of, tick_of
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow

KINDS = (
    RevisionKind.MOVED, RevisionKind.RENAMED, RevisionKind.CANCELLED, RevisionKind.NEW,
    RevisionKind.GONE, RevisionKind.REPLACED,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
DAY = "2026-05-04"
Talk = tuple[str, str, str, str]
EARLY: tuple[Talk, ...] = (
    ("a", "Opening", "09:00", "Hall"),
    ("b", "Ropes and knots", "10:00", "Quay"),
    ("c", "Mending of nets", "11:00", "Quay"),
    ("d", "Lighthouses", "12:00", "Mole"),
    ("e", "Tides", "13:00", "Mole"),
    ("f", "Charts", "14:00", "Mole"),
)
LATE: tuple[Talk, ...] = (
    ("a", "Opening", "09:00", "Hall"),
    ("b", "Ropes and knots", "12:00", "Quay"),  # moved
    ("c", "Mending of nets, and of sails", "11:00", "Quay"),  # renamed
    ("d", "CANCELLED: Lighthouses", "12:00", "Mole"),
    ("f", "Salt and rust", "14:00", "Mole"),  # another talk under the id of one
    ("g", "Gulls", "15:00", "Mole"),  # new; "Tides" is gone
)


def _write(path: Path, talks: Sequence[Talk]) -> Path:
    rooms: dict[str, list[object]] = {}
    for key, title, start, room in talks:
        number = ord(key)
        rooms.setdefault(room, []).append(
            {
                "id": number,
                "guid": f"00000000-0000-4000-8000-{number:012}",
                "date": f"{DAY}T{start}:00+01:00",
                "start": start,
                "duration": "00:30",
                "title": title,
                "persons": [{"id": number * 10 + len(title), "public_name": f"Speaker {title}"}],
            }
        )
    days = [{"index": 1, "date": DAY, "rooms": rooms}]
    conference = {"title": "Harbour Conf", "time_zone_name": "Europe/Lisbon", "days": days}
    path.write_text(json.dumps({"schedule": {"conference": conference}}))
    return path


@pytest.fixture
def early(services: Services, tmp_path: Path) -> str:
    """Return a conference as its schedule was first."""
    draft = services.schedules.read(_write(tmp_path / "early.json", EARLY).read_bytes())
    return services.schedules.import_draft(draft, name="", timezone="Europe/Lisbon")[
        0
    ].conference_id


@pytest.fixture
def plan(window: MainWindow, early: str) -> PlanWorkspace:
    """Return Plan in the real window."""
    window.show_conference(early)
    window.show_workspace("plan")
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    return made


Find = Callable[[str], SessionView]


@pytest.fixture
def find(services: Services, early: str) -> Find:
    """Return what finds a session in the file by its title."""
    return lambda title: next(
        v for v in services.programme.view(early).sessions if v.session.title == title
    )


def _open(qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, path: Path) -> None:
    window.start.read(path)
    qtbot.waitUntil(lambda: plan.updating.open)


def _rows(plan: PlanWorkspace) -> dict[str, ChangeRow]:
    rows = plan.updating.page.model.rows()
    changes = [row for row in rows if isinstance(row, ChangeRow)]
    return {(row.old or row.now).title.text: row for row in changes}


def _rect(plan: PlanWorkspace, title: str) -> QRectF:
    page = plan.updating.page
    number = page.model.rows().index(_rows(plan)[title])
    return QRectF(page.view.visualRect(page.model.index(number)))


def _go_to(plan: PlanWorkspace, title: str) -> None:
    page = plan.updating.page
    page.view.setCurrentIndex(page.model.index(page.model.rows().index(_rows(plan)[title])))


def _dump(services: Services, conference: str) -> Mapping[str, Any]:
    with services.notebook.reading() as unit:
        return unit.dump(conference)


def _note(services: Services, session_id: str) -> None:
    services.notes.save(session_id, [Line(new_id(), session_id, 0, "heard")])


def _applied(qtbot: QtBot, plan: PlanWorkspace) -> None:
    qtbot.waitUntil(lambda: not plan.updating.open)


def test_old_and_new_stand_side_by_side(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, find: Find,
    tmp_path: Path,
) -> None:  # fmt: skip
    for title in ("Ropes and knots", "Lighthouses", "Opening"):
        services.programme.choose_session(find(title).session.id, Choice(Intent.GOING))
    services.programme.choose_session(find("Charts").session.id, Choice(Intent.CONSIDERED))
    _note(services, find("Tides").session.id)
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    page = plan.updating.page
    assert page.isVisible()
    assert page.view.hasFocus()
    heads = [(r.words, r.count) for r in page.model.rows() if isinstance(r, ChangeHead)]
    assert heads == [("Yours", 4), ("The rest", 2)]
    rows = _rows(plan)
    assert {title: row.kind for title, row in rows.items()} == {
        "Ropes and knots": RevisionKind.MOVED,
        "Mending of nets": RevisionKind.RENAMED,
        "Lighthouses": RevisionKind.CANCELLED,
        "Tides": RevisionKind.GONE,
        "Charts": RevisionKind.REPLACED,
        "Gulls": RevisionKind.NEW,
    }
    moved = rows["Ropes and knots"]
    assert moved.old is not None
    assert [(p.text, p.changed) for p in moved.old.below] == [
        ("Mon 4 May", False), ("10:00–10:30", True), ("Quay", False)
    ]  # fmt: skip
    assert [(p.text, p.changed) for p in moved.now.below[1:2]] == [("12:00–12:30", True)]
    assert moved.intent is Intent.GOING
    assert moved.clash == ""  # what it would clash with is cancelled
    assert rows["Tides"].now.below[0].text == "stays, marked, for its notes (1 line)"
    assert rows["Tides"].own == "1 line"
    assert (rows["Charts"].now.title.text, rows["Charts"].asks) == ("Salt and rust", True)
    assert rows["Gulls"].old is None
    tabs = [(key, page.tabs.tab(key).accessibleName()) for key in (ALL, *KINDS)]
    assert [said for _, said in tabs] == [
        "All 6", "Moved 1", "Renamed 1", "Cancelled 1", "New 1", "Gone 1", "Replaced 1"
    ]  # fmt: skip
    page.tabs.tab(RevisionKind.GONE).click()
    assert list(_rows(plan)) == ["Tides"]
    assert page.action.text() == "Apply 6 changes"
    name = page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith("Gone, Tides")


def test_a_move_onto_what_one_goes_to_is_told(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, find: Find,
    tmp_path: Path,
) -> None:  # fmt: skip
    for title in ("Ropes and knots", "Lighthouses"):
        services.programme.choose_session(find(title).session.id, Choice(Intent.GOING))
    late = (EARLY[0], LATE[1], *EARLY[2:])
    _open(qtbot, window, plan, _write(tmp_path / "late.json", late))
    assert _rows(plan)["Ropes and knots"].clash == "clashes with yours at 12:00"


def test_one_step_that_is_taken_back_exactly(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, find: Find,
    early: str, tmp_path: Path,
) -> None:  # fmt: skip
    tides, charts = find("Tides").session.id, find("Charts").session.id
    services.programme.choose_session(
        find("Ropes and knots").session.id, Choice(Intent.GOING, reason="ropes")
    )
    services.review.rate(charts, 4)
    _note(services, tides)
    before = _dump(services, early)
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    qtbot.mouseClick(plan.updating.page.action, LEFT)
    _applied(qtbot, plan)
    view = services.programme.view(early).by_id
    assert view[tides].session.facts.state is SessionState.MISSING
    assert view[tides].lines == 1
    assert view[charts].session.facts.state is SessionState.MISSING
    assert (view[charts].session.title, view[charts].session.rating) == ("Charts", 4)
    assert find("Salt and rust").session.rating is None
    moved = find("Ropes and knots").session
    assert (moved.facts.start, moved.choice.reason) == (f"{DAY}T12:00:00+01:00", "ropes")
    assert find("Mending of nets, and of sails").lines == 0
    banner = plan.steps.banner
    assert banner.isVisible()
    assert banner.words.text() == "3 changed · 2 new · 2 stay, marked"
    assert plan.board.view.hasFocus()
    qtbot.keyClick(plan.board.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: banner.title.text() == "Taken back")
    assert _dump(services, early) == before
    assert not plan.steps.action.isEnabled()  # type: ignore[union-attr]  # made with it


def test_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, find: Find,
    tmp_path: Path,
) -> None:  # fmt: skip
    charts = find("Charts").session.id
    _note(services, charts)
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    page = plan.updating.page
    _go_to(plan, "Tides")
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert page.action.text() == "Apply 5 changes"
    _go_to(plan, "Charts")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert page.decisions().renamed == {charts}
    qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    _applied(qtbot, plan)
    renamed = find("Salt and rust")
    assert (renamed.session.id, renamed.lines) == (charts, 1)
    assert find("Tides").session.facts.state is SessionState.SCHEDULED
    # What was left is asked the next time.
    _open(qtbot, window, plan, tmp_path / "late.json")
    assert [row.kind for row in _rows(plan).values()] == [RevisionKind.GONE]
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.focusWidget() is plan.board.view


def test_by_pointer_alone(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, tmp_path: Path
) -> None:
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    page, viewport = plan.updating.page, plan.updating.page.view.viewport()
    at = tick_of(_rect(plan, "Gulls")).center().toPoint()
    qtbot.mouseClick(viewport, LEFT, pos=at)
    assert len(page.decisions().left) == 1
    qtbot.mouseClick(page.tick, LEFT)
    assert not page.decisions().left
    qtbot.mouseClick(page.tick, LEFT)
    assert not page.action.isEnabled()
    qtbot.mouseClick(viewport, LEFT, pos=answer_of(_rect(plan, "Charts")).center().toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert len(page.decisions().renamed) == 1
    assert page.action.text() == "Apply 1 change"  # who answers wants it applied
    qtbot.mouseClick(page.cancel, LEFT)
    assert not page.isVisible()


def test_a_file_dropped_on_any_workspace(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, tmp_path: Path
) -> None:
    other, _ = services.programme.create_conference("Elsewhere", "Asia/Tokyo")
    window.show_conference(other)
    window.show_workspace("notes")
    path = _write(tmp_path / "late.json", LATE)
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    picture = QMimeData()
    picture.setUrls([QUrl.fromLocalFile(str(tmp_path / "slide.png"))])
    refused = QDragEnterEvent(QPoint(9, 9), copy, picture, LEFT, none)
    QApplication.sendEvent(window, refused)
    assert not refused.isAccepted()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, LEFT, none))
    qtbot.waitUntil(lambda: plan.updating.open)
    assert window.stack.currentWidget() is plan
    assert "Harbour Conf" in window.windowTitle()
    assert len(_rows(plan)) == 6


def test_a_schedule_of_another_conference_is_confirmed_first(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, tmp_path: Path
) -> None:
    asked: list[bool] = []
    plan.import_asked.connect(lambda: asked.append(True))
    window.start.choose_file = lambda: None  # type: ignore[method-assign]  # no dialog of the system
    menu = plan.head.again.menu()
    next(a for a in menu.actions() if a.text() == "Choose a file…").trigger()
    menu.deleteLater()
    assert asked
    new = tuple((chr(ord(key) + 9), f"Other {title}", at, room) for key, title, at, room in EARLY)
    window.start.read(_write(tmp_path / "new.json", new))
    qtbot.waitUntil(lambda: window.start.currentWidget() is window.start.confirm)
    assert window.stack.currentWidget() is window.start
    assert not plan.updating.open


def test_a_file_that_says_nothing_new(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, tmp_path: Path
) -> None:
    _open(qtbot, window, plan, tmp_path / "early.json")
    page = plan.updating.page
    assert page.nothing.isVisible()
    assert not page.action.isVisible()
    qtbot.mouseClick(page.cancel, LEFT)
    assert plan.board.isVisible()


def test_what_could_not_be_applied_stays_on_the_page(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, services: Services, early: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    page = plan.updating.page
    qtbot.mouseClick(plan.updating.page.view.viewport(), LEFT,
                     pos=tick_of(_rect(plan, "Gulls")).center().toPoint())  # fmt: skip
    with services.notebook.writing(plan) as unit:
        unit.delete(Conference, early)
    qtbot.mouseClick(page.action, LEFT)
    qtbot.waitUntil(window.errors.isVisible)
    assert "no longer in the notebook" in window.errors.words.text()
    assert page.isEnabled()
    assert len(page.decisions().left) == 1


def test_a_session_that_goes_while_it_is_open_in_notes(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, find: Find, tmp_path: Path
) -> None:
    window.open_session(find("Tides").session.id)
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    plan.updating.apply()
    _applied(qtbot, plan)
    window.show_workspace("notes")
    plan.steps.take_back()
    qtbot.waitUntil(lambda: plan.steps.banner.title.text() == "Taken back")
    window.open_session(find("Tides").session.id)


def test_a_real_pair_has_two_new_ones_and_no_false_change(
    qtbot: QtBot, window: MainWindow, services: Services, real_files: Path
) -> None:
    folder = real_files / "fortee"
    draft = services.schedules.read((folder / "iosdc-2022-timetable-earlier.json").read_bytes())
    made, _ = services.schedules.import_draft(draft, name="iOSDC", timezone="Asia/Tokyo")
    window.show_conference(made.conference_id)
    window.show_workspace("plan")
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    _open(qtbot, window, plan, folder / "iosdc-2022-timetable.json")
    assert [row.kind for row in _rows(plan).values()] == [RevisionKind.NEW] * 2


def test_undo_in_a_field_is_the_fields_own(
    qtbot: QtBot, window: MainWindow, plan: PlanWorkspace, tasks: Tasks, find: Find, tmp_path: Path
) -> None:  # fmt: skip
    _open(qtbot, window, plan, _write(tmp_path / "late.json", LATE))
    plan.updating.apply()
    _applied(qtbot, plan)
    for field in (plan.filter.field.edit, plan.panel.details.choosing.reason):
        plan.show_session(find("Opening").session.id)
        field.setFocus()
        qtbot.keyClicks(window.focusWidget(), "why")
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)  # there is nothing left in it
    tasks.settle()
    assert find("Gulls").lines == 0  # what came in is still there
    assert plan.steps.banner.title.text() == "The programme is up to date"
