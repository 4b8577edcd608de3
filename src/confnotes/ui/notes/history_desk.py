"""Looking at earlier states of the open session in place of its sheet, and bringing them back."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.history import EarlierState, StateView
from confnotes.services.views import NotesView
from confnotes.ui.notes.history_page import HistoryPage
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.shell.tasks import Tasks

_STAYING = frozenset({"history", "previous", "next", "now", "new_session"})
"""What can be done while the page is open; everything else is about the editor behind it."""
_PATIENCE = 5.0
"""Seconds to wait for what is being written before bringing back gives up."""


class HistoryDesk(QObject):
    """Opens the page (`opening` tells it just before) and puts it away (`opened(bool)`).

    `saved(at)` tells that a state is in the file again, `failed` why it is not.
    """

    opening = Signal()
    opened = Signal(bool)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        saver: Saver,
        sheet: SessionSheet,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._saver = services, tasks, saver
        self._sheet = sheet
        self._session_id = ""
        self.actions: Mapping[str, QAction] = {}
        self.page = HistoryPage()
        self.page.hide()
        self.page.back.connect(self.close)
        sheet.shown.connect(self.close)
        self.page.wanted.connect(self._read)
        self.page.done.connect(self._bring)

    @property
    def is_open(self) -> bool:
        """Whether the page is in the sheet's place."""
        return bool(self._session_id)

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through while the page is open."""
        return [self.page.states, self.page.lines] if self.is_open else []

    def toggle(self) -> None:
        """Open the history of the open session, or go back to its notes."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the history in place of the sheet; what is typed is handed over first."""
        document = self._sheet.document
        if document is None:
            return
        self.opening.emit()
        self._sheet.leave()
        self._saver.flush()
        self._session_id = document.session_id
        self._enable(on=False)
        self.page.show_states(self._sheet.header.title.text(), (), self._sheet.moments, self._now())
        self.page.nothing.hide()
        self._sheet.hide()
        self.opened.emit(True)
        self.page.show()
        self.page.arrow.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list()

    def close(self) -> None:
        """Go back to the notes, the caret where it was."""
        if not self.is_open:
            return
        self._session_id = ""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.page.isAncestorOf(focus)
        self.page.hide()
        self._sheet.show()
        self.opened.emit(False)
        self._enable(on=True)
        if had_focus:
            self._sheet.editor.setFocus()

    def _now(self) -> datetime:
        return self._services.notebook.clock()

    def _enable(self, *, on: bool) -> None:
        for name, action in self.actions.items():
            action.setEnabled(on or name in _STAYING)

    def _list(self) -> None:
        """Read the states after what was handed over is written: hence among the writes."""
        session_id, history = self._session_id, self._services.history
        self._tasks.write(
            lambda: (session_id, history.states(session_id)), self._listed, self._failed
        )

    def _listed(self, found: tuple[str, tuple[EarlierState, ...]]) -> None:
        session_id, states = found
        if session_id != self._session_id:
            return
        title = self._sheet.header.title.text()
        self.page.show_states(title, states, self._sheet.moments, self._now())
        (self.page.states if states else self.page.arrow).setFocus()

    def _read(self, number: int) -> None:
        session_id, history = self._session_id, self._services.history
        self._tasks.read(lambda: history.state(session_id, number), self._shown, self._failed)

    def _shown(self, view: StateView) -> None:
        if view.session_id == self._session_id:
            self.page.show_state(view)

    def _bring(self) -> None:
        """Bring the state back, and show the editor again.

        All of it happens while one key is handled: a letter typed in between would save what the
        document was before, and with it undo what came back.
        """
        session_id, number, chosen = self._session_id, self.page.number(), self.page.chosen()
        history, saver = self._services.history, self._saver
        saver.flush()
        if not self._tasks.settle(_PATIENCE) or saver.owed_lines(session_id) is not None:
            self.failed.emit(ConfnotesError("history.unsaved"))
            return
        done: list[ChangeSet] = []
        errors: list[ConfnotesError] = []
        self._tasks.write(
            lambda: history.bring_back(session_id, number, chosen, initiator=self),
            done.append,
            errors.append,
        )
        while not self._tasks.settle():
            pass  # it is under way
        for error in errors:
            self._failed(error)
        if done:
            self.saved.emit(self._now())
            self._take(self._services.notes.view(session_id))

    def _take(self, view: NotesView) -> None:
        identity = view.session.session.id
        self._sheet.take_changes(view, self._saver.in_file.get(identity, {}))
        self._saver.took(identity, view.lines)
        self.close()

    def _failed(self, error: ConfnotesError) -> None:
        self.failed.emit(error)
        if error.code == "history.gone" and self.is_open:  # joined with another meanwhile
            self._list()
