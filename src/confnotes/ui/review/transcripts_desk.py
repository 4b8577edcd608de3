"""Transcripts between the notebook and Review: read off the GUI thread, taken, taken back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.transcripts import Cue, Transcript, kept_cues
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.review.queue_desk import QueueDesk
from confnotes.ui.review.transcript_row import TranscriptRow
from confnotes.ui.shell.tasks import Tasks


class TranscriptsDesk(QObject):
    """Serves the row in the form and the queue's panel. `saved` tells that something is in the
    file, `failed` why it is not."""

    saved = Signal()
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        row: TranscriptRow,
        queue: QueueDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._row, self._queue = services, tasks, row, queue
        queue.said_asked.connect(self._ask)
        self._view: SessionView | None = None
        self._kept: Transcript | None = None
        self._before: Transcript | None = None
        row.file_chosen.connect(self._take_file)
        row.pasted.connect(self._take_text)
        row.removed.connect(self._remove)
        row.taken_back.connect(self._take_back)
        row.begins_given.connect(self._begin)

    def show_session(self, view: SessionView) -> None:
        """Show the transcript of a session; what went before in another one stays gone."""
        known = self._view
        if known is None or known.session.id != view.session.id:
            self._row.flush()
            self._kept = self._before = None
        self._view = view
        self._show()
        self._ask(view.session.id)

    def _ask(self, session_id: str) -> None:
        """Read what was being said in a session."""
        self._tasks.read(
            lambda: self._services.transcripts.kept(session_id),
            lambda kept: self._took(session_id, kept),
            lambda _gone: None,
        )

    def _took(self, session_id: str, kept: Transcript | None) -> None:
        cues = () if kept is None else kept_cues(kept.cues)
        if self._view is not None and self._view.session.id == session_id:
            self._kept = kept
            self._show(cues)
        self._queue.take_said(session_id, cues)

    def _show(self, cues: tuple[Cue, ...] | None = None) -> None:
        if self._view is None:
            return
        kept = self._kept
        if cues is None:
            cues = () if kept is None else kept_cues(kept.cues)
        self._row.show_transcript(
            "" if kept is None else kept.name,
            len(cues),
            cues[-1].end if cues else 0,
            self._view.session.video_offset,
            back=self._before is not None,
        )

    def _take_file(self, path: Path) -> None:
        self._change(lambda one: self._services.transcripts.take_file(one, path))

    def _take_text(self, text: str) -> None:
        name = self.tr("The clipboard")
        self._change(lambda one: self._services.transcripts.take_text(one, text, name))

    def _remove(self) -> None:
        self._change(self._services.transcripts.delete)

    def _take_back(self) -> None:
        before = self._before
        if before is not None:
            self._change(lambda _one: self._services.transcripts.put_back(before), keep=False)

    def _begin(self, second: float) -> None:
        self._change(lambda one: self._services.queue.set_video_offset(one, second), keep=None)

    def _change(self, change: Callable[[str], ChangeSet], *, keep: bool | None = True) -> None:
        """Do a change to the session shown. `keep`: what was there can be brought back (False: it
        just was, None: nothing of it changes)."""
        if self._view is None:
            return
        session_id, before = self._view.session.id, self._kept

        def done(_changes: ChangeSet) -> None:
            if keep is not None and self._view is not None:
                same = self._view.session.id == session_id
                self._before = before if keep and same else None
            self.saved.emit()
            self._ask(session_id)

        self._tasks.write(lambda: change(session_id), done, self.failed.emit)
