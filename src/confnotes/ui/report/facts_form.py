"""Facts about the conference: each with its value in both languages, its source, shown or not."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from confnotes.domain.conference import Fact, FactKind
from confnotes.domain.identity import new_id
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.choices import CheckBox
from confnotes.ui.parts.labels import Hairline
from confnotes.ui.parts.order import follow
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.two_texts import TextInput, TwoTexts
from confnotes.ui.report import words
from confnotes.ui.report.conference_rows import ConferenceRows
from confnotes.ui.report.forms import FormPage, show_two


class FactRow(QWidget):
    """One fact. `changed(Fact)`, `version(…)` and `removed(id)` tell what one does to it."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)
    removed = Signal(str)

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = fact
        name = words.fact_name(fact.kind)
        self.value = TwoTexts(name)
        self.source = TextInput(
            self.tr("Source of {fact}").format(fact=name), self.tr("Source: address or title")
        )
        self.shown = CheckBox(self.tr("In the report"))
        self.remove = IconButton(
            "trash", self.tr("Remove: {fact}").format(fact=name), size=28, icon_size=16
        )
        below = QHBoxLayout()
        below.addWidget(self.shown)
        below.addStretch()
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.value)
        column.addWidget(self.source)
        column.addLayout(below)
        column.addWidget(Hairline())
        self.value.written.connect(lambda text: self._set(value=text.strip()))
        self.value.version_written.connect(self._version)
        self.value.confirmed.connect(
            lambda language: self._version(language, self.value.version.text())
        )
        self.source.written.connect(lambda text: self._set(source=text.strip()))
        self.shown.clicked.connect(lambda on: self._set(shown=on))
        self.remove.clicked.connect(lambda: self.removed.emit(self.fact.id))

    def show_fact(self, fact: Fact, texts: Texts) -> None:
        """Show a fact as stored."""
        self.fact = fact
        show_two(self.value, texts, fact.id, "value", fact.value)
        self.source.show_text(fact.source)
        self.shown.setChecked(fact.shown)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.value.flush()
        self.source.flush()

    def _set(self, **values: object) -> None:
        self.fact = replace(self.fact, **values)  # type: ignore[arg-type]  # fields by name
        self.changed.emit(self.fact)

    def _version(self, language: Language, text: str) -> None:
        original = self.value.original.text().strip()
        self.version.emit(self.fact.id, "value", language, text, original)


class FactsForm(FormPage):
    """All facts of a conference; `changed`, `version` and `removed` as its rows tell them."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(
            self.tr("Facts"),
            self.tr("The report makes sentences of these. What is missing leaves no gap."),
        )
        self._conference = ""
        self._rows: dict[str, FactRow] = {}
        self._next = 0
        self.conference = ConferenceRows()
        self.body.addWidget(self.conference)
        self.add = Button(self.tr("Add a fact"), Look.DEFAULT, icon="plus")
        self.add.clicked.connect(self._ask_kind)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self.body.addLayout(foot)
        self.body.addStretch()

    def show_facts(self, conference_id: str, facts: Sequence[Fact], texts: Texts) -> None:
        """Show the facts as stored; rows that stay keep what is being typed in them."""
        self._conference = conference_id
        wanted = {fact.id: fact for fact in facts}
        for identity in list(self._rows):
            row = self._rows[identity]
            begun = row.fact.conference_id == conference_id and row.property("begun")
            if identity not in wanted and not begun:
                self._drop(identity)
        for identity, fact in wanted.items():
            row = self._rows.get(identity) or self._add_row(fact)
            row.setProperty("begun", False)
            row.show_fact(fact, texts)
        self._next = max((fact.position for fact in facts), default=-1) + 1

    def rows(self) -> list[FactRow]:
        """Return the rows in order."""
        return list(self._rows.values())

    def begin(self, kind: FactKind) -> None:
        """Begin a fact of a kind: it is kept once it has a value."""
        fact = Fact(new_id(), self._conference, kind, "", position=self._next + len(self._begun()))
        row = self._add_row(fact)
        row.setProperty("begun", True)
        row.show_fact(fact, Texts())
        row.value.original.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(row)

    def flush(self) -> None:
        """Hand on what was typed."""
        self.conference.flush()
        for row in self.rows():
            row.flush()

    def _begun(self) -> list[FactRow]:
        return [row for row in self.rows() if row.property("begun")]

    def _add_row(self, fact: Fact) -> FactRow:
        row = FactRow(fact)
        row.changed.connect(self.changed)
        row.version.connect(self.version)
        row.removed.connect(self._removed)
        at = 3 + len(self._rows)  # below title, sentence and conference, above the button
        above = self.rows()[-1] if self._rows else self.conference
        self._rows[fact.id] = row
        self.body.insertWidget(at, row)
        follow(above, row)
        return row

    def _removed(self, identity: str) -> None:
        self._drop(identity)
        self.removed.emit(identity)

    def _drop(self, identity: str) -> None:
        row = self._rows.pop(identity)
        row.hide()
        self.body.removeWidget(row)
        row.deleteLater()

    def _ask_kind(self) -> None:
        taken = {row.fact.kind for row in self.rows()}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in FactKind:
            if kind is FactKind.OTHER or kind not in taken:
                action = menu.addAction(words.fact_name(kind))
                action.triggered.connect(lambda _on=False, kind=kind: self.begin(kind))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))
