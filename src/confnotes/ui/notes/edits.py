"""What one can do to an outline: every function is one undo step on the cursor's document.

Identity (a line is its first letter): a split leaves it with the half that has the first letter,
both keep the moment; a join keeps the upper line's, unless nothing of the upper line is left.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from confnotes.domain.notes import MAX_DEPTH, LineKind
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import JOINER, OBJECT, Row, block_format, insert_text, kind_of

_KEEP = QTextCursor.MoveMode.KeepAnchor
RowChange = Callable[[Row], Row]
Change = Callable[[NotesDocument, QTextCursor], None]


@contextmanager
def one_step(cursor: QTextCursor, *, joined: bool = False) -> Iterator[QTextCursor]:
    """Make what is done to the document meanwhile one step of undo (`joined`: with the last one).

    The document's rows are only up to date again when the outermost step has ended.
    """
    if joined:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def give(cursor: QTextCursor, row: Row) -> None:
    """Make the cursor's block carry a row's identity and marks (its text stays)."""
    form = block_format(row)
    if cursor.blockFormat() != form:
        cursor.setBlockFormat(form)


def whole_references(cursor: QTextCursor) -> None:
    """Widen a selection that cuts a raised number in two; step a bare cursor out of it."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    inside_start = _inside(document.characterAt(start - 1), document.characterAt(start))
    inside_end = _inside(document.characterAt(end - 1), document.characterAt(end))
    if not inside_start and not inside_end:
        return
    if not cursor.hasSelection():
        cursor.setPosition(start + 1)
        return
    forward = cursor.anchor() <= cursor.position()
    start, end = start - inside_start, end + inside_end
    cursor.setPosition(start if forward else end)
    cursor.setPosition(end if forward else start, _KEEP)


def _inside(before: str, after: str) -> bool:
    return before == JOINER and after == OBJECT


def span(document: NotesDocument, cursor: QTextCursor) -> tuple[int, int]:
    """Return the numbers of the first and last line the selection touches."""
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd())
    number = last.blockNumber()
    if number > first and cursor.selectionEnd() == last.position():
        number -= 1  # a selection that only reaches a line's start does not mean that line
    return first, number


def survivor(document: NotesDocument, cursor: QTextCursor) -> tuple[Row, bool]:
    """Return the line that is left when the selection goes, and whether nothing of it is."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    rows = document.rows()
    upper, lower = rows[first.blockNumber()], rows[last.blockNumber()]
    several = first != last
    from_start = start == first.position()
    to_end = end == last.position() + last.length() - 1 and not (several and _only_reached(last))
    gone = from_start and to_end and (several or upper.kind is not LineKind.IMAGE)
    return (lower if from_start and not to_end else upper), gone


def _only_reached(last: QTextBlock) -> bool:
    """Return whether a line without words is a picture, which a selection up to it leaves out."""
    return last.length() == 1 and kind_of(last)[0] is LineKind.IMAGE


def leaves_picture(document: NotesDocument, cursor: QTextCursor) -> bool:
    """Return whether the selection ends in a picture's line of which something stays, below a line
    of which something stays: one line could not be both, so the break between them stays."""
    first, last = (
        document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd())
    )
    end = last.position() + last.length() - 1
    picture = first != last and kind_of(last)[0] is LineKind.IMAGE
    stays = cursor.selectionEnd() < end or _only_reached(last)
    return picture and stays and cursor.selectionStart() > first.position()


def remove_selection(document: NotesDocument, cursor: QTextCursor, kept: Row | None = None) -> None:
    """Delete what is selected; what is left of several lines becomes one (`kept`, if given)."""
    whole_references(cursor)
    row, gone = survivor(document, cursor)
    several = document.findBlock(cursor.selectionStart()) != document.findBlock(
        cursor.selectionEnd()
    )
    if kept is None and leaves_picture(document, cursor):
        _remove_beside(document, cursor)
        return
    if kept is None and several and gone and row.kind is LineKind.IMAGE:
        kept = Row(document.new_identity(), depth=row.depth)  # the picture was selected, too
    with one_step(cursor):
        cursor.removeSelectedText()
        if several or kept is not None:
            give(cursor, kept or row)


def _remove_beside(document: NotesDocument, cursor: QTextCursor) -> None:
    """Delete what is selected but for the last line break."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    last = document.findBlock(end).position()
    with one_step(cursor):
        for begin, stop in ((last, end), (start, last - 1)):
            cursor.setPosition(begin)
            cursor.setPosition(stop, _KEEP)
            cursor.removeSelectedText()


def split(document: NotesDocument, cursor: QTextCursor, *, joined: bool = False) -> None:
    """Begin a new line at the cursor; both halves keep their kind only where both have text."""
    row = document.row_at(cursor)
    at, length = cursor.positionInBlock(), cursor.block().length() - 1
    with one_step(cursor, joined=joined):
        if at == 0 and length:
            cursor.insertBlock(block_format(row))
            give(QTextCursor(cursor.block().previous()), _continuation(document, row))
        elif at == length:
            cursor.insertBlock(block_format(_continuation(document, row)))
        else:
            cursor.insertBlock(block_format(half_of(document, row)))


