"""Real Japanese through IBus and Mozc: nothing lost, nothing misplaced, nothing fired."""

import os
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.parts.theme import theme
from helpers.keyboard import candidate_list, caret_on_screen, press, pump, until, write
from helpers.notes_desk import Desk, open_title


def preedit(desk: Desk) -> str:
    """Return what is being composed in the editor."""
    return desk.editor.textCursor().block().layout().preeditAreaText()


def lines(desk: Desk) -> list[tuple[str, LineKind, int]]:
    """Return what stands in the editor."""
    return [(row.text, row.kind, row.depth) for row in desk.editor.notes.rows()]


def texts(desk: Desk) -> list[str]:
    """Return the words in the editor."""
    return [row.text for row in desk.editor.notes.rows()]


def compose(desk: Desk, letters: str, kana: str) -> None:
    """Type letters and wait until they are kana being composed."""
    write(letters)
    assert until(lambda: preedit(desk) == kana), (preedit(desk), texts(desk))


def test_a_word_is_converted_and_confirmed(desk: Desk) -> None:
    compose(desk, "nihongo", "にほんご")
    assert texts(desk) == [""]
    press("space")
    assert until(lambda: preedit(desk) == "日本語")
    press("Return")
    assert until(lambda: texts(desk) == ["日本語"])
    assert preedit(desk) == ""


def test_enter_confirms_first_and_continues_the_list_only_then(desk: Desk) -> None:
    compose(desk, "kaigi", "かいぎ")
    press("space", "Return")
    assert until(lambda: texts(desk) == ["会議"])
    press("Return")
    assert until(lambda: texts(desk) == ["会議", ""])
    compose(desk, "tsugi", "つぎ")
    press("Return", "Return")
    assert until(lambda: texts(desk) == ["会議", "つぎ", ""])


def test_a_digit_chooses_a_candidate(desk: Desk) -> None:
    compose(desk, "kikou", "きこう")
    press("space", "space")
    assert until(lambda: candidate_list() is not None)
    press("1")
    assert until(lambda: len(texts(desk)[0] + preedit(desk)) > 0)
    press("Return")
    assert until(lambda: preedit(desk) == "")
    (word,) = texts(desk)
    assert word
    assert not word.endswith("1")


def test_escape_takes_the_composition_away_and_nothing_else(desk: Desk) -> None:
    desk.type("kept")
    compose(desk, "kesu", "けす")
    press("Escape")
    assert until(lambda: preedit(desk) == "")
    assert texts(desk) == ["kept"]
    assert desk.workspace.isVisible()


@pytest.mark.parametrize("way", ["leave", "focus", "hide", "ctrl+n", "ctrl+Next"])
def test_what_was_taken_away_comes_back_nowhere(desk: Desk, way: str) -> None:
    editor = desk.editor
    compose(desk, "kesu", "けす")
    press("Escape" if way != "leave" else "ctrl+z")
    assert until(lambda: preedit(desk) == "")
    pump(100)
    match way:
        case "leave":
            desk.workspace.leave()
        case "focus":
            desk.workspace.agenda.list.setFocus()
        case "hide":
            desk.workspace.hide()
        case _:
            press(way)
    pump(100)
    assert [line.text for line in editor.notes.lines()] == []
    desk.workspace.leave()
    assert desk.tasks.settle()
    assert [desk.lines(title) for title in desk.ids] == [()] * 4


@pytest.mark.parametrize(
    ("key", "word"),
    [("F6", "てすと"), ("F7", "テスト"), ("F8", "ﾃｽﾄ"), ("F9", "ｔｅｓｕｔｏ"), ("F10", "tesuto")],
)
def test_function_keys_belong_to_the_input_method(desk: Desk, key: str, word: str) -> None:
    compose(desk, "tesuto", "てすと")
    press(key)
    assert until(lambda: preedit(desk) == word)
    press("Return")
    assert until(lambda: texts(desk) == [word])
    assert desk.editor.hasFocus()  # F6 would have gone to the next pane


