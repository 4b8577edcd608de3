"""Conferences, events and sessions."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import EventKind, Shelf
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.session import SessionFacts, SessionKind
from confnotes.services.bundle import Services
from helpers.erasing import erase_session


def _code(call: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(ConfnotesError) as caught:
        call(*args, **named)
    return caught.value.code


def test_a_new_conference_has_its_event_and_its_days(opened: Services, conference_id: str) -> None:
    view = opened.programme.view(conference_id)
    assert [(event.kind, event.name) for event in view.events] == [
        (EventKind.MAIN, "Harbour Conf 2026")
    ]
    assert [(day.number, day.date.day) for day in view.days] == [(1, 4), (2, 5), (3, 6)]
    assert view.conference.timezone_confirmed
    assert view.sessions == ()


def test_what_cannot_be_a_conference_is_refused_and_nothing_is_kept(opened: Services) -> None:
    create = opened.programme.create_conference
    assert _code(create, "  ", "UTC") == "conference.no_name"
    assert _code(create, "X", "Mars/Olympus") == "timezone.unknown"
    first, last = date(2026, 5, 2), date(2026, 5, 1)
    assert _code(create, "X", "UTC", starts=first, ends=last) == "conference.ends_before_start"
    assert opened.programme.conferences() == ()


def test_conferences_are_found_by_any_of_their_names(opened: Services, conference_id: str) -> None:
    programme = opened.programme
    programme.edit_conference(replace(programme.find(None), own_name="ハーバー", short_name="HC"))
    for name in (None, conference_id, "HARBOUR conf 2026", "はーばー", "ｈｃ"):
        assert programme.find(name).id == conference_id
    programme.create_conference("Other", "UTC")
    with pytest.raises(ConfnotesError) as caught:
        programme.find("third")
    assert caught.value.code == "conference.unknown"
    assert caught.value.facts == {"name": "third", "names": "ハーバー, Other"}
    with pytest.raises(ConfnotesError) as caught:
        programme.find(None)
    assert caught.value.code == "conference.several"


def test_an_empty_notebook_has_no_conference(opened: Services) -> None:
    assert _code(opened.programme.find, None) == "conference.none"
    assert _code(opened.programme.find, "x") == "conference.none"
    assert _code(opened.programme.view, "x") == "conference.gone"
    assert _code(opened.programme.session, "x") == "session.gone"


def test_the_newest_conference_comes_first_with_its_counts(
    opened: Services, conference_id: str, session_id: str
) -> None:
    opened.programme.create_conference("Later", "UTC", starts=date(2027, 1, 1))
    opened.programme.create_conference("Undated", "UTC")
    opened.notes.save(session_id, [Line("l", session_id, 0, "noted")])
    found = opened.programme.conferences()
    assert [one.conference.name for one in found] == ["Later", "Harbour Conf 2026", "Undated"]
    assert [(one.sessions, one.attended, one.days) for one in found] == [
        (0, 0, 1),
        (1, 1, 3),
        (0, 0, 0),
    ]


def test_attendance_said_counts_over_notes(
    opened: Services, conference_id: str, session_id: str
) -> None:
    opened.notes.save(session_id, [Line("l", session_id, 0, "noted")])
    for attendance, expected in (
        (Attendance.MISSED, 0),
        (Attendance.LEFT_EARLY, 1),
        (Attendance.OPEN, 1),
    ):
        opened.programme.choose_session(session_id, Choice(attendance=attendance))
        assert opened.programme.conferences()[0].attended == expected
        assert opened.programme.session(session_id).attended == bool(expected)


def test_another_zone_moves_wall_times_and_leaves_instants(
    opened: Services, conference_id: str, session_id: str
) -> None:
    fixed, _ = opened.programme.add_session(
        conference_id, "Broadcast", start="2026-05-05T10:00:00Z"
    )
    programme = opened.programme
    assert programme.session(session_id).session.start_at == datetime(2026, 5, 5, 9, tzinfo=UTC)
    programme.edit_conference(replace(programme.find(None), timezone="Asia/Tokyo"))
    assert programme.session(session_id).session.start_at == datetime(2026, 5, 5, 1, tzinfo=UTC)
    assert programme.session(session_id).session.end_at == datetime(2026, 5, 5, 1, 45, tzinfo=UTC)
    assert programme.session(fixed).session.start_at == datetime(2026, 5, 5, 10, tzinfo=UTC)


def test_days_follow_their_sessions_and_keep_what_a_person_said(
    opened: Services, conference_id: str
) -> None:
    programme = opened.programme
    early, _ = programme.add_session(conference_id, "Summit", start="2026-05-03T09:00:00")
    numbers = {day.date.day: day for day in programme.view(conference_id).days}
    assert {on: day.number for on, day in numbers.items()} == {3: 0, 4: 1, 5: 2, 6: 3}
    programme.edit_day(replace(numbers[4], label="Opening day"))
    programme.edit_day(replace(numbers[6], number=9))
    opened.shelves.put_sessions({early: Shelf.TRASHED})
    days = programme.view(conference_id).days
    assert [(day.date.day, day.number, day.label) for day in days] == [
        (4, 1, "Opening day"),
        (5, 2, ""),
        (6, 9, ""),
    ]


def test_a_night_belongs_to_the_day_before_and_a_date_to_itself(
    opened: Services, conference_id: str
) -> None:
    programme = opened.programme
    party, _ = programme.add_session(
        conference_id, "Party", SessionKind.PARTY, start="2026-05-05T01:30:00"
    )
    all_day, _ = programme.add_session(conference_id, "Exhibition", start="2026-05-05")
    some_day, _ = programme.add_session(conference_id, "Some day")
    view = programme.view(conference_id)
    assert view.by_id[party].day == date(2026, 5, 4)
    assert view.by_id[all_day].day == date(2026, 5, 5)
    assert view.by_id[some_day].day is None
    assert [one.session.title for one in view.on(None)] == ["Some day"]


def test_sessions_stand_by_start_then_room(opened: Services, conference_id: str) -> None:
    add = opened.programme.add_session
    add(conference_id, "later", start="2026-05-04T11:00:00", room="A")
    add(conference_id, "b", start="2026-05-04T10:00:00", room="B")
    add(conference_id, "a", start="2026-05-04T10:00:00", room="A")
    add(conference_id, "never")
    titles = [one.session.title for one in opened.programme.view(conference_id).sessions]
    assert titles == ["a", "b", "later", "never"]


def test_a_hand_made_session_is_edited_as_a_whole(opened: Services, session_id: str) -> None:
    facts = SessionFacts(title=" Beacons ", start="2026-05-04T10:00:00", room=" ")
    opened.programme.edit_session(session_id, facts)
    session = opened.programme.session(session_id).session
    assert session.given == SessionFacts(title="Beacons", start="2026-05-04T10:00:00")
    assert session.own == SessionFacts()
    assert session.end_at is None


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (SessionFacts(title="X", start="ten o'clock"), "session.bad_time"),
        (SessionFacts(title="X", start="2026-02-30"), "session.bad_time"),
        (SessionFacts(title="X", start="2026-05-04", duration=-1), "session.bad_time"),
        (
            SessionFacts(title="X", start="2026-05-04T10:00:00", end="2026-05-04T09:00:00"),
            "session.ends_before_start",
        ),
        (SessionFacts(title="  "), "session.no_title"),
    ],
)
def test_facts_that_make_no_sense_are_refused(
    opened: Services, session_id: str, facts: SessionFacts, code: str
) -> None:
    before = opened.programme.session(session_id)
    assert _code(opened.programme.edit_session, session_id, facts) == code
    assert opened.programme.session(session_id) == before


def test_choices_are_three_facts_with_a_reason(
    opened: Services, told: list[ChangeSet], conference_id: str, session_id: str
) -> None:
    choice = Choice(Intent.CONSIDERED, Attendance.MISSED, watch_later=True, reason="迷った")
    here = object()
    changes = opened.programme.choose_session(session_id, choice, initiator=here)
    assert opened.programme.session(session_id).session.choice == choice
    assert changes.changed == {(Kind.SESSION, session_id)}
    assert changes.conference_id == conference_id
    assert told[-1] is not None
    assert told[-1] == changes
    assert told[-1].initiator is here
    event = opened.programme.view(conference_id).events[0]
    opened.programme.choose_event(event.id, choice)
    assert opened.programme.view(conference_id).events[0].choice == choice


def test_nothing_is_told_when_nothing_changed(
    opened: Services, told: list[ChangeSet], session_id: str
) -> None:
    told.clear()
    assert not opened.programme.choose_session(session_id, Choice())
    assert told == []


def test_events_stand_beside_and_go_only_when_empty(opened: Services, conference_id: str) -> None:
    programme = opened.programme
    event_id, _ = programme.add_event(conference_id, "Day 0 summit", starts=date(2026, 5, 3))
    view = programme.view(conference_id)
    assert [event.name for event in view.events] == ["Harbour Conf 2026", "Day 0 summit"]
    assert [day.number for day in view.days] == [0, 1, 2, 3]
    talk, _ = programme.add_session(conference_id, "Talk", event_id=event_id)
    assert _code(programme.delete_event, event_id) == "event.has_sessions"
    opened.shelves.put_sessions({talk: Shelf.TRASHED})
    assert _code(programme.delete_event, event_id) == "event.has_trashed"
    erase_session(opened, talk)
    programme.edit_event(replace(view.events[1], own_name="Zero"))
    assert programme.view(conference_id).events[1].title == "Zero"
    programme.delete_event(event_id)
    assert len(programme.view(conference_id).events) == 1
    assert _code(programme.delete_event, view.events[0].id) == "event.is_main"
    assert _code(programme.delete_event, event_id) == "event.gone"


def test_speakers_are_kept_once_and_in_order(opened: Services, conference_id: str) -> None:
    programme = opened.programme
    one, _ = programme.add_session(conference_id, "One")
    two, _ = programme.add_session(conference_id, "Two")
    programme.set_speakers(one, [("Mara Quill", "Beacon"), ("青木 蓮", ""), ("  ", "")])
    programme.set_speakers(two, [("青木 蓮", ""), ("Mara Quill", "Other")])
    first, second = programme.session(one).speakers, programme.session(two).speakers
    assert [(s.name, s.affiliation) for s in first] == [("Mara Quill", "Beacon"), ("青木 蓮", "")]
    assert first[1].speaker_id == second[0].speaker_id
    assert first[0].speaker_id != second[1].speaker_id
    assert not programme.set_speakers(one, [("Mara Quill", "Beacon"), ("青木 蓮", "")])
    programme.set_speakers(one, [("青木 蓮", ""), ("Mara Quill", "Beacon")])
    assert [s.name for s in programme.session(one).speakers] == ["青木 蓮", "Mara Quill"]
    programme.set_speakers(one, [])
    assert programme.session(one).speakers == ()
    with opened.notebook.reading() as unit:
        names = {speaker.company for speaker in unit.contents(conference_id).speakers}
    assert names == {"", "Other"}  # nobody names Beacon's any more


def test_an_honorific_typed_after_a_name_makes_nobody_new(
    opened: Services, conference_id: str
) -> None:
    programme = opened.programme
    one, _ = programme.add_session(conference_id, "One")
    two, _ = programme.add_session(conference_id, "Two")
    programme.set_speakers(one, [("Paul Curtis", "Beacon"), ("さん", "")])
    programme.set_speakers(two, [("Paul Curtis氏", "Beacon"), ("Paul Curtis-san", "Beacon")])
    first, second = programme.session(one).speakers, programme.session(two).speakers
    assert {s.speaker_id for s in second} == {first[0].speaker_id}
    assert [s.name for s in second] == ["Paul Curtis氏", "Paul Curtis-san"]
    assert not programme.set_speakers(two, [(s.name, s.affiliation) for s in second])


def test_day_numbers_set_by_hand_stay_when_a_session_is_added(
    opened: Services, conference_id: str
) -> None:
    programme = opened.programme
    days = programme.view(conference_id).days
    for number, day in enumerate(days):
        programme.edit_day(replace(day, number=number))
    programme.add_session(conference_id, "One", start=f"{days[-1].date}T10:00:00")
    after = programme.view(conference_id).days
    assert [day.number for day in after] == list(range(len(days)))


def test_counts_are_of_what_is_open(opened: Services, session_id: str) -> None:
    lines = [
        Line("1", session_id, 0, "heard"),
        Line("2", session_id, 1, "?", kind=LineKind.UNCLEAR),
        Line("3", session_id, 2, "?", kind=LineKind.UNCLEAR, resolved=True, answer="!"),
        Line("4", session_id, 3, "ask", kind=LineKind.TODO),
        Line("5", session_id, 4, "asked", kind=LineKind.TODO, done=True),
    ]
    opened.notes.save(session_id, lines)
    view = opened.programme.session(session_id)
    assert (view.lines, view.unclear, view.todos, view.pictures) == (5, 1, 1, 0)
    assert opened.programme.view(view.session.conference_id).by_id[session_id] == view
    opened.notes.save(session_id, lines[:1])
    view = opened.programme.session(session_id)
    assert (view.lines, view.unclear, view.todos) == (1, 0, 0)


def test_empty_lines_do_not_count(opened: Services, session_id: str) -> None:
    lines = [
        Line("1", session_id, 0, "heard"),
        Line("2", session_id, 1, ""),
        Line("3", session_id, 2, "", kind=LineKind.UNCLEAR),
        Line("4", session_id, 3, " "),
    ]
    opened.notes.save(session_id, lines)
    assert opened.programme.session(session_id).lines == 2
    assert [one.attended for one in opened.programme.conferences()] == [1]
    opened.notes.save(session_id, [lines[1]])
    view = opened.programme.session(session_id)
    assert (view.lines, view.attended) == (0, False)
    assert [one.attended for one in opened.programme.conferences()] == [0]
