"""Small things that tests of the window share."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from confnotes.ui.parts.buttons import Button


def at_noon() -> datetime:
    """Return one moment, always."""
    return datetime(2026, 5, 1, 3, 0, tzinfo=UTC)


def button(root: QWidget, words: str) -> Button:
    """Return the visible button with these words; AssertionError when there is none."""
    found = [b for b in root.findChildren(Button) if b.text() == words and b.isVisibleTo(root)]
    assert found, words
    return found[0]
