"""Steps back: applied they give the state before, joined they give the one before that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.comparing import Difference, compared
from confnotes.domain.footnotes import Footnote
from confnotes.domain.history import (
    MUCH,
    HistoryStep,
    Run,
    StepBack,
    joined,
    runs_between,
    state_before,
    step_back,
    thinned,
)
from confnotes.domain.notes import Line

T0 = datetime(2026, 5, 4, 9, tzinfo=UTC)
State = list[Line]


@st.composite
def chains(draw: st.DrawFn, most: int = 6) -> list[State]:
    """Draw states of one session, each following the last: any lines in any order."""
    pool = [f"l{n}" for n in range(draw(st.integers(1, 7)))]
    states = []
    for _ in range(draw(st.integers(2, most))):
        chosen = draw(st.permutations(pool))[: draw(st.integers(0, len(pool)))]
        texts = st.sampled_from(["", "one", "二"])
        states.append([Line(one, "s", n, draw(texts)) for n, one in enumerate(chosen)])
    return states


def _ids(lines: Sequence[Line]) -> list[str]:
    return [line.id for line in lines]


@given(states=chains(most=2))
def test_a_step_leads_to_the_state_before(states: list[State]) -> None:
    before, after = states[0], states[1]
    back = step_back(before, after)
    lines, _ = state_before([back], "s", after)
    assert list(lines) == before
    assert bool(back) == (before != after)


@settings(max_examples=50)
@given(states=chains())
def test_steps_joined_are_the_step_between_the_ends(states: list[State]) -> None:
    total = StepBack()
    for before, after in pairwise(states):
        newer = step_back(before, after)
        total = joined(newer, total, _ids(after), {line.id: line for line in after}, {})
        direct = step_back(states[0], after)
        assert set(total.added) == set(direct.added)
        assert replace(total, added=()) == replace(direct, added=())


@given(states=chains(), data=st.data())
def test_thinned_steps_lead_to_the_states_that_are_left(
    states: list[State], data: st.DataObject
) -> None:
    at, steps = T0, []
    for number, (before, after) in enumerate(pairwise(states), 1):
        at += timedelta(minutes=data.draw(st.integers(1, 45)))
        kept, lost = data.draw(st.booleans()), data.draw(st.sampled_from([0, MUCH // 2]))
        back = step_back(before, after)
        steps.append(HistoryStep(str(number), "s", number, at, at, kept, lost, back))
    limit = data.draw(st.sampled_from([T0, at - timedelta(minutes=30), at + timedelta(hours=1)]))
    left = thinned(steps[::-1], states[-1], limit)
    numbers = [step.number for step in left]
    assert numbers == sorted(numbers, reverse=True)
    assert {step.number for step in steps if step.kept} <= {*numbers, 1}
    assert {step.number for step in steps if step.last_at >= limit} <= set(numbers)
    for place, step in enumerate(left):
        lines, _ = state_before([one.back for one in left[: place + 1]], "s", states[-1])
        assert list(lines) == states[step.number - 1]
    old = [step for step in left if step.last_at < limit]
    for newer, older in pairwise(old):
        assert newer.last_at.hour != older.last_at.hour or not older.joins(newer)


def test_a_line_put_in_at_the_top_is_all_that_its_step_says() -> None:
    before = [Line(f"l{n}", "s", n, "x") for n in range(5000)]
    after = [Line("new", "s", 0, "first"), *(replace(one, position=0) for one in before)]
    assert step_back(before, after) == StepBack(added=("new",))


def test_of_lines_moved_only_those_are_named() -> None:
    ids = [f"l{n}" for n in range(1000)]
    assert runs_between(ids, [*ids[1:], ids[0]]) == (Run(None, ("l0",)),)
    assert runs_between(ids, [*ids[:3], *ids[5:], *ids[3:5]]) == (Run("l2", ("l3", "l4")),)


def test_whatever_a_step_names_no_line_is_lost() -> None:
    lines = [Line("a", "s", 0, "one"), Line("b", "s", 1, "two")]
    strange = StepBack(
        ("nowhere",),
        {"nobody": Line("nobody", "", 0, "x")},
        {"c": Line("c", "", 0, "three")},
        (Run("gone", ("c", "missing")),),
    )
    found, _ = state_before([strange], "s", lines)
    assert [(line.id, line.position) for line in found] == [("a", 0), ("b", 1), ("c", 2)]


def test_footnotes_go_back_too() -> None:
    old, new = Footnote("f", "c", "s-1", "then"), Footnote("g", "c", "s-2", "new")
    now = [replace(old, text="now"), new]
    _, notes = state_before([StepBack(footnotes={"f": old, "g": None})], "s", [], now)
    assert notes == (old,)


def test_then_beside_now() -> None:
    then = [Line(one, "s", n, one) for n, one in enumerate("abcd")]
    now = [Line("new", "s", 0, "new"), then[3], then[0], replace(then[2], text="C")]
    now = [*now, Line("last", "s", 4, "last")]
    found = [(row.line.id, row.difference) for row in compared(then, now)]
    assert found == [
        ("new", Difference.SINCE),
        ("a", Difference.SAME),
        ("b", Difference.MISSING),
        ("c", Difference.CHANGED),
        ("last", Difference.SINCE),
        ("d", Difference.MOVED),
    ]
