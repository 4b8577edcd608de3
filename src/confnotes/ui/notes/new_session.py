"""A session that no schedule has, begun in one field: its title says what kind it is."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.domain.session import SessionKind
from confnotes.domain.text import folded
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.labels import PillLabel
from confnotes.ui.parts.theme import theme

_SIGNS: tuple[tuple[SessionKind, str], ...] = (
    (SessionKind.KEYNOTE, "keynote|基調講演|きーのーと"),
    (SessionKind.MEAL, "lunch|breakfast|dinner|昼食|朝食|夕食|昼ごはん|らんち|coffee|食事"),
    (SessionKind.PARTY, "party|reception|happy hour|ぱーてぃ|懇親会|打ち上げ|飲み会"),
    (SessionKind.BOOTH, "booth|expo|sponsor hall|ぶーす|展示"),
    (SessionKind.HALLWAY, "hallway|corridor|chat with|立ち話|廊下|雑談"),
    (SessionKind.TRAVEL, "flight|train|travel|移動|ふらいと|空港|airport"),
    (SessionKind.LIGHTNING, "lightning|らいとにんぐ|^lt$|lt会"),
    (SessionKind.PANEL, "panel|ぱねる"),
    (SessionKind.WORKSHOP, "workshop|わーくしょっぷ|はんずおん|hands-on"),
    (SessionKind.TUTORIAL, "tutorial|ちゅーとりある"),
)


def guess_kind(title: str) -> SessionKind:
    """Return what a session of that title seems to be; a talk where nothing says otherwise."""
    text = folded(title)
    return next((kind for kind, signs in _SIGNS if re.search(signs, text)), SessionKind.TALK)


class NewSession(QWidget):
    """One field: Enter begins the session now (`begun(title, kind)`), Escape puts it away."""

    begun = Signal(str, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(
            self.tr("New session now: its title"),
            self.tr("Lunch with the Berlin team"),
        )
        self.pill = PillLabel("")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field)
        self._row.addWidget(self.pill)
        self.field.edited.connect(self._guess)
        self.field.submitted.connect(self._begin)
        self.field.cancelled.connect(self.cancelled)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))

    def open(self) -> None:
        """Show the empty field with the caret in it."""
        self.field.setText("")
        self._guess("")
        self.show()
        self.field.setFocus()

    def _guess(self, title: str) -> None:
        self.pill.set_text(kind_words(guess_kind(title)))

    def _begin(self, title: str) -> None:
        if title:
            self.begun.emit(title, guess_kind(title))
