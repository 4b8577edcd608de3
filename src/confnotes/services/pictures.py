"""Pictures: how one comes in, and how it goes along with a line, whatever that is called by now."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.picture_sizes import pixels
from confnotes.domain.session import Session
from confnotes.domain.text import stored_line
from confnotes.services import files
from confnotes.services.listing import conference_of
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class PicturesSaid:
    """What a save brings beside lines: uses that came with new or pasted lines (kept where the
    file has none of that id), and uses of which the alternative text is new."""

    made: tuple[AttachmentUse, ...] = ()
    reworded: tuple[AttachmentUse, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.made or self.reworded)


NOTHING_SAID = PicturesSaid()


def keep_picture(
    unit: Writing, folder: Path, conference_id: str, data: bytes, media_type: str, name: str
) -> Attachment:
    """Return the attachment with these bytes, kept once in a conference, its file in `folder`.

    The file is on the disk before the row that names it. ConfnotesError attachment.empty (name),
    conference.gone (id), NotebookError when the folder cannot be written.
    """
    if not data:
        raise ConfnotesError("attachment.empty", name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    conference_of(unit, conference_id)
    there = unit.all(Attachment, conference_id=conference_id, sha256=sha256)
    if there:
        attachment = there[0]
    else:
        width, height = pixels(data)
        name = stored_line(name)
        attachment = Attachment(
            new_id(), conference_id, sha256, media_type, len(data), name, width, height
        )
    files.keep(folder / files.file_name(attachment), data)
    unit.put(attachment)
    return attachment


def id_of_its_own(identity: str, session_id: str, count: int = 1) -> str:
    """Return the id under which a session keeps what has an id that is another's already."""
    return str(uuid5(NAMESPACE_OID, f"{identity}/{session_id}/{count}"))


def put_pictures(
    unit: Writing, session: Session, line_ids: Mapping[str, str], said: PicturesSaid
) -> None:
    """Keep what was said of pictures. `line_ids` are the lines of the session: what each was
    given as, and as what the file has it. What stands at no line of them is passed over."""
    for use in (*said.made, *said.reworded):
        line_id = line_ids.get(use.line_id or "")
        if line_id is None:
            continue
        mine = use
        if line_id != use.line_id:
            mine = replace(use, id=id_of_its_own(use.id, line_id), line_id=line_id)
        known = unit.get(AttachmentUse, mine.id)
        if known is not None and use in said.reworded:
            unit.put(replace(known, alternative=use.alternative))
        elif known is None and use in said.made and _is_of(unit, use, session.conference_id):
            unit.put(mine)


def _is_of(unit: Writing, use: AttachmentUse, conference_id: str) -> bool:
    attachment = unit.get(Attachment, use.attachment_id)
    return attachment is not None and attachment.conference_id == conference_id


def copy_pictures(unit: Writing, lines: Mapping[str, str]) -> None:
    """Give lines that became lines of their own (id: what it was before) the pictures of the line
    they were."""
    became = {new: old for new, old in lines.items() if new != old}
    if not became:
        return
    there = {use.line_id for use in unit.all(AttachmentUse, line_id=list(became))}
    uses = unit.all(AttachmentUse, line_id=list(became.values()))
    for new, old in became.items():
        for use in uses if new not in there else ():
            if use.line_id == old:
                unit.put(replace(use, id=id_of_its_own(use.id, new), line_id=new))
