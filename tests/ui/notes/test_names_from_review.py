"""A name that Review corrects, in notes that are open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from confnotes.domain.written import Place
from helpers.notes_desk import Desk
from helpers.sheet import KEYS


def places(desk: Desk) -> list[Place]:
    (finding,) = desk.services.names.found(desk.conference)
    return [one.place for one in finding.others("GitHub")]


def shown(desk: Desk) -> list[str]:
    return [row.text for row in desk.editor.notes.rows()]


def test_a_correction_waits_for_the_end_of_a_composition_and_undo_takes_it_back(
    desk: Desk,
) -> None:
    desk.services.programme.add_session(desk.conference, "GitHub at Sea")
    desk.type("on Github\nand ")
    desk.workspace.leave()
    desk.tasks.flush()
    QApplication.processEvents()
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    desk.services.names.correct(desk.conference, places(desk), "GitHub")
    for _ in range(20):
        desk.qtbot.wait(10)
    assert shown(desk) == ["on Github", "and "]
    assert desk.editor.composing
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(desk.editor, event)
    desk.until(lambda: shown(desk) == ["on GitHub", "and 日本"])
    desk.until(lambda: desk.texts("Running") == ["on GitHub", "and 日本"])
    desk.key(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(desk) == ["on Github", "and 日本"]
