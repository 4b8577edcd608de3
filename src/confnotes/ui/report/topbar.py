"""The top bar of Report: language, target, copy, and the one filled button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.text import Language
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import Segmented
from confnotes.ui.parts.fields import ComboField
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import language_name


class TopBar(Ground):
    """Tells what is asked for; the workspace does it."""

    language = Signal(object)
    target = Signal(str)
    copy_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "b", parent)
        self.title = Label(self.tr("Report"), Step.TITLE, SEMIBOLD)
        self.sessions = Label("", Step.BASE, role="text2", tabular=True)
        self.languages = Segmented(
            self.tr("Language of the report"),
            [(lang, language_name(lang)) for lang in (Language.JA, Language.EN)],
        )
        fixed = QSizePolicy.Policy.Fixed
        self.languages.setSizePolicy(fixed, fixed)
        self.targets = ComboField(self.tr("Where the report appears"), height=32)
        self.copy = Button(self.tr("Copy"), Look.GHOST, icon="copy")
        self.copy.setToolTip(self.tr("Copy the report as Markdown"))
        self.export = Button(self.tr("Export"), Look.PRIMARY, icon="export")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.sessions)
        self._row.addStretch()
        for part in (self.languages, self.targets, self.copy, self.export):
            self._row.addWidget(part)
        self.languages.chosen.connect(self.language)
        self.targets.chosen.connect(lambda key: self.target.emit(str(key)))
        self.copy.clicked.connect(self.copy_asked)
        self.export.clicked.connect(self.export_asked)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self._row.setContentsMargins(theme().px(24), 0, theme().px(20), 1)
        self._row.setSpacing(theme().px(12))
        self.setFixedHeight(theme().px(64))

    def show_report(self, sessions: int, language: Language, target: str) -> None:
        """Show what the report is made of and in which form."""
        one = self.tr("1 session")
        many = self.tr("{n} sessions").format(n=sessions)
        self.sessions.setText(one if sessions == 1 else many)
        self.languages.set_key(language)
        self.targets.set_key(target)

    def show_copied(self, copied: bool) -> None:
        """Say that the report was copied, or go back to offering it."""
        words, icon = (self.tr("Copied"), "check") if copied else (self.tr("Copy"), "copy")
        self.copy.set_words(words, icon)

    def set_targets(self, targets: Sequence[tuple[str, str]]) -> None:
        """Set what can be chosen: (name, label)."""
        self.targets.set_items([(name, label) for name, label in targets])
