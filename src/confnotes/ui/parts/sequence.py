"""The sequence of Tab where whole parts of a window were made in another order than they stand."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
