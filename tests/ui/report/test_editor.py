"""The section editor under real keys and a real input method's events."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report.editor import LINE, SectionEditor
from helpers.hands import CTRL, KEYS, SHIFT, compose, key, write


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[SectionEditor]:
    made = SectionEditor()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.setFocus()
    yield made
    QApplication.clipboard().clear()


def test_enter_goes_on_with_a_list_and_ends_it(editor: SectionEditor) -> None:
    write(editor, "- one\ntwo\n\nafter")
    assert editor.text() == "- one\n- two\n\nafter"


def test_shift_enter_is_a_line_break_that_markdown_knows(editor: SectionEditor) -> None:
    write(editor, "- one")
    key(editor, KEYS.Key_Return, SHIFT)
    write(editor, "two")
    assert editor.text() == "- one\ntwo"
    assert editor.document().blockCount() == 2


def test_tab_moves_a_list_item_in_and_out(editor: SectionEditor) -> None:
    write(editor, "- one")
    key(editor, KEYS.Key_Tab)
    assert editor.text() == "  - one"
    key(editor, KEYS.Key_Backtab)
    assert editor.text() == "- one"


def test_the_footnote_chord_goes_to_the_note_and_back(editor: SectionEditor) -> None:
    editor.load("Words here.")
    key(editor, KEYS.Key_End)
    editor.footnote()
    write(editor, "The note")
    assert editor.text() == "Words here.[^1]\n\n[^1]: The note"
    editor.footnote()
    write(editor, " More.")
    assert editor.text() == "Words here.[^1] More.\n\n[^1]: The note"


def test_from_a_footnote_one_comes_back_behind_its_mark_whatever_stands_before(
    editor: SectionEditor,
) -> None:
    editor.load("😀𠮷 words.")
    key(editor, KEYS.Key_End)
    editor.footnote()
    write(editor, "note")
    editor.footnote()
    write(editor, "!")
    assert editor.text() == "😀𠮷 words.[^1]!\n\n[^1]: note"


def test_one_undo_takes_a_footnote_back(editor: SectionEditor) -> None:
    editor.load("Words.")
    editor.footnote()
    key(editor, KEYS.Key_Z, CTRL)
    assert editor.text() == "Words."


def test_a_composition_is_no_edit_and_is_not_disturbed(editor: SectionEditor, qtbot: QtBot) -> None:
    editor.load("前の文。")
    key(editor, KEYS.Key_End, CTRL)
    with qtbot.assertNotEmitted(editor.edited):
        compose(editor, "にほ")
        compose(editor, "にほん")
        editor.footnote()
        editor.insert_words("x")
        theme().set_text_size(15)
    assert editor.text() == "前の文。"
    assert editor.textCursor().block().layout().preeditAreaText() == "にほん"
    with qtbot.waitSignal(editor.edited):
        compose(editor, "", "日本")
    assert editor.text() == "前の文。日本"
    assert editor.font().pixelSize() == theme().font(Step.NOTE).pixelSize()


@pytest.mark.parametrize("leave", [KEYS.Key_Return, KEYS.Key_Enter, KEYS.Key_Escape])
def test_from_a_footnote_one_comes_back_to_the_sentence(
    editor: SectionEditor, leave: Qt.Key, qtbot: QtBot
) -> None:
    editor.load("Ships sail. They land.")
    cursor = editor.textCursor()
    cursor.setPosition(len("Ships sail"))
    editor.setTextCursor(cursor)
    editor.footnote()
    write(editor, "Mostly")
    with qtbot.assertNotEmitted(editor.left):
        key(editor, leave)
    write(editor, "!")
    assert editor.text() == "Ships sail[^1]!. They land.\n\n[^1]: Mostly"


def test_a_line_that_defines_what_nobody_cites_takes_return_as_any_other(
    editor: SectionEditor,
) -> None:
    editor.load("[^1]: alone")
    key(editor, KEYS.Key_End, CTRL)
    key(editor, KEYS.Key_Return)
    assert editor.text() == "[^1]: alone\n"


def test_an_empty_event_after_a_commit_is_no_edit(editor: SectionEditor, qtbot: QtBot) -> None:
    compose(editor, "", "あ")
    with qtbot.assertNotEmitted(editor.edited):
        compose(editor, "")


def test_replacing_all_can_be_undone(editor: SectionEditor) -> None:
    editor.load("mine")
    editor.replace_all("generated")
    assert editor.text() == "generated"
    key(editor, KEYS.Key_Z, CTRL)
    assert editor.text() == "mine"


def test_loading_is_no_edit_and_begins_a_history_of_its_own(
    editor: SectionEditor, qtbot: QtBot
) -> None:
    write(editor, "old")
    with qtbot.assertNotEmitted(editor.edited):
        editor.load("new")
    key(editor, KEYS.Key_Z, CTRL)
    assert editor.text() == "new"


def test_all_lines_have_one_height_also_new_ones(editor: SectionEditor) -> None:
    editor.load("Latin\n漢字とLatin")
    key(editor, KEYS.Key_End, CTRL)
    write(editor, "\nnext")
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block = editor.document().begin()
    while block.isValid():
        form = block.blockFormat()
        assert (form.lineHeightType(), form.lineHeight()) == (fixed, theme().px(LINE))
        block = block.next()


def test_another_theme_keeps_the_undo_history(editor: SectionEditor) -> None:
    write(editor, "typed")
    theme().set_dark(True)
    key(editor, KEYS.Key_Z, CTRL)
    assert editor.text() == ""


def test_only_plain_text_is_pasted(editor: SectionEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("plain\r\ntwo\u2029three")
    QApplication.clipboard().setMimeData(data)
    key(editor, KEYS.Key_V, CTRL)
    assert editor.text() == "plain\ntwo\nthree"
