"""The order in which Tab goes through widgets that are made in another order than they stand."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

_TAB = Qt.FocusPolicy.TabFocus


def chain(widgets: Sequence[QWidget]) -> None:
    """Make Tab go through these widgets in this order; all must lie in one window.

    Qt passes over what takes no focus just now, though it may later: that gets its place too.
    """
    policies = [(widget, widget.focusPolicy()) for widget in widgets]
    for widget, policy in policies:
        if policy is Qt.FocusPolicy.NoFocus:
            widget.setFocusPolicy(_TAB)
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
    for widget, policy in policies:
        widget.setFocusPolicy(policy)


def enter_at_chosen(members: Sequence[QAbstractButton]) -> None:
    """Let Tab enter a group of exclusive buttons at the one that is chosen, else at the first."""
    chosen = next((member for member in members if member.isChecked()), None)
    for at, member in enumerate(members):
        entered = member is chosen or (chosen is None and at == 0)
        policy = member.focusPolicy()
        member.setFocusPolicy(policy | _TAB if entered else policy & ~_TAB)


def stops(root: QWidget) -> list[QWidget]:
    """Return what takes the focus in `root` (itself included), in the order Tab has now."""
    found, widget = [root], root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return [one for one in found if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]


def follow(before: QWidget, *parts: QWidget) -> None:
    """Let Tab come to these parts, each with all that is in it, right after `before`."""
    line = stops(before)[-1:] + [stop for part in parts for stop in stops(part)]
    for first, second in pairwise(line):
        QWidget.setTabOrder(first, second)
