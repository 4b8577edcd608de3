"""A real NotesEditor with a clock one can set, and the hands of a person at it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import Line
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.editor import NotesEditor
from confnotes.ui.notes.gutter import Gutter
from confnotes.ui.notes.highlighter import LineHighlighter
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.picture_files import PictureFiles, at_once
from confnotes.ui.notes.pictures import Pictures

START = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYS = Qt.Key


class Clock:
    """Stands still until told."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: int = 1) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class Sheet:
    """An editor on the screen with one document in it."""

    def __init__(self, lines: Iterable[Line] = (), keys: Iterable[str] = ()) -> None:
        self.clock = Clock()
        self.book = FootnoteBook()
        self.book.load("c", ())
        self.book.set_prefix("s1")
        self.editor = NotesEditor(self.book)
        self.editor.resize(656, 480)
        self.document = self.open("s", lines, keys)
        self.editor.show()
        self.editor.setFocus()

    def open(
        self, session: str, lines: Iterable[Line] = (), keys: Iterable[str] = ()
    ) -> NotesDocument:
        """Show a new document."""
        document = NotesDocument(self.clock)
        LineHighlighter(document)
        document.set_lines(session, lines, keys)
        moments = Moments(START, START + timedelta(minutes=35), "UTC")
        files = PictureFiles(lambda _a: Path("none"), at_once)
        self.editor.show_document(Gutter(document, moments, Pictures(document, files)))
        self.document = document
        return document

    def close(self) -> None:
        """Take the editor off the screen."""
        self.editor.close()
        self.editor.deleteLater()

    # -- hands ---------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type: ASCII by keys (a line break is Enter), other letters committed one by one."""
        for letter in text:
            if letter == "\n":
                self.key(KEYS.Key_Return)
            elif letter.isascii():
                QTest.keyClicks(self.editor, letter)
            else:
                self.commit(letter)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key."""
        QTest.keyClick(self.editor, key, held)

    def preedit(self, text: str, commit: str = "") -> None:
        """Send what an input method sends: a preedit, maybe with a commit before it."""
        event = QInputMethodEvent(text, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.editor, event)

    def commit(self, text: str) -> None:
        """Commit letters, with the empty event that follows each commit."""
        self.preedit("", text)
        self.preedit("")

    def undo(self) -> None:
        """Press Ctrl+Z."""
        self.key(KEYS.Key_Z, CTRL)

    def redo(self) -> None:
        """Press Ctrl+Shift+Z."""
        self.key(KEYS.Key_Z, CTRL | SHIFT)

    def select(self, start: tuple[int, int], end: tuple[int, int] | None = None) -> None:
        """Put the caret at (line, offset), or select from there to another place."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self._position(start))
        if end is not None:
            cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def _position(self, place: tuple[int, int]) -> int:
        block = self.document.findBlockByNumber(place[0])
        return block.position() + min(place[1], block.length() - 1)

    # -- eyes ----------------------------------------------------------------------------------

    def texts(self) -> list[str]:
        """Return the texts of the lines."""
        return [row.text for row in self.document.rows()]

    def picture(self) -> list[str]:
        """Return the outline as text: depth, kind, words."""
        return [f"{'  ' * row.depth}{row.kind}: {row.text}" for row in self.document.rows()]

    def ids(self) -> list[str]:
        """Return the identities of the lines."""
        return [row.id for row in self.document.rows()]
