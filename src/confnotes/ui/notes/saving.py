"""Saving: reads the document, writes on the writing thread, never touches the editor."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.text import count_characters, count_words
from confnotes.services.notes import NotesService
from confnotes.services.views import Saved
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.facts import Snapshot
from confnotes.ui.notes.picture_book import PictureBook
from confnotes.ui.notes.rows import Row
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.tasks import Tasks

RETRY_MS = 4_000
Outcome = tuple[Saved, list[Line], tuple[int, int]] | None


def counts(lines: Iterable[Line | Row]) -> tuple[int, int]:
    """Return the characters and the words of notes."""
    text = "\n".join([line.text for line in lines])
    return count_characters(text), count_words(text)


def said(letters: int, words: int) -> str:
    """Return how long notes are, as the interface's language counts."""
    if theme().japanese:
        return QCoreApplication.translate("NotesWorkspace", "{n} characters").format(n=letters)
    one = QCoreApplication.translate("NotesWorkspace", "1 word")
    many = QCoreApplication.translate("NotesWorkspace", "{n} words")
    return one if words == 1 else many.format(n=words)


@dataclass(eq=False)
class _Ground:
    """The lines that a session's document had when it was last like the file, or written into it:
    what others wrote since is no change of one's own. Each save sets it, on the writing thread."""

    lines: tuple[Line, ...] | None = None


@dataclass(frozen=True, eq=False)
class _Handed:
    """One handing over of a session's notes, with the footnotes and pictures that go along."""

    snapshot: Snapshot
    notes: tuple[Footnote, ...]
    pictures: PictureBook
    ground: _Ground


class Saver(QObject):
    """Saves one document at a time. `saved` tells when the file held it, `failed` why it does not
    yet (the next attempt comes by itself), `counted` a session's characters and words.

    What was handed over is owed until the file has it. Of a session only the newest is: whatever
    was handed over before it is neither written nor tried again.
    """

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
        self._service, self._tasks, self.book = service, tasks, book
        self._document: NotesDocument | None = None
        self._handed: dict[str, Snapshot] = {}
        self._owed: dict[str, _Handed] = {}
        self._under_way: set[_Handed] = set()
        self.in_file: dict[str, dict[str, Line]] = {}
        self._grounds: dict[str, _Ground] = {}
        self._autosave = Autosave(self)
        self._autosave.due.connect(self.save)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.flush)
        book.changed.connect(lambda _key: self._autosave.touch())

    def follow(self, document: NotesDocument) -> None:
        """Save that document from now on; what the one before still owes is saved now."""
        self.flush()
        if self._document is not None:
            self._document.edited.disconnect(self._autosave.touch)
        self._document = document
        document.edited.connect(self._autosave.touch)

    def loaded(self, document: NotesDocument, lines: Iterable[Line]) -> None:
        """Hear that this document shows what the file holds (`lines`), or what is still owed."""
        snapshot = document.snapshot()
        self._handed[snapshot.session_id] = snapshot
        held = tuple(lines)
        self.in_file[snapshot.session_id] = {line.id: line for line in held}
        if snapshot.session_id not in self._owed:
            self._grounds[snapshot.session_id] = _Ground(held)
        self.counted.emit(snapshot.session_id, *counts(document.rows()))

    def took(self, session_id: str, lines: Iterable[Line]) -> None:
        """Hear that the file holds these lines, and that the session's document took them in.

        Only what the document has beyond them is handed over: to write it all again would undo
        what came into the file a moment later.
        """
        kept = tuple(lines)
        self.in_file[session_id] = {line.id: line for line in kept}
        self._grounds[session_id] = _Ground(kept)
        document = self._document
        if document is not None and document.session_id == session_id:
            snapshot = document.snapshot()
            if tuple(snapshot.lines()) == kept:
                self._handed[session_id] = snapshot
        self.flush()

    def owed(self) -> dict[str, tuple[list[Line], tuple[Footnote, ...]]]:
        """Return what is not in the file yet, by session; empty when all is."""
        return {
            session_id: (handed.snapshot.lines(), handed.notes)
            for session_id, handed in self._owed.items()
        }

    def owes(self) -> bool:
        """Return whether something was handed over that is not in the file yet."""
        return bool(self._owed)

    def owed_lines(self, session_id: str) -> list[Line] | None:
        """Return the lines of a session that the file does not have yet; None: it has them."""
        handed = self._owed.get(session_id)
        return None if handed is None else handed.snapshot.lines()

    def went_on(self, session_id: str, known: dict[str, Line] | None) -> bool:
        """Return whether a session's lines in the file are others by now than the `known` ones,
        or will be: what was read meanwhile may be older than what is shown."""
        return session_id in self._owed or self.in_file.get(session_id) is not known

    def flush(self) -> None:
        """Hand everything over now, and once more what the file would not take."""
        self._autosave.drop()
        self.save()
        for session_id, handed in list(self._owed.items()):
            if handed not in self._under_way:
                notes = self.book.still_unsaved(handed.notes)
                self._write(session_id, replace(handed, notes=notes))

    def save(self) -> None:
        """Hand over what changed since the last time, if anything did."""
        if self._document is not None:
            self.hand_over(self._document)

    def hand_over(self, document: NotesDocument) -> None:
        """Hand over what changed of a document, which need not be the one that is shown."""
        snapshot = document.snapshot()
        notes = self.book.unsaved(document.pictures.conference_id)
        beside = notes or snapshot.pictures
        if not beside and snapshot == self._handed.get(snapshot.session_id):
            return
        self._handed[snapshot.session_id] = snapshot
        ground = self._grounds.setdefault(snapshot.session_id, _Ground())
        self._write(snapshot.session_id, _Handed(snapshot, notes, document.pictures, ground))

    def _write(self, session_id: str, handed: _Handed) -> None:
        service = self._service
        self._owed[session_id] = handed
        self._under_way.add(handed)

        def call() -> Outcome:
            if self._owed.get(session_id) is not handed:
                return None  # a newer one comes right behind
            lines = handed.snapshot.lines()
            pictures = handed.snapshot.pictures
            base = handed.ground.lines
            saved, _changes = service.save(
                session_id, lines, handed.notes, pictures, base=base, initiator=self
            )
            handed.ground.lines = saved.lines
            return saved, lines, counts(lines)

        self._tasks.write(
            call,
            lambda outcome: self._done(outcome, handed),
            lambda error: self._not_done(error, handed),
        )

    def _done(self, outcome: Outcome, handed: _Handed) -> None:
        self._under_way.discard(handed)
        if outcome is None:
            return
        saved, lines, (letters, words) = outcome
        self.book.saved(handed.notes)
        handed.pictures.saved(handed.snapshot.pictures)
        if self._owed.get(saved.session_id) is handed:
            del self._owed[saved.session_id]
        if self._grounds.get(saved.session_id) is handed.ground:
            self.in_file[saved.session_id] = {line.id: line for line in lines}
        self.saved.emit(saved.at, saved.session_id)
        self.counted.emit(saved.session_id, letters, words)

    def _not_done(self, error: ConfnotesError, handed: _Handed) -> None:
        self._under_way.discard(handed)
        self._retry.start()
        self.failed.emit(error)
