"""schedule.json in its dialects, and what is wrong within."""

import json
from typing import Any

import pytest

from confnotes.domain.session import LinkKind, SessionState
from confnotes.schedule import read_schedule
from helpers.schedules import codes, event, frab_json, only, refusal, refused


def test_a_session_of_pretalx() -> None:
    session = only(
        frab_json(
            event(
                url="https://talks.example.org/ex26/talk/AB12CD/",
                subtitle="",
                abstract="Short.",
                description="Short. And **long**.",
                track={"en": "Security"},
                type={"de": "Vortrag", "en": "Talk"},
                end="2026-04-01T10:50:00+02:00",
                links=[{"title": "Repo", "url": "https://e.org/r", "type": "related"}, "https://e.org/x"],
                attachments=[{"title": "deck", "url": "/media/deck.pdf", "type": "related"}],
                persons=[
                    {"guid": "g1", "id": 1, "name": "Ada Example", "biography": "<p>Bio</p>",
                     "email": "ada@example.org", "url": "https://talks.example.org/s/1"},
                    {"full_public_name": "Bob Sample", "affiliation": "Example Ltd"},
                    "Cleo",
                    {"id": 4},
                    5,
                ],
            ),
            conference={"time_zone_name": "Europe/Berlin"},
            base_url="https://talks.example.org/ex26/",
        )
    )  # fmt: skip
    facts = session.facts
    assert (facts.abstract, facts.track, facts.format) == (
        "Short. And **long**.",
        "Security",
        "Talk",
    )
    assert (facts.code, facts.room, facts.subtitle) == ("AB12CD", "Hall A", None)
    assert (facts.start, facts.end, facts.duration) == (
        "2026-04-01T10:00:00+02:00",
        "2026-04-01T10:50:00+02:00",
        2700,
    )
    assert [(s.name, s.key, s.affiliation, s.biography) for s in session.speakers] == [
        ("Ada Example", "g1", "", "Bio"),
        ("Bob Sample", "", "Example Ltd", ""),
        ("Cleo", "", "", ""),
    ]
    assert [(each.kind, each.url) for each in session.links] == [
        (LinkKind.PAGE, "https://talks.example.org/ex26/talk/AB12CD/"),
        (LinkKind.REPOSITORY, "https://e.org/r"),
        (LinkKind.OTHER, "https://e.org/x"),
        (LinkKind.SLIDES, "https://talks.example.org/media/deck.pdf"),
    ]
    assert "ada@example.org" not in session.record
    assert json.loads(session.record)["guid"] == session.key


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({}, "2026-04-01T10:00:00+02:00"),
        ({"date": "2026-04-01T08:00:00Z"}, "2026-04-01T08:00:00Z"),
        ({"date": "2026-04-01T10:00:00"}, "2026-04-01T10:00:00"),
        ({"date": "2026-04-01", "start": "02:00"}, "2026-04-01T02:00:00"),
        ({"date": None, "start": "10:30"}, "2026-04-01T10:30:00"),
        ({"date": None, "start": "02:00"}, "2026-04-02T02:00:00"),
        ({"date": "never", "start": "10:30"}, "2026-04-01T10:30:00"),
        ({"date": None, "start": None}, None),
        ({"date": None, "start": "late"}, None),
    ],
)
def test_when(fields: dict[str, Any], start: str | None) -> None:
    data = frab_json(event(**fields), conference={"day_change": "04:00"})
    assert only(data).facts.start == start


def test_a_broken_event_among_good_ones() -> None:
    draft = read_schedule(
        frab_json(
            event(guid="g1", title="One"),
            "no event",
            None,
            event(guid="g2", title="Two", date="2026-99-01T00:00:00Z", start="x", duration="?"),
            event(guid="g3", title=None, subtitle="Only a subtitle"),
            event(guid="g4", title={"ja": "三番", "en": "Three"}, language="ja"),
            {},
            event(guid="g5", title="Five", persons="nobody", links={"a": 1}, attachments=[1, None]),
        )
    )
    assert [s.facts.title for s in draft.sessions] == [
        "One",
        "Two",
        "Only a subtitle",
        "三番",
        "Five",
    ]
    places = {p.code: p.place for p in draft.problems}
    assert places["schedule.bad_time"] == "day 1, room Hall A, event 4"
    assert places["schedule.empty_session"] == "day 1, room Hall A, event 7"
    assert codes(draft).count("schedule.not_an_event") == 2


@pytest.mark.parametrize(
    "days",
    [
        [{"date": "2026-04-01", "rooms": [{"name": "Hall A", "events": [event()]}]}],
        [{"date": "2026-04-01", "rooms": {"Hall A": [event()], "Hall B": None}}],
        [3, {"date": "2026-04-01", "rooms": {"Hall A": [event()]}}, {"rooms": 3}, {}],
        [{"events": [event(room="Hall A")]}],
        {"1": {"date": "2026-04-01", "rooms": {"Hall A": [event()]}}},
    ],
)
def test_days_and_rooms_in_other_shapes(days: Any) -> None:
    draft = read_schedule(frab_json(conference={"days": days}))
    assert [s.facts.room for s in draft.sessions] == ["Hall A"]


