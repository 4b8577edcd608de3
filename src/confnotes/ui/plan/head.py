"""The head of Plan: the days, grid or list, and what is done with the programme as a whole."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.services.bundle import Services
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.choices import Segmented
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.tabs import Tabs, TabStrip
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.agenda_menu import AgendaButton
from confnotes.ui.plan.board import GRID, LIST
from confnotes.ui.plan.import_menu import ImportButton


class PlanHead(Ground):
    """Holds them in a row."""

    def __init__(self, services: Services) -> None:
        super().__init__("canvas", "b")
        self.tabs = Tabs(self.tr("Days"), height=64, gap=10)
        self.look = Segmented(
            self.tr("Show as"), [(GRID, self.tr("Grid"), "grid"), (LIST, self.tr("List"), "list")]
        )
        self.add = IconButton("plus", self.tr("New session"))
        self.again = ImportButton(services)
        self.agenda = AgendaButton(services)
        self.facts = IconButton("building", self.tr("The conference"))
        self.away = IconButton("archive", self.tr("Archive and trash"))
        self.away.hide()
        px = theme().px
        self.setFixedHeight(px(64))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(16), 0)
        row.setSpacing(px(12))
        row.addWidget(TabStrip(self.tabs), 1)
        for widget in (self.look, self.add, self.again, self.agenda, self.facts, self.away):
            row.addWidget(widget)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, from left to right."""
        buttons = (self.add, self.again, self.agenda, self.facts, self.away)
        return [self.tabs, self.look, *self.look.members(), *buttons]
