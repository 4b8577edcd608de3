"""One session's notes as Markdown, for the team's chat."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.report.chat import Shown, Talk, tell
from confnotes.report.targets.github import GITHUB
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from confnotes.services.base import Service
from confnotes.services.hub import Hub
from confnotes.services.listing import session_of, session_view
from confnotes.services.notebook import Notebook
from confnotes.services.views import Copied, SpeakerView


class ChatService(Service):
    """Notes for colleagues, at any time."""

    def __init__(
        self, notebook: Notebook, hub: Hub, wording: Mapping[Language, Mapping[str, Any]]
    ) -> None:
        super().__init__(notebook, hub)
        self._wording = wording

    def session(
        self,
        session_id: str,
        lines: Sequence[Line],
        footnotes: Iterable[Footnote],
        language: Language,
        *,
        chosen: Iterable[str] | None = None,
        when: str = "",
    ) -> Copied:
        """Return a session's notes (or the `chosen` lines of them) with its facts as Markdown.

        `lines` and `footnotes` are what one sees, saved or not; `when` is the time as shown.
        Lines for the company stay in, private ones never leave. ConfnotesError session.gone (id).
        """
        with self._notebook.reading() as unit:
            session = session_of(unit, session_id)
            view = session_view(unit, session)
            uses = unit.all(AttachmentUse, line_id=[line.id for line in lines])
            files = unit.all(Attachment, id={use.attachment_id for use in uses})
        wording = Wording(self._wording[language])
        talk = Talk(
            session,
            tuple(_named(speaker, wording) for speaker in view.speakers),
            when,
            view.links,
            _pictures(uses, files),
        )
        told = tell(talk, lines, chosen, footnotes, wording, language)
        return Copied(write(told.document, GITHUB, wording), told.lines, told.private)


def _named(speaker: SpeakerView, wording: Wording) -> str:
    if not speaker.affiliation:
        return speaker.name
    return wording.words("session.person", name=speaker.name, affiliation=speaker.affiliation)


def _pictures(
    uses: Iterable[AttachmentUse], files: Iterable[Attachment]
) -> dict[str, tuple[Shown, ...]]:
    by_id = {one.id: one for one in files if one.audience is not Audience.PRIVATE}
    out: dict[str, tuple[Shown, ...]] = {}
    for use in sorted(uses, key=lambda use: use.position):
        found = by_id.get(use.attachment_id)
        if found is not None and use.line_id is not None:
            shown = Shown(found.name or found.media_type, use.caption or use.alternative)
            out[use.line_id] = (*out.get(use.line_id, ()), shown)
    return out
