"""What one says of a session beside its notes: stars, choice, texts, links. One write each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Choice
from confnotes.domain.footnotes import Footnote
from confnotes.domain.session import Link, SessionKind
from confnotes.services.bundle import Services
from confnotes.ui.notes.session_panel import SessionPanel
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks


class SessionWrites(QObject):
    """Hands writes about the open session to the writing thread, in order; what the file would
    not take is tried again. `saved` tells that one is in the file, `failed` why it is not."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.session_id = ""
        self.insistent = Insistent(tasks, self)
        self.insistent.done.connect(lambda _changes: self.saved.emit(services.notebook.clock()))
        self.insistent.failed.connect(self.failed)

    def follow(self, panel: SessionPanel) -> None:
        """Keep what is said in the session's tab."""
        panel.text_changed.connect(self.set_text)
        panel.choice_changed.connect(self.choose)
        panel.link_changed.connect(self.put_link)
        panel.link_deleted.connect(self.delete_link)

    def _write(self, call: Callable[[str], ChangeSet], about: str, words: str = "") -> None:
        identity = self.session_id
        if identity:
            self.insistent.write(lambda: call(identity), about=(identity, about), words=words)

    def rate(self, rating: int | None) -> None:
        """Keep the stars (None: none)."""
        self._write(lambda i: self._services.review.rate(i, rating), "rating")

    def recommend(self, on: bool) -> None:
        """Keep whether it is recommended."""
        self._write(lambda i: self._services.review.recommend(i, on), "recommended")

    def start(self, at: datetime | None) -> None:
        """Move the zero of its moments."""
        self._write(lambda i: self._services.notes.start_now(i, at), "start")

    def choose(self, choice: Choice) -> None:
        """Keep intent, attendance, reason, watch later."""
        programme = self._services.programme
        self._write(lambda i: programme.choose_session(i, choice), "choice", choice.reason)

    def set_text(self, field: str, text: str) -> None:
        """Keep summary or takeaway."""
        review = self._services.review
        if field == "summary":
            self._write(lambda i: review.set_text(i, "summary", text), field, text)
        else:
            self._write(lambda i: review.set_text(i, "takeaway", text), field, text)

    def put_link(self, link: Link) -> None:
        """Keep a link."""
        self.insistent.write(
            lambda: self._services.review.put_link(link),
            words=f"{link.label} {link.url}",
        )

    def delete_link(self, link_id: str) -> None:
        """Delete a link."""
        self.insistent.write(lambda: self._services.review.delete_link(link_id))

    def delete_footnote(self, note: Footnote) -> None:
        """Delete a footnote."""
        self._tasks.write(lambda: self._services.notes.delete_footnote(note.id))

    def begin(
        self,
        conference_id: str,
        title: str,
        kind: SessionKind,
        start: str | None,
        done: Callable[[tuple[str, ChangeSet]], None],
    ) -> None:
        """Begin a session that no schedule has."""
        self._tasks.write(
            lambda: self._services.programme.add_session(conference_id, title, kind, start=start),
            done,
        )
