"""What the kinds of session are called."""

from PySide6.QtCore import QCoreApplication

from confnotes.domain.session import SessionKind
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP

_WORDS = {
    SessionKind.TALK: QT_TRANSLATE_NOOP("Kinds", "Talk"),
    SessionKind.KEYNOTE: QT_TRANSLATE_NOOP("Kinds", "Keynote"),
    SessionKind.PANEL: QT_TRANSLATE_NOOP("Kinds", "Panel"),
    SessionKind.LIGHTNING: QT_TRANSLATE_NOOP("Kinds", "Lightning talk"),
    SessionKind.TUTORIAL: QT_TRANSLATE_NOOP("Kinds", "Tutorial"),
    SessionKind.WORKSHOP: QT_TRANSLATE_NOOP("Kinds", "Workshop"),
    SessionKind.SPONSOR: QT_TRANSLATE_NOOP("Kinds", "Sponsor session"),
    SessionKind.BOOTH: QT_TRANSLATE_NOOP("Kinds", "Booth"),
    SessionKind.MEAL: QT_TRANSLATE_NOOP("Kinds", "Meal"),
    SessionKind.PARTY: QT_TRANSLATE_NOOP("Kinds", "Party"),
    SessionKind.HALLWAY: QT_TRANSLATE_NOOP("Kinds", "Hallway talk"),
    SessionKind.TRAVEL: QT_TRANSLATE_NOOP("Kinds", "On the way"),
    SessionKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "Other"),
}


def kind_words(kind: SessionKind) -> str:
    """Return what a kind of session is called in the language of the interface."""
    return QCoreApplication.translate("Kinds", _WORDS[kind])
