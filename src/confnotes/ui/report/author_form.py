"""Who writes: the author's profile, in both languages."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.conference import Author
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput, TwoTexts, language_name
from confnotes.ui.report.forms import FormPage, flush_all, show_two


class AuthorForm(FormPage):
    """`changed(Author)` and `version(owner, field, language, text, original)` while one types."""

    changed = Signal(object)
    version = Signal(str, str, object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Who writes"))
        self.say_opening(())
        self._author: Author | None = None
        self._forgotten: Author | None = None
        self.fields = {
            "name": TwoTexts(self.tr("Name")),
            "role": TwoTexts(self.tr("Role"), self.tr("site reliability engineer")),
            "company": TwoTexts(self.tr("Company")),
        }
        self.plain = {
            "handle": TextInput(self.tr("Handle"), "@…"),
            "url": TextInput(self.tr("Address of your page"), "https://"),
        }
        for field in self.fields.values():
            self.body.addWidget(field)
        for name, label in (("handle", self.tr("Handle")), ("url", self.tr("Your page"))):
            group = QVBoxLayout()
            group.setSpacing(theme().px(6))
            group.addWidget(Label(label, Step.SMALL, SEMIBOLD, "text2"))
            group.addWidget(self.plain[name])
            self.body.addLayout(group)
        self.body.addStretch()
        self._connect()

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.written.connect(lambda text, name=name: self._set(name, text))
            field.version_written.connect(
                lambda language, text, name=name: self._version(name, language, text)
            )
            field.confirmed.connect(lambda language, name=name: self._confirm(name, language))
        for name, line in self.plain.items():
            line.written.connect(lambda text, name=name: self._set(name, text))

    def show_author(self, author: Author, texts: Texts, *, owing: bool = False) -> None:
        """Show the profile as stored; the identity of one just begun is kept. While something is
        `owing` to the file, the profile of who is shown already stays as typed."""
        before = self._author or self._forgotten
        if owing and before is not None and before.id == author.id:
            self._author = before
            return
        if self._author is not None and author.name == author.role == author.company == "":
            author = replace(author, id=self._author.id)
        self._author = author
        for name, field in self.fields.items():
            show_two(field, texts, author.id, name, getattr(author, name))
        for name, line in self.plain.items():
            line.show_text(getattr(author, name))

    def say_opening(self, own: Sequence[Language]) -> None:
        """Say what becomes of the profile; `own` are the languages of openings one wrote."""
        if not own:
            said = self.tr(
                "The opening introduces you with what you fill in; nothing here is required."
            )
        elif len(own) > 1:
            said = self.tr(
                "You wrote the opening yourself: it is printed as it stands, "
                "and what you fill in here does not change it."
            )
        else:
            said = self.tr(
                "Your own opening ({language}) is printed as it stands; the one in the other "
                "language introduces you with what you fill in."
            ).format(language=language_name(own[0]))
        self.set_head(self.tr("Who writes"), said)

    def forget(self) -> None:
        """Forget whose profile was shown; most conferences of a notebook have the same author."""
        self._author, self._forgotten = None, self._author

    def flush(self) -> None:
        """Hand on what was typed."""
        flush_all(self.fields)
        for line in self.plain.values():
            line.flush()

    def _set(self, name: str, text: str) -> None:
        if self._author is not None:
            self._author = replace(self._author, **{name: text.strip()})
            self.changed.emit(self._author)

    def _version(self, name: str, language: Language, text: str) -> None:
        if self._author is not None:
            original = self.fields[name].original.text().strip()
            self.version.emit(self._author.id, name, language, text, original)

    def _confirm(self, name: str, language: Language) -> None:
        self._version(name, language, self.fields[name].version.text())
