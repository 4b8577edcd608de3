"""The files beside a notebook: named by their SHA-256, written once, never changed."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from confnotes.domain.attachments import EXTENSIONS, Attachment
from confnotes.domain.errors import NotebookError


def file_name(attachment: Attachment) -> str:
    """Return `<sha256>.<extension of its type>`; nothing of it comes from a person's file name."""
    return stored_name(attachment.sha256, attachment.media_type)


def stored_name(sha256: str, media_type: str) -> str:
    """Return the name of the file with that hash and type."""
    return f"{sha256}.{EXTENSIONS.get(media_type, 'bin')}"


def keep(path: Path, data: bytes) -> None:
    """Put the bytes at `path`, on the disk before this returns; there already: left as they are.

    NotebookError notebook.cannot_keep_file (path, detail).
    """
    try:
        if path.is_file() and path.stat().st_size == len(data):
            return
        path.parent.mkdir(exist_ok=True)
        write_synced(path, data)
    except OSError as error:
        raise NotebookError(
            "notebook.cannot_keep_file", path=str(path), detail=error.strerror or str(error)
        ) from error


def write_synced(path: Path, data: bytes) -> None:
    """Put the bytes at `path` at once: never half of them, and on the disk. OSError passes.

    The half-written file has a name nobody can have used, and is never one that was there.
    """
    half = path.with_name(f".{uuid4().hex}.part")
    try:
        with half.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure the entries of a folder are on the disk, where the system can."""
    with suppress(PermissionError, IsADirectoryError):  # Windows cannot open folders
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; OSError passes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
