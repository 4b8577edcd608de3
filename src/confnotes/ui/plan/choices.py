"""What is chosen as it shows: at once by hand, though the file hears of it a moment later."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from confnotes.domain.agenda import Clash, clashes
from confnotes.domain.choice import Choice, Intent, next_intent
from confnotes.domain.conference import Event
from confnotes.services.views import ProgrammeView, SessionView


class Choices:
    """The choices of a programme: those read, with those on their way to the file over them."""

    def __init__(self) -> None:
        self.view: ProgrammeView | None = None
        self.away: tuple[SessionView, ...] = ()
        """What is put away, and nowhere in `view`."""
        self.made: dict[str, Choice] = {}
        self.walk = timedelta()
        """How long the way from a room to another takes."""
        self._open: Counter[str] = Counter()

    def read(self, view: ProgrammeView) -> None:
        """Take a programme as read; what is still on its way to the file stays over it."""
        archived = tuple(one for one in view.sessions if one.session.shelf is not None)
        self.away = (*archived, *view.trashed)
        there = tuple(one for one in view.sessions if one.session.shelf is None)
        self.view = replace(view, sessions=there, trashed=()) if self.away else view
        self.made = {key: choice for key, choice in self.made.items() if self._open[key]}

    def forget(self) -> None:
        """Begin anew, for another conference."""
        self.view = None
        self.away = ()
        self.made = {}

    def of(self, view: SessionView) -> Choice:
        """Return what is chosen of a session."""
        return self.made.get(view.session.id, view.session.choice)

    def of_event(self, event: Event) -> Choice:
        """Return what is chosen of an event."""
        return self.made.get(event.id, event.choice)

    def clashes(self) -> tuple[Clash, ...]:
        """Return what gets in each other's way of all that is chosen, by time."""
        sessions = () if self.view is None else self.view.sessions
        chosen = ((view.session, self.of(view).intent) for view in sessions)
        return clashes(chosen, walk=self.walk)

    def firm_clashes(self) -> int:
        """Return how many clashes are between sessions one goes to."""
        return sum(clash.firm for clash in self.clashes())

    def beside(self, identity: str) -> list[tuple[Clash, SessionView]]:
        """Return what gets in the way of a session, by time: the clash and the other session."""
        found = [clash for clash in self.clashes() if identity in (clash.first, clash.second)]
        others = [(clash, self.session(clash.other(identity))) for clash in found]
        return [(clash, other) for clash, other in others if other is not None]

    def session(self, identity: str | None) -> SessionView | None:
        """Return a session of the programme."""
        if self.view is None or identity is None:
            return None
        return self.view.by_id.get(identity)

    def title(self, identity: str) -> str:
        """Return the title of a session of the programme, or of one that is put away."""
        found = (self.session(identity), *self.away)
        return next((one.session.title for one in found if one and one.session.id == identity), "")

    def used(self, event_id: str) -> bool:
        """Return whether an event has sessions, be they put away."""
        sessions = () if self.view is None else self.view.sessions
        return any(one.session.event_id == event_id for one in (*sessions, *self.away))

    def event(self, identity: str) -> Event | None:
        """Return an event of the programme."""
        events = () if self.view is None else self.view.events
        return next((event for event in events if event.id == identity), None)

    def now(self, identity: str) -> Choice | None:
        """Return what is chosen of that session or event (None: there is none)."""
        if (session := self.session(identity)) is not None:
            return self.of(session)
        event = self.event(identity)
        return None if event is None else self.of_event(event)

    def next_intent(self, identity: str) -> Intent | None:
        """Return what a click on the mark leads to."""
        now = self.now(identity)
        return None if now is None else next_intent(now.intent)

    def make(self, identity: str, field: str, value: object) -> Choice | None:
        """Return the choice with one field changed, to be written; None if nothing is there."""
        now = self.now(identity)
        if now is None:
            return None
        choice = replace(now, **{field: value})  # type: ignore[arg-type]  # by the field's name
        self.made[identity] = choice
        self._open[identity] += 1
        return choice

    def written(self, identity: str) -> None:
        """Say that a choice reached the file, or never will: what is read next counts again."""
        self._open[identity] -= 1
