"""fortee.jp: the timetable of its API (`/<slug>/api/timetable`).

The file names neither the conference nor its zone, only `+09:00`; talks have one speaker, and those
that are not placed yet have no time. `fav`, `fav_count` and `feedback` change at every download:
they are no part of the record.
"""

import re
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftLink, DraftSpeaker
from confnotes.domain.session import LinkKind, SessionFacts, SessionKind
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_by_format, kind_by_title, kind_of, state_of
from confnotes.schedule.links import distinct, page
from confnotes.schedule.programs.common import (
    Head,
    Reading,
    at,
    key_of,
    minutes_in,
    moment_in,
    numbered,
    span,
)
from confnotes.schedule.prose import body, single
from confnotes.schedule.values import Record, as_json, first_text, records, text_of

_SITE = re.compile(r"(https://fortee\.jp/([a-z0-9_-]+))/", re.IGNORECASE)
_HANDLE = re.compile(r"@?([A-Za-z0-9_]{1,15})")
_PASSING = frozenset({"fav", "fav_count", "feedback"})


def read_fortee(whole: Any, findings: Findings) -> Draft:
    """Return the draft of a timetable. Raises ScheduleError as `Reading.draft` does."""
    reading = Reading(findings)
    rooms: dict[str, float] = {}
    site = None
    for entry, place in reading.events(numbered(whole["timetable"], "timetable")):
        reading.add(_found(entry, place, findings))
        site = site or _SITE.match(first_text(entry, "url"))
        if room := _room(entry):
            rooms.setdefault(room, _sort(entry))
    return reading.draft(
        Head(
            SourceKind.FORTEE,
            short_name=site[2] if site else "",
            url=site[1] if site else "",
            rooms=[(name, "") for name in sorted(rooms, key=lambda name: rooms[name])],
        )
    )


def _found(entry: Record, place: str, findings: Findings) -> Found:
    title = single(first_text(entry, "title"))
    tags = ", ".join(name for tag in records(entry.get("tags")) if (name := text_of(tag)))
    words = single(tags)
    is_slot = first_text(entry, "type") == "timeslot"
    times = span(
        moment_in(entry, "starts_at", place, findings, needed=True),
        None,
        minutes_in(entry, "length_min", place, findings),
        place,
        findings,
    )
    facts = SessionFacts(
        title=title or None,
        abstract=body(first_text(entry, "abstract"), findings, place) or None,
        kind=_slot_kind(title) if is_slot else kind_of(title, words),
        format=words or None,
        room=_room(entry) or None,
        state=state_of(title),
    )
    return Found(
        key_of(entry, "uuid"),
        times.of(facts),
        _speaker(entry),
        _links(entry),
        as_json({name: value for name, value in entry.items() if name not in _PASSING}),
        place,
    )


def _slot_kind(title: str) -> SessionKind:
    """Return the kind of what is no talk: a break, an opening, a block of lightning talks."""
    named = kind_by_title(title) or kind_by_format(title)
    return SessionKind.OTHER if named in (None, SessionKind.TALK) else named


def _room(entry: Record) -> str:
    return single(text_of(entry.get("track")))


def _sort(entry: Record) -> float:
    track = entry.get("track")
    given = track.get("sort") if isinstance(track, dict) else None
    return given if isinstance(given, (int, float)) and given == given else 0


def _speaker(entry: Record) -> tuple[DraftSpeaker, ...]:
    given = entry.get("speaker")
    if not isinstance(given, dict):
        return ()
    name = single(first_text(given, "name"))
    handle = _HANDLE.fullmatch(first_text(given, "twitter"))
    url = f"https://x.com/{handle[1]}" if handle else ""
    reading = single(first_text(given, "kana"))
    return (DraftSpeaker(name, url=url, reading=reading),) if name else ()


def _links(entry: Record) -> tuple[DraftLink, ...]:
    return distinct(
        (
            page(first_text(entry, "url")),
            at(LinkKind.SLIDES, first_text(entry, "slide_url")),
            at(LinkKind.VIDEO, first_text(entry, "video_url")),
            at(LinkKind.OTHER, first_text(entry, "blog_url"), "blog"),
        )
    )
