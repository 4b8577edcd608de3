"""Ending a composition of Japanese input from outside: what stands there is kept."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication


def end_composition() -> None:
    """End the open composition of whichever field has the focus, its text as it stands.

    An input method that does not answer is not waited for: our fields of several lines know what
    is being composed in them (`preedit`).
    """
    QGuiApplication.inputMethod().commit()
    field = QApplication.focusWidget()
    preedit = getattr(field, "preedit", "")
    if field is not None and preedit:
        event = QInputMethodEvent()
        event.setCommitString(preedit)
        QApplication.sendEvent(field, event)
        QGuiApplication.inputMethod().reset()
