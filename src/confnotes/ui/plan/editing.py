"""The forms of the side panel at work: sessions, events and the conference, made and corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from confnotes.domain.conference import Shelf
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.times import conference_date
from confnotes.services.bundle import Services
from confnotes.ui.parts.conference_form import ConferenceFacts
from confnotes.ui.plan import commands
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.drafts import Draft, Drafts, Key
from confnotes.ui.plan.forms import ConferencePanel, EventForm, PanelForm
from confnotes.ui.plan.given import as_given
from confnotes.ui.plan.panel import PlanPanel
from confnotes.ui.plan.rows import InputError, SessionInput
from confnotes.ui.plan.session_form import SessionForm
from confnotes.ui.plan.several_form import SeveralForm
from confnotes.ui.plan.steps import Step, Steps
from confnotes.ui.shell.tasks import Tasks


class Editing(QObject):
    """`kept` tells that something was written, with the session to show ("" for none); `closed`
    that a form was put away."""

    kept = Signal(str)
    closed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        panel: PlanPanel,
        choices: Choices,
        steps: Steps,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._services, self._tasks = services, tasks
        self._panel, self._choices, self._steps, self._owner = panel, choices, steps, owner
        panel.session_form.done.connect(self._keep_session)
        panel.session_form.several.clicked.connect(self.new_sessions)
        panel.several.done.connect(self._keep_several)
        panel.event_form.done.connect(self._keep_event)
        panel.event_form.delete_asked.connect(self._delete_event)
        panel.conference.done.connect(self._keep_conference)
        self._drafts = Drafts()
        for form in (panel.session_form, panel.several, panel.event_form, panel.conference):
            form.closed.connect(partial(self._put_away, form))

    def _write(
        self, form: PanelForm, call: Callable[[], object], done: Callable[[object], None]
    ) -> None:
        key, typed = self._key(form), form.typed()

        def written(outcome: object) -> None:
            self._drafts.drop(key)
            if self._key(form) == key and form.typed() == typed:
                form.settle()
            done(outcome)

        self._tasks.write(call, written, self.failed.emit)

    def _kept(self, _outcome: object) -> None:
        self.kept.emit("")

    # drafts

    def _key(self, form: PanelForm) -> Key:
        view = self._choices.view
        return ("" if view is None else view.conference.id, form.sort, form.shown)

    def park(self) -> None:
        """Hand over what is being typed; what a form holds unsaved stays as its draft."""
        self._panel.commit()
        form = self._panel.page()
        if not isinstance(form, PanelForm) or self._choices.view is None:
            return
        typed = form.unsaved_words()
        if typed is None:
            self._drafts.drop(self._key(form))
        else:
            self._drafts.put(self._key(form), Draft(typed, self._keeper(form)))

    def keep_drafts(self) -> None:
        """Write every draft that can be written: the window closes."""
        self.park()
        drafts = self._drafts.take()
        form = self._panel.page()
        if isinstance(form, PanelForm):  # the window may stay open: this is no draft any more
            form.settle()
            self.closed.emit()
        for key, draft in drafts:
            if draft.keep is not None:
                self._tasks.write(draft.keep, lambda _done: None, partial(self._unkept, key, draft))

    def unkept(self) -> list[str]:
        """Return what was typed into forms and could not be written when the window closed."""
        return [repr(typed) for typed in self._drafts.whole()]

    def _unkept(self, key: Key, draft: Draft, error: ConfnotesError) -> None:
        self._drafts.put(key, draft)
        self.failed.emit(error)

    def _keeper(self, form: PanelForm) -> Callable[[], object] | None:
        """Return what writes a form as it stands, None where something is missing."""
        if isinstance(form, SessionForm) and form.typed().title:
            try:
                return self._session_writer(form.shown, form.typed())
            except InputError:  # a time half typed must not cost the rest
                if form.shown:
                    return None
                return self._session_writer("", replace(form.typed(), start="", minutes=""))
        if isinstance(form, SeveralForm) and form.sessions():
            return self._several_writer()
        if isinstance(form, EventForm) and form.complete():
            return self._event_writer(form.shown, *form.values())
        if isinstance(form, ConferencePanel) and form.can_save():
            return self._conference_writer(form.form.facts())
        return None

    def _open(self, form: PanelForm) -> None:
        """Bring a form to the front, with its draft where there is one."""
        draft = self._drafts.typed(self._key(form))
        if draft is not None:
            form.restore(draft)
        self._panel.show_page(form)

    def _put_away(self, form: PanelForm) -> None:
        self._drafts.drop(self._key(form))
        form.settle()
        self.closed.emit()

    # sessions

    def new_session(self, day: date | None) -> None:
        """Ask for the facts of a session that no schedule has."""
        view = self._choices.view
        if view is not None:
            self.park()
            self._panel.session_form.begin([d.date for d in view.days], day)
            self._open(self._panel.session_form)

    def edit_session(self, session_id: str) -> None:
        """Show the form of a session."""
        view, session = self._choices.view, self._choices.session(session_id)
        if view is not None and session is not None:
            self.park()
            days = [d.date for d in view.days]
            given, zone = as_given(session, view.conference), view.conference.timezone
            self._panel.session_form.edit(session, days, zone, given)
            self._panel.session_form.join.offer(session, view.sessions, zone)
            self._open(self._panel.session_form)

    def _session_writer(self, session_id: str, typed: SessionInput) -> Callable[[], object] | None:
        """Return what writes a session; InputError for what makes no sense."""
        view, known = self._choices.view, self._choices.session(session_id)
        if view is None or (known is None and session_id):
            return None
        services, conference = self._services, view.conference
        if known is None:
            return commands.new_session(services, conference, typed, self._owner)
        return commands.edited_session(services, conference, known, typed, self._owner)

    def _keep_session(self, session_id: str, typed: SessionInput) -> None:
        form = self._panel.session_form
        try:
            call = self._session_writer(session_id, typed)
        except InputError as error:
            form.wrong(str(error))
            return
        if call is not None:
            self._write(form, call, lambda outcome: self.kept.emit(str(outcome)))

    # several sessions

    def new_sessions(self) -> None:
        """Ask for several sessions at once, on the day of the form that is shown."""
        view, day = self._choices.view, self._panel.session_form.typed().day
        if view is None:
            return
        self.park()
        here, now = view.conference, self._services.notebook.clock()
        today = conference_date(now, here.timezone, here.day_begins)
        days = [one.date for one in view.days] or [today]
        typed = self._services.schedules.typed
        form = self._panel.several
        form.begin(days, day if day in days else days[0], lambda text, on: typed(view, text, on))
        self._open(form)
        form.enter()

    def _several_writer(self) -> Callable[[], object] | None:
        view, found = self._choices.view, self._panel.several.sessions()
        if view is None:
            return None
        add, conference, owner = self._services.schedules.add_typed, view.conference.id, self._owner
        return lambda: add(conference, found, initiator=owner)

    def _keep_several(self) -> None:
        view, call = self._choices.view, self._several_writer()
        if view is not None and call is not None:
            done = partial(self._several_kept, view.conference.id)
            self._write(self._panel.several, call, done)

    def _several_kept(self, conference_id: str, outcome: object) -> None:
        made: tuple[str, ...] = outcome[0]  # type: ignore[index]  # what add_typed returns
        self.kept.emit(made[0])
        put = self._services.shelves.put_sessions
        step = Step(
            lambda: put(dict.fromkeys(made, Shelf.TRASHED), initiator=self._owner),
            self.tr("The sessions are in the trash."),
        )
        said = self.tr("1 session was added") if len(made) == 1 else self.tr("{n} were added")
        title = self._choices.title(made[0])
        self._steps.add(conference_id, step, said.format(n=len(made)), title, "plus")

    # events

    def new_event(self, day: date | None) -> None:
        """Ask for a co-located event."""
        self.park()
        self._panel.event_form.begin(day)
        self._open(self._panel.event_form)

    def show_event(self, event_id: str) -> None:
        """Show an event with its choice."""
        event, view = self._choices.event(event_id), self._choices.view
        if event is not None and view is not None:
            choice = self._choices.of_event(event)
            self.park()
            self._panel.event_form.show_event(
                event, choice, deletable=not self._choices.used(event_id)
            )
            self._open(self._panel.event_form)

    def _event_writer(
        self, event_id: str, name: str, first: date | None, last: date | None
    ) -> Callable[[], object] | None:
        programme, view = self._services.programme, self._choices.view
        event = self._choices.event(event_id)
        if view is None or (event is None and event_id):
            return None
        conference, owner = view.conference.id, self._owner
        if event is None:
            return lambda: programme.add_event(
                conference, name, starts=first, ends=last, initiator=owner
            )
        own = name if name != event.name else None
        edited = replace(event, own_name=own, starts=first, ends=last)
        return lambda: programme.edit_event(edited, initiator=owner)

    def _keep_event(self, event_id: str, name: str, first: date | None, last: date | None) -> None:
        call = self._event_writer(event_id, name, first, last)
        if call is not None:
            self._write(self._panel.event_form, call, self._kept)

    def _delete_event(self, event_id: str) -> None:
        delete = self._services.programme.delete_event
        self._write(
            self._panel.event_form, lambda: delete(event_id, initiator=self._owner), self._kept
        )

    # the conference

    def show_conference(self) -> None:
        """Show the facts of the conference."""
        view = self._choices.view
        if view is not None:
            self.park()
            self._panel.conference.show_conference(view.conference)
            self._open(self._panel.conference)

    def _conference_writer(self, facts: ConferenceFacts) -> Callable[[], object] | None:
        view = self._choices.view
        if view is None:
            return None
        return commands.edited_conference(self._services, view.conference, facts, self._owner)

    def _keep_conference(self, facts: ConferenceFacts) -> None:
        call = self._conference_writer(facts)
        if call is not None:
            self._write(self._panel.conference, call, self._kept)
