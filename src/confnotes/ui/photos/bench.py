"""What is on the sheet of one conference."""

from dataclasses import dataclass

from confnotes.services.photo_views import AttachedPhotos
from confnotes.ui.photos.album import Album, Entry


@dataclass
class Bench:
    """The photos, where they are from, and what was last attached with the photos it was."""

    album: Album
    source: str = ""
    done: tuple[AttachedPhotos, list[Entry]] | None = None
