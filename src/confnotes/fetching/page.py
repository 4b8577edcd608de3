"""A conference's page: the schedules it links to or embeds, and the pages where they may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from confnotes.domain.errors import FetchError
from confnotes.domain.html import attributes, without_comments
from confnotes.fetching.address import host_of, normal
from confnotes.fetching.sites import feeds_of

MAX_PAGE = 2_000_000
"""Characters of a page that are looked through."""
MAX_FEEDS = 6
MAX_PAGES = 2
_MAX_TAGS = 20_000
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]{0,30})(?=[\s/>])([^<>]{0,4000})>")
_PLACES = ("href", "src", "event-url", "data-src", "data-url", "data-href", "content", "cite")
_TAGS = frozenset({"a", "area", "link", "iframe", "script", "embed", "object", "base", "meta"})
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\)]{4,300}")
_WHOLE = re.compile(r"all|full|whole|schedule|programm?e?|timetable|calendar|agenda|conf|fahrplan")
_FEED = re.compile(
    r"/(?:[\w.-]*?schedule|pentabarf|frab|fahrplan|timetable|conference)\.(?:json|xml)$"
    r"|/schedule/(?:xml|ical|ics)/?$"
)
_CALENDAR = re.compile(r"\.ics$|/ical/?$")
_TABLE = re.compile(r"/[\w.-]*(?:schedule|timetable|sessions|programme?)[\w.-]*\.csv$")
_SCHEDULE_PAGE = re.compile(
    r"schedule|programme?\b|timetable|agenda|fahrplan|sessions\b|タイムテーブル|プログラム"
    r"|スケジュール|セッション一覧",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a page leads to, the likeliest first: schedules, and pages to look at in their turn."""

    feeds: tuple[str, ...]
    pages: tuple[str, ...]


def look(data: bytes, address: str) -> Look:
    """Return what a page leads to; `address` is where it came from."""
    html = without_comments(data[:MAX_PAGE].decode("utf-8", "replace"))
    small = html.lower()
    ranked: list[tuple[int, str]] = [(1, feed) for feed in feeds_of(address, small)]
    pages: list[str] = []
    for link, rest, words in _links(html, address):
        if (rank := _rank(link, rest)) is not None:
            ranked.append((rank, link))
        ranked += [(0, feed) for feed in feeds_of(link)]
        if host_of(link) == host_of(address) and _SCHEDULE_PAGE.search(link + words):
            pages.append(link)
    # Widgets are told of in scripts as often as in attributes.
    for found in _ADDRESS.findall(html)[:_MAX_TAGS]:
        if plain := _address(found, address):
            ranked += [(0, feed) for feed in feeds_of(plain)]
    ranked.sort(key=lambda one: one[0])  # stable: of like rank, as the page has them
    feeds = tuple(dict.fromkeys(feed for _, feed in ranked if feed != address))[:MAX_FEEDS]
    others = (page for page in dict.fromkeys(pages) if page not in (address, *feeds))
    return Look(feeds, tuple(others)[:MAX_PAGES])


def _links(html: str, address: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield the addresses in tags, whole, with their tag's attributes and the words after it."""
    base = address
    for tag in islice(_TAG.finditer(html), _MAX_TAGS):
        name, given = tag[1].lower(), tag[2]
        if name not in _TAGS and "url" not in given:
            continue
        found = attributes(given)
        if name == "base" and found.get("href"):
            base = _address(found["href"], address) or base
            continue
        words = html[tag.end() : tag.end() + 60].partition("<")[0] if name == "a" else ""
        for place in _PLACES:
            if found.get(place) and (link := _address(found[place], base)):
                yield link, found, words


def _address(given: str, base: str) -> str:
    """Return a link as an address that can be asked for, "" for one that cannot (mailto …)."""
    try:
        return normal(urljoin(base, given.strip()))
    except (FetchError, ValueError):
        return ""


def _rank(link: str, rest: dict[str, str]) -> int | None:
    """Return how likely a link is the whole schedule (2 and more), None where it is none."""
    path, _, query = link.partition("?")
    path = path.lower()
    if _FEED.search(path):
        return 2
    if "text/calendar" in rest.get("type", "").lower():
        return 3
    if _CALENDAR.search(path):
        return 4 if _WHOLE.search(path.rpartition("/")[2]) else 6
    if "ical=1" in query.lower():
        return 5
    return 5 if _TABLE.search(path) else None