def half_of(document: NotesDocument, row: Row) -> Row:
    """Return a line that is split off another one; a picture stays with the line it stands at."""
    kind = LineKind.POINT if row.kind is LineKind.IMAGE else row.kind
    return replace(row, id=document.new_identity(row.id), kind=kind, sign="", gist="")


def _continuation(document: NotesDocument, row: Row) -> Row:
    kind = LineKind.CODE if row.kind is LineKind.CODE else LineKind.POINT
    return Row(document.new_identity(), depth=row.depth, kind=kind)


def enter(document: NotesDocument, cursor: QTextCursor) -> None:
    """Continue the list; on an empty bullet step one level out and end it there."""
    if cursor.hasSelection():
        remove_selection(document, cursor)
        split(document, cursor, joined=True)
        return
    row = document.row_at(cursor)
    dropped = row.kind in {LineKind.UNCLEAR, LineKind.IMAGE}  # says something without a word
    if row.text or dropped:
        split(document, cursor)
    elif row.kind is not LineKind.POINT:
        unmark(document, cursor)
    elif row.depth:
        shift(document, cursor, -1)


def line_start(document: NotesDocument, cursor: QTextCursor) -> None:
    """Backspace at a line's start: the mark goes, then a level, then the line joins the upper."""
    row = document.row_at(cursor)
    number = cursor.blockNumber()
    if row.kind not in {LineKind.POINT, LineKind.IMAGE}:
        unmark(document, cursor, typed=True)
    elif row.depth:
        shift(document, cursor, -1)
    elif number:
        _join(document, cursor, number - 1)


def line_end(document: NotesDocument, cursor: QTextCursor) -> None:
    """Delete at a line's end: the line below joins this one."""
    if cursor.blockNumber() + 1 < document.blockCount():
        _join(document, cursor, cursor.blockNumber())


def _join(document: NotesDocument, cursor: QTextCursor, upper: int) -> None:
    """Join a line with the one below it; a picture only swallows an empty neighbour."""
    rows = document.rows()
    above, below = document.findBlockByNumber(upper), document.findBlockByNumber(upper + 1)
    pair = rows[upper], rows[upper + 1]
    if LineKind.IMAGE in {pair[0].kind, pair[1].kind} and all(
        row.text or row.kind is LineKind.IMAGE for row in pair
    ):
        return
    kept = pair[1] if _blank(pair[0]) and not _blank(pair[1]) else pair[0]
    cursor.setPosition(above.position() + above.length() - 1)
    cursor.setPosition(below.position(), _KEEP)
    with one_step(cursor):
        cursor.removeSelectedText()
        give(cursor, kept)


def _blank(row: Row) -> bool:
    return not row.text and row.kind is not LineKind.IMAGE


def unmark(document: NotesDocument, cursor: QTextCursor, *, typed: bool = False) -> None:
    """Make the line a plain point; with `typed`, the characters of its mark come back as text."""
    row = document.row_at(cursor)
    with one_step(cursor):
        give(cursor, replace(row, kind=LineKind.POINT, sign="", done=False))
        if typed and row.sign:
            cursor.insertText(row.sign)


def take_sign(
    document: NotesDocument, cursor: QTextCursor, kind: LineKind, length: int, *, done: bool
) -> None:
    """Turn the first `length` characters of the line into its mark."""
    row = document.row_at(cursor)
    edit = QTextCursor(cursor.block())
    with one_step(edit):
        edit.setPosition(cursor.block().position() + length, _KEEP)
        sign = edit.selectedText()
        edit.removeSelectedText()
        give(edit, replace(row, kind=kind, done=done, sign="" if kind is row.kind else sign))


def mark(document: NotesDocument, cursor: QTextCursor, kind: LineKind) -> None:
    """Mark the lines of the selection, or take the mark off where all have it already."""
    numbers = [n for n in _numbers(document, cursor) if _markable(document.rows()[n])]
    if not numbers:
        return
    every = all(document.rows()[n].kind is kind for n in numbers)
    wanted = LineKind.POINT if every else kind
    if wanted is LineKind.UNCLEAR:
        for number in numbers:
            document.facts.stamp(document.rows()[number].id, document.now())
    _change(
        document,
        numbers,
        lambda row: replace(
            row, kind=wanted, sign="", done=False, unsure=row.unsure and wanted is LineKind.QUOTE
        ),
    )


def _markable(row: Row) -> bool:
    return row.kind is not LineKind.IMAGE


def _numbers(document: NotesDocument, cursor: QTextCursor) -> range:
    first, last = span(document, cursor)
    return range(first, last + 1)


