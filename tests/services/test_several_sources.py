"""A conference can have several schedules: each comes in, changes and goes by itself."""

from dataclasses import replace

import pytest

from confnotes.domain.conference import EventKind, SourceKind
from confnotes.domain.draft import Draft, DraftSession, DraftSpeaker
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.revisions import revisions
from confnotes.domain.session import SessionFacts
from confnotes.services.bundle import Services


def _session(key: str, title: str, hour: int, who: str = "", room: str = "Quay") -> DraftSession:
    start = f"2026-05-04T{hour:02}:00:00"
    facts = SessionFacts(title=title, start=start, duration=1800, room=room)
    return DraftSession(key, facts, (DraftSpeaker(who, key=key),) if who else ())


MAIN = Draft(
    SourceKind.ICALENDAR,
    (_session("1", "Ropes", 9, "Ada"), _session("2", "Knots", 10, "Ben"), _session("3", "Tar", 11)),
    title="Harbour Conf",
)
SUMMIT = Draft(
    SourceKind.ICALENDAR,
    (
        _session("1", "Sails", 9, "Cy", "Loft"),
        _session("2", "Masts", 12, "Ada", "Loft"),
        _session("9", "Ropes", 9, "Ada"),
    ),
    title="Sail Summit",
    venue="The loft",
)


@pytest.fixture
def both(opened: Services) -> str:
    """Return a conference with a second schedule as an event beside it."""
    made, _ = opened.schedules.import_draft(MAIN, name="", timezone="Europe/Lisbon")
    opened.schedules.add_source(made.conference_id, SUMMIT, event_name="Sail Summit")
    return made.conference_id


def _dump(opened: Services, conference: str) -> object:
    with opened.notebook.reading() as unit:
        return unit.dump(conference)


def _titles(opened: Services, conference: str) -> dict[str, list[str]]:
    view = opened.programme.view(conference)
    names = {one.id: one.title for one in view.events}
    found: dict[str, list[str]] = {}
    for one in view.sessions:
        found.setdefault(names[one.session.event_id], []).append(one.session.title)
    return found


def test_a_second_schedule_is_an_event_beside(opened: Services, both: str) -> None:
    assert _titles(opened, both) == {
        "Harbour Conf": ["Ropes", "Knots", "Tar"],
        "Sail Summit": ["Sails", "Masts"],  # the ropes are there already
    }
    view = opened.programme.view(both)
    event = next(one for one in view.events if one.kind is EventKind.COLOCATED)
    assert (str(event.starts), event.venue) == ("2026-05-04", "The loft")
    people = {v.session.title: [s.name for s in v.speakers] for v in view.sessions}
    assert people["Sails"] == ["Cy"]
    assert people["Masts"] == people["Ropes"] == ["Ada"]
    ada = {s.speaker_id for v in view.sessions for s in v.speakers if s.name == "Ada"}
    assert len(ada) == 1


def test_each_is_compared_with_its_own_later_state(opened: Services, both: str) -> None:
    for draft in (MAIN, SUMMIT):
        assert revisions(opened.schedules.differences(both, draft)) == ()
    before = _dump(opened, both)
    later = replace(SUMMIT, sessions=(_session("1", "Sails", 10, "Cy Quill", "Loft"),))
    found = opened.schedules.differences(both, later)
    assert [one.facts.title for one in found.gone] == ["Masts"]
    applied, _ = opened.schedules.apply(both, later)
    assert (applied.revised, applied.new, applied.removed) == (1, 0, 1)
    assert _titles(opened, both)["Harbour Conf"] == ["Ropes", "Knots", "Tar"]
    people = {v.session.title: v.speakers[0].name for v in opened.programme.view(both).sessions
              if v.speakers}  # fmt: skip
    assert people == {"Ropes": "Ada", "Knots": "Ben", "Sails": "Cy Quill"}
    opened.schedules.take_back(applied)
    assert _dump(opened, both) == before


def test_adding_is_taken_back_and_refused_twice(opened: Services) -> None:
    made, _ = opened.schedules.import_draft(MAIN, name="", timezone="Europe/Lisbon")
    before = _dump(opened, made.conference_id)
    added, _ = opened.schedules.add_source(made.conference_id, SUMMIT)
    assert added.new == 2
    assert list(_titles(opened, made.conference_id)) == ["Harbour Conf"]
    with pytest.raises(ConfnotesError) as caught:
        opened.schedules.add_source(made.conference_id, SUMMIT, event_name="Again")
    assert caught.value.code == "schedule.already_imported"
    opened.schedules.take_back(added)
    assert _dump(opened, made.conference_id) == before


def test_a_conference_begun_by_hand_gets_its_schedule(opened: Services) -> None:
    conference, _ = opened.programme.create_conference("Harbour", "Europe/Lisbon")
    hand, _ = opened.programme.add_session(conference, "Ropes", start="2026-05-04T09:00:00")
    added, _ = opened.schedules.add_source(conference, MAIN)
    assert added.new == 3
    ropes = next(
        v.session.id
        for v in opened.programme.view(conference).sessions
        if v.session.title == "Ropes" and v.session.id != hand
    )
    opened.schedules.join(hand, ropes)
    assert len(opened.programme.view(conference).sessions) == 3
    assert revisions(opened.schedules.differences(conference, MAIN)) == ()
    later = replace(MAIN, sessions=MAIN.sessions[:2])
    assert [one.facts.title for one in opened.schedules.differences(conference, later).gone] == [
        "Tar"
    ]
