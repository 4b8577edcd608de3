"""The review of the sample conference from its first star to its last footnote, by keys alone: in
the real window, and what it left is read from the file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Attendance
from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkKind
from confnotes.services.bundle import Services
from confnotes.services.views import Asks, SessionView
from confnotes.ui.application import sample_file
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.review.workspace import FOOTNOTES, NAMES, PHOTOS, ReviewWorkspace
from confnotes.ui.shell.window import MainWindow
from confnotes.ui.start.flow import load_sample
from helpers.hands import KEYS, compose
from helpers.photos import phone, put

CAR = "Kubernetes in Your 4x4"
SPOKEN = """1
00:00:00,000 --> 00:34:00,000
the controller simply waits for the tunnel to end
"""
MOST_TABS = 60


class Keys:
    """Hands on a keyboard. After each chord the focus is looked for: it must be on something that
    can be seen and has a name."""

    def __init__(self, window: MainWindow, services: Services, qtbot: QtBot) -> None:
        self.window, self.services, self.qtbot = window, services, qtbot
        QAccessible.setActive(True)
        conference = services.programme.conferences()[0].conference
        self.conference = conference.id

    def into(self) -> QWidget:
        """Return what takes the keys, which is never lost."""

        def found() -> QWidget | None:
            return QApplication.activePopupWidget() or QApplication.focusWidget()

        self.until(lambda: found() is not None, "the focus is on nothing")
        now = found()
        assert now is not None
        assert now.isVisible()
        assert now is not self.window
        assert self.name_of(now), f"{type(now).__name__} has no name"
        return now

    def name(self) -> str:
        """Return what a screen reader calls what has the focus."""
        return self.name_of(self.into())

    def name_of(self, widget: QWidget) -> str:
        """Return what a screen reader calls something."""
        told = QAccessible.queryAccessibleInterface(widget)
        return told.text(QAccessible.Text.Name)

    def press(self, *chords: str) -> None:
        """Press chords one after the other where the focus is."""
        for chord in chords:
            self.press_alone(chord)
            QApplication.processEvents()
        self.into()

    def press_alone(self, chord: str) -> None:
        """Press a chord after which the focus may be elsewhere."""
        # A sequence gives its combinations by index, which its stub does not say.
        one = cast("Any", QKeySequence(chord))[0]
        QTest.keyClick(self.into(), one.key(), one.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type: ASCII by keys, the rest as an input method composes and commits it."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.into(), letter)
            else:
                compose(self.into(), letter)
                compose(self.into(), "", letter)

    def tab_to(self, name: str, chord: str = "Tab") -> None:
        """Press Tab until something of that name has the focus."""
        for _ in range(MOST_TABS):
            if self.name().startswith(name):
                return
            self.press(chord)
        raise AssertionError(f"Tab never comes to {name!r}")

    def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: _holds(condition, what), timeout=5000)

    # What is on the screen

    @property
    def review(self) -> ReviewWorkspace:
        """Review, in front."""
        front = self.window.stack.currentWidget()
        assert isinstance(front, ReviewWorkspace)
        return front

    @property
    def notes(self) -> NotesWorkspace:
        """Notes, in front."""
        front = self.window.stack.currentWidget()
        assert isinstance(front, NotesWorkspace)
        return front

    def go_to(self, key: object) -> None:
        """Go from list to list until this one is in front, with something in it to go to."""
        for _ in range(len(self.review.tabs.keys())):
            if self.review.tabs.key() == key:
                return
            self.press("Ctrl+PgDown")
        assert self.review.tabs.key() == key

    def progress(self) -> str:
        """Return the words of the progress line."""
        return self.review.head.words.text()

    def lines_left(self, many: int) -> None:
        """Wait until so many open lines are listed."""
        self.until(lambda: len(self.review.queue.model.items()) == many, f"{many} left")

    # What is in the file

    def view(self, title: str) -> SessionView:
        """Return a session as the file has it, by the beginning of its title."""
        views = self.services.programme.view(self.conference).sessions
        return next(view for view in views if view.session.title.startswith(title))

    def open_lines(self, asks: Asks) -> list[str]:
        """Return what is still open of one kind."""
        lines = self.services.queue.open_lines(self.conference)
        return [one.line.text for one in lines if one.asks is asks]

    def texts(self) -> list[str]:
        """Return all lines of all notes."""
        views = self.services.programme.view(self.conference).sessions
        found = [self.services.notes.view(view.session.id).lines for view in views]
        return [line.text for lines in found for line in lines]


def _holds(condition: Callable[[], object], what: str) -> None:
    assert condition(), what


@pytest.fixture
def attended(services: Services) -> None:
    """Load the sample, nothing of it reviewed, and two names written in a hurry."""
    sample = sample_file()
    assert sample is not None
    load_sample(services, sample)()
    conference = services.programme.conferences()[0].conference.id
    slips = {"Kubernetes": "kubernetes", "サイドカー": "サイドカ"}
    for view in services.programme.view(conference).sessions:
        services.review.set_reviewed(view.session.id, False)
        lines = services.notes.view(view.session.id).lines
        for right, wrong in list(slips.items()):
            at = next((n for n, line in enumerate(lines) if right in line.text), None)
            if at is not None:
                slips.pop(right)
                text = lines[at].text.replace(right, wrong, 1)
                lines = (*lines[:at], replace(lines[at], text=text), *lines[at + 1 :])
        services.notes.save(view.session.id, lines)


@pytest.fixture
def keys(attended: None, window: MainWindow, services: Services, qtbot: QtBot) -> Iterator[Keys]:
    """Return hands on the window."""
    del attended
    yield Keys(window, services, qtbot)
    QAccessible.setActive(False)
    QGuiApplication.clipboard().clear()


def test_the_whole_review_of_the_sample_by_keys(keys: Keys, tmp_path: Path) -> None:
    keys.press("Alt+3")
    mark_and_write(keys)
    link_and_transcript(keys)
    filter_by_words_and_tag(keys)
    answer_what_was_not_caught(keys)
    settle_the_rest(keys)
    photos(keys, tmp_path / "phone")
    footnotes(keys)
    names(keys)
    find_and_come_back(keys)
    history(keys)


def mark_and_write(keys: Keys) -> None:
    """Stars, pick and ticks in the table; the texts of the form."""
    table = keys.review.table
    many = len([row for row in keys.review.model.rows() if hasattr(row, "session_id")])
    assert keys.progress() == f"0 of {many} reviewed"
    keys.press("Home")
    for _ in range(many):
        keys.press("Space", "Down")
    keys.until(lambda: keys.progress() == f"{many} of {many} reviewed", "all is reviewed")
    views = keys.services.programme.view(keys.conference).sessions
    assert sum(view.session.reviewed for view in views) == many
    keys.press("Ctrl+Home", "3", "Right", "Right", "Right", "Space")
    first = table.current_id()
    keys.press("Return")
    assert keys.name() == "Summary"
    keys.type("まとめ。")
    keys.press("Tab")
    keys.tab_to("What it means for us")
    keys.press("Ctrl+End")
    keys.type("We try it.")
    keys.tab_to("Tags")
    keys.type("メッシュ, edge")
    keys.press("Return")
    keys.tab_to("Attendance", "Shift+Tab")
    keys.press("Right", "Space")
    keys.press("F6")
    assert keys.into() is table

    def written() -> bool:
        session = keys.services.programme.session(first).session
        return (
            (session.rating, session.recommended) == (3, True)
            and session.summary.endswith("まとめ。")
            and session.takeaway.endswith("We try it.")
            and session.tags == ("メッシュ", "edge")
            and session.choice.attendance is Attendance.LEFT_EARLY
        )

    keys.until(written, "what was written of the first session")


def link_and_transcript(keys: Keys) -> None:
    """The filter finds the session; its form takes an address as read off a slide, and what is on
    the clipboard."""
    keys.press("Ctrl+F")
    keys.type("4x4")
    keys.press("Return", "Return")
    keys.tab_to("Add a link")
    keys.press("Space", "Down", "Down", "Down", "Return")
    assert keys.name() == "Address of Video"
    keys.type("video.example.org/car")
    keys.press("Return")
    keys.until(lambda: keys.view(CAR).links, "a link")
    link = keys.view(CAR).links[-1]
    assert (link.kind, link.url) == (LinkKind.VIDEO, "https://video.example.org/car")
    identity = keys.view(CAR).session.id
    QGuiApplication.clipboard().setText(SPOKEN)
    keys.tab_to("Paste a transcript")
    keys.press("Space")
    keys.until(lambda: keys.services.transcripts.cues(identity), "a transcript")
    keys.until(keys.review.form.transcript.remove.isVisible, "what removes it")
    keys.tab_to("Remove the transcript")
    keys.press("Space")
    keys.until(keys.review.form.transcript.back.isVisible, "what takes it back")
    assert keys.name() == "Take the transcript before back"
    keys.press("Space")
    keys.until(lambda: keys.services.transcripts.cues(identity), "the transcript again")
    keys.until(lambda: not keys.review.form.transcript.back.isVisible(), "it is back")
    assert keys.name() == "Remove the transcript"


def filter_by_words_and_tag(keys: Keys) -> None:
    """A tag narrows the table; Escape shows all again, a second one goes to the table."""
    model = keys.review.model
    keys.press("Ctrl+F")
    keys.type("#メッシュ")
    assert len([row for row in model.rows() if hasattr(row, "session_id")]) == 1
    keys.press("Escape")
    assert len(model.rows()) > 10
    keys.press("Escape")
    assert keys.into() is keys.review.table


def answer_what_was_not_caught(keys: Keys) -> None:
    """Each line gets what was said; the last of them takes it from the transcript."""
    keys.go_to(Asks.UNCLEAR)
    assert keys.name() == "What is still open"
    keys.press("Return")
    for left in (3, 2, 1):
        assert keys.name() == "What was said"
        keys.type(f"答え{left}")
        keys.press("Ctrl+Return")
        keys.lines_left(left)
    keys.until(keys.review.queue.panel.take_said.isVisible, "what was being said")
    keys.press("Alt+T", "Space")
    keys.type("ok")
    keys.press("Ctrl+Return")
    keys.until(lambda: not keys.open_lines(Asks.UNCLEAR), "all is answered")
    keys.until(lambda: keys.into() is keys.review.empty, "the focus where it says so")
    lines = [
        line
        for view in keys.services.programme.view(keys.conference).sessions
        for line in keys.services.notes.view(view.session.id).lines
        if line.kind is LineKind.UNCLEAR
    ]
    answers = {line.answer for line in lines}
    assert {"答え3", "答え2", "答え1"} <= answers
    assert "the controller simply waits for the tunnel to end ok" in answers


def settle_the_rest(keys: Keys) -> None:
    """The unsure quote gets its real words behind those it had; to-dos are ticked off."""
    keys.go_to(Asks.UNSURE)
    keys.press("Return")
    keys.type(" Indeed.")
    keys.press("Ctrl+Return")
    keys.until(lambda: not keys.open_lines(Asks.UNSURE), "a sure quote")
    assert "Take two. Laptops get lonely. Indeed." in keys.texts()
    keys.until(lambda: keys.into() is keys.review.empty, "the focus where it says so")
    keys.go_to(Asks.TODO)
    keys.press("Return")  # a to-do has nothing to write: the button
    for left in reversed(range(len(keys.open_lines(Asks.TODO)))):
        keys.press("Space" if left % 2 else "Ctrl+Return")
        keys.lines_left(left)
    assert not keys.open_lines(Asks.TODO)
    keys.until(lambda: keys.into() is keys.review.empty, "the focus where it says so")


def photos(keys: Keys, folder: Path) -> None:
    """A folder of two photos is read, approved from a field of the panel, and taken back."""
    taken = datetime(2019, 11, 20, 14, 32, tzinfo=UTC).replace(tzinfo=None)
    put(folder, one=phone(taken), two=phone(taken.replace(minute=40)))
    before = len(keys.texts())
    keys.go_to(PHOTOS)
    _answer_the_dialog(folder)
    keys.press_alone("Space")  # its dialog is done when this comes back
    keys.window.activateWindow()  # a window manager would give the focus back
    sheet = keys.review.photos.page.sheet
    keys.until(lambda: keys.review.photos.counts().chosen == 2, "two photos with a session")
    keys.until(lambda: keys.into() is sheet, "the focus on the photos")
    keys.press("Return")
    assert keys.name() == "Caption"
    keys.type("車の絵")
    keys.press("Ctrl+Return")
    keys.until(lambda: len(keys.texts()) == before + 2, "two photos in the notes")
    assert any("車の絵" in text for text in keys.texts())
    keys.until(keys.review.photos.page.undo.isVisible, "what takes it back")
    keys.press("Ctrl+Z")
    keys.until(lambda: len(keys.texts()) == before, "none")
    keys.until(lambda: keys.review.photos.counts().chosen == 2, "the photos on the sheet again")


def _answer_the_dialog(folder: Path) -> None:
    """Type a folder into the dialog that comes; it has a loop of its own."""

    typed = False

    def answer() -> None:
        nonlocal typed
        dialog, field = QApplication.activeModalWidget(), QApplication.focusWidget()
        if isinstance(dialog, QFileDialog) and isinstance(field, QLineEdit):
            if not typed:
                QTest.keyClicks(field, str(folder))
            typed = True
            QTest.keyClick(field, KEYS.Key_Return)
        if not typed or (dialog is not None and dialog.isVisible()):
            QTimer.singleShot(20, answer)

    QTimer.singleShot(10, answer)


def footnotes(keys: Keys) -> None:
    """One is edited, its line is gone to; a new one is cited no more, deleted and brought back."""

    def cited() -> dict[str, int]:
        found = keys.services.notes.citations(keys.conference)
        return {one.note.text: len(one.places) for one in found if one.note is not None}

    keys.go_to(FOOTNOTES)
    keys.press("Home", "Return")
    keys.type("追記。")
    keys.until(lambda: any(text.endswith("追記。") for text in cited()), "the edit")
    keys.press("Shift+F6")
    assert keys.into() is keys.review.footnotes.list
    keys.press("Space")
    line = keys.notes.sheet.editor.textCursor().block().text()
    place = keys.services.notes.citations(keys.conference)[0].places[0]
    assert place.words.startswith(line[:20])
    keys.press("Ctrl+Shift+F")
    keys.type("余計な注。")
    keys.press("Return")
    keys.until(lambda: cited().get("余計な注。") == 1, "a footnote")
    keys.press("Backspace")
    keys.until(lambda: cited()["余計な注。"] == 0, "a footnote that nothing cites")
    keys.press("Alt+3")
    model = keys.review.footnotes.model
    many = len(cited())
    keys.until(lambda: len(model.items()) == many, "the list")
    keys.press("End")
    keys.until(lambda: not keys.review.footnotes.list.current().places, "it stands last")  # type: ignore[union-attr]
    keys.press("Delete")
    keys.until(lambda: "余計な注。" not in cited(), "it is gone")
    keys.press("Ctrl+Z")
    keys.until(lambda: "余計な注。" in cited(), "it is back")


def names(keys: Keys) -> None:
    """One name is corrected, one is right as it is; both steps are taken back."""

    def wrong() -> int:
        return sum("kubernetes" in text or "サイドカは" in text for text in keys.texts())

    keys.go_to(NAMES)
    desk = keys.review.names
    keys.until(lambda: len(desk.model.items()) == 2, "two names")
    assert wrong() == 2
    keys.press("Ctrl+Return")
    keys.until(lambda: wrong() == 1, "one is corrected")
    keys.until(lambda: len(desk.model.items()) == 1, "the other name")
    corrected = keys.name_of(desk.bar)
    keys.press("Alt+K")
    keys.until(lambda: not desk.model.items(), "nothing is left")
    keys.until(lambda: not keys.services.names.found(keys.conference), "nothing in the file")
    keys.until(lambda: keys.name_of(desk.bar) != corrected, "what the bar takes back")
    keys.press("Ctrl+Z")
    keys.until(lambda: len(desk.model.items()) == 1, "the name that was right")
    keys.press("Ctrl+Z")
    keys.until(lambda: wrong() == 2, "both are back")


def find_and_come_back(keys: Keys) -> None:
    """A Japanese word of two characters leads to its line; Alt+3 leads back."""
    before = keys.review.tabs.key()
    keys.press("Ctrl+K")
    keys.type("親指")
    finder = keys.window.finder.palette
    keys.until(lambda: finder.shown == finder.field.wanted(), "an answer")
    keys.press("Return")
    assert "親指" in keys.notes.sheet.editor.textCursor().block().text()
    keys.press("Alt+3")
    assert keys.review.tabs.key() == before
    keys.press("Alt+2")


def history(keys: Keys) -> None:
    """The history of the session's notes is read, and left again for the line one was in."""
    keys.type("。もうひとこと")
    keys.until(lambda: any(text.endswith("もうひとこと") for text in keys.texts()), "it is saved")
    keys.press("Ctrl+H")
    page = keys.notes.history.page
    keys.until(page.isVisible, "the history")
    keys.until(lambda: keys.into() is page.states, "the focus on the states")
    keys.press("Return", "Down", "Left", "Escape")
    keys.until(lambda: not page.isVisible(), "the notes again")
    assert keys.into() is keys.notes.sheet.editor
