"""What the schedule says of a session, beside one's own version of it, which counts."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from confnotes.domain.conference import Conference
from confnotes.domain.session import Origin, SessionFacts, SessionState
from confnotes.services.planning import placed, session_day
from confnotes.services.views import SessionView, SpeakerView
from confnotes.ui.parts import words
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Card
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.rows import credits_of, credits_text


def as_given(view: SessionView, conference: Conference) -> SessionView | None:
    """Return a session as its schedule has it; None where nothing of it is one's own version."""
    session = view.session
    said = session.given_speakers
    if said == credits_text(view):
        said = None
    if session.origin is Origin.OWN or (session.own == SessionFacts() and said is None):
        return None
    if said is not None:
        people = credits_of(said)
        view = replace(view, speakers=tuple(SpeakerView("", *one) for one in people))
    given = placed(replace(session, own=SessionFacts()), conference.timezone)
    return replace(view, session=given, day=session_day(given, conference))


def when(view: SessionView, zone: str) -> str:
    """Return day and time of a session ("" where it has none)."""
    session = view.session
    if session.start_at is None:
        return ""
    day = words.day_month(view.day or session.start_at.date())
    span = words.span(session.start_at, session.end_at, zone)
    if session.facts.start is not None and "T" not in session.facts.start:
        return day
    return f"{day} {span}" if theme().japanese else f"{day}, {span}"


class GivenCard(Card):
    """Shows what differs; hidden where nothing does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", None, 8, padding=12, parent=parent)
        self.state = WrapLabel("", Step.SMALL, role="amber")
        self.head = Label(self.tr("In the schedule"), Step.SMALL, SEMIBOLD, "text2")
        self.words = WrapLabel("", Step.SMALL, role="text2")
        for widget in (self.state, self.head, self.words):
            self.body.addWidget(widget)
        self.hide()

    def show_given(self, view: SessionView, given: SessionView | None, zone: str) -> None:
        """Show what the schedule says (None: what counts is what it says)."""
        state = ""
        if view.session.facts.state is SessionState.MISSING:
            state = self.tr("The schedule no longer has it. It stays for what is yours on it.")
        elif view.session.facts.state is SessionState.CANCELLED:
            state = self.tr("The schedule says that it is cancelled.")
            if view.session.given.state is not SessionState.CANCELLED:
                state = self.tr("You noted that it is cancelled.")
        lines = [] if given is None else self._different(view, given, zone)
        self.state.setText(state)
        self.words.setText("\n".join(lines))
        self.state.setVisible(bool(state))
        self.head.setVisible(bool(lines))
        self.words.setVisible(bool(lines))
        self.setVisible(bool(state or lines))

    def _different(self, view: SessionView, given: SessionView, zone: str) -> list[str]:
        own, theirs, nobody = view.session, given.session, self.tr("nobody speaking")
        pairs = (
            (own.title, theirs.title),
            (when(view, zone), when(given, zone) or self.tr("no time")),
            (own.facts.room or "", theirs.facts.room or self.tr("no room")),
            (kind_words(own.kind), kind_words(theirs.kind)),
            (_names(view) or nobody, _names(given) or nobody),
        )
        said = [there for here, there in pairs if here != there]
        here, there, nothing = own.facts, theirs.facts, self.tr("nothing")
        rest = (
            (self.tr("Subtitle"), here.subtitle, there.subtitle),
            (self.tr("Track"), here.track, there.track),
            (self.tr("Language"), here.language, there.language),
            (self.tr("Format"), here.format, there.format),
            (self.tr("Code"), here.code, there.code),
        )
        named = self.tr("{what}: {said}")
        said += [named.format(what=w, said=b or nothing) for w, a, b in rest if a != b]
        if here.state is not there.state and own.origin is Origin.IMPORTED:
            said.append(
                {
                    SessionState.CANCELLED: self.tr("cancelled"),
                    SessionState.MISSING: self.tr("no longer in it"),
                }.get(there.state or SessionState.SCHEDULED, self.tr("takes place"))
            )
        return said


def _names(view: SessionView) -> str:
    return credits_text(view).replace("\n", ", ")
