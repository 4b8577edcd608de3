"""Where the sites that conferences publish with keep the whole schedule, from any of their pages.

Each rule names where it is documented. Nothing is looked up: an address goes in, addresses come
out, the best first.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_SCHED = re.compile(r"(?!www\.|help\.|blog\.|support\.)[a-z0-9-]+\.sched\.(?:com|org)")
_PRETALX = re.compile(
    r"(?P<base>/(?:[^/]+/)*?[\w.-]+)/(?:schedule|talk|speakers?|featured|sneak|cfp|widgets?)"
    r"(?:/.*)?"
)
_EVENT = re.compile(r"(?P<base>(?:/[^/]+)*?)/event/(?P<id>\d+)(?:/.*)?")
_SESSIONIZE = re.compile(r"/api/v2/(?P<id>[a-z0-9]{6,12})(?:/.*)?", re.IGNORECASE)
_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:/.*)?")
_SHEET = re.compile(r"/spreadsheets/d/(?P<id>[\w-]+)(?:/.*)?")
_BLOB = re.compile(r"/(?P<repo>[^/]+/[^/]+)/(?:blob|raw)/(?P<path>.+)")


@dataclass(frozen=True, slots=True)
class Place:
    """An address in its parts: `root` is scheme and host, `host` in small letters."""

    root: str
    host: str
    path: str
    query: str
    fragment: str


def _place(address: str) -> Place:
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}"
    return Place(root, (parts.hostname or "").lower(), parts.path, parts.query, parts.fragment)


def _sched(at: Place) -> Iterator[str]:
    """sched.com: `https://<event>.sched.com/all.ics` is the whole programme, open without a key. No
    page of its help says so; conferences' own apps and monitors of their changes read it there.
    Pages answer 403 to programs, the calendar mostly does not."""
    if _SCHED.fullmatch(at.host):
        yield f"https://{at.host}/all.ics"


def _pretalx(at: Place) -> Iterator[str]:
    """pretalx: `/<event>/schedule/export/<exporter>` (its release notes, 0.8.0); of its exporters
    `schedule.json` says most. An embedded widget names the event in `event-url` (docs, "Schedule
    widget")."""
    found = _PRETALX.fullmatch(at.path.rstrip("/") or "/")
    base = found["base"] if found else f"/{at.path.strip('/').partition('/')[0]}"
    if base != "/":
        yield f"{at.root}{base}/schedule/export/schedule.json"
        yield f"{at.root}{base}/schedule/export/schedule.xml"


def _fortee(at: Place) -> Iterator[str]:
    """fortee.jp: `https://fortee.jp/<event>/api/timetable`, which the conferences' own apps read
    (documented by their sources; there is no official page)."""
    event = at.path.strip("/").partition("/")[0]
    if event and event not in ("api", "login", "home", "users", "about"):
        yield f"{at.root}/{event}/api/timetable"


def _indico(at: Place) -> Iterator[str]:
    """Indico: `/export/event/<id>.json?detail=contributions` (its docs, HTTP API, "Event export"),
    and the calendar of the contributions that its pages link to."""
    if found := _EVENT.fullmatch(at.path):
        base, number = found["base"], found["id"]
        yield f"{at.root}{base}/export/event/{number}.json?detail=contributions"
        yield f"{at.root}{base}/event/{number}/event.ics?scope=contribution"


def _sessionize(at: Place) -> Iterator[str]:
    """Sessionize: `https://sessionize.com/api/v2/<id>/view/All`, as JSON where the organiser made
    the endpoint so (sessionize.com/playbook/api); an embedded schedule names the id."""
    if found := _SESSIONIZE.fullmatch(at.path):
        for view in ("All", "GridSmart", "Sessions"):
            yield f"https://sessionize.com/api/v2/{found['id']}/view/{view}"


def _fosdem(at: Place) -> Iterator[str]:
    """FOSDEM: `/<year>/schedule/xml`, which each year's schedule page links to for apps."""
    if found := _YEAR.fullmatch(at.path):
        yield f"{at.root}/{found['year']}/schedule/xml"


def _pycon_us(at: Place) -> Iterator[str]:
    """PyCon US: `/<year>/schedule/conference.json` (symposion's `schedule_json`)."""
    if found := _YEAR.fullmatch(at.path):
        yield f"{at.root}/{found['year']}/schedule/conference.json"


def _google(at: Place) -> Iterator[str]:
    """Google: a public table as CSV (`/export?format=csv`), a public calendar at its
    "public address in iCal format" (`/calendar/ical/<id>/public/basic.ics`)."""
    if at.host == "docs.google.com" and (found := _SHEET.fullmatch(at.path)):
        sheet = parse_qs(at.query).get("gid") or parse_qs(at.fragment).get("gid") or ["0"]
        yield f"{at.root}/spreadsheets/d/{found['id']}/export?format=csv&gid={int(sheet[0])}"
    for calendar in parse_qs(at.query).get("src", [])[:1]:
        if at.host == "calendar.google.com" and re.fullmatch(r"[\w.%@#+-]+", unquote(calendar)):
            name = calendar.replace("%", "%25").replace("@", "%40").replace("#", "%23")
            yield f"{at.root}/calendar/ical/{name}/public/basic.ics"


def _github(at: Place) -> Iterator[str]:
    """GitHub: a file's page has the file itself at raw.githubusercontent.com."""
    if found := _BLOB.fullmatch(at.path):
        yield f"https://raw.githubusercontent.com/{found['repo']}/{found['path']}"


@dataclass(frozen=True, slots=True)
class Site:
    """A way to publish: hosts it is known by, the word its pages have where others host it."""

    feeds: Callable[[Place], Iterator[str]]
    hosts: re.Pattern[str]
    word: str = ""


_SITES = (
    Site(_sched, _SCHED),
    Site(_pretalx, re.compile(r"(?:.+\.)?pretalx\..+"), "pretalx"),
    Site(_fortee, re.compile(r"fortee\.jp")),
    Site(_indico, re.compile(r"(?:.+\.)?indico\..+|events?\.cern\.ch"), "indico"),
    Site(_sessionize, re.compile(r"(?:.+\.)?sessionize\.com")),
    Site(_fosdem, re.compile(r"(?:www\.|archive\.)?fosdem\.org")),
    Site(_pycon_us, re.compile(r"us\.pycon\.org")),
    Site(_google, re.compile(r"(?:docs|calendar)\.google\.com")),
    Site(_github, re.compile(r"github\.com")),
)


def feeds_of(address: str, page: str = "") -> tuple[str, ...]:
    """Return where the schedule is, going by an address alone, and by what its page says where it
    is at hand (HTML in small letters)."""
    try:
        at = _place(address)
        found = [
            feed
            for site in _SITES
            if site.hosts.fullmatch(at.host) or (site.word and site.word in page)
            for feed in site.feeds(at)
        ]
    except ValueError:  # no address at all
        return ()
    return tuple(dict.fromkeys(found))
