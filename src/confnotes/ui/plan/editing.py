"""The forms of the side panel at work: sessions, events and the conference, made and corrected."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from confnotes.services.bundle import Services
from confnotes.ui.parts.conference_form import ConferenceFacts
from confnotes.ui.plan import commands
from confnotes.ui.plan.choices import Choices
from confnotes.ui.plan.panel import PlanPanel
from confnotes.ui.plan.rows import InputError, SessionInput
from confnotes.ui.shell.tasks import Tasks


class Editing(QObject):
    """`kept` tells that something was written, with the session to show ("" for none);
    `gone` that the session shown was deleted; `closed` that a form was put away."""

    kept = Signal(str)
    gone = Signal()
    closed = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, panel: PlanPanel, choices: Choices, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._services, self._tasks = services, tasks
        self._panel, self._choices, self._owner = panel, choices, owner
        panel.session_form.done.connect(self._keep_session)
        panel.session_form.delete_asked.connect(self._delete_session)
        panel.event_form.done.connect(self._keep_event)
        panel.event_form.delete_asked.connect(self._delete_event)
        panel.conference.done.connect(self._keep_conference)
        for form in (panel.session_form, panel.event_form, panel.conference):
            form.closed.connect(self.closed)

    def _write(self, call: Callable[[], object], done: Callable[[object], None]) -> None:
        self._tasks.write(call, done, self.failed.emit)

    def _kept(self, _outcome: object) -> None:
        self.kept.emit("")

    # sessions

    def new_session(self, day: date | None) -> None:
        """Ask for the facts of a session that no schedule has."""
        view = self._choices.view
        if view is not None:
            self._panel.commit()
            self._panel.session_form.begin([d.date for d in view.days], day)
            self._panel.show_page(self._panel.session_form)

    def edit_session(self, session_id: str) -> None:
        """Show the form of a session."""
        view, session = self._choices.view, self._choices.session(session_id)
        if view is not None and session is not None:
            self._panel.commit()
            days = [d.date for d in view.days]
            self._panel.session_form.edit(session, days, view.conference.timezone)
            self._panel.show_page(self._panel.session_form)

    def _keep_session(self, session_id: str, typed: SessionInput) -> None:
        view, known = self._choices.view, self._choices.session(session_id)
        if view is None:
            return
        services, conference = self._services, view.conference
        try:
            if known is None:
                call = commands.new_session(services, conference, typed, self._owner)
            else:
                call = commands.edited_session(services, conference, known, typed, self._owner)
        except InputError as error:
            self._panel.session_form.wrong(str(error))
            return
        self._write(call, lambda outcome: self.kept.emit(str(outcome)))

    def _delete_session(self, session_id: str) -> None:
        delete = self._services.programme.delete_session
        self._write(
            lambda: delete(session_id, initiator=self._owner), lambda _done: self.gone.emit()
        )

    # events

    def new_event(self, day: date | None) -> None:
        """Ask for a co-located event."""
        self._panel.commit()
        self._panel.event_form.begin(day)
        self._panel.show_page(self._panel.event_form)

    def show_event(self, event_id: str) -> None:
        """Show an event with its choice."""
        event, view = self._choices.event(event_id), self._choices.view
        if event is not None and view is not None:
            used = any(v.session.event_id == event_id for v in view.sessions)
            choice = self._choices.of_event(event)
            self._panel.commit()
            self._panel.event_form.show_event(event, choice, deletable=not used)
            self._panel.show_page(self._panel.event_form)

    def _keep_event(self, event_id: str, name: str, first: date | None, last: date | None) -> None:
        programme, view = self._services.programme, self._choices.view
        event = self._choices.event(event_id)
        if view is None:
            return
        conference, owner = view.conference.id, self._owner
        if event is None:
            self._write(
                lambda: programme.add_event(
                    conference, name, starts=first, ends=last, initiator=owner
                ),
                self._kept,
            )
            return
        own = name if name != event.name else None
        edited = replace(event, own_name=own, starts=first, ends=last)
        self._write(lambda: programme.edit_event(edited, initiator=owner), self._kept)

    def _delete_event(self, event_id: str) -> None:
        delete = self._services.programme.delete_event
        self._write(lambda: delete(event_id, initiator=self._owner), self._kept)

    # the conference

    def show_conference(self) -> None:
        """Show the facts of the conference."""
        view = self._choices.view
        if view is not None:
            self._panel.commit()
            self._panel.conference.show_conference(view.conference)
            self._panel.show_page(self._panel.conference)

    def _keep_conference(self, facts: ConferenceFacts) -> None:
        view = self._choices.view
        if view is not None:
            call = commands.edited_conference(self._services, view.conference, facts, self._owner)
            self._write(call, self._kept)
