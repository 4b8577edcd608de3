"""Lines that go to another session by hand, and come back."""

from collections import Counter
from random import Random

import pytest
from PySide6.QtGui import QAction, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import LineKind
from confnotes.ui.notes.session_picker import matching, nearest
from helpers.notes_desk import Desk
from helpers.sheet import CTRL, KEYS, SHIFT


def _move(desk: Desk, title: str) -> None:
    """Press the chord, type where to, Enter."""
    desk.key(KEYS.Key_M, CTRL | SHIFT)
    assert desk.focus() is desk.workspace.desks.moving.picker.query
    desk.type(title)
    desk.key(KEYS.Key_Return)
    assert desk.editor.hasFocus()


def _act(desk: Desk, name: str, title: str) -> None:
    action: QAction = desk.workspace.actions_by_name[name]
    action.trigger()
    desk.type(title)
    desk.key(KEYS.Key_Return)


def _settle(desk: Desk) -> None:
    desk.workspace.saver.flush()
    desk.tasks.settle()
    QApplication.processEvents()


def _shown(desk: Desk) -> list[str]:
    return [row.text for row in desk.editor.notes.rows()]


def test_the_line_at_the_caret_goes_with_what_hangs_below_it_unsaved_words_too(desk: Desk) -> None:
    desk.type("stays\nQ: goes\n")
    desk.key(KEYS.Key_Tab)
    desk.type("hangs below")
    desk.key(KEYS.Key_Up)
    said: list[str] = []
    desk.workspace.status.connect(said.append)
    identity = desk.editor.row().id
    moment = desk.editor.notes.moment(identity)
    _move(desk, "late")
    assert _shown(desk) == ["stays"]
    assert desk.texts("Running") == ["stays"]
    goes, below = desk.lines("Late")
    assert (goes.id, goes.kind, goes.written_at) == (identity, LineKind.QUESTION, moment)
    assert (below.text, below.depth) == ("hangs below", 1)
    assert desk.workspace.desks.moving.bar.words.text() == "Moved 2 lines to “Late”"
    assert said[-1] == "1 word"


def test_undo_right_after_brings_the_lines_back_and_takes_them_from_the_target(desk: Desk) -> None:
    desk.workspace.show_session(desk.ids["Late"])
    desk.type("there")
    desk.workspace.show_session(desk.ids["Running"])
    desk.type("one\ntwo\nthree")
    desk.key(KEYS.Key_Up)
    _move(desk, "late")
    assert desk.texts("Late") == ["there", "two"]
    desk.key(KEYS.Key_Z, CTRL)
    assert _shown(desk) == ["one", "two", "three"]
    assert desk.texts("Running") == ["one", "two", "three"]
    assert desk.texts("Late") == ["there"]
    assert not desk.workspace.desks.moving.bar.isVisible()
    desk.key(KEYS.Key_Z, CTRL)  # nothing more to undo: neither of the two is in the document
    desk.key(KEYS.Key_Z, CTRL | SHIFT)
    _settle(desk)
    assert (desk.texts("Running"), desk.texts("Late")) == (["one", "two", "three"], ["there"])
    desk.workspace.show_session(desk.ids["Late"])
    assert _shown(desk) == ["there"]


def test_a_session_in_memory_gets_them_and_its_undo_cannot_lose_them(desk: Desk) -> None:
    desk.workspace.show_session(desk.ids["Late"])
    desk.type("there")
    desk.workspace.show_session(desk.ids["Running"])
    desk.type("one\ntwo")
    _move(desk, "late")
    desk.workspace.show_session(desk.ids["Late"])
    assert _shown(desk) == ["there", "two"]
    assert desk.workspace.desks.moving.bar.isVisible()
    desk.type("\nmore")
    assert not desk.workspace.desks.moving.bar.isVisible()
    for _ in range(9):
        desk.key(KEYS.Key_Z, CTRL)
    _settle(desk)
    assert _shown(desk) == ["there", "two"]
    assert (desk.texts("Running"), desk.texts("Late")) == (["one"], ["there", "two"])


