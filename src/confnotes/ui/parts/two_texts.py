"""A text of a person's own with its second version: one field for each language."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.text import Language, guess_language
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.fields import LineField, TextField
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


def language_name(language: Language) -> str:
    """Return a language as it calls itself."""
    return {Language.JA: "日本語", Language.EN: "English"}.get(language, "")


def second_language(language: Language) -> Language:
    """Return the language a second version would be in; what is neutral can have a Japanese."""
    return Language.EN if language is Language.JA else Language.JA


class TextInput(QWidget):
    """A field of one line or several that hands on what was typed within a second."""

    written = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", *, rows: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field: LineField | TextField = (
            TextField(name, placeholder, rows=rows) if rows else LineField(name, placeholder)
        )
        self._told = ""
        self._save = Autosave(self)
        self._save.due.connect(self._tell)
        self.field.edited.connect(self._save.touch)
        self.field.finished.connect(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """Return the text as typed."""
        field = self.field
        return field.text() if isinstance(field, TextField) else field.edit.text()

    def show_text(self, text: str, *, another: bool = False) -> None:
        """Show a stored text; what is being typed and not handed on yet stays. `another`: of
        another thing than the one before, of which everything was handed on."""
        if another:
            self._told = text
            self.field.begin(text)
            return
        if self._save.pending or text == self._told == self.text():
            return
        self._told = text
        if text.strip() != self.text().strip():
            self.field.setText(text)

    def replace_text(self, text: str) -> None:
        """Put a text in as if it had been typed; it is handed on at once."""
        self.field.setText(text)
        self._tell()

    def set_name(self, name: str) -> None:
        """Name the field for whoever listens to the screen."""
        field = self.field
        (field if isinstance(field, TextField) else field.edit).setAccessibleName(name)

    def go_on(self) -> None:
        """Go where one writes on: behind what is there."""
        if isinstance(self.field, TextField):
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.field.edit.end(False)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Hand on now what waits."""
        self._save.flush()

    def _tell(self) -> None:
        if self.text() != self._told:
            self._told = self.text()
            self.field.setText(self._told)  # Escape no longer takes back what was handed on
            self.written.emit(self._told)


class TwoTexts(QWidget):
    """A named text and, below it, its version in the other language.

    `written(text)` and `version_written(language, text)` come while one types, `confirmed
    (language)` when a version whose original changed since is still right.
    """

    written = Signal(str)
    version_written = Signal(object, str)
    confirmed = Signal(object)

    def __init__(
        self, name: str, placeholder: str = "", *, rows: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._second = Language.EN
        self._opened = False
        self._has_version = False
        self.title = Label(name, Step.SMALL, SEMIBOLD, "text2")
        self.add = Button("", Look.GHOST, icon="plus", height=24)
        self.original = TextInput(name, placeholder, rows=rows)
        self.version_title = Label("", Step.SMALL, role="text2")
        self.version = TextInput(name, rows=rows)
        self.stale = _Stale()
        self._lay_out()
        self.add.clicked.connect(self.open_version)
        self.original.written.connect(self._original_written)
        self.version.written.connect(lambda text: self.version_written.emit(self._second, text))
        self.stale.right.clicked.connect(lambda: self.confirmed.emit(self._second))
        self.show_texts("", None, "", stale=False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addLayout(head)
        for part in (self.original, self.version_title, self.version, self.stale):
            column.addWidget(part)

    @property
    def second(self) -> Language:
        """The language of the second version."""
        return self._second

    def show_texts(
        self,
        original: str,
        language: Language | None,
        version: str,
        *,
        stale: bool,
        another: bool = False,
    ) -> None:
        """Show stored texts; `language` is the original's (None: as guessed). `another`: of
        another thing than before."""
        self.original.show_text(original, another=another)
        self._has_version = bool(version.strip())
        self._take_language(guess_language(original) if language is None else language)
        self.version.show_text(version, another=another)
        self.stale.setVisible(stale and self._has_version)
        self._show_version()

    def open_version(self) -> None:
        """Open the field of the second version and go there."""
        self._opened = True
        self._show_version()
        self.version.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold_version(self) -> None:
        """Fold an empty second version away again (when another thing is shown)."""
        self._opened = False
        self._show_version()

    def flush(self) -> None:
        """Hand on now what waits in both fields."""
        self.original.flush()
        self.version.flush()

    def _original_written(self, text: str) -> None:
        if not self._has_version and not self.version.text():
            self._take_language(guess_language(text))
        self._show_version()
        self.written.emit(text)

    def _take_language(self, language: Language) -> None:
        self._second = second_language(language)
        name = language_name(self._second)
        self.add.set_words(name)
        self.add.setAccessibleName(
            self.tr("{field} in {language}").format(field=self._name, language=name)
        )
        self.version_title.setText(name)
        self.version.set_name(f"{self._name} ({name})")
        self.stale.show_language(language)
        self.stale.right.setAccessibleName(f"{self._name} ({name}): {self.stale.right.text()}")

    def _show_version(self) -> None:
        shown = self._opened or self._has_version or bool(self.version.text())
        self.version_title.setVisible(shown)
        self.version.setVisible(shown)
        words = self.original.text().strip()
        self.add.setVisible(not shown and bool(words) and not words.isdigit())


class _Stale(QWidget):
    """Says that the original changed since the version was made, and takes "still right"."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", Step.SMALL, role="amber", icon="refresh")
        self.right = Button(self.tr("Still right"), Look.GHOST, icon="check", height=24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.right)
        self.hide()

    def show_language(self, language: Language) -> None:
        """Name the language of the original."""
        translate = QCoreApplication.translate
        self.words.setText(
            {
                Language.JA: translate("TwoTexts", "Japanese changed since"),
                Language.EN: translate("TwoTexts", "English changed since"),
            }.get(language, translate("TwoTexts", "The original changed since"))
        )
