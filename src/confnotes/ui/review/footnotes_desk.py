"""All footnotes of a conference: read, edited, found, deleted, brought back."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.citations import Cited, Place
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.services.bundle import Services
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.review.footnotes_list import (
    FootnotesList,
    FootnotesModel,
    place_words,
    state_words,
)
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks


class FootnotePanel(QWidget):
    """One footnote: its text to edit, its places to go to. `written(Cited, text)`, `jumped(Place)`,
    `deleted(Cited)`, `restored()`."""

    written = Signal(object, str)
    jumped = Signal(object)
    deleted = Signal(object)
    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Cited | None = None
        self._drafts: dict[str, str] = {}  # typed here, and not read back from the file yet
        self._drafts_of = {"": self._drafts}
        self.title = Label(self.tr("Footnote"), Step.SUBTITLE, SEMIBOLD)
        self.state = WrapLabel("", Step.SMALL, role="text2", most=3)
        self.text = TextInput(self.tr("Text of the footnote"), rows=4)
        self.places_title = Label(self.tr("Where it is cited"), Step.SMALL, SEMIBOLD, "text2")
        self._places = QVBoxLayout()
        self.delete = Button(self.tr("Delete this footnote"), Look.GHOST, icon="trash")
        self.back = Button(self.tr("Footnote deleted. Bring it back"), Look.GHOST, icon="undo")
        self.back.hide()
        px = theme().px
        scroll = Scroll()
        column = scroll.body
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(8))
        for part in (self.title, self.state, self.text, self.places_title):
            column.addWidget(part)
        column.addLayout(self._places)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.text.written.connect(self._written)
        self.delete.clicked.connect(self.do_delete)
        self.back.clicked.connect(self.restored)

    def enter(self, conference_id: str) -> None:
        """Turn to another conference, whose footnotes may have the same keys."""
        self.text.flush()
        self._item = None
        self._drafts = self._drafts_of.setdefault(conference_id, {})

    def show_item(self, item: Cited | None) -> None:
        """Show a footnote; what is being typed in it stays."""
        same = item is not None and self._item is not None and self._item.key == item.key
        if not same:
            self.text.flush()
        self._item = item
        for part in (self.state, self.text, self.places_title, self.delete):
            part.setVisible(item is not None)
        if item is None:  # the last one was deleted, and can come back
            self._show_places(())
            return
        self.state.setText(state_words(item))
        self.delete.setVisible(item.note is not None and not item.places)
        kept = "" if item.note is None else item.note.text
        if self._drafts.get(item.key) == kept:
            del self._drafts[item.key]
        if not same or not self.text.field.hasFocus():
            self.text.show_text(self._drafts.get(item.key, kept), another=not same)
        self._show_places(item.places)

    def _show_places(self, places: Sequence[Place]) -> None:
        while (old := self._places.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.places_title.setVisible(bool(places))
        for place in places:
            button = Button(place_words(place), Look.GHOST, icon="arrow_right", height=28)
            button.setEnabled(bool(place.session_id))
            button.clicked.connect(lambda _on=False, place=place: self.jumped.emit(place))
            self._places.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def write(self) -> None:
        """Go where one writes."""
        if self._item is not None:
            self.text.go_on()
        else:
            self.back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def jump(self) -> None:
        """Go to the first text that cites it."""
        if self._item is not None and self._item.places and self._item.places[0].session_id:
            self.jumped.emit(self._item.places[0])

    def do_delete(self) -> None:
        """Delete a footnote that nothing cites."""
        if self._item is not None and self._item.note is not None and not self._item.places:
            self.text.flush()
            self.deleted.emit(self._item)

    def flush(self) -> None:
        """Hand on now what is being typed."""
        self.text.flush()

    def _written(self, text: str) -> None:
        if self._item is not None:
            self._drafts[self._item.key] = text
            self.written.emit(self._item, text)


class FootnotesDesk(QObject):
    """Reads the footnotes off the GUI thread. `counted(n)`, `shown()`, `jumped(session id,
    line id)` (no line: to the session)."""

    counted = Signal(int)
    shown = Signal()
    jumped = Signal(str, str)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        writes: Insistent,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._writes = services, tasks, writes
        self._conference: str | None = None
        self._asked = 0
        self._sought = ""
        self._deleted: Footnote | None = None
        self._made: dict[str, str] = {}  # ids of footnotes that begin here, by key
        self.model = FootnotesModel(self)
        self.list = FootnotesList(self.model)
        self.panel = FootnotePanel()
        self.list.chosen.connect(self.panel.show_item)
        self.list.jumped.connect(self.panel.jump)
        self.list.deleted.connect(self.panel.do_delete)
        self.list.undone.connect(self._restore)
        self.panel.jumped.connect(lambda one: self.jumped.emit(one.session_id, one.line_id))
        self.panel.written.connect(self._write)
        self.panel.deleted.connect(self._delete)
        self.panel.restored.connect(self._restore)

    @property
    def filled(self) -> bool:
        """Whether there is something to show: a footnote, or one that can come back."""
        return bool(self.model.items()) or self._deleted is not None

    def read(self, conference_id: str | None) -> None:
        """Read them anew; of answers that overtake each other only the last counts."""
        if conference_id != self._conference:
            self.panel.enter(conference_id or "")
            self._forget()
            self._made.clear()
        self._conference = conference_id
        self._asked += 1
        asked = self._asked
        if conference_id is None:
            self._take((), asked)
            return
        self._tasks.read(
            lambda: self._services.notes.citations(conference_id),
            lambda items: self._take(items, asked),
            lambda _gone: self._take((), asked),
        )

    def _take(self, items: Sequence[Cited], asked: int) -> None:
        if asked != self._asked:
            return
        self.list.show_items(items)
        self._seek()
        self._sought = ""
        self.counted.emit(len(items))
        self.shown.emit()

    def show_note(self, footnote_id: str) -> None:
        """Go to a footnote of the list, or as soon as the list is read."""
        self._sought = footnote_id
        self._seek()

    def _seek(self) -> None:
        for row, item in enumerate(self.model.items()):
            if self._sought and item.note is not None and item.note.id == self._sought:
                self.list.setCurrentIndex(self.model.index(row))
                self._sought = ""

    def flush(self) -> None:
        """Hand on now what is being typed."""
        self.panel.flush()

    def _write(self, item: Cited, text: str) -> None:
        """Keep a text; a citation without a footnote gets one where its key can be one."""
        conference = self._conference
        if conference is None or (item.note is None and not text.strip()):
            return
        made = self._made.setdefault(item.key, new_id())
        note = item.note or Footnote(made, conference, item.key, text)
        service = self._services.notes
        self._writes.write(
            lambda: service.put_footnote(replace(note, text=text)),
            about=(conference, item.key, "footnote"),
            words=text,
        )

    def _delete(self, item: Cited) -> None:
        note = self._deleted = item.note
        if note is not None:
            self._writes.write(lambda: self._services.notes.delete_footnote(note.id))
            self.panel.back.show()

    def _restore(self) -> None:
        note = self._deleted
        if note is not None:
            self._writes.write(lambda: self._services.notes.put_footnote(note), words=note.text)
        self._forget()

    def _forget(self) -> None:
        self._deleted = None
        self.panel.back.hide()
