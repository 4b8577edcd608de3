"""How the words of a line look by its kind. Additional formats only: no undo, nothing stored.

QSyntaxHighlighter shifts its formats round a preedit and leaves the preedit's own in place, and no
format here has an underline, so that a composition looks as the input method wants it.
"""

import re

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat

from confnotes.domain.notes import LineKind
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import kind_of
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import units

_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_CLOSING = ".,;:!?'*)]"  # closes the sentence or the link's bracket, not the address


class LineHighlighter(QSyntaxHighlighter):
    """Colours and weights of line kinds, read from the theme when asked."""

    def __init__(self, document: NotesDocument) -> None:
        super().__init__(document)
        self._formats = _formats()
        self._address = QTextCharFormat()
        self._address.setForeground(theme().tokens.accent)

    def fit_theme(self) -> None:
        """Take the theme's colours and sizes; compositions stay as they are."""
        self._formats = _formats()
        self._address.setForeground(theme().tokens.accent)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        kind, done = kind_of(self.currentBlock())
        form = self._formats.get((kind, done and kind is LineKind.TODO))
        if form is not None:
            self.setFormat(0, units(text), form)
        if "http" in text:
            for match in _ADDRESS.finditer(text):
                length = len(match.group().rstrip(_CLOSING))
                self.setFormat(units(text[: match.start()]), length, self._address)


def _formats() -> dict[tuple[LineKind, bool], QTextCharFormat]:
    t = theme().tokens
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    out = {}
    for kind, colour, weight in (
        (LineKind.QUOTE, t.text2, None),
        (LineKind.UNCLEAR, t.amber, None),
        (LineKind.KEY, None, MEDIUM),
        (LineKind.HEADING, None, SEMIBOLD),
        (LineKind.CODE, t.text2, None),
    ):
        form = QTextCharFormat()
        if colour is not None:
            form.setForeground(colour)
        if weight is not None:
            form.setFontWeight(QFont.Weight(theme().font(Step.NOTE, weight).weight()))
        if kind is LineKind.CODE:
            form.setFontFamilies([mono.family(), *theme().families()])
        out[kind, False] = form
    done = QTextCharFormat()
    done.setForeground(t.text3)
    done.setFontStrikeOut(True)
    out[LineKind.TODO, True] = done
    return out