def change_rows(
    document: NotesDocument, cursor: QTextCursor, change: RowChange, kind: LineKind | None = None
) -> None:
    """Change facts of the lines of the selection (only of one kind, if given)."""
    numbers = [n for n in _numbers(document, cursor) if kind in (None, document.rows()[n].kind)]
    _change(document, numbers, change)


def _change(document: NotesDocument, numbers: Sequence[int], change: RowChange) -> None:
    rows = [document.rows()[n] for n in numbers]
    edit = QTextCursor(document)
    with one_step(edit):
        for number, row in zip(numbers, rows, strict=True):
            edit.setPosition(document.findBlockByNumber(number).position())
            give(edit, change(row))


def shift(document: NotesDocument, cursor: QTextCursor, by: int) -> None:
    """Indent (+1) or outdent (-1) the lines of the selection with what hangs below them.

    A line stands at most one level below the line above it.
    """
    first, last = span(document, cursor)
    last = max(document.family(n) for n in range(first, last + 1))
    rows = document.rows()
    if by > 0:
        above = rows[first - 1].depth if first else -1
        deepest = max(row.depth for row in rows[first : last + 1])
        if rows[first].depth > above or deepest >= MAX_DEPTH:
            return
    _change(
        document,
        range(first, last + 1),
        lambda row: replace(row, depth=max(row.depth + by, 0)),
    )


def move(document: NotesDocument, cursor: QTextCursor, by: int) -> None:
    """Move the lines of the selection, with what hangs below them, past their neighbour."""
    first, last = span(document, cursor)
    last = max(document.family(n) for n in range(first, last + 1))
    rows = list(document.rows())
    if by < 0:
        if first == 0:
            return
        begin = first - 1
        while begin > 0 and rows[begin].depth > rows[first].depth:
            begin -= 1
        fresh = [*rows[first : last + 1], *rows[begin:first]]
        _rewrite(document, cursor, begin, last, fresh, moved=begin - first)
    elif last + 1 < len(rows):
        end = document.family(last + 1) if rows[last + 1].depth >= rows[first].depth else last + 1
        fresh = [*rows[last + 1 : end + 1], *rows[first : last + 1]]
        _rewrite(document, cursor, first, end, fresh, moved=end - last)


def _rewrite(
    document: NotesDocument,
    cursor: QTextCursor,
    first: int,
    last: int,
    rows: Sequence[Row],
    *,
    moved: int,
) -> None:
    """Put `rows` in place of lines `first` to `last`; the selection goes `moved` lines along."""
    anchor = _place(document.findBlock(cursor.anchor()), cursor.anchor())
    caret = _place(document.findBlock(cursor.position()), cursor.position())
    above = document.rows()[first - 1].depth if first else -1
    edit = QTextCursor(document)
    with one_step(edit):
        select_lines(document, edit, first, last)
        edit.removeSelectedText()
        document.write(edit, fitting(rows, above))
    cursor.setPosition(_position(document, anchor[0] + moved, anchor[1]))
    cursor.setPosition(_position(document, caret[0] + moved, caret[1]), _KEEP)


def _place(block: QTextBlock, position: int) -> tuple[int, int]:
    return block.blockNumber(), position - block.position()


def _position(document: NotesDocument, number: int, offset: int) -> int:
    block = document.findBlockByNumber(number)
    if not block.isValid():
        return document.characterCount() - 1
    return block.position() + min(offset, block.length() - 1)


def select_lines(document: NotesDocument, cursor: QTextCursor, first: int, last: int) -> None:
    """Select lines `first` to `last`, without the end of the last."""
    end = document.findBlockByNumber(last)
    cursor.setPosition(document.findBlockByNumber(first).position())
    cursor.setPosition(end.position() + end.length() - 1, _KEEP)


def fitting(rows: Sequence[Row], above: int) -> list[Row]:
    """Return rows with depths that can stand below a line of depth `above` (-1: none)."""
    out: list[Row] = []
    for row in rows:
        above = min(row.depth, above + 1, MAX_DEPTH)
        out.append(row if row.depth == above else replace(row, depth=above))
    return out


def insert_reference(document: NotesDocument, cursor: QTextCursor, key: str) -> None:
    """Cite a footnote at the cursor (behind what is selected)."""
    document.known_keys.add(key)
    cursor.setPosition(cursor.selectionEnd())
    with one_step(cursor):
        insert_text(cursor, f"[^{key}]", document.known_keys)


def remove_line(document: NotesDocument, cursor: QTextCursor, number: int) -> None:
    """Take a whole line out; its neighbours stay as they are."""
    block = document.findBlockByNumber(number)
    below = block.next()
    if below.isValid():
        form = below.blockFormat()
        cursor.setPosition(block.position())
        cursor.setPosition(below.position(), _KEEP)
    else:
        form = block.previous().blockFormat()
        cursor.setPosition(block.position() - 1)
        cursor.setPosition(block.position() + block.length() - 1, _KEEP)
    cursor.removeSelectedText()
    if cursor.blockFormat() != form:
        cursor.setBlockFormat(form)
