"""Lines with pictures come into an outline and go again, each time as one step of undo."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import Row, block_format, insert_text


def insert(
    document: NotesDocument,
    cursor: QTextCursor,
    ids: Sequence[str],
    number: int,
    *,
    above: bool = False,
) -> None:
    """Put pictures below line `number` (or above it), in its place where it is empty; the cursor
    goes to where the last one's caption is typed. No line is cut in two."""
    rows = [Row(identity, kind=LineKind.IMAGE) for identity in ids]
    with edits.one_step(cursor):
        put_rows(document, cursor, rows, number, above=above)


def put_rows(
    document: NotesDocument,
    cursor: QTextCursor,
    rows: Sequence[Row],
    number: int,
    *,
    above: bool = False,
) -> None:
    """Put rows below line `number` (or above it), in its place where it is empty."""
    here, block = document.rows()[number], document.findBlockByNumber(number)
    parent = document.family(number) > number
    depth = here.depth + int(parent and not above)
    fresh = [replace(row, depth=depth + row.depth) for row in rows]
    over = document.rows()[number - 1].depth if number else -1
    if is_empty(here) and not parent:
        fresh = edits.fitting(fresh, over)
        cursor.setPosition(block.position())
        document.write(cursor, fresh)
    elif above:
        fresh = edits.fitting(fresh, over)
        cursor.setPosition(block.position())
        cursor.insertBlock(block.blockFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        document.write(cursor, fresh)
    else:
        cursor.setPosition(block.position() + block.length() - 1)
        for row in edits.fitting(fresh, here.depth):
            cursor.insertBlock(block_format(row))
            insert_text(cursor, row.text, document.known_keys)


def is_empty(row: Row) -> bool:
    """Return whether a line only waits for words."""
    return row == Row(row.id, depth=row.depth)


def take_out(document: NotesDocument, ids: Collection[str]) -> None:
    """Take lines out whose pictures could not be kept; what was typed below one stays as words."""
    cursor = QTextCursor(document)
    rows = [(number, row) for number, row in enumerate(document.rows()) if row.id in ids]
    with edits.one_step(cursor):
        for number, row in reversed(rows):
            cursor.setPosition(document.findBlockByNumber(number).position())
            if row.text:
                edits.give(cursor, replace(row, kind=LineKind.POINT))
            elif document.blockCount() > 1:
                edits.remove_line(document, cursor, number)
            else:
                edits.give(cursor, Row(new_id(), depth=row.depth))
