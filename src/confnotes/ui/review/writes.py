"""What one says of a session in Review, on its way to the file."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject

from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Attendance
from confnotes.domain.session import Link
from confnotes.domain.tags import parse_tags
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.review import TextField
from confnotes.ui.review.session_form import SessionForm
from confnotes.ui.review.table_model import ReviewModel
from confnotes.ui.shell.insist import Insistent


class SessionWrites(QObject):
    """One write each, tried again until the file has it."""

    def __init__(
        self, services: Services, writes: Insistent, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._writes = services, writes

    def follow(self, form: SessionForm, table: ReviewModel) -> None:
        """Keep what is said in the form and in the table."""
        for source in (table, form):
            source.rated.connect(self.rate)
            source.recommended.connect(self.recommend)
            source.reviewed.connect(self.review)
        form.tagged.connect(self.tag)
        form.attended.connect(self.attend)
        form.text_written.connect(self.write)
        form.version_written.connect(self.write_version)
        form.link_put.connect(self.put_link)
        form.link_removed.connect(self.remove_link)

    def rate(self, session_id: str, rating: int | None) -> None:
        """Keep the stars (None: none)."""
        self._do(lambda: self._services.review.rate(session_id, rating))

    def recommend(self, session_id: str, on: bool) -> None:
        """Keep whether it is recommended."""
        self._do(lambda: self._services.review.recommend(session_id, on))

    def review(self, session_id: str, on: bool) -> None:
        """Keep whether it was looked through."""
        self._do(lambda: self._services.review.set_reviewed(session_id, on))

    def tag(self, session_id: str, tags: str) -> None:
        """Keep the tags, given as one line."""
        self._do(lambda: self._services.review.set_tags(session_id, parse_tags(tags)), words=tags)

    def attend(self, session_id: str, attendance: Attendance) -> None:
        """Keep whether one was there."""
        self._do(lambda: self._choose(session_id, attendance=attendance))

    def write(self, session_id: str, field: str, text: str) -> None:
        """Keep summary, takeaway, heading or reason."""
        about = session_id, field
        if field == "reason":
            self._do(lambda: self._choose(session_id, reason=text), about, text)
        else:
            known = cast("TextField", field)  # set_text refuses what is none
            self._do(lambda: self._services.review.set_text(session_id, known, text), about, text)

    def _choose(self, session_id: str, **values: object) -> ChangeSet:
        """Change one fact of the choice: the others as they are by now, not as they were shown."""
        programme = self._services.programme
        choice = programme.session(session_id).session.choice
        return programme.choose_session(
            session_id,
            replace(choice, **values),  # type: ignore[arg-type]  # names of this class's own
        )

    def write_version(
        self, session_id: str, field: str, language: Language, text: str, original: str
    ) -> None:
        """Keep a text's second version."""

        def change() -> ChangeSet:
            conference = self._services.programme.session(session_id).session.conference_id
            return self._services.review.set_version(
                conference, session_id, field, language, text, original
            )

        self._do(change, (session_id, field, language), text)

    def put_link(self, link: Link) -> None:
        """Keep a link."""
        self._do(lambda: self._services.review.put_link(link), words=f"{link.label} {link.url}")

    def remove_link(self, link_id: str) -> None:
        """Delete a link."""
        self._do(lambda: self._services.review.delete_link(link_id))

    def _do(self, change: Callable[[], ChangeSet], about: Hashable = None, words: str = "") -> None:
        self._writes.write(change, about=about, words=words)