def test_tab_and_backspace_while_composing(desk: Desk) -> None:
    desk.type("above\n")
    compose(desk, "arigatou", "ありがとう")
    press("BackSpace")
    assert until(lambda: preedit(desk) == "ありがと")
    press("Tab")
    pump(200)
    assert [row.depth for row in desk.editor.notes.rows()] == [0, 0]
    press("Return")
    assert until(lambda: preedit(desk) == "")
    assert texts(desk)[0] == "above"
    assert texts(desk)[1].startswith("ありが") or texts(desk)[1].startswith("有")


def test_a_click_elsewhere_keeps_what_was_composed(desk: Desk) -> None:
    desk.type("one\ntwo")
    compose(desk, "saru", "さる")
    QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(140, 14))
    assert until(lambda: texts(desk) == ["one", "twoさる"])
    assert desk.editor.textCursor().blockNumber() == 0


def test_another_session_gets_nothing_of_the_composition(desk: Desk) -> None:
    compose(desk, "nokoru", "のこる")
    desk.workspace.show_session(desk.ids["Late"])
    assert until(lambda: open_title(desk) == "Late")
    assert until(lambda: desk.texts("Running") == ["のこる"])
    assert texts(desk) == [""]
    compose(desk, "ato", "あと")
    press("Return")
    assert until(lambda: texts(desk) == ["あと"])


@pytest.mark.parametrize(
    "chord", ["ctrl+Next", "ctrl+1", "ctrl+slash", "alt+Up", "ctrl+n", "ctrl+j"]
)
def test_no_chord_fires_while_composing(desk: Desk, chord: str) -> None:
    desk.type("above\n")
    compose(desk, "mada", "まだ")
    press(chord)
    pump(100)
    assert open_title(desk) == "Running"
    assert [row.kind for row in desk.editor.notes.rows()] == [LineKind.POINT] * 2
    assert desk.editor.hasFocus()
    press("Return")
    assert until(lambda: preedit(desk) == "")
    assert texts(desk) == ["above", "まだ"]


def test_a_full_width_mark_is_read_when_it_is_confirmed(desk: Desk) -> None:
    press("question")
    assert until(lambda: preedit(desk) == "？")
    assert lines(desk) == [("", LineKind.POINT, 0)]
    press("Return")
    assert until(lambda: lines(desk) == [("", LineKind.UNCLEAR, 0)])
    compose(desk, "nazo", "なぞ")
    press("Return")
    assert until(lambda: lines(desk) == [("なぞ", LineKind.UNCLEAR, 0)])


def test_a_mark_confirmed_together_with_words(desk: Desk) -> None:
    press("exclam")
    write("kangae")
    assert until(lambda: preedit(desk) == "！かんがえ")
    press("space", "Return")
    assert until(lambda: lines(desk) == [("考え", LineKind.THOUGHT, 0)])


def test_a_save_goes_on_and_leaves_the_composition_alone(desk: Desk) -> None:
    desk.type("first")
    compose(desk, "tochuu", "とちゅう")
    assert until(lambda: desk.texts("Running") == ["first"])
    desk.workspace.saver.flush()
    desk.tasks.flush()
    assert preedit(desk) == "とちゅう"
    press("space", "Return")
    assert until(lambda: texts(desk) == ["first途中"])
    assert until(lambda: desk.texts("Running") == ["first途中"])


def test_theme_and_text_size_change_underneath(desk: Desk) -> None:
    compose(desk, "nihongo", "にほんご")
    theme().set_dark(True)
    theme().set_text_size(18)
    pump(100)
    assert preedit(desk) == "にほんご"
    press("space", "Return")
    assert until(lambda: texts(desk) == ["日本語"])
    theme().set_text_size(13)
    theme().set_dark(False)


def test_what_arrives_from_elsewhere_waits(desk: Desk) -> None:
    desk.type("mine\n")
    desk.tasks.flush()
    compose(desk, "mada", "まだ")
    kept = list(desk.lines("Running"))
    session = desk.ids["Running"]
    desk.services.notes.save(session, [*kept, Line(new_id(), session, 9, "from elsewhere")])
    pump(300)
    assert preedit(desk) == "まだ"
    assert "from elsewhere" not in texts(desk)
    press("Return")
    assert until(lambda: "from elsewhere" in texts(desk))
    assert "まだ" in texts(desk)


