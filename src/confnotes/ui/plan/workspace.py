"""Plan, put together: days, filter, co-located events, grid and list, the side panel."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.settings import Settings
from confnotes.ui.parts.order import chain
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.plan.board import Board
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.days import UNSCHEDULED, status_words
from confnotes.ui.plan.daysdesk import Days
from confnotes.ui.plan.editing import Editing
from confnotes.ui.plan.events import EventsRow
from confnotes.ui.plan.filterbar import FilterBar
from confnotes.ui.plan.forms import PanelForm
from confnotes.ui.plan.given import as_given
from confnotes.ui.plan.head import PlanHead
from confnotes.ui.plan.marking import Marking
from confnotes.ui.plan.model import own_zone
from confnotes.ui.plan.panel import CLASHES, PlanPanel
from confnotes.ui.plan.shelving import Shelving
from confnotes.ui.plan.steps import Steps
from confnotes.ui.plan.updating import Updating
from confnotes.ui.shell.actions import ActionSpec, build
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.files import ReadFile
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace


class PlanWorkspace(Workspace):
    """The programme as days; choices show at once and are kept on the writing thread."""

    def __init__(self, services: Services, tasks: Tasks, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._tasks = services, tasks
        self._conference_id: str | None = None
        self._choices = Choices()
        self.marking = Marking(services, tasks, self._choices, self)
        self._selected: str | None = None
        self._stale = False
        self.head = PlanHead(services)
        self.tabs, self.look = self.head.tabs, self.head.look
        self.add_button, self.agenda = self.head.add, self.head.agenda
        self.facts_button = self.head.facts
        self.filter = FilterBar(self)
        self.events = EventsRow()
        self.board = Board()
        self.days = Days(self.tabs, self.look, self.filter, self.board, self._choices)
        self.panel = PlanPanel(self)
        self.steps = Steps(tasks, self)
        self.editing = Editing(services, tasks, self.panel, self._choices, self.steps, self)
        self.updating = Updating(services, tasks, self._choices, self.steps, self)
        self.shelving = Shelving(
            services, tasks, self._choices, self.steps, self.board, self.panel, self
        )
        self._lay_out()
        self._wire()
        made = build(
            self,
            PLAN,
            {
                "plan.new_session": self.new_session,
                "plan.open_notes": self._open_notes,
                "plan.filter": self._to_filter,
                "plan.import": self.head.again.open_menu,
                "plan.take_back": self.steps.take_back,
                **self.shelving.handlers(),
            },
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self.steps.action, self.shelving.actions = made["plan.take_back"], made
        bridge.changed.connect(self._changed)

    def _lay_out(self) -> None:
        banner = self.steps.banner
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.head, self.filter, banner, self.events):
            column.addWidget(widget)
        column.addWidget(self.board, 1)
        programme = QWidget()
        whole = QHBoxLayout(programme)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.panel)
        self.pages = QStackedLayout(self)
        self.pages.addWidget(programme)
        self.pages.addWidget(self.updating.page)
        heads = self.board.grid.heads
        chain(
            [
                *self.head.stops(), *self.filter.stops(), banner.action, banner.shut, self.events,
                self.board, heads.back, heads.on, self.board.grid, self.board.list, self.panel,
                *self.panel.details.order(),
            ]
        )  # fmt: skip

    def _wire(self) -> None:
        self.filter.done.connect(self._to_board)
        marking = self.marking
        marking.saved.connect(self.saved)
        marking.made.connect(self._marked)
        marking.failed.connect(self.failed)
        marking.refused.connect(self._refused)
        self.board.cycled.connect(marking.cycle)
        self.board.later.connect(marking.cycle_later)
        self.board.picked.connect(self._picked)
        self.board.asked.connect(self._enter_details)
        self.days.changed.connect(self._open_day)
        self.days.total.connect(self.events.total.setText)
        self.events.cycled.connect(marking.cycle)
        self.events.picked.connect(self.show_event)
        self.events.add_asked.connect(lambda: self.editing.new_event(self.days.day()))
        self.add_button.clicked.connect(self.new_session)
        self.agenda.failed.connect(self.failed)
        self.agenda.written.connect(self._agenda_written)
        self.head.again.file_asked.connect(self.import_asked)
        self.head.again.fetch_asked.connect(self.fetch_asked)
        self.head.again.paste_asked.connect(self.paste_asked)
        self.facts_button.clicked.connect(self.editing.show_conference)
        self.panel.details.choosing.changed.connect(marking.choose)
        self.panel.event_form.choosing.changed.connect(marking.choose)
        self.panel.details.notes_asked.connect(self.open_session)
        self.panel.details.edit_asked.connect(self.editing.edit_session)
        self.panel.details.session_asked.connect(self.show_session)
        self.panel.opened.connect(self._strip_pressed)
        self.editing.kept.connect(self._edited)
        self.editing.closed.connect(self._show_details)
        self.editing.failed.connect(self._refused)
        self.updating.opened.connect(self._show_changes)
        self.updating.closed.connect(self._show_programme)
        self.updating.written.connect(self._edited)
        self.panel.session_form.join.chosen.connect(self.updating.join)
        self.updating.failed.connect(self.failed)
        self.head.away.clicked.connect(self.shelving.show)
        self.panel.away.closed.connect(self._leave_away)
        self.shelving.leaving.connect(self.updating.close)
        self.shelving.leaving.connect(self.editing.park)
        for desk in (self.shelving, self.steps):
            desk.failed.connect(self._refused)
            desk.done.connect(self._shelved)
        self.updating.page.another.connect(self.import_asked)

    # what the window asks

    def take_settings(self, settings: Settings) -> None:
        walk, self._choices.walk = self._choices.walk, timedelta(minutes=settings.walk)
        if walk != self._choices.walk:
            self.read_again()

    def set_conference(self, conference_id: str | None) -> None:
        self.editing.park()
        self._conference_id = conference_id
        self._choices.forget()
        self._selected = None
        self.filter.reset()
        self.agenda.set_conference(conference_id)
        self.head.again.set_conference(conference_id)
        self.updating.set_conference(conference_id)
        self.steps.set_conference(conference_id)
        self.panel.show_page(self.panel.empty, asked=False)
        if conference_id is not None:
            self.read_again()

    def panes(self) -> list[QWidget]:
        if self.updating.open:
            return self.updating.page.stops()
        return [self.tabs, self.filter.field, self.board.view, self.panel]

    def shortcuts(self) -> tuple[ActionSpec, ...]:
        return PLAN

    def activated(self) -> None:
        if self._stale:
            self.read_again()
        self._count()
        if self.updating.open:
            self.updating.page.begin()
        else:
            self._to_board()

    def compare(self, file: ReadFile) -> None:
        self.leave()
        self.updating.compare(file)

    def came(self, added: object) -> None:
        self.updating.came(added)

    def leave(self) -> None:
        self.editing.park()
        self.marking.writes.try_again()

    def closing(self) -> None:
        self.editing.keep_drafts()
        self.marking.writes.try_again()

    def owes(self) -> bool:
        return self.marking.writes.owing

    def owed(self) -> list[Owed]:
        words = [*self.marking.writes.words(), *self.editing.unkept()]
        return [Owed(self.tr("choices in the plan"), "\n\n".join(words))] if words else []

    def show_session(self, session_id: str) -> None:
        view = self._choices.session(session_id)
        if self.shelving.has(session_id):
            self.shelving.show_session(session_id)
        elif view is not None:
            self.updating.close()
            self.tabs.set_key(view.day or UNSCHEDULED)
            self.days.show(self._selected)
            if not self.board.select(session_id):  # the filter hides what is asked for
                self.filter.reset()
                self.board.select(session_id)

    def show_event(self, event_id: str) -> None:
        self.updating.close()
        self.editing.show_event(event_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.window().width())
        self.board.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        beside = focus is not None and self.panel.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and beside:
            self._to_board()
        else:
            super().keyPressEvent(event)

    def _show_changes(self) -> None:
        self.pages.setCurrentWidget(self.updating.page)
        if self.isVisible():
            self.updating.page.begin()

    def _show_programme(self) -> None:
        self.pages.setCurrentIndex(0)
        if self.isVisible():
            self._to_board()

    def _to_filter(self) -> None:
        self.updating.close()
        self.filter.focus()

    def _to_board(self) -> None:
        self.board.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # reading

    def _changed(self, changes: ChangeSet) -> None:
        if changes.conference_id not in ("", self._conference_id) or changes.initiator is self:
            return
        if self.isVisible():
            self.read_again()
        else:
            self._stale = True  # a programme is long: not while somebody types elsewhere

    def read_again(self) -> None:
        """Read the programme and show it, keeping day, place and selection."""
        if self._conference_id is None:
            return
        try:
            view = self._services.programme.view(self._conference_id)
        except ConfnotesError as error:
            self.failed.emit(error)
            return
        self._stale = False
        first = self._choices.view is None
        self._choices.read(view)
        self.days.read(datetime.now(UTC))
        self.events.show_those_of(view, self._choices.made)
        place = self.board.place()
        self.days.show(self._selected)
        self.board.go_to(0 if first else place)
        self._refresh_panel()
        self._count()

    def _open_day(self) -> None:
        """Show another day from its top, or from now; nothing of it is selected yet."""
        self._selected = None
        if self.panel.page() is self.panel.details:
            self._show_details()
        self.days.open(datetime.now(UTC))

    def _count(self) -> None:
        if self._choices.view is None:
            self.status.emit("")
            return
        self.panel.count_clashes(self._choices.firm_clashes())
        self.status.emit(status_words(self._choices))

    def _agenda_written(self, path: str) -> None:
        self.status.emit(self.tr("Your agenda is in {path}").format(path=path))

    def _marked(self) -> None:
        """Show what was chosen just now."""
        view = self._choices.view
        if view is not None:
            self.days.show(self._selected)
            self.days.count()
            self.events.show_those_of(view, self._choices.made)
            self._refresh_panel()
            self._count()

    def _refused(self, error: ConfnotesError) -> None:
        self.failed.emit(error)
        self.read_again()  # what is shown is what is in the file

    # the panel

    def _picked(self, session_id: str) -> None:
        if not self.days.filling:  # what was selected before only is so again
            self.select(session_id)

    def _enter_details(self, session_id: str) -> None:
        """Show a session's details, and go there with the keys."""
        self.select(session_id)
        self.panel.open_over()
        chosen = self.panel.details.choosing.intent
        chosen.segment(chosen.key()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _strip_pressed(self, key: str) -> None:
        """Bring up the first clash where the strip's sign of clashes was pressed."""
        firm = [clash.first for clash in self._choices.clashes() if clash.firm]
        if key == CLASHES and firm:
            self.show_session(firm[0])
            self._show_details()

    def select(self, session_id: str) -> None:
        """Show a session's details."""
        self._selected = session_id
        self._show_details()

    def _show_details(self) -> None:
        self.editing.park()
        if self._choices.session(self._selected) is None:
            self.panel.show_page(self.panel.empty, asked=False)
            return
        self.panel.show_page(self.panel.details, asked=False)
        self._refresh_panel()

    def _refresh_panel(self) -> None:
        session, view = self._choices.session(self._selected), self._choices.view
        if self.panel.page() is self.panel.details and session is not None and view is not None:
            choice, zone = self._choices.of(session), view.conference.timezone
            self.panel.details.show_session(session, choice, zone, own_zone())
            given = as_given(session, view.conference)
            self.panel.details.show_given(session, given, zone)
            self.panel.details.show_clashes(self._choices.beside(session.session.id), zone)
        elif self.panel.page() is self.panel.event_form:
            self.panel.refresh_event(self._choices)
        self.head.away.setVisible(bool(self._choices.away))
        self.shelving.follow(self._selected)

    def _open_notes(self) -> None:
        form, focus = self.panel.page(), QApplication.focusWidget()
        if self.updating.open:
            self.updating.page.onward()
        elif isinstance(form, PanelForm) and focus is not None and form.isAncestorOf(focus):
            form.submit()
        elif self._selected is not None:
            self.open_session.emit(self._selected)

    def new_session(self) -> None:
        """Ask for the facts of a session that no schedule has."""
        self.updating.close()
        self.editing.new_session(self.days.day())

    def _edited(self, session_id: str) -> None:
        self.saved.emit(datetime.now(UTC))
        self._selected = session_id or self._selected
        self.read_again()
        if session_id:
            self.show_session(session_id)
        self._show_details()

    def _shelved(self, session_id: str) -> None:
        self.saved.emit(datetime.now(UTC))
        self._selected = session_id or None
        self.read_again()
        if self.panel.page() is self.panel.away:
            return  # one is at work there
        if session_id:
            self.show_session(session_id)
        self._show_details()

    def _leave_away(self) -> None:
        self._show_details()
        self._to_board()
