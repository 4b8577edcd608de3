"""What marks, and links and their states, are called."""

from PySide6.QtCore import QCoreApplication

from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkKind, LinkState
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP

LINE_WORDS = {
    LineKind.UNCLEAR: QT_TRANSLATE_NOOP("Marks", "did not catch"),
    LineKind.THOUGHT: QT_TRANSLATE_NOOP("Marks", "my own thought"),
    LineKind.QUOTE: QT_TRANSLATE_NOOP("Marks", "quote"),
    LineKind.QUESTION: QT_TRANSLATE_NOOP("Marks", "question"),
    LineKind.ANSWER: QT_TRANSLATE_NOOP("Marks", "answer"),
    LineKind.KEY: QT_TRANSLATE_NOOP("Marks", "key point"),
    LineKind.TODO: QT_TRANSLATE_NOOP("Marks", "to do"),
    LineKind.HEADING: QT_TRANSLATE_NOOP("Marks", "heading"),
    LineKind.CODE: QT_TRANSLATE_NOOP("Marks", "code"),
}
_LINKS = {
    LinkKind.PAGE: QT_TRANSLATE_NOOP("Marks", "Page"),
    LinkKind.SLIDES: QT_TRANSLATE_NOOP("Marks", "Slides"),
    LinkKind.VIDEO: QT_TRANSLATE_NOOP("Marks", "Video"),
    LinkKind.REPOSITORY: QT_TRANSLATE_NOOP("Marks", "Repository"),
    LinkKind.OTHER: QT_TRANSLATE_NOOP("Marks", "Link"),
}
_STATES = {
    LinkState.THERE: QT_TRANSLATE_NOOP("Marks", "there"),
    LinkState.EXPECTED: QT_TRANSLATE_NOOP("Marks", "expected"),
    LinkState.NONE: QT_TRANSLATE_NOOP("Marks", "none"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Marks", text)


def line_words(kind: LineKind) -> str:
    """Return what a mark says of a line."""
    return _tr(LINE_WORDS[kind])


def link_words(kind: LinkKind) -> str:
    """Return what a kind of link leads to."""
    return _tr(_LINKS[kind])


def state_words(state: LinkState) -> str:
    """Return whether a link is there."""
    return _tr(_STATES[state])
