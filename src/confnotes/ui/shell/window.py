"""The window: puts rail, pages, error bar and status line together; the work is elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.notebook import Clock
from confnotes.ui.parts.composing import end_composition
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import BASE_SIZE, TEXT_SIZES
from confnotes.ui.shell import actions, menus, sheet_rows, workspaces
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.emergency import keep_as_text
from confnotes.ui.shell.errand import Errand
from confnotes.ui.shell.errorbar import ErrorBar
from confnotes.ui.shell.files import ReadFile
from confnotes.ui.shell.finder import Finder, Ways
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.panes import to_next_pane
from confnotes.ui.shell.rail import WORKSPACES, Rail
from confnotes.ui.shell.sheet import ShortcutSheet
from confnotes.ui.shell.shelves import Shelves
from confnotes.ui.shell.status import StatusLine
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace
from confnotes.ui.start.flow import StartPages

_NAMED = 3
"""So many things that are not saved are named in the error bar."""

TOLD_MS = 10_000
"""So long a sentence stays that has nothing to do with saving, whatever is saved meanwhile."""


@dataclass(frozen=True)
class Means:
    """What the window hands on: services, the two threads, the hub's bridge, the sentences, what
    it remembers, the sample's file, and the clock."""

    services: Services
    tasks: Tasks
    bridge: Bridge
    messages: workspaces.Messages
    memory: Memory
    sample: Path | None
    clock: Clock


