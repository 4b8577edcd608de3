"""The footnotes of the open session between text, side panel and book."""

from PySide6.QtCore import QObject

from confnotes.domain.footnotes import Footnote
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.notes.side import NotesSide


class FootnoteDesk(QObject):
    """Shows the panel's cards and does what is asked there. `cited_elsewhere` are keys that other
    texts of the conference cite: those are in use, whatever becomes of these lines."""

    def __init__(
        self,
        sheet: SessionSheet,
        side: NotesSide,
        book: FootnoteBook,
        saver: Saver,
        writes: SessionWrites,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._side, self._book = sheet, side, book
        self._saver, self._writes = saver, writes
        self.cited_elsewhere: frozenset[str] = frozenset()
        self._prefix = "s"
        self._loose: set[str] = set()
        self._deleted: Footnote | None = None
        sheet.editor.line_entered.connect(self.show)
        book.changed.connect(lambda _key: self.show())
        panel = side.footnotes
        panel.edited.connect(self._edited)
        panel.jumped.connect(self._jump)
        panel.deleted.connect(self._delete)
        panel.restored.connect(self._restore)
        panel.asked.connect(sheet.write_footnote)

    def enter(self, session_id: str, cited_elsewhere: frozenset[str]) -> None:
        """Begin with a session: keys made from now on say of which."""
        self.cited_elsewhere = cited_elsewhere
        self._prefix = f"s{session_id[:4]}"
        self._book.set_prefix(self._prefix)
        self._loose.clear()
        self._forget_deleted()

    def show(self) -> None:
        """Show the footnotes as they are now; what lost its mark stays, as unused."""
        document = self._sheet.document
        if document is None:
            return
        self._loose.update(document.numbers)
        mine = {note.key for note in self._book.of_prefix(self._prefix)}
        unused = sorted(
            key
            for key in (self._loose | mine) - set(document.numbers) - self.cited_elsewhere
            if self._book.get(key) is not None
        )
        keys = self._sheet.editor.row().keys
        self._side.show_footnotes(document, self._book, self._sheet.moments, keys, unused)

    def _edited(self, key: str, text: str) -> None:
        self._book.keep(key, text)
        self._saver.flush()

    def _jump(self, key: str) -> None:
        document = self._sheet.document
        if document is None:
            return
        line = next((row.id for row in document.rows() if key in row.keys), None)
        if line is not None and self._sheet.editor.go_to(line):
            self._sheet.editor.setFocus()

    def _delete(self, key: str) -> None:
        self._deleted = self._book.drop(key)
        if self._deleted is not None:
            self._writes.delete_footnote(self._deleted)
            self._side.footnotes.show_deleted(deleted=True)

    def _restore(self) -> None:
        if self._deleted is not None:
            self._loose.add(self._deleted.key)
            self._book.restore(self._deleted)
        self._forget_deleted()

    def _forget_deleted(self) -> None:
        self._deleted = None
        self._side.footnotes.show_deleted(deleted=False)
