"""Bringing in photos: read without touching anything, matched, and attached once approved.

Reading and keeping the bytes of hundreds of photos takes its time, so both are done file by file
on any thread, and can be given up between two. What is written into the notes is one transaction.
"""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from confnotes.domain.attachments import MAX_BYTES, Attachment, AttachmentUse
from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.placing import place, slot_of
from confnotes.domain.text import stored_line
from confnotes.media import photo as media
from confnotes.media.apart import rest
from confnotes.services import files
from confnotes.services.base import Service
from confnotes.services.listing import conference_of, programme_view, session_of
from confnotes.services.notes import put_lines
from confnotes.services.photo_views import (
    AttachedPhotos,
    Kept,
    Listed,
    Photo,
    PhotoPlan,
    Placement,
)
from confnotes.services.pictures import id_of_its_own
from confnotes.storage.writing import Writing

MOST = 5_000
"""So many photos are taken at once."""
_ENDINGS = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".hif", ".mpo"})
_JPEG = "image/jpeg"


class PhotoService(Service):
    """Photos on their way into the notes."""

    def find(self, given: Iterable[Path]) -> Listed:
        """Return the photos in folders, all the way down, and the files named themselves.

        Hidden files are passed over, and links to folders are not followed (they may lead round).
        ConfnotesError photo.cannot_read (name, detail) for a folder that cannot be opened.
        """
        found: dict[Path, None] = {}
        others = 0
        for path in given:
            if not path.is_dir():
                found[path] = None
                continue
            for file in _below(path):
                if file.suffix.lower() in _ENDINGS:
                    found[file] = None
                else:
                    others += 1
        return Listed(tuple(found)[:MOST], others, more=len(found) > MOST)

    def read(self, path: Path, room: tuple[int, int]) -> Photo:
        """Return what a photo's file says, with a small picture that covers `room` (pixels).

        ConfnotesError photo.cannot_read (name, detail), and what `media.photo.read` has.
        """
        name = stored_line(path.name)
        data = _bytes(path, name)
        found = media.read(data, name, room)
        return Photo(
            path,
            name,
            hashlib.sha256(data).hexdigest(),
            found.media_type,
            len(data),
            found.width,
            found.height,
            found.taken,
            found.camera,
            found.small,
        )

    def shrunk(self, photo: Photo, room: tuple[int, int]) -> media.Small:
        """Return a photo upright and scaled down into `room`; errors as `read` has them."""
        return media.shrunk(_bytes(photo.path, photo.name), photo.name, room)

    def plan(self, conference_id: str) -> PhotoPlan:
        """Return what photos are matched with; ConfnotesError conference.gone (id)."""
        with self._notebook.reading() as unit:
            conference = conference_of(unit, conference_id)
            view = programme_view(unit, conference_id)
            by_session: dict[str, list[Line]] = defaultdict(list)
            for line in unit.within(Line, conference_id):
                if line.session_id in view.by_id:
                    by_session[line.session_id].append(line)
            attachments = unit.all(Attachment, conference_id=conference_id)
            uses = unit.within(AttachmentUse, conference_id)
        lines = {one: tuple(_in_order(some)) for one, some in by_session.items()}
        where = {line.id: one for one, some in lines.items() for line in some}
        shown = {use.attachment_id: where[use.line_id] for use in uses if use.line_id in where}
        attached = {
            one.sha256: shown[identity]
            for one in attachments
            for identity in (one.id, _shown_id(one.id))
            if identity in shown
        }
        slots = (
            slot_of(one.session, lines.get(one.session.id, ()), attended=one.attended)
            for one in view.sessions
        )
        return PhotoPlan(
            conference,
            view.sessions,
            tuple(slot for slot in slots if slot is not None),
            lines,
            attached,
        )

    def keep(self, photo: Photo) -> Kept:
        """Put the bytes of a photo beside the notebook, as they are, on the disk before this
        returns; one that cannot be shown everywhere (HEIC) gets a JPEG beside it.

        ConfnotesError photo.changed (name) when the file is another by now, photo.cannot_read
        (name, detail), photo.damaged (name); NotebookError notebook.cannot_keep_file.
        """
        data = _bytes(photo.path, photo.name)
        if hashlib.sha256(data).hexdigest() != photo.sha256:
            raise ConfnotesError("photo.changed", name=photo.name)
        fresh = self._put(photo.sha256, photo.media_type, data)
        if photo.media_type != media.HEIC:
            return Kept(photo, fresh=fresh)
        picture, width, height = media.as_jpeg(data, photo.name)
        sha256 = hashlib.sha256(picture).hexdigest()
        fresh |= self._put(sha256, _JPEG, picture)
        return Kept(photo, (sha256, len(picture), width, height), fresh)

    def _put(self, sha256: str, media_type: str, data: bytes) -> frozenset[Path]:
        """Keep bytes under their name; return the path when nothing was there before."""
        path = self._notebook.attachments / files.stored_name(sha256, media_type)
        known = path.exists()
        files.keep(path, data)
        return frozenset() if known else frozenset({path})

    def rest(self) -> None:
        """End the processes that read HEIC, where there are any."""
        rest()

    def give_up(self, kept: Iterable[Kept]) -> None:
        """Remove the files of photos that were kept and then not attached, but for those that
        something in the notebook names by now."""
        with self._notebook.writing() as unit:  # nobody can name one of them meanwhile
            for path in {path for one in kept for path in one.fresh}:
                if not unit.all(Attachment, sha256=path.stem):
                    path.unlink(missing_ok=True)

    def attach(
        self, conference_id: str, placements: Sequence[Placement], *, initiator: object = None
    ) -> tuple[AttachedPhotos, ChangeSet]:
        """Put photos into the notes: each as a line of its own in its session, after the line
        written before it, at the moment it was taken. All of them, or none.

        ConfnotesError conference.gone (id), session.gone (id), session.other_conference.
        """
        by_session: dict[str, list[Placement]] = defaultdict(list)
        for one in placements:
            by_session[one.session_id].append(one)
        made: list[Line] = []
        said: dict[str, str] = {}
        with self._change(initiator) as unit:
            unit.past.keep = True  # what the notes were before is found in their history
            conference_of(unit, conference_id)
            for session_id, some in by_session.items():
                if session_of(unit, session_id).conference_id != conference_id:
                    raise ConfnotesError("session.other_conference")
                uses = self._attach(unit, conference_id, session_id, some)
                made += [line for line, _ in uses]
                said |= {line.id: use.alternative for line, use in uses}
        return AttachedPhotos(conference_id, tuple(made), said), unit.changes

    def _attach(
        self, unit: Writing, conference_id: str, session_id: str, placements: Sequence[Placement]
    ) -> list[tuple[Line, AttachmentUse]]:
        lines = _in_order(unit.all(Line, session_id=session_id))
        made: list[tuple[Line, AttachmentUse]] = []
        last: dict[str | None, str] = {}  # photos after one line stand there in their order
        for one in sorted(placements, key=_moment):
            after = last.get(one.after, one.after) if one.after is not None else None
            at, depth = place(lines, one.at, after)
            caption = stored_line(one.caption).strip()
            line = Line(new_id(), session_id, at, caption, depth, LineKind.IMAGE, written_at=one.at)
            lines.insert(at, line)
            if one.after is not None:
                last[one.after] = line.id
            attachment = self._row(unit, conference_id, one)
            alternative = stored_line(one.alternative).strip()
            use = AttachmentUse(new_id(), attachment.id, line_id=line.id, alternative=alternative)
            made.append((line, use))
        put_lines(unit, session_id, _numbered(lines))
        unit.put(*(use for _, use in made))
        return made

    def _row(self, unit: Writing, conference_id: str, placement: Placement) -> Attachment:
        """Return the attachment that is shown: the photo's own, or the JPEG made of it."""
        photo, shown = placement.kept.photo, placement.kept.shown
        there = unit.all(Attachment, conference_id=conference_id, sha256=photo.sha256)
        original = next(iter(there), None) or Attachment(
            new_id(),
            conference_id,
            photo.sha256,
            photo.media_type,
            photo.size,
            photo.name,
            photo.width,
            photo.height,
            placement.at,
        )
        unit.put(original)
        if shown is None:
            return original
        sha256, size, width, height = shown
        picture = Attachment(
            _shown_id(original.id),
            conference_id,
            sha256,
            _JPEG,
            size,
            f"{photo.path.stem}.jpg",
            width,
            height,
            placement.at,
        )
        unit.put(picture)
        return picture

    def take_back(
        self, attached: AttachedPhotos, *, initiator: object = None
    ) -> tuple[int, ChangeSet]:
        """Take an approval back; return how many photos stay.

        What was written since is one's own: a photo whose caption, mark or alternative text was
        changed stays, and so does one that has moved to another session. Its file stays too, so
        that the history can show it.
        """
        stayed = 0
        with self._change(initiator) as unit:
            unit.past.keep = True
            by_session: dict[str, list[Line]] = defaultdict(list)
            for line in attached.lines:
                by_session[line.session_id].append(line)
            for session_id, lines in by_session.items():
                now = {line.id: line for line in unit.all(Line, session_id=session_id)}
                uses = unit.hanging(AttachmentUse, session_id)
                words = {use.line_id: use.alternative for use in uses}
                going = {
                    line.id
                    for line in lines
                    if line.id in now
                    and _same(now[line.id], line)
                    and words.get(line.id, "") == attached.alternatives.get(line.id, "")
                }
                stayed += sum(
                    line.id not in going and unit.get(Line, line.id) is not None for line in lines
                )
                left = [line for line in _in_order(now.values()) if line.id not in going]
                if going:
                    put_lines(unit, session_id, _numbered(left))
        return stayed, unit.changes


def _in_order(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.position)


def _numbered(lines: Iterable[Line]) -> list[Line]:
    return [replace(line, position=number) for number, line in enumerate(lines)]


def _same(here: Line, made: Line) -> bool:
    """Return whether a line still says just what came with the photo, wherever it stands now."""
    return replace(here, position=made.position, depth=made.depth) == made


def _moment(placement: Placement) -> tuple[float, str]:
    at = placement.at
    return (at.timestamp() if at is not None else float("inf")), placement.kept.photo.name


def _shown_id(attachment_id: str) -> str:
    """Return the id of the JPEG that stands for an original that cannot be shown everywhere."""
    return id_of_its_own(attachment_id, "jpeg")


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        detail = getattr(error, "strerror", None) or str(error)
        raise ConfnotesError("photo.cannot_read", name=name, detail=detail) from error


def _below(folder: Path) -> list[Path]:
    """Return all files below a folder, in the order of their names."""
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        if Path(error.filename or "") == folder:
            detail = error.strerror or str(error)
            name = stored_line(folder.name)
            raise ConfnotesError("photo.cannot_read", name=name, detail=detail) from error

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        found += [Path(root, one) for one in sorted(names) if not one.startswith(".")]
    return found
