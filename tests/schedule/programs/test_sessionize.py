"""Sessionize: the views All, GridSmart and Sessions, and copies of them."""

import json

import pytest

from confnotes.domain.conference import SourceKind
from confnotes.domain.session import LinkKind, SessionKind, SessionState
from confnotes.schedule import read_schedule
from confnotes.schedule.programs.sessionize_parts import company_in
from helpers.programs import as_bytes, cell, grid, sessionize, talk
from helpers.schedules import codes, only


def test_every_field_of_the_view_all() -> None:
    draft = read_schedule(sessionize(talk()))
    (session,) = draft.sessions
    facts = session.facts
    assert draft.kind is SourceKind.SESSIONIZE
    assert (session.key, session.place) == ("2001", "sessions[0]")
    assert (facts.title, facts.abstract) == ("Buoys", "First.\n\nSecond.")
    assert (facts.start, facts.end) == ("2026-05-04T09:00:00", "2026-05-04T09:45:00")
    assert (facts.room, facts.track, facts.language) == ("Quay", "Sea", "en")
    assert (facts.format, facts.kind) == ("Workshop 90", SessionKind.WORKSHOP)
    (speaker,) = session.speakers
    assert (speaker.name, speaker.key, speaker.affiliation) == ("Mara Quill", "s1", "Beacon Works")
    assert (speaker.biography, speaker.url) == ("Keeps lights.", "https://quill.example/")
    assert draft.rooms == (("Quay", "5"), ("Mole", "6"))
    assert draft.needs_zone
    assert codes(draft) == ["schedule.companies_guessed", "schedule.times_without_zone"]
    assert json.loads(session.record)["id"] == "2001"


def test_a_grid_brings_everything_along() -> None:
    session = only(grid([cell(room=..., roomId=...)]))
    assert (session.facts.room, session.facts.track) == ("Room 1", "Sea")
    assert [s.name for s in session.speakers] == ["Mara Quill"]
    assert session.place == "[0].rooms[0].sessions[0]"
    assert only(grid([cell(room="Own")])).facts.room == "Own"


def test_the_view_sessions_is_read_by_groups() -> None:
    data = as_bytes([{"groupId": "1", "groupName": "Day", "sessions": [cell(room="Quay")]}])
    session = only(data)
    assert (session.facts.title, session.facts.room) == ("Buoys", "Quay")
    assert session.place == "[0].sessions[0]"


def test_a_break_under_an_id_per_room_is_one_session() -> None:
    brk = {"title": "Coffee break", "isServiceSession": True, "isPlenumSession": True,
           "speakers": []}  # fmt: skip
    rooms = [[cell(id=f"b{n}", **brk), cell(id=f"t{n}", title=f"Talk {n}")] for n in range(3)]
    draft = read_schedule(grid(*rooms))
    assert len(draft.sessions) == 4
    (merged,) = [s for s in draft.sessions if s.facts.kind is SessionKind.MEAL]
    assert (merged.key, merged.facts.room) == ("b0", None)
    (problem,) = [p for p in draft.problems if p.code == "schedule.once_for_all_rooms"]
    assert problem.facts == {"count": 2}


def test_one_id_in_every_room_is_one_session() -> None:
    plenary = cell(id="p", title="Opening", isPlenumSession=True)
    draft = read_schedule(grid([plenary], [plenary]))
    assert [(s.key, s.facts.room) for s in draft.sessions] == [("p", None)]


def test_placeholders_of_one_title_stay_apart() -> None:
    slot = {"title": "Community Session", "isServiceSession": True, "speakers": []}
    draft = read_schedule(grid([cell(id="a", **slot)], [cell(id="b", **slot)]))
    assert [s.facts.room for s in draft.sessions] == ["Room 1", "Room 2"]
    later = {"title": "Break", "isServiceSession": True, "startsAt": "2026-05-04T15:00:00",
             "endsAt": "2026-05-04T15:30:00"}  # fmt: skip
    apart = grid([cell(id="a", title="Break", isServiceSession=True), cell(id="b", **later)])
    assert len(read_schedule(apart).sessions) == 2


