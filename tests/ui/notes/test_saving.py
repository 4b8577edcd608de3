"""What is typed is in the file: saves, compositions, changes from elsewhere."""

import sys
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.notes.facts import Snapshot
from confnotes.ui.notes.rows import Row
from helpers.notes_desk import NOON, Desk, open_title
from helpers.sheet import CTRL, KEYS


def test_it_opens_on_what_is_on_now_and_saves_what_is_typed(desk: Desk) -> None:
    told: list[object] = []
    desk.workspace.saved.connect(told.append)
    assert open_title(desk) == "Running"
    desk.type("first line")
    desk.until(lambda: desk.texts("Running") == ["first line"])
    desk.until(lambda: told == [NOON])
    assert desk.lines("Running")[0].written_at == NOON


def test_opening_and_leaving_without_a_word_writes_nothing(desk: Desk) -> None:
    for title in ("Early", "Late", "Running"):
        desk.workspace.show_session(desk.ids[title])
    desk.workspace.leave()
    desk.tasks.flush()
    assert [desk.lines(title) for title in desk.ids] == [()] * 4
    assert not desk.services.programme.session(desk.ids["Early"]).attended


def test_marks_are_saved_at_once(desk: Desk) -> None:
    desk.key(KEYS.Key_Slash, CTRL)
    desk.tasks.flush()
    (line,) = desk.lines("Running")
    assert (line.kind, line.text, line.written_at) == (LineKind.UNCLEAR, "", NOON)


def test_saves_go_on_during_a_composition_and_leave_it_alone(desk: Desk) -> None:
    desk.type("words ")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    desk.until(lambda: desk.texts("Running") == ["words "])
    assert desk.editor.composing
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(desk.editor, event)
    desk.until(lambda: desk.texts("Running") == ["words 日本"])


def test_going_to_the_next_session_takes_the_composition_into_the_right_one(desk: Desk) -> None:
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほん", []))
    desk.workspace.show_session(desk.ids["Late"])
    desk.tasks.flush()
    assert desk.texts("Running") == ["にほん"]
    desk.type("later")
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Late") == ["later"]
    assert desk.texts("Running") == ["にほん"]


def test_a_change_from_elsewhere_arrives_as_one_step_that_undo_takes_back(desk: Desk) -> None:
    desk.type("one\ntwo")
    desk.workspace.leave()
    desk.tasks.flush()
    QApplication.processEvents()
    first, second = desk.lines("Running")
    changed = replace(second, text="two, mended", resolved=True, answer="yes")
    fresh = Line(new_id(), first.session_id, 1, "between", written_at=NOON)
    desk.services.notes.save(first.session_id, [first, fresh, changed])
    desk.until(
        lambda: [r.text for r in desk.editor.notes.rows()] == ["one", "between", "two, mended"]
    )
    assert desk.editor.notes.lines()[2].answer == "yes"
    desk.editor.undo()
    assert [r.text for r in desk.editor.notes.rows()] == ["one", "two"]


def test_a_change_from_elsewhere_waits_for_the_end_of_a_composition(desk: Desk) -> None:
    desk.type("one")
    desk.workspace.leave()
    desk.tasks.flush()
    QApplication.processEvents()
    (line,) = desk.lines("Running")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    fresh = Line(new_id(), line.session_id, 1, "from elsewhere", written_at=NOON)
    desk.services.notes.save(line.session_id, [line, fresh])
    for _ in range(20):
        desk.qtbot.wait(10)
    assert [r.text for r in desk.editor.notes.rows()] == ["one"]
    assert desk.editor.composing
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(desk.editor, event)
    desk.until(lambda: [r.text for r in desk.editor.notes.rows()] == ["one日本", "from elsewhere"])
    desk.until(lambda: desk.texts("Running") == ["one日本", "from elsewhere"])


def test_a_failing_save_is_told_and_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[NotebookError] = []
    desk.workspace.failed.connect(told.append)
    service = desk.services.notes
    real = service.save

    def full(*_args: object, **_keywords: object) -> None:
        raise NotebookError("notebook.disk_full", path="n")

    monkeypatch.setattr(service, "save", full)  # the disk is full for a while
    desk.type("kept")
    desk.until(lambda: told)
    assert [r.text for r in desk.editor.notes.rows()] == ["kept"]
    monkeypatch.setattr(service, "save", real)
    desk.workspace.saver._retry.setInterval(1)
    desk.workspace.saver._retry.start()
    desk.until(lambda: desk.texts("Running") == ["kept"])


