"""The words of session kinds and line kinds."""

from PySide6.QtCore import QCoreApplication

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkKind, LinkState, SessionKind
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP

_SESSIONS = {
    SessionKind.TALK: QT_TRANSLATE_NOOP("Kinds", "Talk"),
    SessionKind.KEYNOTE: QT_TRANSLATE_NOOP("Kinds", "Keynote"),
    SessionKind.PANEL: QT_TRANSLATE_NOOP("Kinds", "Panel"),
    SessionKind.LIGHTNING: QT_TRANSLATE_NOOP("Kinds", "Lightning talk"),
    SessionKind.TUTORIAL: QT_TRANSLATE_NOOP("Kinds", "Tutorial"),
    SessionKind.WORKSHOP: QT_TRANSLATE_NOOP("Kinds", "Workshop"),
    SessionKind.SPONSOR: QT_TRANSLATE_NOOP("Kinds", "Sponsor talk"),
    SessionKind.BOOTH: QT_TRANSLATE_NOOP("Kinds", "Booth"),
    SessionKind.MEAL: QT_TRANSLATE_NOOP("Kinds", "Meal"),
    SessionKind.PARTY: QT_TRANSLATE_NOOP("Kinds", "Party"),
    SessionKind.HALLWAY: QT_TRANSLATE_NOOP("Kinds", "Hallway"),
    SessionKind.TRAVEL: QT_TRANSLATE_NOOP("Kinds", "On the way"),
    SessionKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other"),
}
LINE_WORDS = {
    LineKind.UNCLEAR: QT_TRANSLATE_NOOP("Kinds", "did not catch"),
    LineKind.THOUGHT: QT_TRANSLATE_NOOP("Kinds", "my own thought"),
    LineKind.QUOTE: QT_TRANSLATE_NOOP("Kinds", "quote"),
    LineKind.QUESTION: QT_TRANSLATE_NOOP("Kinds", "question"),
    LineKind.ANSWER: QT_TRANSLATE_NOOP("Kinds", "answer"),
    LineKind.KEY: QT_TRANSLATE_NOOP("Kinds", "key point"),
    LineKind.TODO: QT_TRANSLATE_NOOP("Kinds", "to do"),
    LineKind.HEADING: QT_TRANSLATE_NOOP("Kinds", "heading"),
    LineKind.CODE: QT_TRANSLATE_NOOP("Kinds", "code"),
}
_LINKS = {
    LinkKind.PAGE: QT_TRANSLATE_NOOP("Kinds", "Page"),
    LinkKind.SLIDES: QT_TRANSLATE_NOOP("Kinds", "Slides"),
    LinkKind.VIDEO: QT_TRANSLATE_NOOP("Kinds", "Video"),
    LinkKind.REPOSITORY: QT_TRANSLATE_NOOP("Kinds", "Repository"),
    LinkKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "Link"),
}
_STATES = {
    LinkState.THERE: QT_TRANSLATE_NOOP("Kinds", "there"),
    LinkState.EXPECTED: QT_TRANSLATE_NOOP("Kinds", "expected"),
    LinkState.NONE: QT_TRANSLATE_NOOP("Kinds", "none"),
}
_AUDIENCES = {
    Audience.PUBLIC: QT_TRANSLATE_NOOP("Kinds", "Public"),
    Audience.INSIDE: QT_TRANSLATE_NOOP("Kinds", "Inside the company"),
    Audience.PRIVATE: QT_TRANSLATE_NOOP("Kinds", "Private"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)


def kind_words(kind: SessionKind) -> str:
    """Return what people call a kind of session."""
    return _tr(_SESSIONS[kind])


def line_words(kind: LineKind) -> str:
    """Return what a mark says of a line."""
    return _tr(LINE_WORDS[kind])


def link_words(kind: LinkKind) -> str:
    """Return what a kind of link leads to."""
    return _tr(_LINKS[kind])


def state_words(state: LinkState) -> str:
    """Return whether a link is there."""
    return _tr(_STATES[state])


def audience_words(audience: Audience) -> str:
    """Return whom a text is for."""
    return _tr(_AUDIENCES[audience])
