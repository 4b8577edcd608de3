"""The form of a session in the side panel: its facts, made or corrected by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.session import Origin, SessionKind
from confnotes.services.views import SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import ComboField, LineField, TextField
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.plan.forms import PanelForm
from confnotes.ui.plan.joining import JoinButton
from confnotes.ui.plan.rows import SessionInput, credits_text, session_input


class SessionForm(PanelForm):
    """A session made or corrected by hand. `done` tells (session id or "", SessionInput)."""

    done = Signal(str, object)
    delete_asked = Signal(str)
    sort = "session"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: SessionInput | None = None
        self._names = False  # whether it has other speakers
        self._abstract = "", ""
        self.name = LineField(self.tr("Title"))
        self.kind = ComboField(self.tr("Kind"))
        self.kind.set_items([(kind.value, kind_words(kind)) for kind in SessionKind])
        self.day = ComboField(self.tr("Day"))
        self.start = LineField(self.tr("Begins"), self.tr("e.g. 14:25"))
        self.minutes = LineField(self.tr("Minutes"), self.tr("e.g. 35"))
        self.room = LineField(self.tr("Room"))
        self.speakers = TextField(
            self.tr("Speakers, one a line"), self.tr("Name (affiliation)"), rows=2
        )
        self.add(self.name)
        self.add(self.kind)
        self.add(self.day)
        self.add(self.start, self.minutes)
        self.add(self.room)
        self.add(self.speakers)
        self._add_more()
        self.as_given = Button(self.tr("Fill in what the schedule says"), Look.GHOST, icon="undo")
        self.as_given.clicked.connect(self._fill_given)
        self.as_given.hide()
        self.join = JoinButton()
        self.several = Button(self.tr("Several at once"), Look.GHOST, icon="list")
        for button in (self.as_given, self.join, self.several):
            self.column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.hint)
        self.column.addStretch()
        self.save = Button(self.tr("Save"), Look.PRIMARY)
        self.delete = IconButton("trash", self.tr("Move to the trash"))
        cancel = Button(self.tr("Cancel"), Look.GHOST)
        self.foot.addWidget(self.save)
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.foot.addWidget(self.delete)
        self.save.clicked.connect(self.submit)
        self.name.submitted.connect(lambda _text: self.submit())
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._id))
        cancel.clicked.connect(self.closed)

    def _add_more(self) -> None:
        """Add the facts that few need, folded away behind a button."""
        self.subtitle = LineField(self.tr("Subtitle"))
        self.track = LineField(self.tr("Track"))
        self.language = LineField(self.tr("Language"), self.tr("e.g. en"))
        self.format = LineField(self.tr("Format"), self.tr("e.g. long talk"))
        self.code = LineField(self.tr("Code"), self.tr("e.g. A-12"))
        self.state = ComboField(self.tr("State"))
        self.state.set_items([(False, self.tr("Takes place")), (True, self.tr("Cancelled"))])
        self.abstract = TextField(self.tr("About"), rows=3)
        self.more = Button("", Look.GHOST, trailing="chevron_down")
        self.column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._rest = QWidget()
        outer, self.column = self.column, QVBoxLayout(self._rest)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(outer.spacing())
        self.add(self.abstract)
        self.add(self.subtitle)
        self.add(self.track)
        self.add(self.format)
        self.add(self.language, self.code)
        self.add(self.state)
        self.column = outer
        self.column.addWidget(self._rest)
        self.more.clicked.connect(lambda: self.unfold(on=self._rest.isHidden()))
        self.unfold(on=False)

    def unfold(self, *, on: bool) -> None:
        """Show or fold away the facts that few need."""
        self._rest.setVisible(on)
        self.more.set_words(self.tr("Fewer facts") if on else self.tr("More facts"))
        self.more.trailing = "chevron_up" if on else "chevron_down"

    def _days(self, days: Sequence[date], *, timeless: bool = True) -> None:
        """Offer these days; `timeless`: also none, which a schedule that has one would fill in."""
        items: list[tuple[object, str]] = [(day, words.long_day(day)) for day in days]
        self.day.set_items([*items, *([(None, self.tr("No time yet"))] if timeless else [])])

    def begin(self, days: Sequence[date], day: date | None) -> None:
        """Show an empty form for a session on that day."""
        self._id = ""
        self.several.show()
        self.as_given.hide()
        self.join.hide()
        self.title.setText(self.tr("New session"))
        self._days(days)
        self.fill(SessionInput("", day=day))
        self.settle()
        self.delete.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(
        self,
        view: SessionView,
        days: Sequence[date],
        zone: str,
        given: SessionView | None = None,
    ) -> None:
        """Show the form of a session that is there; `given`: as its schedule has it, where one's
        own version is another."""
        session = view.session
        self._given = None if given is None else session_input(given, zone)
        self._names = given is not None and credits_text(given) != credits_text(view)
        self.as_given.setVisible(given is not None)
        self._id = session.id
        self.several.hide()
        self.title.setText(self.tr("Edit the session"))
        timed = session.origin is Origin.IMPORTED and session.given.start is not None
        self._days(days, timeless=not timed)
        self.fill(session_input(view, zone))
        self.settle()
        self.delete.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_given(self) -> None:
        """Fill in what the schedule says; where it names the same people, those stay as typed.
        Nothing is saved yet."""
        if self._given is not None:
            given = self._given
            self.fill(given if self._names else replace(given, speakers=self.speakers.text()))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, typed: object) -> None:
        """Show what `typed` returned once."""
        if not isinstance(typed, SessionInput):
            return
        self.complain("")
        self.name.setText(typed.title)
        self.kind.set_key(typed.kind)
        self.day.set_key(typed.day)
        self.start.setText(typed.start)
        self.minutes.setText(typed.minutes)
        self.room.setText(typed.room)
        self.speakers.setText(typed.speakers)
        self.subtitle.setText(typed.subtitle)
        self.track.setText(typed.track)
        self.language.setText(typed.language)
        self.format.setText(typed.format)
        self.abstract.setText(typed.abstract)
        self._abstract = typed.abstract, self.abstract.text()
        self.code.setText(typed.code)
        self.state.set_key(typed.cancelled)

    def typed(self) -> SessionInput:
        """Return what is in the form."""
        day = self.day.key()
        abstract, shown = self._abstract  # a text field shows some spaces as others
        return SessionInput(
            self.name.text(),
            str(self.kind.key()),
            day if isinstance(day, date) else None,
            self.start.text(),
            self.minutes.text(),
            self.room.text(),
            self.speakers.text(),
            self.subtitle.text(),
            self.track.text(),
            self.language.text(),
            self.format.text(),
            text if (text := self.abstract.text()) != shown else abstract,
            self.code.text(),
            bool(self.state.key()),
        )

    def submit(self) -> None:
        """Save, or say what is missing."""
        if not self.name.text():
            self.complain(self.tr("A title is needed."))
            return
        self.done.emit(self._id, self.typed())

    def wrong(self, field: str) -> None:
        """Say that what stands in that field makes no sense."""
        self.complain(
            self.tr("The time is not understood. Type it as 14:25.")
            if field == "start"
            else self.tr("The length is not understood. Type it in minutes.")
        )
