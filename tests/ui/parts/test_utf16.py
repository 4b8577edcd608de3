"""Qt's places in a text agree with what Qt itself does there."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from confnotes.ui.parts.utf16 import part, units

_TEXTS = ("", "plain", "日本語のメモ", "😀a𠮷b", "👩\u200d👩\u200d👧 か\u3099\u0301!")


@pytest.mark.parametrize("text", _TEXTS)
def test_every_part_is_what_a_cursor_selects(text: str) -> None:
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    assert units(text) == document.characterCount() - 1
    wholes = [units(text[:at]) for at in range(len(text) + 1)]
    for start in wholes:
        assert part(text, start) == text[wholes.index(start) :]
        for end in wholes:
            cursor.setPosition(start)
            cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
            assert part(text, start, max(start, end)) == cursor.selectedText()


def test_half_a_letter_is_no_error() -> None:
    assert part("a😀b", 2) == "\ude00b"
