"""The printed programme's layout holds for whatever a schedule throws at it."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.ui.plan.timetable import (
    Arrangement,
    Fitted,
    Place,
    Slot,
    Way,
    arrange,
    fit,
    heads,
    neighbour,
    overlap,
)

GAP, LABEL = 8, 20
ROOMS = ("6C", "6E", "11A", "11B", "20A")


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Slot], dict[str, int]]:
    """Return slots of one day with the heights they need."""
    minutes = st.integers(0, 24 * 12).map(lambda n: n * 5)
    made = []
    for number in range(draw(st.integers(0, 30))):
        start = draw(st.none() | minutes)
        length = draw(st.none() | st.sampled_from([-5, 0, 1, 5, 30, 35, 90, 600]))
        end = None if start is None or length is None else start + length
        room = draw(st.sampled_from([*ROOMS, "", "not known before"]))
        made.append(Slot(f"s{number}", start, end, room, draw(st.booleans())))
    needs = {slot.id: draw(st.integers(36, 110)) for slot in made}
    return made, needs


def laid_out(day: tuple[list[Slot], dict[str, int]]) -> tuple[Arrangement, Fitted]:
    slots, needs = day
    arranged = arrange(slots, ROOMS)
    return arranged, fit(arranged, needs, gap=GAP, label=LABEL)


@settings(max_examples=40)
@given(days())
def test_everything_has_exactly_one_place(day: tuple[list[Slot], dict[str, int]]) -> None:
    arranged, fitted = laid_out(day)
    ids = [slot.id for slot in day[0]]
    assert sorted(fitted.places) == sorted(ids)
    assert sorted([*arranged.column, *arranged.across, *arranged.all_day]) == sorted(ids)


@settings(max_examples=40)
@given(days())
def test_nothing_lies_over_anything(day: tuple[list[Slot], dict[str, int]]) -> None:
    _arranged, fitted = laid_out(day)
    for (one, a), (other, b) in combinations(fitted.places.items(), 2):
        if a.column == b.column or None in (a.column, b.column):
            assert a.bottom + GAP <= b.top or b.bottom + GAP <= a.top, (one, other)


@settings(max_examples=40)
@given(days())
def test_nothing_is_lower_than_it_needs(day: tuple[list[Slot], dict[str, int]]) -> None:
    _arranged, fitted = laid_out(day)
    for identity, place in fitted.places.items():
        assert place.height >= day[1][identity]
    assert fitted.height == max((p.bottom for p in fitted.places.values()), default=0)


@settings(max_examples=40)
@given(days())
def test_what_begins_later_stands_no_higher(day: tuple[list[Slot], dict[str, int]]) -> None:
    arranged, fitted = laid_out(day)
    assert all(a < b for a, b in pairwise(arranged.lines))
    assert all(a <= b for a, b in pairwise(fitted.tops))
    timed = [slot for slot in day[0] if slot.start is not None]
    for a, b in combinations(timed, 2):
        first, then = (a, b) if (a.start or 0) < (b.start or 0) else (b, a)
        if first.start != then.start:
            assert fitted.places[first.id].top < fitted.places[then.id].top


@settings(max_examples=40)
@given(days())
def test_a_column_is_of_one_room_and_its_cards_of_that_room(
    day: tuple[list[Slot], dict[str, int]],
) -> None:
    arranged, _fitted = laid_out(day)
    for slot in day[0]:
        if slot.id in arranged.column:
            assert arranged.columns[arranged.column[slot.id]] == slot.room
    names = [room for room, _first, _many in heads(arranged.columns)]
    assert len(names) == len(set(names))  # columns of one room are neighbours
    known = [name for name in names if name in ROOMS]
    assert known == [room for room in ROOMS if room in known]
    assert "" not in names[:-1]


@settings(max_examples=40)
@given(days(), st.integers(0, 6), st.integers(1, 4))
def test_some_columns_alone_hold_all_of_it_and_no_more(
    day: tuple[list[Slot], dict[str, int]], first: int, many: int
) -> None:
    arranged, whole = laid_out(day)
    shown = range(first, first + many)
    part = fit(arranged, day[1], shown, gap=GAP, label=LABEL)
    wanted = {one for one, place in whole.places.items() if place.column in (None, *shown)}
    assert set(part.places) == wanted
    assert part.height <= whole.height
    for (one, a), (other, b) in combinations(part.places.items(), 2):
        if a.column == b.column or None in (a.column, b.column):
            assert a.bottom + GAP <= b.top or b.bottom + GAP <= a.top, (one, other)
    assert all(place.height >= day[1][one] for one, place in part.places.items())


@settings(max_examples=40)
@given(days())
def test_arrows_reach_every_row_and_sideways_stays_at_that_time(
    day: tuple[list[Slot], dict[str, int]],
) -> None:
    arranged, fitted = laid_out(day)
    for here, column in arranged.column.items():
        for way in (Way.LEFT, Way.RIGHT):
            there = neighbour(arranged, here, way)
            if there is not None:
                assert overlap(arranged.span[here], arranged.span[there])
                assert (arranged.column[there] > column) is (way is Way.RIGHT)
    edges = {
        here: {neighbour(arranged, here, way, column) for way in Way for column in range(8)}
        for here in fitted.places
    }
    if edges:
        top = min(edges, key=lambda one: (fitted.places[one].top, fitted.places[one].column or 0))
        seen: set[str | None] = {top, None}
        todo = [top]
        while todo:
            for there in edges[todo.pop()] - seen:
                seen.add(there)
                if there is not None:
                    todo.append(there)
        reached = {fitted.places[one].top for one in seen if one is not None}
        assert reached == {place.top for place in fitted.places.values()}


def at(start: int | None, length: int | None = 35, **rest: object) -> Slot:
    """Return a slot with an id of its own."""
    identity = f"{rest.get('room', '')}@{start}{'x' if rest.get('across') else ''}"
    end = None if start is None or length is None else start + length
    return Slot(identity, start, end, **rest)  # type: ignore[arg-type]


def place_of(slots: list[Slot], need: int = 88) -> dict[str, Place]:
    arranged = arrange(slots, ROOMS)
    return dict(fit(arranged, dict.fromkeys([s.id for s in slots], need), gap=8, label=20).places)


def test_slots_of_a_printed_programme() -> None:
    keynote = at(540, 90, room="Hall", across=True)
    lunch = at(745, 120, across=True)
    slots = [
        keynote, at(655, room="6C"), at(655, room="6E"), at(710, room="6C"), at(710, room="6E"),
        lunch, at(865, room="6C"), at(865, 90, room="11B"), at(920, room="6C"),
    ]  # fmt: skip
    arranged = arrange(slots, ROOMS)
    needs = {s.id: 44 if s is keynote else 36 if s is lunch else 88 for s in slots}
    places = fit(arranged, needs, gap=8, label=20).places
    assert arranged.columns == ("6C", "6E", "11B")
    assert arranged.across == (keynote.id, lunch.id)
    assert places[keynote.id] == Place(0, 44)
    assert places["6C@655"] == Place(52, 88, 0)
    assert places["6E@655"] == Place(52, 88, 1)
    assert places[lunch.id] == Place(244, 36)
    assert places["11B@865"] == Place(288, 184, 2)  # a tutorial spans two slots
    assert places["6C@920"] == Place(384, 88, 0)


def test_a_keynote_beside_a_talk_stands_in_its_room() -> None:
    slots = [at(540, 60, room="6C", across=True), at(570, 30, room="6E")]
    arranged = arrange(slots, ROOMS)
    assert arranged.across == ()
    assert arranged.columns == ("6C", "6E")


def test_what_touches_does_not_overlap() -> None:
    slots = [at(540, 60, room="6C", across=True), at(600, 30, room="6E")]
    assert arrange(slots, ROOMS).across == ("6C@540x",)


def test_two_keynotes_at_once_stand_below_each_other() -> None:
    slots = [Slot("a", 540, 600, "", across=True), Slot("b", 570, 600, "", across=True),
             Slot("c", 600, 630, "6C")]  # fmt: skip
    places = place_of(slots, 44)
    assert [places[one].top for one in "abc"] == [0, 52, 104]


def test_two_things_in_one_room_at_once_have_columns_beside_each_other() -> None:
    slots = [Slot("a", 0, 60, "6C"), Slot("b", 30, 90, "6C"), Slot("c", 60, 90, "6C"),
             Slot("d", 0, 30, "6E")]  # fmt: skip
    arranged = arrange(slots, ROOMS)
    assert heads(arranged.columns) == [("6C", 0, 2), ("6E", 2, 1)]
    assert [arranged.column[one] for one in "abcd"] == [0, 1, 0, 2]


def test_an_unknown_end_gives_way_to_what_comes_next_there() -> None:
    slots = [Slot("a", 0, None, "6C"), Slot("b", 10, 40, "6C"), Slot("c", 0, None, "6E")]
    arranged = arrange(slots, ROOMS)
    assert arranged.columns == ("6C", "6E")
    assert [arranged.lines[n] for n in arranged.span["a"]] == [0, 10]
    assert [arranged.lines[n] for n in arranged.span["c"]] == [0, 30]


def test_all_day_comes_first_and_an_empty_hour_takes_no_room() -> None:
    slots = [Slot("party", 1200, 1300, "6C"), Slot("talk", 540, 575, "6C"), Slot("expo", None)]
    assert place_of(slots, 40) == {
        "expo": Place(0, 40), "talk": Place(48, 40, 0), "party": Place(96, 40, 0),
    }  # fmt: skip


def test_arrows_pass_columns_that_have_nothing_then() -> None:
    slots = [Slot("a", 0, 30, "6C"), Slot("b", 60, 90, "6E"), Slot("c", 0, 30, "11A"),
             Slot("key", 30, 60, "", across=True)]  # fmt: skip
    places = arrange(slots, ROOMS)
    assert neighbour(places, "a", Way.RIGHT) == "c"
    assert neighbour(places, "c", Way.LEFT) == "a"
    assert neighbour(places, "c", Way.RIGHT) is None
    assert neighbour(places, "c", Way.DOWN) == "key"
    assert neighbour(places, "key", Way.UP, 2) == "c"
    assert neighbour(places, "key", Way.UP, 0) == "a"
    assert neighbour(places, "key", Way.DOWN, 0) == "b"
    assert neighbour(places, "b", Way.DOWN) is None


def test_what_is_merely_open_stands_after_the_rooms_with_talks() -> None:
    slots = [
        Slot("badges", 7 * 60, 19 * 60, "Entrance C"),
        Slot("talk", 9 * 60, 9 * 60 + 30, "Hall 2"),
        Slot("other", 9 * 60, 9 * 60 + 30, "Hall 1"),
        Slot("long", 9 * 60, 17 * 60, "Hall 1"),
        Slot("nowhere", 9 * 60, 10 * 60, ""),
    ]
    rooms = ("Entrance C", "Hall 2", "Hall 1")
    assert arrange(slots, rooms).columns == ("Hall 2", "Hall 1", "Hall 1", "Entrance C", "")
