"""The side panel of Plan: one of details, forms, or a word on what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from confnotes.ui.parts.labels import WrapLabel
from confnotes.ui.parts.paint import Tone
from confnotes.ui.parts.panels import SidePanel
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.away_panel import AwayPanel
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.details import SessionDetails
from confnotes.ui.plan.forms import ConferencePanel, EventForm
from confnotes.ui.plan.session_form import SessionForm
from confnotes.ui.plan.several_form import SeveralForm

CLASHES = "clashes"
"""The key of the strip's button that leads to the first clash."""


class PlanPanel(SidePanel):
    """Holds the pages; `show_page` brings one to the front and opens the panel if it is folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", 304, parent)
        self.setAccessibleName(self.tr("Details"))
        self.details = SessionDetails()
        self.session_form = SessionForm()
        self.several = SeveralForm()
        self.event_form = EventForm()
        self.conference = ConferencePanel()
        self.away = AwayPanel()
        self.empty = _Empty(self.tr("Choose a session to see what it is about, and say why."))
        self.pages = QStackedWidget()
        for page in (
            self.empty, self.details, self.session_form, self.event_form, self.conference,
            self.away, self.several,
        ):  # fmt: skip
            self.pages.addWidget(page)
        self.body.addWidget(self.pages)
        self.details_button = self.add_strip("details", "info", self.tr("Details"))
        self.clash_button = self.add_strip(CLASHES, "warning", self.tr("Clashes"))
        self.count_clashes(0)

    def count_clashes(self, count: int) -> None:
        """Say in the folded panel how many clashes there are."""
        self.clash_button.set_count(str(count or ""), Tone.RED)
        said = self.tr("Clashes: {n}").format(n=count)
        self.clash_button.set_words(said)
        self.clash_button.setVisible(count > 0)

    def show_page(self, page: QWidget, *, asked: bool = True) -> None:
        """Show a page; one that was asked for also opens the folded panel."""
        self.pages.setCurrentWidget(page)
        if asked and self.folded:
            self.open_over()

    def refresh_event(self, choices: Choices) -> None:
        """Show what is chosen by now of the event whose form is shown."""
        event = choices.event(self.event_form.shown)
        if event is not None:
            choice = choices.of_event(event)
            self.event_form.choosing.show_choice(event.id, choice, proposed=False)

    def page(self) -> QWidget | None:
        """Return the page in front."""
        return self.pages.currentWidget()

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.details.commit()
        self.event_form.choosing.commit()


class _Empty(QWidget):
    """Says what to do next."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        px = theme().px
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(WrapLabel(words, role="text3"))
