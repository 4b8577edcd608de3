"""A session that no schedule has, begun in one field: its title says what kind it is."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.session import SessionKind
from confnotes.domain.text import folded
from confnotes.ui.parts.fields import ComboField, LineField
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step

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
_SIDEWAYS = {Qt.Key.Key_Right: Qt.Key.Key_Down, Qt.Key.Key_Left: Qt.Key.Key_Up}


def guess_kind(title: str) -> SessionKind:
    """Return what a session of that title seems to be; a talk where nothing says otherwise."""
    text = folded(title)
    return next((kind for kind, signs in _SIGNS if re.search(signs, text)), SessionKind.TALK)


class KindChip(ComboField):
    """What kind of session it is; Enter and Escape mean what they mean in the field."""

    submitted = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        elif key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _SIDEWAYS:
            super().keyPressEvent(QKeyEvent(event.type(), _SIDEWAYS[key], event.modifiers()))
        else:
            super().keyPressEvent(event)


class NewSession(QWidget):
    """A title, and below it the kind: Enter begins the session (`begun(title, kind)`), Escape puts
    it away. Tab goes to and fro between the two: nothing else belongs to a session not begun."""

    begun = Signal(str, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(
            self.tr("New session: its title"),
            self.tr("Lunch with the Berlin team"),
        )
        self.field.reverts = False
        self.kind = KindChip(self.tr("Kind of session"), height=28)
        self.kind.set_items([(kind, kind_words(kind)) for kind in SessionKind])
        self.when = Label("", Step.SMALL, role="text2")
        self.when.hide()
        self._said = False
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.when)
        self._column.addWidget(self.kind)
        self.field.edited.connect(self._guess)
        self.field.submitted.connect(lambda _title: self._begin())
        self.field.cancelled.connect(self.cancelled)
        self.kind.submitted.connect(self._begin)
        self.kind.cancelled.connect(self.cancelled)
        self.kind.chosen.connect(self._chosen)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(12), px(6), px(12), px(6))
        self._column.setSpacing(px(6))

    def open(self) -> None:
        """Show the empty field with the caret in it."""
        self.field.setText("")
        self._said = False
        self._guess("")
        self.show()
        self.field.setFocus()

    def set_when(self, words: str) -> None:
        """Say on which day the session would be ("": now, on the day shown)."""
        self.when.setText(words)
        self.when.setVisible(bool(words))
        title = self.tr("New session: its title")
        self.field.edit.setAccessibleName(f"{title}, {words}" if words else title)

    def focusNextPrevChild(self, _next: bool) -> bool:
        if self.kind.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # by Tab it would select all
        else:
            self.kind.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _guess(self, title: str) -> None:
        if not self._said:
            self.kind.set_key(guess_kind(title))

    def _chosen(self, _kind: object) -> None:
        self._said = True

    def _begin(self) -> None:
        title = self.field.text()
        if title:
            self.begun.emit(title, self.kind.key())
        else:
            self.field.setFocus()
