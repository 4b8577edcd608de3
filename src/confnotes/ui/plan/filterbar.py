"""The row above the programme: words to look for, facets, only mine, and one key that clears."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.session import SessionKind
from confnotes.ui.parts.buttons import IconButton, ToggleButton
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.facets import FacetButton, FacetList
from confnotes.ui.plan.filtering import Facet, Filter, Finder


class FilterBar(QWidget):
    """`changed` comes with each letter that is in the field (not with a composition) and each tick;
    `done` on Enter or a second Escape: the programme is to have the focus."""

    changed = Signal()
    done = Signal()

    def __init__(self, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._finder = Finder(())
        self._open: Facet | None = None
        self.field = LineField(
            self.tr("Filter the programme"),
            self.tr("Filter by title, track or speaker"),
            icon="search",
            height=32,
        )
        self.field.reverts = False
        self.buttons = {
            Facet.TRACK: FacetButton(self.tr("Track")),
            Facet.ROOM: FacetButton(self.tr("Room")),
            Facet.SPEAKER: FacetButton(self.tr("Speaker")),
            Facet.LANGUAGE: FacetButton(self.tr("Language")),
            Facet.KIND: FacetButton(self.tr("Kind")),
        }
        self.mine = ToggleButton(self.tr("Only mine"), "check_circle")
        self.clear = IconButton("close", self.tr("Clear the filter"), size=32, icon_size=16)
        self.values = FacetList(over)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.addWidget(self.mine)
        self._row.addWidget(self.clear)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._wire()
        self._show()
        self._refit()
        theme().changed.connect(self._refit)

    def _wire(self) -> None:
        self.field.edited.connect(self._typed)
        self.field.submitted.connect(lambda _text: self.done.emit())
        self.field.cancelled.connect(self._escaped)
        self.mine.toggled.connect(self._mine)
        self.clear.clicked.connect(self.reset)
        self.values.changed.connect(self._ticked)
        for facet, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, facet=facet: self._ask(facet))

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(24), px(12), px(20), 0)
        self._row.setSpacing(px(8))
        self.field.setMinimumWidth(px(120))
        self.setFixedHeight(px(44))

    def filter(self) -> Filter:
        """Return what is asked for."""
        return self._filter

    def set_programme(self, finder: Finder) -> None:
        """Offer the values of another programme, or of this one read again."""
        self._finder = finder
        for facet, button in self.buttons.items():
            button.setVisible(len(finder.values(facet)) > 1)
        self._show()

    def reset(self) -> None:
        """Ask for everything again."""
        if not self._filter.active:
            return
        self._filter = Filter()
        self.field.setText("")
        self.values.hide()
        self._show()
        self.changed.emit()

    def focus(self) -> None:
        """Put the caret into the field, what is in it selected."""
        self.field.edit.setFocus()
        self.field.edit.selectAll()

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, from left to right."""
        return [self.field.edit, *self.buttons.values(), self.mine, self.clear]

    def _typed(self, text: str) -> None:
        self._take(Filter(text, self._filter.chosen, self._filter.mine))

    def _mine(self, on: bool) -> None:
        if on != self._filter.mine:
            self._take(Filter(self._filter.text, self._filter.chosen, on))

    def _ticked(self, keys: set[str]) -> None:
        if self._open is not None:
            self._take(self._filter.with_values(self._open, keys))

    def _take(self, wanted: Filter) -> None:
        self._filter = wanted
        self._show()
        self.changed.emit()

    def _escaped(self) -> None:
        if self._filter.active:
            self.reset()
        else:
            self.done.emit()

    def _ask(self, facet: Facet) -> None:
        if self.values.isVisible() and self._open is facet:
            self.values.shut()
            return
        self._open = facet
        chosen = set(self._filter.chosen.get(facet, ()))
        rows = [(key, _words(facet, key), n) for key, n in self._finder.values(facet)]
        button = self.buttons[facet]
        self.values.open(button.name, rows, chosen, button)

    def _show(self) -> None:
        for facet, button in self.buttons.items():
            chosen: Sequence[str] = sorted(self._filter.chosen.get(facet, ()))
            button.show_chosen([_words(facet, key) for key in chosen])
        self.mine.setChecked(self._filter.mine)
        self.clear.setVisible(self._filter.active)


def _words(facet: Facet, key: str) -> str:
    """Return what a value is called."""
    if facet is Facet.KIND:
        return kind_words(SessionKind(key))
    return key.upper() if facet is Facet.LANGUAGE else key
