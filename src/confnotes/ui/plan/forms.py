"""The forms of the side panel: what all have, an event, the conference."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.choice import Choice
from confnotes.domain.conference import Conference, Event
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.conference_form import ConferenceFacts, ConferenceForm
from confnotes.ui.parts.dates import DateField
from confnotes.ui.parts.fields import ComboField, LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.choosing import Choosing
from confnotes.ui.plan.rows import EventInput


class PanelForm(QWidget):
    """A form in the side panel: title, fields, a hint, and buttons at the foot."""

    closed = Signal()
    sort = ""
    """Which form it is, among the drafts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._before: object = None
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = Scroll()
        self.column = scroll.body
        self.column.setContentsMargins(px(24), px(18), px(20), px(16))
        self.column.setSpacing(px(6))
        self.title = WrapLabel("", Step.SUBTITLE, SEMIBOLD)
        self.column.addWidget(self.title)
        self.column.addSpacing(px(8))
        self.hint = WrapLabel("", Step.SMALL, role="red")
        self.hint.hide()
        self.unsaved = WrapLabel(self.tr("Typed before and not saved yet."), Step.SMALL)
        self.unsaved.hide()
        self.column.addWidget(self.unsaved)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(px(24), px(10), px(20), px(14))
        self.foot.setSpacing(px(8))
        outer.addWidget(scroll, 1)
        outer.addLayout(self.foot)

    def add(self, *fields: QWidget) -> None:
        """Add fields side by side, each under its accessible name."""
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        for field in fields:
            named = field.edit if isinstance(field, LineField) else field
            cell = QVBoxLayout()
            cell.setSpacing(theme().px(4))
            name = field.label_text() if isinstance(field, ComboField) else named.accessibleName()
            cell.addWidget(Label(name, Step.SMALL, SEMIBOLD, "text2"))
            cell.addWidget(field)
            row.addLayout(cell, 1)
        self.column.addLayout(row)
        self.column.addSpacing(theme().px(6))

    def complain(self, text: str) -> None:
        """Say what is wrong below the fields ("" clears it)."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    @property
    def shown(self) -> str:
        """The id of what the form shows ("" for something new)."""
        return self._id

    def typed(self) -> object:
        """Return what is in the form, as typed."""
        raise NotImplementedError

    def fill(self, typed: object) -> None:
        """Show what `typed` returned once."""
        raise NotImplementedError

    def submit(self) -> None:
        """Save, or say what is missing."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take what the form shows as what is in the file."""
        self._before = self.typed()
        self.unsaved.hide()

    def unsaved_words(self) -> object | None:
        """Return what is in the form where it differs from the file, else None."""
        typed = self.typed()
        return None if typed == self._before else typed

    def restore(self, typed: object) -> None:
        """Show what was typed before and not saved."""
        self.fill(typed)
        self.unsaved.show()


