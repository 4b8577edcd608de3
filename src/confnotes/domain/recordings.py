"""A recording on one's own disk as a session's video: kept as `file:` address, never printed.

Only media files count, by their ending: whoever opens one opens a player, whatever a notebook from
elsewhere says.
"""

import re
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

from confnotes.domain.inline import safe

ENDINGS = (
    "mp4", "m4v", "webm", "mkv", "ogv", "mov", "avi", "mp3", "ogg", "opus", "m4a", "wav", "flac",
)  # fmt: skip
_MEDIA = re.compile(rf".+\.(?:{'|'.join(ENDINGS)})", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_ODD = re.compile(r"[\x00-\x20\x7f\"<>]")


def recording(typed: str) -> str:
    """Return the `file:` address of a path as typed or pasted (`/home/me/talk.mp4`, `C:\\talk.mp4`,
    in quotation marks or as an address); "" of what is no media file with its whole path."""
    path = typed.strip().strip("\"'")
    if is_recording(path):
        return path
    if not _MEDIA.fullmatch(path):
        return ""
    if _DRIVE.match(path):
        return PureWindowsPath(path).as_uri()
    return PurePosixPath(path).as_uri() if path.startswith("/") else ""


def is_recording(url: str) -> bool:
    """Return whether an address is that of a media file on this computer."""
    if not url.lower().startswith("file:///") or _ODD.search(url):
        return False
    return bool(_MEDIA.fullmatch(unquote(urlsplit(url).path)))


def keepable(url: str) -> bool:
    """Return whether an address may be kept as a session's link and opened."""
    return safe(url) or is_recording(url)


def player_command(program: str, path: str, second: int) -> list[str] | None:
    """Return what has a player begin at a second; None of one whose way is not known.

    mpv: `--start=SECONDS` (mpv manual, "Playback Control"); VLC: `--start-time=SECONDS` (VLC
    command line help, "Input").
    """
    name = program.replace("\\", "/").rsplit("/", 1)[-1].lower().removesuffix(".exe")
    way = {"mpv": "--start", "vlc": "--start-time", "cvlc": "--start-time"}.get(name)
    return None if way is None else [f"{way}={max(second, 0)}", "--", path]


PLAYERS = ("mpv", "vlc")
"""Programs that can be told where to begin, the lighter one first."""
