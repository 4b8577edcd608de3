"""Taking notes: lines, footnotes and pictures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.changes import ChangeSet
from confnotes.domain.citations import Cited, citations
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.domain.footnotes import Footnote, cited
from confnotes.domain.notes import MAX_DEPTH, Line, align
from confnotes.domain.rebasing import rebased
from confnotes.domain.text import stored, stored_line
from confnotes.services import files
from confnotes.services.base import Service
from confnotes.services.listing import conference_of, session_of, session_view
from confnotes.services.pictures import (
    NOTHING_SAID,
    PicturesSaid,
    copy_pictures,
    id_of_its_own,
    keep_picture,
    put_pictures,
)
from confnotes.services.views import NotesView, Saved
from confnotes.storage.writing import Writing

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class NotesService(Service):
    """What is written down in a session."""

    def view(self, session_id: str) -> NotesView:
        """Return the notes of a session; ConfnotesError session.gone (id)."""
        with self._notebook.reading() as unit:
            session = session_of(unit, session_id)
            lines = unit.all(Line, session_id=session_id)
            uses = unit.hanging(AttachmentUse, session_id)
            return NotesView(
                session_view(unit, session),
                lines,
                unit.all(Footnote, conference_id=session.conference_id),
                unit.all(Attachment, id={use.attachment_id for use in uses}),
                uses,
                frozenset(cited(unit.lists.citing(session.conference_id, session_id))),
            )

    def save(
        self,
        session_id: str,
        lines: Sequence[Line],
        footnotes: Sequence[Footnote] = (),
        pictures: PicturesSaid = NOTHING_SAID,
        *,
        base: Sequence[Line] | None = None,
        initiator: object = None,
    ) -> tuple[Saved, ChangeSet]:
        """Make the notes of a session just these lines, and keep these footnotes and pictures
        with them.

        Only what changed is written. With `base`, what the file held when one last looked, what
        others wrote since then stays where these lines do not change the same. A line that is
        gone stays as deleted and comes back with its id. An id that stands twice here, or is alive
        in another session (a line cut there, pasted here, and its cut undone), is one line's only:
        the other gets an id made from it, the same at each save. `Saved` has the given lines with
        the ids and texts that the file holds; they are the `base` of the next save. The file is
        read anew: NotebookError notebook.not_saved (path) when it holds something else.
        """
        wanted = tuple(_stored(line, session_id, position) for position, line in enumerate(lines))
        with self._change(initiator) as unit:
            session = session_of(unit, session_id)
            unit.past.notes_of = session_id
            given = [line.id for line in wanted]
            own, wanted, count = put_lines(unit, session_id, wanted, base)
            for footnote in footnotes:
                put_footnote(unit, replace(footnote, conference_id=session.conference_id))
            ids = dict(zip(reversed(given), (line.id for line in reversed(own)), strict=True))
            put_pictures(unit, session, ids, pictures)
        self._read_back(session_id, wanted)
        return Saved(session_id, unit.now, own, count), unit.changes

    def footnotes(self, conference_id: str) -> tuple[Footnote, ...]:
        """Return all footnotes of a conference, by key."""
        with self._notebook.reading() as unit:
            return unit.all(Footnote, conference_id=conference_id)

    def citations(self, conference_id: str) -> tuple[Cited, ...]:
        """Return all footnotes of a conference with where they are cited, unused ones last.

        ConfnotesError conference.gone (id).
        """
        with self._notebook.reading() as unit:
            return citations(unit.contents(conference_id))

    def put_footnote(self, footnote: Footnote, *, initiator: object = None) -> ChangeSet:
        """Keep a footnote.

        ConfnotesError footnote.bad_key (key), footnote.key_taken (key), conference.gone (id).
        """
        with self._change(initiator) as unit:
            put_footnote(unit, footnote)
        return unit.changes

    def delete_footnote(self, footnote_id: str, *, initiator: object = None) -> ChangeSet:
        """Delete a footnote; references to it in texts stay as they are."""
        with self._change(initiator) as unit:
            unit.delete(Footnote, footnote_id)
        return unit.changes

    def start_now(
        self, session_id: str, at: datetime | None, *, initiator: object = None
    ) -> ChangeSet:
        """Set the zero from which the moments of a session count (None: its planned start)."""
        with self._change(initiator) as unit:
            unit.put(replace(session_of(unit, session_id), started_at=at))
        return unit.changes

    def add_attachment(
        self,
        conference_id: str,
        data: bytes,
        media_type: str,
        name: str = "",
        *,
        initiator: object = None,
    ) -> tuple[Attachment, ChangeSet]:
        """Return the attachment with these bytes, kept once in a conference.

        The file is on the disk before the row that names it. ConfnotesError attachment.empty
        (name), NotebookError when the folder cannot be written.
        """
        with self._change(initiator) as unit:
            attachment = keep_picture(
                unit, self._notebook.attachments, conference_id, data, media_type, name
            )
        return attachment, unit.changes

    def add_picture(
        self,
        session_id: str,
        use: AttachmentUse,
        data: bytes,
        media_type: str,
        name: str = "",
        *,
        initiator: object = None,
    ) -> tuple[Attachment, ChangeSet]:
        """Return the attachment with these bytes, which stands at `use.line_id` from now on.

        Of a line that the file does not have only the attachment is kept: `save` brings the rest.
        Errors as `add_attachment` has them, and session.gone (id).
        """
        with self._change(initiator) as unit:
            session = session_of(unit, session_id)
            attachment = keep_picture(
                unit, self._notebook.attachments, session.conference_id, data, media_type, name
            )
            if use.line_id in unit.lists.first_moments([use.line_id or ""]):
                unit.put(replace(use, attachment_id=attachment.id))
        return attachment, unit.changes

    def put_use(self, use: AttachmentUse, *, initiator: object = None) -> ChangeSet:
        """Keep where and how an attachment stands; ConfnotesError attachment.gone (id)."""
        with self._change(initiator) as unit:
            if unit.get(Attachment, use.attachment_id) is None:
                raise ConfnotesError("attachment.gone", id=use.attachment_id)
            unit.put(use)
        return unit.changes

    def attachment_path(self, attachment: Attachment) -> Path:
        """Return where the bytes of an attachment lie."""
        return self._notebook.attachments / files.file_name(attachment)

    def _read_back(self, session_id: str, wanted: Sequence[Line]) -> None:
        with self._notebook.reading() as unit:
            lines = unit.all(Line, session_id=session_id)
        if [_content(line) for line in lines] != [_content(line) for line in wanted]:
            raise NotebookError("notebook.not_saved", path=str(self._notebook.path))


def put_lines(
    unit: Writing, session_id: str, given: Sequence[Line], base: Sequence[Line] | None = None
) -> tuple[tuple[Line, ...], tuple[Line, ...], int]:
    """Make a session's lines just these, in stored form and with their places, and what others
    did since the file held `base`; return them with the ids they have now, all lines there are
    now, and how many changed."""
    in_file = unit.all(Line, session_id=session_id)
    wanted = own = _with_ids_of_their_own(unit, session_id, in_file, given)
    if base is not None:
        all_lines = rebased(base, in_file, own)
        wanted = tuple(
            line if line.position == n else replace(line, position=n)
            for n, line in enumerate(all_lines)
        )
    changes = align(in_file, wanted)
    for identity in changes.removed:
        unit.delete(Line, identity)
    _add(unit, changes.added)
    unit.put(*changes.changed)
    copy_pictures(unit, {new.id: old.id for old, new in zip(given, own, strict=True)})
    return own, wanted, len(changes.added) + len(changes.changed) + len(changes.removed)


def _stored(line: Line, session_id: str, position: int) -> Line:
    return replace(
        line,
        session_id=session_id,
        position=position,
        text=stored_line(line.text),
        gist=stored(line.gist),
        answer=stored(line.answer),
        tags=tuple(map(stored_line, line.tags)),
        depth=min(max(line.depth, 0), MAX_DEPTH),
    )


def _add(unit: Writing, added: Sequence[Line]) -> None:
    """Keep lines new to their session; those that were there before, deleted or elsewhere, keep
    their first moment."""
    known = unit.lists.first_moments([line.id for line in added])
    unit.insert([line for line in added if line.id not in known])
    unit.put(
        *(
            replace(line, written_at=known[line.id] or line.written_at)
            for line in added
            if line.id in known
        )
    )


def _with_ids_of_their_own(
    unit: Writing, session_id: str, in_file: Sequence[Line], lines: Sequence[Line]
) -> tuple[Line, ...]:
    here, given = {line.id for line in in_file}, {line.id for line in lines}
    elsewhere = unit.lists.alive_elsewhere(given - here, session_id)
    seen: Counter[str] = Counter()
    out = []
    for line in lines:
        seen[line.id] += 1
        if line.id in elsewhere or seen[line.id] > 1:
            # What was made for it at another save may be a line here by now, brought back say.
            while (made := id_of_its_own(line.id, session_id, seen[line.id])) in given:
                seen[line.id] += 1
            line = replace(line, id=made)  # noqa: PLW2901 (the same line, under its own id)
        out.append(line)
    return tuple(out)


def _content(line: Line) -> Line:
    """Return the line without the one thing that the file knows better: its first moment."""
    return replace(line, written_at=None)


def put_footnote(unit: Writing, footnote: Footnote) -> None:
    """Keep a footnote; ConfnotesError footnote.bad_key, footnote.key_taken, conference.gone."""
    if not _KEY.fullmatch(footnote.key):
        raise ConfnotesError("footnote.bad_key", key=footnote.key)
    conference_of(unit, footnote.conference_id)
    same = unit.all(Footnote, conference_id=footnote.conference_id, key=footnote.key)
    if any(one.id != footnote.id for one in same):
        raise ConfnotesError("footnote.key_taken", key=footnote.key)
    unit.put(replace(footnote, text=stored(footnote.text)))
