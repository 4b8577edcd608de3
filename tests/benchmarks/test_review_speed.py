"""The table of Review with 2,000 sessions, against Qt's own table of as many texts."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Attendance, Choice
from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode
from confnotes.ui.review.workspace import ReviewWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from helpers.schedules import event, frab_json

pytestmark = pytest.mark.benchmark
SESSIONS, STEPS, FRAME_MS = 2_000, 60, 1000 / 60


def worst(action: Callable[[], object], times: int) -> tuple[float, float]:
    """Return (mean, greatest) milliseconds of an action done several times."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(1000 * (time.perf_counter() - start))
    return sum(found) / times, max(found)


def scrolling(table: QAbstractItemView) -> Callable[[], None]:
    """Return what scrolls on by some rows and paints."""
    bar = table.verticalScrollBar()

    def step() -> None:
        bar.setValue((bar.value() + bar.pageStep()) % max(bar.maximum(), 1))
        table.viewport().repaint()

    return step


def choosing(review: ReviewWorkspace) -> Callable[[], None]:
    """Return what goes to the next session, whose form comes along, and paints all."""

    def step() -> None:
        QTest.keyClick(review.table, Qt.Key.Key_Down)
        QApplication.processEvents()
        review.repaint()

    return step


def test_two_thousand_sessions(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    services = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording={})
    data = frab_json(
        *(
            event(
                guid=f"g{n}", id=n, title=f"A talk of the usual length, number {n}",
                room=f"Room {n % 20}", date=datetime(2026, 4, 1 + n % 4, 9 + n % 8, tzinfo=UTC)
                .isoformat(), persons=[{"id": n % 900, "public_name": f"Speaker {n % 900}"}],
            )
            for n in range(SESSIONS)
        )
    )  # fmt: skip
    draft = services.schedules.read(data)
    made, _ = services.schedules.import_draft(draft, name="Large", timezone="Europe/Berlin")
    for view in services.programme.view(made.conference_id).sessions:
        services.programme.choose_session(view.session.id, Choice(attendance=Attendance.ATTENDED))
    tasks, bridge = Tasks(), Bridge(services.hub)
    review = ReviewWorkspace(services, tasks, bridge)
    qtbot.addWidget(review)
    review.resize(1208, 768)
    review.show()
    qtbot.waitExposed(review)
    start = time.perf_counter()
    review.set_conference(made.conference_id)
    QApplication.processEvents()
    opened = 1000 * (time.perf_counter() - start)
    mean, most = worst(scrolling(review.table), STEPS)
    choose, choose_most = worst(choosing(review), STEPS)
    filtering, _ = worst(review.head.filter.changed.emit, 10)

    bare = QTableWidget(SESSIONS, 10)
    for n in range(SESSIONS):
        for column in range(10):
            bare.setItem(n, column, QTableWidgetItem(f"A talk, number {n}"))
    bare.resize(review.table.size())
    qtbot.addWidget(bare)
    bare.show()
    qtbot.waitExposed(bare)
    QApplication.processEvents()
    floor, _ = worst(scrolling(bare), STEPS)
    with capsys.disabled():
        print(
            f"\n{SESSIONS} sessions: shown in {opened:.0f} ms, filtered in {filtering:.0f} ms; "
            f"a page on {mean:.1f} ms, at most {most:.1f} ms (a frame is {FRAME_MS:.1f} ms), "
            f"Qt's own table {floor:.1f} ms (ratio {mean / floor:.2f}); the next session with its "
            f"form {choose:.1f} ms, at most {choose_most:.1f} ms"
        )
    review.leave()
    tasks.flush()
    bridge.close()
    tasks.close()
    services.close()
