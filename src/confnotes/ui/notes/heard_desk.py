"""The transcript of the open session beside its notes: read once, shown where the caret is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from confnotes.domain.transcripts import Cue
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.side import NotesSide
from confnotes.ui.shell.tasks import Tasks


class HeardDesk(QObject):
    """Works while its tab is open: nothing is read or laid out for one that cannot be seen."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        sheet: SessionSheet,
        side: NotesSide,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._sheet, self._side = services, tasks, sheet, side
        self._session_id = ""
        self._offset = 0.0
        self._cues: Sequence[Cue] = ()
        self._stale = False
        self._shown: tuple[str, float | None] | None = None
        side.told.connect(self._told)
        side.heard.shown.connect(self._turned)
        sheet.editor.cursorPositionChanged.connect(self._show)

    def _told(self, view: SessionView) -> None:
        """Read again whenever anything of the session changed: it may be its transcript."""
        identity = view.session.id
        if identity != self._session_id:
            self._cues = ()
        self._session_id, self._offset = identity, view.session.video_offset or 0
        self._stale = True
        self._turned()

    def _turned(self) -> None:
        if self._side.heard.isVisible() and self._stale:
            self._stale = False
            self._read(self._session_id)
        self._show()

    def _read(self, identity: str) -> None:
        self._tasks.read(
            lambda: self._services.transcripts.cues(identity),
            lambda cues: self._took(identity, cues),
            lambda _gone: None,
        )

    def _took(self, session_id: str, cues: Sequence[Cue]) -> None:
        if session_id == self._session_id:
            self._cues, self._shown = cues, None
            self._show()

    def _show(self) -> None:
        document = self._sheet.document
        if not self._side.heard.isVisible() or document is None:
            self._shown = None
            return
        number = self._sheet.editor.textCursor().blockNumber()
        rows = document.rows()
        if document.session_id != self._session_id or number >= len(rows):
            return
        row = rows[number]
        facts = document.facts.get(row.id)
        second = self._sheet.moments.second(facts.written_at, facts.nudge)
        at = None if second is None else second + self._offset
        if self._shown != (row.id, at):
            self._shown = (row.id, at)
            self._side.heard.show_moment(self._cues, at)
