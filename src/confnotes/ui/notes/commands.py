"""What chords do to the lines of the selection, beside plain editing."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument

_NEXT = {
    Audience.PUBLIC: Audience.INSIDE,
    Audience.INSIDE: Audience.PRIVATE,
    Audience.PRIVATE: Audience.PUBLIC,
}


def toggle_done(document: NotesDocument, cursor: QTextCursor) -> None:
    """Tick the to-dos of the selection, or untick them where the first one is done."""
    done = not document.row_at(cursor).done
    edits.change_rows(document, cursor, lambda row: replace(row, done=done), LineKind.TODO)


def next_audience(document: NotesDocument, cursor: QTextCursor) -> None:
    """Public, inside, private, public: all lines of the selection as the first one."""
    wanted = _NEXT[document.rows()[edits.span(document, cursor)[0]].audience]
    edits.change_rows(document, cursor, lambda row: replace(row, audience=wanted))


def toggle_unsure(document: NotesDocument, cursor: QTextCursor) -> None:
    """Say of quotes that one is not sure of them, or that one is."""
    unsure = not document.row_at(cursor).unsure
    edits.change_rows(document, cursor, lambda row: replace(row, unsure=unsure), LineKind.QUOTE)


def nudge(document: NotesDocument, cursor: QTextCursor, seconds: int) -> list[str]:
    """Correct when the lines of the selection were written; return which."""
    first, last = edits.span(document, cursor)
    lines = [row.id for row in document.rows()[first : last + 1]]
    document.nudge(lines, seconds)
    return lines


def set_gist(document: NotesDocument, identity: str, gist: str) -> None:
    """Set what a quote means in one's own words ("" takes it away)."""
    block = document.block_of(identity)
    if block is not None:
        cursor = QTextCursor(block)
        edits.change_rows(document, cursor, lambda row: replace(row, gist=gist), LineKind.QUOTE)
