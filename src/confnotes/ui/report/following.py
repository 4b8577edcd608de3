"""Text and preview show the same place: they scroll together, and a click in one leads to the
other.

Only a hand at a scroll bar, a wheel or a key moves the other side. What Qt scrolls by itself (a
page set anew, a resize, a jump) moves nothing: so neither side ever answers the other.
"""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QScrollBar

from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.utf16 import part, units
from confnotes.ui.report.alignment import Alignment, aligned
from confnotes.ui.report.preview_browser import PreviewBrowser
from confnotes.ui.report.text_page import TextPage

REST_MS = 180
"""The preview lies still: the text may turn to the section one looks at."""
_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript


class Following(QObject):
    """Keeps the text of a section and the page of the whole beside each other. `turned(section)`
    asks for the section that the page was scrolled to while nobody was writing."""

    turned = Signal(str)

    def __init__(self, text: TextPage, browser: PreviewBrowser) -> None:
        super().__init__(browser)
        self._text, self._editor, self._browser = text, text.editor, browser
        self._made: tuple[object, Alignment, list[int]] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow_caret)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._turn)
        _ByHand(self._editor.verticalScrollBar(), self).moved.connect(self._text_scrolled)
        _ByHand(browser.verticalScrollBar(), self).moved.connect(self._page_scrolled)
        self._editor.cursorPositionChanged.connect(self._caret_moved)

    # What stands where

    def _beside(self) -> tuple[Alignment, list[int]]:
        """Return the alignment of the section that is open, and the numbers of its blocks."""
        key, typed, page = self._text.key, self._editor.text(), self._browser.page_shown()
        state = key, typed, page
        if self._made is None or self._made[0] != state:
            numbers = self._browser.blocks_of(key)
            shown = [_words(self._browser.block(number)) for number in numbers]
            self._made = state, aligned(typed.split("\n"), shown), numbers
        return self._made[1], self._made[2]

    def _pairs(self) -> list[tuple[float, float]]:
        """Return heights in the text and on the page that show the same, from the section's top to
        its end; both grow."""
        found, numbers = self._beside()
        if not numbers:
            return []
        document = self._editor.document()
        layout = document.documentLayout()
        top, last = self._browser.top_of(numbers[0]), self._browser.bottom_of(numbers[-1])
        pairs = [(0.0, max(top - theme().px(24), 0.0))]
        for line, block, index in found.blocks_by_line():
            here = layout.blockBoundingRect(document.findBlockByNumber(line)).top()
            there = self._browser.top_of(numbers[block])
            whole = len(found.shown.at) and _length(found, block)
            if index and whole:
                height = self._browser.bottom_of(numbers[block]) - there
                there += height * index / whole
            if here > pairs[-1][0] and there >= pairs[-1][1]:  # the top is that of the heading
                pairs.append((here, there))
        end = max(layout.documentSize().height(), pairs[-1][0])
        return [*pairs, (end, max(last, pairs[-1][1]))]

    # Scrolling

    def show_place(self) -> None:
        """Have the page show what the text shows: where it was out of sight till now."""
        self._text_scrolled()

    def _text_scrolled(self) -> None:
        bar = self._editor.verticalScrollBar()
        if (there := _across(self._pairs(), float(bar.value()))) is not None:
            self._browser.verticalScrollBar().setValue(round(there))

    def _page_scrolled(self) -> None:
        bar = self._browser.verticalScrollBar()
        key = self._browser.section_at_top()
        if key and key != self._text.key:
            self._rest.start()
            return
        self._rest.stop()
        turned = [(there, here) for here, there in self._pairs()]
        if (here := _across(turned, float(bar.value()))) is not None:
            self._editor.verticalScrollBar().setValue(round(here))

    def _turn(self) -> None:
        """Turn to the section one looks at; never away from under a hand that is writing."""
        key = self._browser.section_at_top()
        writing = self._editor.hasFocus() or self._text.heading.edit.hasFocus()
        if key and key != self._text.key and not writing and not self._text.isHidden():
            self.turned.emit(key)
            self._page_scrolled()

    # The caret

    def _caret_moved(self) -> None:
        if not self._editor.filling:
            self.follow_caret()

    def follow_caret(self) -> None:
        """Have the page show what one writes; after the key that moved the caret was painted."""
        self._soon.start()

    def _follow_caret(self) -> None:
        if self._editor.hasFocus():
            self.reveal()

    def reveal(self) -> None:
        """Have the page show what the caret is in, where it does not already."""
        found, numbers = self._beside()
        if not numbers:
            return
        cursor = self._editor.textCursor()
        before = part(cursor.block().text(), 0, cursor.positionInBlock())
        block, _ = found.on_page(cursor.blockNumber(), len(before))
        number = numbers[min(block, len(numbers) - 1)]
        self._browser.reveal(number, self._editor.cursorRect().top())

    def go(self, position: int) -> None:
        """Set the caret to what the page shows at a position of its document."""
        found, numbers = self._beside()
        block = self._browser.document().findBlock(position)
        if block.blockNumber() not in numbers:
            return
        words = part(block.text(), 0, position - block.position())
        line, index = found.in_text(numbers.index(block.blockNumber()), len(words))
        self._set_caret(line, index)

    def _set_caret(self, line: int, index: int) -> None:
        document = self._editor.document()
        there = document.findBlockByNumber(line)
        cursor = QTextCursor(there)
        cursor.setPosition(there.position() + units(there.text()[:index]))
        if not self._editor.composing:
            self._editor.setTextCursor(cursor)
            self._editor.ensureCursorVisible()


class _ByHand(QObject):
    """Tells that a scroll bar was moved by a hand: by wheel, key, drag or click."""

    moved = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = False
        bar.actionTriggered.connect(self._take)
        bar.valueChanged.connect(self._tell)

    def _take(self, _action: int) -> None:
        self._hand = True
        QTimer.singleShot(0, self, self._let_go)

    def _let_go(self) -> None:
        self._hand = False

    def _tell(self, _value: int) -> None:
        if self._hand:
            self._hand = False
            self.moved.emit()


def _length(found: Alignment, block: int) -> int:
    """Return up to which index a block has letters."""
    last = found.shown.starts[block + 1] - 1
    return found.shown.at[last][1] + 1 if last >= found.shown.starts[block] else 0


def _words(block: QTextBlock) -> str:
    """Return a block's text, numbers of footnotes left blank."""
    out = ""
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        raised = fragment.charFormat().verticalAlignment() == _RAISED
        out += "\0" * len(fragment.text()) if raised else fragment.text()
        it += 1
    return out


def _across(pairs: Sequence[tuple[float, float]], here: float) -> float | None:
    """Return what a height on one side is on the other (None: nothing is known)."""
    if not pairs:
        return None
    at = bisect_right(pairs, here, key=lambda pair: pair[0])
    if at == 0:
        return pairs[0][1]
    if at == len(pairs):
        return pairs[-1][1] + here - pairs[-1][0]
    (a, c), (b, d) = pairs[at - 1], pairs[at]
    return c + (d - c) * (here - a) / (b - a) if b > a else d
