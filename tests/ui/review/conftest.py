"""A conference that was attended, and the Review workspace on it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.ui.review.workspace import ReviewWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks

ATTENDED = ("Opening", "Meshes at sea", "Second morning")


@pytest.fixture
def ids(services: Services, conference: str) -> dict[str, str]:
    """Return the sessions' ids by title; three of them have notes."""
    found = {v.session.title: v.session.id for v in services.programme.view(conference).sessions}
    at = datetime(2026, 5, 1, 1, 5, tzinfo=UTC)
    for title in ATTENDED:
        kinds = (LineKind.POINT, LineKind.UNCLEAR, LineKind.TODO)
        lines = [
            Line(new_id(), found[title], n, f"{kind} words", kind=kind, written_at=at)
            for n, kind in enumerate(kinds)
        ]
        services.notes.save(found[title], lines)
    return found


@pytest.fixture
def review(
    qtbot: QtBot,
    services: Services,
    tasks: Tasks,
    bridge: Bridge,
    conference: str,
    ids: dict[str, str],
) -> Iterator[ReviewWorkspace]:
    """Return the workspace, shown."""
    del ids
    made = ReviewWorkspace(services, tasks, bridge)
    made.resize(1208, 768)
    made.set_conference(conference)
    made.show()
    made.activateWindow()
    made.activated()
    qtbot.waitExposed(made)
    yield made
    made.leave()
    tasks.flush()
    qtbot.waitUntil(lambda: not made.owing)
    made.close()
    made.deleteLater()