def test_a_thousand_keys_while_saving_and_ticking_are_all_there(desk: Desk) -> None:
    words = [f"word{n}" for n in range(160)]
    for number, word in enumerate(words):
        desk.type(f"{word} ")
        if number % 8 == 0:
            desk.now += timedelta(seconds=1)
            desk.workspace._tick()
            desk.workspace.saver.save()
            QApplication.processEvents()
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == [" ".join(words) + " "]


def test_a_typed_mark_is_saved_at_once(desk: Desk) -> None:
    desk.type("Q: ")
    desk.tasks.flush()
    assert [line.kind for line in desk.lines("Running")] == [LineKind.QUESTION]


def test_an_empty_line_at_the_end_is_not_saved(desk: Desk) -> None:
    desk.type("one\ntwo\n")
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["one", "two"]
    assert [row.text for row in desk.editor.notes.rows()] == ["one", "two", ""]
    waiting = desk.editor.row().id
    desk.type("three")
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["one", "two", "three"]
    assert desk.lines("Running")[-1].id == waiting


def test_a_last_line_emptied_and_brought_back_is_the_same_line(desk: Desk) -> None:
    desk.type("one\ntwo")
    desk.workspace.leave()
    desk.tasks.flush()
    _, second = desk.lines("Running")
    desk.now += timedelta(minutes=3)
    for _ in "two":
        desk.key(KEYS.Key_Backspace)
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["one"]
    while desk.editor.row().text != "two":
        desk.key(KEYS.Key_Z, CTRL)
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.lines("Running")[1] == second


def test_an_empty_last_line_with_a_mark_is_saved(desk: Desk) -> None:
    desk.type("one\n? ")
    desk.workspace.leave()
    desk.tasks.flush()
    assert [line.kind for line in desk.lines("Running")] == [LineKind.POINT, LineKind.UNCLEAR]
    assert desk.services.programme.session(desk.ids["Running"]).lines == 2


