"""PyCon US and other sites on symposion: `schedule/conference.json`.

An object with `schedule`, a list of entries with `conf_key`; older sites have the bare list. A
poster session holds its posters as `sessions`. `contact` holds mail addresses and is not kept.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftLink, DraftSpeaker
from confnotes.domain.session import SessionFacts
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.limits import MAX_SPEAKERS
from confnotes.schedule.links import distinct, link, page
from confnotes.schedule.people import speaker_of
from confnotes.schedule.programs.common import (
    Head,
    Place,
    Reading,
    key_of,
    minutes_in,
    moment_in,
    numbered,
    span,
)
from confnotes.schedule.prose import body, entities_once, single
from confnotes.schedule.values import Record, as_json, first_text, sequence, text_of

_STRUCK = re.compile(r"\s*<(s|del|strike)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MAX_ROOMS = 20
_CALLED_OFF = "CANCELLED"


def read_pycon(whole: Any, findings: Findings) -> Draft:
    """Return the draft of a schedule. Raises ScheduleError as `Reading.draft` does."""
    outer = whole if isinstance(whole, Mapping) else {}
    entries = numbered(outer.get("schedule"), "schedule") if outer else numbered(whole, "")
    reading = Reading(findings)
    for entry, place in reading.events(_with_nested(entries)):
        reading.add(_found(entry, place, findings))
    conference = outer.get("conference")
    name = conference if isinstance(conference, str) else first_text(_record(conference), "title")
    return reading.draft(
        Head(
            SourceKind.PYCON_US,
            title=single(name),
            timezone=first_text(outer, "timezone", "time_zone"),
            timezone_field="timezone",
        )
    )


def _record(value: object) -> Record:
    return value if isinstance(value, Mapping) else {}


def _with_nested(entries: Iterator[Place]) -> Iterator[Place]:
    """Yield the entries, each with those it holds: these take its times and room where they have
    none."""
    for entry, place in entries:
        yield entry, place
        if not isinstance(entry, dict):
            continue
        shared = {k: entry[k] for k in ("start", "end", "duration", "room", "rooms") if k in entry}
        for inner, inner_place in numbered(entry.get("sessions"), f"{place}.sessions"):
            if isinstance(inner, dict):
                own = {k: v for k, v in inner.items() if v is not None}
                yield {"kind": "poster", **shared, **own}, inner_place
            else:
                yield inner, inner_place


def _found(entry: Record, place: str, findings: Findings) -> Found:
    given = first_text(entry, "name", "title")
    title = single(entities_once(_TAG.sub("", given) if "<" in given else given))
    words = single(first_text(entry, "kind"))
    off = entry.get("cancelled") is True or _STRUCK.match(given) is not None
    times = span(
        moment_in(entry, "start", place, findings, needed=True),
        moment_in(entry, "end", place, findings),
        minutes_in(entry, "duration", place, findings),
        place,
        findings,
    )
    facts = SessionFacts(
        title=title or None,
        abstract=body(first_text(entry, "description", "abstract"), findings, place) or None,
        kind=kind_of(title, words),
        format=words or None,
        language=language_of(first_text(entry, "language")),
        room=_room(entry) or None,
        track=single(first_text(entry, "section", "track")) or None,
        state=state_of(title, _CALLED_OFF if off else ""),
    )
    return Found(
        key_of(entry, "conf_key", "id"),
        times.of(facts),
        _speakers(entry, findings, place),
        _links(entry),
        as_json({k: v for k, v in entry.items() if k not in ("contact", "sessions")}),
        place,
    )


def _room(entry: Record) -> str:
    """Return the room; of several, all of them."""
    given = first_text(entry, "room")
    if not given:
        given = ", ".join(
            name for one in sequence(entry.get("rooms"))[:20] if (name := text_of(one))
        )
    return single(given)


def _speakers(entry: Record, findings: Findings, place: str) -> tuple[DraftSpeaker, ...]:
    """Return the speakers; `authors`, bare names, where a site gives no `speakers`."""
    given = sequence(entry.get("speakers")) or sequence(entry.get("authors"))
    found: dict[str, DraftSpeaker] = {}
    for one in given[:MAX_SPEAKERS]:
        speaker = speaker_of(one, findings, place)
        if speaker is not None and "@" not in speaker.name:
            found.setdefault(speaker.key or speaker.name, speaker)
    return tuple(found.values())


def _links(entry: Record) -> tuple[DraftLink, ...]:
    own = page(first_text(entry, "conf_url", "url"))
    others = (
        link(first_text(entry, name), label)
        for name, label in (
            ("video_url", "video"),
            ("slides_url", "slides"),
            ("slides", "slides"),
            ("repository_url", "repository"),
        )
    )
    return distinct((own, *others))
