"""Japanese input is sacred: random compositions among saves, ticks, chords and letters."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import Line
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import TEXT_SIZES
from helpers.later_schedules import state
from helpers.notes_desk import Desk
from helpers.scribe import FOREIGN, Scribe
from helpers.sheet import KEYS, Sheet


@pytest.fixture
def looks() -> Iterator[None]:
    """Put theme and text size back."""
    dark, size = theme().tokens.dark, theme().text_size
    yield
    theme().set_dark(dark)
    theme().set_text_size(size)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return an open workspace whose conference came from a schedule."""
    made = Desk(tmp_path, qtbot, state(0))
    yield made
    made.close()


def _write_at_random(desk: Desk, seeds: range) -> None:
    """Each seed is one sequence; what the ones before left stays in the sessions."""
    scribe = Scribe(desk, 0)
    for seed in seeds:
        scribe.dice.seed(seed)
        for _ in range(4):
            scribe.compose()
            scribe.between()
        if seed % 10 == 9:
            scribe.check_file()
    scribe.check_file()
    assert scribe.imports


@pytest.mark.usefixtures("looks")
def test_all_one_can_do_at_the_desk_between_and_during_compositions(desk: Desk) -> None:
    _write_at_random(desk, range(40))


@pytest.mark.slow
@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("batch", range(10))
def test_a_thousand_sequences_at_the_desk(desk: Desk, batch: int) -> None:
    start = Random().randrange(10**6) if "CONFNOTES_NEW_EXAMPLES" in os.environ else batch * 100
    print("seeds from", start)
    _write_at_random(desk, range(start, start + 100))


def test_a_chord_while_composing_fires_nothing_and_hurts_nothing(sheet: Sheet) -> None:
    sheet.type("one\ntwo")
    before = sheet.picture()
    sheet.preedit("にほ")
    for key, held in FOREIGN:
        sheet.key(key, held)
    assert sheet.picture() == before
    assert sheet.document.lastBlock().layout().preeditAreaText() == "にほ"
    sheet.commit("日本")
    assert sheet.texts() == ["one", "two日本"]


def test_a_letter_the_input_method_refuses_is_not_lost(sheet: Sheet) -> None:
    sheet.preedit("に")
    sheet.key(KEYS.Key_X)
    assert sheet.texts() == ["x"]
    sheet.commit("日")
    assert sheet.texts() == ["x日"]


def test_a_composition_over_a_selection_of_lines_keeps_the_upper_line(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree")
    ids = sheet.ids()
    sheet.select((0, 1), (2, 2))
    sheet.preedit("に")
    sheet.commit("日")
    assert (sheet.texts(), sheet.ids()) == (["o日ree"], [ids[0]])


def test_a_mark_is_read_only_when_the_composition_ends(sheet: Sheet) -> None:
    sheet.preedit("？")
    sheet.preedit("？な")
    assert sheet.picture() == ["point: "]
    sheet.preedit("なぜ", "？")  # committed, but the next part is still being composed
    assert sheet.picture() == ["point: ？"]
    sheet.commit("なぜ")
    assert sheet.picture() == ["unclear: なぜ"]


def test_the_empty_event_after_a_commit_is_no_edit(sheet: Sheet) -> None:
    sheet.commit("日")
    steps = sheet.document.availableUndoSteps()
    told: list[bool] = []
    sheet.document.edited.connect(lambda: told.append(True))
    for _ in range(3):
        sheet.preedit("")
    assert not told
    assert sheet.document.availableUndoSteps() == steps


def test_a_preedit_is_no_edit(sheet: Sheet) -> None:
    told: list[bool] = []
    sheet.document.edited.connect(lambda: told.append(True))
    for text in ("に", "にほ", "日本"):
        sheet.preedit(text)
        assert sheet.document.lines() == []
    assert not told
    sheet.preedit("")


def test_leaving_a_session_commits_into_the_session_it_was_typed_in(sheet: Sheet) -> None:
    first = sheet.document
    sheet.type("one ")
    sheet.preedit("にほんご")
    second = sheet.open("other", [Line("b", "other", 0, "there")])
    assert [line.text for line in first.lines()] == ["one にほんご"]
    assert [line.text for line in second.lines()] == ["there"]
    assert not sheet.editor.composing
    sheet.commit("先")
    assert [line.text for line in second.lines()] == ["there先"]


def test_clicking_elsewhere_keeps_what_was_composed(sheet: Sheet, qtbot: object) -> None:
    sheet.type("one\ntwo")
    sheet.preedit("にほ")
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    QTest.mouseClick(sheet.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(140, 14))
    assert sheet.texts() == ["one", "twoにほ"]
    assert sheet.editor.textCursor().blockNumber() == 0


def _cursor_rect(sheet: Sheet) -> QRect:
    value = sheet.editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(value, QRect | QRectF)
    return value if isinstance(value, QRect) else value.toRect()


def _is_told_to_the_input_method(sheet: Sheet) -> None:
    """In the window's coordinates, as an input method asks for it."""
    sheet.editor.activateWindow()
    sheet.editor.setFocus()
    told = QGuiApplication.inputMethod().cursorRectangle().toRect()
    caret = sheet.editor.viewport().mapTo(
        sheet.editor.window(), sheet.editor.cursorRect().topLeft()
    )
    assert abs(told.top() - caret.y()) <= 1
    assert abs(told.left() - caret.x()) <= 1


@pytest.mark.usefixtures("looks")
def test_it_is_sent_to_the_caret_at_every_text_size(sheet: Sheet) -> None:
    sheet.open("s", [Line(str(n), "s", n, f"line {n}", depth=n % 4) for n in range(200)])
    heights = []
    for size in TEXT_SIZES:
        theme().set_text_size(size)
        for line in (199, 63):
            sheet.select((line, 6))
            sheet.editor.ensureCursorVisible()
            QApplication.processEvents()
            for shown in ("", "にほん"):
                sheet.preedit(shown)
                _is_told_to_the_input_method(sheet)
            sheet.preedit("")
        heights.append(_cursor_rect(sheet).height())
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]


def test_the_candidate_window_is_sent_to_the_caret_also_when_scrolled(sheet: Sheet) -> None:
    sheet.open("s", [Line(str(n), "s", n, f"line {n}") for n in range(200)])
    for line in (0, 120, 199, 60):
        sheet.select((line, 4))
        sheet.editor.ensureCursorVisible()
        QApplication.processEvents()
        rect, caret = _cursor_rect(sheet), sheet.editor.cursorRect()
        assert sheet.editor.viewport().rect().contains(rect.center())
        assert abs(rect.top() - caret.top()) <= 1
        assert abs(rect.left() - caret.left()) <= 1
        before = rect.left()
        sheet.preedit("にほん")
        assert _cursor_rect(sheet).left() > before + 20
        sheet.preedit("")
    _is_told_to_the_input_method(sheet)
    bar = sheet.editor.verticalScrollBar()
    sheet.select((60, 0))
    top = _cursor_rect(sheet).top()
    bar.setValue(bar.value() + 32)
    assert _cursor_rect(sheet).top() == top - 32