def test_a_footnote_in_japanese(desk: Desk) -> None:
    desk.type("text")
    press("ctrl+shift+f")
    assert until(lambda: desk.workspace.sheet.field.is_open)
    pump(100)
    write("warai")
    pump(200)
    press("space", "Return")
    pump(200)
    assert desk.workspace.sheet.field.is_open  # that Enter was the input method's
    press("Return")
    assert until(lambda: not desk.workspace.sheet.field.is_open)
    desk.tasks.flush()
    (note,) = desk.services.notes.footnotes(desk.conference)
    assert note.text == "笑い"


def test_a_new_session_named_in_japanese(desk: Desk) -> None:
    press("ctrl+n")
    assert until(lambda: isinstance(desk.focus(), QLineEdit))
    pump(100)
    write("konshinkai")
    pump(200)
    press("space", "Return")
    pump(200)
    assert open_title(desk) == "Running"  # not begun yet
    press("Return")
    assert until(lambda: open_title(desk) == "懇親会")


def test_a_summary_in_japanese_is_saved_as_it_is_confirmed(desk: Desk) -> None:
    press("ctrl+shift+s")
    summary = desk.workspace.side.session.summary
    assert until(summary.hasFocus)
    pump(100)
    write("kekka")
    pump(300)
    session = desk.ids["Running"]
    assert desk.services.programme.session(session).session.summary == ""
    press("space", "Return")
    assert until(lambda: desk.services.programme.session(session).session.summary == "結果")


@pytest.mark.parametrize("delay", [1, 8])
def test_fast_typing_loses_no_letter(desk: Desk, delay: int) -> None:
    letters = "kubernetesnohanashiwokiita"
    for number in range(1, 5):
        write(letters, delay)
        assert until(lambda: preedit(desk).endswith("をきいた"))
        press("F10")
        assert until(lambda: preedit(desk) == letters)
        press("Return")
        assert until(lambda: preedit(desk) == "")
        press("Return")
        assert until(partial(has_lines, desk, number + 1))
    assert texts(desk) == [letters] * 4 + [""]


def has_lines(desk: Desk, count: int) -> bool:
    return len(texts(desk)) == count


def near_caret(desk: Desk) -> bool:
    """Return whether the candidate list stands right below (or above) what is composed."""
    found = candidate_list()
    if found is None:
        return False
    caret, ratio = caret_on_screen(desk.editor), desk.editor.devicePixelRatioF()
    across = abs(found.left() - caret.left()) < 90 * ratio
    below = 0 <= found.top() - caret.bottom() < 48
    above = 0 <= caret.top() - found.bottom() < 48
    return across and (below or above)


@pytest.mark.parametrize("size", [11, 13, 20])
@pytest.mark.parametrize("scrolled", [False, True])
def test_the_candidate_list_stands_at_the_caret(desk: Desk, size: int, scrolled: bool) -> None:
    theme().set_text_size(size)
    session = desk.ids["Late"]
    rows = [Line(new_id(), session, n, f"line {n}") for n in range(60 if scrolled else 3)]
    desk.services.notes.save(session, rows)
    desk.workspace.show_session(session)
    assert until(lambda: open_title(desk) == "Late")
    if scrolled:
        bar = desk.editor.verticalScrollBar()
        assert bar.maximum() > 0
        desk.editor.go_to(rows[40].id)
    pump(100)
    write("kikou")
    assert until(lambda: preedit(desk) == "きこう")
    press("space", "space")
    assert until(lambda: near_caret(desk)), (candidate_list(), caret_on_screen(desk.editor))
    press("Escape", "Escape", "Escape")
    theme().set_text_size(13)


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_so_it_does_on_a_screen_of_small_pixels(scale: str) -> None:
    again = ["-m", "pytest", "-q", "-n", "0", __file__, "-k", "stands_at_the_caret"]
    done = subprocess.run(
        [sys.executable, *again],
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_undo_takes_back_what_was_confirmed(desk: Desk) -> None:
    for letters, kana in (("ichi", "いち"), ("niwa", "にわ")):
        compose(desk, letters, kana)
        press("Return")
        assert until(lambda: preedit(desk) == "")
    assert texts(desk) == ["いちにわ"]
    press("ctrl+z")
    assert until(lambda: texts(desk) in (["いち"], [""]))
    press("ctrl+shift+z")
    assert until(lambda: texts(desk) == ["いちにわ"])
