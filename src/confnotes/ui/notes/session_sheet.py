"""The sheet of one session: its head, the editor, and the field for footnotes and gists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line, LineKind
from confnotes.services.views import NotesView, SessionView
from confnotes.ui.notes import commands, edits, merging
from confnotes.ui.notes.actions import FOCUS
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import Clock, NotesDocument
from confnotes.ui.notes.editor import NotesEditor
from confnotes.ui.notes.focus import FocusFoot, FocusHead, margin
from confnotes.ui.notes.footnote_field import Ended, FootnoteField
from confnotes.ui.notes.header import Header
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.opened import Opened, OpenedSessions
from confnotes.ui.notes.picture_files import PictureFiles
from confnotes.ui.notes.rows import REFERENCE
from confnotes.ui.notes.spotlight import Spotlight
from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step


@dataclass(frozen=True)
class _Writing:
    """What the small field writes: a footnote's text (`key`), or something beside a line, which
    `keep` takes."""

    key: str = ""
    keep: Callable[[str], None] | None = None
    steps: int = 0


class SessionSheet(Ground):
    """`marked`: save now; `dropped(Footnote)`: a footnote that was discarded while written;
    `shown`: another session (or none) is open."""

    marked = Signal()
    shown = Signal()
    dropped = Signal(object)

    def __init__(
        self, book: FootnoteBook, clock: Clock, files: PictureFiles, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", "", parent)
        self._book, self._clock = book, clock
        self.files = files
        self._opened = OpenedSessions(clock, files)
        self._current: Opened | None = None
        self._writing: _Writing | None = None
        self._title = ""
        self.header = Header()
        self.editor = NotesEditor(book)
        self._spotlight = Spotlight(self.editor)
        self.empty = WrapLabel("", Step.SUBTITLE, role="text2")
        self.editor.marked.connect(self.marked)
        self.header.stars.settled.connect(self.editor.setFocus)
        self.focus_head, self.focus_foot = FocusHead(), FocusFoot(FOCUS)
        self.alone = False
        self.field = FootnoteField(self)
        self.field.edited.connect(self._field_edited)
        self.field.ended.connect(self._field_ended)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.focus_head)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.editor)
        self._column.addLayout(self._middle)
        self._column.addWidget(self.empty)
        self._column.addStretch(0)
        self._foot = QVBoxLayout()
        self._column.addLayout(self._foot)
        self._column.addWidget(self.focus_foot)
        self.show_nothing()
        theme().changed.connect(self._opened.fit_theme)

    # -- sessions ------------------------------------------------------------------------------

    def show_nothing(self, words: str = "") -> None:
        """Show that no session is open, and what to do."""
        self.leave()
        self._current = None
        self._show_parts()
        self.empty.show()
        self._column.setContentsMargins(theme().px(32), theme().px(32), theme().px(32), 0)
        self.empty.setText(
            words
            or self.tr(
                "No session is open. Choose one in the agenda, or begin a new one with Ctrl+N."
            )
        )
        self.shown.emit()

    def add_to_foot(self, bar: QWidget) -> None:
        """Give a bar its place below the editor."""
        self._foot.addWidget(bar)

    def forget(self) -> None:
        """Forget all documents: another conference comes."""
        self.show_nothing()
        self._opened.clear()

    def documents(self) -> list[NotesDocument]:
        """Return the notes of all sessions that are in memory."""
        return self._opened.documents()

    @property
    def document(self) -> NotesDocument | None:
        """The notes that are open."""
        return None if self._current is None else self._current.document

    @property
    def moments(self) -> Moments:
        """The times of the session that is open."""
        return Moments() if self._current is None else self._current.gutter.moments

    def open(self, view: NotesView, moments: Moments) -> bool:
        """Show a session, its caret where it was; return whether it was read from the file."""
        self.leave()
        opened, fresh = self._opened.open(view, moments)
        opened.document.known_keys.update(self._book.keys())
        self._current = opened
        self._column.setContentsMargins(0, 0, 0, 0)
        self.empty.hide()
        self._show_parts()
        self.show_session(view.session, moments)
        self.editor.show_document(opened.gutter, opened.caret)
        self.shown.emit()
        return fresh

    def go_to(self, line_id: str, words: Sequence[str] = ()) -> None:
        """Put the caret at the end of a line, in the middle of the sheet, and mark words (in search
        form) in it until the caret moves; nothing where it is not here (any more)."""
        if self.document is None or not self.editor.go_to(line_id):
            return
        bar = self.editor.verticalScrollBar()
        away = self.editor.cursorRect().center().y() - self.editor.viewport().height() // 2
        bar.setValue(bar.value() + away)
        self._spotlight.show(self.editor.textCursor().block(), words)

    def leave(self) -> None:
        """Hand over the composition and what the small field holds; remember the caret."""
        self._spotlight.off()
        self.field.close_kept()
        self.editor.leave()
        if self._current is not None:
            self._current.caret = self.editor.textCursor().position()

    def show_session(self, view: SessionView, moments: Moments) -> None:
        """Show what changed of the open session (never its text)."""
        if self._current is not None:
            self._current.gutter.moments = moments
            self._title = view.session.title
            self.header.show_session(view, moments, self._clock())
            self.focus_head.show_session(self._title, moments, self._clock())
            self.editor.viewport().update()

    def show_saved(self, at: datetime) -> None:
        """Say where only the editor is left that all is in the file."""
        self.focus_foot.set_saved(self.moments.clock(at, seconds=True))

    def tick(self, now: datetime) -> None:
        """Look at the clock."""
        self.header.tick(self.moments, now)
        self.focus_head.show_session(self._title, self.moments, now)

    def set_alone(self, alone: bool) -> None:
        """Focus mode: the editor in a column, its head and foot around it. Neither document nor
        editor is touched, so that an open composition goes on."""
        self.alone = alone
        self._show_parts()
        self._fit_column()

    def _show_parts(self) -> None:
        shown = self._current is not None
        self.header.setVisible(shown and not self.alone)
        self.editor.setVisible(shown)
        self._column.setStretchFactor(self._middle, int(shown))
        self.focus_head.setVisible(shown and self.alone)
        self.focus_foot.setVisible(shown and self.alone)

    def _fit_column(self) -> None:
        side = margin(self.width()) if self.alone else 0
        self._middle.setContentsMargins(side, 0, side, 0)
        self.focus_foot.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_column()

    def take_changes(self, view: NotesView, before: dict[str, Line]) -> None:
        """Bring in what others changed: facts now, words when no composition is open."""
        opened = self._opened.get(view.session.session.id)
        if opened is None:
            return
        document = opened.document
        document.known_keys.update(note.key for note in view.footnotes)
        opened.document.pictures.load(view.attachments, view.uses)
        if [*before.values()] == [*view.lines]:
            self.editor.viewport().update()
            return  # nobody did: the usual case, and thousands of lines take their time
        merging.take_facts(document, before, view.lines)
        self.editor.when_idle(lambda: self._merge(opened, before, view))

    def take_over(self, view: NotesView, before: dict[str, Line]) -> NotesDocument | None:
        """Make a session in memory what the file holds, with no undo behind it; return its
        document. Only while no composition is open."""
        opened = self._opened.get(view.session.session.id)
        if opened is None:
            return None
        opened.document.known_keys.update(note.key for note in view.footnotes)
        merging.take_facts(opened.document, before, view.lines)
        opened.document.pictures.load(view.attachments, view.uses)
        merging.take_over(opened.document, before, view.lines)
        self.editor.viewport().update()
        return opened.document

    def _merge(self, opened: Opened, before: dict[str, Line], view: NotesView) -> None:
        merging.merge(opened.document, before, view.lines)
        self.editor.viewport().update()

    # -- chords --------------------------------------------------------------------------------

    def mark(self, kind: LineKind) -> None:
        """Mark the caret's lines, or take the mark off."""
        self._do(lambda document, cursor: edits.mark(document, cursor, kind))

    def toggle_done(self) -> None:
        """Tick a to-do."""
        self._do(commands.toggle_done)

    def nudge(self, seconds: int) -> None:
        """Correct when the caret's lines were written; undo right afterwards takes it back."""
        moved: list[str] = []
        self._do(lambda document, cursor: moved.extend(commands.nudge(document, cursor, seconds)))
        document = self.editor.notes

        def back() -> None:
            document.nudge(moved, -seconds)
            self.marked.emit()

        self.editor.undoing.note(document, back)
        self.editor.viewport().update()

    def next_audience(self) -> None:
        """Change whom the caret's lines are for."""
        self._do(commands.next_audience)

    def toggle_unsure(self) -> None:
        """Say that one is not sure of a quote."""
        self._do(commands.toggle_unsure)

    def _do(self, change: edits.Change) -> None:
        if self._current is None:
            return
        self.editor.commit_composition()
        self.editor.change(change)
        self.editor.setFocus()
        self.marked.emit()

    def rate_by_keys(self) -> None:
        """Go to the stars; pressed there again, go back to the line."""
        stars = self.header.stars
        if stars.hasFocus():
            self.editor.setFocus()
        else:
            stars.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_gist(self) -> None:
        """Open the small field for the gist of the quote the caret is in."""
        if self._current is None or self.field.is_open:
            return
        row = self.editor.row()
        if row.kind is not LineKind.QUOTE:
            return
        keep = partial(commands.set_gist, self._current.document, row.id)
        self.write_beside(
            "“", self.tr("Its gist or translation"), row.gist, self.caret_rect(), keep
        )

    def write_beside(
        self, sign: str, name: str, text: str, at: QRect, keep: Callable[[str], None]
    ) -> None:
        """Open the small field under `at` for what stands beside a line; `keep` takes the words."""
        self._writing = _Writing(keep=keep)
        hints = [("Enter", self.tr("put away")), ("Esc", self.tr("leave as it was"))]
        self.field.open(sign, name, text, hints, at)

    def write_footnote(self) -> None:
        """Cite a new footnote at the caret and open the small field for its text."""
        if self._current is None or self.field.is_open:
            return
        self.editor.commit_composition()
        document, key = self._current.document, self._book.new_key()
        self.editor.change(lambda doc, cursor: edits.insert_reference(doc, cursor, key))
        self._book.keep(key, "")
        self._writing = _Writing(key=key, steps=document.availableUndoSteps())
        hints = [
            ("Enter", self.tr("put away")),
            ("Esc", self.tr("discard")),
            ("Ctrl+Enter", self.tr("another one")),
        ]
        number = str(document.numbers.get(key, ""))
        self.field.open(number, self.tr("Footnote"), "", hints, self.caret_rect())

    def caret_rect(self) -> QRect:
        """Return where the caret is, in the sheet's coordinates."""
        self.editor.ensureCursorVisible()
        rect = self.editor.cursorRect()
        corner = self.editor.viewport().mapTo(self, rect.topLeft())
        return QRect(corner + QPoint(0, 2), rect.size())

    def _field_edited(self, text: str) -> None:
        if self._writing is not None and self._writing.key:
            self._book.keep(self._writing.key, text)

    def _field_ended(self, how: Ended, text: str) -> None:
        writing, self._writing = self._writing, None
        if writing is None or self._current is None:
            return
        if self.field.had_focus:
            self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        if writing.keep is not None:
            if how is not Ended.DISCARDED:
                writing.keep(text.strip())
                self.marked.emit()
            return
        if how is Ended.DISCARDED or not text.strip():
            self._discard(writing)
        else:
            self._book.keep(writing.key, text.strip())
        self.marked.emit()
        if how is Ended.ANOTHER and text.strip():
            self.write_footnote()

    def _discard(self, writing: _Writing) -> None:
        """Take reference and footnote back: as if the chord had not been pressed."""
        document = self.editor.notes
        if document.availableUndoSteps() == writing.steps:
            self.editor.undo()
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        else:
            cursor = self.editor.textCursor()
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(REFERENCE)
            )
            if cursor.selectedText() == REFERENCE:
                cursor.removeSelectedText()
        note: Footnote | None = self._book.drop(writing.key)
        if note is not None:
            self.dropped.emit(note)
