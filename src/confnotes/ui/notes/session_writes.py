"""What one says of a session beside its notes: stars, choice, texts, links. One write each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from PySide6.QtCore import QObject, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.footnotes import Footnote
from confnotes.domain.session import Link, SessionKind
from confnotes.services.bundle import Services
from confnotes.services.review import TextField
from confnotes.services.views import SessionView
from confnotes.ui.notes.session_panel import SessionPanel
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks

_CHOSEN = frozenset({"attendance", "reason", "watch_later"})
"""What is said of a session that its choice holds."""


@dataclass(frozen=True, eq=False, slots=True)
class _Said:
    """A value on its way to the file."""

    value: object


class SessionWrites(QObject):
    """Hands writes about the open session to the writing thread, in order; what the file would
    not take is tried again. `saved` tells that one is in the file, `failed` why it is not."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.session_id = ""
        self._said: dict[tuple[str, str], _Said] = {}
        self.insistent = Insistent(tasks, self)
        self.insistent.done.connect(lambda _changes: self.saved.emit(services.notebook.clock()))
        self.insistent.failed.connect(self.failed)

    def follow(self, panel: SessionPanel) -> None:
        """Keep what is said in the session's tab."""
        panel.newest = self.newest
        panel.text_changed.connect(self.set_text)
        panel.choice_changed.connect(self.choose)
        panel.link_changed.connect(self.put_link)
        panel.link_deleted.connect(self.delete_link)

    def newest(self, view: SessionView) -> SessionView:
        """Return a session with what is said of it here and not in the file yet."""
        session = view.session
        for (identity, field), said in self._said.items():
            if identity == session.id and field in _CHOSEN:
                # Fields by their names, as for the session's own below.
                choice = replace(session.choice, **{field: said.value})  # type: ignore[arg-type]
                session = replace(session, choice=choice)
            elif identity == session.id:
                session = replace(session, **{field: said.value})  # type: ignore[arg-type]
        return replace(view, session=session)

    def _say(self, field: str, value: object, call: Callable[[str], ChangeSet]) -> None:
        """Keep one field's value, and show it as said until the file has it."""
        identity, said = self.session_id, _Said(value)
        if not identity:
            return

        def after() -> None:
            if self._said.get((identity, field)) is said:
                del self._said[identity, field]

        self._said[identity, field] = said
        words = value if isinstance(value, str) else ""
        self.insistent.write(lambda: call(identity), after, about=(identity, field), words=words)

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

    def choose(self, field: str, value: object) -> None:
        """Keep one field of the choice: the others as they are by then, not as they were shown."""
        programme = self._services.programme

        def change(identity: str) -> ChangeSet:
            choice = programme.session(identity).session.choice
            chosen = replace(choice, **{field: value})  # type: ignore[arg-type]  # by its name
            return programme.choose_session(identity, chosen)

        self._say(field, value, change)

    def set_text(self, field: str, text: str) -> None:
        """Keep summary or takeaway."""
        known = cast("TextField", field)  # set_text refuses what is none
        self._say(field, text, lambda i: self._services.review.set_text(i, known, text))

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