class MainWindow(Ground):
    """Four workspaces over one notebook. `language_asked` tells that it is to be made anew."""

    language_asked = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__("canvas")
        self._means = means
        self._conference: str | None = None
        self._front = ""
        self._workspaces: dict[str, Workspace] = {}
        self._failing_since: datetime | None = None
        self._close_refused = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TOLD_MS)
        self.rail = Rail()
        self.status = StatusLine(means.clock)
        self.errors = ErrorBar()
        self.start = StartPages(
            means.services, means.tasks, means.messages, means.sample,
            folder=means.memory.settings.folder, disturb=lambda: self._front in ("", "plan"),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.finder = Finder(self, means.services.search, means.tasks, self._ways())
        self.shelves = Shelves(means.services, means.tasks, self)
        self.actions_by_name = actions.build(self, actions.WINDOW, self._handlers())
        self.shelves.serve(self.actions_by_name)
        self._lay_out()
        self._wire()
        means.memory.place(self)
        self.show_conference(self.shelves.first(means.memory.settings.conference))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.shelves.bar)
        column.addWidget(self.errors)
        column.addWidget(self.status)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setMinimumSize(880, 560)

    def _wire(self) -> None:
        self.rail.workspace.connect(self.show_workspace)
        self.rail.switcher.connect(self.shelves.open_menu)
        self.shelves.opened.connect(self.show_conference)
        self.rail.searched.connect(self.finder.open)
        self.rail.settings.connect(self._open_settings)
        self.start.opened.connect(lambda one: self.shelves.bring(one, partial(self._opened, one)))
        self.start.left.connect(lambda: self.show_workspace(self._means.memory.workspace()))
        self.start.failed.connect(self.show_error)
        self.start.confirming.connect(self._to_start)
        self.start.known.connect(lambda f: self.shelves.bring(f.known, partial(self._compare, f)))
        self.start.added.connect(self._came)
        self.start.folder_used.connect(lambda folder: self._means.memory.change(folder=folder))
        self.errand = Errand(self, self.start, self.status, self._begin)
        self.status.checks_pressed.connect(self._show_checks)
        self._means.tasks.failed.connect(self.show_error)
        self._means.bridge.changed.connect(self._changed)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        handlers: dict[str, Callable[[], None]] = {
            name: partial(self._asked_for, name) for name in WORKSPACES
        }
        return (
            handlers
            | self.shelves.handlers()
            | {
                "find": self.finder.open,
                "next_pane": lambda: self._next_pane(1),
                "previous_pane": lambda: self._next_pane(-1),
                "import": self._import,
                "new": self._begin,
                "larger": lambda: self._resize_text(1),
                "smaller": lambda: self._resize_text(-1),
                "normal": lambda: self._resize_text(0),
                "shortcuts": self._shortcuts,
                "quit": self._quit,
            }
        )

    def _ways(self) -> Ways:
        return Ways(
            lambda: self._conference,
            lambda: self._front,
            self._workspaces.get,
            lambda: self.actions_by_name,
            lambda: self._means.memory.settings.reaction,
            self.show_conference,
            self._bring,
        )

    # conferences

    def _opened(self, conference_id: str) -> None:
        if not self._owes():
            self.errors.hide()
        self.show_conference(conference_id)
        self.show_workspace("plan")

    def _compare(self, file: ReadFile) -> None:
        """Show in Plan what a later state of a schedule changes."""
        if not self._owes():
            self.errors.hide()
        if file.known != self._conference:
            self.show_conference(file.known)
        self.show_workspace("plan")
        self._workspaces["plan"].compare(file)

    def _came(self, added: object) -> None:
        self._workspaces["plan"].came(added)

    def show_conference(self, conference_id: str | None) -> None:
        """Show a conference in all workspaces; without one, the three doors."""
        self._leave()
        self._conference = conference_id
        self._refresh_conference()
        for workspace in self._workspaces.values():
            workspace.set_conference(conference_id)
        if conference_id is None:
            self._begin()
            return
        self._means.memory.change(conference=conference_id)
        self.show_workspace(self._front or self._means.memory.workspace())

    def _refresh_conference(self) -> None:
        conference = None
        if self._conference is not None:
            known = self._means.services.programme.conferences()
            conference = next(
                (s.conference for s in known if s.conference.id == self._conference), None
            )
        self.shelves.follow(self._conference)
        self.rail.set_conference(conference)
        self.status.set_zone(None if conference is None else conference.timezone)
        title = "confnotes" if conference is None else f"{conference.title} – confnotes"
        self.setWindowTitle(title)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Kind.CONFERENCE):
            self._refresh_conference()

    # workspaces and pages

    def _asked_for(self, name: str) -> None:
        if self._conference is not None:
            self.show_workspace(name)

    def show_workspace(self, name: str) -> None:
        """Bring a workspace to the front."""
        if self._conference is None:
            return
        self._leave()
        if name not in self._workspaces:
            self._workspaces[name] = self._make(name)
        workspace = self._workspaces[name]
        self._front = name
        self.status.set_words("")
        self._set_checks(None)
        self.stack.setCurrentWidget(workspace)
        self.rail.set_workspace(name)
        self._means.memory.change(workspace=name)
        workspace.activated()

    def _bring(self, name: str) -> Workspace:
        self.show_workspace(name)
        return self._workspaces[name]

    def _make(self, name: str) -> Workspace:
        means = self._means
        workspace = workspaces.make(name, means.services, means.tasks, means.bridge)
        workspace.status.connect(lambda words: self._from(name, words))
        workspace.saved.connect(self._saved)
        workspace.failed.connect(self.show_error)
        workspace.open_session.connect(self.open_session)
        workspace.open_line.connect(self.open_session)
        workspace.open_names.connect(lambda: self._bring("review").show_names())
        workspace.checks.connect(lambda count: self._set_checks(count, name))
        workspace.alone.connect(self._leave_alone)
        workspace.work.connect(self.status.set_work)
        self.errand.serve(workspace)
        workspace.take_settings(means.memory.settings)
        self.stack.addWidget(workspace)
        workspace.set_conference(self._conference)
        return workspace

    def _leave_alone(self, alone: bool) -> None:
        """Show nothing but the workspace in front, or everything again."""
        self.rail.setVisible(not alone)
        self.status.setVisible(not alone)

    def workspace(self, name: str) -> Workspace | None:
        """Return a workspace that has been shown (None: it has not)."""
        return self._workspaces.get(name)

    def open_session(self, session_id: str, line_id: str = "") -> None:
        """Show a session's notes, and a line of them where one is named."""
        self._bring("notes").show_line(session_id, line_id)

    def _leave(self) -> None:
        """Let the workspace in front hand over what is being typed."""
        end_composition()
        front = self.stack.currentWidget()
        if isinstance(front, Workspace):
            front.leave()

    def _begin(self) -> None:
        self._to_start()
        self.start.show_doors()

    def _import(self) -> None:
        self._begin()
        self.start.choose_file()

    def _to_start(self) -> None:
        self._leave()
        self._front = ""
        self.start.doors.set_leavable(self._conference is not None)
        self.stack.setCurrentWidget(self.start)
        self.rail.set_workspace("")
        self.status.set_words("")
        self._set_checks(None)

    # what is told below

    def _from(self, name: str, words: str) -> None:
        if name == self._front:
            self.status.set_words(words)

    def _set_checks(self, count: int | None, name: str | None = None) -> None:
        if name in (None, self._front):
            self.status.set_checks(count)

    def _show_checks(self) -> None:
        if self._front:
            self._workspaces[self._front].show_checks()

    def _owes(self) -> bool:
        return any(workspace.owes() for workspace in self._workspaces.values())

    def _saved(self, at: datetime) -> None:
        if self._failing_since is not None and self._owes():
            return  # this is in the file, but something else is not
        self._failing_since, self._close_refused = None, False
        if not self._telling.isActive():
            self.errors.hide()
        self.status.set_saved(at)

    def show_error(self, error: ConfnotesError) -> None:
        """Say what could not be done."""
        self.errors.say(self._means.messages(error))
        if error.code.startswith(("notebook.", "app.")):
            self._telling.stop()  # the next save is the answer to it
        else:
            self._telling.start()
        if error.code.startswith("notebook.") or self._owes():  # it does not reach the file
            self._failing_since = self._failing_since or self._means.clock()
            self.status.set_failing(self._failing_since)

    # menus and keys

    def _open_settings(self, point: object) -> None:
        menu = menus.settings_menu(
            self, self._means.memory.settings, self._change, self.actions_by_name
        )
        menus.open_at(menu, point, upwards=True)  # type: ignore[arg-type]  # a QPoint

    def _change(self, **changed: object) -> None:
        self._means.memory.change(**changed)
        for workspace in self._workspaces.values():
            workspace.take_settings(self._means.memory.settings)
        if "language" in changed:
            self.language_asked.emit()

    def _resize_text(self, step: int) -> None:
        at = TEXT_SIZES.index(theme().text_size)
        size = TEXT_SIZES[min(max(at + step, 0), len(TEXT_SIZES) - 1)] if step else BASE_SIZE
        self._means.memory.change(text_size=size)

    def _next_pane(self, step: int) -> None:
        front = self.stack.currentWidget()
        panes = front.panes() if isinstance(front, Workspace) else [self.start]
        to_next_pane([*panes, self.rail.tile], step)

    def show_shortcuts(self) -> ShortcutSheet:
        """Open the sheet of shortcuts."""
        sheet = ShortcutSheet(sheet_rows.groups(), self)
        sheet.show()
        return sheet

    def _shortcuts(self) -> None:
        self.show_shortcuts()

    def _quit(self) -> None:
        self.close()

    def settle(self) -> bool:
        """Hand over everything and wait until it is in the file; False when some of it is not,
        which the error bar then says."""
        tasks = self._means.tasks
        end_composition()
        tasks.settle()  # what is under way may yet fail, and is then sent once more
        for workspace in self._workspaces.values():
            workspace.closing()
        tasks.settle()
        owed = self._owed()
        if not owed and not self._owes():
            return True
        names = list(dict.fromkeys(part.name for part in owed))
        what = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        path = str(self._means.services.notebook.path)
        self.show_error(ConfnotesError("app.unsaved", what=what, path=path))
        return False

    def _owed(self) -> list[Owed]:
        return [part for workspace in self._workspaces.values() for part in workspace.owed()]

    def _may_close(self) -> bool:
        if self.settle():
            return True
        if self._close_refused:
            notebook = self._means.services.notebook.path
            return keep_as_text(notebook, self._owed(), self._means.clock()) is not None
        self._close_refused = True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once all is in the file. The first time something is not, stay and say so; the
        second time, keep it as text and close."""
        if not self._may_close():
            event.ignore()
            return
        self.start.fetching.cancel()
        self._means.memory.remember(self)
        super().closeEvent(event)
