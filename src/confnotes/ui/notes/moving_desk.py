"""Lines that go to another session: which, where to, and the way back.

No document's undo holds such a move: bringing a line back in one session would leave it in the
other, too. Undo of both begins anew, and while the move is the last thing that was done it can be
taken back as a whole, by the bar at the sheet's foot or by undo in the session it came from.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.moving import Moved
from confnotes.services.views import ProgrammeView
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_picker import SessionPicker
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.shell.tasks import Tasks

T = TypeVar("T")
_PATIENCE = 5.0
"""Seconds to wait for what is being written before a move gives up."""
_ROUNDS = 3
"""So often what is owed is handed over: a picture just pasted is kept first, then its line."""


class MovingDesk(QObject):
    """Moves lines. `leave` hands over all that is being typed; `programme` is what is shown.

    Nothing can be typed between the save that comes first, the move, and the moment when both
    documents show it: all of it happens while one key is handled.
    """

    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        sheet: SessionSheet,
        saver: Saver,
        programme: Callable[[], ProgrammeView | None],
        leave: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._sheet, self._saver = sheet, saver
        self._programme, self._leave = programme, leave
        self._ask: Callable[[str], None] | None = None
        self._last: Moved | None = None
        self._watched: list[NotesDocument] = []
        self.picker = SessionPicker(sheet)
        self.picker.chosen.connect(self._chosen)
        self.picker.left.connect(sheet.editor.setFocus)
        self.bar = FootBar("arrow_right", self.tr("Take back"), "Ctrl+Z")
        self.bar.pressed.connect(self.take_back)
        self.bar.closed.connect(self._forget)
        sheet.add_to_foot(self.bar)
        sheet.shown.connect(self._show_bar)
        sheet.editor.nothing_to_undo.connect(self._undo_pressed)
        saver.saved.connect(self._saved)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return {
            "move_lines": self.move_lines,
            "move_all": self.move_all,
            "swap_notes": self.swap_notes,
        }

    # -- what to move, and where to ------------------------------------------------------------

    def move_lines(self) -> None:
        """Ask where the lines of the selection (or the caret's), with what hangs below, go."""
        document = self._sheet.document
        if document is None:
            return
        self._sheet.leave()
        first, last = edits.span(document, self._sheet.editor.textCursor())
        last = max(document.family(number) for number in range(first, last + 1))
        ids = [row.id for row in document.rows()[first : last + 1]]
        source = document.session_id
        one = len(ids) == 1
        question = self.tr("Move the line to…") if one else self.tr("Move {n} lines to…")
        self._open(question.format(n=len(ids)), lambda target: self._move(source, ids, target))

    def move_all(self) -> None:
        """Ask where all notes of the session go."""
        document = self._sheet.document
        if document is not None:
            source = document.session_id
            self._open(
                self.tr("Move all notes to…"),
                lambda target: self._move(source, [row.id for row in document.rows()], target),
            )

    def swap_notes(self) -> None:
        """Ask with which session this one changes notes."""
        document = self._sheet.document
        if document is not None:
            source = document.session_id
            self._open(
                self.tr("Swap all notes with…"),
                lambda target: self._do(
                    lambda: self._services.moving.swap(source, target), source, target
                ),
            )

    def _open(self, question: str, ask: Callable[[str], None]) -> None:
        programme, document = self._programme(), self._sheet.document
        if programme is None or document is None:
            return
        self._sheet.leave()
        self._ask = ask
        self.picker.open(
            question,
            programme,
            document.session_id,
            self._services.notebook.clock(),
            self._sheet.caret_rect(),
        )

    def _chosen(self, session_id: str) -> None:
        ask, self._ask = self._ask, None
        self._sheet.editor.setFocus()
        if ask is not None:
            ask(session_id)

    # -- moving --------------------------------------------------------------------------------

    def _move(self, source: str, ids: list[str], target: str) -> None:
        self._do(lambda: self._services.moving.move_lines(source, ids, target), source, target)

    def _do(self, call: Callable[[], tuple[Moved, ChangeSet]], source: str, target: str) -> None:
        outcome = self._written(call, source, target)
        if outcome is not None and outcome[0].line_ids:
            self._last = outcome[0]
            self._show_bar()

    def take_back(self) -> None:
        """Bring back what was moved last."""
        last = self._last
        if last is None:
            return
        moving = self._services.moving
        if self._written(lambda: moving.take_back(last), last.source_id, last.target_id):
            self._forget()
            self._sheet.editor.setFocus()

    def _undo_pressed(self) -> None:
        document, last = self._sheet.document, self._last
        if document is not None and last is not None and last.source_id == document.session_id:
            self.take_back()

    def _written(self, call: Callable[[], T], *sessions: str) -> T | None:
        """Return what `call` did on the writing thread, the documents up to date; None where it
        could not be done, and all is as it was."""
        if not self._all_written(sessions):
            self.failed.emit(ConfnotesError("session.unsaved"))
            return None
        self._forget()
        done: list[T] = []
        errors: list[ConfnotesError] = []
        self._tasks.write(call, done.append, errors.append)
        while not self._tasks.settle():
            pass  # it is under way: what one typed now would not know which lines are whose
        for error in errors:
            self.failed.emit(error)
        for session_id in sessions if done else ():
            self._bring_up_to_date(session_id)
        return done[0] if done else None

    def _all_written(self, sessions: Sequence[str]) -> bool:
        """Hand over what is owed; return whether the file has all of these sessions."""
        refused: list[ConfnotesError] = []
        self._saver.failed.connect(refused.append)
        try:
            for _ in range(_ROUNDS):
                self._leave()
                settled = self._tasks.settle(_PATIENCE)
                owed = any(self._saver.owed_lines(one) is not None for one in sessions)
                if not owed or not settled or refused:
                    break
        finally:
            self._saver.failed.disconnect(refused.append)
        return settled and not owed

    def _bring_up_to_date(self, session_id: str) -> None:
        view = self._services.notes.view(session_id)
        document = self._sheet.take_over(view, self._saver.in_file.get(session_id, {}))
        if document is not None:
            self._saver.loaded(document, view.lines)
            document.edited.connect(self._forget)
            self._watched.append(document)

    # -- the way back --------------------------------------------------------------------------

    def _saved(self, _at: object, session_id: str) -> None:
        last = self._last
        if last is not None and session_id in (last.source_id, last.target_id):
            self._forget()

    def _forget(self) -> None:
        """Something else was done since: the move is no longer the last thing."""
        self._last = None
        for document in self._watched:
            document.edited.disconnect(self._forget)
        self._watched.clear()
        self.bar.hide()

    def _show_bar(self) -> None:
        last, document = self._last, self._sheet.document
        here = "" if document is None else document.session_id
        if last is None or here not in (last.source_id, last.target_id):
            self.bar.hide()
            return
        self.bar.key.setVisible(here == last.source_id)
        self.bar.say(self._told(last))

    def _told(self, last: Moved) -> str:
        programme = self._programme()
        known = None if programme is None else programme.by_id.get(last.target_id)
        title = "" if known is None else known.session.title
        if last.swapped:
            return self.tr("Swapped notes with “{title}”").format(title=title)
        count = len(last.line_ids)
        said = (
            self.tr("Moved 1 line to “{title}”")
            if count == 1
            else self.tr("Moved {n} lines to “{title}”")
        )
        return said.format(n=count, title=title)
