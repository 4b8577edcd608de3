"""Footnotes in the workspace: the small field, the panel, the file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from helpers.notes_desk import Desk
from helpers.sheet import CTRL, KEYS, SHIFT


def test_a_footnote_is_written_in_the_flow(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("in a week")
    desk.key(KEYS.Key_Return)
    desk.type(" they said")
    desk.workspace.leave()
    desk.tasks.flush()
    view = desk.services.notes.view(desk.ids["Running"])
    (note,) = view.footnotes
    assert note.text == "in a week"
    assert [line.text for line in view.lines] == [f"fast[^{note.key}] they said"]
    assert list(desk.workspace.side.footnotes.cards()) == [note.key]


def test_a_discarded_footnote_leaves_nothing(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("in a week")
    desk.until(lambda: desk.services.notes.footnotes(desk.conference))
    desk.key(KEYS.Key_Escape)
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.services.notes.footnotes(desk.conference) == ()
    assert desk.texts("Running") == ["fast"]


def test_one_footnote_after_the_other(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("one")
    desk.key(KEYS.Key_Return, CTRL)
    desk.type("two")
    desk.key(KEYS.Key_Return)
    desk.workspace.leave()
    desk.tasks.flush()
    texts = [note.text for note in desk.services.notes.footnotes(desk.conference)]
    assert sorted(texts) == ["one", "two"]
    assert list(desk.editor.notes.numbers.values()) == [1, 2]


def test_a_footnote_whose_mark_goes_is_kept_as_unused_and_can_be_deleted(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("one")
    desk.key(KEYS.Key_Return)
    key = next(iter(desk.editor.notes.numbers))
    desk.key(KEYS.Key_Backspace)
    QApplication.processEvents()
    panel = desk.workspace.side.footnotes
    assert panel.cards()[key].trash.isVisible()
    desk.key(KEYS.Key_Z, CTRL)
    QApplication.processEvents()
    assert not panel.cards()[key].trash.isVisible()
    desk.key(KEYS.Key_Backspace)
    QApplication.processEvents()
    desk.qtbot.mouseClick(panel.cards()[key].trash, Qt.MouseButton.LeftButton)
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.services.notes.footnotes(desk.conference) == ()
    desk.qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    desk.workspace.leave()
    desk.tasks.flush()
    assert [n.text for n in desk.services.notes.footnotes(desk.conference)] == ["one"]


def test_a_footnote_is_edited_in_the_panel(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("one")
    desk.key(KEYS.Key_Return)
    (card,) = desk.workspace.side.footnotes.cards().values()
    desk.until(card.isVisible)
    desk.qtbot.keyClick(card, KEYS.Key_Return)
    desk.qtbot.keyClicks(card.field, "no, ")
    desk.workspace.leave()
    desk.tasks.flush()
    (note,) = desk.services.notes.footnotes(desk.conference)
    assert note.text == "no, one"


def test_a_click_elsewhere_keeps_the_footnote_with_its_composition(desk: Desk) -> None:
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("in ")
    field = desk.workspace.sheet.field
    QApplication.sendEvent(field.edit, QInputMethodEvent("いっしゅう", []))
    for key in (KEYS.Key_Return, KEYS.Key_Escape, KEYS.Key_Tab):
        desk.qtbot.keyClick(field.edit, key)
    assert field.edit.composing
    desk.workspace.agenda.list.setFocus(Qt.FocusReason.MouseFocusReason)
    assert field.isHidden()
    assert desk.workspace.agenda.list.hasFocus()
    desk.workspace.leave()
    desk.tasks.flush()
    (note,) = desk.services.notes.footnotes(desk.conference)
    assert note.text == "in いっしゅう"