def test_days_beside_the_conference_are_found() -> None:
    days = [{"date": "2026-04-01", "rooms": {"Hall A": [event()]}}]
    for whole in ({"schedule": {"conference": {"title": "X"}, "days": days}}, {"days": days}):
        assert len(read_schedule(json.dumps(whole).encode()).sessions) == 1


def test_the_head() -> None:
    draft = read_schedule(
        frab_json(
            event(room="Hall B", track="New"),
            conference={
                "title": {"de": "Beispiel", "en": "Example"},
                "time_zone_name": "Europe/Berlin",
                "start": "2026-04-01T04:00:00+02:00",
                "rooms": [{"name": "Main", "guid": "r1"}, {"name": "Twin", "guid": "r1"}],
                "tracks": [{"name": "Security", "color": "FF00aa"}, {"name": "X", "color": "red"}],
            },
            version="1.2",
            base_url="https://e.org/s/",
        )
    )
    assert (draft.title, draft.short_name, draft.version) == ("Example", "ex26", "1.2")
    assert str(draft.starts) == "2026-04-01"
    assert (draft.timezone, draft.timezone_from) == ("Europe/Berlin", "time_zone_name")
    assert draft.url == "https://e.org/s/"
    assert draft.rooms == (("Main", ""), ("Twin", ""), ("Hall A", ""), ("Hall B", ""))
    assert draft.tracks == (("Security", "#ff00aa"), ("X", ""), ("New", ""))


def test_zones_are_offered_from_offsets_and_never_taken() -> None:
    draft = read_schedule(frab_json(event()))
    assert draft.timezone is None
    assert draft.timezone_hints[0] == "Europe/Berlin"
    assert codes(draft) == ["schedule.only_offset", "schedule.zone_guess"]


def test_a_named_zone_that_the_times_contradict_is_told() -> None:
    draft = read_schedule(frab_json(event(), conference={"time_zone_name": "UTC"}))
    assert draft.timezone == "UTC"
    (problem,) = draft.problems
    assert problem.facts == {"zone": "UTC", "offset": "+02:00", "count": 1}


def test_an_unknown_zone_is_named() -> None:
    draft = read_schedule(frab_json(event(), conference={"time_zone_name": "Mars/Olympus"}))
    assert draft.timezone is None
    assert "schedule.unknown_zone" in codes(draft)


def test_a_repeated_guid_is_one_session_at_two_times() -> None:
    draft = read_schedule(frab_json(event(), event(date="2026-04-01T12:00:00+02:00")))
    assert len({s.key for s in draft.sessions}) == 1
    assert len({(s.key, s.facts.start) for s in draft.sessions}) == 2


@pytest.mark.parametrize(
    "fields", [{"cancelled": True}, {"status": "canceled"}, {"title": "中止：x"}]
)
def test_cancelled(fields: dict[str, Any]) -> None:
    assert only(frab_json(event(**fields))).facts.state is SessionState.CANCELLED


def test_where_json_breaks_is_said() -> None:
    data = frab_json(event())
    error = refusal(data.replace(b'"title": "Opening"', b'"title" "Opening"'))
    assert error is not None
    assert error.code == "schedule.broken_json"
    assert error.facts["line"] == 1
    for cut in range(data.index(b"{", 1), len(data) - 1, 7):
        assert refused(data[:cut]) == "schedule.truncated_json", cut
    assert refused(data + b" and more") == "schedule.broken_json"


@pytest.mark.parametrize(
    "data",
    [
        b'{"schedule":' * 5000,
        b"[" * 5000 + b"]" * 5000,
        b'{"schedule":{"conference":{"days":[' + b"[" * 5000 + b"]" * 5000 + b"]}}}",
        b'{"schedule":{"conference":{"days":[' + b"9" * 6000 + b"]}}}",
        b"{" * 1_200_000,
        b'{"a":1}{"a":2}',
        b"{'a':1}",
        b"{]",
    ],
    ids=range(8),
)
def test_hostile_json_is_refused(data: bytes) -> None:
    assert refused(data).startswith("schedule.")


def test_lone_surrogates_and_odd_numbers_do_no_harm() -> None:
    data = frab_json(event(id=float("inf"), guid=None, title="x\ud800y", abstract="\udc00"))
    session = only(data)
    assert session.facts.title == "x\ufffdy"
    session.record.encode()
    assert session.key.startswith("made:")


def test_a_file_that_breaks_its_format_everywhere_is_refused() -> None:
    bad = event(id="x7", date="2026-04-01T10:00:00", persons=[{"id": "p", "name": "Ada"}])
    error = refusal(frab_json(bad, bad))
    assert error is not None
    assert error.code == "schedule.invalid"
    assert error.facts == {
        "rules": "event.id, event.date, persons.id",
        "place": "day 1, room Hall A, event 1",
        "count": 2,
    }
    assert refused(frab_json(bad, event())) == ""
    assert refused(frab_json(event(id="x7", date="2026-04-01T10:00:00"))) == ""
