"""Notes: the agenda, the sheet, the side panel, and everything that goes to and from the file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line
from confnotes.domain.session import SessionKind
from confnotes.services.bundle import Services
from confnotes.services.views import NotesView, ProgrammeView, SessionView
from confnotes.settings import Settings
from confnotes.ui.notes.actions import CHORDS, IN_TEXT, NOTES, NUDGE
from confnotes.ui.notes.agenda import Agenda, choose_words
from confnotes.ui.notes.agenda_model import next_up, running, to_open
from confnotes.ui.notes.beginning import planned_start
from confnotes.ui.notes.book import FootnoteBook
from confnotes.ui.notes.desks import Desks
from confnotes.ui.notes.focus_mode import FocusMode
from confnotes.ui.notes.footnote_desk import FootnoteDesk
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.owing import owed
from confnotes.ui.notes.picture_files import PictureFiles
from confnotes.ui.notes.saving import Saver, counts, said
from confnotes.ui.notes.session_menu import session_menu
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.notes.side import NotesSide
from confnotes.ui.shell.actions import ActionSpec, build
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.menus import open_at
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace

_TICK_MS, _AGAIN_MS = 1_000, 50


class NotesWorkspace(Workspace):
    """The workspace in which one spends the conference."""

    def __init__(
        self, services: Services, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._clock = services.notebook.clock
        self._conference_id: str | None = None
        self._programme: ProgrammeView | None = None
        self._session_id = ""
        self._reaction = 0
        self.book = FootnoteBook(self)
        self.saver = Saver(services.notes, tasks, self.book, self)
        self.writes = SessionWrites(services, tasks, self)
        self.agenda = Agenda()
        files = PictureFiles(services.notes.attachment_path, tasks.read)
        self.sheet = SessionSheet(self.book, self._clock, files)
        self.side = NotesSide(self)
        sheet, side, saver = self.sheet, self.side, self.saver
        self.footnotes = FootnoteDesk(sheet, side, self.book, saver, self.writes, self)
        self.desks = Desks(
            services, tasks, sheet, side, saver, self.writes, self.agenda.programme, self.leave
        )
        self.history = self.desks.history
        self.focus_mode = FocusMode(self.sheet, [self.agenda, self.side], self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.agenda)
        row.addWidget(self.sheet, 1)
        row.addWidget(self.history.page, 1)
        row.addWidget(self.side)
        self._connect()
        bridge.changed.connect(self._heard)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.actions_by_name = build(self, NOTES, self._handlers(), context=context)
        self.history.actions = self.actions_by_name
        self.sheet.editor.more = [self.actions_by_name[name] for name in IN_TEXT]
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _connect(self) -> None:
        self.agenda.opened.connect(self.show_session)
        self.agenda.begun.connect(self._begin)
        self.agenda.put_away.connect(self._focus)
        self.sheet.marked.connect(self.saver.flush)
        self.sheet.dropped.connect(self.writes.delete_footnote)
        header, side = self.sheet.header, self.side
        header.rated.connect(self.writes.rate)
        header.recommended.connect(self.writes.recommend)
        header.menu.connect(self._open_menu)
        self.focus_mode.changed.connect(self.alone)
        side.left.connect(self._focus)
        header.edit_links.connect(side.open_session_tab)
        self.writes.follow(side.session)
        side.legend.pressed.connect(self.sheet.mark)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self.failed)
        self.desks.failed.connect(self.failed)
        self.desks.saved.connect(self.saved)
        self.desks.said.connect(self.status)
        self.saver.counted.connect(self._counted)
        self.writes.saved.connect(self.saved)
        self.writes.failed.connect(self.failed)
        self.history.opening.connect(self.focus_mode.end)
        self.history.opened.connect(self.side.setHidden)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        sheet = self.sheet
        handlers: dict[str, Callable[[], None]] = {
            f"mark_{kind}": partial(sheet.mark, kind) for kind in CHORDS
        }
        return (
            handlers
            | self.desks.handlers()
            | {
                "done": sheet.toggle_done,
                "audience": sheet.next_audience,
                "unsure": sheet.toggle_unsure,
                "gist": sheet.write_gist,
                "footnote": sheet.write_footnote,
                "new_session": self._new_session,
                "earlier": lambda: sheet.nudge(-NUDGE),
                "later": lambda: sheet.nudge(NUDGE),
                "summary": lambda: self.side.write("summary"),
                "takeaway": lambda: self.side.write("takeaway"),
                "recommended": sheet.header.bookmark.click,
                "focus": self.focus_mode.toggle,
                "previous": lambda: self._neighbour(-1),
                "next": lambda: self._neighbour(1),
                "now": self._open_now,
                "rating": sheet.rate_by_keys,
            }
        )

    # -- the window's side ---------------------------------------------------------------------

    def set_conference(self, conference_id: str | None) -> None:
        if conference_id == self._conference_id:
            return
        self.leave()
        self.sheet.forget()
        self._conference_id, self._session_id = conference_id, ""
        self.writes.session_id = ""
        self._read_programme()
        if conference_id is not None:
            self.book.load(conference_id, self._services.notes.footnotes(conference_id))
            if self.isVisible():
                self._open_first()

    def activated(self) -> None:
        if not self._session_id:
            self._open_first()
        self._fit()
        self._focus()

    def _focus(self) -> None:
        """Go where one writes, or to the sessions to choose from."""
        self.panes()[1 if self._session_id else 0].setFocus()

    def leave(self) -> None:
        QGuiApplication.inputMethod().commit()  # whichever field has an open composition
        self.sheet.leave()
        self.side.session.commit()
        self.side.footnotes.commit()
        self.saver.flush()
        self.writes.insistent.try_again()

    def owes(self) -> bool:
        return self.saver.owes() or self.writes.insistent.owing

    def owed(self) -> list[Owed]:
        return owed(self.saver, self.writes, self._programme)

    def panes(self) -> list[QWidget]:
        rest = [self.sheet.editor, self.side.tabs.tab(self.side.tabs.key())]
        return [self.agenda.list, *(self.history.panes() or rest)]

    def shortcuts(self) -> Sequence[ActionSpec]:
        return NOTES

    def show_session(self, session_id: str) -> None:
        self.history.close()
        if session_id == self._session_id:
            self.sheet.editor.setFocus()
            return
        self.leave()
        try:
            view = self._services.notes.view(session_id)
        except ConfnotesError as error:
            self.failed.emit(error)
            return
        self._open(view)

    def show_line(self, session_id: str, line_id: str, words: Sequence[str] = ()) -> None:
        self.show_session(session_id)
        self.sheet.go_to(line_id, words)

    def take_settings(self, settings: Settings) -> None:
        self._reaction = settings.reaction
        if self._programme is not None and self._session_id in self._programme.by_id:
            view = self._programme.by_id[self._session_id]
            self.sheet.show_session(view, self._moments(view))
            self.footnotes.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.focus_mode.end()  # another workspace comes to the front

    def _open_menu(self, at: QPoint) -> None:
        open_at(session_menu(self, self.actions_by_name), at)

    def _open(self, view: NotesView) -> None:
        identity = view.session.session.id
        self._session_id = self.writes.session_id = identity
        self.book.load(view.session.session.conference_id, view.footnotes)
        self.footnotes.enter(identity, view.cited_elsewhere)
        newer = self.saver.owed_lines(identity)  # than what is in the file
        shown = view if newer is None else replace(view, lines=tuple(newer))
        fresh = self.sheet.open(shown, self._moments(view.session))
        document = self.sheet.editor.notes
        self.saver.follow(document)
        if fresh:
            self.saver.loaded(document, view.lines)
            document.renumbered.connect(self.footnotes.show, Qt.ConnectionType.QueuedConnection)
        else:
            self._take_lines(view, self.saver.in_file.get(identity))
        self.side.show_session(view.session)
        self.agenda.show_day_of(identity)
        self.footnotes.show()
        self._counted(identity, *counts(document.rows()))
        if self.isVisible():
            self.sheet.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.fit(self.window().width())
        self.side.fit_height(self.height())

    # -- which session -------------------------------------------------------------------------

    def _moments(self, view: SessionView) -> Moments:
        programme = self._programme
        zone = programme.conference.timezone if programme else "UTC"
        return Moments.of(view.session, zone, self._reaction)

    def _open_first(self) -> None:
        """Open what is on now. Where that is not clear the agenda leads with what is on and one
        key takes one; where nothing is on, the last one with notes is shown."""
        if self._programme is None:
            return
        choice = to_open(self._programme.sessions, self._clock())
        if len(choice) > 1:
            self.agenda.lead(choice)
            self.sheet.show_nothing(choose_words(len(choice)))
            return
        noted = [view for view in self._programme.sessions if view.lines]
        for view in choice or noted[-1:]:
            self.show_session(view.session.id)

    def _open_now(self) -> None:
        if self._programme is None:
            return
        on = running(self._programme.sessions, self._clock())
        ids = [view.session.id for view in on]
        if ids:
            at = (ids.index(self._session_id) + 1) % len(ids) if self._session_id in ids else 0
            self.show_session(ids[at])
        elif (coming := next_up(self._programme.sessions, self._clock())) is not None:
            self.show_session(coming.session.id)

    def _neighbour(self, by: int) -> None:
        found = self.agenda.neighbour(self._session_id, by)
        if found is not None:
            self.show_session(found)

    def _new_session(self) -> None:
        if self._conference_id is not None:
            self.sheet.leave()
            self.agenda.begin()

    def _begin(self, title: str, kind: SessionKind) -> None:
        if self._conference_id is None or self._programme is None:
            return
        start = planned_start(self._programme, self._clock(), self.agenda.day)
        self.writes.begin(self._conference_id, title, kind, start, self._begun)

    def _begun(self, outcome: tuple[str, ChangeSet]) -> None:
        self._read_programme()
        self.show_session(outcome[0])

    # -- to and from the file ------------------------------------------------------------------

    def _saved(self, at: datetime, _session_id: str) -> None:
        self.saved.emit(at)
        self.sheet.show_saved(at)

    def _counted(self, session_id: str, letters: int, count: int) -> None:
        if session_id == self._session_id:
            self.desks.count(said(letters, count))

    def _heard(self, changes: ChangeSet) -> None:
        if changes.conference_id not in ("", self._conference_id):
            return
        own = changes.initiator is self.saver
        if own:
            self._read_session(self._session_id, notes=False)
            return
        if changes.touches(Kind.CONFERENCE) or changes.touches(Kind.EVENT):
            self._read_programme()
        for kind, identity in changes.changed:
            if kind in (Kind.SESSION, Kind.LINES):
                self._read_session(identity, notes=kind is Kind.LINES)
        if changes.touches(Kind.FOOTNOTE) and self._conference_id is not None:
            self.book.load(self._conference_id, self._services.notes.footnotes(self._conference_id))
            self.footnotes.show()

    def _read_session(self, session_id: str, *, notes: bool) -> None:
        """Read one session again, off the GUI thread; one that is new needs the whole list."""
        if self._programme is None or session_id not in self._programme.by_id:
            self._read_programme()
        elif notes:
            known = self.saver.in_file.get(session_id)
            self._tasks.read(
                lambda: (self._services.notes.view(session_id), known), self._take_notes
            )
        else:
            self._tasks.read(
                lambda: self._services.programme.session(session_id),
                self._take_session,
                lambda _gone: self._read_programme(),
            )

    def _take_notes(self, read: tuple[NotesView, dict[str, Line] | None]) -> None:
        """Take a session's notes as read, when no composition is open."""
        view, known = read
        self._take_session(view.session)
        if view.session.session.id == self._session_id:
            self.footnotes.cited_elsewhere = view.cited_elsewhere
        self.sheet.editor.when_idle(lambda: self._take_lines(view, known))

    def _take_lines(self, view: NotesView, known: dict[str, Line] | None) -> None:
        """Bring in what others wrote; read again where the session's own went on meanwhile."""
        identity = view.session.session.id
        if self.saver.went_on(identity, known):
            QTimer.singleShot(_AGAIN_MS, self, lambda: self._read_session(identity, notes=True))
        elif known is not None:
            self.sheet.take_changes(view, known)
            self.saver.took(identity, view.lines)

    def _take_session(self, view: SessionView) -> None:
        if self._programme is None:
            return
        if view.session.trashed:
            self._read_programme()
            return
        identity = view.session.id
        sessions = tuple(
            view if known.session.id == identity else known for known in self._programme.sessions
        )
        self._programme = replace(self._programme, sessions=sessions)
        self.agenda.set_programme(self._programme, self._clock())
        if identity == self._session_id:
            before = self.sheet.moments
            self.sheet.show_session(view, self._moments(view))
            self.side.show_session(view)
            if self.sheet.moments != before:
                self.footnotes.show()  # each says when its mark was written

    def _read_programme(self) -> None:
        here = self._conference_id
        self._programme = None if here is None else self._services.programme.view(here)
        self.agenda.set_programme(self._programme, self._clock())
        if self._programme is not None and self._session_id in self._programme.by_id:
            self._take_session(self._programme.by_id[self._session_id])
        elif self._session_id:
            self._session_id = self.writes.session_id = ""
            self.focus_mode.end()
            self.sheet.show_nothing()

    def _tick(self) -> None:
        if self.isVisible():
            now = self._clock()
            self.agenda.tick(now)
            self.sheet.tick(now)
