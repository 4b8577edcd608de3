"""Saving: reads the document, writes on the writing thread, never touches the editor."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.text import count_characters, count_words
from confnotes.services.notes import NotesService
from confnotes.services.views import Saved
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.facts import Snapshot
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.shell.tasks import Tasks

RETRY_MS = 4_000
Outcome = tuple[Saved, list[Line], tuple[int, int]]


def counts(lines: Iterable[Line]) -> tuple[int, int]:
    """Return the characters and the words of notes."""
    texts = [line.text for line in lines]
    return sum(map(count_characters, texts)), sum(map(count_words, texts))


class Saver(QObject):
    """Saves one document at a time. `saved` tells when the file held it, `failed` why it does not
    yet (the next attempt comes by itself), `counted` a session's characters and words."""

    saved = Signal(object, str)
    counted = Signal(str, int, int)
    failed = Signal(object)

    def __init__(
        self,
        service: NotesService,
        tasks: Tasks,
        book: FootnoteBook,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks, self._book = service, tasks, book
        self._document: NotesDocument | None = None
        self._handed: dict[str, Snapshot] = {}
        self._owed: dict[str, tuple[Snapshot, tuple[Footnote, ...]]] = {}
        self.in_file: dict[str, dict[str, Line]] = {}
        self._autosave = Autosave(self)
        self._autosave.due.connect(self.save)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._again)
        book.changed.connect(lambda _key: self._autosave.touch())

    def follow(self, document: NotesDocument) -> None:
        """Save that document from now on; what the one before still owes is saved now."""
        self.flush()
        if self._document is not None:
            self._document.edited.disconnect(self._autosave.touch)
        self._document = document
        document.edited.connect(self._autosave.touch)

    def loaded(self, document: NotesDocument) -> None:
        """Hear that the file holds just what this document shows."""
        snapshot = document.snapshot()
        self._handed[snapshot.session_id] = snapshot
        self.in_file[snapshot.session_id] = {line.id: line for line in snapshot.lines()}

    def flush(self) -> None:
        """Hand everything over now."""
        self._autosave.drop()
        self.save()

    def save(self) -> None:
        """Hand over what changed since the last time, if anything did."""
        if self._document is None:
            return
        snapshot, notes = self._document.snapshot(), self._book.unsaved()
        if not notes and snapshot == self._handed.get(snapshot.session_id):
            return
        self._handed[snapshot.session_id] = snapshot
        self._write(snapshot, notes)

    def _write(self, snapshot: Snapshot, notes: tuple[Footnote, ...]) -> None:
        service, session_id = self._service, snapshot.session_id

        def call() -> Outcome:
            lines = snapshot.lines()
            saved, _changes = service.save(session_id, lines, notes, initiator=self)
            return saved, lines, counts(lines)

        self._tasks.write(
            call,
            lambda outcome: self._done(outcome, notes),
            lambda error: self._not_done(error, snapshot, notes),
        )

    def _done(self, outcome: Outcome, notes: tuple[Footnote, ...]) -> None:
        saved, lines, (letters, words) = outcome
        self._book.saved(notes)
        self._owed.pop(saved.session_id, None)
        self.in_file[saved.session_id] = {line.id: line for line in lines}
        self.saved.emit(saved.at, saved.session_id)
        self.counted.emit(saved.session_id, letters, words)

    def _not_done(
        self, error: ConfnotesError, snapshot: Snapshot, notes: tuple[Footnote, ...]
    ) -> None:
        if self._handed.get(snapshot.session_id) is snapshot:  # nothing newer is on its way
            self._owed[snapshot.session_id] = snapshot, notes
        self._retry.start()
        self.failed.emit(error)

    def _again(self) -> None:
        owed, self._owed = self._owed, {}
        for snapshot, notes in owed.values():
            self._write(snapshot, notes)
