"""The history page in the place of the sheet: looking at earlier states, and bringing them back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from confnotes.domain.audience import Audience
from confnotes.domain.comparing import Compared, Difference
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.history import EarlierState, StateView
from confnotes.ui.notes.history_delegates import LinesDelegate
from confnotes.ui.notes.history_model import LinesModel, line_rows, state_rows
from confnotes.ui.notes.history_page import HistoryPage
from confnotes.ui.notes.moments import Moments
from helpers.notes_desk import NOON, Desk
from helpers.sheet import CTRL, KEYS


def _written(desk: Desk, *states: Sequence[str]) -> list[Line]:
    """Save states of the running session one after the other, minutes apart; a text in two of
    them is one line. Open the session on the last of them."""
    session = desk.ids["Running"]
    known: dict[str, Line] = {}
    lines: list[Line] = []
    start = desk.now
    for number, texts in enumerate(states):
        desk.now = start - timedelta(minutes=2 * (len(states) - number))
        lines = [
            known.setdefault(text, Line(new_id(), session, 0, text, written_at=desk.now))
            for text in texts
        ]
        desk.services.notes.save(session, lines)
    desk.now = start
    desk.until(lambda: [row.text for row in desk.editor.notes.rows()] == list(states[-1]))
    return list(known.values())


def _open(desk: Desk) -> HistoryPage:
    desk.key(KEYS.Key_H, CTRL)
    page = desk.workspace.history.page
    desk.until(lambda: page.isVisible() and page.lines_model.rowCount() > 0)
    return page


def _shown(page: HistoryPage) -> list[tuple[str, Difference]]:
    model = page.lines_model
    rows = [model.row(model.index(n)) for n in range(model.rowCount())]
    return [(row.text, row.difference) for row in rows]


def test_up_and_down_look_at_states_and_the_button_brings_one_back(desk: Desk) -> None:
    _written(desk, ["one", "two", "three"], ["one", "three"], ["one", "three", "new"])
    page = _open(desk)
    assert desk.focus() is page.states
    assert not desk.workspace.sheet.isVisible()
    assert not desk.workspace.side.isVisible()
    assert _shown(page) == [
        ("one", Difference.SAME),
        ("three", Difference.SAME),
        ("new", Difference.SINCE),
    ]
    desk.key(KEYS.Key_Down)
    desk.until(lambda: ("two", Difference.MISSING) in _shown(page))
    assert page.difference.text() == "Against now: 1 line is gone, 1 line was written since."
    assert page.foot_words.text() == "The line written since goes, but stays in the history."
    assert page.action.text() == "Bring this state back"
    desk.key(KEYS.Key_Tab)
    assert desk.focus() is page.lines
    desk.key(KEYS.Key_Tab)
    assert desk.focus() is page.action
    desk.key(KEYS.Key_Return)
    desk.until(desk.editor.hasFocus)
    assert desk.texts("Running") == ["one", "two", "three"]
    assert [row.text for row in desk.editor.notes.rows()] == ["one", "two", "three"]


def test_undo_takes_it_back_in_one_step(desk: Desk) -> None:
    _written(desk, ["one", "two", "three"], ["three", "one"])
    page = _open(desk)
    page.action.click()
    desk.until(desk.editor.hasFocus)
    assert desk.texts("Running") == ["one", "two", "three"]
    desk.key(KEYS.Key_Z, CTRL)
    assert [row.text for row in desk.editor.notes.rows()] == ["three", "one"]
    desk.until(lambda: desk.texts("Running") == ["three", "one"])


def test_letters_typed_right_after_it_lose_nothing(desk: Desk) -> None:
    _written(desk, ["one", "two"], ["one"])
    page = _open(desk)
    page.action.click()
    desk.until(desk.editor.hasFocus)
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.type("!")
    desk.workspace.leave()
    desk.tasks.flush()
    assert desk.texts("Running") == ["one", "two!"]


def test_a_line_written_right_after_it_and_what_came_back_are_both_there(desk: Desk) -> None:
    _written(desk, ["a", "b"], ["a"])
    page = _open(desk)
    page.action.click()
    desk.workspace.history.close()  # as Escape does, whatever is under way
    desk.editor.setFocus()
    desk.key(KEYS.Key_Home, CTRL)
    desk.key(KEYS.Key_End)
    desk.type("\nnew")
    desk.workspace.leave()
    desk.tasks.settle()
    desk.until(lambda: len(desk.editor.notes.rows()) == 3)
    desk.workspace.leave()
    desk.tasks.settle()
    assert desk.texts("Running") == ["a", "new", "b"]


def test_nothing_comes_back_while_the_file_takes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(desk, ["one", "two"], ["one"])
    told: list[ConfnotesError] = []
    desk.workspace.failed.connect(told.append)
    desk.key(KEYS.Key_End, CTRL)
    desk.type(" typed")

    def refused(*_values: object, **_more: object) -> None:
        raise ConfnotesError("notebook.disk_full", path="n")

    with monkeypatch.context() as patch:
        patch.setattr(desk.services.notes, "save", refused)
        page = _open(desk)
        page.action.click()
    assert [error.code for error in told][-1] == "history.unsaved"
    assert page.isVisible()
    assert desk.texts("Running") == ["one"]
    page.action.click()  # the file takes them again, before anything else
    assert desk.texts("Running") == ["one", "two"]
    assert [row.text for row in desk.editor.notes.rows()] == ["one", "two"]
    desk.key(KEYS.Key_Z, CTRL)
    assert [row.text for row in desk.editor.notes.rows()] == ["one typed"]


def test_ticked_lines_come_back_alone(desk: Desk) -> None:
    _written(desk, ["a", "b", "c", "d"], ["a", "new"])
    page = _open(desk)
    desk.key(KEYS.Key_Right)
    assert desk.focus() is page.lines
    assert page.lines.currentIndex().row() == 1  # the first that differs
    texts = [text for text, _ in _shown(page)]
    for text in ("b", "d"):
        page.lines.setCurrentIndex(page.lines_model.index(texts.index(text)))
        desk.key(KEYS.Key_Space)
    assert page.action.text() == "Bring 2 lines back"
    assert page.foot_words.text() == "All other lines stay as they are."
    desk.key(KEYS.Key_Space)
    assert page.action.text() == "Bring 1 line back"
    page.action.click()
    desk.until(desk.editor.hasFocus)
    assert sorted(desk.texts("Running")) == ["a", "b", "new"]


def test_a_click_ticks_only_what_can_come_back_alone(desk: Desk) -> None:
    _written(desk, ["a", "b"], ["a", "new"])
    page = _open(desk)
    for row in range(page.lines_model.rowCount()):
        middle: QPoint = page.lines.visualRect(page.lines_model.index(row)).center()
        QTest.mouseClick(page.lines.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(page.lines_model.chosen()) == 1


def test_escape_goes_back_to_where_the_caret_was(desk: Desk) -> None:
    _written(desk, ["first line"], ["first line", "second"])
    cursor = desk.editor.textCursor()
    cursor.setPosition(3)
    desk.editor.setTextCursor(cursor)
    page = _open(desk)
    desk.key(KEYS.Key_Escape)
    assert desk.focus() is desk.editor
    assert desk.editor.textCursor().position() == 3
    page = _open(desk)
    page.arrow.click()
    assert desk.focus() is desk.editor
    assert desk.workspace.side.isVisible()


def test_what_was_just_typed_is_in_the_file_before_the_list_is_read(desk: Desk) -> None:
    _written(desk, ["one"], ["one", "two"])
    desk.now += timedelta(minutes=1)
    desk.type("typed ")
    page = _open(desk)
    assert [difference for _, difference in _shown(page)].count(Difference.CHANGED) == 1
    states = desk.services.history.states(desk.ids["Running"])
    assert states[0].changed == 1


def test_nothing_is_marked_behind_the_page(desk: Desk) -> None:
    _written(desk, ["one"], ["one", "two"])
    _open(desk)
    for key in (KEYS.Key_1, KEYS.Key_Slash, KEYS.Key_8):
        desk.key(key, CTRL)
    desk.key(KEYS.Key_F11)
    assert all(row.kind is LineKind.POINT for row in desk.editor.notes.rows())
    assert not desk.workspace.sheet.alone
    desk.key(KEYS.Key_H, CTRL)
    desk.key(KEYS.Key_1, CTRL)
    assert desk.editor.row().kind is LineKind.THOUGHT


def test_another_session_puts_the_page_away(desk: Desk) -> None:
    _written(desk, ["one"], ["one", "two"])
    _open(desk)
    assert desk.workspace.panes()[1:] == [
        desk.workspace.history.page.states,
        desk.workspace.history.page.lines,
    ]
    desk.key(KEYS.Key_PageDown, CTRL)
    assert desk.workspace.sheet.isVisible()
    assert not desk.workspace.history.page.isVisible()


def test_what_cannot_be_written_is_said_and_the_page_stays(desk: Desk) -> None:
    _written(desk, ["one", "two"], ["one"])
    page = _open(desk)
    told: list[object] = []
    desk.workspace.failed.connect(told.append)
    with desk.services.notebook.writing() as unit:
        session = desk.ids["Running"]
        unit._connection.exec_driver_sql("UPDATE history SET number = number + 100")
    page.action.click()
    desk.until(lambda: told)
    assert [error.code for error in told if isinstance(error, ConfnotesError)] == ["history.gone"]
    desk.until(lambda: page.number() > 100 and page.lines_model.rowCount())
    page.action.click()
    desk.until(desk.editor.hasFocus)
    assert [line.text for line in desk.services.notes.view(session).lines] == ["one", "two"]


def test_a_session_without_a_past_says_so(desk: Desk) -> None:
    desk.type("just begun")
    desk.key(KEYS.Key_H, CTRL)
    page = desk.workspace.history.page
    desk.until(page.nothing.isVisible)
    assert not page.foot.isVisible()
    assert "Nothing earlier yet" in page.empty.text()
    desk.key(KEYS.Key_Escape)
    assert desk.focus() is desk.editor


def test_no_composition_is_disturbed_by_the_chord(desk: Desk) -> None:
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    desk.key(KEYS.Key_H, CTRL)
    assert desk.editor.composing
    assert not desk.workspace.history.is_open
    QApplication.sendEvent(desk.editor, QInputMethodEvent("", []))


def test_states_stand_under_their_days() -> None:
    def at(**before: float) -> EarlierState:
        return EarlierState(1, NOON - timedelta(**before), True, 1, 2, 0, 0, "words")

    states = [at(minutes=1), at(minutes=1, seconds=9), at(hours=30), at(days=9)]
    states.append(replace(at(days=9, hours=1), exact=False))
    rows = state_rows(states, "Asia/Tokyo", NOON)
    assert [row.title for row in rows] == [
        "Today",
        "12:09",
        "12:08",
        "Yesterday",
        "6:10",
        "Wed 22 Apr",
        "12:10",
        "before 11:10",
    ]
    assert rows[1].below == "then 2 lines changed, 1 added"


def test_rows_of_any_kind_are_painted_and_spoken(desk: Desk) -> None:
    line = Line("a", "s", 0, "said[^s-1]", 8, LineKind.QUOTE, NOON, gist="gist", answer="yes")
    note = Footnote("f", "c", "s-1", "as it was")
    rows = [
        Compared(Difference.CHANGED, line, replace(line, text="")),
        Compared(Difference.MISSING, replace(line, id="b", kind=LineKind.IMAGE, text=""), None),
        Compared(Difference.SINCE, None, replace(line, id="c", audience=Audience.PRIVATE)),
        Compared(Difference.MOVED, replace(line, id="d", kind=LineKind.HEADING), line),
        Compared(Difference.SAME, replace(line, id="e", written_at=None), line),
    ]
    view = StateView("s", 1, tuple(rows), (note,), (note,), {"b": "a boat"})
    found = line_rows(view, Moments(NOON))
    assert [row.text for row in found] == [
        "said¹",
        "a boat",
        "said¹",
        "said¹",
        "said¹",
        "as it was",
    ]
    assert found[0].spoken == "reads like this again, 00:00, quote, said¹, now without words"
    assert found[5].spoken == "footnote, as it was 1 as it was"
    model, delegate = LinesModel(), LinesDelegate()
    model.show(found)
    delegate.width = 10  # no room at all
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for place in range(len(found)):
        index: QModelIndex = model.index(place)
        option = QStyleOptionViewItem()
        option.rect = picture.rect()
        assert delegate.sizeHint(option, index).height() > 0
        delegate.paint(painter, option, index)
    painter.end()


def test_a_quote_one_was_not_sure_of_says_so_and_no_key_of_a_footnote_shows(desk: Desk) -> None:
    session = desk.ids["Running"]
    quote = Line(new_id(), session, 0, "heard[^ab-1] so", kind=LineKind.QUOTE, unsure=True)
    for minutes, line in ((6, quote), (4, replace(quote, unsure=False)), (2, quote)):
        desk.now = NOON - timedelta(minutes=minutes)
        desk.services.notes.save(session, [line])
    desk.now = NOON
    desk.services.notes.save(session, [replace(quote, unsure=False)])
    desk.until(lambda: len(desk.editor.notes.rows()[0].text) > 0)
    page = _open(desk)
    shown = [
        page.states_model.data(page.states_model.index(n))
        for n in range(page.states_model.rowCount())
    ]
    assert any("heard so" in str(words) for words in shown)
    assert not any("ab-1" in str(words) for words in shown)
    desk.key(KEYS.Key_Down)
    model = page.lines_model
    desk.until(lambda: model.row(model.index(0)).below == ("not sure",))
