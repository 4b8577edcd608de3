"""The sheet one writes on: plain text that reads as an outline, one block a line.

Japanese input is sacred: while a composition is open every key is the input method's, nothing
here writes into the document, and what must write waits for its end (`when_idle`).
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from confnotes.domain.footnotes import typed_references
from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.ui.notes import (
    adoption,
    commands,
    edits,
    erasing,
    keys,
    transfer,
)
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.gutter import Gutter
from confnotes.ui.notes.outline_view import OutlineView
from confnotes.ui.notes.rows import JOINER, OBJECT
from confnotes.ui.notes.typing_run import TypingRun
from confnotes.ui.notes.undoing import Undoing
from confnotes.ui.parts import picture_source
from confnotes.ui.parts.utf16 import units

Change = edits.Change
_CHANGES: dict[str, Change] = {
    "enter": edits.enter,
    "indent": lambda document, cursor: edits.shift(document, cursor, 1),
    "outdent": lambda document, cursor: edits.shift(document, cursor, -1),
    "move_up": lambda document, cursor: edits.move(document, cursor, -1),
    "move_down": lambda document, cursor: edits.move(document, cursor, 1),
    "delete": erasing.forward,
    "delete_word": erasing.word,
    "delete_word_back": erasing.word_back,
}
_TOUCHING = frozenset({"delete", "delete_word", "delete_word_back", "backspace"})


class NotesEditor(OutlineView):
    """Edits a NotesDocument. `composing_ended`: what waited has been done; `marked`: a line got
    its mark by typing; `nothing_to_undo`: undo was pressed, and the document has none."""

    composing_ended = Signal()
    marked = Signal()
    nothing_to_undo = Signal()

    def __init__(self, book: FootnoteBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._run = TypingRun()
        self.undoing = Undoing(self)
        self._touched: set[str] = set()
        self._line = ""
        self._at = 0
        self._waiting: list[Callable[[], None]] = []
        self._preedit = ""
        self.more: list[QAction] = []
        """What the context menu offers beside plain editing."""
        self.take_pictures: Callable[[QMimeData, int, bool], bool] = lambda _mime, _at, _above: (
            False
        )
        """Puts the pictures of it below (above) a line; false when it is text that is meant."""
        self.cursorPositionChanged.connect(self._keep_out_of_numbers)

    def show_document(self, gutter: Gutter, caret: int | None = None) -> None:
        """Show another session's document, whose undo stays its own; an open composition ends
        in the document it was typed in. The caret goes to `caret`, or behind the last letter."""
        self.leave()
        self._run.end()
        self._touched.clear()
        self.show_gutter(gutter, caret)
        self._line = self.row().id

    def leave(self) -> None:
        """Hand over everything pending: the open composition, footnotes typed in this line."""
        if self.gutter is None:
            return
        self.commit_composition()
        self._adopt_in(self._line)

    # -- composition ---------------------------------------------------------------------------

    @property
    def composing(self) -> bool:
        """Whether the input method has an open composition here."""
        return bool(self._preedit)

    def when_idle(self, write: Callable[[], None]) -> None:
        """Do what writes into the document: now, or when the composition has ended."""
        if self.composing:
            self._waiting.append(write)
        else:
            write()

    def commit_composition(self) -> None:
        """End an open composition with its text kept, in the document it was typed in."""
        if not self.composing:
            return
        QGuiApplication.inputMethod().commit()
        if self.composing:  # no input method answered: keep what stood there
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            self.inputMethodEvent(event)
            QGuiApplication.inputMethod().reset()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        begins = event.preeditString() or event.commitString()
        if not self.composing and begins and self._several():
            self.change(edits.remove_selection)
        at, count = self._place()
        super().inputMethodEvent(event)
        ended = self.composing and not event.preeditString()
        self._preedit = event.preeditString()
        if event.commitString():
            self._typed(at, units(event.commitString()), count)
        elif not ended:
            return  # a change of the preedit, or the empty event after a commit: no edit
        if not self.composing:
            self._settle()

    def _settle(self) -> None:
        """What waited for the end of a composition: marks first, then other people's writes."""
        self._read_sign()
        waiting, self._waiting = self._waiting, []
        for write in waiting:
            write()
        self._look_back()
        self.composing_ended.emit()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.composing or keys.is_ours(event):
                event.accept()  # the input method's, or the sheet's: no shortcut may have it
                return True
            if keys.is_windows(event):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing:
            if keys.types_text(event):
                super().keyPressEvent(event)  # a letter the input method did not want
            event.accept()
            return
        command = keys.command_of(event)
        if command is not None:
            self._do(command)
            event.accept()
        elif keys.types_text(event):
            self._type(event)
        else:
            super().keyPressEvent(event)
        self._look_back()

    def _type(self, event: QKeyEvent) -> None:
        if not self._several():
            at, count = self._place()
            super().keyPressEvent(event)
        else:
            self.change(edits.remove_selection)
            at, count = self._place()
            cursor = self.textCursor()
            with edits.one_step(cursor, joined=True):
                cursor.insertText(event.text())
            self.setTextCursor(cursor)
        self._typed(at, units(event.text()), count)
        self._read_sign()

    def _several(self) -> bool:
        """Return whether the selection reaches over a line's end."""
        cursor, document = self.textCursor(), self.notes
        return cursor.hasSelection() and document.findBlock(
            cursor.selectionStart()
        ) != document.findBlock(cursor.selectionEnd())

    def _place(self) -> tuple[int, int]:
        """Return the offset in its line that typing starts at, and the number of lines."""
        start = self.textCursor().selectionStart()
        return start - self.notes.findBlock(start).position(), self.notes.blockCount()

    def _typed(self, at: int, count: int, lines_before: int) -> None:
        if self.notes.blockCount() != lines_before:  # an input method committed a line break
            self._make_distinct()
            self._run.end()
            return
        row = self.row()
        self._run.typed(row.id, at, count)
        self._touched.add(row.id)

    def _make_distinct(self) -> None:
        seen: set[str] = set()
        cursor = QTextCursor(self.notes)
        for number, row in enumerate(list(self.notes.rows())):
            if row.id in seen or not row.id:
                cursor.setPosition(self.notes.findBlockByNumber(number).position())
                with edits.one_step(cursor, joined=True):
                    edits.give(cursor, replace(row, id=new_id(), sign="", gist=""))
            seen.add(row.id)

    def _read_sign(self) -> None:
        """Turn a mark just typed at the line's start into the line's kind, as a step of its own."""
        row = self.row()
        sign = self._run.sign(row)
        if sign is None:
            return
        self._run.end()
        kind = row.kind if sign.kind is LineKind.POINT else sign.kind
        edits.take_sign(self.notes, self.textCursor(), kind, sign.length, done=sign.done)
        self.marked.emit()

    def _do(self, command: str) -> None:
        if command in _TOUCHING:
            self._touched.add(self.row().id)
        if command in {"undo", "redo"}:
            self._run.end()
            self._touched.clear()
            if command == "undo" and self.undoing.back_beside(self.notes):
                return
            if command == "undo" and not self.notes.isUndoAvailable():
                self.nothing_to_undo.emit()
            self.undoing.go(self.notes, self.undo if command == "undo" else self.redo)
        elif command == "cut":
            self.cut()
        elif command == "copy":
            self.copy()
        elif command == "backspace":
            self._backspace()
        else:
            self.change(_CHANGES[command])
        self.ensureCursorVisible()

    def _backspace(self) -> None:
        cursor, run = self.textCursor(), self._run
        if cursor.hasSelection() or cursor.atBlockStart():
            run.end()
        else:
            run.erased(self.row().id, cursor.positionInBlock())
        erasing.backward(self.notes, cursor)
        self.setTextCursor(cursor)

    def change(self, change: Change) -> None:
        """Change the outline at the caret; what stands there is existing text from then on."""
        cursor = self.textCursor()
        self._run.end()
        change(self.notes, cursor)
        self.setTextCursor(cursor)
        # Or Qt joins letters typed next to this step, and one undo takes both.
        self.notes.setModified(False)
        self.tell_line()

    # -- clipboard -----------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        return transfer.copy(self.notes, self.textCursor())

    def cut(self) -> None:
        """Cut the selection, or the picture of the caret's line; lines keep their identity and
        moment on the clipboard."""
        if not self._can_go():
            return
        cursor = self.textCursor()
        self._run.end()
        QGuiApplication.clipboard().setMimeData(transfer.take_out(self.notes, cursor))
        self.setTextCursor(cursor)

    def copy(self) -> None:
        """Copy the selection, or the picture of the caret's line."""
        if self._can_go():
            QGuiApplication.clipboard().setMimeData(transfer.copy(self.notes, self.textCursor()))

    def _can_go(self) -> bool:
        return self.textCursor().hasSelection() or self.row().kind is LineKind.IMAGE

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        ours = source.hasFormat(picture_source.LINES) or picture_source.may_offer(source)
        return source.hasText() or source.hasHtml() or ours

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.commit_composition()
        if self.take_pictures(source, self.row_number(), False):
            return
        self.change(lambda document, cursor: transfer.put_in(document, cursor, source, self._book))
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu would cut and paste past the rules of identity."""
        self.commit_composition()
        menu, document = QMenu(self), self.notes
        chosen, pasted = self._can_go(), self.canPaste()
        for words, command, enabled in (
            (self.tr("Undo"), partial(self._do, "undo"), document.isUndoAvailable()),
            (self.tr("Redo"), partial(self._do, "redo"), document.isRedoAvailable()),
            (self.tr("Cut"), self.cut, chosen),
            (self.tr("Copy"), self.copy, chosen),
            (self.tr("Paste"), self.paste, pasted),
            (self.tr("Select all"), self.selectAll, True),
        ):
            menu.addAction(words, command).setEnabled(enabled)
        menu.addSeparator()
        menu.addActions(self.more)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        self.commit_composition()
        target, source = self.cursorForPosition(event.position().toPoint()), self.textCursor()
        own = event.source() in {self, self.viewport()}
        self.dragLeaveEvent(QDragLeaveEvent())  # or QTextEdit goes on showing where it would drop
        if own and source.selectionStart() <= target.position() <= source.selectionEnd():
            event.ignore()
            return
        above = event.position().y() < self.cursorRect(target).center().y()
        if not own and self.take_pictures(event.mimeData(), target.blockNumber(), above):
            event.acceptProposedAction()
            return
        self._run.end()
        move = own and event.proposedAction() is Qt.DropAction.MoveAction
        mime = transfer.take_out(self.notes, source) if move else event.mimeData()
        edits.whole_references(target)
        transfer.put_in(self.notes, target, mime, self._book, joined=move)
        self.setTextCursor(target)
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # -- following the caret -------------------------------------------------------------------

    def _keep_out_of_numbers(self) -> None:
        """A raised number is two characters; the caret never stands between them."""
        if self.gutter is None or self.composing:
            return
        cursor = self.textCursor()
        at = cursor.position()
        if self.notes.characterAt(at) == OBJECT and self.notes.characterAt(at - 1) == JOINER:
            at += 1 if at > self._at else -1
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(at, keep if cursor.hasSelection() else keep.MoveAnchor)
            self._at = at
            self.setTextCursor(cursor)
        self._at = at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit_composition()
        todo = self.todo_at(event.position().toPoint())
        if todo is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(todo)
            self.change(commands.toggle_done)
            self.marked.emit()
        else:
            super().mousePressEvent(event)
        self._look_back()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.gutter is not None and not self.composing:
            self._adopt_in(self._line)

    def _look_back(self) -> None:
        """When the caret has left a line: footnotes typed in it become footnotes."""
        if self.composing or self.gutter is None:
            return
        here = self.row().id
        if here != self._line:
            left, self._line = self._line, here
            self._adopt_in(left)
            self.line_entered.emit()

    def _adopt_in(self, identity: str) -> None:
        if identity not in self._touched:
            return
        self._touched.discard(identity)
        text = next((row.text for row in self.notes.rows() if row.id == identity), "")
        labels = {label for _, _, label in typed_references(text)}
        if labels:
            transfer.keep(self._book, adoption.adopt_typed(self.notes, labels, self._book.new_key))
