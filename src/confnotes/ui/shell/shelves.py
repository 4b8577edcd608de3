"""The switcher's archive and trash: conferences are put away, and come back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from confnotes.domain.conference import Shelf
from confnotes.services.bundle import Services
from confnotes.services.views import ConferenceSummary
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.shell import menus
from confnotes.ui.shell.tasks import Tasks

NAMES = ("archive", "unarchive", "trash", "untrash")
"""The actions that put away and bring back."""


class Shelves(QObject):
    """Which conferences there are, and where. `opened`: that one is to be shown (None: none is
    left)."""

    opened = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._tasks, self._window = services, tasks, window
        self._current: str | None = None
        self._thrown: list[str] = []
        self._actions: dict[str, QAction] = {}
        self.bar = FootBar("trash", self.tr("Bring it back"), "")
        """Says what was thrown away, and brings it back."""
        self.bar.pressed.connect(self._bring_last)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what its actions do."""
        return {
            "archive": lambda: self._put(Shelf.ARCHIVED),
            "unarchive": lambda: self._put(None),
            "trash": self._throw,
            "untrash": self._bring_last,
        }

    def serve(self, actions: dict[str, QAction]) -> None:
        """Keep the window's actions to what can be done."""
        self._actions = actions
        self.follow(self._current)

    def first(self, wanted: str | None = None) -> str | None:
        """Return the wanted conference if it is not in the trash, else the newest one: of those at
        hand, where there are any."""
        known = self._services.programme.conferences()
        ids = [one.conference.id for one in sorted(known, key=_archived)]
        return wanted if wanted in ids else ids[0] if ids else None

    def follow(self, conference_id: str | None) -> None:
        """Offer what can be done with the conference that is shown."""
        self._current = conference_id
        if not self._actions:
            return
        shelf = None if conference_id is None else self._services.shelves.of(conference_id)
        here = conference_id is not None
        self._actions["archive"].setVisible(here and shelf is None)
        self._actions["unarchive"].setVisible(here and shelf is Shelf.ARCHIVED)
        self._actions["trash"].setVisible(here)
        self._actions["untrash"].setVisible(bool(self._thrown))
        if not self._thrown:
            self.bar.hide()

    def bring(self, conference_id: str, then: Callable[[], None]) -> None:
        """Do `then`; if the conference is in the trash, once it is out of it."""
        if self._services.shelves.of(conference_id) is not Shelf.TRASHED:
            then()
            return

        def back(_changes: object) -> None:
            if conference_id in self._thrown:
                self._thrown.remove(conference_id)
            self.bar.hide()
            then()

        put = partial(self._services.shelves.put_away, conference_id, None)
        self._tasks.write(put, back)

    def open_menu(self, point: QPoint) -> None:
        """Open the switcher."""
        menu = menus.conference_menu(
            self._window,
            self._services.programme.conferences(trashed=True),
            self._current,
            self._open,
            [self._actions[name] for name in NAMES],
            [self._actions["import"], self._actions["new"]],
        )
        menus.open_at(menu, point)

    def _open(self, conference_id: str) -> None:
        self.bring(conference_id, lambda: self.opened.emit(conference_id))

    def _put(self, shelf: Shelf | None) -> None:
        if self._current is not None:
            self._tasks.write(partial(self._services.shelves.put_away, self._current, shelf))

    def _throw(self) -> None:
        thrown = self._current
        if thrown is None:
            return

        name = self._services.programme.find(thrown).title

        def gone(_changes: object) -> None:
            self._thrown.append(thrown)
            self.bar.say(self.tr("“{name}” is in the trash.").format(name=name))
            if self._current == thrown:
                self.opened.emit(self.first())
            else:
                self.follow(self._current)

        put = partial(self._services.shelves.put_away, thrown, Shelf.TRASHED)
        self._tasks.write(put, gone)

    def _bring_last(self) -> None:
        if self._thrown:
            self._open(self._thrown[-1])


def _archived(summary: ConferenceSummary) -> bool:
    return summary.shelf is not None
