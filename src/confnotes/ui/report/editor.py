"""The editor of one section: Markdown as plain text, with Japanese input left in peace."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from confnotes.ui.parts import links, picture_source
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.utf16 import part, units
from confnotes.ui.report import markdown_keys, pasting
from confnotes.ui.report.highlighter import MarkdownHighlighter

LINE = 28
"""The line height of a report's text."""
FOOTNOTE_CHORD = "Ctrl+Shift+F"


class SectionEditor(QTextEdit):
    """Plain text; `edited` comes when the text changed by hand, also in the middle of a
    composition (which is not in the text). Nothing here changes the text by itself. `pictures`
    tells what was pasted or dropped (sources), `address_asked` what address was Ctrl+clicked."""

    edited = Signal()
    left = Signal()
    pictures = Signal(object)
    address_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.preedit = ""
        """What is being composed here by an input method, and is not in the text yet."""
        self._last = ""
        self._ready = False
        self._spaced = 0
        self._owes_refit = False
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the section"))
        self.setCursorWidth(2)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._changed)
        self._refit()
        self._highlighter = MarkdownHighlighter(self.document())
        self._ready = True
        theme().changed.connect(self._refit)

    def text(self) -> str:
        """Return the text; a composition in progress is not in it."""
        return self.toPlainText()

    def set_margins(self, left: int, right: int) -> None:
        """Leave room at both sides of the text, inside the editor."""
        self.setViewportMargins(left, 0, right, 0)

    @property
    def filling(self) -> bool:
        """Whether another text is just being shown."""
        return self._filling

    @property
    def composing(self) -> bool:
        """Whether an input method has an open composition."""
        return bool(self.preedit)

    def load(self, text: str) -> None:
        """Show another text, with an undo history of its own."""
        self._filling = True
        self.preedit = ""
        self.setPlainText(text)
        self._last = self.toPlainText()
        self._space_lines()
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.verticalScrollBar().setValue(0)
        self._filling = False

    def replace_all(self, text: str) -> None:
        """Put `text` in place of all, as one step that undo takes back."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def insert_words(self, words: str) -> None:
        """Insert at the caret as one step; nothing while a composition is open."""
        if not self.preedit:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def footnote(self) -> None:
        """Begin a footnote at the caret and go to its text; from there, go back to its mark."""
        if self.preedit or self.isReadOnly():
            return
        cursor = self.textCursor()
        label = markdown_keys.definition_label(cursor.block().text())
        if label is not None:
            self._back_to(label)
            return
        new = markdown_keys.new_footnote(self.toPlainText())
        cursor.beginEditBlock()
        cursor.clearSelection()
        cursor.insertText(new.reference)
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(new.definition)
        cursor.endEditBlock()
        end.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(end)
        self.ensureCursorVisible()

    def _back_to(self, label: str) -> bool:
        text = self.toPlainText()
        at = markdown_keys.reference_end(text, label)
        if at is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(units(text[:at]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _leave_footnote(self) -> bool:
        """Go from a footnote's text back to its mark; return whether the caret was in one."""
        label = markdown_keys.definition_label(self.textCursor().block().text())
        return label is not None and self._back_to(label)

    def _changed(self) -> None:
        if self._filling or not self._ready:
            return
        text = self.toPlainText()  # textChanged also comes for a composition and for formats
        if text != self._last:
            self._last = text
            self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        if self._owes_refit:
            self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        shift = Qt.KeyboardModifier.ShiftModifier
        plain = not held & ~(Qt.KeyboardModifier.KeypadModifier | shift)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            # Qt's Shift+Enter is a line separator (U+2028), which no Markdown knows.
            if not held & shift and self._leave_footnote():
                return
            if held & shift or not self._continue_list():
                self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and plain:
            self._indent(outwards=key is Qt.Key.Key_Backtab)
        elif key is Qt.Key.Key_Escape:
            if not self._leave_footnote():
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _continue_list(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return False
        more = markdown_keys.continued(cursor.block().text())
        if more is None or (not more.clear and not cursor.atBlockEnd()):
            return False
        if more.clear:
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            cursor.insertBlock()  # without an empty line Markdown counts what follows to the item
            cursor.endEditBlock()
        else:
            cursor.insertText(more.insert)
        self.setTextCursor(cursor)
        return True

    def _indent(self, *, outwards: bool) -> None:
        """Move a list item in or out; elsewhere Tab goes to the next thing, as in any form."""
        cursor = self.textCursor()
        line = cursor.block().text()
        if not markdown_keys.is_item(line) or self.isReadOnly():
            self.focusNextPrevChild(not outwards)
            return
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        if not outwards:
            cursor.insertText("  ")
        elif line.startswith("  "):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 2)
            cursor.removeSelectedText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly() or self.preedit:
            return
        if sources := picture_source.offered(source):
            self.pictures.emit(sources)
            return
        cursor = self.textCursor()
        selected = cursor.selectedText().replace("\u2029", "\n")
        if words := pasting.words_of(source, selected):
            cursor.insertText(words)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or picture_source.may_offer(source)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.button() is Qt.MouseButton.LeftButton and not self.preedit:
            url = self._address_at(event.position().toPoint())
            if url:
                self.address_asked.emit(url)

    def _address_at(self, place: QPoint) -> str:
        cursor = self.cursorForPosition(place)
        line = cursor.block().text()
        at = len(part(line, 0, cursor.positionInBlock()))
        return links.pointed_at(line, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus():  # Qt does not follow the caret when the editor shrinks
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.preedit = ""

    def _space_lines(self) -> None:
        """Give every block one line height: Latin and kanji lines would stand unevenly.

        It costs the undo history, so it is only done for a text just loaded or another size.
        """
        undo = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(theme().px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(undo)
        self._spaced = theme().px(LINE)

    def _refit(self) -> None:
        self._owes_refit = bool(self.preedit)
        if self.preedit:
            return
        self._filling = True
        font = theme().font(Step.NOTE)
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.document().setDocumentMargin(0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme().tokens.text)
        self.setPalette(palette)
        if self._spaced != theme().px(LINE):
            self._space_lines()
        self._filling = False
