"""Addresses of a session, made whole, and sorted by what they lead to."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from confnotes.domain.addresses import by_ending, by_host, path_of
from confnotes.domain.draft import DraftLink
from confnotes.domain.inline import safe
from confnotes.domain.session import LinkKind
from confnotes.schedule.limits import MAX_LINKS
from confnotes.schedule.prose import single

_MAX_URL = 2_000
_HOST = re.compile(
    r"https?://(?:[^/?#@\s]*@)?(?:[^\s/?#@:\[\]<>]+|\[[0-9a-fA-F:.]+\])(?::\d*)?(?:[/?#]|$)|"
    r"mailto:[^@]+@.",
    re.IGNORECASE,
)
_BY_WORD = (
    (
        LinkKind.SLIDES,
        re.compile(
            r"\b(slides?|slide ?deck|deck|presentation|folien)\b|スライド|発表資料", re.IGNORECASE
        ),
    ),
    (
        LinkKind.VIDEO,
        re.compile(
            r"\b(videos?|recordings?|youtube|vimeo|aufzeichnung)\b|動画|録画|アーカイブ配信",
            re.IGNORECASE,
        ),
    ),
    (
        LinkKind.REPOSITORY,
        re.compile(
            r"\b(repo|repository|source ?code|git ?hub|git ?lab|codeberg)\b|リポジトリ",
            re.IGNORECASE,
        ),
    ),
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_TYPES = {
    "slides": LinkKind.SLIDES,
    "slide": LinkKind.SLIDES,
    "presentation": LinkKind.SLIDES,
    "video": LinkKind.VIDEO,
    "recording": LinkKind.VIDEO,
    "audio": LinkKind.OTHER,
    "paper": LinkKind.OTHER,
    "repository": LinkKind.REPOSITORY,
    "code": LinkKind.REPOSITORY,
}
_FEEDBACK = re.compile(r"\bfeedback\b|アンケート", re.IGNORECASE)
_ADDRESS_AS_LABEL = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)


def whole(url: str, base: str = "") -> str:
    """Return an address with a safe scheme, a relative one resolved against `base`; "" if none."""
    url = url.strip().replace(" ", "%20")
    if not url or len(url) > _MAX_URL or url in ("http://", "https://"):
        return ""
    if not safe(url):
        try:
            url = urljoin(base, url) if safe(base) else url
        except ValueError:
            return ""
    return url if safe(url) and _has_host(url) else ""


def _has_host(url: str) -> bool:
    return _HOST.match(url) is not None


def kind_of(url: str, label: str = "", given: str = "", *, attached: bool = False) -> LinkKind:
    """Return where an address leads: by the type the source gives, else by its label, else by the
    ending or the host of the address. An attached PDF is taken for slides."""
    path = path_of(url)
    picture = path.endswith(_PICTURES)
    if (kind := _TYPES.get(given.strip().lower())) and not picture:
        return kind
    for kind, words in _BY_WORD:
        if label and words.search(label):
            return kind
    if ending := by_ending(url):
        return ending
    if attached and path.endswith(".pdf"):
        return LinkKind.SLIDES
    return by_host(url)


def link(
    url: str, label: str = "", given: str = "", *, base: str = "", attached: bool = False
) -> DraftLink | None:
    """Return a link, or None where the address is not safe or asks for feedback."""
    url, label = whole(url, base), single(label)
    if not url or _FEEDBACK.search(label) or given == "feedback":
        return None
    kind = kind_of(url, label, given, attached=attached)
    return DraftLink(kind, url, "" if _ADDRESS_AS_LABEL.fullmatch(label) else label)


def page(url: str, base: str = "") -> DraftLink | None:
    """Return the link to a session's own page."""
    url = whole(url, base)
    return DraftLink(LinkKind.PAGE, url) if url else None


def distinct(links: Iterable[DraftLink | None]) -> tuple[DraftLink, ...]:
    """Return the links that are there, each address once."""
    seen: dict[str, DraftLink] = {}
    for found in links:
        if found is not None:
            seen.setdefault(found.url, found)
    return tuple(seen.values())[:MAX_LINKS]
