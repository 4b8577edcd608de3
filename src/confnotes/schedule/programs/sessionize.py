"""Sessionize: the views All, GridSmart and Sessions of its API, and copies of them.

No view names the conference or its zone; most times are wall times. In All, rooms, categories and
speakers are ids; in the other two, a session brings them along. Sites that keep a copy of their own
(DroidKaigi) have texts by language, `noShow`, `message` and `asset`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft
from confnotes.domain.session import SessionFacts, SessionKind
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.programs.common import (
    Head,
    Place,
    Reading,
    by_id,
    key_of,
    minutes_in,
    moment_in,
    numbered,
    span,
)
from confnotes.schedule.programs.sessionize_parts import (
    Categories,
    People,
    links_of,
    merged,
    questions_of,
)
from confnotes.schedule.prose import body, joined, single
from confnotes.schedule.values import Record, as_json, first_text, records, text_of


def read_sessionize(whole: Any, findings: Findings) -> Draft:
    """Return the draft of any of the three views. Raises ScheduleError as `Reading.draft` does."""
    tables = whole if isinstance(whole, Mapping) else {}
    reader = _SessionReader(tables, findings)
    reading = Reading(findings)
    for entry, place in reading.events(_entries(whole)):
        reading.add(reader.found(entry, place))
    reading.found = merged(reading.found, reader.everywhere, findings)
    reader.people.tell(findings)
    rooms = sorted(records(tables.get("rooms")), key=_sort)
    return reading.draft(
        Head(
            SourceKind.SESSIONIZE,
            rooms=[(single(text_of(r.get("name"))), key_of(r, "id")) for r in rooms],
        )
    )


def _sort(room: Record) -> float:
    given = room.get("sort")
    return given if isinstance(given, int) else 0


def _entries(whole: Any) -> Iterator[Place]:
    """Yield the sessions of a view; the room of a grid goes to a session that does not name it."""
    if isinstance(whole, Mapping):
        yield from numbered(whole.get("sessions"), "sessions")
        return
    for part, place in numbered(whole, ""):
        if not isinstance(part, Mapping):
            continue
        yield from numbered(part.get("sessions"), f"{place}.sessions")
        for room, room_place in numbered(part.get("rooms"), f"{place}.rooms"):
            name = room.get("name") if isinstance(room, Mapping) else None
            inner = room.get("sessions") if isinstance(room, Mapping) else None
            for entry, inner_place in numbered(inner, f"{room_place}.sessions"):
                if isinstance(entry, dict) and name is not None:
                    yield {"room": name, **entry}, inner_place
                else:
                    yield entry, inner_place


class _SessionReader:
    """Makes sessions of entries, with the tables that stand beside them in the view All."""

    def __init__(self, tables: Mapping[str, Any], findings: Findings) -> None:
        self._findings = findings
        self._rooms = by_id(tables.get("rooms"), "id")
        self._categories = Categories(tables.get("categories"))
        self._questions = questions_of(tables.get("questions"))
        self.people = People(tables.get("speakers"), findings)
        self.everywhere: set[str] = set()
        """The places of sessions that the file calls breaks or plenary ones."""

    def found(self, entry: Record, place: str) -> Found:
        """Return the session of an entry."""
        findings = self._findings
        sorted_out = self._categories.of(entry)
        language = language_of(first_text(entry, "language")) or sorted_out.language
        title = single(text_of(entry.get("title"), language))
        if entry.get("isServiceSession") is True or entry.get("isPlenumSession") is True:
            self.everywhere.add(place)
        times = span(
            moment_in(entry, "startsAt", place, findings, needed=True),
            moment_in(entry, "endsAt", place, findings),
            minutes_in(entry, "lengthInMinutes", place, findings),
            place,
            findings,
        )
        facts = SessionFacts(
            title=title or None,
            abstract=self._abstract(entry, language, place) or None,
            kind=self._kind(entry, title, sorted_out.format),
            format=sorted_out.format or None,
            language=language,
            room=self._room(entry, language) or None,
            track=sorted_out.track or None,
            state=state_of(title, _status(entry)),
        )
        return Found(
            key_of(entry, "id"),
            times.of(facts),
            self.people.of(entry, place),
            links_of(entry, self._questions),
            as_json(entry),
            place,
        )

    def _abstract(self, entry: Record, language: str | None, place: str) -> str:
        """Return the description, after what the organisers had to say of a change."""
        return joined(
            body(text_of(entry.get("message"), language), self._findings, place),
            body(text_of(entry.get("description"), language), self._findings, place),
        )

    @staticmethod
    def _kind(entry: Record, title: str, words: str) -> SessionKind | None:
        kind = kind_of(title, words)
        service = entry.get("isServiceSession") is True
        return SessionKind.OTHER if kind is None and service else kind

    def _room(self, entry: Record, language: str | None) -> str:
        known = self._rooms.get(first_text(entry, "roomId"))
        own = single(text_of(entry.get("room"), language))
        return own or (single(text_of(known.get("name"), language)) if known else "")


def _status(entry: Record) -> str:
    return "CANCELLED" if entry.get("noShow") is True else first_text(entry, "status")
