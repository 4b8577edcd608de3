"""Addresses of videos at a second: each host has its own form of the time parameter."""

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

_HOUR, _MINUTE = 3600, 60


def at_second(url: str, second: int) -> str | None:
    """Return the address that opens a video at a second; None when its host's form is not known.

    A time that stands in the address already gives way; all other parameters stay. Forms:
    YouTube `t=754` (`start=` where it is embedded; YouTube Help, "Share videos"; player
    parameters), Vimeo `#t=12m34s` (Vimeo Help, "Link to a specific time"), Bilibili `t=754`,
    niconico `from=754`, Twitch `t=0h12m34s`, PeerTube `start=12m34s` (PeerTube documentation,
    "Watch, share, download"), media.ccc.de and plain media files `#t=754` (W3C Media Fragments
    URI 1.0, 4.2.1).
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or second < 0:
        return None
    for known, form in _FORMS:
        if known(host, parts.path):
            return form(parts, second)
    return None


def knows(url: str) -> bool:
    """Return whether a video's host has a form we know."""
    return at_second(url, 0) is not None


def _query(name: str, value: Callable[[int], str] = str) -> Callable[[SplitResult, int], str]:
    def form(parts: SplitResult, second: int) -> str:
        kept = [
            (key, held)
            for key, held in parse_qsl(parts.query, keep_blank_values=True)
            if key not in {"t", "start", "from", "time_continue"}
        ]
        query = urlencode([*kept, (name, value(second))])
        return urlunsplit(parts._replace(query=query, fragment=""))

    return form


def _fragment(value: Callable[[int], str] = str) -> Callable[[SplitResult, int], str]:
    def form(parts: SplitResult, second: int) -> str:
        return urlunsplit(parts._replace(fragment=f"t={value(second)}"))

    return form


def _minutes(second: int) -> str:
    return f"{second // _MINUTE}m{second % _MINUTE}s"


def _hours(second: int) -> str:
    return f"{second // _HOUR}h{second % _HOUR // _MINUTE}m{second % _MINUTE}s"


def _host(*names: str) -> Callable[[str, str], bool]:
    return lambda host, _path: host in names


_EMBEDDED = re.compile(r"/embed/[\w-]+")
_PEERTUBE = re.compile(
    r"/w/[1-9A-HJ-NP-Za-km-z]{20,22}"  # a shortened UUID: base 58
    r"|/(?:videos/watch|w)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_MEDIA = re.compile(r".+\.(?:mp4|m4v|webm|ogv|mov|mp3|ogg|opus|m4a)", re.IGNORECASE)
_YOUTUBE = ("youtube.com", "music.youtube.com", "youtube-nocookie.com")

_FORMS: tuple[tuple[Callable[[str, str], bool], Callable[[SplitResult, int], str]], ...] = (
    (lambda host, path: host in _YOUTUBE and bool(_EMBEDDED.match(path)), _query("start")),
    (_host(*_YOUTUBE, "youtu.be"), _query("t")),
    (_host("vimeo.com", "player.vimeo.com"), _fragment(_minutes)),
    (_host("bilibili.com"), _query("t")),
    (_host("nicovideo.jp", "sp.nicovideo.jp"), _query("from")),
    (_host("twitch.tv"), _query("t", _hours)),
    (_host("media.ccc.de"), _fragment()),
    (lambda _host, path: bool(_PEERTUBE.fullmatch(path)), _query("start", _minutes)),
    (lambda _host, path: bool(_MEDIA.fullmatch(path)), _fragment()),
)