def test_links_are_recordings_and_answers_that_lead_somewhere() -> None:
    session = only(
        sessionize(
            talk(
                recordingUrl="https://videos.example/1",
                liveUrl="https://zoom.us/j/1?pwd=secret",
                questionAnswers=[
                    {"questionId": 7, "answerValue": "https://youtu.be/abc"},
                    {"questionId": 8, "answerValue": "https://us02.zoom.us/j/2?pwd=secret"},
                    {"questionId": 8, "answerValue": "https://short.example/x"},
                    {"questionId": 8, "answerValue": "javascript:alert(1)"},
                ],
                asset={"videoUrl": None, "slideUrl": "https://speakerdeck.com/x"},
            )
        )
    )
    assert [(one.kind, one.url) for one in session.links] == [
        (LinkKind.VIDEO, "https://videos.example/1"),
        (LinkKind.SLIDES, "https://speakerdeck.com/x"),
        (LinkKind.VIDEO, "https://youtu.be/abc"),
    ]


def test_texts_by_language_follow_the_language_of_the_session() -> None:
    title = {"ja": "浮標", "en": "Buoys"}
    assert only(sessionize(talk(title=title, language="JAPANESE"))).facts.title == "浮標"
    assert only(sessionize(talk(title=title, language="ENGLISH"))).facts.title == "Buoys"
    rooms = [{"id": 5, "name": {"ja": "岸壁", "en": "Quay"}}]
    mixed = only(sessionize(talk(language="TBD", categoryItems=[]), rooms=rooms))
    assert (mixed.facts.language, mixed.facts.room) == (None, "Quay")


def test_a_session_that_does_not_take_place_says_why() -> None:
    message = {"ja": "中止です。", "en": "Called off."}
    facts = only(sessionize(talk(noShow=True, message=message))).facts
    assert facts.state is SessionState.CANCELLED
    assert facts.abstract == "Called off.\n\nFirst.\n\nSecond."


def test_unpublished_times_and_unknown_speakers_are_told() -> None:
    draft = read_schedule(sessionize(talk(startsAt=None, endsAt=None, speakers=["s1", "gone"])))
    (session,) = draft.sessions
    assert (session.facts.start, len(session.speakers)) == (None, 1)
    told = {(p.code, p.place) for p in draft.problems}
    assert ("schedule.no_start", "sessions[0]") in told
    assert ("schedule.unknown_speaker", "sessions[0]") in told


def test_times_in_utc_and_with_offset() -> None:
    in_utc = read_schedule(sessionize(talk(startsAt="2026-05-04T09:00:00Z", endsAt=None)))
    assert (in_utc.needs_zone, in_utc.sessions[0].facts.start) == (False, "2026-05-04T09:00:00Z")
    assert "schedule.only_utc" in codes(in_utc)
    tokyo = read_schedule(sessionize(talk(startsAt="2026-05-04T09:00:00+09:00", endsAt=None)))
    assert tokyo.timezone_hints[0] == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("Keeper @ Beacon Works", "Beacon Works"),
        ("Keeper at Beacon Works, Inc.", "Beacon Works, Inc."),
        ("Software engineer @Beacon", "Beacon"),
        ("株式会社灯台", "株式会社灯台"),
        ("灯台株式会社", "灯台株式会社"),
        ("株式会社灯台 / エンジニア", ""),
        ("Keeper", ""),
        ("Loves to look at things", ""),
        ("Keeper @ Beacon & Expert", ""),
        ("Keeper @ Beacon, Writer, Sailor", ""),
        ("a@b", ""),
    ],
)
def test_companies_in_tag_lines(line: str, company: str) -> None:
    assert company_in(line) == company
