"""Closing loses nothing: what is owed is sent again, said, and at the worst kept as text."""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.errors import NotebookError
from confnotes.services.bundle import Services
from confnotes.storage import engine
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.shell.emergency import keep_as_text
from confnotes.ui.shell.window import MainWindow
from confnotes.ui.shell.workspace import Owed
from helpers.window import at_noon


class Lock:
    """Another program's write lock on the notebook."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.execute("BEGIN IMMEDIATE")

    def go(self) -> None:
        """Let the notebook be written again."""
        self._file.close()


@pytest.fixture
def notes(window: MainWindow, conference: str) -> NotesWorkspace:
    """Return Notes with a session open."""
    window.show_conference(conference)
    window.show_workspace("notes")
    found = window.workspace("notes")
    assert isinstance(found, NotesWorkspace)
    return found


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no connection wait long for another program."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)


@pytest.fixture
def lock(services: Services) -> Iterator[Lock]:
    """Lock the notebook."""
    made = Lock(services.notebook.path)
    yield made
    made.go()


def ids(services: Services, conference: str) -> dict[str, str]:
    sessions = services.programme.view(conference).sessions
    return {view.session.title: view.session.id for view in sessions}


def texts(services: Services, session_id: str) -> list[str]:
    return [line.text for line in services.notes.view(session_id).lines]


def type_into(qtbot: QtBot, notes: NotesWorkspace, session_id: str, text: str) -> None:
    notes.show_session(session_id)
    qtbot.keyClicks(notes.sheet.editor, text)
    notes.leave()


def test_closing_writes_what_is_owed_once_the_file_can_be_written(
    qtbot: QtBot, window: MainWindow, notes: NotesWorkspace, services: Services, conference: str,
    lock: Lock,
) -> None:  # fmt: skip
    session = ids(services, conference)["Opening"]
    with qtbot.waitSignal(notes.failed):
        type_into(qtbot, notes, session, "two")
    assert notes.owes()
    assert window.errors.isVisible()
    lock.go()
    assert window.close()
    assert texts(services, session) == ["two"]


def test_a_window_that_owes_stays_says_so_and_leaves_a_text_file_the_second_time(
    qtbot: QtBot, window: MainWindow, notes: NotesWorkspace, services: Services, conference: str,
    lock: Lock, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    session = ids(services, conference)["Opening"]
    type_into(qtbot, notes, session, "kept words")
    notes.side.session.text_changed.emit("takeaway", "a takeaway")
    assert not window.close()
    assert window.isVisible()
    assert "the notes of “Opening”" in window.errors.words.text()
    assert window.close()
    assert texts(services, session) == []
    (path,) = services.notebook.path.parent.glob("*not saved*.txt")
    kept = path.read_text()
    assert "- kept words" in kept
    assert "a takeaway" in kept
    assert str(path) in caplog.text
    caplog.clear()
    assert str(path) in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can move an open file there")
def test_a_notebook_that_is_moved_away_is_said_and_saving_goes_on_when_it_is_back(
    qtbot: QtBot, window: MainWindow, notes: NotesWorkspace, services: Services, conference: str,
) -> None:  # fmt: skip
    session, path = ids(services, conference)["Opening"], services.notebook.path
    path.rename(path.with_name("away"))
    with qtbot.waitSignal(notes.failed):
        type_into(qtbot, notes, session, "kept")
    assert notes.owes()
    assert "was moved, deleted or replaced" in window.errors.words.text()
    path.with_name("away").rename(path)
    assert window.close()
    assert texts(services, session) == ["kept"]


def test_a_save_elsewhere_does_not_hide_that_something_is_not_saved(
    qtbot: QtBot, window: MainWindow, notes: NotesWorkspace, services: Services, conference: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    by_title, real = ids(services, conference), services.notes.save
    opening = by_title["Opening"]

    def too_big(session_id: str, *rest: object, **named: object) -> object:
        if session_id == opening:
            raise NotebookError("notebook.too_big", path="n", detail="test")
        return real(session_id, *rest, **named)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(services.notes, "save", too_big)
    with qtbot.waitSignal(notes.failed):
        type_into(qtbot, notes, opening, "long")
    with qtbot.waitSignal(notes.saved):
        type_into(qtbot, notes, by_title["Some time"], "short")
    assert texts(services, by_title["Some time"]) == ["short"]
    assert window.errors.isVisible()
    assert window.status.saved.text().startswith("Not saved since")
    monkeypatch.setattr(services.notes, "save", real)
    notes.leave()
    qtbot.waitUntil(lambda: not notes.owes())
    assert not window.errors.isVisible()
    assert texts(services, opening) == ["long"]


def test_a_choice_in_the_plan_waits_for_the_file(
    qtbot: QtBot, window: MainWindow, services: Services, conference: str, lock: Lock
) -> None:
    window.show_conference(conference)
    window.show_workspace("plan")
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    session = ids(services, conference)["Opening"]
    with qtbot.waitSignal(plan.failed):
        plan.panel.details.choosing.changed.emit(session, "reason", "because")
    assert plan.owes()
    lock.go()
    assert window.close()
    assert services.programme.session(session).session.choice.reason == "because"


def test_what_no_folder_beside_takes_goes_to_the_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    owed = [Owed("notes", "日本 \ud800")]
    first = keep_as_text(tmp_path / "gone" / "n.confnotes", owed, at_noon())
    second = keep_as_text(tmp_path / "gone" / "n.confnotes", owed, at_noon())
    caplog.clear()
    assert first is not None
    assert second is not None
    assert first != second
    assert first.parent == tmp_path
    assert "日本 \\ud800" in first.read_text()


def test_what_is_being_composed_is_kept_when_the_window_closes_or_turns_elsewhere(
    qtbot: QtBot, window: MainWindow, notes: NotesWorkspace, services: Services, conference: str
) -> None:
    session = ids(services, conference)["Opening"]
    notes.show_session(session)
    notes.side.write("summary")
    field = notes.side.session.summary
    qtbot.keyClicks(field, "abc ")
    QApplication.sendEvent(field, QInputMethodEvent("みなと", []))
    window.show_workspace("report")
    report = window.workspace("report")
    assert isinstance(report, ReportWorkspace)
    qtbot.waitUntil(lambda: report.desk.last is not None)
    report.choose("conclusion")
    report.text.editor.setFocus()
    QApplication.sendEvent(report.text.editor, QInputMethodEvent("おわり", []))
    assert window.close()
    assert services.programme.session(session).session.summary == "abc みなと"
    kept = services.reports.section_markdown(
        services.reports.report(conference), "conclusion", report.desk.language
    )
    assert kept.text == "おわり"
