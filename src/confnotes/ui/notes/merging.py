"""Changes from elsewhere (another workspace) that arrive in the document being edited."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument

from confnotes.domain.history import runs_between
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument, row_from
from confnotes.ui.notes.rows import Row, block_format, insert_text, row_id

_KEEP = QTextCursor.MoveMode.KeepAnchor


def take_facts(document: NotesDocument, before: Mapping[str, Line], lines: Sequence[Line]) -> None:
    """Take moments, answers and the like that others changed since `before`: nothing of it is in
    the text, so any time is right."""
    for line in lines:
        if before.get(line.id) != line:
            document.take_facts(line)


def merge(document: NotesDocument, before: Mapping[str, Line], lines: Sequence[Line]) -> bool:
    """Bring what others changed since `before` (by identity, in order) into the document, as one
    undo step.

    A line that only the document changed stays as it is; where both did, the words being typed
    here win. Returns whether anything was written.
    """
    wanted = {line.id: line for line in lines}
    rows = {row.id: row for row in document.rows()}
    changed = {
        row.id: fresh
        for row in rows.values()
        if (now := wanted.get(row.id)) is not None
        and (was := before.get(row.id)) != now
        and (fresh := _changed(row, was, now)) != row
    }
    removed = {i for i in rows if i in before and i not in wanted}
    placed = {
        line.id: row_from(line) for line in lines if line.id not in rows and line.id not in before
    }
    if placed and not removed and not wanted.keys() & rows.keys() and _is_blank(rows):
        removed.update(rows)  # the line that an empty session has to write on
    moved = {i: changed.get(i, rows[i]) for i in _moved(before, wanted) if i in rows}
    if not (changed or removed or placed or moved):
        return False
    placed |= moved
    cursor = QTextCursor(document)
    with edits.one_step(cursor):
        for number, row in reversed(list(enumerate(document.rows()))):
            if row.id in moved:
                edits.remove_line(document, cursor, number)
            elif row.id in changed:
                _rewrite(document, cursor, number, row, changed[row.id])
        _place(document, cursor, placed, lines)
        for number, identity in reversed([*enumerate(map(row_id, document.blocks()))]):
            if identity in removed and document.blockCount() > 1:
                edits.remove_line(document, cursor, number)
    return True


def take_over(document: NotesDocument, before: Mapping[str, Line], lines: Sequence[Line]) -> None:
    """Make the document what the file holds (`lines`; `before` it held all of the document).

    Lines may have come from, or gone to, another session: no undo of this one leads back.
    """
    merge(document, before, lines)
    last = document.rows()[0]
    if document.blockCount() == 1 and last.id in before and not lines:
        cursor = QTextCursor(document)
        edits.select_lines(document, cursor, 0, 0)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format(Row(new_id())))
    document.clearUndoRedoStacks(QTextDocument.Stacks.UndoAndRedoStacks)


def _is_blank(rows: Mapping[str, Row]) -> bool:
    return len(rows) == 1 and all(row == Row(row.id, depth=row.depth) for row in rows.values())


def _moved(before: Mapping[str, Line], wanted: Mapping[str, Line]) -> set[str]:
    """Return the lines that others moved to another place among those that stayed."""
    runs = runs_between([i for i in wanted if i in before], [i for i in before if i in wanted])
    return {one for run in runs for one in run.ids}


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


def _place(
    document: NotesDocument,
    cursor: QTextCursor,
    placed: Mapping[str, Row],
    lines: Sequence[Line],
) -> None:
    """Insert rows, each behind the line it follows (the nearest one above that is here).

    From the bottom up, so that the numbers of the lines above stay true.
    """
    numbers = {row_id(block): number for number, block in enumerate(document.blocks())}
    runs: list[tuple[int, list[Row]]] = [(-1, [])]
    for line in lines:
        if line.id in placed:
            runs[-1][1].append(placed[line.id])
        elif line.id in numbers:
            runs.append((numbers[line.id], []))
    for above, rows in sorted(runs, key=lambda run: run[0], reverse=True):
        if rows:
            _insert(document, cursor, above, rows)


def _insert(document: NotesDocument, cursor: QTextCursor, above: int, rows: Sequence[Row]) -> None:
    """Insert rows below line `above` (-1: at the top)."""
    if above < 0:
        cursor.setPosition(0)
        cursor.insertBlock(cursor.blockFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        document.write(cursor, rows)
        return
    block = document.findBlockByNumber(above)
    cursor.setPosition(block.position() + block.length() - 1)
    for row in rows:
        cursor.insertBlock(block_format(row))
        insert_text(cursor, row.text, document.known_keys)
