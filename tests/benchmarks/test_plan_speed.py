"""The printed programme of 1,351 sessions in 92 rooms, against the barest that does as much."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from confnotes import assets
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.schedules import ScheduleService
from confnotes.ui.application import application, sentences
from confnotes.ui.plan.board import GRID
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow, Means
from helpers.schedules import event, frab_json
from helpers.window import at_noon

pytestmark = pytest.mark.benchmark
SESSIONS, ROOMS, DAYS = 1351, 92, 4
FRAME_MS = 1000 / 60
_TITLE = "A talk that has a title of about the usual length, number {n}"


def best(action: Callable[[], object], rounds: int = 5) -> float:
    """Return the least milliseconds of processor time an action takes."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(1000 * (time.process_time() - start))
    return min(times)


def programme() -> bytes:
    """Return a schedule.json as large as the largest that is known."""
    first = datetime(2026, 4, 1, 9, tzinfo=UTC)
    return frab_json(
        *(
            event(
                guid=f"g{n}", id=n, title=_TITLE.format(n=n), room=f"Room {n % ROOMS}",
                date=(
                    first + timedelta(days=n % DAYS, minutes=15 * (n // DAYS // ROOMS * 5 + n % 7))
                ).isoformat(),
                persons=[{"id": n % 800, "public_name": f"Speaker {n % 800}"}],
            )
            for n in range(SESSIONS)
        )
    )  # fmt: skip


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return the services on an empty notebook."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    made = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    yield made
    made.close()


@pytest.fixture
def window(services: Services) -> Iterator[MainWindow]:
    """Return the real window, shown."""
    application().setQuitOnLastWindowClosed(False)
    tasks, bridge = Tasks(), Bridge(services.hub)
    memory = Memory(None)
    made = MainWindow(Means(services, tasks, bridge, sentences(Language.EN), memory, None, at_noon))
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    bridge.close()
    tasks.close()


def table() -> QTableWidget:
    """Return what Qt itself draws of as many texts: the barest grid."""
    made = QTableWidget(SESSIONS // DAYS // 5, ROOMS)
    for n in range(SESSIONS // DAYS):
        made.setItem(n // ROOMS, n % ROOMS, QTableWidgetItem(_TITLE.format(n=n)))
    made.setWordWrap(True)
    made.resize(904, 600)
    made.show()
    return made


def measured(window: MainWindow, services: Services, data: bytes, name: str) -> None:
    """Print what importing, drawing, scrolling and filtering takes."""
    reading = best(lambda: ScheduleService.read(data), 3)
    draft = ScheduleService.read(data)
    start = time.process_time()
    made, _ = services.schedules.import_draft(draft, name=name, timezone="Europe/Berlin")
    window.show_conference(made.conference_id)
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    plan.board.set_look(GRID)
    QApplication.processEvents()
    picture = QPixmap(window.size())
    window.render(picture)
    whole = reading + 1000 * (time.process_time() - start)
    grid, bare = plan.board.grid, table()
    bar, bare_bar = grid.verticalScrollBar(), bare.verticalScrollBar()

    def draw(view: object, bar: object, step: int) -> None:
        bar.setValue((bar.value() + step) % max(bar.maximum(), 1))  # type: ignore[attr-defined]
        view.viewport().grab()  # type: ignore[attr-defined]

    bare_draw = best(lambda: draw(bare, bare_bar, 1))
    scroll = best(lambda: draw(grid, bar, 37))

    def turn_page() -> None:
        grid.page(1)
        grid.viewport().grab()

    pages = best(turn_page)
    field = plan.filter.field.edit
    letters = iter("talk that has a title")
    plan.filter.focus()

    def type_one() -> None:
        QTest.keyClicks(field, next(letters))
        grid.viewport().grab()

    filtering = best(type_one)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    ids = [row.id for row in grid.sessions()]

    def choose_one() -> None:
        plan.board.cycled.emit(ids[0])
        grid.viewport().grab()

    choose = best(choose_one)
    print(
        f"\n{name}: {len(draft.sessions)} sessions, {len(grid.sessions())} on the day, "
        f"{len(grid.columns())} columns\n"
        f"  bytes to a drawn grid {whole:.0f} ms ({whole / reading:.1f} times reading the bytes)\n"
        f"  a frame while scrolling {scroll:.1f} ms ({scroll / bare_draw:.1f} times a bare table, "
        f"{scroll / FRAME_MS:.1f} frames)\n"
        f"  other rooms {pages:.1f} ms ({pages / FRAME_MS:.1f} frames), a letter in the filter "
        f"{filtering:.1f} ms ({filtering / FRAME_MS:.1f}), a choice {choose:.1f} ms "
        f"({choose / FRAME_MS:.1f})"
    )
    assert len(grid.columns()) > 60


def test_a_large_programme(window: MainWindow, services: Services) -> None:
    measured(window, services, programme(), "invented")


def test_the_largest_real_programme(
    window: MainWindow, services: Services, real_files: Path
) -> None:
    data = (real_files / "frab-json" / "36c3-everything.json").read_bytes()
    measured(window, services, data, "36C3")
