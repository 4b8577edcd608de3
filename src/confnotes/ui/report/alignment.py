"""Which line of a section's Markdown stands where in the page that shows it.

Both are held against each other by their letters and digits alone: signs, brackets and the numbers
of footnotes differ from place to place. Lines follow each other in the order they are printed in,
so each is looked for below the one before; what is printed elsewhere (a footnote's words) or not at
all stands where the line before it ends.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

_KEY = 24
"""So many letters of a line are looked for; a link further on may be printed differently."""
_SURE = 8
"""A line of fewer letters could be found anywhere, and counts only close to the line before."""
_CLOSE = 400
_UNSEEN = re.compile(r"\[\^[^\]\s]+\]:?|(?<=\])\([^)\s]*\)|^\s*\d+[.)]\s|^\s*\[\^")
_DEFINITION = re.compile(r"\s{0,3}\[\^[^\]\s]+\]:")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of some texts in a row, and the place of each: (text, index in it)."""

    all: str
    at: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    def place(self, letter: int) -> tuple[int, int]:
        """Return the text a letter stands in, and its index there; after the last: the end."""
        if letter >= len(self.at):
            text, index = self.at[-1]
            return text, index + 1
        return self.at[letter]

    def before(self, text: int, index: int) -> int:
        """Return how many letters stand before a place."""
        return bisect_right(self.at, (text, index - 1))


def letters(texts: Sequence[str]) -> Letters:
    """Return the letters and digits of what is shown."""
    at = tuple((n, i) for n, text in enumerate(texts) for i, ch in enumerate(text) if ch.isalnum())
    counts = accumulate(sum(ch.isalnum() for ch in text) for text in texts)
    return Letters("".join(texts[n][i] for n, i in at), at, (0, *counts))


def letters_of_source(lines: Sequence[str]) -> Letters:
    """Return the letters of Markdown that will be seen, each with its place in its line."""
    return letters([_UNSEEN.sub(lambda m: "\0" * len(m.group()), line) for line in lines])


@dataclass(frozen=True, slots=True)
class Alignment:
    """A section's lines beside the blocks that show them. `found` are pairs of letters: that many
    stand before a line in the text, and before its words on the page; both grow."""

    source: Letters
    shown: Letters
    found: tuple[tuple[int, int], ...]

    def on_page(self, line: int, index: int) -> tuple[int, int]:
        """Return the block, and the index in it, that shows a place of the text."""
        return _carried(self.found, self.source, line, index, self.shown)

    def in_text(self, block: int, index: int) -> tuple[int, int]:
        """Return the line, and the index in it, of what is shown at a place of the page."""
        turned = tuple((there, here) for here, there in self.found)
        return _carried(turned, self.shown, block, index, self.source)

    def blocks_by_line(self) -> list[tuple[int, int, int]]:
        """Return (line, block, index in it) of each line that was found, in order."""
        return [(self.source.place(a)[0], *self.shown.place(b)) for a, b in self.found]


def aligned(lines: Sequence[str], blocks: Sequence[str]) -> Alignment:
    """Hold the lines of a text against the blocks of the page that show it."""
    source, shown = letters_of_source(lines), letters(blocks)
    found: list[tuple[int, int]] = []
    cursor = 0
    for number, line in enumerate(lines):
        begin, end = source.starts[number], source.starts[number + 1]
        if begin == end or _DEFINITION.match(line):
            continue
        key = source.all[begin : min(end, begin + _KEY)]
        near = len(shown.all) if len(key) >= _SURE else cursor + _CLOSE
        there = shown.all.find(key, cursor, near)
        if there >= 0:
            found.append((begin, there))
            cursor = there + len(key)
    return Alignment(source, shown, tuple(found))


def _carried(
    pairs: Sequence[tuple[int, int]], here: Letters, text: int, index: int, there: Letters
) -> tuple[int, int]:
    """Return the place over there of a place here: it keeps to the letter before it, so that the
    end of a text is not the beginning of the next."""
    letter = here.before(text, index)
    if not there.at:
        return 0, 0
    if letter > here.starts[text]:
        found, at = there.place(min(_across(pairs, letter - 1), len(there.at) - 1))
        return found, at + 1
    return there.place(_across(pairs, letter))


def _across(pairs: Sequence[tuple[int, int]], here: int) -> int:
    """Return what a number on one side is on the other: as far after the last pair as here, but
    not beyond the next."""
    at = bisect_right(pairs, here, key=lambda pair: pair[0]) - 1
    if at < 0:
        return 0
    mine, theirs = pairs[at]
    most = pairs[at + 1][1] if at + 1 < len(pairs) else here - mine + theirs
    return min(theirs + here - mine, most)
