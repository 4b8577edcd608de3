"""Cut, copy and paste: identity, moments, and text from elsewhere."""

import json

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import LineKind
from confnotes.ui.notes import clipboard, edits
from confnotes.ui.parts.picture_source import LINES
from helpers.sheet import CTRL, KEYS, SHIFT, Sheet


def paste_text(sheet: Sheet, text: str) -> None:
    """Paste text from another program."""
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    sheet.editor.paste()


def test_cut_and_paste_moves_a_line_with_mark_and_moment(sheet: Sheet) -> None:
    sheet.type("? what\nsecond\n")
    identity = sheet.ids()[0]
    moment = sheet.document.moment(identity)
    sheet.select((0, 0), (1, 0))
    sheet.key(KEYS.Key_X, CTRL)
    assert sheet.texts() == ["second", ""]
    sheet.clock.forward(60)
    sheet.select((1, 0))
    sheet.editor.paste()
    assert sheet.picture()[:2] == ["point: second", "unclear: what"]
    assert sheet.ids()[1] == identity
    assert sheet.document.moment(identity) == moment


def test_a_second_paste_is_a_copy_with_a_moment_of_its_own(sheet: Sheet) -> None:
    sheet.type("one\n")
    sheet.select((0, 0), (0, 3))
    sheet.key(KEYS.Key_X, CTRL)
    sheet.editor.paste()
    identity = sheet.ids()[0]
    sheet.clock.forward(60)
    sheet.select((1, 0))
    sheet.editor.paste()
    first, second = sheet.document.lines()
    assert (first.text, second.text) == ("one", "one")
    assert first.id == identity != second.id
    assert second.written_at == sheet.clock.now != first.written_at


@pytest.mark.parametrize("before", ["", "notes ", "😀😀", "𠮷野家で"])
def test_what_is_cut_behind_an_emoji_or_a_rare_kanji_comes_back_whole(
    sheet: Sheet, before: str
) -> None:
    sheet.type(f"{before}abc😀def")
    sheet.key(KEYS.Key_Left)
    for _ in "bc😀de":
        sheet.key(KEYS.Key_Left, SHIFT)
    sheet.key(KEYS.Key_X, CTRL)
    assert sheet.texts() == [f"{before}af"]
    assert QApplication.clipboard().text() == "bc😀de"
    sheet.editor.paste()
    assert sheet.texts() == [f"{before}abc😀def"]


def test_copied_lines_are_new_lines(sheet: Sheet) -> None:
    sheet.type("one\ntwo")
    sheet.select((0, 0), (1, 3))
    sheet.key(KEYS.Key_C, CTRL)
    sheet.select((1, 3))
    sheet.type("\n")
    sheet.clock.forward(5)
    sheet.editor.paste()
    assert sheet.texts() == ["one", "two", "one", "two"]
    assert len(set(sheet.ids())) == 4
    assert sheet.document.moment(sheet.ids()[3]) == sheet.clock.now


def test_other_programs_get_an_outline_as_text(sheet: Sheet) -> None:
    sheet.type("one\n")
    sheet.key(KEYS.Key_Tab)
    sheet.type("two")
    sheet.editor.selectAll()
    sheet.key(KEYS.Key_C, CTRL)
    assert QApplication.clipboard().text() == "- one\n  - two"


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("one\n", ["point: one"]),
        ("* one\n  * two\n* three", ["point: one", "  point: two", "point: three"]),
        ("1. one\n\n2. two", ["point: one", "point: two"]),
        ("! not\n? read\r\nA: for marks", ["point: ! not", "point: ? read", "point: A: for marks"]),
        ("! alone", ["point: ! alone"]),
        ("a\u2028b\tc", ["point: a", "point: b c"]),
        ("\ufffcx", ["point: x"]),
    ],
)
def test_text_from_elsewhere(sheet: Sheet, text: str, picture: list[str]) -> None:
    paste_text(sheet, text)
    assert sheet.picture() == picture


def test_code_is_pasted_as_it_is(sheet: Sheet) -> None:
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.CODE))
    paste_text(sheet, "- a: 1\n  b: 2")
    assert sheet.picture() == ["code: - a: 1", "code:   b: 2"]


def test_a_paste_over_a_selection_is_one_step(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree")
    sheet.select((0, 1), (2, 2))
    paste_text(sheet, "x\ny")
    assert sheet.texts() == ["ox", "yree"]
    sheet.undo()
    assert sheet.texts() == ["one", "two", "three"]


def test_a_clipboard_form_nobody_understands_falls_back_to_its_text(sheet: Sheet) -> None:
    for data in (b"{", b"[]", json.dumps([{"row": {"no": 1}}]).encode(), b"[1]"):
        mime = QMimeData()
        mime.setText("plain")
        mime.setData(LINES, data)
        assert clipboard.from_mime(mime) is None
        QApplication.clipboard().setMimeData(mime)
        sheet.editor.paste()
    assert sheet.texts() == ["plain" * 4]
