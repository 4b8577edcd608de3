"""Typing in a section of a report of 100 kB: a key in the editor, and the preview behind it.

The whole window is there and everything runs: saves, the reading of the whole report in a lull,
the highlighter. A key is held against the same key in a bare QTextEdit of the same text.
"""

import gc
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time, thread_time

import pytest
from markdown_it import MarkdownIt
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.choice import Attendance, Choice
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.ui.application import sentences
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow, Means
from helpers.hands import compose
from helpers.reporting import settle
from helpers.schedules import event, frab_json
from helpers.window import at_noon

pytestmark = pytest.mark.benchmark
SESSIONS, LINES, KEYS, PAUSE_MS, LIMIT_MS = 60, 30, 120, 40, 100
WORDS = {
    Language.JA: "折り目の数は**{n}**本で、検査は目視だけに頼らない",
    Language.EN: "There are **{n}** folds, and nobody relies on looking at them alone",
}
TYPED = {Language.JA: "折り目を数える。", Language.EN: "folding "}
_KINDS = (LineKind.POINT, LineKind.POINT, LineKind.QUOTE, LineKind.THOUGHT)


def sixty(services: Services, language: Language) -> str:
    """Make a conference of sixty sessions with thirty lines each; return its id."""
    begin = datetime(2031, 5, 12, 8, tzinfo=UTC)
    starts = [begin + timedelta(days=n // 15, minutes=40 * (n % 15)) for n in range(SESSIONS)]
    rows = (
        event(
            guid=f"g{n}", id=n, title=f"Session {n} on folding", date=at.isoformat(),
            persons=[{"id": n, "public_name": f"Speaker {n}"}],
        )
        for n, at in enumerate(starts)
    )  # fmt: skip
    draft = services.schedules.read(frab_json(*rows))
    made, _ = services.schedules.import_draft(draft, name="Paperboat Conf", timezone="UTC")
    for view in services.programme.view(made.conference_id).sessions:
        one = view.session
        services.programme.choose_session(one.id, Choice(attendance=Attendance.ATTENDED))
        lines = [
            Line(
                new_id(), one.id, row, WORDS[language].format(n=row), row % 2, _KINDS[row % 4],
                written_at=begin,
            )
            for row in range(LINES)
        ]  # fmt: skip
        services.notes.save(one.id, lines)
    report = services.reports.report(made.conference_id)
    services.reports.save_report(replace(report, language=language))
    return made.conference_id


@contextmanager
def opened(folder: Path, language: Language) -> Iterator[tuple[MainWindow, ReportWorkspace, str]]:
    """Give the window with the report of sixty sessions open."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    services = open_services(folder / "trip.confnotes", Mode.WRITE, wording=wording)
    conference = sixty(services, language)
    tasks, bridge = Tasks(), Bridge(services.hub)
    memory = Memory(None)
    said = sentences(Language.EN)
    window = MainWindow(Means(services, tasks, bridge, said, memory, None, at_noon))
    window.resize(1280, 800)
    window.show()
    window.show_conference(conference)
    window.show_workspace("report")
    report = window.workspace("report")
    assert isinstance(report, ReportWorkspace)
    try:
        yield window, report, conference
    finally:
        window.close()
        bridge.close()
        tasks.close()
        services.close()


class Painted(QObject):
    """Remembers when a widget was painted last, in seconds."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self._widget:
            self._widget.removeEventFilter(self)
            QApplication.sendEvent(self._widget, event)
            self._widget.installEventFilter(self)
            self.at = perf_counter()
            return True
        return False


def wait(seconds: float) -> None:
    """Let the window run for a time."""
    loop, clock = QEventLoop(), QTimer()
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.setSingleShot(True)
    clock.timeout.connect(loop.quit)
    clock.start(max(round(seconds * 1000), 0))
    loop.exec()


def press(editor: QTextEdit, letter: str) -> None:
    if letter.isascii():
        QTest.keyClicks(editor, letter)
    else:
        compose(editor, "", letter)


def typed(
    editor: QTextEdit, words: str, preview: Painted | None
) -> tuple[list[float], list[float], list[float]]:
    """Type at an even pace; return milliseconds from when each key was due to when the editor, and
    to when the preview has painted it, and of the window's work in between."""
    shown = Painted(editor.viewport())
    keys: list[float] = []
    follows: list[float] = []
    work: list[float] = []
    due = perf_counter() + PAUSE_MS / 1000
    for n in range(KEYS):
        wait(due - perf_counter())
        begun = thread_time()
        press(editor, words[n % len(words)])
        while shown.at < due:
            QApplication.processEvents()
        keys.append(1000 * (shown.at - due))
        if preview is not None and words[n % len(words)] != " ":  # which shows nowhere
            end = due + 1
            while preview.at < due and perf_counter() < end:
                wait(0.001)
            follows.append(1000 * (preview.at - due) if preview.at > due else 1000.0)
            work.append(1000 * (thread_time() - begun))
        due = max(due + PAUSE_MS / 1000, perf_counter())
    return keys, follows, work


def told(name: str, values: list[float]) -> str:
    return (
        f"{name}: median {statistics.median(values):.1f} ms, p95 {late(values):.1f}, "
        f"at most {max(values):.1f}"
    )


def late(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


@pytest.mark.parametrize("language", [Language.JA, Language.EN])
def test_typing_in_a_long_report(language: Language, tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, language) as (window, report, _):
        qtbot.waitExposed(window)
        settle(qtbot, report)
        session = next(s for s in report._sections if s.session_id and not s.empty)
        report.choose(session.key)
        settle(qtbot, report)
        gc.collect()
        gc.freeze()  # as the program does when its window stands
        editor = report.text.editor
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.setPosition(editor.document().findBlockByNumber(4).position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        editor.setTextCursor(cursor)
        preview = Painted(report.preview.browser.viewport())
        typed(editor, TYPED[language], preview)
        settle(qtbot, report)
        _, follows, work = typed(editor, TYPED[language], preview)
        settle(qtbot, report)
        keys, _, _ = typed(editor, TYPED[language], None)  # at its pace, whatever the preview does
        settle(qtbot, report)
        size = len("".join(report.preview.browser.toPlainText()).encode())

        bare = QTextEdit()
        qtbot.addWidget(bare)
        bare.resize(editor.size())
        bare.setFont(theme().font(Step.NOTE))
        bare.setPlainText(editor.text())
        bare.show()
        qtbot.waitExposed(bare)
        floor, _, _ = typed(bare, TYPED[language], None)
        floor, _, _ = typed(bare, TYPED[language], None)
        gc.unfreeze()
    print(f"\n{language}, {size // 1024} KiB of words\n{told('key', keys)}")
    print(f"{told('bare QTextEdit', floor)}\n{told('preview', follows)}")
    print(f"ratio of a key {statistics.median(keys) / statistics.median(floor):.2f}")
    assert size > 60_000
    # Work, not time: other programs share the machine, and a set preview waits for no one else.
    print(f"{told('work of a key with its preview', work)}")
    assert statistics.median(work) < LIMIT_MS / 2
    assert late(work) < LIMIT_MS


def test_exporting_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the file to the folder: read, composed, written, read back and compared."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    services = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    report = services.reports.report(sixty(services, Language.JA))
    rows = []
    for target in ("hatena", "github"):
        took, work = [], []
        for number in range(5):
            wall, begun = perf_counter(), process_time()
            exported = services.reports.export(
                report, Language.JA, target, tmp_path / f"{target}-{number}"
            )
            took.append(1000 * (perf_counter() - wall))
            work.append(1000 * (process_time() - begun))
            assert exported.differences == ()
        text = exported.files[0].read_text(encoding="utf-8")
        parser = MarkdownIt("commonmark")
        begun = process_time()
        parser.parse(text)
        parse = 1000 * (process_time() - begun)
        rows.append(
            f"{target}, {len(text.encode()) // 1024} KiB: {min(took):.0f} ms, {min(work):.0f} ms "
            f"of work; a parse of it {parse:.0f} ms (ratio {min(work) / parse:.1f})"
        )
    services.close()
    with capsys.disabled():
        print("\n" + "\n".join(rows))
