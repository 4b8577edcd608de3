"""`schedule.xml` of frab, pentabarf, pretalx and wafer; other XML is recognised and named."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, tostring

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ScheduleError
from confnotes.schedule.findings import Findings
from confnotes.schedule.frab.draft import Entry, Schedule, draft_of
from confnotes.schedule.frab.markup import parsed
from confnotes.schedule.when import iso

_NAMESPACE = re.compile(r"\{[^}]*\}")
_TEXTS = frozenset({"abstract", "description"})
_LISTS = {"persons": "person", "links": "link", "attachments": "attachment"}
_ADDRESSES = {"href": "url", "name": "title"}


def read_xml(data: bytes) -> Draft:
    """Return the draft of a `schedule.xml`.

    Raises ScheduleError: `schedule.dtd`, `schedule.truncated`, `schedule.broken_xml`,
    `schedule.too_many_parts`, `schedule.not_yet`, `schedule.unknown_xml`, and those of `draft_of`.
    """
    findings = Findings()
    root = _without_namespaces(parsed(data, findings))
    _refuse_foreign(root)
    head = root.find("conference")
    conference = _conference(root, head)
    entries, rooms = _entries(root, _text(conference.get("start")))
    generator = root.find("generator")
    return draft_of(
        Schedule(
            SourceKind.FRAB_XML,
            conference,
            base_url=_text(conference.get("base_url")) or (root.findtext("base_url") or ""),
            url=root.findtext("url")
            or (generator.get("url") or "" if generator is not None else ""),
            version=root.findtext("version") or "",
            entries=entries,
            rooms=rooms,
        ),
        findings,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _without_namespaces(root: Element) -> Element:
    if root.tag.startswith("{"):
        for element in root.iter():
            element.tag = _NAMESPACE.sub("", element.tag)
    return root


def _refuse_foreign(root: Element) -> None:
    name = root.tag.lower()
    if name == "html":
        raise ScheduleError("schedule.html")
    if name == "icalendar" or root.find("vcalendar") is not None:
        raise ScheduleError("schedule.not_yet", kind="xCal")
    if root.find("day/entry") is not None:
        raise ScheduleError("schedule.not_yet", kind="EuroPython XML")
    if name != "schedule":
        raise ScheduleError("schedule.unknown_xml", name=root.tag[:60])
    if root.find("conference") is None and root.find("day") is None:
        raise ScheduleError("schedule.unknown_xml", name=root.tag[:60])


def _conference(root: Element, head: Element | None) -> dict[str, Any]:
    """Return the conference in the shape that `schedule.json` has it."""
    conference: dict[str, Any] = {}
    for child in head if head is not None else ():
        if child.text and child.text.strip():
            conference.setdefault(child.tag, child.text.strip())
    tracks = [dict(t.attrib) for t in (head.iter("track") if head is not None else ())]
    tracks += [{"name": t.text, **t.attrib} for t in root.iterfind("tracks/track") if t.text]
    rooms = [dict(r.attrib) for r in (head.iter("room") if head is not None else ())]
    rooms += [dict(r.attrib) for r in root.iterfind("day/room")]
    return {**conference, "tracks": tracks, "rooms": rooms}


def _entries(root: Element, starts: str) -> tuple[list[Entry], list[str]]:
    entries: list[Entry] = []
    names: dict[str, None] = {}
    for number, day in enumerate(root.findall("day"), 1):
        when = _day(day, number, starts)
        for room in day.findall("room"):
            name = room.get("name") or ""
            names[name] = None
            place = f"day {number}, room {name[:60]}"
            entries += _of_room(room, name, when, place)
        # pentabarf (FOSDEM 2007) has no rooms around the events.
        entries += _of_room(day, "", when, f"day {number}")
    return entries, list(names)


def _of_room(parent: Element, room: str, day: date | None, place: str) -> Iterator[Entry]:
    for number, event in enumerate(parent.findall("event"), 1):
        yield Entry(_record(event), room, day, f"{place}, event {number}")


def _day(day: Element, number: int, starts: str) -> date | None:
    found = iso(day.get("date") or day.get("start") or "")
    if found is None and (first := iso(starts)) is not None:
        found = first + timedelta(days=_index(day, number) - 1)
    return date(found.year, found.month, found.day) if found is not None else None


def _index(day: Element, number: int) -> int:
    index = day.get("index") or ""
    return int(index) if index.isdecimal() and len(index) < 4 and index != "0" else number


def _record(event: Element) -> dict[str, Any]:
    """Return an event in the shape that `schedule.json` has it; of a field that stands twice, the
    first that has text counts (wafer writes an empty `abstract` before the real one)."""
    record: dict[str, Any] = dict(event.attrib)
    for child in event:
        tag = child.tag
        if tag in _LISTS:
            record[tag] = record.get(tag, []) + [_item(c) for c in child.iterfind(_LISTS[tag])]
        elif len(child) and tag in _TEXTS:
            record.setdefault(tag, _markup(child))
        elif len(child):
            record.setdefault(tag, {c.tag: c.text for c in child})
        elif child.text and not child.text.isspace():
            record.setdefault(tag, _trimmed(tag, child.text))
    return record


def _markup(element: Element) -> str:
    """Return what an element holds as HTML: some files have their texts' tags unescaped."""
    inner = "".join(tostring(child, encoding="unicode", method="html") for child in element)
    return escape(element.text or "", quote=False) + inner


def _trimmed(tag: str, text: str) -> str:
    return text if tag in _TEXTS else text.strip()


def _item(element: Element) -> dict[str, Any]:
    """Return a person, link or attachment: its attributes, its words, and its own elements."""
    words = "name" if element.tag == "person" else "title"
    item: dict[str, Any] = {
        _ADDRESSES.get(key, key) if element.tag != "person" else key: value
        for key, value in element.attrib.items()
    }
    if element.text and element.text.strip():
        item[words] = element.text.strip()
    for child in element:
        if child.text and child.text.strip():
            item.setdefault(child.tag, child.text.strip())
    return item
