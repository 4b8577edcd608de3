"""A day as a printed programme: rooms across, time down. Pure: no Qt, lengths in pixels.

The time axis is not linear. Every instant at which something begins or ends is a line, and a line
lies no deeper than what ends there needs: a card with a long title stretches its slot, an empty
hour takes no room. What begins later never stands higher.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

ASSUMED = 30
"""How many minutes something lasts whose end nobody said, unless its room is needed before."""
OPEN = 300
"""From so many minutes on something is open rather than held."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What is to be placed. `start` and `end` count minutes from one instant; no start: all day.

    `across`: it runs across all rooms if nothing else goes on meanwhile (a keynote, lunch).
    """

    id: str
    start: int | None
    end: int | None = None
    room: str = ""
    across: bool = False


@dataclass(frozen=True)
class Arrangement:
    """Where things stand, apart from heights.

    `columns` names the room of each column; a room in which things overlap has several. `column`
    and `span` (first and last line, as indices of `lines`) are of what stands in a column; `across`
    and `all_day` are bands, in order.
    """

    lines: tuple[int, ...]
    columns: tuple[str, ...]
    column: Mapping[str, int]
    span: Mapping[str, tuple[int, int]]
    across: tuple[str, ...]
    all_day: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Top and height of one thing; `column` None: a band across all of them."""

    top: int
    height: int
    column: int | None = None

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True)
class Fitted:
    """An arrangement with heights: places by id, the top of each line, and how high all is. What
    stands in no column that was asked for has no place, and its lines take no room."""

    places: Mapping[str, Place]
    tops: tuple[int, ...]
    height: int


def arrange(slots: Sequence[Slot], rooms: Sequence[str]) -> Arrangement:
    """Return where each slot stands: exactly one place each; `rooms` gives the order of columns.

    A room that is not among them comes after, no room at all last.
    """
    all_day = tuple(slot.id for slot in slots if slot.start is None)
    times = _times([slot for slot in slots if slot.start is not None])
    bands = _bands(slots, times)
    cells = [slot for slot in slots if slot.id in times and slot.id not in bands]
    columns, column = _columns(cells, times, rooms)
    lines = sorted({minute for span in times.values() for minute in span})
    at = {minute: number for number, minute in enumerate(lines)}
    return Arrangement(
        tuple(lines),
        tuple(columns),
        column,
        {identity: (at[start], at[end]) for identity, (start, end) in times.items()},
        tuple(sorted(bands, key=lambda identity: times[identity])),
        all_day,
    )


def _times(slots: Sequence[Slot]) -> dict[str, tuple[int, int]]:
    """Return (start, end) of each, the end after the start."""
    starts: dict[str, list[int]] = defaultdict(list)
    for slot in slots:
        starts[slot.room].append(slot.start or 0)
    out: dict[str, tuple[int, int]] = {}
    for slot in slots:
        start, end = slot.start or 0, slot.end
        if end is None:
            later = (other for other in starts[slot.room] if other > start)
            end = min([start + ASSUMED, *later])
        out[slot.id] = (start, max(end, start + 1))
    return out


