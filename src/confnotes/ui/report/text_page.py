"""The text of the chosen section: heading, whose text it is, the editor, and two drawers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from confnotes.domain.news import Piece, news, put_in, settled
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language, stored
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import language_name
from confnotes.ui.parts.utf16 import part, units
from confnotes.ui.report import note_rows, words
from confnotes.ui.report.drawer import Drawer
from confnotes.ui.report.editor import FOOTNOTE_CHORD, SectionEditor
from confnotes.ui.report.heading_field import HeadingField
from confnotes.ui.report.kept_text import KeptText
from confnotes.ui.report.news_list import News
from confnotes.ui.report.note_rows import NoteRow
from confnotes.ui.report.notes_drawer import NotesList


class TextPage(Ground):
    """Shows one section in one language and tells what is written in it; stores nothing.

    `written(key, language, text)` comes while one types, `reverted` when the text is again what
    was generated, `renamed(key, language, heading)` with another heading, `settled(key, language,
    base)` when a piece of what the notes say since was put in or passed over.
    """

    written = Signal(str, object, str)
    reverted = Signal(str, object)
    renamed = Signal(str, object, str)
    settled = Signal(str, object, str)
    other_asked = Signal()
    form_asked = Signal()
    delete_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "", parent)
        self._key = ""
        self._kind = SectionKind.OWN
        self._language = Language.JA
        self._generated = ""
        self._base = ""
        self._written = False
        self._emptied = False
        self._turned = False
        self.heading = HeadingField()
        self.state = Label("", Step.SMALL, role="text2")
        self.footnote = IconButton(
            "footnote", self.tr("Footnote here ({chord})").format(chord=FOOTNOTE_CHORD), size=28
        )
        self.delete = IconButton("trash", self.tr("Delete this section"), size=28, icon_size=16)
        self.delete.hide()
        self.form = Button("", Look.GHOST, height=28)
        self.form.hide()
        self.back = Button(self.tr("Back to generated"), Look.GHOST, icon="undo", height=28)
        self.editor = SectionEditor()
        self.kept = KeptText()
        self.other_text = _Reference()
        self.other = Drawer("", self.other_text)
        self.news_body = News()
        self.news = Drawer(self.tr("The notes changed since you wrote this"), self.news_body)
        self.news.hide()
        self.notes_list = NotesList()
        self.notes = Drawer(self.tr("Notes of this section"), self.notes_list)
        self._save = Autosave(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.state, 1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.form)
        self._row.addWidget(self.delete)
        self._row.addWidget(self.footnote)
        inner = QVBoxLayout()
        inner.addWidget(self.heading)
        inner.addLayout(self._row)
        inner.addWidget(self.editor, 1)
        self._inner = inner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.kept)
        column.addWidget(self.news)
        column.addWidget(self.notes)
        column.addWidget(self.other)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._inner.setContentsMargins(px(18), px(14), px(16), px(8))
        self._inner.setSpacing(px(2))
        self._row.setContentsMargins(px(10), 0, 0, px(6))
        self.editor.setContentsMargins(0, 0, 0, 0)
        self.editor.set_margins(px(10), px(12))

    def _connect(self) -> None:
        self.editor.edited.connect(self._edited)
        self.editor.left.connect(self.left)
        self.heading.left.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.heading.renamed.connect(
            lambda text: self.renamed.emit(self._key, self._language, text)
        )
        self.back.clicked.connect(self.back_to_generated)
        self.kept.wanted.connect(self.bring_back)
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._key))
        self.form.clicked.connect(self.form_asked)
        self.footnote.clicked.connect(self.begin_footnote)
        self.notes_list.wanted.connect(self.insert_note)
        self.news_body.list.wanted.connect(self.put_in)
        self.news_body.list.left.connect(self._settle)
        self.news_body.passed.connect(lambda: self._settle(None))
        self.other.toggled.connect(lambda opened: self.other_asked.emit() if opened else None)
        self._save.due.connect(self._tell)

    @property
    def key(self) -> str:
        """The section shown ("" for none)."""
        return self._key

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return self._language

    @property
    def dirty(self) -> bool:
        """Whether something typed was not handed on yet."""
        return self._save.pending

    def forget(self, conference_id: str | None) -> None:
        """Turn to another conference, whose sections have the same keys."""
        self.kept.open(conference_id)
        self._key = ""

    def show_section(self, key: str, kind: SectionKind, language: Language, heading: str) -> None:
        """Turn to a section; what was typed in the one before is handed on first."""
        if (key, language) != (self._key, self._language):
            self.flush()
            self._emptied, self._turned = False, True
            self.heading.edit.clearFocus()
            self.other.set_open(False)
        self._key, self._kind, self._language = key, kind, language
        self.heading.show_heading(heading)
        self.heading.set_read_only(not key)
        self.editor.setPlaceholderText(words.placeholder(kind))
        self.editor.setReadOnly(not key)
        form = {
            SectionKind.ABOUT: (self.tr("Facts"), "list"),
            SectionKind.OPENING: (self.tr("Who writes"), "person"),
            SectionKind.OWN: None,
            SectionKind.CONCLUSION: None,
            SectionKind.THANKS: None,
            SectionKind.RELATED: None,
            SectionKind.ADDENDUM: None,
            SectionKind.WHY: None,
        }.get(kind, (self.tr("How it is told"), "settings"))
        self.delete.setVisible(kind is SectionKind.OWN)
        self.form.setVisible(form is not None)
        if form is not None:
            self.form.set_words(*form)
        second = Language.EN if language is Language.JA else Language.JA
        self.other.set_title(language_name(second), self.tr("the other language"))

    def load(self, text: str, generated: str, base: str = "", *, written: bool) -> None:
        """Show the section's text: the author's, or what was generated. A text that is already
        there keeps its caret and its history, and one that was just emptied stays empty."""
        self._generated, self._base = generated, base
        if not self._emptied:
            self._written = written
            if self._turned or text != stored(self.editor.text()):
                self.editor.load(text)
            self._turned = False
        self._say()
        self._show_news()

    def show_notes(self, rows: tuple[NoteRow, ...]) -> None:
        """Show the notes of the section in their drawer (none: no drawer)."""
        n = len(rows)
        count = self.tr("1 line") if n == 1 else self.tr("{n} lines").format(n=n)
        self.notes.set_title(self.tr("Notes of this section"), count)
        self.notes.setVisible(bool(rows))
        self.notes_list.show_rows(rows)

    def show_other(self, text: str) -> None:
        """Show the section in the other language, to read beside one's own."""
        self.other_text.show_text(text)

    def insert_note(self, row: NoteRow) -> None:
        """Put a line of notes into the text, at the end of the paragraph the caret is in."""
        self.insert_block(row.words)

    def insert_block(self, words: str, caret: int | None = None) -> None:
        """Put words into the text, at the end of the paragraph the caret is in; the caret then
        stands after so many of their letters (None: after all)."""
        if self.editor.composing or not self._key:
            return
        cursor = self.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        text, at = self.editor.text(), cursor.position()
        before, after = part(text, 0, at), part(text, at)
        put = note_rows.placed(before, words, after.lstrip("\n"))
        cursor.insertText(put)
        if caret is not None:
            lead = put.index(words) + caret
            cursor.setPosition(at + units(put[:lead]))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def back_to_generated(self) -> None:
        """Put back what was generated; one's own text is kept, and undo brings it again too."""
        if not self.editor.composing:
            self._replace(self._generated)

    def bring_back(self) -> None:
        """Put back one's own text that was replaced before; what it replaces is kept in turn."""
        if not self.editor.composing and (text := self.kept.take((self._key, self._language))):
            self._replace(text)

    def _replace(self, text: str) -> None:
        now = self.editor.text()
        if now != self._generated:
            self.kept.keep((self._key, self._language), now)
        self.editor.replace_all(text)
        self.flush()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_in(self, piece: Piece) -> None:
        """Put a piece of what the notes say since into the text, as one step of undo."""
        if self.editor.composing or not self._key:
            return
        text = put_in(self.editor.text(), piece)
        if text != self.editor.text():
            self.editor.replace_all(text)
            self.flush()
        self._settle(piece)

    def _settle(self, piece: Piece | None) -> None:
        """Offer a piece no more (None: none of them)."""
        self._base = self._generated if piece is None else settled(self._base, piece)
        self.settled.emit(self._key, self._language, self._base)
        self._show_news()

    def _show_news(self) -> None:
        found = news(self._base, self._generated, self.editor.text()) if self._written else ()
        title = self.tr("The notes changed since you wrote this")
        self.news.set_title(title, str(len(found)) if found else "")
        self.news.setVisible(bool(found))
        self.news_body.list.show_rows(found)

    def begin_footnote(self) -> None:
        """Begin a footnote at the caret."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.footnote()

    def flush(self) -> None:
        """Hand on now what was typed."""
        self.heading.commit()
        self._save.flush()

    def _edited(self) -> None:
        self._written = self.editor.text() != self._generated
        self._emptied = not self.editor.text().strip()
        self._say()
        self._save.touch()

    def _tell(self) -> None:
        text = self.editor.text()
        if text == self._generated:
            self.reverted.emit(self._key, self._language)
        else:
            self.written.emit(self._key, self._language, text)
        self._show_news()

    def _say(self) -> None:
        typed = self.editor.text()
        mine = self._written and bool(typed.strip())
        self.state.icon_name = "pencil" if mine else ""
        self.state.setText(
            words.state(
                written=self._written,
                typed=typed,
                generated=self._generated,
                language=self._language,
            )
        )
        self.back.setVisible(self._written and bool(self._generated.strip()))
        self.kept.offer((self._key, self._language), typed)


class _Reference(QTextEdit):
    """The other language's text: to read and copy, not to write."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The other language"))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFont(theme().font(Step.PREVIEW))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(theme().px(28), theme().px(4), theme().px(16), theme().px(8))
        self.setFixedHeight(theme().px(180))

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
