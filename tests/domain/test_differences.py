"""What a later schedule says differently."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.differences import (
    Aspect,
    Differences,
    Known,
    differences,
    likeness,
    plain_title,
)
from confnotes.domain.draft import DraftSession, DraftSpeaker
from confnotes.domain.session import SessionFacts, SessionState
from confnotes.schedule import read_schedule

ZONE = "Europe/Lisbon"
MORNING, NOON = "2026-05-04T09:00:00", "2026-05-04T12:00:00"


def _one(
    key: str, title: str, start: str | None = MORNING, *names: str, **facts: object
) -> DraftSession:
    given = SessionFacts(title=title, start=start, room="Quay", state=SessionState.SCHEDULED)
    return DraftSession(
        key,
        replace(given, **facts),  # type: ignore[arg-type]  # its fields
        tuple(DraftSpeaker(name) for name in names),
    )


def _known(*sessions: DraftSession) -> list[Known]:
    return [
        Known(
            f"s{n}",
            one.facts,
            frozenset({(one.key, one.facts.start)}),
            tuple(speaker.name for speaker in one.speakers),
        )
        for n, one in enumerate(sessions)
    ]


def _between(old: list[DraftSession], new: list[DraftSession]) -> Differences:
    return differences(_known(*old), new, ZONE)


def _values(found: Differences) -> list[tuple[Aspect, str, str]]:
    return [(v.aspect, v.old, v.new) for match in found.matched for v in match.values]


def test_the_same_schedule_differs_in_nothing() -> None:
    sessions = [_one("a", "Ropes", MORNING, "Mara"), _one("b", "Knots"), _one("c", "Nets", None)]
    found = _between(sessions, sessions)
    assert (len(found.matched), found.changed, found.new, found.gone) == (3, (), (), ())


def test_a_move_is_told_with_old_and_new() -> None:
    later = _one("a", "Ropes", NOON, end="2026-05-04T13:00:00", room="Mole")
    found = _between([_one("a", "Ropes")], [later])
    assert found.moved == found.changed == found.matched
    assert _values(found) == [
        (Aspect.TIME, MORNING, f"{NOON}/2026-05-04T13:00:00"),
        (Aspect.ROOM, "Quay", "Mole"),
    ]


def test_one_instant_written_in_two_ways_is_no_move() -> None:
    found = _between([_one("a", "Ropes", MORNING)], [_one("a", "Ropes", "2026-05-04T08:00:00Z")])
    assert _values(found) == []


def test_renamed_and_called_off() -> None:
    renamed = _between([_one("a", "Ropes in use")], [_one("a", "Ropes in daily use")])
    assert [one.known.session_id for one in renamed.renamed] == ["s0"]
    assert renamed.replaced == ()
    off = _between([_one("a", "Ropes")], [_one("a", "Ropes", state=SessionState.CANCELLED)])
    assert off.cancelled == off.matched
    assert _values(off) == [(Aspect.STATE, "scheduled", "cancelled")]


def test_new_and_gone() -> None:
    found = _between(
        [_one("a", "Ropes"), _one("b", "Knots")], [_one("a", "Ropes"), _one("c", "Nets")]
    )
    assert [one.facts.title for one in found.new] == ["Nets"]
    assert [one.facts.title for one in found.gone] == ["Knots"]


def test_an_id_given_to_another_talk_is_told_apart() -> None:
    found = _between([_one("a", "Mini Break")], [_one("a", "Logs of a Harbour", MORNING, "Mara")])
    assert [(m.known.facts.title, m.now.facts.title) for m in found.replaced] == [
        ("Mini Break", "Logs of a Harbour")
    ]
    assert (found.matched, found.new, found.gone) == ((), (), ())
    series = _between(
        [_one("a", "Lightning Talk: Mini Break")], [_one("a", "Lightning Talk: Logs")]
    )
    assert len(series.replaced) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_one("a", "TBA"), _one("a", "Logs of a Harbour", MORNING, "Mara")),
        (_one("a", "Keynote: To Be Announced"), _one("a", "Keynote: Tides", MORNING, "Mara")),
        (_one("a", "未定"), _one("a", "灯台の話")),
        (_one("a", "Ropes", MORNING, "Mara"), _one("a", "Why Logs", MORNING, "mara", "Ren")),
        (_one("a", "灯台の話"), _one("a", "灯台と浮標の話")),
    ],
)
def test_a_new_title_alone_replaces_nothing(before: DraftSession, after: DraftSession) -> None:
    found = _between([before], [after])
    assert (len(found.renamed), found.replaced) == (1, ())


def test_random_ids_are_matched_by_title_and_start_then_by_title_and_people() -> None:
    old = [_one("x1", "Ropes"), _one("x2", "Knots", MORNING, "Mara"), _one("x3", "Break")]
    new = [_one("y1", "[SOLD OUT] ROPES"), _one("y2", "Knots", NOON, "Mara"), _one("y3", "Tides")]
    found = _between(old, new)
    assert [(m.known.session_id, m.now.key) for m in found.matched] == [("s0", "y1"), ("s1", "y2")]
    assert [one.key for one in found.new] == ["y3"]
    assert [one.session_id for one in found.gone] == ["s2"]


def test_a_repeated_id_is_matched_by_its_start() -> None:
    old = [_one("a", "Ropes", MORNING), _one("a", "Ropes", NOON)]
    new = [_one("a", "Ropes", NOON, room="Mole"), _one("a", "Ropes", MORNING)]
    found = _between(old, new)
    assert [(m.known.session_id, bool(m.values)) for m in found.matched] == [
        ("s1", True),
        ("s0", False),
    ]


def test_speakers_behind_a_title_are_no_new_name() -> None:
    found = _between([_one("a", "Ropes", MORNING, "Mara")], [_one("a", "Ropes - Mara, Ren & Ida")])
    assert _values(found) == []


def test_speakers_and_texts_differ() -> None:
    found = _between(
        [_one("a", "Ropes", MORNING, "Mara", abstract="One", track="Sea")],
        [_one("a", "Ropes", MORNING, "Ren", abstract="Two", track="Land")],
    )
    assert _values(found) == [
        (Aspect.TEXT, "One", "Two"),
        (Aspect.SPEAKERS, "Mara", "Ren"),
        (Aspect.OTHER, "Sea", "Land"),
    ]


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) == 1
    assert plain_title(plain_title(one)) == plain_title(one)


titles = st.sampled_from(["Ropes", "Knots", "Break", "TBA", "", "灯台"])
keys = st.sampled_from(["a", "b", "c"])
starts = st.sampled_from([MORNING, NOON, None])
schedules = st.lists(st.builds(_one, keys, titles, starts), max_size=8)


@given(schedules, schedules)
def test_everything_is_somewhere_once(old: list[DraftSession], new: list[DraftSession]) -> None:
    found = _between(old, new)
    pairs = [*found.matched, *found.replaced]
    left = [m.known.session_id for m in pairs] + [k.session_id for k in found.gone]
    assert sorted(left) == sorted(f"s{n}" for n in range(len(old)))
    right = [id(m.now) for m in pairs] + [id(one) for one in found.new]
    assert sorted(right) == sorted(id(one) for one in new)


PAIRS = {
    "ics/kubecon-eu-2026-a-0303.ics": ("ics/kubecon-eu-2026-d-0323.ics", 556, 40, 8),
    "sessionize/droidcon-berlin-2021-a-gridsmart.json": (
        "sessionize/droidcon-berlin-2021-b-gridsmart.json", 118, 5, 8,
    ),
    "fortee/iosdc-2022-timetable-earlier.json": ("fortee/iosdc-2022-timetable.json", 124, 2, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_real_pairs(real_files: Path, name: str) -> None:
    later, kept, new, gone = PAIRS[name]
    before, after = (
        read_schedule((real_files / each).read_bytes()).sessions for each in (name, later)
    )
    found = _between(list(before), list(after))
    assert len(found.matched) + len(found.replaced) == kept
    assert (len(found.new), len(found.gone)) == (new, gone)
    if "fortee" in name:
        assert found.changed == ()
    elif "droidcon" in name:
        assert len(found.moved) == 118
    else:
        replaced = [one.known.facts.title or "" for one in found.replaced]
        assert "CLBO: ClashLoopBackOff" in replaced
        assert not any("Announced" in title for title in replaced)
