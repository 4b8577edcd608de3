"""Undo and redo as one expects them: the caret stays where no word changes, and a moment that was
corrected last goes back first."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from confnotes.ui.notes.document import NotesDocument


@dataclass(frozen=True, slots=True)
class _Beside:
    """What was done beside the words of a document while they stood at `revision`."""

    document: NotesDocument
    revision: int
    back: Callable[[], None]


@dataclass(slots=True)
class Undoing:
    """Goes back and forth in one editor's document."""

    edit: QTextEdit
    _beside: list[_Beside] = field(default_factory=list)

    def note(self, document: NotesDocument, back: Callable[[], None]) -> None:
        """Remember what no document holds; undo takes it back unless words changed since."""
        self._beside.append(_Beside(document, document.revision(), back))

    def back_beside(self, document: NotesDocument) -> bool:
        """Take back what was done beside the words since they last changed; False if nothing."""
        while self._beside:
            last = self._beside.pop()
            if last.document is document and last.revision == document.revision():
                last.back()
                self.edit.viewport().update()
                return True
        return False

    def go(self, document: NotesDocument, step: Callable[[], None]) -> None:
        """Undo or redo a step. Qt leaves the caret at the start of what it laid out anew, which
        is the first line where only marks changed: there it belongs to the line it was in."""
        cursor = self.edit.textCursor()
        here, offset = document.row_at(cursor).id, cursor.positionInBlock()
        words, rows = _words(document), {row.id: row for row in document.rows()}
        step()
        if _words(document) != words:
            return
        changed = [row.id for row in document.rows() if rows.get(row.id) != row]
        block = document.block_of(here if here in changed or not changed else changed[0])
        if block is not None:
            self.edit.setTextCursor(_at(block, offset))


def _words(document: NotesDocument) -> list[str]:
    return sorted(document.toPlainText().split("\n"))


def _at(block: QTextBlock, offset: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + min(offset, block.length() - 1))
    return cursor
