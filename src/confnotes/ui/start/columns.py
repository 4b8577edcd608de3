"""The mapping sheet of a table (CSV): what each column means, guessed, and said by a person."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.table import Columns, TableField, TableView
from confnotes.ui.parts.dates import DateField
from confnotes.ui.parts.fields import ComboField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.page import Page
from confnotes.ui.parts.panels import Card, Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_F = TableField
_WORDS = {
    _F.TITLE: QT_TRANSLATE_NOOP("TableFields", "Title"),
    _F.SUBTITLE: QT_TRANSLATE_NOOP("TableFields", "Subtitle"),
    _F.ABSTRACT: QT_TRANSLATE_NOOP("TableFields", "Abstract"),
    _F.SPEAKERS: QT_TRANSLATE_NOOP("TableFields", "Speakers"),
    _F.AFFILIATION: QT_TRANSLATE_NOOP("TableFields", "Affiliation"),
    _F.DATE: QT_TRANSLATE_NOOP("TableFields", "Date"),
    _F.START: QT_TRANSLATE_NOOP("TableFields", "Start"),
    _F.END: QT_TRANSLATE_NOOP("TableFields", "End"),
    _F.DURATION: QT_TRANSLATE_NOOP("TableFields", "Duration"),
    _F.ROOM: QT_TRANSLATE_NOOP("TableFields", "Room"),
    _F.TRACK: QT_TRANSLATE_NOOP("TableFields", "Track"),
    _F.FORMAT: QT_TRANSLATE_NOOP("TableFields", "Type of session"),
    _F.LANGUAGE: QT_TRANSLATE_NOOP("TableFields", "Language"),
    _F.URL: QT_TRANSLATE_NOOP("TableFields", "Address of the page"),
    _F.SLIDES: QT_TRANSLATE_NOOP("TableFields", "Slides"),
    _F.VIDEO: QT_TRANSLATE_NOOP("TableFields", "Video"),
    _F.ID: QT_TRANSLATE_NOOP("TableFields", "Id"),
}
_SEVERAL = frozenset({_F.SPEAKERS, _F.AFFILIATION})
"""What may stand in more than one column ("Speaker 1", "Speaker 2")."""
_EXAMPLES = 3
_FIELD, _NAME, _SIDE = 200, 180, 280


class ColumnsPage(Page):
    """`done` asks that the table be read as `columns()` says."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("What the columns mean"))
        self.action.set_words(self.tr("Show the schedule"), "check")
        self.fields: list[ComboField] = []
        self._rows_of: list[QWidget] = []
        self._lay_out()
        self.order.chosen.connect(lambda _key: self._refresh())
        self.first_day.reverts = False

    def _lay_out(self) -> None:
        px = theme().px
        self.file_name = Label("", weight=SEMIBOLD, icon="file")
        self.file_facts = Label("", role="text2")
        self.head_row.addSpacing(px(8))
        self.head_row.addWidget(self.file_name)
        self.head_row.addWidget(self.file_facts, 1)
        row = QHBoxLayout(self.content)
        row.setContentsMargins(px(24), 0, px(20), 0)
        row.setSpacing(px(32))
        left, right = Scroll(), Scroll()
        left.body.setContentsMargins(0, px(20), px(2), px(20))
        card = Card("surface", "line", 10, padding=16)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        card.body.addLayout(self._grid)
        left.body.addWidget(card)
        left.body.addStretch()
        right.setFixedWidth(px(_SIDE))
        right.body.setContentsMargins(0, px(20), px(2), px(20))
        right.body.addLayout(self._days())
        right.body.addStretch()
        row.addWidget(left, 1)
        row.addWidget(right)

    def _days(self) -> QVBoxLayout:
        px = theme().px
        self.first_day = DateField(self.tr("First day of the conference"))
        self.order = ComboField(self.tr("How 4/5/2026 is read"))
        self.order.set_items(
            [
                (None, self.tr("As fits the table")),
                (False, self.tr("Month first (April 5)")),
                (True, self.tr("Day first (4 May)")),
            ]
        )
        column = QVBoxLayout()
        column.setSpacing(px(6))
        for field, words in (
            (
                self.first_day,
                self.tr("Weekdays, “day 2” and dates without a year are counted from it."),
            ),
            (self.order, ""),
        ):
            name = field.edit.accessibleName() if isinstance(field, DateField) else ""
            column.addWidget(
                Label(name or self.tr("How 4/5/2026 is read"), Step.SMALL, SEMIBOLD, "text2")
            )
            column.addWidget(field)
            if words:
                column.addWidget(WrapLabel(words, Step.SMALL, role="text2"))
            column.addSpacing(px(14))
        return column

    def show_table(self, name: str, view: TableView, columns: Columns | None = None) -> None:
        """Show a table's columns with what they seem to mean, or as they were read before."""
        columns = columns or view.columns
        self.file_name.setText(name)
        rows = self.tr("1 row") if view.rows == 1 else self.tr("{n} rows").format(n=view.rows)
        self.file_facts.setText(rows)
        self.first_day.set_day(columns.first_day)
        self.order.set_key(columns.day_first)
        for old in self._rows_of:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows_of, self.fields = [], []
        for number, title in enumerate(view.header):
            examples = [row[number] for row in view.first if number < len(row) and row[number]]
            self._add(number, title, examples[:_EXAMPLES], columns.fields[number])
        chain([*self.fields, self.first_day.edit, self.order, self.cancel, self.action])
        self._refresh()
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(
        self, number: int, title: str, examples: Sequence[str], field: TableField | None
    ) -> None:
        shown = title or self.tr("Column {n}").format(n=number + 1)
        name = Label(shown, weight=SEMIBOLD)
        name.setFixedWidth(theme().px(_NAME))
        said = Label(" · ".join(" ".join(one.split())[:60] for one in examples), role="text2")
        choice = ComboField(shown)
        choice.setFixedWidth(theme().px(_FIELD))
        choice.set_items([(None, self.tr("Not read")), *((key, _words(key)) for key in _WORDS)])
        choice.set_key(field)
        choice.chosen.connect(lambda _key: self._refresh())
        for place, widget in enumerate((name, said, choice)):
            self._grid.addWidget(widget, number, place)
            self._rows_of.append(widget)
        self.fields.append(choice)

    def columns(self) -> Columns:
        """Return what was said."""
        keys = [choice.key() for choice in self.fields]
        first = self.order.key()
        return Columns(
            tuple(key if isinstance(key, TableField) else None for key in keys),
            self.first_day.day(),
            first if isinstance(first, bool) else None,
        )

    def _refresh(self) -> None:
        columns, missing = self.columns(), ""
        # Told, not taken away from the other: an arrow key passes through all of them.
        twice = [f for f in _WORDS if f not in _SEVERAL and len(columns.of(f)) > 1]
        if not columns.of(_F.TITLE):
            missing = self.tr("Say which column is the title.")
        elif twice:
            names = ", ".join(self.fields[at].label_text() for at in columns.of(twice[0]))
            missing = self.tr("Only one column can be “{field}”: {columns}.").format(
                field=_words(twice[0]), columns=names
            )
        self.action.setEnabled(not missing)
        safe = self.tr("Nothing is written yet. The schedule is shown first.")
        self.say(missing or safe, needed=bool(missing))


def _words(field: TableField) -> str:
    return QCoreApplication.translate("TableFields", _WORDS[field])
