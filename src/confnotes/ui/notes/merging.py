"""Changes from elsewhere (another workspace) that arrive in the document being edited."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from confnotes.domain.notes import Line
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument, row_from
from confnotes.ui.notes.rows import Row, block_format, insert_text, row_id

_KEEP = QTextCursor.MoveMode.KeepAnchor


def take_facts(document: NotesDocument, lines: Sequence[Line]) -> None:
    """Take moments, answers and the like: nothing of it is in the text, so any time is right."""
    for line in lines:
        document.take_facts(line)


def merge(document: NotesDocument, before: Mapping[str, Line], lines: Sequence[Line]) -> bool:
    """Bring what others changed since `before` (by identity) into the document, as one undo step.

    A line that only the document changed stays as it is; where both did, the words being typed
    here win. Returns whether anything was written.
    """
    wanted = {line.id: line for line in lines}
    rows = {row.id: row for row in document.rows()}
    changed = {
        row.id: fresh
        for row in rows.values()
        if row.id in wanted and (fresh := _changed(row, before.get(row.id), wanted[row.id])) != row
    }
    removed = [i for i in rows if i in before and i not in wanted]
    added = [line for line in lines if line.id not in rows and line.id not in before]
    if not (changed or removed or added):
        return False
    cursor = QTextCursor(document)
    with edits.one_step(cursor):
        for number, row in reversed(list(enumerate(document.rows()))):
            if row.id in changed:
                _rewrite(document, cursor, number, row, changed[row.id])
            elif row.id in removed and document.blockCount() > 1:
                edits.remove_line(document, cursor, number)
        for line in added:
            _insert(document, cursor, line, lines)
    return True


def _changed(row: Row, before: Line | None, now: Line) -> Row:
    fresh = replace(row_from(now), sign=row.sign, keys=row.keys)
    if before is None:
        return fresh
    was = row_from(before)
    values = {
        name: getattr(fresh, name)
        for name in ("text", "depth", "kind", "done", "unsure", "audience", "gist")
        if getattr(fresh, name) != getattr(was, name) and getattr(row, name) == getattr(was, name)
    }
    return replace(row, **values)


def _rewrite(
    document: NotesDocument, cursor: QTextCursor, number: int, row: Row, fresh: Row
) -> None:
    cursor.setPosition(document.findBlockByNumber(number).position())
    edits.give(cursor, fresh)
    if fresh.text != row.text:
        edits.select_lines(document, cursor, number, number)
        cursor.removeSelectedText()
        insert_text(cursor, fresh.text, document.known_keys)


def _insert(
    document: NotesDocument, cursor: QTextCursor, line: Line, lines: Sequence[Line]
) -> None:
    """Insert a line behind the one it follows (the nearest one above that is here)."""
    above = [other.id for other in lines if other.position < line.position]
    blocks = {row_id(block): block for block in document.blocks()}
    after = next((blocks[i] for i in reversed(above) if i in blocks), None)
    block = after or document.begin()
    cursor.setPosition(block.position() + (block.length() - 1 if after is not None else 0))
    if after is None:
        form = cursor.blockFormat()
        cursor.insertBlock(form)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(block_format(row_from(line)))
    else:
        cursor.insertBlock(block_format(row_from(line)))
    insert_text(cursor, line.text, document.known_keys)
