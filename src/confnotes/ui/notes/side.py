"""The side panel of Notes: footnotes, session and photos in tabs, the reason, the key to the
marks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from confnotes.domain.session import LinkKind
from confnotes.services.views import SessionView
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.footnote_panel import Entry, FootnotePanel
from confnotes.ui.notes.heard_panel import HeardPanel
from confnotes.ui.notes.legend import Legend
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.photo_panel import Photo, PhotoPanel
from confnotes.ui.notes.session_panel import SessionPanel
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.panels import SidePanel
from confnotes.ui.parts.tabs import Tabs
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

WIDTH = 280
_FOOTNOTES, _SESSION, _PHOTOS, _MARKS = "footnotes", "session", "photos", "marks"
_HEARD = "heard"


class NotesSide(SidePanel):
    """Folds into a strip with the counts of footnotes and photos. `told` says which session it
    shows."""

    reason_pressed = Signal()
    left = Signal()
    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", WIDTH, parent)
        self.setAccessibleName(self.tr("Footnotes, session and photos"))
        self.tabs = Tabs(self.tr("Footnotes, session and photos"), gap=4)
        self.footnotes = FootnotePanel()
        self.session = SessionPanel()
        self.photos = PhotoPanel()
        self.heard = HeardPanel()
        self._footnote_count = self._photo_count = 0
        self.legend = Legend()
        self.why = Label(self.tr("Why this one"), Step.SMALL, SEMIBOLD, "text2")
        self.reason = WrapLabel("", Step.BASE, most=3)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.footnotes)
        self._pages.addWidget(self.session)
        self._pages.addWidget(self.photos)
        self._pages.addWidget(self.heard)
        self.tabs.chosen.connect(self.show_tab)
        self.opened.connect(self._strip_pressed)
        self.sheet.closed.connect(self.left)
        self._notes_button = self.add_strip(_FOOTNOTES, "footnote", self.tr("Footnotes"))
        self.add_strip(_SESSION, "info", self.tr("Session"))
        self._photos_button = self.add_strip(_PHOTOS, "image", self.tr("Photos"))
        self.add_strip(_HEARD, "text", self.tr("Heard"))
        self.add_strip(_MARKS, "keyboard", self.tr("Marks"))
        self._build()
        self._show_counts()
        self.show_tab(_FOOTNOTES)
        theme().changed.connect(self._fit_foot)

    def _build(self) -> None:
        self._foot = QWidget()
        self._foot_column = QVBoxLayout(self._foot)
        self._foot_column.addWidget(Hairline())
        self._foot_column.addWidget(self.why)
        self._foot_column.addWidget(self.reason)
        self._tab_row = QVBoxLayout()
        self._tab_row.addWidget(self.tabs)
        self.body.addLayout(self._tab_row)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._foot)
        self.body.addWidget(self.legend)
        self._fit_foot()

    def _fit_foot(self) -> None:
        px = theme().px
        self._foot_column.setContentsMargins(px(20), px(4), px(20), 0)
        self._foot_column.setSpacing(px(4))
        self._tab_row.setContentsMargins(px(14), 0, px(4), 0)
        self.fit_height(self.height())

    def fit_height(self, height: int) -> None:
        """Leave the key to the marks out where there is no room for it."""
        room = height >= theme().px(620)
        self.legend.setVisible(room and self.tabs.key() == _FOOTNOTES)
        self._foot.setVisible(bool(self.reason.text()) and self.tabs.key() == _FOOTNOTES)

    def fit(self, window_width: int) -> None:
        super().fit(window_width)
        self.role = "canvas"
        self.update()

    def _strip_pressed(self, key: str) -> None:
        self.show_tab(key if key in (_SESSION, _PHOTOS, _HEARD) else _FOOTNOTES)
        if key == _MARKS:
            self.legend.show()

    def show_tab(self, key: object) -> None:
        """Show a tab."""
        self.tabs.set_key(key)
        pages: dict[object, QWidget] = {
            _SESSION: self.session,
            _PHOTOS: self.photos,
            _HEARD: self.heard,
        }
        self._pages.setCurrentWidget(pages.get(key, self.footnotes))
        self.fit_height(self.height())

    def open_session_tab(self, link: object = None) -> None:
        """Show the session's tab, also where the panel is folded; of a kind of link its row."""
        self.open_over()
        self.show_tab(_SESSION)
        if isinstance(link, LinkKind):
            self.session.edit_link(link)

    def write(self, field: str) -> None:
        """Go to "summary" or "takeaway"; from there, back to the notes."""
        text = self.session.summary if field == "summary" else self.session.takeaway
        if text.hasFocus():
            self.go_back()
            return
        self.open_session_tab()
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Put the panel away where it lies over the sheet, and go back to the notes."""
        self.close_over()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show the pictures of the open session in the order of its text."""
        self.photos.show_photos(photos)
        if len(photos) != self._photo_count:
            self._photo_count = len(photos)
            self._show_counts()

    def _show_counts(self) -> None:
        count, photos = (str(n) if n else "" for n in (self._footnote_count, self._photo_count))
        self.tabs.set_tabs(
            [
                (_FOOTNOTES, self.tr("Footnotes"), "", count),
                (_SESSION, self.tr("Session"), "", ""),
                (_PHOTOS, self.tr("Photos"), "", photos),
                (_HEARD, self.tr("Heard"), "", ""),
            ]
        )
        self._notes_button.set_count(count)
        self._photos_button.set_count(photos)

    def show_session(self, view: SessionView) -> None:
        """Show a session's facts."""
        self.session.show_session(view)
        self.told.emit(view)
        self.reason.setText(view.session.choice.reason)
        self.fit_height(self.height())

    def show_footnotes(
        self,
        document: NotesDocument,
        book: FootnoteBook,
        moments: Moments,
        caret_keys: tuple[str, ...],
        unused: list[str],
    ) -> None:
        """Show the footnotes of the open session in the order of its text."""
        places = self._places(document, moments)
        used: list[Entry] = [
            (key, str(number), book.text(key), places.get(key, ""))
            for key, number in document.numbers.items()
        ]
        rest: list[Entry] = [(key, "", book.text(key), "") for key in unused]
        self.footnotes.show_entries(used, rest, set(caret_keys))
        if len(used) != self._footnote_count:
            self._footnote_count = len(used)
            self._show_counts()

    def _places(self, document: NotesDocument, moments: Moments) -> dict[str, str]:
        places: dict[str, str] = {}
        for number, row in enumerate(document.rows()):
            for key in row.keys:
                if key in places:
                    continue
                facts = document.facts.get(row.id)
                time = moments.short(facts.written_at, facts.nudge)
                places[key] = (
                    self.tr("line at {time}").format(time=time)
                    if time
                    else self.tr("line {n}").format(n=number + 1)
                )
        return places
