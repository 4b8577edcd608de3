"""Sessions in the archive and in the trash: where they are, and what a later schedule does."""

from dataclasses import replace

import pytest

from confnotes.domain.conference import Shelf
from confnotes.domain.draft import DraftSession
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.revisions import RevisionKind, revisions
from confnotes.domain.session import SessionFacts, SessionState
from confnotes.services.bundle import Services
from confnotes.services.views import ProgrammeView
from helpers.later_schedules import state


def _imported(opened: Services) -> str:
    made, _ = opened.schedules.import_draft(state(40), name="Harbour", timezone="Europe/Lisbon")
    return made.conference_id


def _titles(view: ProgrammeView) -> set[str]:
    return {one.session.title for one in view.sessions}


def _kept(view: ProgrammeView) -> object:
    """Return all of a programme but the ids of its days, which are made anew."""
    return replace(view, days=tuple(replace(day, id="") for day in view.days))


def test_several_go_and_come_back_as_one_step(opened: Services) -> None:
    conference = _imported(opened)
    before = opened.programme.view(conference)
    first, second, third = (one.session.id for one in before.sessions[:3])
    opened.shelves.put_sessions({first: Shelf.ARCHIVED})
    where, changes = opened.shelves.put_sessions(dict.fromkeys((first, second), Shelf.TRASHED))
    assert where == {first: Shelf.ARCHIVED, second: None}
    assert changes.conference_id == conference
    view = opened.programme.view(conference)
    assert {one.session.id for one in view.trashed} == {first, second}
    assert third in view.by_id
    back, _ = opened.shelves.put_sessions(where)
    assert opened.programme.session(first).session.shelf is Shelf.ARCHIVED
    assert opened.programme.session(second).session.shelf is None
    opened.shelves.put_sessions({**back, first: None, second: None})
    assert _kept(opened.programme.view(conference)) == _kept(before)
    _, again = opened.shelves.put_sessions({first: None})
    assert not again
    with pytest.raises(ConfnotesError, match=r"session\.gone"):
        opened.shelves.put_sessions({second: Shelf.TRASHED, new_id(): Shelf.TRASHED})
    assert _kept(opened.programme.view(conference)) == _kept(before)  # all of them or none


def test_notes_are_saved_while_it_is_in_the_trash(opened: Services, session_id: str) -> None:
    opened.shelves.put_sessions({session_id: Shelf.TRASHED})
    opened.notes.save(session_id, [Line(new_id(), session_id, 0, "typed a moment before")])
    opened.shelves.put_sessions({session_id: None})
    assert [one.text for one in opened.notes.view(session_id).lines] == ["typed a moment before"]


def test_a_later_schedule_brings_nothing_out_of_the_trash(opened: Services) -> None:
    conference = _imported(opened)
    there = opened.programme.view(conference)
    found = revisions(opened.schedules.differences(conference, state(40, 3)))
    gone = [one.id for one in found if one.kind is RevisionKind.GONE]
    kept = [one.id for one in found if one.kind not in (RevisionKind.GONE, RevisionKind.NEW)]
    still = next(one.session.id for one in there.sessions if one.session.id not in {*gone, *kept})
    thrown = {*gone[:1], *kept[:1], still}
    opened.shelves.put_sessions(dict.fromkeys(thrown, Shelf.TRASHED))
    applied, _ = opened.schedules.apply(conference, state(40, 3))
    view = opened.programme.view(conference)
    assert {one.session.id for one in view.trashed} == thrown
    assert _titles(view).isdisjoint(one.session.title for one in view.trashed)
    for identity in gone[:1]:  # it stays for being there, and says what became of it
        state_of = opened.programme.session(identity).session.facts.state
        assert state_of is SessionState.MISSING
    opened.schedules.take_back(applied)
    opened.shelves.put_sessions(dict.fromkeys(thrown, None))
    assert _kept(opened.programme.view(conference)) == _kept(there)


def test_a_day_goes_with_its_last_session_and_comes_back(
    opened: Services, conference_id: str
) -> None:
    extra, _ = opened.programme.add_session(conference_id, "Dinner", start="2026-05-09T19:00:00")
    days = opened.programme.view(conference_id).days
    opened.shelves.put_sessions({extra: Shelf.TRASHED})
    assert len(opened.programme.view(conference_id).days) == len(days) - 1
    opened.shelves.put_sessions({extra: None})
    dates = [(day.date, day.number) for day in opened.programme.view(conference_id).days]
    assert dates == [(day.date, day.number) for day in days]


def test_put_away_and_back_leaves_a_new_session_nothing_of_ones_own(opened: Services) -> None:
    conference = _imported(opened)
    known = set(opened.programme.view(conference).by_id)
    facts = SessionFacts(title="Late news", start="2026-05-05T21:00:00", duration=600)
    later = state(40)
    later = replace(later, sessions=(*later.sessions, DraftSession("late", facts)))
    applied, _ = opened.schedules.apply(conference, later)
    new = next(iter(opened.programme.view(conference).by_id.keys() - known))
    before, _ = opened.shelves.put_sessions({new: Shelf.TRASHED})
    opened.shelves.put_sessions(before)
    opened.schedules.take_back(applied)
    assert set(opened.programme.view(conference).by_id) == known
