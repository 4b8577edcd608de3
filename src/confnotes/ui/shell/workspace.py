"""What the window asks of a workspace, and what a workspace may tell the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from confnotes.settings import Settings
from confnotes.ui.shell.actions import ActionSpec
from confnotes.ui.shell.files import ReadFile


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that is not in the file yet: what it is, and its words as plain text."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Work:
    """Work in the background: what it is ("Reading photos, 41 of 61"), how much is done (0 to 1),
    and what gives it up."""

    words: str
    share: float
    stop: Callable[[], None]


class Workspace(QWidget):
    """A workspace: gets its services, Tasks and Bridge by its constructor, never the window.

    Signals to the window: `status` the words for the status line ("412 words"), `saved` the aware
    datetime of a save that was read back, `failed` a ConfnotesError to show, `open_session` a
    session to show in Notes, `open_line` the same with a line of it ("": none), `open_names` that
    names in two ways are wanted, `checks` the count of open checks (None: no badge), `alone` that
    it wants the whole window for itself, or no more, `import_asked` that a schedule file is to be
    chosen, `fetch_asked` the address one is to be fetched from ("": to be typed), `paste_asked`
    that it is in the clipboard, `work` the Work in the background (None: there is none any more).
    """

    status = Signal(str)
    saved = Signal(object)
    failed = Signal(object)
    open_session = Signal(str)
    open_line = Signal(str, str)
    open_names = Signal()
    checks = Signal(object)
    alone = Signal(bool)
    import_asked = Signal()
    work = Signal(object)
    fetch_asked = Signal(str)
    paste_asked = Signal()

    def set_conference(self, conference_id: str | None) -> None:
        """Show that conference (None: there is none)."""
        raise NotImplementedError

    def take_settings(self, settings: Settings) -> None:
        """Called with the settings when the workspace is made, and when one of them changed."""

    def show_session(self, session_id: str) -> None:
        """Show that session, where the workspace shows sessions."""

    def show_line(self, session_id: str, line_id: str, words: Sequence[str] = ()) -> None:
        """Show a line of that session's notes, the caret in it and these words (in search form)
        marked, where the workspace has notes."""
        del line_id, words
        self.show_session(session_id)

    def show_footnote(self, footnote_id: str) -> None:
        """Show a footnote, where the workspace lists them."""

    def show_names(self) -> None:
        """Show the names that are written in two ways, where the workspace lists them."""

    def show_event(self, event_id: str) -> None:
        """Show an event beside the conference, where the workspace has them."""

    def compare(self, file: ReadFile) -> None:
        """Show what a later state of the conference's schedule changes, where that can be seen."""

    def came(self, added: object) -> None:
        """Tell what came into the conference as another schedule, where it can be taken back."""

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through, in order: widgets that can take the focus."""
        return []

    def activated(self) -> None:
        """Called when the workspace comes to the front: read again if stale, place the focus."""

    def leave(self) -> None:
        """Called before the workspace goes to the back: hand over all pending input,
        and once more what the file would not take."""

    def owes(self) -> bool:
        """Return whether something that was typed or chosen is not in the file yet."""
        return False

    def owed(self) -> list[Owed]:
        """Return what is not in the file yet, to be named and, at the worst, kept as text."""
        return []

    def closing(self) -> None:
        """Called before the window closes: nothing that was typed may be left behind."""
        self.leave()

    def show_checks(self) -> None:
        """Called when the checks badge in the status line is pressed."""

    def shortcuts(self) -> Sequence[ActionSpec]:
        """Return the workspace's own actions, for the sheet of shortcuts."""
        return ()
