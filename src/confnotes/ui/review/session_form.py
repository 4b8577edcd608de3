"""What one makes of a session: the form at the right of the table."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.choice import Attendance
from confnotes.domain.session import Session
from confnotes.domain.tags import shown_tags
from confnotes.domain.text import Language, fingerprint
from confnotes.domain.versions import Texts
from confnotes.services.views import SessionView
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.stars import Stars
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TwoTexts, second_language
from confnotes.ui.review.links_editor import LinksEditor
from confnotes.ui.review.transcript_row import TranscriptRow

FIELDS = ("heading", "summary", "takeaway", "reason")
"""The texts of a session that one writes here, by the names their versions go by."""


class SessionForm(QWidget):
    """Shows one session and tells what one changes in it; stores nothing.

    `text_written(session, field, text)`, `version_written(session, field, language, text,
    original)`, and one signal for each mark. All carry the id of the session they are about.
    """

    text_written = Signal(str, str, str)
    version_written = Signal(str, str, object, str, str)
    rated = Signal(str, object)
    recommended = Signal(str, bool)
    reviewed = Signal(str, bool)
    attended = Signal(str, object)
    tagged = Signal(str, str)
    link_put = Signal(object)
    link_removed = Signal(str)
    notes_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._texts = Texts()
        self._session: Session | None = None
        self.title = WrapLabel("", Step.BASE, SEMIBOLD, most=4)
        self.meta = WrapLabel("", Step.SMALL, role="text2", most=2)
        self.is_reviewed = CheckBox(self.tr("Reviewed"))
        self.to_notes = Button(self.tr("Open the notes"), Look.GHOST, icon="notes", height=28)
        self.stars = Stars(18)
        self.pick = CheckBox(self.tr("My pick"))
        self.attendance = Segmented(
            self.tr("Attendance"),
            [
                (Attendance.ATTENDED, self.tr("Attended")),
                (Attendance.LEFT_EARLY, self.tr("Left early")),
                (Attendance.MISSED, self.tr("Missed it")),
            ],
        )
        self.fields = {
            "summary": TwoTexts(
                self.tr("Summary"), self.tr("What it was about, in a few sentences"), rows=3
            ),
            "takeaway": TwoTexts(self.tr("What it means for us"), rows=2),
            "heading": TwoTexts(self.tr("Heading in the report"), self.tr("As the title")),
            "reason": TwoTexts(self.tr("Why this one"), rows=2),
        }
        self.printed = WrapLabel(
            self.tr("With a summary, the report leaves the plain points out."),
            Step.SMALL,
            role="text2",
        )
        self.tags_name = Label(self.tr("Tags"), Step.SMALL, SEMIBOLD, "text2")
        self.tags = LineField(self.tr("Tags"), self.tr("Service mesh, edge, to tell the team"))
        self.links = LinksEditor()
        self.transcript = TranscriptRow()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = theme().px
        scroll = Scroll()
        column = scroll.body
        column.setContentsMargins(px(24), px(20), px(24), px(24))
        column.setSpacing(px(8))
        marks = QHBoxLayout()
        marks.addWidget(self.stars)
        marks.addStretch()
        marks.addWidget(self.pick)
        head = QHBoxLayout()
        head.addWidget(self.is_reviewed)
        head.addStretch()
        head.addWidget(self.to_notes)
        for part in (self.title, self.meta):
            column.addWidget(part)
        column.addLayout(head)
        column.addLayout(marks)
        column.addWidget(self.attendance)
        column.addSpacing(px(4))
        column.addWidget(Hairline())
        for name, field in self.fields.items():
            column.addSpacing(px(4))
            column.addWidget(field)
            if name == "summary":
                column.addWidget(self.printed)
        column.addSpacing(px(4))
        column.addWidget(self.tags_name)
        column.addWidget(self.tags)
        column.addSpacing(px(4))
        column.addWidget(Hairline())
        column.addWidget(self.links)
        column.addSpacing(px(4))
        column.addWidget(Hairline())
        column.addWidget(self.transcript)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.is_reviewed.clicked.connect(lambda on: self.reviewed.emit(self._id, on))
        self.pick.clicked.connect(lambda on: self.recommended.emit(self._id, on))
        self.stars.rated.connect(lambda stars: self.rated.emit(self._id, stars))
        self.attendance.chosen.connect(lambda key: self.attended.emit(self._id, key))
        self.to_notes.clicked.connect(lambda: self.notes_asked.emit(self._id))
        self.tags.finished.connect(lambda text: self.tagged.emit(self._id, text))
        self.links.put.connect(self.link_put)
        self.links.removed.connect(self.link_removed)
        for name, field in self.fields.items():
            field.written.connect(self._writer(name))
            field.version_written.connect(self._versioner(name))
            field.confirmed.connect(self._confirmer(name))

    def _writer(self, name: str) -> Callable[[str], None]:
        return lambda text: self.text_written.emit(self._id, name, text)

    def _versioner(self, name: str) -> Callable[[Language, str], None]:
        def tell(language: Language, text: str) -> None:
            original = self.fields[name].original.text()
            self.version_written.emit(self._id, name, language, text, original)

        return tell

    def _confirmer(self, name: str) -> Callable[[Language], None]:
        def tell(language: Language) -> None:
            field = self.fields[name]
            self.version_written.emit(
                self._id, name, language, field.version.text(), field.original.text()
            )

        return tell

    @property
    def session_id(self) -> str:
        """The session shown ("" for none)."""
        return self._id

    def show_session(self, view: SessionView, meta: str, texts: Texts) -> None:
        """Show a session as stored; another one than before first hands on what was typed."""
        session = view.session
        another = session.id != self._id
        if another:
            self.flush()
            self._id = session.id
            for field in self.fields.values():
                field.fold_version()
            self.tags.begin(shown_tags(session.tags))
        self._session, self._texts = session, texts
        self.title.setText(session.title)
        self.meta.setText(meta)
        self.is_reviewed.setChecked(session.reviewed)
        self.pick.setChecked(session.recommended)
        self.stars.set_rating(session.rating)
        given = session.choice.attendance
        self.attendance.set_key(Attendance.ATTENDED if given is Attendance.OPEN else given)
        for name in FIELDS:
            self._show_field(name, _original(session, name), another=another)
        if not self.tags.edit.hasFocus():
            self.tags.setText(shown_tags(session.tags))
        self.links.show_links(session.id, view.links)

    def _show_field(self, name: str, original: str, *, another: bool) -> None:
        language = self._texts.language_of(self._id, name, original)
        into = second_language(language)
        version = self._texts.versions.get((self._id, name, into))
        stale = version is not None and version.made_from != fingerprint(original)
        text = version.text if version is not None else ""
        self.fields[name].show_texts(original, language, text, stale=stale, another=another)

    def flush(self) -> None:
        """Hand on all that was typed and not told yet."""
        if self._id:
            for field in self.fields.values():
                field.flush()
            self.tags.commit()
            self.links.flush()
            self.transcript.flush()

    def go_to(self, name: str) -> None:
        """Put the caret into one of the texts."""
        self.fields[name].original.go_on()


def _original(session: Session, name: str) -> str:
    if name == "reason":
        return session.choice.reason
    return {
        "heading": session.heading,
        "summary": session.summary,
        "takeaway": session.takeaway,
    }[name]
