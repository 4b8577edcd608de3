"""A whole conference as one JSON file with its attachments beside it, out and in again."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from confnotes.domain.attachments import Attachment
from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Shelf
from confnotes.domain.errors import DumpError
from confnotes.services import files
from confnotes.services.base import Service
from confnotes.services.dumpfile import read_dump
from confnotes.services.shelves import trashed
from confnotes.storage import loading
from confnotes.storage.tree import FORMAT

_HEAD_BYTES = 200
_BEGINS = re.compile(rb'\s*\{\s*"format"\s*:\s*"%b"' % FORMAT.encode())


class ExchangeService(Service):
    """Dump and load."""

    def dump(self, conference_id: str, out: Path) -> tuple[Path, int]:
        """Return (the file written, the attachments beside it); the same notebook, the same bytes.

        The attachments are in place before the file that names them. DumpError
        dump.folder_missing (path), dump.is_folder (path), dump.not_ours (path),
        dump.attachment_lost (file), dump.cannot_write (path, detail).
        """
        out = out.absolute()
        self._check_target(out)
        with self._notebook.reading() as unit:
            tree = unit.dump(conference_id)
            attachments = unit.within(Attachment, conference_id)
        text = json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        try:
            for attachment in attachments:
                self._hand_over(attachment, files_beside(out))
            files.write_synced(out, text.encode())
        except OSError as error:
            detail = error.strerror or str(error)
            raise DumpError("dump.cannot_write", path=str(out), detail=detail) from error
        return out, len(attachments)

    def load(self, path: Path, *, initiator: object = None) -> tuple[str, ChangeSet]:
        """Return the id of the conference that a dump brought in: all of it, or nothing.

        DumpError as `dumpfile.read_dump` and `storage.loading` have it, and
        dump.attachment_missing (place, file), dump.attachment_changed (place, file).
        """
        path = path.absolute()
        loaded = loading.unfold(read_dump(path))
        attachments = [_found(path, row) for row in loaded.of("attachment")]
        made: list[Path] = []
        try:
            with self._change(initiator) as unit:
                unit.take_in(loaded)
                for source, name in attachments:
                    target = self._notebook.attachments / name
                    if not target.exists():
                        made.append(target)
                    files.keep(target, _bytes_of(source, name))
        except BaseException:
            for file in made:
                file.unlink(missing_ok=True)
            raise
        return loaded.conference_id, unit.changes

    def session_objects(self, conference_id: str) -> Iterator[dict[str, Any]]:
        """Yield the sessions of a conference just as its dump has them; of those in the trash
        none."""
        with self._notebook.reading() as unit:
            for one in unit.session_objects(conference_id):
                if one.get("shelf") != Shelf.TRASHED:
                    yield one

    def conference_objects(self) -> Iterator[dict[str, Any]]:
        """Yield each conference's own columns as its dump has them, the one begun last first; of
        those in the trash none."""
        with self._notebook.reading() as unit:
            away = trashed(unit)
            for one in unit.conference_objects():
                if one["id"] not in away:
                    yield one

    def _check_target(self, out: Path) -> None:
        """Refuse to write over what is no dump: a notebook, for one."""
        if not out.parent.is_dir():
            raise DumpError("dump.folder_missing", path=str(out), folder=str(out.parent))
        if out.is_dir():
            raise DumpError("dump.is_folder", path=str(out))
        # Asked of the path first: to open and close the notebook itself would free its locks.
        if out.exists() and (out.samefile(self._notebook.path) or not _is_dump(out)):
            raise DumpError("dump.not_ours", path=str(out))

    def _hand_over(self, attachment: Attachment, folder: Path) -> None:
        name = files.file_name(attachment)
        source, target = self._notebook.attachments / name, folder / name
        if target.exists() and files.sha256_of(target) == attachment.sha256:
            return
        if not source.is_file() or files.sha256_of(source) != attachment.sha256:
            raise DumpError("dump.attachment_lost", file=str(source))
        folder.mkdir(exist_ok=True)
        files.write_synced(target, source.read_bytes())


def files_beside(path: Path) -> Path:
    """Return the folder of a dump's attachments."""
    return path.with_name(f"{path.stem}.files")


def _bytes_of(source: Path, name: str) -> bytes:
    """Return the bytes, which were there a moment ago."""
    try:
        return source.read_bytes()
    except OSError as error:
        raise DumpError("dump.attachment_missing", place=name, file=str(source)) from error


def _is_dump(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return not head or _BEGINS.match(head) is not None


def _found(path: Path, row: loading.Placed) -> tuple[Path, str]:
    """Return where the bytes of an attachment are and what they are to be called.

    The name is made of the hash and the media type: nothing in a dump is ever used as a path.
    """
    values = row.values
    sha256 = str(values["sha256"])
    name = files.stored_name(sha256, str(values["media_type"]))
    source = files_beside(path) / name
    try:
        if not source.is_file():
            raise DumpError("dump.attachment_missing", place=row.place, file=str(source))
        if source.stat().st_size != values["size"] or files.sha256_of(source) != sha256:
            raise DumpError("dump.attachment_changed", place=row.place, file=str(source))
    except OSError as error:
        raise DumpError("dump.attachment_missing", place=row.place, file=str(source)) from error
    return source, name
