"""Pictures and files: the original bytes named by their SHA-256, apart from where they are used."""

from dataclasses import dataclass
from datetime import datetime

from confnotes.domain.audience import Audience


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

    Exactly one of `line_id` and `section_id` is set. `width` is in pixels as printed, None for
    the place's own. Uses with the same non-empty `group` stand side by side.
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
