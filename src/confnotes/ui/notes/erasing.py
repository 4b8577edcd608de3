"""What Backspace, Delete and their kin take away; a raised number always goes as a whole."""

from PySide6.QtGui import QTextCursor

from confnotes.domain.notes import LineKind
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import JOINER, OBJECT, Row

_Move = QTextCursor.MoveOperation


def backward(document: NotesDocument, cursor: QTextCursor) -> None:
    """Backspace."""
    if cursor.hasSelection():
        edits.remove_selection(document, cursor)
    elif cursor.atBlockStart():
        row = document.row_at(cursor)
        if row.kind is LineKind.IMAGE and not row.text and not row.depth:
            take_picture_line(document, cursor)
        else:
            edits.line_start(document, cursor)
    elif document.characterAt(cursor.position() - 1) == OBJECT:
        _reach(document, cursor, _Move.Left)
    else:
        cursor.deletePreviousChar()


def take_picture_line(document: NotesDocument, cursor: QTextCursor) -> None:
    """Take the cursor's line with its picture out; the cursor goes to the end of the line above."""
    number = cursor.blockNumber()
    with edits.one_step(cursor):
        if document.blockCount() == 1:
            edits.select_lines(document, cursor, 0, 0)
            cursor.removeSelectedText()
            edits.give(cursor, Row(document.new_identity()))
            return
        edits.remove_line(document, cursor, number)
    above = document.findBlockByNumber(max(number - 1, 0))
    cursor.setPosition(above.position() + (above.length() - 1 if number else 0))


def forward(document: NotesDocument, cursor: QTextCursor) -> None:
    """Delete."""
    if cursor.hasSelection():
        edits.remove_selection(document, cursor)
    elif cursor.atBlockEnd():
        edits.line_end(document, cursor)
    elif document.characterAt(cursor.position()) == JOINER:
        _reach(document, cursor, _Move.Right)
    else:
        cursor.deleteChar()


def word_back(document: NotesDocument, cursor: QTextCursor) -> None:
    """Ctrl+Backspace."""
    if cursor.hasSelection() or cursor.atBlockStart():
        backward(document, cursor)
    else:
        _reach(document, cursor, _Move.PreviousWord)


def word(document: NotesDocument, cursor: QTextCursor) -> None:
    """Ctrl+Delete."""
    if cursor.hasSelection() or cursor.atBlockEnd():
        forward(document, cursor)
    else:
        _reach(document, cursor, _Move.NextWord)


def _reach(document: NotesDocument, cursor: QTextCursor, move: QTextCursor.MoveOperation) -> None:
    cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
    edits.remove_selection(document, cursor)
