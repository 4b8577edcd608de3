"""The workspace over a real notebook: which session is open, and what chords do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.domain.session import SessionKind
from confnotes.ui.notes.gutter import Place
from helpers.erasing import erase_session
from helpers.notes_desk import NOON, Desk, open_title
from helpers.sheet import CTRL, KEYS, SHIFT


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (KEYS.Key_1, LineKind.THOUGHT),
        (KEYS.Key_2, LineKind.QUOTE),
        (KEYS.Key_3, LineKind.QUESTION),
        (KEYS.Key_4, LineKind.ANSWER),
        (KEYS.Key_5, LineKind.KEY),
        (KEYS.Key_6, LineKind.TODO),
        (KEYS.Key_7, LineKind.HEADING),
        (KEYS.Key_8, LineKind.CODE),
    ],
)
def test_chords_mark_and_unmark(desk: Desk, key: Qt.Key, kind: LineKind) -> None:
    desk.type("words")
    desk.key(key, CTRL)
    assert desk.editor.row().kind is kind
    desk.key(key, CTRL)
    assert desk.editor.row().kind is LineKind.POINT


def test_no_chord_fires_while_composing(desk: Desk) -> None:
    desk.type("words")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    for key, held in (
        (KEYS.Key_1, CTRL),
        (KEYS.Key_Slash, CTRL),
        (KEYS.Key_F, CTRL | SHIFT),
        (KEYS.Key_N, CTRL),
        (KEYS.Key_PageDown, CTRL),
        (KEYS.Key_A, CTRL | SHIFT),
    ):
        desk.key(key, held)
    assert open_title(desk) == "Running"
    assert desk.editor.row().kind is LineKind.POINT
    assert not desk.workspace.sheet.field.is_open
    assert desk.editor.composing
    QApplication.sendEvent(desk.editor, QInputMethodEvent("", []))


def test_sessions_are_walked_by_chord_and_keep_their_undo(desk: Desk) -> None:
    desk.type("one")
    desk.key(KEYS.Key_PageDown, CTRL)
    desk.key(KEYS.Key_PageDown, CTRL)
    assert open_title(desk) == "Late"
    desk.type("two")
    desk.key(KEYS.Key_PageUp, CTRL)
    desk.key(KEYS.Key_PageUp, CTRL)
    assert open_title(desk) == "Running"
    desk.tasks.flush()
    desk.key(KEYS.Key_Z, CTRL)
    assert desk.editor.notes.lines() == []
    desk.workspace.leave()
    desk.tasks.flush()
    assert (desk.texts("Running"), desk.texts("Late")) == ([], ["two"])


def test_a_new_session_begins_now_in_one_field(desk: Desk) -> None:
    desk.key(KEYS.Key_N, CTRL)
    desk.type("Lunch with Berlin")
    desk.key(KEYS.Key_Return)
    desk.until(lambda: open_title(desk) == "Lunch with Berlin")
    session = desk.services.programme.session(desk.workspace.writes.session_id).session
    assert (session.kind, session.start_at) == (SessionKind.MEAL, NOON)
    desk.until(desk.editor.hasFocus)
    desk.type("soup")
    desk.workspace.leave()
    desk.tasks.flush()
    assert [x.text for x in desk.services.notes.view(session.id).lines] == ["soup"]


def test_the_agenda_is_walked_by_keys(desk: Desk) -> None:
    agenda = desk.workspace.agenda
    agenda.list.setFocus()
    desk.key(KEYS.Key_Down)
    desk.key(KEYS.Key_Down)
    desk.key(KEYS.Key_Return)
    assert open_title(desk) == "Late"
    desk.until(desk.editor.hasFocus)


def test_every_part_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    for kind in (QAbstractButton, QLineEdit, QTextEdit):
        for widget in desk.workspace.findChildren(kind):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named or not widget.isVisible(), widget


def test_another_conference_begins_with_an_empty_sheet(desk: Desk) -> None:
    desk.type("one")
    other, _ = desk.services.programme.create_conference("Other", "UTC")
    desk.workspace.set_conference(other)
    desk.tasks.flush()
    assert desk.texts("Running") == ["one"]
    assert desk.workspace.sheet.document is None
    desk.workspace.set_conference(None)
    desk.workspace.set_conference(desk.conference)
    assert open_title(desk) == "Running"
    assert [r.text for r in desk.editor.notes.rows()] == ["one"]


def test_the_other_chords_of_a_line(desk: Desk) -> None:
    desk.type("[ ] buy")
    desk.key(KEYS.Key_Return, CTRL)
    assert desk.editor.row().done
    desk.key(KEYS.Key_A, CTRL | SHIFT)
    assert desk.editor.row().audience is Audience.INSIDE
    desk.key(KEYS.Key_Return)
    desk.type('" as heard')
    desk.key(KEYS.Key_H, CTRL | SHIFT)
    desk.key(KEYS.Key_G, CTRL | SHIFT)
    desk.type("in my words")
    desk.key(KEYS.Key_Return)
    desk.tasks.flush()
    first, second = desk.lines("Running")
    assert (first.done, first.audience) == (True, Audience.INSIDE)
    assert (second.unsure, second.gist, second.kind) == (True, "in my words", LineKind.QUOTE)


def test_a_screen_reader_hears_what_stands_beside_the_words(desk: Desk) -> None:
    desk.type("one\n? two")
    desk.key(KEYS.Key_Tab)
    assert desk.editor.accessibleDescription() == "did not catch, 10:00, level 2"
    desk.key(KEYS.Key_A, CTRL | SHIFT)
    assert desk.editor.accessibleDescription().endswith("For the company's report only")
    desk.key(KEYS.Key_Up)
    assert desk.editor.accessibleDescription() == "10:00"


def test_a_click_on_its_box_ticks_a_todo(desk: Desk) -> None:
    desk.type("[ ] buy\nnext")
    place = Place.of(desk.editor.notes.firstBlock(), 0, 0)
    assert place is not None
    box = QPoint(round(place.text_left) - 22, round(place.first))
    desk.qtbot.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=box)
    desk.tasks.flush()
    assert [line.done for line in desk.lines("Running")] == [True, False]


def test_a_session_that_goes_leaves_an_empty_sheet(desk: Desk) -> None:
    desk.workspace.show_session(desk.ids["Late"])
    erase_session(desk.services, desk.ids["Late"])
    desk.until(lambda: desk.workspace.sheet.document is None)
    assert desk.workspace.agenda.model.row_of(desk.ids["Late"]) < 0
