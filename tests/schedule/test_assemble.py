"""Keys: one for each session, and the same one next time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.draft import DraftSpeaker
from confnotes.domain.session import SessionFacts
from confnotes.schedule.assemble import Found, in_order, with_keys
from confnotes.schedule.findings import Findings

found = st.builds(
    lambda key, title, start, room, names: Found(
        key,
        SessionFacts(title=title, start=start, room=room),
        tuple(DraftSpeaker(name) for name in names),
    ),
    st.sampled_from(["", "a", "b"]),
    st.sampled_from(["One", "Two", None]),
    st.sampled_from([None, "2026-04-01T10:00:00Z", "2026-04-01T11:00:00Z"]),
    st.sampled_from([None, "A", "B"]),
    st.lists(st.sampled_from(["Ada", "Bob"]), max_size=2),
)


@given(st.lists(found, max_size=30))
def test_all_are_kept_and_key_with_start_is_unique(sessions: list[Found]) -> None:
    keyed = with_keys(sessions, Findings())
    assert [k.facts for k in keyed] == [f.facts for f in sessions]
    pairs = [(k.key, k.facts.start) for k in keyed]
    assert len(set(pairs)) == len(pairs)
    assert all(key for key, _ in pairs)
    assert [k.key for k in with_keys(sessions, Findings())] == [key for key, _ in pairs]


def _one(key: str, title: str, start: str, room: str = "A") -> Found:
    return Found(key, SessionFacts(title=title, start=start, room=room), (DraftSpeaker("Ada"),))


def test_a_repeated_workshop_keeps_the_id_of_its_source() -> None:
    findings = Findings()
    keyed = with_keys([_one("g", "W", "2026-04-01"), _one("g", "W", "2026-04-02")], findings)
    assert [k.key for k in keyed] == ["g", "g"]
    assert findings.all() == ()


def test_a_made_up_key_does_not_hang_on_time_or_room() -> None:
    first, other = with_keys([_one("", "W", "2026-04-01"), _one("", "X", "2026-04-01")], Findings())
    moved = with_keys([_one("", "W", "2026-05-05", "Z")], Findings())[0]
    assert first.key == moved.key != other.key


def test_an_id_of_several_titles_names_none_of_them() -> None:
    findings = Findings()
    keyed = with_keys([_one("1", "W", "2026-04-01"), _one("1", "X", "2026-04-02")], findings)
    assert len({k.key for k in keyed}) == 2
    (problem,) = findings.all()
    assert (problem.code, problem.facts) == ("schedule.shared_id", {"id": "1", "count": 2})


def test_one_session_in_two_rooms_is_two_with_telling_keys() -> None:
    findings = Findings()
    a, b = with_keys(
        [_one("g", "W", "2026-04-01", "A"), _one("g", "W", "2026-04-01", "B")], findings
    )
    assert a.key != b.key
    only_b = replace(_one("g", "W", "2026-04-01", "B"))
    again = with_keys([only_b, _one("g", "W", "2026-04-01", "A")], Findings())
    assert {a.key, b.key} == {k.key for k in again}
    assert [p.code for p in findings.all()] == ["schedule.repeated_id"]


def test_names_in_order_with_a_key_only_where_it_is_their_own() -> None:
    rows = [("A", "1"), ("B", "2"), ("A", "9"), ("C", "2"), ("", "3"), ("D", "")]
    assert in_order(rows) == (("A", "1"), ("B", ""), ("C", ""), ("D", ""))


def test_an_id_that_several_people_bear_names_nobody() -> None:
    def session(title: str, *people: tuple[str, str]) -> Found:
        speakers = tuple(DraftSpeaker(name, key=key) for name, key in people)
        return Found(title, SessionFacts(title=title), speakers)

    findings = Findings()
    found = [
        session("A", ("Mara", "0"), ("Ren", "0"), ("Ida", "7")),
        session("B", ("Olu", "0"), ("Ida Storm", "7")),
        *(session(f"C{n}", (f"Person {n}", "x")) for n in range(4)),
    ]
    keys = {s.name: s.key for one in with_keys(found, findings) for s in one.speakers}
    assert {keys[name] for name in ("Mara", "Ren", "Olu", "Person 0", "Person 3")} == {""}
    assert keys["Ida"] == keys["Ida Storm"] == "7"
    told = [(p.facts["id"], p.facts["count"]) for p in findings.all()]
    assert told == [("0", 3), ("x", 4)]
