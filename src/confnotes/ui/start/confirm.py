"""Between door and Plan: what the file says, the zone and why, the problems and where."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft
from confnotes.services.bundle import Services
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.conference_form import ConferenceFacts, ConferenceForm
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.page import Page
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.files import ReadFile
from confnotes.ui.start.destination import Destination
from confnotes.ui.start.found import Messages, Preview, Problems, kinds, problem_list
from confnotes.ui.start.zonecard import ZoneCard

_FORM = 400
_KINDS = {
    SourceKind.ICALENDAR: "iCalendar",
    SourceKind.FRAB_XML: "frab XML",
    SourceKind.FRAB_JSON: "frab JSON",
    SourceKind.SESSIONIZE: "Sessionize",
    SourceKind.FORTEE: "fortee",
    SourceKind.INDICO: "Indico",
    SourceKind.PYCON_US: "PyCon US",
    SourceKind.PRETALX_WIDGET: "pretalx",
    SourceKind.TABLE: "CSV",
}
"""Names of programs and formats, the same in every language."""
_MEGABYTE = 1_000_000


class ConfirmPage(Page):
    """`another` asks for another file, `columns_asked` to say what its columns mean; `done` that
    the import go ahead with `facts()`."""

    another = Signal()
    columns_asked = Signal()

    def __init__(self, services: Services, messages: Messages) -> None:
        super().__init__()
        self.set_title(self.tr("Import a schedule"))
        self._services, self._messages = services, messages
        self._file: ReadFile | None = None
        self._local = False
        self._proposed: tuple[date | None, date | None] = (None, None)
        self.into = Destination()
        self.form = ConferenceForm()
        self.card = ZoneCard()
        self.preview = Preview()
        self.problems = Problems()
        self._lay_out()
        self.form.let_escape_through()
        self.form.changed.connect(self._form_changed)
        self.into.changed.connect(self._into_changed)
        self.card.filled.connect(self._order)
        self.card.chosen.connect(self._zone_chosen)
        self.card.local_changed.connect(self._local_changed)

    def _lay_out(self) -> None:
        self.file_name = Label("", weight=SEMIBOLD, icon="file")
        self.file_facts = Label("", role="text2")
        other = Button(self.tr("Another file"), Look.GHOST, icon="folder")
        other.clicked.connect(self.another)
        self.head_row.addSpacing(theme().px(8))
        self.head_row.addWidget(self.file_name)
        self.head_row.addWidget(self.file_facts, 1)
        self.columns = Button(self.tr("Columns"), Look.GHOST, icon="grid")
        self.columns.clicked.connect(self.columns_asked)
        self.head_row.addWidget(self.columns)
        self.head_row.addWidget(other)
        row = QHBoxLayout(self.content)
        px = theme().px
        row.setContentsMargins(px(24), 0, px(20), 0)
        row.setSpacing(px(32))
        left, right = Scroll(), Scroll()
        left.setFixedWidth(px(_FORM))
        left.body.setContentsMargins(0, px(20), px(2), px(20))
        left.body.addWidget(self.into)
        left.body.addSpacing(px(10))
        left.body.addWidget(self.form)
        left.body.addSpacing(px(10))
        left.body.addWidget(self.card)
        left.body.addStretch()
        right.body.setContentsMargins(0, px(20), px(2), px(20))
        right.body.addLayout(self._preview_head())
        right.body.addWidget(self.preview)
        right.body.addSpacing(px(18))
        right.body.addWidget(self._problem_head())
        right.body.addWidget(self.problems)
        right.body.addStretch()
        row.addWidget(left)
        row.addWidget(right, 1)

    def _preview_head(self) -> QVBoxLayout:
        self.preview_words = Label("", Step.SMALL, SEMIBOLD, "text2")
        self.total = Label("", Step.SMALL, role="text2")
        row = QHBoxLayout()
        row.addWidget(self.preview_words, 1)
        row.addWidget(self.total)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addSpacing(theme().px(6))
        return column

    def _problem_head(self) -> QWidget:
        self.problem_head = QWidget()
        row = QHBoxLayout(self.problem_head)
        row.setContentsMargins(0, 0, 0, 0)
        self.problem_words = Label("", Step.SMALL, role="text2")
        self.copy = Button(self.tr("Copy the list"), Look.GHOST, icon="copy")
        self.copy.clicked.connect(self._copy)
        row.addWidget(Label(self.tr("Found in the file"), Step.SMALL, SEMIBOLD, "text2"))
        row.addWidget(self.problem_words, 1)
        row.addWidget(self.copy)
        return self.problem_head

    def show_file(self, file: ReadFile) -> None:
        """Show what a file says, ready to be confirmed."""
        before, self._file = self._file, file
        again = before is not None and before.sha256 == file.sha256
        if again and before is not None and before.columns == file.columns:
            self._refresh()
            return
        draft = file.draft
        if not again:  # else what was typed for it before stays
            self._local, self._proposed = False, (None, None)
            self.form.set_facts(
                ConferenceFacts(
                    draft.title, draft.timezone, draft.starts, draft.ends, draft.venue, draft.city
                )
            )
            every = self._services.programme.conferences()
            self.into.offer(draft, [one.conference for one in every if one.shelf is None])
            self._show_form()
        self.columns.setVisible(bool(file.table))
        self.card.set_draft(draft)
        self.card.mark(self.form.zone.zone())
        found = kinds(draft.problems, self._messages)
        self.problems.set_kinds(found)
        self.problems.setVisible(bool(found))
        self.problem_head.setVisible(bool(found))
        said = self.tr("1 kind, does not stop the import")
        if len(found) != 1:
            said = self.tr("{n} kinds, none stops the import").format(n=len(found))
        self.problem_words.setText(said)
        self.file_name.setText(file.name)
        self._refresh()

    def forget(self) -> None:
        """Show the next file as new, also when it is the same."""
        self._file = None

    def _order(self) -> None:
        """Tab: the form down to its zone, what the zones mean, the list, the buttons."""
        zone, copy = self.form.zone.edit, self.copy
        chain([zone, *self.card.rows.values(), self.card.local, copy, self.cancel, self.action])

    def facts(self) -> ConferenceFacts:
        """Return what was confirmed; what comes into a conference takes its zone."""
        into = self.into.conference
        if into is None:
            return self.form.facts()
        return ConferenceFacts(
            self.into.name.text() if self.into.beside else into.title, into.timezone
        )

    @property
    def file(self) -> ReadFile | None:
        """The file that is shown."""
        return self._file

    @property
    def local_times(self) -> bool:
        """Whether the offsets in the file are to be passed over."""
        return self._local

    def _show_form(self) -> None:
        own = self.into.conference is None
        for widget in (self.form, self.card):
            widget.setVisible(own)

    def _into_changed(self) -> None:
        self._show_form()
        self._refresh()

    def _form_changed(self) -> None:
        self.card.mark(self.form.zone.zone())
        self._refresh()

    def _zone_chosen(self, zone: str) -> None:
        self.form.zone.set_zone(zone)
        self._form_changed()

    def _local_changed(self, on: bool) -> None:
        self._local = on
        self.card.mark(self.form.zone.zone())
        self._refresh()

    def _refresh(self) -> None:
        if self._file is None:
            return
        draft, facts = self._file.draft, self.facts()
        zone = facts.timezone
        shown = zone or (None if draft.needs_zone else "UTC")
        dated = draft
        if (facts.starts, facts.ends) != self._proposed:
            dated = replace(
                draft, starts=facts.starts or draft.starts, ends=facts.ends or draft.ends
            )
        days = (
            ()
            if shown is None
            else self._services.schedules.preview(dated, shown, local_times=self._local)
        )
        own = self.into.conference is None
        if (
            own
            and zone is not None
            and self._propose_days([d.date for d in days if d.date is not None])
        ):
            self._refresh()
            return
        self.preview.set_days(days)
        self.preview.setVisible(bool(days))
        where = "" if shown is None else words.zone_city(shown)
        self.preview_words.setText(
            self.tr("First sessions of each day, {place} time").format(place=where)
            if where
            else self.tr("The days show once a time zone is chosen")
        )
        self.total.setText(self.tr("{n} in all").format(n=len(draft.sessions)))
        self.file_facts.setText(self._about(draft, sum(day.date is not None for day in days)))
        self._say(facts)

    def _propose_days(self, found: list[date]) -> bool:
        """Fill in the first and last day found, where nobody gave others; return whether it did."""
        given = (self.form.starts.day(), self.form.ends.day())
        if not found or given not in ((None, None), self._proposed):
            return False
        self._proposed = (found[0], found[-1])
        if given == self._proposed:
            return False
        self.form.set_days(found[0], found[-1])
        return True

    def _about(self, draft: Draft, days: int) -> str:
        kind = _KINDS[draft.kind]
        size = 0 if self._file is None else self._file.size
        written = f"{size / _MEGABYTE:.1f} MB" if size >= _MEGABYTE else f"{size // 1000 + 1} kB"
        rooms, found = len(draft.rooms), len(draft.sessions)
        parts = [
            kind,
            written,
            self.tr("1 session") if found == 1 else self.tr("{n} sessions").format(n=found),
            self.tr("1 room") if rooms == 1 else self.tr("{n} rooms").format(n=rooms),
        ]
        if days:
            parts.append(self.tr("1 day") if days == 1 else self.tr("{n} days").format(n=days))
        return self.tr(", ").join(parts)

    def _say(self, facts: ConferenceFacts) -> None:
        found = 0 if self._file is None else len(self._file.draft.sessions)
        self.action.set_words(
            self.tr("Import 1 session")
            if found == 1
            else self.tr("Import {n} sessions").format(n=found),
            "import",
        )
        missing = ""
        if facts.timezone is None:
            missing = self.tr("The file names no time zone. Choose one: times are read in it.")
            if self._file is not None and self._file.draft.timezone is not None:
                missing = self.tr("A time zone is needed: times are read in it.")
        elif not facts.name:
            missing = self.tr("A name is needed.")
        elif self.into.conference is None and self.form.backwards():
            missing = self.tr("The last day lies before the first.")
        self.action.setEnabled(not missing)
        safe = self.tr("Nothing is written yet. Everything here can be changed later.")
        self.say(missing or safe, needed=bool(missing))

    def _copy(self) -> None:
        if self._file is not None:
            text = problem_list(self._file.draft.problems, self._messages)
            QGuiApplication.clipboard().setText(text)
