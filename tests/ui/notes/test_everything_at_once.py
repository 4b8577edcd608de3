"""Every command in random order: what is read bit by bit is what stands in the document."""

from random import Random

import pytest
from PySide6.QtCore import QMimeData

from confnotes.domain.notes import MAX_DEPTH, LineKind
from confnotes.ui.notes import commands, edits
from confnotes.ui.notes.rows import JOINER, OBJECT, row_of
from helpers.sheet import ALT, CTRL, KEYS, SHIFT, Sheet

PLAIN = (
    KEYS.Key_Return,
    KEYS.Key_Tab,
    KEYS.Key_Backspace,
    KEYS.Key_Delete,
    KEYS.Key_Left,
    KEYS.Key_Right,
    KEYS.Key_Down,
)
HELD = (
    (KEYS.Key_Backtab, SHIFT),
    (KEYS.Key_Up, ALT),
    (KEYS.Key_Down, ALT),
    (KEYS.Key_Backspace, CTRL),
    (KEYS.Key_Delete, CTRL),
    (KEYS.Key_Z, CTRL),
    (KEYS.Key_Z, CTRL | SHIFT),
    (KEYS.Key_X, CTRL),
    (KEYS.Key_C, CTRL),
    (KEYS.Key_V, CTRL),
    (KEYS.Key_Left, SHIFT),
    (KEYS.Key_Right, CTRL | SHIFT),
)
TYPED = ("a", "? ", "Q: ", "[^1]", "\n[^1]: note\n", "` `", "＊", "日本", "[x] ", "- ")
PASTED = ("one", "a\n  - b\n- c", "x[^2]\n\n[^2]: y", "\n", "＊ ？", "\ufffc x")


def one_step(sheet: Sheet, dice: Random, cited: list[str]) -> None:
    """Do one thing a person can do."""
    match dice.randint(0, 8):
        case 0 | 1:
            sheet.type(dice.choice(TYPED))
        case 2:
            sheet.key(dice.choice(PLAIN))
        case 3 | 4:
            sheet.key(*dice.choice(HELD))
        case 5:
            kind = dice.choice([k for k in LineKind if k is not LineKind.IMAGE])
            sheet.editor.change(lambda d, c: edits.mark(d, c, kind))
        case 6:
            cited.append(sheet.book.new_key())
            sheet.editor.change(lambda d, c: edits.insert_reference(d, c, cited[-1]))
        case 7:
            mime = QMimeData()
            mime.setText(dice.choice(PASTED))
            sheet.editor.insertFromMimeData(mime)
        case _:
            lines = sheet.document.blockCount()
            places = [(dice.randrange(lines), dice.randint(0, 9)) for _ in range(2)]
            sheet.select(*places[: dice.randint(1, 2)])
            change = dice.choice([commands.next_audience, commands.toggle_done])
            sheet.editor.change(change)


@pytest.mark.parametrize("seed", range(30))
def test_reading_bit_by_bit_is_reading_it_all(sheet: Sheet, seed: int) -> None:
    dice = Random(seed)
    cited: list[str] = []
    for _ in range(60):
        sheet.clock.forward()
        one_step(sheet, dice, cited)
        rows = list(sheet.document.rows())
        assert rows == [row_of(block) for block in sheet.document.blocks()]
        assert len({row.id for row in rows}) == len(rows)
        assert all(row.id and 0 <= row.depth <= MAX_DEPTH for row in rows)
        assert not any(OBJECT in row.text or JOINER in row.text for row in rows)
        assert list(sheet.document.numbers) == list(dict.fromkeys(k for r in rows for k in r.keys))
        assert all(sheet.document.moment(r.id) for r in rows if r.text.strip())
    while sheet.document.isUndoAvailable():
        sheet.undo()
    assert sheet.texts() == [""]
