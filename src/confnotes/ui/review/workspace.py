"""The Review workspace: the table of what was attended, and the chosen session's form."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.choice import Attendance
from confnotes.domain.session import Link
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.services.bundle import Services
from confnotes.services.review import TextField
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.panels import Ground, SidePanel
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import rows, wording
from confnotes.ui.review.head import ReviewHead
from confnotes.ui.review.rows import Column
from confnotes.ui.review.session_form import SessionForm
from confnotes.ui.review.table_model import ReviewModel
from confnotes.ui.review.table_view import ReviewTable
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace

_WATCHED = (
    Kind.CONFERENCE,
    Kind.EVENT,
    Kind.SESSION,
    Kind.LINES,
    Kind.ATTACHMENT,
    Kind.TEXTS,
)


class ReviewWorkspace(Workspace):
    """What was attended, in a table; the chosen session at the right."""

    def __init__(
        self, services: Services, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._writes = Insistent(tasks, self)
        self._conference: str | None = None
        self._view: ProgrammeView | None = None
        self._texts = Texts()
        self._sorted: tuple[Column, bool] | None = None
        self._stale = False
        self.head = ReviewHead()
        self.model = ReviewModel(wording.column_heads(), wording.cell_words, self)
        self.table = ReviewTable(self.model)
        self.empty = _Empty()
        self.form = SessionForm()
        self.side = SidePanel(self.tr("The chosen session"), 328)
        self.side.body.addWidget(self.form)
        self.side.add_strip("session", "pencil", self.tr("The chosen session"))
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._changed)

    def _lay_out(self) -> None:
        left = Ground("canvas")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.side)
        self.setTabOrder(self.table.head, self.table)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_session)
        self.table.entered.connect(self._enter)
        self.table.sort_asked.connect(self._sort)
        for source in (self.model, self.form):
            source.rated.connect(self._rate)
            source.recommended.connect(self._recommend)
            source.reviewed.connect(self._review)
        self.form.attended.connect(self._attend)
        self.form.text_written.connect(self._write)
        self.form.version_written.connect(self._write_version)
        self.form.link_put.connect(self._put_link)
        self.form.link_removed.connect(self._remove_link)
        self.form.notes_asked.connect(self.open_session)
        self._writes.done.connect(self._done)
        self._writes.failed.connect(self.failed)

    @property
    def owing(self) -> bool:
        """Whether something asked for is not in the file yet."""
        return self._writes.owing

    # What the window asks

    def set_conference(self, conference_id: str | None) -> None:
        self.leave()
        self._conference = conference_id
        self._sorted = None
        self._read()

    def show_session(self, session_id: str) -> None:
        if self.table.choose(session_id):
            self._show_session(session_id)

    def panes(self) -> list[QWidget]:
        if not self.table.isVisible():
            return [self.empty]
        return [self.table, self.form.is_reviewed]

    def activated(self) -> None:
        if self._stale:
            self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.form.flush()
        self._writes.try_again()

    def owes(self) -> bool:
        return self._writes.owing

    def owed(self) -> list[Owed]:
        words = "\n\n".join(self._writes.words())
        return [Owed(self.tr("the review of sessions"), words)] if self._writes.owing else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.window().width())

    # What is in the notebook

    def _changed(self, changes: ChangeSet) -> None:
        if changes.conference_id != self._conference:
            return
        if not any(changes.touches(kind) for kind in _WATCHED):
            return
        if self._writes.owing or not self.isVisible():
            self._stale = True  # what is on its way to the file must not be overtaken by a reading
        else:
            self._read()

    def _read(self) -> None:
        """Read the list anew; a list of 2,000 sessions takes some 10 ms, so it is read in place."""
        self._stale = False
        if self._conference is None:
            self._view = None
            self._fill([])
            return
        self._view = self._services.programme.view(self._conference)
        self._texts = self._services.review.versions(self._conference)
        self._fill(rows.attended(self._view, self._clock))

    def _fill(self, found: Sequence[rows.ReviewRow]) -> None:
        shown: Sequence[rows.Row]
        if self._sorted is None and self._view is not None:
            days = {day.date: day for day in self._view.days}
            head = partial(wording.group_head, days=days)
            shown = rows.grouped(found, self._view.events, head)
        else:
            column, down = self._sorted or (Column.SESSION, False)
            shown = rows.arranged(found, column, down=down)
        self.head.show_progress(*rows.progress(found))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.side.setVisible(bool(found))
        self.table.show_rows(shown, dated=self._sorted is not None)
        if not self.table.current_id() and found:
            first = next((row for row in found if not row.reviewed), found[0])
            self.table.choose(first.session_id)
        self._show_session(self.table.current_id())

    def _clock(self, view: SessionView) -> str:
        if view.session.start_at is None or self._view is None:
            return ""
        return words.clock(view.session.start_at, self._view.conference.timezone)

    def _show_session(self, session_id: str) -> None:
        if self._view is not None and (view := self._view.by_id.get(session_id)) is not None:
            meta = self._meta(view, self._view.conference.timezone)
            self.form.show_session(view, meta, self._texts)

    @staticmethod
    def _meta(view: SessionView, zone_name: str) -> str:
        session = view.session
        day = words.day_month(view.day) if view.day is not None else ""
        time = words.span(session.start_at, session.end_at, zone_name)
        who = wording.people(tuple(speaker.name for speaker in view.speakers))
        when = " ".join(part for part in (day, time) if part)
        return " · ".join(part for part in (when, session.facts.room or "", who) if part)

    # What one does

    def _sort(self, at: int) -> None:
        """Sort by a column: downwards first, then upwards, then back to the groups."""
        column = Column(at)
        if column is Column.SESSION:
            self._sorted = None
        elif self._sorted == (column, True):
            self._sorted = (column, False)
        else:
            self._sorted = None if self._sorted == (column, False) else (column, True)
        now = self._sorted
        self.table.head.set_sorted(now[0] if now else None, down=now is None or now[1])
        if self._view is not None:
            self._fill(rows.attended(self._view, self._clock))

    def _enter(self, session_id: str, column: int) -> None:
        self._show_session(session_id)
        self.side.open_over()
        self.form.go_to("summary" if column != Column.SESSION else "heading")

    def _rate(self, session_id: str, rating: int | None) -> None:
        self._do(lambda: self._services.review.rate(session_id, rating))

    def _recommend(self, session_id: str, on: bool) -> None:
        self._do(lambda: self._services.review.recommend(session_id, on))

    def _review(self, session_id: str, on: bool) -> None:
        self._do(lambda: self._services.review.set_reviewed(session_id, on))

    def _attend(self, session_id: str, attendance: Attendance) -> None:
        view = self._view.by_id.get(session_id) if self._view is not None else None
        if view is not None:
            choice = replace(view.session.choice, attendance=attendance)
            self._do(lambda: self._services.programme.choose_session(session_id, choice))

    def _write(self, session_id: str, field: str, text: str) -> None:
        if field == "reason":
            self._do(lambda: self._give_reason(session_id, text), (session_id, field), text)
        else:
            known: dict[str, TextField] = {
                "summary": "summary",
                "takeaway": "takeaway",
                "heading": "heading",
            }
            self._do(
                lambda: self._services.review.set_text(session_id, known[field], text),
                (session_id, field),
                text,
            )

    def _give_reason(self, session_id: str, text: str) -> ChangeSet:
        """Change the reason alone: the choice as it is by now, not as it was shown."""
        programme = self._services.programme
        choice = replace(programme.session(session_id).session.choice, reason=text)
        return programme.choose_session(session_id, choice)

    def _write_version(
        self, session_id: str, field: str, language: Language, text: str, original: str
    ) -> None:
        conference = self._conference
        if conference is not None:
            self._do(
                lambda: self._services.review.set_version(
                    conference, session_id, field, language, text, original
                ),
                (session_id, field, language),
                text,
            )

    def _put_link(self, link: Link) -> None:
        self._do(lambda: self._services.review.put_link(link), words=f"{link.label} {link.url}")

    def _remove_link(self, link_id: str) -> None:
        self._do(lambda: self._services.review.delete_link(link_id))

    def _do(self, change: Callable[[], ChangeSet], about: Hashable = None, words: str = "") -> None:
        self._writes.write(change, about=about, words=words)

    def _done(self, _changes: ChangeSet) -> None:
        if self._stale and not self._writes.owing and self.isVisible():
            self._read()
        self.saved.emit(self._services.notebook.clock())


class _Empty(QWidget):
    """What stands where the table will be, before anything was attended."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title = Label(self.tr("Nothing to review yet"), Step.SUBTITLE, SEMIBOLD, align=Align.CENTRE)
        hint = WrapLabel(
            self.tr("Sessions you take notes in, or mark as attended in Plan, come together here."),
            Step.BASE,
            role="text2",
            align=Align.CENTRE,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(80), 0, theme().px(80), theme().px(80))
        column.addStretch()
        column.addWidget(title)
        column.addWidget(hint)
        column.addStretch()
        self.setAccessibleName(title.text())
