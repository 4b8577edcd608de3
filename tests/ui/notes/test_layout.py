"""A document is laid out as it should be whenever it is seen: after a load, at each text size,
after another one was shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import Line
from confnotes.ui.notes.rows import row_of
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import TEXT_SIZES
from helpers.sheet import Sheet

WORDS = ("plain", "[^s1-1] cited", "日本語の行", "tab\there", "か\u3099", "a [^unknown] one", "")


@pytest.fixture
def text_size() -> Iterator[None]:
    """Put the text back to its size."""
    before = theme().text_size
    yield
    theme().set_text_size(before)


def _lines(session: str, count: int = 60) -> list[Line]:
    return [
        Line(f"{session}{n}", session, n, WORDS[n % len(WORDS)], depth=n % 3) for n in range(count)
    ]


def _height(sheet: Sheet) -> float:
    QApplication.processEvents()
    return sheet.document.size().height()


@pytest.mark.usefixtures("text_size")
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_a_session_that_comes_back_looks_as_it_did(sheet: Sheet, size: int) -> None:
    theme().set_text_size(size)
    first = sheet.open("s", _lines("s"))
    gutter = sheet.editor.gutter
    assert gutter is not None
    before = _height(sheet)
    sheet.open("other")
    sheet.editor.show_document(gutter)
    sheet.document = first
    assert _height(sheet) == before
    assert before > 60 * theme().px(26)


def test_what_is_loaded_is_laid_out_and_read_as_it_stands(sheet: Sheet) -> None:
    one = _height(sheet)
    sheet.document.set_lines("s", _lines("s"), ["s1-1"])
    rows = list(sheet.document.rows())
    assert rows == [row_of(block) for block in sheet.document.blocks()]
    assert rows[1].keys == ("s1-1",)
    assert sheet.document.numbers == {"s1-1": 1}
    assert _height(sheet) > one + 59 * theme().px(26)
    last = sheet.document.lastBlock().layout()
    cursor = QTextCursor(sheet.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    sheet.editor.setTextCursor(cursor)
    sheet.editor.ensureCursorVisible()
    assert last.lineCount() == 1
    assert sheet.editor.viewport().rect().contains(sheet.editor.cursorRect())


def test_a_place_of_the_viewport_is_the_line_that_is_seen_there(sheet: Sheet) -> None:
    sheet.document.set_lines("s", _lines("s", 300), ["s1-1"])
    editor = sheet.editor
    for line in (0, 150, 299):
        sheet.select((line, 0))
        editor.ensureCursorVisible()
        QApplication.processEvents()
        rect = editor.cursorRect()
        assert editor.block_at(rect.center().y()).blockNumber() == line
        assert editor.block_at(rect.bottom() + 3).blockNumber() == line
    assert editor.block_at(-9_999).blockNumber() == 0
    assert editor.block_at(99_999).blockNumber() == 299
