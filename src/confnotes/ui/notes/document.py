"""The notes of one session as a QTextDocument: one block a line, identity in the block's format.

Reading is incremental: `contentsChange` names the blocks that moved, only those are read again, so
that a save of five thousand lines costs a key nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument, QTextOption

from confnotes.domain.audience import Audience, narrowest
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.ui.notes.facts import Facts, FactsBook, Snapshot
from confnotes.ui.notes.picture_book import PictureBook
from confnotes.ui.notes.reference import ReferenceObject
from confnotes.ui.notes.rows import (
    CITES,
    INDENT,
    PICTURE_HEIGHT,
    REFERENCE_OBJECT,
    Row,
    block_format,
    insert_text,
    is_stored,
    row_of,
)
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

Clock = Callable[[], datetime]
_DPI = 96
_INCH = 0.0254


class NotesDocument(QTextDocument):
    """The lines of one session. `edited`: some line is no longer what it was (never a preedit)."""

    edited = Signal()
    renumbered = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session_id = ""
        self.known_keys: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.facts = FactsBook()
        self.pictures = PictureBook()
        self._clock = clock
        self._rows: list[Row] = []
        self._audiences: list[Audience] | None = None
        self._loading = False
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._reference = ReferenceObject(self, self.numbers)
        self.setDocumentMargin(0)
        layout = self.documentLayout()
        layout.registerHandler(REFERENCE_OBJECT, self._reference)
        self.fit_theme()
        self.contentsChange.connect(self._read_again)
        self.set_lines("", ())

    def fit_theme(self) -> None:
        """Take the theme's text size: no step of undo, no change of any block."""
        self.fit_device()
        self.setDefaultFont(theme().font(Step.NOTE))
        self.setIndentWidth(INDENT)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.setDefaultTextOption(option)

    def fit_device(self) -> None:
        """Lay out at the theme's scale, also after another document was shown in the same editor.

        Margins and line heights are laid out in the pixels of the layout's paint device; a device
        with more of them an inch scales all of it. A QTextEdit takes it away from the document
        that leaves.
        """
        dots = round(_DPI * theme().scale / _INCH)
        self._device.setDotsPerMeterX(dots)
        self._device.setDotsPerMeterY(dots)
        self.documentLayout().setPaintDevice(self._device)

    # -- loading and reading -------------------------------------------------------------------

    def set_lines(self, session_id: str, lines: Iterable[Line], keys: Iterable[str] = ()) -> None:
        """Load a session's notes; `keys` are its conference's footnotes. Undo starts here."""
        loaded = sorted(lines, key=lambda line: line.position)
        self.session_id = session_id
        self.known_keys.clear()
        self.known_keys.update(keys)
        self.facts.load(loaded)
        rows = [row_from(line) for line in loaded] or [Row(new_id())]
        self._loading = True
        self.setLayoutEnabled(False)  # once, when it is shown: not for no width now, and again
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self.write(cursor, rows)
        cursor.endEditBlock()
        # A last line's own margin is no part of the page: its picture would be cut off.
        frame = self.rootFrame().frameFormat()
        frame.setBottomMargin(PICTURE_HEIGHT)
        self.rootFrame().setFrameFormat(frame)
        self.setUndoRedoEnabled(True)
        self.setLayoutEnabled(True)
        self.setPageSize(self.pageSize())  # tells the layout what it was not told
        self._loading = False
        self._rows = self._written(rows)
        self._audiences = None
        self._number_again()

    def write(self, cursor: QTextCursor, rows: Sequence[Row]) -> None:
        """Write rows from the cursor's (empty) block on."""
        cursor.setBlockFormat(block_format(rows[0]))
        insert_text(cursor, rows[0].text, self.known_keys)
        for row in rows[1:]:
            cursor.insertBlock(block_format(row))
            insert_text(cursor, row.text, self.known_keys)

    def _written(self, rows: Sequence[Row]) -> list[Row]:
        """Return rows just written to the empty document as it holds them; only those are read
        whose text may be another there."""
        if self.blockCount() != len(rows):  # a line break where no program of ours writes one
            return [row_of(block) for block in self.blocks()]
        return [
            row
            if CITES not in row.text and is_stored(row.text)
            else row_of(self.findBlockByNumber(at))
            for at, row in enumerate(rows)
        ]

    def rows(self) -> Sequence[Row]:
        """Return the lines in order, as they are now; do not keep or change the sequence."""
        return self._rows

    def snapshot(self) -> Snapshot:
        """Return the notes at this instant, cheaply, for another thread."""
        said = self.pictures.unsaved(self._rows)
        return self.facts.snapshot(self.session_id, self._rows, said)

    def lines(self) -> list[Line]:
        """Return the notes as lines; reads only."""
        return self.snapshot().lines()

    def blocks(self) -> Iterable[QTextBlock]:
        """Yield the blocks in order."""
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()

    def row_at(self, cursor: QTextCursor) -> Row:
        """Return the line the cursor is in."""
        return self._rows[cursor.blockNumber()]

    def block_of(self, identity: str) -> QTextBlock | None:
        """Return the block of a line, None when it is not here."""
        for at, row in enumerate(self._rows):
            if row.id == identity:
                return self.findBlockByNumber(at)
        return None

    def family(self, at: int) -> int:
        """Return the number of the last line that hangs below line `at` (itself if none does)."""
        depth = self._rows[at].depth
        last = at
        while last + 1 < len(self._rows) and self._rows[last + 1].depth > depth:
            last += 1
        return last

    def audience_at(self, at: int) -> Audience:
        """Return whom line `at` is for, given what it hangs below."""
        if self._audiences is None:
            self._audiences = _audiences(self._rows)
        return self._audiences[at]

    def now(self) -> datetime:
        """Return the moment that a letter written now gets."""
        return self._clock()

    def moment(self, identity: str) -> datetime | None:
        """Return when a line's first letter was written, None if unknown."""
        return self.facts.get(identity).written_at

    def nudge(self, identities: Iterable[str], seconds: int) -> None:
        """Correct the moments of lines; the other way takes it back, so it is no step of undo."""
        for identity in identities:
            self.facts.nudge(identity, seconds)
        self.edited.emit()

    def new_identity(self, like: str | None = None) -> str:
        """Return a fresh identity; one split off the line `like` keeps its moment."""
        identity = new_id()
        if like is not None:
            self.facts.share(like, identity)
        return identity

    def take_facts(self, line: Line) -> None:
        """Take what another screen found out about a line; no edit, nothing to undo."""
        self.facts.take(line)

    def carry(self, identity: str, facts: Facts) -> None:
        """Let a line that arrives with its identity keep its facts."""
        self.facts.carry(identity, facts)

    # -- following the document ----------------------------------------------------------------

    def _read_again(self, at: int, _removed: int, added: int) -> None:
        if self._loading:
            return
        first = self.findBlock(at)
        if not first.isValid():
            first = self.lastBlock()
        last = self.findBlock(at + added)
        end = last.blockNumber() if last.isValid() else self.blockCount() - 1
        begin = first.blockNumber()
        gone = end - begin + 1 - (self.blockCount() - len(self._rows))
        fresh: list[Row] = []
        block = first
        while block.isValid() and len(fresh) <= end - begin:
            fresh.append(row_of(block))
            block = block.next()
        self._take(begin, gone, fresh)

    def _take(self, begin: int, gone: int, fresh: list[Row]) -> None:
        stale = self._rows[begin : begin + gone]
        if stale == fresh:
            return
        self._rows[begin : begin + gone] = fresh
        for row in fresh:
            if row.text.strip() and row.id and self.facts.needs_moment(row.id):
                self.facts.stamp(row.id, self._clock())
        if [(r.depth, r.audience) for r in stale] != [(r.depth, r.audience) for r in fresh]:
            self._audiences = None
        if [r.keys for r in stale] != [r.keys for r in fresh]:
            self._number_again()
        self.edited.emit()

    def _number_again(self) -> None:
        numbers: dict[str, int] = {}
        for row in self._rows:
            for key in row.keys:
                numbers.setdefault(key, len(numbers) + 1)
        if numbers == self.numbers:
            return
        self.numbers.clear()
        self.numbers.update(numbers)
        self.renumbered.emit()


def row_from(line: Line) -> Row:
    """Return a line of the file as the document holds it (citations not looked up)."""
    return Row(
        line.id,
        line.text,
        line.depth,
        line.kind,
        line.done,
        line.unsure,
        line.audience,
        gist=line.gist,
    )


def _audiences(rows: Iterable[Row]) -> list[Audience]:
    out: list[Audience] = []
    above: list[tuple[int, Audience]] = []
    for row in rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        audience = narrowest(row.audience, above[-1][1] if above else Audience.PUBLIC)
        above.append((row.depth, audience))
        out.append(audience)
    return out
