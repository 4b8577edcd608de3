"""The colours of `markdown_marks`, laid over the section editor's document."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import units
from confnotes.ui.report import markdown_marks

_IN_CODE = 1


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats of the layout only: the document, its undo and a composition stay untouched."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._take()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self._take()
        self.rehighlight()

    def _take(self) -> None:
        t = theme().tokens
        colours = {
            "sign": t.text3,
            "heading": t.text,
            "quote": t.text2,
            "code": t.text2,
            "note": t.accent,
            "definition": t.text2,
            "link": t.accent,
            "strong": t.text,
        }
        self._formats = {}
        for role, colour in colours.items():
            made = QTextCharFormat()
            made.setForeground(colour)
            self._formats[role] = made
        for role, weight in (("heading", SEMIBOLD), ("strong", SEMIBOLD), ("note", MEDIUM)):
            self._formats[role].setFont(theme().font(Step.NOTE, weight))
        code = QFont(theme().font(Step.BASE))
        code.setFamilies(["Noto Sans Mono CJK JP", "DejaVu Sans Mono", "monospace"])
        self._formats["code"].setFont(code)
        self._formats["code"].setBackground(t.sunken)

    def highlightBlock(self, text: str) -> None:
        inside = self.previousBlockState() == _IN_CODE
        fence = markdown_marks.opens_or_closes_fence(text)
        self.setCurrentBlockState(_IN_CODE if inside != fence else 0)
        if inside or fence:
            self.setFormat(0, units(text), self._formats["code"])
            return
        for mark in markdown_marks.marks(text):
            start, end = mark.start, mark.start + mark.length
            at, length = units(text[:start]), units(text[start:end])
            self.setFormat(at, length, self._formats[mark.role])
