"""What a report calls the conference and its days: above the facts, in both languages."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.conference import Conference, Day
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.ui.parts.labels import Hairline, Label
from confnotes.ui.parts.order import follow
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput, TwoTexts
from confnotes.ui.parts.words import day_month
from confnotes.ui.report.forms import flush_all, show_two

_LATEST = 99


class DayRow(QWidget):
    """One day: `changed(Day)` and `version(…)` while one types."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)

    def __init__(self, day: Day, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        named = day_month(day.date)
        self.number = TextInput(self.tr("Number of {day}").format(day=named), "0")
        self.number.setFixedWidth(theme().px(64))
        self.label = TwoTexts(
            self.tr("What {day} is called").format(day=named),
            self.tr("Eve, workshops, main days …"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        left = QVBoxLayout()
        left.setSpacing(theme().px(6))
        left.addWidget(Label(self.tr("Day"), Step.SMALL, SEMIBOLD, "text2"))
        left.addWidget(self.number)
        left.addStretch()
        row.addLayout(left)
        row.addWidget(self.label, 1)
        self.number.written.connect(self._number)
        self.label.written.connect(lambda text: self._set(replace(self.day, label=text.strip())))
        self.label.version_written.connect(self._version)
        self.label.confirmed.connect(
            lambda language: self._version(language, self.label.version.text())
        )

    def show_day(self, day: Day, texts: Texts) -> None:
        """Show a day as stored."""
        self.day = day
        self.number.show_text(str(day.number))
        show_two(self.label, texts, day.id, "label", day.label)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.number.flush()
        self.label.flush()

    def _number(self, text: str) -> None:
        typed = text.strip()
        if typed.isdecimal() and int(typed) <= _LATEST:
            self._set(replace(self.day, number=int(typed)))

    def _set(self, day: Day) -> None:
        if day != self.day:
            self.day = day
            self.changed.emit(day)

    def _version(self, language: Language, text: str) -> None:
        original = self.label.original.text().strip()
        self.version.emit(self.day.id, "label", language, text, original)


class ConferenceRows(QWidget):
    """`described(field, text)`, `day_changed(Day)` and `version(…)` while one types."""

    described = Signal(str, str)
    day_changed = Signal(object)
    version = Signal(str, str, object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.fields = {
            "short_name": TwoTexts(self.tr("Short name"), self.tr("As the whole name")),
            "venue": TwoTexts(self.tr("Venue")),
            "city": TwoTexts(self.tr("City, or online")),
        }
        self.url = TextInput(self.tr("Website of the conference"), "https://")
        self.days: dict[str, DayRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))
        for name, field in self.fields.items():
            self._column.addWidget(field)
            field.written.connect(lambda text, name=name: self.described.emit(name, text.strip()))
            field.version_written.connect(
                lambda language, text, name=name: self._version(name, language, text)
            )
            field.confirmed.connect(lambda language, name=name: self._confirm(name, language))
        site = QVBoxLayout()
        site.setSpacing(theme().px(6))
        site.addWidget(Label(self.tr("Website of the conference"), Step.SMALL, SEMIBOLD, "text2"))
        site.addWidget(self.url)
        self._column.addLayout(site)
        self.url.written.connect(lambda text: self.described.emit("url", text.strip()))
        self._end = Hairline()
        self._column.addWidget(self._end)

    def show_conference(self, conference: Conference, days: Sequence[Day], texts: Texts) -> None:
        """Show what is kept; what is being typed stays, unless it is of another conference."""
        another, self._id = conference.id != self._id, conference.id
        for name, field in self.fields.items():
            if another:
                field.show_texts("", None, "", stale=False, another=True)
            show_two(field, texts, conference.id, name, getattr(conference, name))
        self.url.show_text(conference.url, another=another)
        wanted = {day.id: day for day in days}
        for identity in [one for one in self.days if one not in wanted]:
            row = self.days.pop(identity)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for day in sorted(days, key=lambda day: day.date):
            (self.days.get(day.id) or self._add(day)).show_day(day, texts)

    def flush(self) -> None:
        """Hand on what was typed."""
        flush_all(self.fields)
        self.url.flush()
        for row in self.days.values():
            row.flush()

    def _add(self, day: Day) -> DayRow:
        row = DayRow(day)
        row.changed.connect(self.day_changed)
        row.version.connect(self.version)
        above = list(self.days.values())[-1] if self.days else self.url
        self.days[day.id] = row
        self._column.insertWidget(self._column.indexOf(self._end), row)
        follow(above, row)
        return row

    def _version(self, name: str, language: Language, text: str) -> None:
        original = self.fields[name].original.text().strip()
        self.version.emit(self._id, name, language, text, original)

    def _confirm(self, name: str, language: Language) -> None:
        self._version(name, language, self.fields[name].version.text())
