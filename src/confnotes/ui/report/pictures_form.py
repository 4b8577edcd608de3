"""The pictures of the report: their words for who cannot see them, credit, width, neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.identity import new_id
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.services.report_views import PictureView
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.labels import Hairline, WrapLabel
from confnotes.ui.parts.order import follow
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput, TwoTexts
from confnotes.ui.report.forms import FormPage, show_two
from confnotes.ui.report.thumbnail import Thumbnail
from confnotes.ui.report.upload_fields import UploadFields

WIDTHS = (None, 480, 320)


class PictureRow(QWidget):
    """One picture. `changed(AttachmentUse)` and `version(…)` while one types, `beside(bool)`:
    whether it is to stand beside the one above."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)
    beside_asked = Signal(bool)

    def __init__(self, view: PictureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = view.use
        self.thumbnail = Thumbnail(view.path, view.caption or view.name)
        self.caption = WrapLabel("", Step.SMALL, role="text2")
        self.alternative = TwoTexts(self.tr("For those who cannot see it"))
        self.credit = TextInput(self.tr("Credit"), self.tr("Credit: who made it, or where from"))
        self.width_choice = Segmented(
            self.tr("Width"),
            [
                (WIDTHS[0], self.tr("as it is")),
                (WIDTHS[1], self.tr("medium")),
                (WIDTHS[2], self.tr("small")),
            ],
        )
        self.beside = CheckBox(self.tr("Beside the picture above"))
        self._lay_out()
        self.alternative.written.connect(lambda text: self.set(alternative=text.strip()))
        self.alternative.version_written.connect(self._version)
        self.alternative.confirmed.connect(
            lambda language: self._version(language, self.alternative.version.text())
        )
        self.credit.written.connect(lambda text: self.set(credit=text.strip()))
        self.width_choice.chosen.connect(lambda width: self.set(width=width))
        self.beside.clicked.connect(self.beside_asked)

    def _lay_out(self) -> None:
        px = theme().px
        self.width_choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.caption, 1)
        below = QHBoxLayout()
        below.addWidget(self.width_choice)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.alternative)
        column.addWidget(self.credit)
        column.addLayout(below)
        column.addWidget(self.beside)
        column.addWidget(Hairline())

    def show_picture(self, view: PictureView, texts: Texts, above: AttachmentUse | None) -> None:
        """Show a picture as stored; `above` is the one before it that it can stand beside."""
        self.use = view.use
        self.caption.setText(view.caption or view.name)
        show_two(self.alternative, texts, view.use.id, "alternative", view.use.alternative)
        self.credit.show_text(view.use.credit)
        self.width_choice.set_key(view.use.width if view.use.width in WIDTHS else object())
        self.beside.setVisible(above is not None)
        group = view.use.group
        self.beside.setChecked(above is not None and bool(group) and group == above.group)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.alternative.flush()
        self.credit.flush()

    def set(self, **values: object) -> None:
        """Keep these fields of the picture's place."""
        self.use = replace(self.use, **values)  # type: ignore[arg-type]  # fields by name
        self.changed.emit(self.use)

    def _version(self, language: Language, text: str) -> None:
        original = self.alternative.original.text().strip()
        self.version.emit(self.use.id, "alternative", language, text, original)


class PicturesForm(FormPage):
    """The addresses of what was uploaded, then all pictures of the notes that the report tells;
    `changed`, `version` as its rows tell."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(
            self.tr("Pictures"),
            self.tr("Captions are the words of their lines. What a place cannot show is left out."),
        )
        self.uploads = UploadFields(self.back)
        self.uploads.entered.connect(self._bring_up)
        self.body.addWidget(self.uploads)
        self.empty = WrapLabel(self.tr("The notes have no pictures yet."), Step.SMALL, role="text3")
        self.body.addWidget(self.empty)
        self.rows: dict[str, PictureRow] = {}
        self._above: dict[str, str] = {}
        self.body.addStretch()

    def show_pictures(self, views: Sequence[PictureView], texts: Texts) -> None:
        """Show the pictures as stored; rows that stay keep what is being typed in them."""
        wanted = [view.use.id for view in views]
        for identity in [one for one in self.rows if one not in wanted]:
            self._drop(identity)
        if list(self.rows) != [one for one in wanted if one in self.rows]:
            self.flush()
            for identity in list(self.rows):  # moved: built anew, in order
                self._drop(identity)
        self._above = {}
        before: PictureView | None = None
        last = self.uploads.last_stop()
        for at, view in enumerate(views):
            row = self.rows.get(view.use.id) or self._add(view, 4 + at, last)
            near = before if before is not None and before.session_id == view.session_id else None
            if near is not None:
                self._above[view.use.id] = near.use.id
            row.show_picture(view, texts, None if near is None else near.use)
            before, last = view, row
        self.rows = {one: self.rows[one] for one in wanted}
        self.empty.setVisible(not views)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.uploads.flush()
        for row in self.rows.values():
            row.flush()

    def enter(self) -> None:
        """Go where one most likely types: to the first picture that waits for its address."""
        if not self.uploads.enter():
            super().enter()

    def _bring_up(self, row: QWidget) -> None:
        """Scroll to a row, once it has its place: it may be new on a page just turned to."""
        room = theme().px(24)
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, room))

    def _add(self, view: PictureView, at: int, above: QWidget) -> PictureRow:
        row = PictureRow(view)
        row.changed.connect(self.changed)
        row.version.connect(self.version)
        row.beside_asked.connect(lambda on: self._beside(view.use.id, on=on))
        self.rows[view.use.id] = row
        self.body.insertWidget(at, row)
        follow(above, row)
        return row

    def _drop(self, identity: str) -> None:
        row = self.rows.pop(identity)
        row.hide()
        self.body.removeWidget(row)
        row.deleteLater()

    def _beside(self, identity: str, *, on: bool) -> None:
        """Put a picture beside the one above it, with all that stand beside that, or apart."""
        row, above = self.rows[identity], self.rows[self._above[identity]]
        group = above.use.group or new_id()
        if on and not above.use.group:
            above.set(group=group)
        row.set(group=group if on else "")
