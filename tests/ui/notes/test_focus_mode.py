"""Focus mode: only the editor, and back again."""

from datetime import timedelta

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import Shelf
from confnotes.ui.notes.focus import FocusHead, margin
from confnotes.ui.notes.moments import Moments
from confnotes.ui.parts.theme import theme
from helpers.notes_desk import NOON, Desk
from helpers.sheet import KEYS


def test_only_the_editor_is_left_and_the_key_leads_back(desk: Desk) -> None:
    workspace, told = desk.workspace, list[bool]()
    workspace.alone.connect(told.append)
    desk.type("one")
    desk.key(KEYS.Key_F11)
    assert [p.isVisible() for p in (workspace.agenda, workspace.side, workspace.sheet.header)] == [
        False
    ] * 3
    assert workspace.sheet.focus_head.isVisible()
    desk.until(lambda: desk.editor.width() <= theme().px(784))
    desk.until(desk.editor.hasFocus)
    desk.type(" two")
    desk.until(lambda: desk.texts("Running") == ["one two"])
    desk.until(workspace.sheet.focus_foot.saved.isVisible)
    desk.key(KEYS.Key_F11)
    assert workspace.agenda.isVisible()
    assert workspace.sheet.header.isVisible()
    assert told == [True, False]


def test_an_open_composition_goes_on(desk: Desk) -> None:
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほん", []))
    desk.key(KEYS.Key_F11)
    assert not desk.workspace.sheet.focus_head.isVisible()  # the key is the input method's
    desk.workspace.sheet.header.focus.click()
    assert desk.workspace.sheet.focus_head.isVisible()
    assert desk.editor.composing
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(desk.editor, done)
    assert [row.text for row in desk.editor.notes.rows()] == ["日本"]


def test_going_elsewhere_shows_everything_again(desk: Desk) -> None:
    desk.key(KEYS.Key_F11)
    desk.workspace.hide()
    assert not desk.workspace.sheet.alone
    desk.workspace.show()
    assert desk.workspace.agenda.isVisible()


def test_a_session_that_goes_ends_it(desk: Desk) -> None:
    desk.key(KEYS.Key_F11)
    desk.services.shelves.put_sessions({desk.ids["Running"]: Shelf.TRASHED})
    desk.until(lambda: desk.workspace.sheet.document is None)
    assert desk.workspace.agenda.isVisible()
    desk.key(KEYS.Key_F11)
    assert not desk.workspace.sheet.alone  # there is nothing to be alone with


def test_the_head_says_how_far_the_talk_is(qtbot: QtBot) -> None:
    head = FocusHead()
    qtbot.addWidget(head)
    head.resize(1280, 112)
    moments = Moments(NOON, NOON + timedelta(minutes=35))

    def said(**after: float) -> str:
        head.show_session("A talk", moments, NOON + timedelta(**after))
        head.grab()
        return head.accessibleName()

    assert said(minutes=-1) == "A talk"
    assert said(minutes=18, seconds=42) == "A talk, 18:42, 16 min left"
    assert said(minutes=34, seconds=30) == "A talk, 34:30, under a minute left"
    assert said(minutes=40) == "A talk, 40:00"
    assert said(hours=3) == "A talk"
    head.show_session("No end", Moments(), NOON)
    assert head.accessibleName() == "No end"


def test_the_column_is_centred_where_there_is_room() -> None:
    assert margin(theme().px(784) + 100) == 50
    assert margin(300) == 0
