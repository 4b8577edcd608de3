"""Rooms, venue and city, taken apart where a schedule writes them as one ("Hall 8, Amsterdam")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from confnotes.schedule.zones import COUNTRIES, zones_of_place

_SHARE = 0.8
_STATE = re.compile(r"[A-Z]{2}(?:\s+\d[\d-]*)?|\d{3,}[\d-]*|〒?\d{3}-\d{4}")
_POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2}\b)?\s+|\s+\d{4,}(?:-\d+)?$")
_MAX_PARTS = 8


@dataclass(frozen=True, slots=True)
class Places:
    """The end that nearly all locations share, and what it says."""

    suffix: tuple[str, ...] = ()
    venue: str = ""
    city: str = ""

    def room(self, location: str) -> str:
        """Return the room of a location: without the shared end, whole where there is no other."""
        parts = _parts(location)
        size = len(self.suffix)
        if size and len(parts) > size and tuple(parts[-size:]) == self.suffix:
            return ", ".join(parts[:-size])
        return location


def places_of(locations: Sequence[str]) -> Places:
    """Return what four of five locations end in, if that leaves rooms and names a place."""
    split = [_parts(location) for location in locations if location]
    suffix: tuple[str, ...] = ()
    for size in range(1, _MAX_PARTS):
        ends = Counter(tuple(parts[-size:]) for parts in split if len(parts) > size)
        if not ends or ends.most_common(1)[0][1] < _SHARE * len(split):
            break
        suffix = ends.most_common(1)[0][0]
    heads = {tuple(parts[: -len(suffix)]) for parts in split} if suffix else set()
    if len(heads) < 2 or (len(suffix) == 1 and not zones_of_place(suffix)):
        return Places()
    venue, city = _venue_and_city(suffix)
    return Places(suffix, venue, city)


def _parts(location: str) -> list[str]:
    return [part.strip() for part in location.replace("，", ",").replace("、", ",").split(",")]


def _venue_and_city(suffix: tuple[str, ...]) -> tuple[str, str]:
    """Return (venue, city) of an address: the country, state and post code go from its end, the
    city stands before them."""
    parts = [part for part in suffix if part]
    while parts and (parts[-1].lower() in COUNTRIES or _STATE.fullmatch(parts[-1])):
        parts.pop()
    if not parts:
        return "", ""
    city = _POSTCODE.sub("", parts.pop()).strip()
    return ", ".join(parts), city
