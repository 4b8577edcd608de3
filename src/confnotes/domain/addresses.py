"""Where an address leads, as far as its host and its ending tell."""

from confnotes.domain import videos
from confnotes.domain.session import LinkKind

_BY_ENDING = (
    (LinkKind.SLIDES, (".ppt", ".pptx", ".odp", ".key", ".sozi")),
    (LinkKind.VIDEO, (".mp4", ".webm", ".mkv", ".av1", ".mov", ".ogv")),
)
_BY_HOST = (
    (LinkKind.SLIDES, ("speakerdeck.com", "slideshare.net", "slides.com", "docswell.com")),
    (
        LinkKind.VIDEO,
        (
            "youtube.com",
            "youtu.be",
            "vimeo.com",
            "media.ccc.de",
            "video.fosdem.org",
            "nicovideo.jp",
        ),
    ),
    (
        LinkKind.REPOSITORY,
        (
            "github.com",
            "gitlab.com",
            "codeberg.org",
            "bitbucket.org",
            "git.sr.ht",
            "salsa.debian.org",
        ),
    ),
)


def path_of(url: str) -> str:
    """Return an address without what follows `?` or `#`, in small letters."""
    return url.partition("?")[0].partition("#")[0].lower()


def by_ending(url: str) -> LinkKind | None:
    """Return what the ending of an address says, None when it says nothing."""
    path = path_of(url)
    return next((kind for kind, endings in _BY_ENDING if path.endswith(endings)), None)


def by_host(url: str) -> LinkKind:
    """Return what is known to lie at a host; OTHER where nothing is."""
    host = _host(url)
    for kind, hosts in _BY_HOST:
        if any(host == known or host.endswith("." + known) for known in hosts):
            return kind
    return LinkKind.OTHER


def slides_or_video(url: str) -> LinkKind | None:
    """Return whether an address written down at a talk looks like its slides or its video; a PDF
    is taken for slides."""
    found = by_ending(url) or by_host(url)
    if found in (LinkKind.SLIDES, LinkKind.VIDEO):
        return found
    host, path = _host(url), path_of(url)
    if path.endswith(".pdf") or (host == "docs.google.com" and "/presentation/" in path):
        return LinkKind.SLIDES
    return LinkKind.VIDEO if videos.knows(url) else None


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
