"""F6: from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def to_next_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the visible pane `step` after the one that has it."""
    around = [pane for pane in panes if pane.isVisible()]
    if not around:
        return
    focus = QApplication.focusWidget()
    at = -1 if step > 0 else 0
    for number, pane in enumerate(around):
        if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
            at = number
    _enter(around[(at + step) % len(around)])


def _enter(pane: QWidget) -> None:
    """Focus a pane, or the first thing in it that takes keys."""
    reason = Qt.FocusReason.ShortcutFocusReason
    inside = [pane, *pane.findChildren(QWidget)]
    for widget in inside:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisibleTo(pane.window()) and widget.isEnabled():
            widget.setFocus(reason)
            return
    pane.setFocus(reason)
