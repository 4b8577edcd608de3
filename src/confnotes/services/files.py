"""The files beside a notebook: named by their SHA-256, written once, never changed."""

import hashlib
import os
import struct
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


def pixels(data: bytes) -> tuple[int | None, int | None]:
    """Return (width, height) of a PNG, GIF, JPEG or WebP as its header says, else (None, None)."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg_pixels(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_pixels(data)
    return None, None


def _webp_pixels(data: bytes) -> tuple[int | None, int | None]:
    """Return the size in the first chunk (RFC 9649, 2.5 to 2.7)."""
    match data[12:16]:
        case b"VP8X":
            wide, high = data[24:27], data[27:30]
            return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = struct.unpack("<HH", data[26:30])
            return width & 0x3FFF, height & 0x3FFF
    return None, None


def _jpeg_pixels(data: bytes) -> tuple[int | None, int | None]:
    """Return the size in the first start-of-frame segment (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None, None
