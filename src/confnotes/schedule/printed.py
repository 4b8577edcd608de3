"""The print page of sched.com (`/print`, "Save page as…"): ids, titles, speakers.

One pass over the tags, in linear time on any input: an anchor with the id of a session holds its
title, `<em class="sched-role-list">` after it who speaks ("Speakers: A, B"; "Moderators: C").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from confnotes.domain.draft import DraftSpeaker
from confnotes.domain.errors import ScheduleError
from confnotes.domain.printed import PrintedPage, PrintedSession
from confnotes.schedule.decode import decode
from confnotes.schedule.ical.titles import place_of
from confnotes.schedule.limits import MAX_PARTS, MAX_SESSIONS, MAX_SPEAKERS
from confnotes.schedule.prose import single

_MARK = b"sched-role-list"
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ID = re.compile(r"""\bid\s*=\s*["']?([0-9a-f]{32})\b""", re.IGNORECASE)
_EVENT = re.compile(r"""\bhref\s*=\s*["'][^"']*\bevent/""", re.IGNORECASE)
_ROLES = re.compile(r"""\bclass\s*=\s*["'][^"']*\bsched-role-list\b""", re.IGNORECASE)
_PAGE = re.compile(r"<title>([^<]{0,500})</title>", re.IGNORECASE)
_PAGE_END = re.compile(r"\s*:?\s*Print Schedule\s*$", re.IGNORECASE)
_DASH = " - "
_JOINT = re.compile(r"(?:[,;]?\s+(?:&|and)|[,;])?\s*$")
_SPEAKER = frozenset({"speaker", "speakers"})


def is_print_page(data: bytes) -> bool:
    """Return whether text that is HTML is such a page."""
    return _MARK in data


def read_print_page(data: bytes) -> PrintedPage:
    """Return what a page lists.

    Raises ScheduleError `schedule.too_many_parts`, `schedule.no_sessions`.
    """
    if (count := data.count(b"<")) > MAX_PARTS:
        raise ScheduleError("schedule.too_many_parts", count=count, limit=MAX_PARTS)
    text = decode(data).text
    reader = _Reader(text)
    sessions = tuple(reader.sessions())
    if not sessions:
        raise ScheduleError("schedule.no_sessions")
    named = _PAGE.search(text)
    title = _PAGE_END.sub("", single(unescape(named[1]))) if named else ""
    return PrintedPage(title, sessions)


class _Reader:
    """Walks from tag to tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._titles: dict[str, str] = {}
        self._people: dict[str, dict[str, DraftSpeaker]] = {}
        self._key = ""
        self._inside = ""
        self._from = 0

    def sessions(self) -> list[PrintedSession]:
        """Return the sessions, each once, in the page's order."""
        for tag in _TAG.finditer(self._text):
            name = tag["name"].lower()
            if tag["end"]:
                if name == self._inside:
                    self._close(name, tag.start())
                continue
            rest = tag["rest"]
            if name == "a" and (given := _ID.search(rest)) and _EVENT.search(rest):
                self._key, self._inside, self._from = given[1].lower(), "a", tag.end()
            elif name == "em" and self._key and _ROLES.search(rest):
                self._inside, self._from = "em", tag.end()
        return [
            PrintedSession(key, title, tuple(self._people.get(key, {}).values())[:MAX_SPEAKERS])
            for key, title in list(self._titles.items())[:MAX_SESSIONS]
        ]

    def _close(self, name: str, end: int) -> None:
        words = single(unescape(_TAG.sub("", self._text[self._from : end])))
        self._inside = ""
        if name == "a":
            self._titles.setdefault(self._key, words)
            return
        label, colon, names = words.partition(":")
        role = "" if label.strip().lower() in _SPEAKER or not colon else label.strip().rstrip("s")
        people = self._people.setdefault(self._key, {})
        for given in (names if colon else words).split(","):
            if (speaker := single(given)) and len(people) < MAX_SPEAKERS:
                people.setdefault(speaker, DraftSpeaker(speaker, role=role))


@dataclass(frozen=True, slots=True)
class Apart:
    """A title without the people it names, and these in its order by name."""

    title: str
    people: Mapping[str, DraftSpeaker]


def taken_apart(title: str, names: Sequence[str]) -> Apart | None:
    """Return a title ("Title - Name, Company & Name") taken apart where one knows the names; None
    where the title does not end in all of them. What stands after a name is where it is from, as
    long as that can be told; people joined without it share that of the next."""
    parts = title.split(_DASH)
    for number in range(1, len(parts)):
        tail = _DASH.join(parts[number:])
        found = sorted((tail.find(name), name) for name in names)
        if not found or found[0][0] != 0:
            continue
        spans = [(at, at + len(name)) for at, name in found]
        if any(end > after for (_, end), (after, _) in pairwise(spans)):
            continue
        return Apart(_DASH.join(parts[:number]).strip(), _people(tail, found))
    return None


def _people(tail: str, found: Sequence[tuple[int, str]]) -> dict[str, DraftSpeaker]:
    people: dict[str, DraftSpeaker] = {}
    next_one: DraftSpeaker | None = None
    ends = [at for at, _ in found[1:]] + [len(tail)]
    for (at, name), end in reversed(list(zip(found, ends, strict=True))):
        after = _JOINT.sub("", tail[at + len(name) : end])
        place = place_of(after[2:].split(", ")) if after.startswith(", ") else None
        if not after.strip() and next_one is not None:
            next_one = DraftSpeaker(name, affiliation=next_one.affiliation)
        elif place is not None:
            next_one = DraftSpeaker(name, affiliation=place.company, role=place.role)
        else:
            next_one = DraftSpeaker(name)
        people[name] = next_one
    return dict(reversed(people.items()))
