"""A real notebook with notes in it, and the Report workspace on it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.views import SessionView
from confnotes.ui.application import speak
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.translation import Interpreter
from helpers.reporting import settle


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return the services on an empty notebook, with the wording of reports."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    made = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    yield made
    made.close()


@pytest.fixture
def interpreter() -> Iterator[Interpreter]:
    """Return what turns the interface to another language; English afterwards."""
    made = Interpreter()
    yield made
    speak(made, "en")


@pytest.fixture
def talk(services: Services, conference: str) -> SessionView:
    """Return a session that was attended: three points, a quote, and a line not caught."""
    view = next(
        v
        for v in services.programme.view(conference).sessions
        if v.session.title == "Meshes at sea"
    )
    written = (
        ("船の上でもメッシュは動く", LineKind.POINT),
        ("Ships are edge nodes", LineKind.KEY),
        ("Go slower than you think", LineKind.QUOTE),
        ("何と言った？", LineKind.UNCLEAR),
    )
    at = datetime(2026, 5, 1, 1, 5, tzinfo=UTC)
    lines = [
        Line(new_id(), view.session.id, n, text, kind=kind, written_at=at)
        for n, (text, kind) in enumerate(written)
    ]
    services.notes.save(view.session.id, lines)
    services.programme.set_speakers(view.session.id, [("Ana Example", "Harbour")])
    return services.programme.session(view.session.id)


@pytest.fixture
def report(
    qtbot: QtBot,
    services: Services,
    tasks: Tasks,
    bridge: Bridge,
    conference: str,
    talk: SessionView,
) -> Iterator[ReportWorkspace]:
    """Return the workspace, shown and read."""
    del talk
    made = ReportWorkspace(services, tasks, bridge)
    made.resize(1208, 768)
    made.set_conference(conference)
    made.show()
    made.activateWindow()
    made.activated()
    settle(qtbot, made)
    yield made
    made.leave()
    tasks.flush()
    qtbot.waitUntil(lambda: not made.desk.owing)
    made.close()
    made.deleteLater()
