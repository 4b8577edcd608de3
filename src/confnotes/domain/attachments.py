"""Pictures and files: the original bytes named by their SHA-256, apart from where they are used."""

from dataclasses import dataclass
from datetime import datetime

from confnotes.domain.audience import Audience
from confnotes.domain.text import slug


@dataclass(frozen=True, slots=True)
class Attachment:
    """An original file. `size` in bytes, `width`/`height` in pixels (None when no picture)."""

    id: str
    conference_id: str
    sha256: str
    media_type: str
    size: int
    name: str = ""
    width: int | None = None
    height: int | None = None
    taken_at: datetime | None = None
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class AttachmentUse:
    """One place where an attachment stands: under a note line or in a report section.

    What an IMAGE line says is the caption of its first picture; `caption` counts where it says
    nothing, and at all other places. Exactly one of `line_id` and `section_id` is set. `width` is
    in pixels as printed, None for the place's own. Uses with the same non-empty `group` stand
    side by side.
    """

    id: str
    attachment_id: str
    line_id: str | None = None
    section_id: str | None = None
    position: int = 0
    caption: str = ""
    alternative: str = ""
    credit: str = ""
    width: int | None = None
    group: str = ""


EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}
"""File name extension of the media types that reports can show."""

MAX_BYTES = 100_000_000
"""The largest picture that is taken in."""
MAX_PIXELS = 100_000_000
"""Width times height of the largest picture that is decoded."""
HEAD = 512
"""So many bytes tell the type of a picture."""


def picture_type(head: bytes) -> str:
    """Return the media type of a picture by its first bytes, "" of what is none.

    PNG, JPEG, GIF and WebP can be shown and printed. SVG, HEIC and AVIF are named, so that one
    can be told why they are not taken.
    """
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "")
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if words.startswith(b"<svg") or (words.startswith(b"<?xml") and b"<svg" in words):
        return "image/svg+xml"
    return ""


_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
}
"""ISO base media files that hold pictures, by their major brand."""


def picture_path(attachment: Attachment) -> str:
    """Return the path by which a report names a picture: ASCII, told apart by its bytes."""
    stem = slug(attachment.name.rpartition(".")[0] or attachment.name)[:40].strip("-") or "image"
    return f"images/{stem}-{attachment.sha256[:8]}.{EXTENSIONS[attachment.media_type]}"
