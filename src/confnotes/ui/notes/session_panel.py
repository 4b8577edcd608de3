"""The session in the side panel: why this one, what it was, links, attendance."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.choice import Attendance
from confnotes.domain.identity import new_id
from confnotes.domain.recordings import keepable, recording
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.services.views import SessionView
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.choices import CheckBox
from confnotes.ui.parts.fields import ComboField, LineField, TextField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.line_kinds import link_words, state_words
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


class LinkRow(QWidget):
    """One link: what it leads to, whether it is there, its address."""

    changed = Signal(object)
    deleted = Signal(str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.kind = ComboField(self.tr("What the link leads to"), height=32)
        self.kind.set_items([(kind, link_words(kind)) for kind in LinkKind])
        self.state = ComboField(self.tr("Whether it is there"), height=32)
        self.state.set_items(
            [(s, state_words(s)) for s in (LinkState.THERE, LinkState.EXPECTED, LinkState.NONE)]
        )
        self.address = LineField(self.tr("Address"), "https://", height=32)
        self.trash = IconButton("trash", self.tr("Remove this link"), size=28, icon_size=16)
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        top.addWidget(self.state, 1)
        top.addWidget(self.trash)
        top.setSpacing(theme().px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(theme().px(6))
        column.addLayout(top)
        column.addWidget(self.address)
        self.show_link(link)
        self.kind.chosen.connect(lambda kind: self._tell(kind=kind))
        self.state.chosen.connect(lambda state: self._tell(state=state))
        self.address.finished.connect(self._typed)
        self.trash.clicked.connect(lambda: self.deleted.emit(self.link.id))

    def show_link(self, link: Link) -> None:
        """Show a link as it is now."""
        self.link = link
        self.kind.set_key(link.kind)
        self.state.set_key(link.state)
        if not self.address.edit.hasFocus():
            self.address.setText(link.url)

    def _typed(self, url: str) -> None:
        """An address makes the link be there; one that may not be opened is shown as wrong."""
        url = recording(url) or url
        if url and "://" not in url and not url.startswith("mailto:"):
            url = f"https://{url}"
        wrong = bool(url) and not keepable(url)
        self.address.set_wrong(wrong)
        if not wrong:
            state = LinkState.THERE if url else LinkState.EXPECTED
            self._tell(url=url, state=state)

    def _tell(self, **values: object) -> None:
        self.link = replace(self.link, **values)  # type: ignore[arg-type]  # fields of Link
        if self.link.state is LinkState.THERE and not self.link.url:
            self.address.setFocus()
            return
        self.show_link(self.link)
        self.changed.emit(self.link)


class SessionPanel(QWidget):
    """`text_changed(field, text)`, `choice_changed(field, value)`, `link_changed`,
    `link_deleted`."""

    text_changed = Signal(str, str)
    choice_changed = Signal(str, object)
    link_changed = Signal(object)
    link_deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SessionView | None = None
        self._rows: dict[str, LinkRow] = {}
        self.newest: Callable[[SessionView], SessionView] = lambda view: view
        """Lays over a session what was said of it and is not in the file yet."""
        self._scroll = Scroll()
        self.summary = TextField(self.tr("Summary"), self.tr("What was said, in short"))
        self.about_summary = WrapLabel(
            self.tr("With a summary, the report leaves the plain points out."),
            Step.CAPTION,
            role="text2",
        )
        self.takeaway = TextField(
            self.tr("What it means for us"), self.tr("What you will tell your colleagues")
        )
        self.reason = TextField(self.tr("Why this one"), self.tr("It goes into the report"))
        self.attendance = ComboField(self.tr("Attendance"))
        self.later = CheckBox(self.tr("Watch later"))
        self.add_link = Button(self.tr("Add a link"), Look.GHOST, icon="plus")
        self._links = QVBoxLayout()
        self._save = Autosave(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        body = self._scroll.body
        px = theme().px
        body.setContentsMargins(px(20), px(14), px(16), px(14))
        body.setSpacing(px(6))
        for words, widget in (
            (self.tr("Summary"), self.summary),
            (self.tr("What it means for us"), self.takeaway),
            (self.tr("Why this one"), self.reason),
            (self.tr("Attendance"), self.attendance),
        ):
            body.addWidget(Label(words, Step.SMALL, SEMIBOLD, "text2"))
            body.addWidget(widget)
            if widget is self.summary:
                body.addWidget(self.about_summary)
            body.addSpacing(px(8))
        body.addWidget(self.later)
        body.addSpacing(px(8))
        body.addWidget(Label(self.tr("Links"), Step.SMALL, SEMIBOLD, "text2"))
        body.addLayout(self._links)
        body.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        for field in (self.summary, self.takeaway, self.reason):
            field.edited.connect(self._save.touch)
        self._save.due.connect(self._commit_texts)
        self.summary.finished.connect(lambda text: self.text_changed.emit("summary", text))
        self.takeaway.finished.connect(lambda text: self.text_changed.emit("takeaway", text))
        self.reason.finished.connect(lambda text: self.choice_changed.emit("reason", text))
        self.attendance.chosen.connect(lambda key: self.choice_changed.emit("attendance", key))
        self.later.clicked.connect(
            lambda: self.choice_changed.emit("watch_later", self.later.isChecked())
        )
        self.add_link.clicked.connect(self.new_link)

    def show_session(self, view: SessionView) -> None:
        """Show a session; a field being written in keeps its text while the session stays."""
        other = self._view is None or self._view.session.id != view.session.id
        view = self._view = self.newest(view)
        session = view.session
        for field, text in (
            (self.summary, session.summary),
            (self.takeaway, session.takeaway),
            (self.reason, session.choice.reason),
        ):
            if other:
                field.begin(text)
            elif not field.hasFocus():
                field.setText(text)
        proposed = self.tr("attended (there are notes)") if view.lines else self.tr("not said yet")
        self.attendance.set_items(
            [
                (Attendance.OPEN, proposed),
                (Attendance.ATTENDED, self.tr("attended")),
                (Attendance.LEFT_EARLY, self.tr("left early")),
                (Attendance.MISSED, self.tr("missed")),
            ]
        )
        self.attendance.set_key(session.choice.attendance)
        self.later.setChecked(session.choice.watch_later)
        self._show_links(view)

    def _show_links(self, view: SessionView) -> None:
        wanted = {link.id: link for link in view.links}
        for identity in [i for i in self._rows if i not in wanted]:
            row = self._rows[identity]
            if row.link.session_id == view.session.id and not row.link.url:
                continue  # a new one, not filled in yet
            row.hide()
            self._rows.pop(identity).deleteLater()
        for link in view.links:
            if link.id in self._rows:
                self._rows[link.id].show_link(link)
            else:
                self._add_row(link)

    def _add_row(self, link: Link) -> LinkRow:
        row = LinkRow(link)
        row.changed.connect(self.link_changed)
        row.deleted.connect(self._deleted)
        self._rows[link.id] = row
        self._links.addWidget(row)
        return row

    def _deleted(self, identity: str) -> None:
        row = self._rows.pop(identity)
        row.hide()
        row.deleteLater()
        self.link_deleted.emit(identity)

    def new_link(self) -> None:
        """Add a row for a link, of the first kind that the session does not have yet."""
        if self._view is None:
            return
        have = {row.link.kind for row in self._rows.values()}
        self._begin_link(
            self._view, next((kind for kind in LinkKind if kind not in have), LinkKind.OTHER)
        )

    def edit_link(self, kind: LinkKind) -> None:
        """Go to the address of a kind of link, in a row of its own where there is none yet."""
        if self._view is None:
            return
        rows = (row for row in self._rows.values() if row.link.kind is kind)
        row = next(rows, None)
        if row is None:
            self._begin_link(self._view, kind)
        else:
            self._go_to(row)

    def _begin_link(self, view: SessionView, kind: LinkKind) -> None:
        link = Link(new_id(), view.session.id, kind, state=LinkState.EXPECTED)
        self._go_to(self._add_row(replace(link, position=len(view.links))))

    def _go_to(self, row: LinkRow) -> None:
        """Put the caret into a row's address, and show it once the row has its place."""
        row.address.setFocus()
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row))

    def commit(self) -> None:
        """Hand over what is being written."""
        self._commit_texts()
        for row in list(self._rows.values()):
            row.address.commit()

    def _commit_texts(self) -> None:
        self._save.drop()
        for field in (self.summary, self.takeaway, self.reason):
            field.commit()
