"""A slow disk never delays a key: none of them waits for the file."""

import threading

from PySide6.QtWidgets import QApplication

from helpers.hands import compose
from helpers.notes_desk import Desk
from helpers.sheet import ALT, CTRL, KEYS, SHIFT
from helpers.stuck_disk import stuck_disk


def _all_one_types(desk: Desk) -> None:
    """Letters, lines, marks, chords, Japanese, undo, other sessions: all that keys do in Notes."""
    desk.type("Two clusters\n? what of k3s\n* the key")  # marks are handed over at once
    desk.key(KEYS.Key_1, CTRL)
    desk.key(KEYS.Key_Return)
    desk.key(KEYS.Key_Tab)
    for shown in ("に", "にほ", "日本"):
        compose(desk.editor, shown)
        QApplication.processEvents()
    compose(desk.editor, "", "日本")
    desk.key(KEYS.Key_Up, ALT)
    desk.key(KEYS.Key_Z, CTRL)
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("a footnote\n")
    for key in (KEYS.Key_A, KEYS.Key_C, KEYS.Key_End, KEYS.Key_V, KEYS.Key_Z):
        desk.key(key, CTRL)


def test_no_key_waits_for_a_disk_that_does_not_answer(desk: Desk) -> None:
    desk.type("before")
    desk.workspace.leave()
    desk.tasks.settle()
    reader = threading.Event()
    desk.tasks.read(lambda: reader.wait(20))
    with stuck_disk(desk.services) as disk:
        desk.key(KEYS.Key_Slash, CTRL)
        assert disk.asked.wait(20)  # the write is under way, its transaction open
        desk.key(KEYS.Key_Return)
        _all_one_types(desk)
        desk.workspace._tick()
        desk.workspace.saver.save()
        QApplication.processEvents()
        written = [row.text for row in desk.editor.notes.rows()]
        desk.key(KEYS.Key_PageDown, CTRL)
        desk.type("in another session")
        desk.key(KEYS.Key_PageUp, CTRL)
        desk.key(KEYS.Key_End, CTRL)
        desk.type("!")
        QApplication.processEvents()
        written[-1] += "!"
        assert not disk.gave_up
        assert [row.text for row in desk.editor.notes.rows()] == written
        assert desk.texts("Running") == ["before"]  # the disk has nothing of it yet
    reader.set()
    desk.workspace.leave()
    desk.until(lambda: not desk.workspace.owes())
    assert desk.texts("Running") == written
    assert written[:3] == ["before", "Two clusters", "what of k3s"]
    assert desk.texts("Other") == ["in another session"]
