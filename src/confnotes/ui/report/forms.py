"""What the forms of Report share: a scrolled column, and fields with two languages."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.domain.text import fingerprint
from confnotes.domain.versions import Texts
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TwoTexts, second_language


class FormPage(Scroll):
    """A column of fields under a title and a sentence."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.title = Label("", Step.HEADING, SEMIBOLD)
        self.sentence = WrapLabel("", Step.SMALL, role="text2")
        self.sentence.hide()
        self.back = Button(self.tr("Back to the text"), Look.GHOST, icon="arrow_left", height=28)
        self.back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        self.body.setContentsMargins(px(28), px(18), px(28), px(24))
        self.body.setSpacing(px(14))
        self.body.addLayout(head)
        self.body.addWidget(self.sentence)

    def set_head(self, title: str, sentence: str = "") -> None:
        """Name the page, and say in one sentence what it does."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def enter(self) -> None:
        """Go to the first field."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def show_two(field: TwoTexts, texts: Texts, owner_id: str, name: str, original: str) -> None:
    """Show a stored text with its second version."""
    language = texts.language_of(owner_id, name, original)
    version = texts.versions.get((owner_id, name, second_language(language)))
    stale = version is not None and version.made_from != fingerprint(original)
    field.show_texts(original, language, version.text if version else "", stale=stale)


def flush_all(fields: Mapping[str, TwoTexts]) -> None:
    """Hand on what was typed in all of these."""
    for field in fields.values():
        field.flush()
