"""The workspace over a real notebook: what is typed is in the file, what changes is shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.session import Link, LinkKind, LinkState, SessionKind
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.ui.notes.gutter import Place
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from helpers.sheet import CTRL, KEYS, SHIFT

NOON = datetime(2026, 5, 1, 3, 10, tzinfo=UTC)  # 12:10 in Tokyo


class Desk:
    """A workspace in a window, over a notebook with four sessions on one day."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.now = NOON
        self.qtbot = qtbot
        self.services: Services = open_services(
            folder / "n.confnotes", Mode.WRITE, wording={}, clock=lambda: self.now
        )
        programme = self.services.programme
        self.conference, _ = programme.create_conference("Demo", "Asia/Tokyo")
        self.ids = {
            title: programme.add_session(
                self.conference, title, start=f"2026-05-01T{time}:00", duration=1800, room="A"
            )[0]
            for title, time in (
                ("Early", "10:00"),
                ("Running", "12:00"),
                ("Other", "12:05"),
                ("Late", "16:00"),
            )
        }
        programme.choose_session(self.ids["Running"], Choice(Intent.GOING, reason="the pictures"))
        self.tasks, self.bridge = Tasks(), Bridge(self.services.hub)
        self.workspace = NotesWorkspace(self.services, self.tasks, self.bridge)
        qtbot.addWidget(self.workspace)
        self.workspace.resize(1280, 760)
        self.workspace.set_conference(self.conference)
        self.workspace.show()
        qtbot.waitExposed(self.workspace)
        self.workspace.activateWindow()
        self.workspace.activated()
        self.editor = self.workspace.sheet.editor
        qtbot.waitUntil(self.editor.hasFocus)

    def close(self) -> None:
        """Leave as the window does."""
        self.workspace.leave()
        self.tasks.flush()
        self.workspace.hide()
        QApplication.processEvents()
        self.tasks.close()
        self.bridge.close()
        self.services.close()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is true."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def texts(self, title: str) -> list[str]:
        """Return what the file holds of a session."""
        return [line.text for line in self.services.notes.view(self.ids[title]).lines]

    def lines(self, title: str) -> tuple[Line, ...]:
        """Return the lines in the file."""
        return self.services.notes.view(self.ids[title]).lines

    def type(self, text: str) -> None:
        """Type into whatever has the focus; a line break is Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.key(KEYS.Key_Return)
            QTest.keyClicks(self.focus(), line)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self.focus(), key, held)

    def focus(self) -> QWidget:
        """Return the widget that has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return an open workspace."""
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()


def open_title(desk: Desk) -> str:
    """Return the title in the head of the sheet."""
    return desk.workspace.sheet.header.title.text()


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


def test_stars_recommendation_and_the_zero_reach_the_file(desk: Desk) -> None:
    header = desk.workspace.sheet.header
    desk.key(KEYS.Key_R, CTRL | SHIFT)
    desk.until(header.stars.hasFocus)
    desk.key(KEYS.Key_4)
    desk.qtbot.mouseClick(header.bookmark, Qt.MouseButton.LeftButton)
    desk.now = NOON + timedelta(minutes=2)
    desk.qtbot.mouseClick(header.start, Qt.MouseButton.LeftButton)
    desk.tasks.flush()
    session = desk.services.programme.session(desk.ids["Running"]).session
    assert (session.rating, session.recommended, session.started_at) == (4, True, desk.now)
    desk.until(lambda: desk.workspace.sheet.moments.zero == desk.now)


def test_the_session_tab_writes_summary_choice_and_links(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.workspace.side.show_tab("session")
    panel.summary.setFocus()
    desk.qtbot.keyClicks(panel.summary, "short")
    panel.takeaway.setFocus()
    panel.attendance.chosen.emit(Attendance.LEFT_EARLY)
    desk.qtbot.mouseClick(panel.add_link, Qt.MouseButton.LeftButton)
    row = panel.findChildren(type(next(iter(panel._rows.values()))))[0]
    desk.qtbot.keyClicks(row.address.edit, "example.org/talk")
    desk.qtbot.keyClick(row.address.edit, KEYS.Key_Return)
    desk.tasks.flush()
    view = desk.services.programme.session(desk.ids["Running"])
    assert view.session.summary == "short"
    assert view.session.choice.attendance is Attendance.LEFT_EARLY
    assert view.session.choice.reason == "the pictures"
    (link,) = view.links
    assert (link.url, link.state) == ("https://example.org/talk", LinkState.THERE)


def test_an_unsafe_address_is_refused_in_its_field(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.workspace.side.show_tab("session")
    panel.new_link()
    row = next(iter(panel._rows.values()))
    desk.qtbot.keyClicks(row.address.edit, "javascript://x")
    desk.qtbot.keyClick(row.address.edit, KEYS.Key_Return)
    desk.tasks.flush()
    assert row.address.wrong
    assert desk.services.programme.session(desk.ids["Running"]).links == ()


def test_links_show_whether_they_lead_anywhere(desk: Desk) -> None:
    identity = desk.ids["Running"]
    desk.services.review.put_link(Link(new_id(), identity, LinkKind.PAGE, "https://example.org"))
    button = desk.workspace.sheet.header.links[LinkKind.PAGE]
    desk.until(lambda: button.text() == "Page")
    video = Link(new_id(), identity, LinkKind.VIDEO, state=LinkState.EXPECTED)
    desk.services.review.put_link(video)
    button = desk.workspace.sheet.header.links[LinkKind.VIDEO]
    desk.until(lambda: button.text() == "No video yet")


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


def test_the_side_panel_folds_in_a_small_window(desk: Desk) -> None:
    side = desk.workspace.side
    assert not side.folded
    desk.workspace.resize(1024, 640)
    desk.until(lambda: side.folded)
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("one")
    desk.key(KEYS.Key_Return)
    assert list(side.footnotes.cards())
    side.open_session_tab()
    assert side.session.isVisible()


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


def test_a_click_on_its_box_ticks_a_todo(desk: Desk) -> None:
    desk.type("[ ] buy\nnext")
    place = Place.of(desk.editor.notes.firstBlock(), 0, 0)
    assert place is not None
    box = QPoint(round(place.text_left) - 22, round(place.first))
    desk.qtbot.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=box)
    desk.tasks.flush()
    assert [line.done for line in desk.lines("Running")] == [True, False]


def test_a_typed_mark_is_saved_at_once(desk: Desk) -> None:
    desk.type("Q: ")
    desk.tasks.flush()
    assert [line.kind for line in desk.lines("Running")] == [LineKind.QUESTION]


def test_a_session_that_goes_leaves_an_empty_sheet(desk: Desk) -> None:
    desk.workspace.show_session(desk.ids["Late"])
    desk.services.programme.delete_session(desk.ids["Late"])
    desk.until(lambda: desk.workspace.sheet.document is None)
    assert desk.workspace.agenda.model.row_of(desk.ids["Late"]) < 0
