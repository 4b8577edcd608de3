"""The Review workspace: the table of what was attended, and the chosen session's form."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.versions import Texts
from confnotes.services.bundle import Services
from confnotes.services.views import Asks, OpenLine, ProgrammeView, SessionView
from confnotes.settings import Settings
from confnotes.ui.parts import words
from confnotes.ui.parts.labels import Hairline
from confnotes.ui.parts.panels import Ground, SidePanel
from confnotes.ui.parts.refocus import FocusKeeper
from confnotes.ui.parts.tabs import Tabs, TabStrip
from confnotes.ui.parts.theme import theme
from confnotes.ui.photos.desk import PhotosDesk
from confnotes.ui.review import lists, rows, wording
from confnotes.ui.review.actions import REVIEW
from confnotes.ui.review.empty import Empty
from confnotes.ui.review.filtering import matching
from confnotes.ui.review.footnotes_desk import FootnotePanel, FootnotesDesk
from confnotes.ui.review.head import ReviewHead
from confnotes.ui.review.lists import Listed
from confnotes.ui.review.names_desk import NamesDesk
from confnotes.ui.review.queue_desk import QueueDesk
from confnotes.ui.review.queue_panel import QueuePanel
from confnotes.ui.review.rows import Column
from confnotes.ui.review.session_form import SessionForm
from confnotes.ui.review.table_model import ReviewModel
from confnotes.ui.review.table_view import ReviewTable
from confnotes.ui.review.transcripts_desk import TranscriptsDesk
from confnotes.ui.review.writes import SessionWrites
from confnotes.ui.shell.actions import ActionSpec, build
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace

SESSIONS, LATER = wording.SESSIONS, wording.LATER
FOOTNOTES, PHOTOS, NAMES = wording.FOOTNOTES, wording.PHOTOS, wording.NAMES
_WATCHED = frozenset(Kind) - {Kind.FACT, Kind.AUTHOR}


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
        self._any = False
        self._counts: Mapping[Asks, int] = {}
        self._listed: object = SESSIONS
        self.head = ReviewHead()
        self.model = ReviewModel(wording.column_heads(), wording.cell_words, self)
        self.table = ReviewTable(self.model)
        self.empty = Empty()
        self.form = SessionForm()
        self.side = SidePanel(self.tr("The chosen session"), 328)
        self.queue = QueueDesk(services, tasks, self._writes, self._meta_of, self)
        self.footnotes = FootnotesDesk(services, tasks, self._writes, self)
        self.names = NamesDesk(services, tasks, self._writes, self)
        self.transcripts = TranscriptsDesk(services, tasks, self.form.transcript, self.queue, self)
        self.photos = PhotosDesk(services, tasks, self)
        table = Listed(self.table, self.form, lambda: self._any, self._table_panes)
        self._list_of = lists.lists(table, self.queue, self.footnotes, self.photos, self.names)
        self.tabs = Tabs(self.tr("What to review"), height=40, gap=8)
        self.panels = QStackedWidget()
        for panel in dict.fromkeys(one.panel for one in self._all_lists()):
            self.panels.addWidget(panel)
        self.side.body.addWidget(self.panels)
        self.side.add_strip("session", "pencil", self.tr("The chosen session"))
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._changed)
        self._take_counts({})
        self.show_list(SESSIONS)
        FocusKeeper(self, self._focus)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.actions_by_name = build(self, REVIEW, self._handlers(), context=context)

    def _lay_out(self) -> None:
        left = Ground("canvas")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tab_row = QVBoxLayout()
        self._strip = TabStrip(self.tabs)
        self._tab_row.addWidget(self._strip)
        column.addWidget(self.head)
        column.addLayout(self._tab_row)
        column.addWidget(Hairline())
        for part in self._fronts():
            column.addWidget(part, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.side)
        self.setTabOrder(self.table.head, self.table)

    def _refit(self) -> None:
        self._tab_row.setContentsMargins(theme().px(18), 0, theme().px(24), 0)
        self._strip.setFixedHeight(theme().px(40))

    def _connect(self) -> None:
        theme().changed.connect(self._refit)
        self._refit()
        self.tabs.chosen.connect(self.show_list)
        self.head.filter.changed.connect(lambda: self._fill(self._found()))
        self.head.filter.done.connect(self._focus)
        self.queue.counted.connect(self._take_counts)
        self.queue.list.entered.connect(lambda: self._write_in(self.queue.panel))
        for counted in (self.footnotes.shown, self.photos.counted, self.names.counted):
            counted.connect(self._show_counts)
        for asked in (self.queue.notes_asked, self.footnotes.jumped, self.names.jumped):
            asked.connect(self.open_line)
        self.footnotes.list.entered.connect(lambda: self._write_in(self.footnotes.panel))
        self.photos.shown.connect(lambda: self.show_list(PHOTOS))
        self.photos.panel_wanted.connect(self.side.open_over)
        self.tabs.shown.connect(lambda _tab: self.names.wake())
        self.names.panel_wanted.connect(self.side.open_over)
        self.table.chosen.connect(self._show_session)
        self.table.entered.connect(self._enter)
        self.table.sort_asked.connect(self._sort)
        SessionWrites(self._services, self._writes, self).follow(self.form, self.model)
        self.form.notes_asked.connect(self.open_session)
        self._writes.done.connect(self._done)
        self._writes.failed.connect(self.failed)
        for desk in (self.queue, self.transcripts):
            desk.failed.connect(self.failed)
        self.transcripts.saved.connect(lambda: self.saved.emit(self._services.notebook.clock()))

    @property
    def owing(self) -> bool:
        """Whether something asked for is not in the file yet."""
        return self._writes.owing

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            **lists.handlers(self.queue, self.photos, self.names),
            "filter": self._filter,
            "next_list": lambda: self._step_list(1),
            "previous_list": lambda: self._step_list(-1),
        }

    # Which list is in front

    def _filter(self) -> None:
        if self.tabs.key() not in (SESSIONS, LATER):
            self.show_list(SESSIONS)
        self.head.filter.focus()

    def _step_list(self, by: int) -> None:
        keys = self.tabs.keys()
        key = keys[(keys.index(self.tabs.key()) + by) % len(keys)]
        self.tabs.set_key(key)
        self.show_list(key)
        self._focus()

    def show_list(self, key: object) -> None:
        """Bring a list to the front: SESSIONS, or what asks one thing."""
        self.tabs.set_key(key)
        if isinstance(key, Asks):
            self.queue.show_kind(key)
        elif key in (SESSIONS, LATER) and key != self._listed:
            self._listed = key
            self._fill(self._found())
        self.panels.setCurrentWidget(self._shown().panel)
        self._show_parts()

    def _shown(self) -> Listed:
        """Return the list in front."""
        return self._list_of(self.tabs.key())

    def _show_parts(self) -> None:
        key = self.tabs.key()
        listed = self._shown()
        found = listed.filled()
        focused = any(part.hasFocus() for part in self._fronts())
        for part in self._fronts():
            part.setVisible(part is (listed.front if found or listed.alone() else self.empty))
        table = key in (SESSIONS, LATER)
        self.head.filter.setVisible(table)
        filtered = table and self.head.filter.wanted().active
        self.empty.show_words(*wording.empty_words(key, filtered=filtered))
        self.side.offer(found)
        if focused:
            self._focus()  # what had it may be hidden now

    def _take_counts(self, counts: Mapping[Asks, int]) -> None:
        self._counts = counts
        self._show_counts()

    def _show_counts(self) -> None:
        view, counts = self._view, self._counts
        sessions = len(rows.attended(view, self._clock)) if view is not None else 0
        later = len(rows.to_watch(view, self._clock)) if view is not None else 0
        notes, photos = len(self.footnotes.model.items()), self.photos.counts().all
        names = len(self.names.model.items())
        of: dict[object, int] = {SESSIONS: sessions, LATER: later, FOOTNOTES: notes, PHOTOS: photos}
        of |= {NAMES: names, **dict[object, int](counts.items())}
        self.tabs.set_tabs(wording.tabs(of))
        self._show_parts()

    def _meta_of(self, item: OpenLine) -> str:
        zone = self._view.conference.timezone if self._view is not None else "UTC"
        return wording.meta(item.session, zone)

    def _write_in(self, panel: QueuePanel | FootnotePanel) -> None:
        self.side.open_over()
        panel.write()

    # What the window asks

    def take_settings(self, settings: Settings) -> None:
        self.queue.set_reaction(settings.reaction)

    def shortcuts(self) -> Sequence[ActionSpec]:
        return REVIEW

    def set_conference(self, conference_id: str | None) -> None:
        self.leave()
        self._conference = conference_id
        self._sorted = None
        self.photos.set_conference(conference_id)
        self._read()

    def show_session(self, session_id: str) -> None:
        before = self.tabs.key()
        for listed in (SESSIONS, LATER):
            self.show_list(listed)
            if any(row.session_id == session_id for row in self._rows()):
                if not self.table.choose(session_id):  # the filter hides what is asked for
                    self.head.filter.reset()
                    self.table.choose(session_id)
                self._show_session(session_id)
                break
        else:
            self.show_list(before)
        self._focus()

    def show_footnote(self, footnote_id: str) -> None:
        self.show_list(FOOTNOTES)
        self.footnotes.show_note(footnote_id)
        self._focus()

    def show_names(self) -> None:
        self.show_list(NAMES)
        self._focus()

    def panes(self) -> list[QWidget]:
        if self.empty.isVisible():
            return [self.empty]
        return self._shown().panes()

    def _table_panes(self) -> list[QWidget]:
        return [self.table, self.form.is_reviewed]

    def activated(self) -> None:
        if self._stale:
            self._read()
        self.names.wake()
        self._focus()

    def _focus(self) -> None:
        front = next((part for part in self._fronts() if not part.isHidden()), self.empty)
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fronts(self) -> tuple[QWidget, ...]:
        return *dict.fromkeys(one.front for one in self._all_lists()), self.empty

    def _all_lists(self) -> list[Listed]:
        return [self._list_of(key) for key in (SESSIONS, *Asks, FOOTNOTES, PHOTOS, NAMES)]

    def leave(self) -> None:
        self.form.flush()
        self.queue.flush()
        self.footnotes.flush()
        self._writes.try_again()

    def closing(self) -> None:
        self.leave()
        self.photos.close()

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
        self.photos.changed(changes)
        if not any(changes.touches(kind) for kind in _WATCHED):
            return
        if self._writes.owing or not self.isVisible():
            self._stale = True  # what is on its way to the file must not be overtaken by a reading
        else:
            self._read()

    def _read(self) -> None:
        """Read the list anew; a list of 2,000 sessions takes some 10 ms, so it is read in place."""
        self._stale = False
        self.queue.read(self._conference)
        self.footnotes.read(self._conference)
        self.names.read(self._conference)
        if self._conference is None:
            self._view = None
            self._fill([])
            return
        self._view = self._services.programme.view(self._conference)
        self._texts = self._services.review.versions(self._conference)
        self._fill(self._found())

    def _rows(self) -> Sequence[rows.ReviewRow]:
        """Return the sessions of the list in front."""
        if self._view is None:
            return ()
        listed = rows.to_watch if self.tabs.key() == LATER else rows.attended
        return listed(self._view, self._clock)

    def _found(self) -> Sequence[rows.ReviewRow]:
        """Return those of them that the filter asks for."""
        return matching(self._rows(), self.head.filter.wanted())

    def _fill(self, found: Sequence[rows.ReviewRow]) -> None:
        shown: Sequence[rows.Row]
        if self._sorted is None and self._view is not None:
            days = {day.date: day for day in self._view.days}
            head = partial(wording.group_head, days=days)
            shown = rows.grouped(found, self._view.events, head)
        else:
            column, down = self._sorted or (Column.SESSION, False)
            shown = rows.arranged(found, column, down=down)
        attended = rows.attended(self._view, self._clock) if self._view is not None else ()
        self.head.show_progress(*rows.progress(attended))
        self._any = bool(found)
        self._show_parts()
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
            meta = wording.meta(view, self._view.conference.timezone)
            self.form.show_session(view, meta, self._texts)
            self.transcripts.show_session(view)

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
        self._fill(self._found())

    def _enter(self, session_id: str, column: int) -> None:
        self._show_session(session_id)
        self.side.open_over()
        self.form.go_to("summary" if column != Column.SESSION else "heading")

    def _done(self, _changes: ChangeSet) -> None:
        if self._stale and not self._writes.owing and self.isVisible():
            self._read()
        self.saved.emit(self._services.notebook.clock())