def test_the_bar_takes_back_from_the_target_too_with_what_another_screen_changed(
    desk: Desk,
) -> None:
    desk.type("one\ntwo")
    _move(desk, "late")
    desk.workspace.show_session(desk.ids["Late"])
    desk.workspace.desks.moving.bar.action.click()
    assert _shown(desk) == [""]
    assert (desk.texts("Running"), desk.texts("Late")) == (["one", "two"], [])
    desk.workspace.show_session(desk.ids["Early"])
    assert not desk.workspace.desks.moving.bar.isVisible()


def test_all_notes_go_and_what_one_writes_then_begins_an_empty_sheet(desk: Desk) -> None:
    desk.type("one\ntwo")
    _act(desk, "move_all", "early")
    assert _shown(desk) == [""]
    desk.type("new")
    _settle(desk)
    assert (desk.texts("Running"), desk.texts("Early")) == (["new"], ["one", "two"])


def test_the_menu_of_the_session_offers_it_and_another_place_to_write_closes_the_field(
    desk: Desk,
) -> None:
    desk.type("one")
    desk.workspace._open_menu(desk.workspace.mapToGlobal(desk.workspace.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = ("copy_markdown", "move_lines", "move_all", "swap_notes")
    actions = desk.workspace.actions_by_name
    assert set(menu.actions()) >= {actions[name] for name in names}
    menu.setActiveAction(actions["move_all"])
    QTest.keyClick(menu, KEYS.Key_Return)
    assert QApplication.activePopupWidget() is None
    picker = desk.workspace.desks.moving.picker
    assert picker.isVisible()
    assert desk.focus() is picker.query
    desk.workspace.agenda.list.setFocus()
    assert not picker.isVisible()
    assert desk.workspace.agenda.list.hasFocus()
    assert _shown(desk) == ["one"]


def test_two_sessions_swap(desk: Desk) -> None:
    desk.workspace.show_session(desk.ids["Late"])
    desk.type("late one\nlate two")
    desk.workspace.show_session(desk.ids["Running"])
    desk.type("running")
    _act(desk, "swap_notes", "late")
    assert _shown(desk) == ["late one", "late two"]
    assert desk.workspace.desks.moving.bar.words.text() == "Swapped notes with “Late”"
    assert (desk.texts("Running"), desk.texts("Late")) == (["late one", "late two"], ["running"])
    desk.key(KEYS.Key_Z, CTRL)
    assert (desk.texts("Running"), desk.texts("Late")) == (["running"], ["late one", "late two"])
    assert _shown(desk) == ["running"]


def test_a_footnote_goes_along_and_stays_in_use(desk: Desk) -> None:
    desk.type("cited")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("my note")
    desk.key(KEYS.Key_Return)
    _move(desk, "late")
    _settle(desk)
    desk.until(lambda: desk.workspace.footnotes.cited_elsewhere)
    desk.workspace.show_session(desk.ids["Late"])
    (row,) = desk.editor.notes.rows()
    assert [desk.workspace.book.text(key) for key in row.keys] == ["my note"]


def test_the_field_composes_and_escape_leaves_all_as_it_is(desk: Desk) -> None:
    desk.type("one")
    desk.key(KEYS.Key_M, CTRL | SHIFT)
    picker = desk.workspace.desks.moving.picker
    QApplication.sendEvent(picker.query, QInputMethodEvent("れいと", []))
    assert not picker.list.isVisible()  # what is being composed looks, too
    desk.key(KEYS.Key_Return)
    assert picker.isVisible()  # Enter was the input method's
    end = QInputMethodEvent()
    end.setCommitString("Lat")
    QApplication.sendEvent(picker.query, end)
    assert [view.session.title for view in picker.model.rows()] == ["Late"]
    desk.key(KEYS.Key_Escape)
    assert not picker.isVisible()
    assert desk.editor.hasFocus()
    assert _shown(desk) == ["one"]


def test_what_is_on_now_and_near_is_offered_first_and_arrows_choose(desk: Desk) -> None:
    programme = desk.services.programme.view(desk.conference)
    views = nearest(programme, desk.ids["Running"], desk.now)
    assert [view.session.title for view in views] == ["Other", "Early", "Late"]
    assert [v.session.title for v in matching(views, "ｌａ a")] == ["Late"]
    desk.type("one")
    desk.key(KEYS.Key_M, CTRL | SHIFT)
    desk.key(KEYS.Key_Down)
    desk.key(KEYS.Key_Down)
    desk.key(KEYS.Key_Up)
    desk.key(KEYS.Key_Return)
    assert desk.texts("Early") == ["one"]


def test_nothing_moves_while_the_file_takes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ConfnotesError] = []
    desk.workspace.failed.connect(told.append)
    desk.type("one\ntwo")

    def refused(*_values: object, **_more: object) -> None:
        raise ConfnotesError("notebook.disk_full", path="n")

    with monkeypatch.context() as patch:
        patch.setattr(desk.services.notes, "save", refused)
        _move(desk, "late")
    assert [error.code for error in told] == ["notebook.disk_full", "session.unsaved"]
    assert _shown(desk) == ["one", "two"]
    _settle(desk)
    assert (desk.texts("Running"), desk.texts("Late")) == (["one", "two"], [])


def _step(desk: Desk, dice: Random, count: int) -> None:
    titles = list(desk.ids)
    rows = desk.editor.notes.rows()
    match dice.randint(0, 9):
        case 0 | 1 | 2:
            cursor = desk.editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            desk.editor.setTextCursor(cursor)
            desk.type(f"\nline {count}" if rows[-1].text else f"line {count}")
            if dice.random() < 0.3:
                desk.key(KEYS.Key_Tab)
        case 3 | 4:
            desk.workspace.show_session(desk.ids[dice.choice(titles)])
        case 5 | 6:
            numbers = sorted(dice.choices(range(len(rows)), k=2))
            cursor = QTextCursor(desk.editor.notes.findBlockByNumber(numbers[0]))
            last = desk.editor.notes.findBlockByNumber(numbers[1])
            cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
            desk.editor.setTextCursor(cursor)
            _move(desk, "")
        case 7:
            _act(desk, dice.choice(["move_all", "swap_notes"]), dice.choice(["", "e", "late"]))
            if desk.workspace.desks.moving.picker.isVisible():  # no other session is called so
                desk.key(KEYS.Key_Escape)
        case 8:
            desk.key(KEYS.Key_Z, dice.choice([CTRL, CTRL, CTRL | SHIFT]))
        case _:
            QApplication.processEvents()
            if desk.workspace.desks.moving.bar.isVisible():
                desk.workspace.desks.moving.bar.action.click()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_one_does_each_line_is_in_one_session_and_screen_and_file_agree(
    desk: Desk, seed: int
) -> None:
    dice = Random(seed)
    settled: set[str] = set()  # lines that undo cannot reach: their session took part in a move
    for count in range(45):
        before = {title: desk.lines(title) for title in desk.ids}
        here = desk.workspace.sheet.document
        undoing = here is not None and here.isUndoAvailable()
        _step(desk, dice, count)
        _settle(desk)
        after = {title: desk.lines(title) for title in desk.ids}
        ids = Counter(line.id for lines in after.values() for line in lines)
        texts = Counter(line.text for lines in after.values() for line in lines if line.text)
        assert set(ids.values()) <= {1}
        assert set(texts.values()) <= {1}
        was = {line.id: title for title, lines in before.items() for line in lines}
        now = {line.id: title for title, lines in after.items() for line in lines}
        gone = {(was[one], title) for one, title in now.items() if was.get(one, title) != title}
        for title in {title for pair in gone for title in pair}:
            settled |= {line.text for line in after[title] if line.text}
        assert settled <= texts.keys(), "a line that changed session was lost later"
        assert undoing or not set(was) - set(now), "lost without anything to undo"
        for title, identity in desk.ids.items():
            opened = desk.workspace.sheet._opened.get(identity)
            if opened is not None:
                assert opened.document.lines() == list(after[title])


def test_the_window_says_it_in_words_that_fit(desk: Desk) -> None:
    desk.type("one")
    _move(desk, "late")
    bar = desk.workspace.desks.moving.bar
    assert bar.accessibleName() == "Moved 1 line to “Late”"
    bar.shut.click()
    assert not bar.isVisible()
    desk.key(KEYS.Key_Z, CTRL)
    assert desk.texts("Late") == ["one"]
