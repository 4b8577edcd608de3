"""Japanese input is sacred: random compositions among saves, ticks, chords and letters."""

from random import Random

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import Line
from confnotes.ui.parts.theme import theme
from helpers.sheet import ALT, CTRL, KEYS, NONE, SHIFT, Sheet

KANA = "にほんごのへんかんとちゅう"
COMMITS = ("日本語", "です。", "「引用」", "？", "か", "k8s の話", "サイドカー")
FOREIGN = (
    (KEYS.Key_Return, NONE),
    (KEYS.Key_Tab, NONE),
    (KEYS.Key_Escape, NONE),
    (KEYS.Key_Space, CTRL),
    (KEYS.Key_F7, NONE),
    (KEYS.Key_1, CTRL),
    (KEYS.Key_Slash, CTRL),
    (KEYS.Key_Up, ALT),
    (KEYS.Key_Backspace, NONE),
    (KEYS.Key_Z, CTRL),
    (KEYS.Key_V, CTRL),
    (KEYS.Key_F, CTRL | SHIFT),
)


class Scribe:
    """Writes at random, and knows what must stand there."""

    def __init__(self, sheet: Sheet, seed: int) -> None:
        self.sheet, self.dice = sheet, Random(seed)
        self.lines = [""]
        self.waited: list[str] = []
        self.asked = 0
        QApplication.clipboard().setText("never")

    def compose(self) -> None:
        """One composition from its first kana to its commit or its end without one."""
        dice, sheet = self.dice, self.sheet
        for length in range(1, dice.randint(2, 6)):
            sheet.preedit(KANA[:length])
            self.meanwhile()
            assert sheet.texts() == self.lines
        if dice.random() < 0.2:
            sheet.preedit("")
        elif dice.random() < 0.2:
            self.put(self.commit_with_more())
        else:
            text = dice.choice(COMMITS)
            sheet.preedit("", text)
            self.put(text)
        sheet.preedit("")
        assert len(self.waited) == self.asked

    def commit_with_more(self) -> str:
        """Commit one part while the next is already being composed."""
        first, second = self.dice.choice(COMMITS), self.dice.choice(COMMITS)
        self.sheet.preedit(KANA[:3], first)
        self.sheet.preedit("", second)
        return first + second

    def put(self, text: str) -> None:
        if not self.lines[-1] and text.startswith("？"):
            text = text[1:]  # the mark leaves the text
        self.lines[-1] += text

    def meanwhile(self) -> None:
        """What goes on in the program while one composes."""
        dice, sheet = self.dice, self.sheet
        match dice.randint(0, 4):
            case 0:
                sheet.document.lines()
            case 1:
                sheet.editor.viewport().repaint()
            case 2:
                key, held = dice.choice(FOREIGN)
                sheet.key(key, held)
            case 3:
                self.asked += 1
                sheet.editor.when_idle(lambda: self.waited.append("written"))
            case _:
                if dice.random() < 0.05:  # rarely: it dresses every widget anew
                    theme().set_dark(not theme().tokens.dark)
        assert sheet.editor.composing

    def between(self) -> None:
        """Letters and lines between compositions."""
        match self.dice.randint(0, 3):
            case 0 if self.lines[-1]:
                self.sheet.type("\n")
                self.lines.append("")
            case 1:
                self.sheet.type("ok ")
                self.lines[-1] += "ok "
            case 2 if self.lines[-1]:
                self.sheet.key(KEYS.Key_Backspace)
                self.lines[-1] = self.lines[-1][:-1]


@pytest.mark.parametrize("batch", range(4))
def test_random_compositions_lose_and_fire_nothing(sheet: Sheet, batch: int) -> None:
    for seed in range(batch * 70, batch * 70 + 70):
        sheet.open(f"s{seed}")
        scribe = Scribe(sheet, seed)
        for _ in range(5):
            scribe.compose()
            scribe.between()
        assert sheet.texts() == scribe.lines, seed
        assert not sheet.editor.composing
    theme().set_dark(False)


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
    bar = sheet.editor.verticalScrollBar()
    sheet.select((60, 0))
    top = _cursor_rect(sheet).top()
    bar.setValue(bar.value() + 32)
    assert _cursor_rect(sheet).top() == top - 32
