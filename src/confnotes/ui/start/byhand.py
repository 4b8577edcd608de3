"""Start by hand: a name, the dates and the zone are enough."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from confnotes.ui.parts.conference_form import ConferenceFacts, ConferenceForm
from confnotes.ui.parts.page import Page
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.zones import computer_zone

_WIDE = 480


class ByHandPage(Page):
    """`done` asks for the conference of `facts()`."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Start by hand"))
        self.action.set_words(self.tr("Begin the conference"), "plus")
        self.form = ConferenceForm()
        self.form.changed.connect(self._refresh)
        self.form.let_escape_through()
        self._begun = False
        self.form.setFixedWidth(theme().px(_WIDE))
        scroll = Scroll()
        px = theme().px
        scroll.body.setContentsMargins(px(24), px(24), px(24), px(24))
        scroll.body.addWidget(self.form, alignment=Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch()
        row = QHBoxLayout(self.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll)

    def begin(self, name: str) -> None:
        """Show the form with a name, ready for the rest; what was typed before is still there."""
        if not self._begun:
            self.form.set_facts(ConferenceFacts(name, computer_zone()))
        elif name:
            self.form.name.setText(name)
        self._begun = True
        self._refresh()
        field = self.form.starts if name else self.form.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Begin with an empty form the next time."""
        self._begun = False

    def facts(self) -> ConferenceFacts:
        """Return what was filled in."""
        return self.form.facts()

    def _refresh(self) -> None:
        facts = self.facts()
        missing = ""
        if not facts.name:
            missing = self.tr("A name is needed.")
        elif facts.starts is None or facts.ends is None:
            missing = self.tr("The first and the last day are needed.")
        elif facts.timezone is None:
            missing = self.tr("A time zone is needed.")
        elif self.form.backwards():
            missing = self.tr("The last day lies before the first.")
        self.action.setEnabled(not missing)
        safe = self.tr("Everything here can be changed later.")
        self.say(missing or safe, needed=bool(missing))
