"""Footnotes in the flow: references in the text, typed and pasted ones, their field."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import Line
from confnotes.ui.notes import edits
from confnotes.ui.notes.rows import REFERENCE
from helpers.sheet import CTRL, KEYS, SHIFT, Sheet


def cite(sheet: Sheet, key: str) -> None:
    """Cite a footnote at the caret."""
    sheet.editor.change(lambda d, c: edits.insert_reference(d, c, key))


def paste(sheet: Sheet, text: str) -> None:
    """Paste text from another program."""
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    sheet.editor.paste()


def test_a_reference_is_a_number_on_the_screen_and_a_key_in_the_file(sheet: Sheet) -> None:
    sheet.type("k3s")
    cite(sheet, "s1-1")
    sheet.type(" runs")
    assert sheet.document.firstBlock().text() == f"k3s{REFERENCE} runs"
    assert sheet.texts() == ["k3s[^s1-1] runs"]
    assert sheet.document.numbers == {"s1-1": 1}


def test_numbers_follow_the_order_of_reading(sheet: Sheet) -> None:
    sheet.type("one")
    cite(sheet, "a-1")
    sheet.select((0, 0))
    cite(sheet, "b-1")
    assert sheet.document.numbers == {"b-1": 1, "a-1": 2}
    sheet.undo()
    assert sheet.document.numbers == {"a-1": 1}


def test_the_caret_and_the_erasing_keys_take_a_reference_as_a_whole(sheet: Sheet) -> None:
    sheet.type("a")
    cite(sheet, "s1-1")
    sheet.type("b")
    sheet.key(KEYS.Key_Left)
    sheet.key(KEYS.Key_Left)
    assert sheet.editor.textCursor().position() == 1
    sheet.key(KEYS.Key_Right)
    assert sheet.editor.textCursor().position() == 3
    sheet.key(KEYS.Key_Left, SHIFT)
    assert sheet.editor.textCursor().selectedText() == REFERENCE
    sheet.key(KEYS.Key_Right)
    sheet.key(KEYS.Key_Backspace)
    assert sheet.document.firstBlock().text() == "ab"
    sheet.undo()
    assert sheet.texts() == ["a[^s1-1]b"]
    sheet.select((0, 1))
    sheet.key(KEYS.Key_Delete)
    assert sheet.document.firstBlock().text() == "ab"
    sheet.undo()
    sheet.select((0, 3))
    sheet.key(KEYS.Key_Backspace, CTRL)
    assert "\u2060" not in sheet.document.firstBlock().text()


def test_loaded_references_are_numbers_only_where_their_footnote_is_known(sheet: Sheet) -> None:
    lines = [Line("a", "s", 0, "x[^s1-1] `[^s1-1]` [^unknown]")]
    document = sheet.open("s", lines, ["s1-1"])
    assert document.firstBlock().text() == f"x{REFERENCE} `[^s1-1]` [^unknown]"
    assert document.lines() == lines


def test_a_typed_footnote_becomes_one_when_its_line_is_left(sheet: Sheet) -> None:
    sheet.type("fast[^1] and far[^2]\n[^1]: in a week")
    assert sheet.texts() == ["fast[^1] and far[^2]", "[^1]: in a week"]
    sheet.key(KEYS.Key_Up)
    assert sheet.texts() == ["fast[^s1-1] and far[^2]"]
    assert sheet.book.text("s1-1") == "in a week"
    sheet.undo()
    assert sheet.texts() == ["fast[^1] and far[^2]", "[^1]: in a week"]
    sheet.key(KEYS.Key_Up)
    sheet.key(KEYS.Key_Down)
    assert sheet.texts()[0] == "fast[^1] and far[^2]"  # taken back: it is not done again


def test_a_typed_footnote_behind_an_emoji_takes_no_other_letter_with_it(sheet: Sheet) -> None:
    sheet.type("😀𠮷 fast[^1] and 😀 far[^2] end\n[^1]: in a 😀 week\n[^2]: away\n")
    assert sheet.texts() == ["😀𠮷 fast[^s1-1] and 😀 far[^s1-2] end", ""]
    assert sheet.book.text("s1-1") == "in a 😀 week"


def test_a_definition_that_nothing_cites_stays_text(sheet: Sheet) -> None:
    sheet.type("[^1]: alone\nnext")
    assert sheet.texts() == ["[^1]: alone", "next"]
    sheet.type(" cites[^1]\n")
    assert sheet.texts() == ["next cites[^s1-1]", ""]
    assert sheet.book.text("s1-1") == "alone"


def test_neighbours_keep_their_identity_when_a_definition_leaves(sheet: Sheet) -> None:
    sheet.type("a[^1]\n[^1]: note\nb")
    assert sheet.texts() == ["a[^s1-1]", "b"]
    ids = sheet.ids()
    sheet.undo()
    sheet.undo()
    assert [i for i in sheet.ids() if i in ids] == ids


def test_pasted_footnotes_are_adopted_in_one_step(sheet: Sheet) -> None:
    sheet.type("before ")
    paste(sheet, "- one[^1]\n- two[^x]\n\n[^1]: first\n[^x]: second\n    goes on\n")
    assert sheet.texts() == ["before one[^s1-1]", "two[^s1-2]"]
    assert sheet.book.text("s1-1") == "first"
    assert sheet.book.text("s1-2") == "second\ngoes on"
    sheet.undo()
    assert sheet.texts() == ["before "]


def test_a_pasted_definition_meets_the_reference_typed_before(sheet: Sheet) -> None:
    sheet.type("one[^1]\n")
    paste(sheet, "[^1]: the text")
    assert sheet.texts()[0] == "one[^s1-1]"
    assert sheet.book.text("s1-1") == "the text"


def test_keys_are_never_made_twice(sheet: Sheet) -> None:
    for session in range(3):
        sheet.open(f"s{session}")
        sheet.type("x[^1]\n[^1]: text\n")
    assert sorted(sheet.book.keys()) == ["s1-1", "s1-2", "s1-3"]


def test_a_reference_goes_along_with_cut_and_paste(sheet: Sheet) -> None:
    sheet.type("a")
    cite(sheet, "s1-1")
    sheet.type("b\nc")
    sheet.select((0, 0), (0, 3))
    sheet.key(KEYS.Key_X, CTRL)
    assert sheet.document.numbers == {}
    sheet.select((1, 1))
    sheet.editor.paste()
    assert sheet.texts() == ["b", "ca[^s1-1]"]
    assert sheet.document.numbers == {"s1-1": 1}