def _bands(slots: Sequence[Slot], times: Mapping[str, tuple[int, int]]) -> set[str]:
    """Return what runs across: what may, and does not overlap anything in a room."""
    bands = {slot.id for slot in slots if slot.across and slot.id in times}
    while True:
        cells = [times[identity] for identity in times if identity not in bands]
        meets = {b for b in bands if any(overlap(times[b], cell) for cell in cells)}
        if not meets:
            return bands
        bands -= meets


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two spans have some time in common; touching ends have none."""
    return one[0] < other[1] and other[0] < one[1]


def _columns(
    cells: Sequence[Slot], times: Mapping[str, tuple[int, int]], rooms: Sequence[str]
) -> tuple[list[str], dict[str, int]]:
    """Return the room of each column, and the column of each cell.

    A room that is merely open for hours (badges, the cloakroom) stands after those where one thing
    follows another: else it is all that a day with many rooms begins with.
    """
    order = {room: number for number, room in enumerate(rooms) if room}
    by_room: dict[str, list[str]] = defaultdict(list)
    for slot in cells:
        by_room[slot.room].append(slot.id)
    columns: list[str] = []
    column: dict[str, int] = {}
    last = len(order)

    def place(room: str) -> tuple[object, ...]:
        spans = (times[identity] for identity in by_room[room])
        merely_open = all(end - start >= OPEN for start, end in spans)
        return not room, merely_open, order.get(room, last), in_words_and_numbers(room)

    for room in sorted(by_room, key=place):
        free: list[int] = []  # when each column of this room is free again
        for identity in sorted(by_room[room], key=lambda one: times[one]):
            start, end = times[identity]
            lane = next((n for n, when in enumerate(free) if when <= start), len(free))
            free[lane : lane + 1] = [end]
            column[identity] = len(columns) + lane
        columns += [room] * len(free)
    return columns, column


def in_words_and_numbers(name: str) -> list[tuple[bool, int, str]]:
    """Return what a name is sorted by, so that 6C stands before 11A, and 11A before Pier 1."""
    parts = [part for part in re.split(r"([0-9]+)", name) if part]
    return [(False, int(p), "") if p[0] in "0123456789" else (True, 0, p) for p in parts]


def fit(
    arranged: Arrangement,
    needs: Mapping[str, int],
    columns: Collection[int] | None = None,
    *,
    gap: int,
    label: int,
) -> Fitted:
    """Return the places where each thing is at least as high as `needs` says.

    `columns`: those to place, with all bands (None: all). `gap` lies between things, `label` is
    the least distance of two lines at which things begin.
    """
    places: dict[str, Place] = {}
    top = 0
    for identity in arranged.all_day:
        places[identity] = Place(top, needs[identity])
        top += needs[identity] + gap
    cells = {
        identity: column
        for identity, column in arranged.column.items()
        if columns is None or column in columns
    }
    tops = _tops(arranged, cells, needs, places, top, gap=gap, label=label)
    for identity, column in cells.items():
        first, last = arranged.span[identity]
        places[identity] = Place(tops[first], tops[last] - gap - tops[first], column)
    return Fitted(places, tuple(tops), max((p.bottom for p in places.values()), default=0))


def _tops(
    arranged: Arrangement,
    cells: Collection[str],
    needs: Mapping[str, int],
    places: dict[str, Place],
    top: int,
    *,
    gap: int,
    label: int,
) -> list[int]:
    """Return the top of each line, from the first on; bands get their places meanwhile."""
    ending: dict[int, list[str]] = defaultdict(list)
    for identity in cells:
        ending[arranged.span[identity][1]].append(identity)
    beginning: dict[int, list[str]] = defaultdict(list)
    for identity in arranged.across:
        beginning[arranged.span[identity][0]].append(identity)
    starts = {arranged.span[identity][0] for identity in (*cells, *arranged.across)}
    tops: list[int] = []
    labelled = top - label
    below: dict[int, int] = {}  # how far down bands reach that end at a line
    bands_end = top
    for line in range(len(arranged.lines)):
        lowest = max(tops[-1] if tops else top, below.get(line, 0))
        if line in starts:
            lowest = max(lowest, labelled + label)
        for identity in ending[line]:
            first = arranged.span[identity][0]
            lowest = max(lowest, tops[first] + needs[identity] + gap)
        tops.append(lowest)
        if line in starts:
            labelled = lowest
        for identity in beginning[line]:  # bands at the same time stand below each other
            place = Place(max(lowest, bands_end), needs[identity])
            places[identity] = place
            bands_end = place.bottom + gap
            last = arranged.span[identity][1]
            below[last] = max(below.get(last, 0), bands_end)
    return tops


class Way(Enum):
    """Where an arrow leads."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def neighbour(arranged: Arrangement, here: str, way: Way, column: int = 0) -> str | None:
    """Return what lies beside `here` (None: nothing does).

    Sideways: in the nearest column that has something at that time. Up and down: in the same
    column or across, else in the nearest column. From a band, `column` says which one is meant.
    """
    own = arranged.column.get(here)
    if way in (Way.LEFT, Way.RIGHT):
        return None if own is None else _beside(arranged, here, own, way)
    down, mine = way is Way.DOWN, column if own is None else own
    ranks = _ranks(arranged)
    rest = [
        (rank, abs(arranged.column.get(one, mine) - mine), one)
        for one, rank in ranks.items()
        if (rank > ranks[here] if down else rank < ranks[here])
    ]
    rest = [found for found in rest if not found[1]] or rest
    if not rest:
        return None
    row = (min if down else max)(rest)[0]
    return min(found for found in rest if found[0] == row)[2]


def _ranks(arranged: Arrangement) -> dict[str, tuple[int, int]]:
    """Return the place of everything in the order from above to below."""
    ranks = {one: (-1, number) for number, one in enumerate(arranged.all_day)}
    ranks |= {one: (arranged.span[one][0], 0) for one in arranged.column}
    return ranks | {one: (arranged.span[one][0], n) for n, one in enumerate(arranged.across)}


def _beside(arranged: Arrangement, here: str, own: int, way: Way) -> str | None:
    """Return what is in the nearest column that way at that time, for as long as possible."""
    span = arranged.span[here]
    found = [
        (abs(column - own), max(span[0], other[0]) - min(span[1], other[1]), other, one)
        for one, column in arranged.column.items()
        if (column > own if way is Way.RIGHT else column < own)
        and overlap(span, other := arranged.span[one])
    ]
    return min(found)[3] if found else None


def heads(columns: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return (room, first column, number of columns) of neighbouring columns of one room."""
    out: list[tuple[str, int, int]] = []
    for number, room in enumerate(columns):
        if out and out[-1][0] == room:
            name, first, many = out[-1]
            out[-1] = (name, first, many + 1)
        else:
            out.append((room, number, 1))
    return out
