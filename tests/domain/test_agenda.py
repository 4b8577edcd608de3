"""What clashes with what: touching ends do not, whole days do not, cancelled ones do not."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.agenda import Clash, Why, clashes, takes_whole_day
from confnotes.domain.choice import Intent
from confnotes.domain.session import Session, SessionFacts, SessionState

NINE = datetime(2026, 5, 1, 9, tzinfo=UTC)
GOING, MAYBE = Intent.GOING, Intent.CONSIDERED


def at(identity: str, after: int, minutes: int | None = 30, **facts: Any) -> Session:
    """Return a session that begins so many minutes after nine."""
    begins = NINE + timedelta(minutes=after)
    ends = None if minutes is None else begins + timedelta(minutes=minutes)
    given_facts = SessionFacts(**({"start": begins.isoformat()} | facts))
    return Session(identity, "c", "e", given_facts, start_at=begins, end_at=ends)


def met(*chosen: tuple[Session, Intent], walk: int = 0) -> list[tuple[str, str, Why, bool]]:
    found = clashes(chosen, walk=timedelta(minutes=walk))
    return [(one.first, one.second, one.why, one.firm) for one in found]


def test_what_overlaps_clashes_and_says_whether_one_goes_to_both() -> None:
    a, b, c = at("a", 0, 60), at("b", 30), at("c", 45)
    assert met((b, GOING), (a, GOING), (c, MAYBE)) == [
        ("a", "b", Why.OVERLAP, True), ("a", "c", Why.OVERLAP, False),
        ("b", "c", Why.OVERLAP, False),
    ]  # fmt: skip


def test_touching_ends_do_not_clash() -> None:
    assert met((at("a", 0), GOING), (at("b", 30), GOING)) == []


def test_what_is_not_chosen_clashes_with_nothing() -> None:
    assert met((at("a", 0), GOING), (at("b", 0), Intent.NONE)) == []


def test_what_does_not_take_place_clashes_with_nothing() -> None:
    for state in (SessionState.CANCELLED, SessionState.MISSING):
        assert met((at("a", 0), GOING), (at("b", 0, state=state), GOING)) == []


def test_whole_days_clash_with_nothing() -> None:
    expo = at("expo", 0, 13 * 60)
    dated = at("dated", 0, None, start="2026-05-01")
    assert takes_whole_day(expo)
    assert takes_whole_day(dated)
    assert not takes_whole_day(at("a", 0, 12 * 60))
    assert met((expo, GOING), (dated, GOING), (at("a", 0), GOING)) == []


def test_what_has_no_time_clashes_with_nothing() -> None:
    loose = Session("loose", "c", "e", SessionFacts())
    assert met((loose, GOING), (at("a", 0), GOING)) == []


def test_an_unknown_end_clashes_with_what_runs_when_it_begins() -> None:
    assert met((at("a", 0, None), GOING), (at("b", 0), GOING)) == [("a", "b", Why.OVERLAP, True)]
    assert met((at("a", 0, None), GOING), (at("b", 10), GOING)) == []


def test_the_way_to_another_room_takes_time() -> None:
    a, b = at("a", 0, room="6C"), at("b", 35, room="11A")
    assert met((a, GOING), (b, GOING), walk=5) == []
    assert met((a, GOING), (b, GOING), walk=6) == [("a", "b", Why.WALK, True)]
    assert met((a, GOING), (at("c", 30, room="6C"), GOING), walk=6) == []


def test_a_clash_knows_the_other_side() -> None:
    clash = Clash("a", "b", Why.OVERLAP, firm=True)
    assert (clash.other("a"), clash.other("b")) == ("b", "a")


TIMED = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40), st.sampled_from("xy")))


@settings(max_examples=60)
@given(TIMED, st.integers(0, 10))
def test_it_finds_what_comparing_all_pairs_finds(
    times: list[tuple[int, int, str]], walk: int
) -> None:
    made = [at(f"s{n}", start, long, room=room) for n, (start, long, room) in enumerate(times)]
    found = {frozenset((a, b)) for a, b, *_rest in met(*((s, GOING) for s in made), walk=walk)}
    wanted = set()
    for n, (start, long, room) in enumerate(times):
        for m, (start2, long2, room2) in enumerate(times[:n]):
            (a, x), (b, y) = sorted([(start, max(long, 1)), (start2, max(long2, 1))])
            spare = b - (a + x)
            if spare < 0 or (spare < walk and room != room2):
                wanted.add(frozenset((f"s{n}", f"s{m}")))
            del y
    assert found == wanted
