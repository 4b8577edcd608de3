"""What one wrote and then replaced: kept while the conference is open, to be brought back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.domain.text import Language
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

Place = tuple[str, Language]
"""A section's key and a language: one text."""


class KeptText(Ground):
    """A line below the editor that offers a replaced text; `wanted` asks for it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "t", parent)
        self._conference: str | None = None
        self._texts: dict[Place, str] = {}
        self.words = Label(self.tr("Your earlier text is kept."), Step.SMALL, role="text2")
        self.bring = Button(self.tr("Bring my text back"), Look.GHOST, icon="undo", height=28)
        self.bring.clicked.connect(self.wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.bring)
        self._row.addWidget(self.words, 1)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(16), px(4), px(16), px(4))

    def keep(self, place: Place, text: str) -> None:
        """Keep a text that is about to be replaced; a blank one is nothing to keep."""
        if text.strip():
            self._texts[place] = text

    def take(self, place: Place) -> str:
        """Return the text kept for a place, and keep it no longer ("" for none)."""
        return self._texts.pop(place, "")

    def offer(self, place: Place, shown: str) -> None:
        """Show the offer where a text is kept that differs from the one shown."""
        self.setVisible(self._texts.get(place, shown) != shown)

    def open(self, conference_id: str | None) -> None:
        """Forget all texts when another conference than before is opened."""
        if conference_id != self._conference:
            self._conference = conference_id
            self._texts.clear()
            self.hide()
