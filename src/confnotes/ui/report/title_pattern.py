"""The pattern of a report's titles in one language, and the title it makes beside it."""

from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from confnotes.domain.text import Language
from confnotes.services.report_views import TitleFacts
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput, language_name

_LONGEST = 32
"""Characters of a fact that the list of placeholders shows."""


class TitlePattern(QWidget):
    """`written(language, pattern)` as one goes."""

    written = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: TitleFacts | None = None
        self._shown: tuple[str, Language] | None = None
        self._own = False
        self.title = Label("", Step.SMALL, SEMIBOLD, "text2")
        self.insert = Button(self.tr("Insert"), Look.GHOST, icon="plus", height=24)
        self.insert.setAccessibleName(self.tr("Insert a placeholder into the title pattern"))
        self.input = TextInput(self.tr("Title pattern"))
        self.field = cast("LineField", self.input.field)
        """The field one types into."""
        self.preview = WrapLabel("", Step.SMALL, role="text2")
        self.flaw = WrapLabel("", Step.SMALL, role="amber")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addLayout(head)
        for part in (self.input, self.preview, self.flaw):
            column.addWidget(part)
        self.insert.clicked.connect(self.open_places)
        self.field.edited.connect(self._say)
        self.input.written.connect(self._written)

    def show_pattern(
        self, report_id: str, language: Language, pattern: str, facts: TitleFacts, *, own: bool
    ) -> None:
        """Show the pattern of a language; `own`: a title was typed, which wins over it."""
        another = self._shown != (report_id, language)
        if another:
            self.input.flush()  # to the language it was typed for
        self._shown, self._facts, self._own = (report_id, language), facts, own
        self.input.show_text(pattern, another=another)
        name = language_name(language)
        self.title.setText(self.tr("Title pattern ({language})").format(language=name))
        self.input.set_name(self.title.text())
        self.field.edit.setPlaceholderText(facts.default)
        self._say()

    def show_own(self, title: str) -> None:
        """Show whether a title of one's own wins over the pattern."""
        self._own = bool(title.strip())
        self._say()

    def forget(self) -> None:
        """Forget whose pattern was shown."""
        self._shown = self._facts = None

    def flush(self) -> None:
        """Hand on what was typed."""
        self.input.flush()

    def open_places(self) -> None:
        """Open the list of what can stand in a title, each with what is known."""
        if self._facts is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.insert.accessibleName())
        for name, words in self._names().items():
            value = self._facts.values[name] or self.tr("not known")
            short = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
            action = menu.addAction(f"{words}\t{short}".replace("&", "&&"))
            action.triggered.connect(lambda _on=False, name=name: self.put_in(f"{{{name}}}"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height() + 4)))

    def put_in(self, words: str) -> None:
        """Put words in at the caret, as if they had been typed; an empty field begins with the
        pattern that holds while it is empty."""
        edit = self.field.edit
        if self._facts is not None and not edit.text().strip():
            words = f"{self._facts.default} {words}"
        edit.insert(words)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edited.emit(edit.text())

    def _written(self, pattern: str) -> None:
        if self._shown is not None:
            self.written.emit(self._shown[1], pattern)

    def _say(self, _text: str = "") -> None:
        """Say what the pattern makes, and what in it cannot be told."""
        if self._facts is None:
            return
        pattern = self.input.text().strip()
        found = self._facts.filled(pattern)
        own = self.tr("Your own title above is printed; without it: {title}")
        made = own if self._own else self.tr("Title: {title}")
        self.preview.setText(made.format(title=found.text))
        flaw = ""
        names = ", ".join(f"{{{name}}}" for name in found.unknown or found.missing)
        if found.unknown:
            flaw = self.tr("Not a placeholder, so it is left out: {names}").format(names=names)
        elif found.lone:
            flaw = self.tr("A brace without its other one is left out; doubled, it is printed.")
        elif found.missing and pattern:
            flaw = self.tr("Not known here, so it is left out: {names}").format(names=names)
        self.flaw.setText(flaw)
        self.flaw.setVisible(bool(flaw))
        self.field.edit.setAccessibleDescription(f"{self.preview.text()} {flaw}".strip())

    def _names(self) -> dict[str, str]:
        return {
            "conference": self.tr("Conference"),
            "short_name": self.tr("Its short name"),
            "year": self.tr("Year"),
            "city": self.tr("City"),
            "country": self.tr("Country (after the city's comma)"),
            "dates": self.tr("Dates"),
            "day": self.tr("Number of the day (report of one day)"),
            "date": self.tr("Date (report of one day)"),
            "session": self.tr("Title of the session (report of one session)"),
            "author": self.tr("Author"),
        }
