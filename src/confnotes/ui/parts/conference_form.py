"""The facts of a conference as a form: asked when it begins, corrected later."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.dates import DateField
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.zones import ZoneField


@dataclass(frozen=True, slots=True)
class ConferenceFacts:
    """What the form holds; `timezone` None: not given yet."""

    name: str = ""
    timezone: str | None = None
    starts: date | None = None
    ends: date | None = None
    venue: str = ""
    city: str = ""


class ConferenceForm(QWidget):
    """Name, first and last day, venue, city, zone. `changed` comes with every change by hand,
    `finished` when one has been made (Enter, or the focus left). `narrow`: one field a row."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self.name = LineField(self.tr("Name"))
        self.starts = DateField(self.tr("First day"))
        self.ends = DateField(self.tr("Last day"))
        self.venue = LineField(self.tr("Venue"))
        self.city = LineField(self.tr("City"))
        self.zone = ZoneField(
            self.tr("Time zone of the conference"), self.tr("A city, for example Amsterdam")
        )
        self.hint = WrapLabel("", Step.SMALL, role="amber")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[QHBoxLayout] = []
        self._add(self.name)
        for pair in ((self.starts, self.ends), (self.venue, self.city)):
            for row in [(field,) for field in pair] if narrow else [pair]:
                self._add(*row)
        self._add(self.zone)
        self._column.addWidget(self.hint)
        self.hint.hide()
        self._wire()
        self._refit()
        theme().changed.connect(self._refit)

    def _add(self, *fields: LineField) -> None:
        row = QHBoxLayout()
        for field in fields:
            cell = QVBoxLayout()
            cell.setSpacing(theme().px(6))
            cell.addWidget(Label(field.edit.accessibleName(), Step.SMALL, SEMIBOLD, "text2"))
            cell.addWidget(field)
            row.addLayout(cell, 1)
        self._rows.append(row)
        self._column.addLayout(row)

    def _wire(self) -> None:
        for field in (self.name, self.venue, self.city):
            field.edited.connect(lambda _text: self.changed.emit())
        for field in self._fields():
            field.finished.connect(lambda _text: self.finished.emit())
        self.starts.day_changed.connect(self._first_day)
        self.ends.day_changed.connect(lambda _day: self._tell())
        self.zone.zone_changed.connect(lambda _zone: self._tell())

    def _refit(self) -> None:
        px = theme().px
        self._column.setSpacing(px(14))
        for row in self._rows:
            row.setSpacing(px(16))

    def _first_day(self, day: date | None) -> None:
        last = self.ends.day()
        if day is not None and (last is None or last < day):
            self.ends.set_day(day)
        self._date_zone()
        self._tell()

    def _date_zone(self) -> None:
        """Offsets count at the conference: a zone has summer time or not."""
        first = self.starts.day()
        if first is not None:
            self.zone.set_at(datetime.combine(first, time(12), tzinfo=UTC))

    def set_days(self, first: date, last: date) -> None:
        """Show these days, without telling."""
        self.starts.set_day(first)
        self.ends.set_day(last)
        self._date_zone()

    def _tell(self) -> None:
        backwards = self.backwards()
        self.hint.setVisible(backwards)
        if backwards:
            self.hint.setText(self.tr("The last day lies before the first."))
        self.changed.emit()

    def backwards(self) -> bool:
        """Return whether the days stand in the wrong order."""
        first, last = self.starts.day(), self.ends.day()
        return first is not None and last is not None and last < first

    def facts(self) -> ConferenceFacts:
        """Return what is in the form."""
        return ConferenceFacts(
            self.name.text(),
            self.zone.zone(),
            self.starts.day(),
            self.ends.day(),
            self.venue.text(),
            self.city.text(),
        )

    def _fields(self) -> tuple[LineField, ...]:
        return self.name, self.venue, self.city, self.starts, self.ends, self.zone

    def typed(self) -> tuple[str, ...]:
        """Return what stands in the fields, as it was typed."""
        return tuple(field.text() for field in self._fields())

    def let_escape_through(self) -> None:
        """Leave Escape to the page around: it takes nothing back that was typed."""
        for field in self._fields():
            field.reverts = False

    def set_typed(self, texts: tuple[str, ...]) -> None:
        """Show what `typed` returned once, without telling."""
        for field, text in zip(self._fields(), texts, strict=True):
            if isinstance(field, DateField | ZoneField):
                field.set_typed(text)
            else:
                field.setText(text)
        self.hint.hide()

    def set_facts(self, facts: ConferenceFacts) -> None:
        """Show these facts, without telling."""
        self.name.setText(facts.name)
        self.starts.set_day(facts.starts)
        self.ends.set_day(facts.ends)
        self.venue.setText(facts.venue)
        self.city.setText(facts.city)
        self._date_zone()
        self.zone.set_zone(facts.timezone)
        self.hint.hide()