class EventForm(PanelForm):
    """A co-located event with its choice. `done` tells (event id or "", name, first, last)."""

    done = Signal(str, str, object, object)
    delete_asked = Signal(str)
    sort = "event"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(self.tr("Name"))
        self.starts = DateField(self.tr("First day"))
        self.ends = DateField(self.tr("Last day"))
        self.choosing = Choosing()
        self.column.addWidget(self.choosing.intent)
        self.column.addSpacing(theme().px(8))
        self.add(self.name)
        self.add(self.starts)
        self.add(self.ends)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.choosing)
        self.column.addStretch()
        self.save = Button(self.tr("Save"), Look.PRIMARY)
        self.delete = Button(self.tr("Delete"), Look.GHOST, icon="trash")
        cancel = Button(self.tr("Cancel"), Look.GHOST)
        self.foot.addWidget(self.save)
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.foot.addWidget(self.delete)
        self.save.clicked.connect(self.submit)
        self.name.submitted.connect(lambda _text: self.submit())
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._id))
        cancel.clicked.connect(self.closed)

    def begin(self, day: date | None) -> None:
        """Show an empty form."""
        self._show("", "", day, day)
        self.title.setText(self.tr("Add an event"))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_event(self, event: Event, choice: Choice, *, deletable: bool) -> None:
        """Show an event that is there."""
        self._show(event.id, event.title, event.starts, event.ends)
        self.title.setText(event.title)
        self.choosing.show_choice(event.id, choice, proposed=False)
        self.delete.setVisible(deletable)

    def _show(self, identity: str, name: str, starts: date | None, ends: date | None) -> None:
        self._id = identity
        self.complain("")
        self.name.setText(name)
        self.starts.set_day(starts)
        self.ends.set_day(ends)
        for widget in (self.choosing, self.choosing.intent, self.delete):
            widget.setVisible(bool(identity))
        self.settle()

    def typed(self) -> EventInput:
        """Return what is in the form, days as they were typed."""
        return EventInput(self.name.text(), self.starts.text(), self.ends.text())

    def fill(self, typed: object) -> None:
        """Show what `typed` returned once."""
        if isinstance(typed, EventInput):
            self.name.setText(typed.name)
            self.starts.set_typed(typed.starts)
            self.ends.set_typed(typed.ends)

    def submit(self) -> None:
        """Save, or say what is missing."""
        if not self.name.text():
            self.complain(self.tr("A name is needed."))
        elif not self.complete():
            self.complain(self.tr("The last day lies before the first."))
        else:
            self.complain("")
            self.done.emit(self._id, *self.values())

    def values(self) -> tuple[str, date | None, date | None]:
        """Return the name, the first and the last day."""
        return self.name.text(), self.starts.day(), self.ends.day()

    def complete(self) -> bool:
        """Return whether there is a name, and the days stand in order."""
        name, first, last = self.values()
        return bool(name) and not (first is not None and last is not None and last < first)


class ConferencePanel(PanelForm):
    """The facts of the conference; `done` tells them when one was changed."""

    done = Signal(object)
    sort = "conference"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("The conference"))
        self.form = ConferenceForm(narrow=True)
        self.column.addWidget(self.form)
        self.column.addWidget(self.hint)
        self.first = WrapLabel("", Step.SMALL, role="text2")
        self.column.addWidget(self.first)
        note = self.tr("Another time zone moves clock times; instants stay where they are.")
        self.column.addWidget(WrapLabel(note, Step.SMALL, role="text3"))
        self.column.addStretch()
        self.save = Button(self.tr("Save"), Look.PRIMARY)
        cancel = Button(self.tr("Cancel"), Look.GHOST)
        self.foot.addWidget(self.save)
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.form.changed.connect(self._check)
        self.save.clicked.connect(self.submit)
        cancel.clicked.connect(self.closed)

    def show_conference(self, conference: Conference) -> None:
        """Show these facts."""
        other = conference.name if conference.name != conference.title else ""
        self.first.setText(self.tr("First called “{name}”.").format(name=other))
        self.first.setVisible(bool(other))
        self.form.set_facts(
            ConferenceFacts(
                conference.title,
                conference.timezone,
                conference.starts,
                conference.ends,
                conference.venue,
                conference.city,
            )
        )
        self._check()
        self.settle()

    def typed(self) -> tuple[str, ...]:
        """Return what is in the form, field by field as it was typed."""
        return self.form.typed()

    def fill(self, typed: object) -> None:
        """Show what `typed` returned once."""
        if isinstance(typed, tuple):
            self.form.set_typed(typed)
            self._check()

    def submit(self) -> None:
        """Save, if it can be."""
        if self.can_save():
            self.done.emit(self.form.facts())

    def can_save(self) -> bool:
        """Return whether there is a name and a zone, and the days stand in order."""
        facts = self.form.facts()
        return bool(facts.name) and facts.timezone is not None and not self.form.backwards()

    def _check(self) -> None:
        self.save.setEnabled(self.can_save())
