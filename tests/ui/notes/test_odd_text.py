"""Text that no keyboard has: what the editor shows of it, the file has, and undo takes it back."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from helpers.notes_desk import Desk
from helpers.sheet import CTRL, KEYS

_ODD = {
    "half a surrogate pair": "\ud83d",
    "line separator": "a\u2028b",
    "paragraph separator": "\u2029",
    "right to left": "\u202etest\u202c \u05e9\u05dc\u05d5\u05dd",
    "object": "\ufffc",
    "null": "x\x00y",
    "combining": "e\u0301" * 3 + "か\u3099",
    "joined": "👩\u200d👩\u200d👧" * 50,
    "other breaks": "a\x85b\x1cc\x0bd",
    "zero width": "a\u200bb\u2060c\ufeffd",
    "windows": "a\r\nb\r\n",
}


@pytest.mark.parametrize("text", _ODD.values(), ids=_ODD)
def test_pasted_or_committed_it_is_kept_as_shown(desk: Desk, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    desk.editor.insertFromMimeData(mime)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(desk.editor, event)
    page = QMimeData()
    page.setHtml(f"<ul><li>{text}<li>&#xD83D;&#xFFFC;&#x2028;x<pre>{text}\n&#x2029;b</pre></ul>")
    desk.editor.insertFromMimeData(page)
    desk.type("\nend")
    desk.workspace.leave()
    desk.tasks.settle()
    rows = list(desk.editor.notes.rows())
    assert desk.texts("Running") == [row.text for row in rows]
    assert len({row.id for row in rows}) == len(rows)
    assert not desk.workspace.saver.owes()
    while desk.editor.notes.isUndoAvailable():
        desk.key(KEYS.Key_Z, CTRL)
    desk.workspace.leave()
    desk.tasks.settle()
    assert desk.texts("Running") == []
