"""Lines: typed signs, audiences, moments, and what changed between two states."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.audience import Audience, narrowest, reaches
from confnotes.domain.notes import Line, LineKind, align, audiences, moment, typed_sign

NINE = datetime(2019, 11, 20, 17, tzinfo=UTC)


def line(identity: str, text: str = "", **more: object) -> Line:
    return replace(Line(identity, "s", 0, text), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "kind", "length"),
    [
        ('" said', LineKind.QUOTE, 2),
        ("! I think", LineKind.THOUGHT, 2),
        ("? what", LineKind.UNCLEAR, 2),
        ("* key", LineKind.KEY, 2),
        ("[ ] do", LineKind.TODO, 4),
        ("# head", LineKind.HEADING, 2),
        ("Q: why", LineKind.QUESTION, 3),
        ("A: so", LineKind.ANSWER, 3),
        ("？聞き取れず", LineKind.UNCLEAR, 1),
        ("！ 考え", LineKind.THOUGHT, 2),
        ("＊", LineKind.KEY, 1),
        ("Ｑ：いくつ", LineKind.QUESTION, 2),
        ("Ａ：三つ", LineKind.ANSWER, 2),
        ("”引用", LineKind.QUOTE, 1),
    ],
)
def test_a_typed_sign_says_what_a_line_is(typed: str, kind: LineKind, length: int) -> None:
    sign = typed_sign(typed)
    assert sign is not None
    assert (sign.kind, sign.length) == (kind, length)


def test_a_ticked_box_is_done() -> None:
    sign = typed_sign("[x] done")
    assert sign is not None
    assert sign.done
    assert sign.kind is LineKind.TODO


@pytest.mark.parametrize(
    "text",
    [
        "A sidecar",
        "Q3 results",
        "![alt](x)",
        "**strong**",
        "[^1]",
        "「重要」",
        "- plain",
        "?why",
        "Q:why",
        "#tag",
        "[link](https://example.org)",
        "*emphasis*",
        "",
        "“typographic”",
    ],
)
def test_ordinary_text_stays_text(text: str) -> None:
    assert typed_sign(text) is None


def test_what_hangs_below_a_line_is_no_more_public_than_it() -> None:
    lines = [
        line("a", audience=Audience.INSIDE),
        line("b", depth=1),
        line("c", depth=2, audience=Audience.PRIVATE),
        line("d", depth=1),
        line("e"),
        line("f", depth=3),
    ]
    assert audiences(lines) == [
        Audience.INSIDE,
        Audience.INSIDE,
        Audience.PRIVATE,
        Audience.INSIDE,
        Audience.PUBLIC,
        Audience.PUBLIC,
    ]


def test_private_reaches_nobody() -> None:
    assert not any(reaches(Audience.PRIVATE, report) for report in Audience)
    assert reaches(Audience.INSIDE, Audience.INSIDE)
    assert not reaches(Audience.INSIDE, Audience.PUBLIC)
    assert reaches(Audience.PUBLIC, Audience.PUBLIC)
    assert narrowest() is Audience.PUBLIC


def test_moments_count_from_the_zero_and_follow_the_nudge() -> None:
    written = line("a", written_at=NINE + timedelta(seconds=90), nudge=-5)
    assert moment(written, NINE) == 85
    assert moment(written, None) is None
    assert moment(line("b"), NINE) is None


STATES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.text(max_size=3), st.integers(0, 2)),
    unique_by=lambda row: row[0],
    max_size=6,
).map(lambda rows: [line(i, t, depth=d, position=n) for n, (i, t, d) in enumerate(rows)])


@given(STATES, STATES)
def test_alignment_names_exactly_what_takes_one_state_to_the_other(
    old: list[Line], new: list[Line]
) -> None:
    changes = align(old, new)
    state = {one.id: one for one in old}
    for removed in changes.removed:
        del state[removed]
    state |= {one.id: one for one in (*changes.added, *changes.changed)}
    assert sorted(state.values(), key=lambda one: one.position) == new
    assert not {one.id for one in changes.added} & {one.id for one in old}
    assert all(one not in old for one in changes.changed)


def test_alignment_never_moves_a_moment_that_is_set() -> None:
    before = line("a", "x", written_at=NINE)
    after = replace(before, text="xy", written_at=NINE + timedelta(minutes=1))
    assert align([before], [after]).changed[0].written_at == NINE
    assert not align([before], [replace(before, written_at=None)])