def test_a_retry_never_puts_back_what_was_overtaken(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, tried = desk.services.notes, list[list[str]]()
    real, gate = service.save, threading.Event()

    def busy_once(session_id: str, lines: list[Line], *rest: object, **named: object) -> object:
        tried.append([line.text for line in lines])
        if len(tried) == 1:
            raise NotebookError("notebook.busy", path="n")
        return real(session_id, lines, *rest, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(service, "save", busy_once)
    desk.type("one")
    desk.workspace.saver.flush()
    desk.until(lambda: desk.workspace.saver.owes() and tried)
    desk.tasks.write(gate.wait)  # what follows waits in the queue
    desk.type(" two")
    desk.workspace.saver.save()
    desk.workspace.saver.flush()  # as the retry does, with a newer one under way
    desk.type(" three")
    desk.workspace.saver.save()
    gate.set()
    desk.until(lambda: not desk.workspace.saver.owes())
    assert tried == [["one"], ["one two three"]]
    assert desk.texts("Running") == ["one two three"]


def test_a_bug_while_saving_is_told_and_the_notes_stay_owed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ConfnotesError] = []
    hooked: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *raised: hooked.append(raised[0]))
    desk.workspace.failed.connect(told.append)
    service = desk.services.notes
    real = service.save
    monkeypatch.setattr(service, "save", lambda *_rest, **_named: 1 // 0)
    desk.type("kept")
    desk.workspace.saver.flush()
    desk.until(lambda: told)
    assert told[0].code == "app.unexpected"
    assert hooked == [ZeroDivisionError]
    assert desk.workspace.owes()
    monkeypatch.setattr(service, "save", real)
    desk.workspace.leave()
    desk.until(lambda: not desk.workspace.owes())
    assert desk.texts("Running") == ["kept"]


def test_two_lines_of_one_identity_are_saved_as_two(desk: Desk) -> None:
    rows = (Row("x", "one"), Row("x", "two"))
    snapshot = Snapshot(desk.ids["Running"], rows, {})
    first, again = snapshot.lines(), snapshot.lines()
    assert [line.text for line in first] == ["one", "two"]
    assert first[0].id == "x" != first[1].id
    assert first == again


def test_what_others_write_in_quick_succession_stays_in_the_file(desk: Desk) -> None:
    session = desk.ids["Running"]
    lines = [Line(new_id(), session, n, text, written_at=NOON) for n, text in enumerate("abc")]
    for count in (1, 2, 3, 2):
        desk.services.notes.save(session, lines[:count])
    desk.until(lambda: [row.text for row in desk.editor.notes.rows()] == ["a", "b"])
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["a", "b"]


def test_leaving_and_coming_back_while_a_save_is_under_way_writes_nothing_into_the_text(
    desk: Desk,
) -> None:
    workspace = desk.workspace
    desk.type("ab")
    workspace.saver.save()
    desk.tasks.flush()  # it is in the file, and nobody here heard of it yet
    gate = threading.Event()
    desk.tasks.write(gate.wait)
    for letter in "cd":
        desk.editor.insertPlainText(letter)
    workspace.show_session(desk.ids["Other"])
    workspace.show_session(desk.ids["Running"])
    gate.set()
    desk.until(lambda: not workspace.owes())
    QApplication.processEvents()
    assert [row.text for row in desk.editor.notes.rows()] == ["abcd"]
    workspace.leave()
    desk.tasks.settle()
    assert desk.texts("Running") == ["abcd"]


def test_a_line_from_elsewhere_seen_when_opening_can_be_written_on_at_once(desk: Desk) -> None:
    workspace, session = desk.workspace, desk.ids["Running"]
    desk.type("ab")
    workspace.leave()
    desk.tasks.settle()
    workspace.show_session(desk.ids["Other"])
    QApplication.processEvents()
    gate = threading.Event()
    desk.tasks.read(gate.wait)
    outside = Line(new_id(), session, 1, "outside")
    desk.services.notes.save(session, [*desk.lines("Running"), outside])
    QApplication.processEvents()  # the news is heard, and waits to be read
    workspace.show_session(session)
    assert [row.text for row in desk.editor.notes.rows()] == ["ab", "outside"]
    desk.key(KEYS.Key_End, CTRL)
    desk.type(" typed")
    gate.set()
    desk.until(lambda: desk.texts("Running") == ["ab", "outside typed"])
    workspace.leave()
    desk.tasks.settle()
    QApplication.processEvents()
    assert [row.text for row in desk.editor.notes.rows()] == ["ab", "outside typed"]


def test_what_one_types_on_takes_nothing_away_that_others_wrote(desk: Desk) -> None:
    desk.type("one\ntwo")
    desk.workspace.leave()
    desk.tasks.settle()
    first, second = desk.lines("Running")
    fresh = Line(new_id(), first.session_id, 1, "between", written_at=NOON)
    desk.services.notes.save(first.session_id, [replace(first, text="ONE"), fresh, second])
    for letter in "abc":  # each saved before what the others wrote is here
        desk.type(letter)
        desk.workspace.saver.flush()
        desk.tasks.flush()
    assert desk.texts("Running") == ["ONE", "between", "twoabc"]
    desk.until(lambda: [r.text for r in desk.editor.notes.rows()] == desk.texts("Running"))
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["ONE", "between", "twoabc"]


def test_footnotes_that_wait_go_with_no_session_of_another_conference(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, services = desk.workspace, desk.services
    other, _ = services.programme.create_conference("Other", "UTC")
    there, _ = services.programme.add_session(other, "There")

    def refused(*_values: object, **_more: object) -> None:
        raise NotebookError("notebook.disk_full", path="n")

    with monkeypatch.context() as patch:
        patch.setattr(services.notes, "save", refused)
        workspace.set_conference(other)
        workspace.show_session(there)
        desk.editor.setFocus()
        desk.type("text")
        workspace.sheet.write_footnote()
        desk.type("its note")
        desk.key(KEYS.Key_Return)
        workspace.set_conference(desk.conference)
        workspace.show_session(desk.ids["Running"])
        workspace.hide()
        workspace.set_conference(other)  # nothing of it is opened yet
        workspace.saver.flush()
        desk.tasks.settle()
        waiting = {
            one: [n.text for n in notes] for one, (_, notes) in workspace.saver.owed().items()
        }
        assert waiting == {there: ["its note"]}
    workspace.saver.flush()
    desk.tasks.settle()
    assert services.notes.footnotes(desk.conference) == ()
    assert [note.text for note in services.notes.footnotes(other)] == ["its note"]
