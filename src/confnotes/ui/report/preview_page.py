"""The preview's document as a row of pieces: what stays the same is not touched.

Setting a page of 100 kB takes long enough to be felt in a key, and forgets where one reads. So a
page is compared with the one shown, and only the blocks of pieces that differ are set anew.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextTable,
)
from PySide6.QtWidgets import QTextEdit

from confnotes.ui.parts.theme import theme
from confnotes.ui.report.preview_dress import (
    NOTES,
    OBJECT,
    STARRED,
    Dresser,
    Made,
    Manner,
    SizeOf,
    table_form,
)

_HEADING = re.compile(r"<h([2-6])>")
_NOTE = re.compile(r"fn\d+")
_Key = tuple[str, bool, bool]
Hunk = tuple[int, int, int, int]


class PreviewPage:
    """Shows pieces of HTML in the document of a view that nobody else changes."""

    def __init__(self, view: QTextEdit, size_of: SizeOf) -> None:
        self._view = view  # its document is asked for each time: a kept one may be a dead wrapper
        self._dresser = Dresser(size_of)
        self._keys: list[_Key] = []
        self._counts: list[int] = []
        self._names: list[dict[str, int]] = []
        self._highest, self._starred = 0, False
        self.column = 40
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)

    @property
    def _document(self) -> QTextDocument:
        return self._view.document()

    # What is shown

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces, as they were given."""
        return tuple(key[0] for key in self._keys)

    def anchors(self) -> dict[str, int]:
        """Return the numbers of the blocks that have anchors, by their names, in reading order."""
        out: dict[str, int] = {}
        for start, names in zip(self._starts(), self._names, strict=False):
            for name, offset in names.items():
                out.setdefault(name, start + offset)
        return out

    def end(self) -> int:
        """Return the number of the block after the article: where its footnotes begin."""
        first = next((n for n, key in enumerate(self._keys) if key[1]), len(self._keys))
        return self._starts()[first]

    def citing(self, number: int) -> int | None:
        """Return the number of the first block of the piece that cites a footnote (the block's)."""
        names = [(at, name) for name, at in self.anchors().items() if at <= number]
        note = max((n for n in names if _NOTE.fullmatch(n[1])), default=None)
        if note is None:
            return None
        cites = f'href="#{note[1]}"'
        found = next((n for n, key in enumerate(self._keys) if cites in key[0]), None)
        return None if found is None else self._starts()[found]

    def _starts(self) -> list[int]:
        return [0, *accumulate(self._counts)]

    # Showing

    def show(self, pieces: Sequence[str], *, anew: bool = False) -> list[Hunk]:
        """Show these pieces; return what became another: (from, to) in the old pieces, (from, to)
        in the new ones. `anew`: set also what stays, in the colours and sizes in force."""
        keys = list(_keys(pieces))
        differ = _hunks(self._keys, keys)
        highest = min((int(n) for key in keys for n in _HEADING.findall(key[0])), default=2)
        starred = any(STARRED in key[0] for key in keys)
        look = highest, starred
        if anew or look != (self._highest, self._starred) or not self._keys or not keys:
            self._clear()
        self._highest, self._starred = look
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for hunk in reversed(_hunks(self._keys, keys)):
            old, old_end, new, new_end = self._filled(hunk, len(keys))
            made = [self._made(key) for key in keys[new:new_end]]
            starts = self._starts()
            at = starts[old]
            there = starts[old_end] - at if self._keys else 1
            there -= self._without_tables(at, there)
            blocks = [(n, block) for n, piece in enumerate(made) for block in piece]
            self._put(cursor, at, there, blocks)
            for number, (_, block) in reversed([*enumerate(blocks, at)]):
                if block.cells:
                    self._put_table(cursor, number, block)
            self._counts[old:old_end] = [sum(one.count for one in piece) for piece in made]
            self._names[old:old_end] = [_names(piece) for piece in made]
        cursor.endEditBlock()
        self._keys = keys
        return differ

    def piece_of(self, number: int) -> tuple[int, int]:
        """Return in which piece a block stands, and which of its blocks it is."""
        starts = self._starts()
        piece = max(bisect_right(starts, number, hi=max(len(self._counts), 1)) - 1, 0)
        return piece, number - starts[piece]

    def number_of(self, piece: int, offset: int) -> int:
        """Return the number of a piece's block; of the last one, where there are fewer."""
        if not self._counts:
            return 0
        piece = min(piece, len(self._counts) - 1)
        return self._starts()[piece] + min(offset, self._counts[piece] - 1)

    def fit(self) -> None:
        """Fit the pictures into the column.

        Qt lays a long document out bit by bit; a change in what is laid out already makes it
        forget the rest, so everything is marked to be laid out again.
        """
        if self._dresser.fit(self._document, self.column):
            self._document.markContentsDirty(0, self._document.characterCount())

    def _clear(self) -> None:
        self._keys, self._counts, self._names = [], [], []
        self._dresser.renew()
        self._document.clear()
        self._document.setUndoRedoEnabled(False)
        self._document.setIndentWidth(theme().px(20))

    def _filled(self, hunk: Hunk, pieces: int) -> Hunk:
        """Return a hunk that leaves something: a block cannot be taken out without a neighbour."""
        old, old_end, new, new_end = hunk
        if new < new_end or not self._keys:
            return hunk
        if new:
            return old - 1, old_end, new - 1, new_end
        return (old, old_end + 1, new, new_end + 1) if new_end < pieces else hunk

    def _made(self, key: _Key) -> list[Made]:
        piece, small, first = key
        manner = Manner(first, small, self._highest, self._starred, self.column)
        return self._dresser.blocks(piece, manner)

    def _put(
        self, cursor: QTextCursor, at: int, there: int, made: Sequence[tuple[int, Made]]
    ) -> None:
        """Put blocks in the place of others (at least one each)."""
        self._make_room(cursor, at, there, len(made))
        block = self._document.findBlockByNumber(at)
        lists: dict[tuple[int, int], QTextList] = {}
        for piece, one in made:
            cursor.setPosition(block.position())
            if block.length() > 1:
                cursor.setPosition(
                    block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.removeSelectedText()
            cursor.setBlockFormat(one.form)
            cursor.setBlockCharFormat(one.spans[0][1] if one.spans else QTextCharFormat())
            for words, form in one.spans:
                if form.isImageFormat():
                    for _ in words:
                        cursor.insertText(OBJECT, form)
                else:
                    cursor.insertText(words, form)
            if one.list_form is not None:
                listed = lists.get((piece, one.listed))
                if listed is None:
                    lists[piece, one.listed] = cursor.createList(one.list_form)
                else:
                    listed.add(block)
            block = block.next()

    def _without_tables(self, at: int, there: int) -> int:
        """Take the tables out of some blocks; return how many blocks fewer there are."""
        if not there:
            return 0
        before = self._document.blockCount()
        first = self._document.findBlockByNumber(at).position()
        last = self._document.findBlockByNumber(at + there - 1).position()
        tables = [
            frame
            for frame in self._document.rootFrame().childFrames()
            if isinstance(frame, QTextTable) and first <= frame.firstPosition() <= last
        ]
        for table in tables:
            table.removeRows(0, table.rows())
        return before - self._document.blockCount()

    def _put_table(self, cursor: QTextCursor, number: int, one: Made) -> None:
        """Put a table in the place of an empty block."""
        cursor.setPosition(self._document.findBlockByNumber(number).position())
        table = cursor.insertTable(len(one.cells), len(one.cells[0]), table_form())
        for row, cells in enumerate(one.cells):
            for column, blocks in enumerate(cells):
                inside = table.cellAt(row, column).firstCursorPosition()
                for n, block in enumerate(blocks):
                    if n:
                        inside.insertBlock()
                    inside.setBlockFormat(block.form)
                    for words, form in block.spans:
                        inside.insertText(words, form)
        after = table.lastCursorPosition().block().next()
        cursor.setPosition(after.position())
        cursor.setBlockFormat(one.form)

    def _make_room(self, cursor: QTextCursor, at: int, there: int, wanted: int) -> None:
        """Have as many blocks there as are wanted; what is in them is replaced."""
        last = self._document.findBlockByNumber(at + there - 1)
        cursor.setPosition(last.position() + last.length() - 1)
        if wanted < there:
            kept = self._document.findBlockByNumber(at + wanted - 1)
            cursor.setPosition(kept.position() + kept.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        for _ in range(wanted - there):
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _keys(pieces: Sequence[str]) -> Iterator[_Key]:
    """Yield what the look of each piece depends on: its HTML, whether it is among the footnotes,
    whether it is the first."""
    small = False
    for number, piece in enumerate(pieces):
        small = small or piece.startswith(NOTES)
        yield piece, small, number == 0


def _names(blocks: Sequence[Made]) -> dict[str, int]:
    return {name: n for n, block in reversed([*enumerate(blocks)]) for name in block.anchors}


def _hunks(old: Sequence[_Key], new: Sequence[_Key]) -> list[Hunk]:
    """Return what differs as (from, to) in the old and (from, to) in the new, in order."""
    if len(old) == len(new):
        return [(n, n + 1, n, n + 1) for n in range(len(old)) if old[n] != new[n]]
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    tail = next((n for n in range(least - head) if old[-1 - n] != new[-1 - n]), least - head)
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle[0] or not middle[1]:
        return [(head, len(old) - tail, head, len(new) - tail)]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    return [
        (a + head, b + head, c + head, d + head)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
