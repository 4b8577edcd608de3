"""Plan, put together: days, co-located events, the list, the side panel."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain import times
from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Intent
from confnotes.domain.conference import EventKind
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, IconButton
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.tabs import Tabs, TabStrip
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.editing import Editing
from confnotes.ui.plan.events import EventsRow
from confnotes.ui.plan.forms import PanelForm
from confnotes.ui.plan.listview import ProgrammeList
from confnotes.ui.plan.panel import PlanPanel
from confnotes.ui.plan.rows import count, day_rows
from confnotes.ui.shell.actions import ActionSpec, build
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace

UNSCHEDULED = "unscheduled"


class PlanWorkspace(Workspace):
    """The programme as days; choices show at once and are kept on the writing thread."""

    def __init__(self, services: Services, tasks: Tasks, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._tasks = services, tasks
        self._conference_id: str | None = None
        self._choices = Choices()
        self._writes = Insistent(tasks, self)
        self._writes.done.connect(lambda _changes: self.saved.emit(datetime.now(UTC)))
        self._writes.failed.connect(self._choice_refused)
        self._selected: str | None = None
        self._stale = False
        self.tabs = Tabs(self.tr("Days"), height=64, gap=10)
        self.events = EventsRow()
        self.list = ProgrammeList()
        self.panel = PlanPanel(self)
        self.editing = Editing(services, tasks, self.panel, self._choices, self)
        self.add_button = Button(self.tr("New session"), icon="plus")
        self.facts_button = IconButton("building", self.tr("The conference"))
        self._lay_out()
        self._wire()
        build(
            self,
            PLAN,
            {"plan.new_session": self.new_session, "plan.open_notes": self._open_notes},
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        bridge.changed.connect(self._changed)

    def _lay_out(self) -> None:
        px = theme().px
        head = Ground("canvas", "b")
        head.setFixedHeight(px(64))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), 0, px(16), 0)
        row.setSpacing(px(12))
        row.addWidget(TabStrip(self.tabs), 1)
        row.addWidget(self.add_button)
        row.addWidget(self.facts_button)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.events)
        column.addWidget(self.list, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.panel)
        head_order = [self.tabs, self.add_button, self.facts_button, self.events, self.list]
        chain([*head_order, self.panel, *self.panel.details.order()])

    def _wire(self) -> None:
        self.tabs.chosen.connect(lambda _key: self._open_day())
        self.list.cycled.connect(self._cycle)
        self.list.picked.connect(self.select)
        self.events.cycled.connect(self._cycle)
        self.events.picked.connect(self.editing.show_event)
        self.events.add_asked.connect(lambda: self.editing.new_event(self._day()))
        self.add_button.clicked.connect(self.new_session)
        self.facts_button.clicked.connect(self.editing.show_conference)
        self.panel.details.choosing.changed.connect(self._chosen)
        self.panel.event_form.choosing.changed.connect(self._chosen)
        self.panel.details.notes_asked.connect(self.open_session)
        self.panel.details.edit_asked.connect(self.editing.edit_session)
        self.editing.kept.connect(self._edited)
        self.editing.gone.connect(self._gone)
        self.editing.closed.connect(self._show_details)
        self.editing.failed.connect(self._refused)

    # what the window asks

    def set_conference(self, conference_id: str | None) -> None:
        self.editing.park()
        self._conference_id = conference_id
        self._choices.forget()
        self._selected = None
        self.panel.show_page(self.panel.empty, asked=False)
        if conference_id is not None:
            self.read_again()

    def panes(self) -> list[QWidget]:
        return [self.tabs, self.list, self.panel]

    def shortcuts(self) -> tuple[ActionSpec, ...]:
        return PLAN

    def activated(self) -> None:
        if self._stale:
            self.read_again()
        self._count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.editing.park()
        self._writes.try_again()

    def closing(self) -> None:
        self.editing.keep_drafts()
        self._writes.try_again()

    def owes(self) -> bool:
        return self._writes.owing

    def owed(self) -> list[Owed]:
        words = [*self._writes.words(), *self.editing.unkept()]
        return [Owed(self.tr("choices in the plan"), "\n\n".join(words))] if words else []

    def show_session(self, session_id: str) -> None:
        view = self._choices.session(session_id)
        if view is not None:
            self.tabs.set_key(view.day or UNSCHEDULED)
            self._show_day()
            self.list.select(session_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.window().width())

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
        self._fill_tabs(view)
        if first or self.tabs.key() is None:
            self.tabs.set_key(self._today(view))
        self._fill_events(view)
        place = self.list.verticalScrollBar().value()
        self._show_day()
        self.list.verticalScrollBar().setValue(0 if first else place)
        self._refresh_panel()
        self._count()

    def _today(self, view: ProgrammeView) -> object:
        now = datetime.now(UTC).astimezone(times.zone(view.conference.timezone)).date()
        days = [day.date for day in view.days]
        if now in days:
            return now
        with_sessions = {v.day for v in view.sessions}
        full = [day for day in days if day in with_sessions]
        return next(iter(full or days), UNSCHEDULED)

    def _fill_tabs(self, view: ProgrammeView) -> None:
        tabs: list[tuple[object, str, str, str]] = []
        months = {(day.date.year, day.date.month) for day in view.days}
        named = words.day_month if len(months) > 1 else words.short_day
        for day in view.days:
            chosen = count((self._choices.of(v) for v in view.on(day.date)), Intent.GOING)
            below = day.label or words.day_number(day.number)
            tabs.append((day.date, named(day.date), below, str(chosen or "")))
        loose = view.on(None)
        if loose or not tabs:
            chosen = count((self._choices.of(v) for v in loose), Intent.GOING)
            tabs.append((UNSCHEDULED, self.tr("No time"), self.tr("yet"), str(chosen or "")))
        self.tabs.set_tabs(tabs)

    def _fill_events(self, view: ProgrammeView) -> None:
        beside = [e for e in view.events if e.kind is EventKind.COLOCATED]
        self.events.set_events(beside, self._choices.made)

    def _day(self) -> date | None:
        key = self.tabs.key()
        return key if isinstance(key, date) else None

    def _open_day(self) -> None:
        """Show another day from its top, or from now; nothing of it is selected yet."""
        self._selected = None
        if self.panel.page() is self.panel.details:
            self._show_details()
        self._show_day()
        self.list.scrollToTop()
        view = self._choices.view
        if view is not None and self._day() == self._today(view):
            self.list.scroll_to_time(datetime.now(UTC))

    def _show_day(self) -> None:
        view = self._choices.view
        if view is None:
            return
        views, zone = view.on(self._day()), view.conference.timezone
        self.list.rows.set_rows(day_rows(views, self._choices.made, zone, self.tr("All day")))
        if self._selected is not None:
            self.list.select(self._selected)
        said = self.tr("1 session") if len(views) == 1 else self.tr("{n} sessions")
        self.events.total.setText(said.format(n=len(views)))

    def _count(self) -> None:
        if self._choices.view is None:
            self.status.emit("")
            return
        choices = [self._choices.of(view) for view in self._choices.view.sessions]
        going, considered = count(choices, Intent.GOING), count(choices, Intent.CONSIDERED)
        said = self.tr("{going} chosen, {considered} considered")
        self.status.emit(said.format(going=going, considered=considered))

    # choosing

    def _cycle(self, identity: str) -> None:
        intent = self._choices.next_intent(identity)
        if intent is not None:
            self._chosen(identity, "intent", intent)

    def _chosen(self, identity: str, field: str, value: object) -> None:
        """Show a choice at once, and keep it."""
        choice, view = self._choices.make(identity, field, value), self._choices.view
        if choice is None or view is None:
            return
        self.list.rows.set_choice(identity, choice)
        self._fill_tabs(view)
        self._fill_events(view)
        self._refresh_panel()
        self._count()
        programme = self._services.programme
        of_session = self._choices.session(identity) is not None
        keep = programme.choose_session if of_session else programme.choose_event
        self._writes.write(
            lambda: keep(identity, choice, initiator=self),
            lambda: self._choices.written(identity),
            about=identity,
            words=choice.reason,
        )

    def _choice_refused(self, error: ConfnotesError) -> None:
        if self._writes.owing:  # it stays as chosen, and is tried again
            self.failed.emit(error)
        else:
            self._refused(error)

    def _refused(self, error: ConfnotesError) -> None:
        self.failed.emit(error)
        self.read_again()  # what is shown is what is in the file

    # the panel

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
            self.panel.details.show_session(session, choice, zone)
        elif self.panel.page() is self.panel.event_form:
            self._refresh_event()

    def _refresh_event(self) -> None:
        form = self.panel.event_form
        event = self._choices.event(form.shown)
        if event is not None:
            choice = self._choices.of_event(event)
            form.choosing.show_choice(event.id, choice, proposed=False)

    def _open_notes(self) -> None:
        form, focus = self.panel.page(), QApplication.focusWidget()
        if isinstance(form, PanelForm) and focus is not None and form.isAncestorOf(focus):
            form.submit()
        elif self._selected is not None:
            self.open_session.emit(self._selected)

    def new_session(self) -> None:
        """Ask for the facts of a session that no schedule has."""
        self.editing.new_session(self._day())

    def _edited(self, session_id: str) -> None:
        self.saved.emit(datetime.now(UTC))
        self._selected = session_id or self._selected
        self.read_again()
        if session_id:
            self.show_session(session_id)
        self._show_details()

    def _gone(self) -> None:
        self.saved.emit(datetime.now(UTC))
        self._selected = None
        self.read_again()
        self._show_details()
