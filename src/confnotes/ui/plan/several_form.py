"""The form of several sessions at once: a timetable typed or pasted, and what is read of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from confnotes.domain.draft import DraftSession
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.fields import ComboField, TextField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.forms import PanelForm

_SHOWN = 40
Read = Callable[[str, date], Sequence[DraftSession]]


class SeveralForm(PanelForm):
    """`done` tells that they are to be added: those of `sessions()`."""

    done = Signal()
    sort = "several"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Read = lambda _text, _day: ()
        self._found: Sequence[DraftSession] = ()
        self.title.setText(self.tr("Several sessions"))
        self.day = ComboField(self.tr("Day, where no line names one"))
        self.text = TextField(
            self.tr("Timetable, a session a line"),
            self.tr("10:00–10:35 Title / Name (affiliation) @ Room"),
            rows=8,
            most=16,
        )
        self.add(self.day)
        self.add(self.text)
        self.head = Label("", Step.SMALL, SEMIBOLD, "text2")
        self.found = WrapLabel("", Step.SMALL, role="text2")
        for widget in (self.head, self.found, self.hint):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.save = Button("", Look.PRIMARY)
        cancel = Button(self.tr("Cancel"), Look.GHOST)
        self.foot.addWidget(self.save)
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.save.clicked.connect(self.submit)
        self.text.edited.connect(self._refresh)
        self.day.chosen.connect(lambda _day: self._refresh())
        cancel.clicked.connect(self.closed)

    def begin(self, days: Sequence[date], day: date, read: Read) -> None:
        """Show the empty form; `read` says what a text says."""
        self._read = read
        self.day.set_items([(one, words.long_day(one)) for one in days])
        self.fill(("", day))
        self.settle()

    def enter(self) -> None:
        """Go there with the keys."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def sessions(self) -> Sequence[DraftSession]:
        """Return what is read of the text."""
        return self._found

    def typed(self) -> tuple[str, object]:
        """Return the text and its day."""
        return self.text.text(), self.day.key()

    def fill(self, typed: object) -> None:
        """Show what `typed` returned once."""
        if isinstance(typed, tuple):
            text, day = typed
            self.text.setText(str(text))
            self.day.set_key(day)
            self._refresh()

    def submit(self) -> None:
        """Add them, or say what is missing."""
        self._refresh()
        if self._found:
            self.done.emit()
        else:
            self.complain(
                self.tr("No line begins with a time, or all are in the programme already.")
            )

    def _refresh(self) -> None:
        text, day = self.text.text(), self.day.key()
        known = isinstance(day, date) and bool(text.strip())
        self._found = self._read(text, day) if known and isinstance(day, date) else ()
        self.complain("")
        count = len(self._found)
        said = self.tr("Add 1 session") if count == 1 else self.tr("Add {n} sessions")
        self.save.set_words(said.format(n=count) if count else self.tr("Add the sessions"))
        lines = [_line(one) for one in self._found[:_SHOWN]]
        if count > _SHOWN:
            lines.append(self.tr("and {n} more").format(n=count - _SHOWN))
        self.head.setText(self.tr("Read as"))
        self.found.setText("\n".join(lines))
        for widget in (self.head, self.found):
            widget.setVisible(bool(lines))


def _line(one: DraftSession) -> str:
    facts = one.facts
    when = ""
    if facts.start is not None:
        start = datetime.fromisoformat(facts.start)
        minutes = "" if facts.duration is None else f" ({facts.duration // 60})"
        when = f"{words.day_month(start.date())} {start.hour}:{start.minute:02}{minutes}"
    people = ", ".join(speaker.name for speaker in one.speakers)
    return " · ".join(part for part in (when, facts.title, people, facts.room) if part)
