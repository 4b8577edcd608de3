"""The words one came for, marked in a line until the caret moves. Nothing of it is in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from confnotes.domain.search import marks
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.utf16 import units


class Spotlight(QObject):
    """Marks words in search form in an editor."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.cursorPositionChanged.connect(self.off)

    def show(self, block: QTextBlock, words: Sequence[str]) -> None:
        """Mark these words where they stand in a line."""
        form, text = QTextCharFormat(), block.text()
        form.setBackground(theme().tokens.mark)
        form.setForeground(theme().tokens.on_mark)
        found = []
        for start, end in marks(text, words):
            selection = QTextEdit.ExtraSelection()
            selection.format = form
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + units(text[:start]))
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(block.position() + units(text[:end]), keep)
            selection.cursor = cursor
            found.append(selection)
        self._editor.setExtraSelections(found)

    def off(self) -> None:
        """Mark nothing any more."""
        if self._editor.extraSelections():
            self._editor.setExtraSelections([])
