"""Which scheduled session one begun by hand turns out to be: a button with a menu."""

from collections.abc import Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from confnotes.domain.session import Origin
from confnotes.domain.text import folded
from confnotes.services.views import SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, Look

MOST = 12
"""So many sessions are offered."""
_ALIKE = 0.6
"""From which share of letters in common on a title is taken for another's."""
_FAR = timedelta(days=10_000)


def candidates(view: SessionView, sessions: Sequence[SessionView]) -> list[SessionView]:
    """Return the imported sessions that one begun by hand may be, the likeliest first: those with
    a title like it, then by how near they are in time and how much of the title they share."""
    here = view.session
    title = folded(here.title)

    def order(other: SessionView) -> tuple[float, timedelta, float]:
        alike = SequenceMatcher(None, title, folded(other.session.title)).ratio()
        start = other.session.start_at
        near = _FAR if start is None or here.zero is None else abs(start - here.zero)
        return (-alike if alike >= _ALIKE else 0, near, -alike)

    found = [one for one in sessions if one.session.origin is Origin.IMPORTED]
    return sorted(found, key=order)[:MOST]


class JoinButton(Button):
    """`chosen` tells the session begun by hand and the scheduled one it is."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Look.GHOST, icon="link", trailing="chevron_down", parent=parent)
        self.set_words(self.tr("This is a scheduled session"))
        self._id, self._zone = "", "UTC"
        self._found: list[SessionView] = []
        self.clicked.connect(self.open_menu)
        self.hide()

    def offer(self, view: SessionView | None, sessions: Sequence[SessionView], zone: str) -> None:
        """Offer to join a session begun by hand (any other hides the button)."""
        by_hand = view is not None and view.session.origin is Origin.OWN
        self._id = "" if view is None else view.session.id
        self._zone = zone
        self._found = candidates(view, sessions) if view is not None and by_hand else []
        self.setVisible(bool(self._found))

    def menu(self) -> QMenu:
        """Return the menu of the sessions it may be."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        for view in self._found:
            action = menu.addAction(self._said(view).replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, one=view.session.id: self.chosen.emit(self._id, one)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_menu(self) -> None:
        """Open the menu below the button."""
        menu = self.menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        menu.setActiveAction(menu.actions()[0])

    def _said(self, view: SessionView) -> str:
        session = view.session
        day = "" if view.day is None else words.short_day(view.day)
        time = words.span(session.start_at, session.end_at, self._zone)
        return "  ".join(part for part in (day, time, session.facts.room, session.title) if part)
