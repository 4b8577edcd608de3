"""Key to paint in a session of 5,000 lines, against a bare QTextEdit on the same text."""

import statistics
from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import Line, LineKind, align
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from helpers.sheet import START, Sheet

LINES = 5_000
KEYS = 300
_KINDS = (LineKind.POINT, LineKind.POINT, LineKind.KEY, LineKind.QUOTE, LineKind.UNCLEAR)


def notes() -> list[Line]:
    """Return a session of many lines, some with footnotes, some Japanese."""
    return [
        Line(
            f"line-{n}",
            "s",
            n,
            f"Line {n} about 車載の計算機 and k3s" + ("[^s1-1]" if n % 40 == 0 else ""),
            depth=n % 3,
            kind=_KINDS[n % len(_KINDS)],
            written_at=START,
        )
        for n in range(LINES)
    ]


@pytest.fixture
def both(qtbot: QtBot) -> Iterator[tuple[Sheet, QTextEdit]]:
    """Return the sheet and a bare editor of the same size, font and text."""
    sheet = Sheet(notes(), ["s1-1"])
    bare = QTextEdit()
    bare.resize(sheet.editor.size())
    bare.setFont(theme().font(Step.NOTE))
    bare.setPlainText("\n".join(line.text for line in notes()))
    bare.show()
    for editor in (sheet.editor, bare):
        cursor = QTextCursor(editor.document().findBlockByNumber(LINES // 2))
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
    QApplication.processEvents()
    yield sheet, bare
    sheet.close()
    bare.close()


def times(editor: QTextEdit, *, saving: Sheet | None = None) -> list[float]:
    """Return milliseconds from each key to the end of its paint."""
    out = []
    for number in range(KEYS):
        if saving is not None and number % 20 == 0:
            saving.document.snapshot()
        start = perf_counter()
        QTest.keyClicks(editor, "x" if number % 10 else " ")
        QApplication.processEvents()
        out.append((perf_counter() - start) * 1000)
    return sorted(out)


def told(name: str, values: list[float]) -> str:
    """Return median, 95th and 99th percentile as a line."""
    return (
        f"{name}: median {statistics.median(values):.2f} ms,"
        f" p95 {values[int(len(values) * 0.95)]:.2f}, p99 {values[int(len(values) * 0.99)]:.2f}"
    )


@pytest.mark.benchmark
def test_key_to_paint(both: tuple[Sheet, QTextEdit], capsys: pytest.CaptureFixture[str]) -> None:
    sheet, bare = both
    rounds = [(times(sheet.editor, saving=sheet), times(bare)) for _ in range(3)]
    ours = sorted(value for round_, _ in rounds for value in round_)
    theirs = sorted(value for _, round_ in rounds for value in round_)
    ratio = statistics.median(ours) / statistics.median(theirs)
    with capsys.disabled():
        print(f"\n{told('sheet', ours)}\n{told('bare QTextEdit', theirs)}\nratio {ratio:.2f}")


@pytest.mark.benchmark
def test_reading_for_a_save(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = Sheet(notes(), ["s1-1"])
    start = perf_counter()
    snapshot = sheet.document.snapshot()
    taken = perf_counter()
    lines = snapshot.lines()
    made = perf_counter()
    align(lines, [*lines[:-1]])
    compared = perf_counter()
    sheet.document.set_lines("t", notes(), ["s1-1"])
    loaded = perf_counter()
    with capsys.disabled():
        print(
            f"\nsnapshot {1000 * (taken - start):.2f} ms, lines {1000 * (made - taken):.1f},"
            f" align {1000 * (compared - made):.1f}, load {1000 * (loaded - compared):.0f}"
        )
    sheet.close()
