"""The links of a session: page, slides, video, with how far each is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from confnotes.domain.identity import new_id
from confnotes.domain.recordings import keepable, recording
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import ComboField, LineField
from confnotes.ui.parts.icons import icon
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.order import follow
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

ICONS = {
    LinkKind.PAGE: "globe",
    LinkKind.SLIDES: "slides",
    LinkKind.VIDEO: "video",
    LinkKind.REPOSITORY: "repository",
    LinkKind.OTHER: "link",
}

_STATES = (LinkState.THERE, LinkState.EXPECTED, LinkState.NONE)


def kind_name(kind: LinkKind) -> str:
    """Return what a kind of link is called."""
    translate = QCoreApplication.translate
    return {
        LinkKind.PAGE: translate("Links", "Page"),
        LinkKind.SLIDES: translate("Links", "Slides"),
        LinkKind.VIDEO: translate("Links", "Video"),
        LinkKind.REPOSITORY: translate("Links", "Repository"),
        LinkKind.OTHER: translate("Links", "Other link"),
    }[kind]


def state_name(state: LinkState) -> str:
    """Return what a state of a link is called."""
    translate = QCoreApplication.translate
    return {
        LinkState.THERE: translate("Links", "there"),
        LinkState.EXPECTED: translate("Links", "expected"),
        LinkState.NONE: translate("Links", "none"),
    }[state]


class LinkRow(QWidget):
    """One link: kind, address, state. `changed` tells the link as it now is, `removed` its id."""

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        name = kind_name(link.kind)
        self.sign = Label(name, Step.SMALL, role="text2", icon=ICONS[link.kind])
        self.state = ComboField(self.tr("State of {kind}").format(kind=name), height=24, quiet=True)
        self.state.set_items([(state, state_name(state)) for state in _STATES])
        self.remove = IconButton(
            "close", self.tr("Remove {kind}").format(kind=name), size=24, icon_size=14
        )
        self.address = LineField(self.tr("Address of {kind}").format(kind=name), "https://")
        self.wrong = WrapLabel("", Step.SMALL, role="red")
        self.wrong.hide()
        self._lay_out()
        self.address.finished.connect(self._addressed)
        self.state.chosen.connect(self._stated)
        self.remove.clicked.connect(lambda: self.removed.emit(self.link.id))
        self.show_link(link)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.sign, 1)
        head.addWidget(self.state)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(head)
        column.addWidget(self.address)
        column.addWidget(self.wrong)

    def show_link(self, link: Link) -> None:
        """Show a link as stored; an address being typed stays."""
        self.link = link
        self.state.set_key(link.state)
        if not self.address.edit.hasFocus() and not self.address.wrong:
            self.address.setText(link.url)

    def _addressed(self, url: str) -> None:
        url = recording(url) or url
        if not keepable(url) and keepable(whole := f"https://{url}") and "." in url:
            url = whole  # as one reads it off a slide
        bad = bool(url) and not keepable(url)
        self.address.set_wrong(bad)
        self.wrong.setVisible(bad)
        if bad:
            self.wrong.setText(self.tr("Only web and mail addresses and media files are kept."))
        elif url:
            self._tell(replace(self.link, url=url, state=LinkState.THERE))
        elif self.link.state is LinkState.THERE:
            self.removed.emit(self.link.id)
        else:
            self._tell(replace(self.link, url=""))

    def _stated(self, wanted: LinkState) -> None:
        url = self.address.text()
        if wanted is LinkState.THERE and not keepable(url):
            self.state.set_key(self.link.state)
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._tell(replace(self.link, url=url if keepable(url) else "", state=wanted))

    def _tell(self, link: Link) -> None:
        self.link = link
        self.state.set_key(link.state)
        self.changed.emit(link)


class LinksEditor(QWidget):
    """All links of one session. `put(Link)` and `removed(id)` ask for what one did."""

    put = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session_id = ""
        self._rows: dict[str, LinkRow] = {}
        self._next = 0
        self.title = Label(self.tr("Links"), Step.SMALL, SEMIBOLD, "text2")
        self.add = Button(self.tr("Add"), Look.GHOST, icon="plus", height=24)
        self.add.setAccessibleName(self.tr("Add a link"))
        self.add.clicked.connect(self._ask_kind)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._column.addLayout(head)

    def show_links(self, session_id: str, links: Sequence[Link]) -> None:
        """Show the links of a session; rows that stay keep what is being typed in them."""
        fresh = session_id != self._session_id
        self._session_id = session_id
        wanted = {link.id: link for link in links}
        for identity in list(self._rows):
            begun = not fresh and not self._rows[identity].link.url and self._new(identity)
            if identity not in wanted and not begun:
                self._drop(identity)
        for identity, link in wanted.items():
            if identity in self._rows:
                self._rows[identity].show_link(link)
            else:
                self._add_row(link)
        self._next = max((link.position for link in links), default=-1) + 1

    def rows(self) -> list[LinkRow]:
        """Return the rows in order."""
        return list(self._rows.values())

    def begin(self, kind: LinkKind) -> None:
        """Begin a link of a kind: a row to type its address into."""
        link = Link(new_id(), self._session_id, kind, position=self._next)
        row = self._add_row(link)
        row.setProperty("new", True)
        row.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand on an address that is being typed."""
        for row in self.rows():
            row.address.commit()

    def _new(self, identity: str) -> bool:
        return bool(self._rows[identity].property("new"))

    def _add_row(self, link: Link) -> LinkRow:
        row = LinkRow(link)
        row.changed.connect(self.put)
        row.removed.connect(self._removed)
        above = self.rows()[-1] if self._rows else self.add
        self._rows[link.id] = row
        self._column.addWidget(row)
        follow(above, row)
        return row

    def _removed(self, identity: str) -> None:
        self._drop(identity)
        self.removed.emit(identity)

    def _drop(self, identity: str) -> None:
        row = self._rows.pop(identity)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _ask_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.add.accessibleName())
        for kind in LinkKind:
            action = menu.addAction(icon(ICONS[kind]), kind_name(kind))
            action.triggered.connect(lambda _on=False, kind=kind: self.begin(kind))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))
