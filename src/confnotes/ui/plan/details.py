"""The details of the selected session: the choice, the facts, the links, the notes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from confnotes.domain.agenda import Clash
from confnotes.domain.choice import Choice
from confnotes.domain.conference import Shelf
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.services.views import SessionView
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.icons import icon
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.panels import Card, Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.choosing import Choosing
from confnotes.ui.plan.clashcard import Clashes
from confnotes.ui.plan.given import GivenCard, when
from confnotes.ui.plan.model import own_time

_ICONS = {
    LinkKind.PAGE: "globe",
    LinkKind.SLIDES: "slides",
    LinkKind.VIDEO: "video",
    LinkKind.REPOSITORY: "repository",
    LinkKind.OTHER: "link",
}


class FactLine(QWidget):
    """An icon and words over as many lines as they need."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(2))
        sign = Label("", icon=icon, role="text2")
        sign.setFixedWidth(theme().px(22))
        self.words = WrapLabel("", role="text2")
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, text: str) -> None:
        """Show words; nothing to say hides the line."""
        self.words.setText(text)
        self.setVisible(bool(text))


class SessionDetails(QWidget):
    """`notes_asked` asks for the notes of the session shown, `edit_asked` for its form,
    `session_asked` for another session, `away_asked` to put this one there (a Shelf)."""

    notes_asked = Signal(str)
    edit_asked = Signal(str)
    session_asked = Signal(str)
    away_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._links: list[Button] = []
        self.choosing = Choosing()
        self.title = WrapLabel("", Step.HEADING, SEMIBOLD)
        self.subtitle = WrapLabel("", role="text2")
        self.speakers = FactLine("person")
        self.time = FactLine("clock")
        self.own_time = FactLine("globe")
        self.given = GivenCard()
        self.clashes = Clashes()
        self.clashes.asked.connect(self.session_asked)
        self.place = FactLine("place")
        self.kind = FactLine("tag")
        self.about_head = Label(self.tr("About"), Step.SMALL, SEMIBOLD, "text2")
        self.about = WrapLabel("", role="text2")
        self.given_about = Card("sunken", None, 8, padding=12)
        self.given_text = WrapLabel("", Step.SMALL, role="text2")
        for widget in (
            Label(self.tr("In the schedule"), Step.SMALL, SEMIBOLD, "text2"), self.given_text,
        ):  # fmt: skip
            self.given_about.body.addWidget(widget)
        self.link_grid = QGridLayout()
        self.notes = Button(self.tr("Open notes"), icon="notes")
        self.edit = Button(self.tr("Edit"), Look.GHOST, icon="pencil")
        self.more = IconButton("more", self.tr("Put away"))
        self.more.clicked.connect(self._open_more)
        self.notes.clicked.connect(lambda: self.notes_asked.emit(self._id))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self._id))
        self._lay_out()

    def _lay_out(self) -> None:
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = Scroll()
        body = scroll.body
        body.setContentsMargins(px(24), px(16), px(20), px(16))
        body.setSpacing(px(6))
        body.addWidget(self.choosing.intent)
        body.addSpacing(px(10))
        for widget in (self.title, self.subtitle):
            body.addWidget(widget)
        body.addSpacing(px(4))
        for line in (self.speakers, self.time, self.own_time, self.place, self.kind):
            body.addWidget(line)
        body.addSpacing(px(10))
        body.addWidget(self.given)
        body.addWidget(self.clashes)
        body.addWidget(self.choosing)
        body.addSpacing(px(10))
        body.addWidget(self.about_head)
        body.addWidget(self.about)
        body.addWidget(self.given_about)
        body.addSpacing(px(8))
        body.addLayout(self.link_grid)
        body.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(10), px(20), px(14))
        foot.setSpacing(px(8))
        foot.addWidget(self.notes)
        foot.addWidget(self.edit)
        foot.addStretch()
        foot.addWidget(self.more)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    def show_session(self, view: SessionView, choice: Choice, zone: str, own: str = "") -> None:
        """Show a session with what was chosen last."""
        session, facts = view.session, view.session.facts
        self._id = session.id
        self.choosing.show_choice(session.id, choice, proposed=view.lines > 0)
        self.title.setText(session.title)
        self.subtitle.setText(facts.subtitle or "")
        self.subtitle.setVisible(bool(facts.subtitle))
        self.speakers.say(_speakers(view))
        self.time.say(when(view, zone))
        self.own_time.say(own_time(view, zone, own))
        self.place.say(" · ".join(p for p in (facts.room, facts.track) if p))
        said = [kind_words(session.kind), facts.format or "", facts.language or ""]
        above = (facts.room, facts.track)  # some schedules give the track as format once more
        self.kind.say(" · ".join(dict.fromkeys(p for p in said if p and p not in above)))
        self.about.setText(facts.abstract or "")
        for widget in (self.about_head, self.about):
            widget.setVisible(bool(facts.abstract))
        self._show_links(view.links)

    def show_given(self, view: SessionView, given: SessionView | None, zone: str) -> None:
        """Show what the schedule says where one's own version is another (None: nowhere)."""
        self.given.show_given(view, given, zone)
        here = view.session.facts.abstract or ""
        theirs = here if given is None else given.session.facts.abstract or ""
        self.given_text.setText(theirs or self.tr("nothing"))
        self.given_about.setVisible(theirs != here)

    def menu(self) -> QMenu:
        """Return the menu of where the session can be put away."""
        menu = QMenu(self)
        menu.setAccessibleName(self.more.accessibleName())
        for words, name, shelf in (
            (self.tr("Archive"), "archive", Shelf.ARCHIVED),
            (self.tr("Move to the trash"), "trash", Shelf.TRASHED),
        ):
            action = menu.addAction(words)
            action.setIcon(icon(name))
            action.triggered.connect(
                lambda _on=False, shelf=shelf: self.away_asked.emit(self._id, shelf)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_more(self) -> None:
        menu = self.menu()
        right = self.more.width() - menu.sizeHint().width()
        menu.popup(self.more.mapToGlobal(QPoint(right, -menu.sizeHint().height() - 4)))

    def _show_links(self, links: tuple[Link, ...]) -> None:
        for button in self._links:
            button.hide()
            self.link_grid.removeWidget(button)
            button.deleteLater()
        there = [link for link in links if link.state is LinkState.THERE and link.url]
        self._links = [self._link(link) for link in there]
        for at, button in enumerate(self._links):
            left = Qt.AlignmentFlag.AlignLeft
            self.link_grid.addWidget(button, at // 2, at % 2, alignment=left)
        chain(self.order())

    def show_clashes(self, found: Sequence[tuple[Clash, SessionView]], zone: str) -> None:
        """Show what gets in the way of this session, by time."""
        if self.clashes.show_clashes(found, zone):
            chain(self.order())

    def order(self) -> list[QWidget]:
        """Return what takes the focus, from top to bottom."""
        c = self.choosing
        fields = [*c.intent.members(), c.attendance, c.later, c.reason]
        foot = (self.notes, self.edit, self.more)
        return [*self.clashes.stops(), *fields, *self._links, *foot]

    def _link(self, link: Link) -> Button:
        words_of = {
            LinkKind.PAGE: self.tr("Page"),
            LinkKind.SLIDES: self.tr("Slides"),
            LinkKind.VIDEO: self.tr("Video"),
            LinkKind.REPOSITORY: self.tr("Code"),
            LinkKind.OTHER: self.tr("Link"),
        }
        button = Button(words_of[link.kind], Look.GHOST, icon=_ICONS[link.kind])
        button.setToolTip(link.url)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(link.url)))
        return button

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.choosing.commit()


def _speakers(view: SessionView) -> str:
    return ", ".join(
        f"{s.name} ({s.affiliation})" if s.affiliation else s.name for s in view.speakers
    )
