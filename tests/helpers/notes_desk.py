"""The Notes workspace in a window over a real notebook, and the hands of a person at it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.choice import Choice, Intent
from confnotes.domain.draft import Draft
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from helpers.sheet import KEYS

NOON = datetime(2026, 5, 1, 3, 10, tzinfo=UTC)  # 12:10 in Tokyo


class Desk:
    """A workspace in a window, over a notebook with four sessions on one day: typed in, or (with
    `draft`) as a schedule has them."""

    def __init__(self, folder: Path, qtbot: QtBot, draft: Draft | None = None) -> None:
        self.now = NOON
        self.qtbot = qtbot
        self.services: Services = open_services(
            folder / "n.confnotes", Mode.WRITE, wording=_wording(), clock=lambda: self.now
        )
        self.conference, self.ids = (
            _typed_in(self.services) if draft is None else _imported(self.services, draft)
        )
        choice = Choice(Intent.GOING, reason="the pictures")
        self.services.programme.choose_session(self.ids["Running"], choice)
        self.tasks, self.bridge = Tasks(), Bridge(self.services.hub)
        self.workspace = NotesWorkspace(self.services, self.tasks, self.bridge)
        qtbot.addWidget(self.workspace)
        self.workspace.resize(1280, 760)
        self.workspace.set_conference(self.conference)
        self.workspace.show()
        qtbot.waitExposed(self.workspace)
        self.workspace.activateWindow()
        self.workspace.activated()
        self.editor = self.workspace.sheet.editor
        qtbot.waitUntil(self.editor.hasFocus)

    def close(self) -> None:
        """Leave as the window does."""
        self.workspace.leave()
        self.tasks.flush()
        self.workspace.hide()
        QApplication.processEvents()
        self.tasks.close()
        self.bridge.close()
        self.services.close()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is true."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def texts(self, title: str) -> list[str]:
        """Return what the file holds of a session."""
        return [line.text for line in self.services.notes.view(self.ids[title]).lines]

    def lines(self, title: str) -> tuple[Line, ...]:
        """Return the lines in the file."""
        return self.services.notes.view(self.ids[title]).lines

    def type(self, text: str) -> None:
        """Type into whatever has the focus; a line break is Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.key(KEYS.Key_Return)
            QTest.keyClicks(self.focus(), line)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self.focus(), key, held)

    def focus(self) -> QWidget:
        """Return the widget that has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found


def _typed_in(services: Services) -> tuple[str, dict[str, str]]:
    programme = services.programme
    conference, _ = programme.create_conference("Demo", "Asia/Tokyo")
    ids = {
        title: programme.add_session(
            conference, title, start=f"2026-05-01T{time}:00", duration=1800, room="A"
        )[0]
        for title, time in (
            ("Early", "10:00"),
            ("Running", "12:00"),
            ("Other", "12:05"),
            ("Late", "16:00"),
        )
    }
    return conference, ids


def _imported(services: Services, draft: Draft) -> tuple[str, dict[str, str]]:
    imported, _ = services.schedules.import_draft(draft, name="Demo", timezone="Asia/Tokyo")
    sessions = services.programme.view(imported.conference_id).sessions
    return imported.conference_id, {one.session.title: one.session.id for one in sessions}


@lru_cache(maxsize=1)
def _wording() -> dict[Language, dict[str, Any]]:
    languages = (Language.JA, Language.EN)
    return {one: assets.read_toml(f"report/{one}.toml") for one in languages}


def open_title(desk: Desk) -> str:
    """Return the title in the head of the sheet."""
    return desk.workspace.sheet.header.title.text()
