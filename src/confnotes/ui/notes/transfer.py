"""Cut and paste between the sheet, the clipboard and other programs."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from confnotes.domain.footnotes import typed_references
from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.ui.notes import adoption, clipboard, edits, erasing
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import Row


def copy(document: NotesDocument, cursor: QTextCursor) -> QMimeData:
    """Return the selection for the clipboard; of a picture's line that nothing is selected of,
    the picture."""
    if not cursor.hasSelection():
        return clipboard.to_mime(clipboard.whole_line(document, cursor.blockNumber(), cut=False))
    edits.whole_references(cursor)
    return clipboard.to_mime(clipboard.pieces(document, cursor, cut=False))


def take_out(document: NotesDocument, cursor: QTextCursor) -> QMimeData:
    """Return the selection for the clipboard, with identities and moments, and delete it; of a
    picture's line that nothing is selected of, the picture."""
    if not cursor.hasSelection():
        mime = clipboard.to_mime(clipboard.whole_line(document, cursor.blockNumber(), cut=True))
        erasing.take_picture_line(document, cursor)
        return mime
    edits.whole_references(cursor)
    mime = clipboard.to_mime(clipboard.pieces(document, cursor, cut=True))
    row, gone = edits.survivor(document, cursor)
    edits.remove_selection(document, cursor, Row(new_id(), depth=row.depth) if gone else None)
    return mime


def put_in(
    document: NotesDocument,
    cursor: QTextCursor,
    source: QMimeData,
    book: FootnoteBook,
    *,
    joined: bool = False,
) -> None:
    """Put in what the clipboard holds, in place of the selection, as one undo step.

    Footnotes typed elsewhere (`[^1]` with its definition) become footnotes of their own; what
    comes from a page is no such typing.
    """
    if cursor.hasSelection():
        edits.remove_selection(document, cursor)
        joined = True
    arriving, text = clipboard.from_mime(source), source.text()
    code = document.row_at(cursor).kind is LineKind.CODE
    if arriving is None and not code:
        arriving = clipboard.from_page(source)
        text = "" if arriving is not None else text
    if arriving is None:
        if not code:
            text, notes = adoption.adopt_pasted(document, text, book.new_key)
            keep(book, notes)
        arriving = clipboard.from_text(text, code=code)
    clipboard.paste(document, cursor, arriving, joined=joined)
    labels = {label for _, _, label in typed_references(text)}
    keep(book, adoption.adopt_typed(document, labels, book.new_key, joined=True))


def keep(book: FootnoteBook, notes: list[tuple[str, str]]) -> None:
    """Put (key, text) pairs into the book."""
    for key, text in notes:
        book.keep(key, text)
