"""The key to the marks shows what can be typed for them, and typing it does that."""

import pytest
from PySide6.QtGui import QImage

from confnotes.domain.notes import LineKind, signs_of
from confnotes.ui.notes.legend import Legend
from helpers.notes_desk import Desk
from helpers.sheet import Sheet


def test_each_mark_says_its_sign_and_its_chord(desk: Desk) -> None:
    legend = desk.workspace.side.legend
    thought = legend.buttons[LineKind.THOUGHT]
    assert thought.signs == "!␣ ！"
    said = "my own thought (Ctrl+1), or !␣ ！ typed at the line's start; ␣ is a space"
    assert (thought.toolTip(), thought.accessibleName()) == (said, said)
    assert legend.buttons[LineKind.CODE].toolTip() == "code (Ctrl+8)"
    assert legend.buttons[LineKind.TODO].signs == "[␣]␣"


@pytest.mark.parametrize(
    ("kind", "sign"), [(kind, sign) for kind in LineKind for sign in signs_of(kind)]
)
def test_what_it_shows_makes_that_mark(sheet: Sheet, kind: LineKind, sign: str) -> None:
    sheet.type(f"{sign}words")
    row = sheet.editor.row()
    assert (row.kind, row.text) == (kind, "words")


def test_the_signs_are_painted(desk: Desk) -> None:
    button = Legend().buttons[LineKind.KEY]
    button.resize(260, 28)
    with_signs: QImage = button.grab().toImage()
    button.signs = ""
    assert button.grab().toImage() != with_signs
