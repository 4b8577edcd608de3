"""What a schedule comes in as: a conference of its own, an event beside one, or more of it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.conference import Conference
from confnotes.domain.draft import Draft
from confnotes.ui.parts.fields import ComboField, LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_NEAR = timedelta(days=7)
_MOST = 6
_EVENT, _MORE = "event", "more"


class Destination(QWidget):
    """`changed`: another one was chosen, or the event's name was typed. Hidden where no conference
    takes place at about the time of the schedule."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Conference] = {}
        self.choice = ComboField(self.tr("Comes in as"))
        self.name = LineField(self.tr("Name of the event"))
        self._name_label = Label(self.tr("Name of the event"), Step.SMALL, SEMIBOLD, "text2")
        self.note = WrapLabel("", Step.SMALL, role="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(Label(self.choice.label_text(), Step.SMALL, SEMIBOLD, "text2"))
        for widget in (self.choice, self._name_label, self.name, self.note):
            column.addWidget(widget)
        self.name.reverts = False  # Escape is the page's
        self.choice.chosen.connect(lambda _key: self._chosen())
        self.name.edited.connect(lambda _text: self.changed.emit())
        self.hide()

    def offer(self, draft: Draft, conferences: Sequence[Conference]) -> None:
        """Offer the conferences that take place at about the time of a schedule."""
        found = [one for one in conferences if _near(one, draft)][:_MOST]
        self._known = {one.id: one for one in found}
        event, more = self.tr("Event beside {name}"), self.tr("More of {name}")
        items: list[tuple[object, str]] = [(None, self.tr("A conference of its own"))]
        for one in found:
            items.append(((_EVENT, one.id), event.format(name=one.short)))
            items.append(((_MORE, one.id), more.format(name=one.short)))
        self.choice.set_items(items)
        self.choice.set_key(None)
        self.name.begin(draft.title)
        self.setVisible(bool(found))
        self._show()

    @property
    def conference(self) -> Conference | None:
        """The conference it comes into, None for one of its own."""
        key = self.choice.key()
        return self._known.get(key[1]) if isinstance(key, tuple) else None

    @property
    def beside(self) -> bool:
        """Whether it comes in as an event beside the conference."""
        key = self.choice.key()
        return isinstance(key, tuple) and key[0] == _EVENT

    @property
    def event_name(self) -> str:
        """The name of the event beside the conference, "" for none."""
        return self.name.text() if self.beside else ""

    def _chosen(self) -> None:
        self._show()
        if self.beside and not self.name.text():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        for widget in (self._name_label, self.name):
            widget.setVisible(self.beside)
        into = self.conference
        self.note.setVisible(into is not None)
        if into is not None:
            said = self.tr("Times are read in the zone of {name}. What is there already stays.")
            self.note.setText(said.format(name=into.short))


def _near(conference: Conference, draft: Draft) -> bool:
    days = [date.fromisoformat(one.facts.start[:10]) for one in draft.sessions if one.facts.start]
    first, last = conference.starts or conference.ends, conference.ends or conference.starts
    if first is None or last is None or not days:
        return False
    return min(days) - _NEAR <= last and first <= max(days) + _NEAR
