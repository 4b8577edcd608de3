"""Plan, put together: days, co-located events, the list, the side panel."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain import times
from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Choice, Intent, next_intent
from confnotes.domain.conference import Event, EventKind
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, IconButton
from confnotes.ui.parts.conference_form import ConferenceFacts
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.tabs import Tabs, TabStrip
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan import commands
from confnotes.ui.plan.actions import PLAN
from confnotes.ui.plan.events import EventsRow
from confnotes.ui.plan.listview import ProgrammeList
from confnotes.ui.plan.panel import PlanPanel
from confnotes.ui.plan.rows import InputError, SessionInput, count, day_rows
from confnotes.ui.shell.actions import ActionSpec, build
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Workspace

UNSCHEDULED = "unscheduled"


class PlanWorkspace(Workspace):
    """The programme as days; choices show at once and are kept on the writing thread."""

    def __init__(self, services: Services, tasks: Tasks, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._tasks = services, tasks
        self._view: ProgrammeView | None = None
        self._conference_id: str | None = None
        self._choices: dict[str, Choice] = {}
        self._selected: str | None = None
        self.tabs = Tabs(self.tr("Days"), height=64, gap=28)
        self.events = EventsRow()
        self.list = ProgrammeList()
        self.panel = PlanPanel(self)
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

    def _wire(self) -> None:
        self.tabs.chosen.connect(lambda _key: self._show_day())
        self.list.cycled.connect(self._cycle_session)
        self.list.picked.connect(self.select)
        self.events.cycled.connect(self._cycle_event)
        self.events.picked.connect(self._show_event)
        self.events.add_asked.connect(self._new_event)
        self.add_button.clicked.connect(self.new_session)
        self.facts_button.clicked.connect(self._show_conference)
        details, panel = self.panel.details, self.panel
        details.choosing.changed.connect(self._chosen)
        details.notes_asked.connect(self.open_session)
        details.edit_asked.connect(self._edit_session)
        panel.session_form.done.connect(self._keep_session)
        panel.session_form.delete_asked.connect(self._delete_session)
        panel.session_form.closed.connect(self._show_details)
        panel.event_form.choosing.changed.connect(self._chosen)
        panel.event_form.done.connect(self._keep_event)
        panel.event_form.delete_asked.connect(self._delete_event)
        panel.event_form.closed.connect(self._show_details)
        panel.conference.done.connect(self._keep_conference)
        panel.conference.closed.connect(self._show_details)

    # what the window asks

    def set_conference(self, conference_id: str | None) -> None:
        self.panel.commit()
        self._conference_id = conference_id
        self._choices, self._selected = {}, None
        self._view = None
        self.panel.show_page(self.panel.empty, asked=False)
        if conference_id is not None:
            self.read_again()

    def panes(self) -> list[QWidget]:
        return [self.tabs, self.list, self.panel]

    def shortcuts(self) -> tuple[ActionSpec, ...]:
        return PLAN

    def activated(self) -> None:
        self._count()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.panel.commit()

    def show_session(self, session_id: str) -> None:
        view = None if self._view is None else self._view.by_id.get(session_id)
        if view is not None:
            self.tabs.set_key(view.day or UNSCHEDULED)
            self._show_day()
            self.list.select(session_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(self.window().width())

    # reading

    def _changed(self, changes: ChangeSet) -> None:
        if changes.conference_id in ("", self._conference_id) and changes.initiator is not self:
            self.read_again()

    def read_again(self) -> None:
        """Read the programme and show it, keeping day, place and selection."""
        if self._conference_id is None:
            return
        try:
            view = self._services.programme.view(self._conference_id)
        except ConfnotesError as error:
            self.failed.emit(error)
            return
        first = self._view is None
        self._view, self._choices = view, {}
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
        for day in view.days:
            chosen = count((self._choice(v) for v in view.on(day.date)), Intent.GOING)
            below = day.label or words.day_number(day.number)
            tabs.append((day.date, words.short_day(day.date), below, str(chosen or "")))
        loose = view.on(None)
        if loose or not tabs:
            chosen = count((self._choice(v) for v in loose), Intent.GOING)
            tabs.append((UNSCHEDULED, self.tr("No time"), self.tr("yet"), str(chosen or "")))
        self.tabs.set_tabs(tabs)

    def _fill_events(self, view: ProgrammeView) -> None:
        beside = [e for e in view.events if e.kind is EventKind.COLOCATED]
        self.events.set_events(beside, self._choices)

    def _day(self) -> date | None:
        key = self.tabs.key()
        return key if isinstance(key, date) else None

    def _show_day(self) -> None:
        if self._view is None:
            return
        views, zone = self._view.on(self._day()), self._view.conference.timezone
        self.list.rows.set_rows(day_rows(views, self._choices, zone, self.tr("All day")))
        if self._selected is not None:
            self.list.select(self._selected)
        said = self.tr("1 session") if len(views) == 1 else self.tr("{n} sessions")
        self.events.total.setText(said.format(n=len(views)))

    def _count(self) -> None:
        if self._view is None:
            self.status.emit("")
            return
        choices = [self._choice(view) for view in self._view.sessions]
        going, considered = count(choices, Intent.GOING), count(choices, Intent.CONSIDERED)
        said = self.tr("{going} chosen, {considered} considered")
        self.status.emit(said.format(going=going, considered=considered))

    # choosing

    def _choice(self, view: SessionView) -> Choice:
        return self._choices.get(view.session.id, view.session.choice)

    def _event(self, event_id: str) -> Event | None:
        events = () if self._view is None else self._view.events
        return next((event for event in events if event.id == event_id), None)

    def _cycle_session(self, session_id: str) -> None:
        view = None if self._view is None else self._view.by_id.get(session_id)
        if view is not None:
            self._chosen(session_id, "intent", next_intent(self._choice(view).intent))

    def _cycle_event(self, event_id: str) -> None:
        event = self._event(event_id)
        if event is not None:
            now = self._choices.get(event_id, event.choice)
            self._chosen(event_id, "intent", next_intent(now.intent))

    def _chosen(self, identity: str, field: str, value: object) -> None:
        """Show a choice at once, and keep it."""
        if self._view is None:
            return
        view, event = self._view.by_id.get(identity), self._event(identity)
        if view is not None:
            before = self._choice(view)
        elif event is not None:
            before = self._choices.get(identity, event.choice)
        else:
            return
        choice = replace(before, **{field: value})  # type: ignore[arg-type]  # by field's name
        self._choices[identity] = choice
        self.list.rows.set_choice(identity, choice)
        self._fill_tabs(self._view)
        self._fill_events(self._view)
        self._refresh_panel()
        self._count()
        programme = self._services.programme
        keep = programme.choose_event if view is None else programme.choose_session
        self._write(lambda: keep(identity, choice, initiator=self), self._kept)

    def _write(self, call: Callable[[], object], done: Callable[[object], None]) -> None:
        self._tasks.write(call, done, self._refused)

    def _kept(self, _outcome: object) -> None:
        self.saved.emit(datetime.now(UTC))

    def _refused(self, error: ConfnotesError) -> None:
        self.failed.emit(error)
        self.read_again()  # what is shown is what is in the file

    # the panel

    def select(self, session_id: str) -> None:
        """Show a session's details."""
        self._selected = session_id
        self._show_details()

    def _show_details(self) -> None:
        view = self._selected_view()
        self.panel.commit()
        if view is None or self._view is None:
            self.panel.show_page(self.panel.empty, asked=False)
            return
        zone = self._view.conference.timezone
        self.panel.details.show_session(view, self._choice(view), zone)
        self.panel.show_page(self.panel.details, asked=False)

    def _selected_view(self) -> SessionView | None:
        if self._view is None or self._selected is None:
            return None
        return self._view.by_id.get(self._selected)

    def _refresh_panel(self) -> None:
        page, view = self.panel.page(), self._selected_view()
        if page is self.panel.details and view is not None and self._view is not None:
            zone = self._view.conference.timezone
            self.panel.details.show_session(view, self._choice(view), zone)

    def _open_notes(self) -> None:
        if self._selected is not None:
            self.open_session.emit(self._selected)

    def new_session(self) -> None:
        """Ask for the facts of a session that no schedule has."""
        if self._view is not None:
            self.panel.commit()
            self.panel.session_form.begin([d.date for d in self._view.days], self._day())
            self.panel.show_page(self.panel.session_form)

    def _edit_session(self, session_id: str) -> None:
        if self._view is not None and session_id in self._view.by_id:
            self.panel.commit()
            days, zone = [d.date for d in self._view.days], self._view.conference.timezone
            self.panel.session_form.edit(self._view.by_id[session_id], days, zone)
            self.panel.show_page(self.panel.session_form)

    def _keep_session(self, session_id: str, typed: SessionInput) -> None:
        if self._view is None:
            return
        conference, known = self._view.conference, self._view.by_id.get(session_id)
        try:
            if known is None:
                call = commands.new_session(self._services, conference, typed, self)
            else:
                call = commands.edited_session(self._services, conference, known, typed, self)
        except InputError as error:
            self.panel.session_form.wrong(str(error))
            return
        self._write(call, self._session_kept)

    def _session_kept(self, session_id: object) -> None:
        self._kept(session_id)
        self._selected = str(session_id)
        self.read_again()
        self.show_session(str(session_id))
        self._show_details()

    def _delete_session(self, session_id: str) -> None:
        call = self._services.programme.delete_session
        self._write(lambda: call(session_id, initiator=self), self._gone)

    def _gone(self, outcome: object) -> None:
        self._kept(outcome)
        self._selected = None
        self.read_again()
        self.panel.show_page(self.panel.empty, asked=False)

    def _new_event(self) -> None:
        self.panel.commit()
        self.panel.event_form.begin(self._day())
        self.panel.show_page(self.panel.event_form)

    def _show_event(self, event_id: str) -> None:
        event = self._event(event_id)
        if event is not None and self._view is not None:
            used = any(v.session.event_id == event_id for v in self._view.sessions)
            choice = self._choices.get(event_id, event.choice)
            self.panel.commit()
            self.panel.event_form.show_event(event, choice, deletable=not used)
            self.panel.show_page(self.panel.event_form)

    def _keep_event(self, event_id: str, name: str, first: date | None, last: date | None) -> None:
        programme, event = self._services.programme, self._event(event_id)
        if self._conference_id is None:
            return
        conference = self._conference_id
        if event is None:
            self._write(
                lambda: programme.add_event(
                    conference, name, starts=first, ends=last, initiator=self
                ),
                self._event_kept,
            )
            return
        own = name if name != event.name else None
        edited = replace(event, own_name=own, starts=first, ends=last)
        self._write(lambda: programme.edit_event(edited, initiator=self), self._event_kept)

    def _event_kept(self, outcome: object) -> None:
        self._kept(outcome)
        self.read_again()
        self._show_details()

    def _delete_event(self, event_id: str) -> None:
        call = self._services.programme.delete_event
        self._write(lambda: call(event_id, initiator=self), self._event_kept)

    def _show_conference(self) -> None:
        if self._view is not None:
            self.panel.commit()
            self.panel.conference.show_conference(self._view.conference)
            self.panel.show_page(self.panel.conference)

    def _keep_conference(self, facts: ConferenceFacts) -> None:
        if self._view is None:
            return
        call = commands.edited_conference(self._services, self._view.conference, facts, self)
        self._write(call, self._event_kept)
