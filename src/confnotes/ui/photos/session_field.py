"""Which session a photo goes to: typed by any part of its title, or picked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from confnotes.domain.text import folded
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.zones import Index, RowDelegate, popup_list

_SEARCH = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1


class _Completer(QCompleter):
    """Completes to a session's words, found by any part of them."""

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def splitPath(self, path: str) -> list[str]:
        return [folded(path.strip())]


class SessionField(LineField):
    """`session_chosen` tells the id of a session one chose."""

    session_chosen = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, icon="notes", parent=parent)
        self._words: dict[str, str] = {}
        self._session_id = ""
        self._model = QStandardItemModel(self)
        self._completer = _Completer(self._model, self)
        self._completer.setCompletionRole(_SEARCH)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(9)
        popup = self._popup = popup_list()
        popup.setAccessibleName(name)
        self._completer.setPopup(popup)
        popup.setItemDelegate(RowDelegate(popup))  # setPopup puts one of its own in
        self.edit.setCompleter(self._completer)
        popup.clicked.connect(self._picked)
        self._completer.activated.connect(self._completed)
        self.edited.connect(lambda text: self.set_wrong(bool(text.strip()) and not self._of(text)))
        self.finished.connect(self._finished)

    def set_sessions(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Set what can be chosen: (id, words) in order."""
        if dict(sessions) == self._words:
            return
        self._words = dict(sessions)
        self._model.clear()
        for identity, words in sessions:
            item = QStandardItem(words)
            item.setData(folded(words), _SEARCH)
            item.setData(identity, _KEY)
            self._model.appendRow(item)

    def show_session(self, session_id: str) -> None:
        """Show that session ("": none)."""
        self._session_id = session_id
        if not self.edit.hasFocus() or not self.edit.isModified():
            self.set_wrong(False)
            self.setText(self._words.get(session_id, ""))

    def open_list(self) -> None:
        """Go there, with all sessions to choose from."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _of(self, text: str) -> str:
        """Return the session that a text names alone, "" otherwise."""
        wanted = folded(text.strip())
        found = [i for i, words in self._words.items() if wanted and wanted in folded(words)]
        exact = [i for i in found if folded(self._words[i]) == wanted]
        return next(iter(exact or (found if len(found) == 1 else [])), "")

    def _completed(self, words: str) -> None:
        """Take what the list's key chose: of sessions with the same words, the one in front."""
        index = self._popup.currentIndex()
        if index.isValid():
            self._take(str(index.data(_KEY)))
        elif found := self._of(words):
            self._take(found)

    def _picked(self, index: Index) -> None:
        self._take(str(index.data(_KEY)))

    def _finished(self, text: str) -> None:
        if found := self._of(text):
            self._take(found)
        else:
            self.set_wrong(False)
            self.setText(self._words.get(self._session_id, ""))

    def _take(self, session_id: str) -> None:
        self.edit.setModified(False)
        self.set_wrong(False)
        self.setText(self._words.get(session_id, ""))
        if session_id != self._session_id:
            self._session_id = session_id
            self.session_chosen.emit(session_id)
