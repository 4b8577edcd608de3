"""A session begun by hand and the scheduled one it turns out to be become one."""

import pytest

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.conference import Shelf, SourceKind
from confnotes.domain.draft import Draft, DraftLink, DraftSession, DraftSpeaker
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import Link, LinkKind, Origin, SessionFacts
from confnotes.services.bundle import Services

ROPES = DraftSession(
    "a",
    SessionFacts(title="Ropes", start="2026-05-04T09:00:00", duration=1800, room="Quay"),
    (DraftSpeaker("Mara Quill"),),
    (DraftLink(LinkKind.PAGE, "https://example.org/a"),),
)
DRAFT = Draft(SourceKind.FRAB_JSON, (ROPES,), title="Harbour Conf")


def _note(opened: Services, session_id: str, text: str) -> None:
    opened.notes.save(session_id, [Line(new_id(), session_id, 0, text)])


@pytest.fixture
def pair(opened: Services) -> tuple[str, str, str]:
    """Return a conference, a session begun by hand and a scheduled one."""
    made, _ = opened.schedules.import_draft(DRAFT, name="", timezone="Europe/Lisbon")
    conference = made.conference_id
    scheduled = next(iter(opened.programme.view(conference).by_id))
    hand, _ = opened.programme.add_session(
        conference, "the rope talk", start="2026-05-04T09:05:00", room="Left hall"
    )
    opened.programme.set_speakers(hand, [("Somebody", "")])
    return conference, hand, scheduled


def _dump(opened: Services, conference: str) -> object:
    with opened.notebook.reading() as unit:
        return unit.dump(conference)


def test_the_notes_get_the_facts_of_the_schedule(
    opened: Services, pair: tuple[str, str, str]
) -> None:
    conference, hand, scheduled = pair
    _note(opened, hand, "heard")
    opened.review.rate(hand, 4)
    opened.review.set_text(hand, "takeaway", "mend")
    opened.review.put_link(Link(new_id(), hand, LinkKind.VIDEO, "https://example.org/v"))
    opened.programme.choose_session(scheduled, Choice(Intent.GOING, reason="ropes"))
    opened.review.set_text(scheduled, "takeaway", "splice")
    before = _dump(opened, conference)
    joined, changes = opened.schedules.join(hand, scheduled)
    assert changes
    assert joined.session_id == hand
    (view,) = opened.programme.view(conference).sessions
    session = view.session
    assert (session.title, session.facts.room, session.origin) == ("Ropes", "Quay", Origin.IMPORTED)
    assert session.facts.start == "2026-05-04T09:00:00"
    assert (session.rating, session.takeaway) == (4, "mend\n\nsplice")
    assert (session.choice.intent, session.choice.reason) == (Intent.GOING, "ropes")
    assert [one.name for one in view.speakers] == ["Mara Quill"]
    assert {one.url for one in view.links} == {"https://example.org/v", "https://example.org/a"}
    assert [line.text for line in opened.notes.view(hand).lines] == ["heard"]
    # A later import finds it by the schedule's id.
    found = opened.schedules.differences(conference, DRAFT)
    assert [(one.known.session_id, one.values) for one in found.matched] == [(hand, ())]
    assert (found.new, found.gone) == ((), ())
    opened.schedules.take_back(joined.applied)
    assert _dump(opened, conference) == before


def test_notes_on_the_scheduled_one_stay_where_they_are(
    opened: Services, pair: tuple[str, str, str]
) -> None:
    conference, hand, scheduled = pair
    _note(opened, scheduled, "heard")
    opened.programme.choose_session(hand, Choice(watch_later=True))
    before = _dump(opened, conference)
    joined, _ = opened.schedules.join(hand, scheduled)
    assert joined.session_id == scheduled
    (view,) = opened.programme.view(conference).sessions
    assert (view.session.id, view.lines, view.session.title) == (scheduled, 1, "Ropes")
    assert view.session.choice.watch_later
    opened.schedules.take_back(joined.applied)
    assert _dump(opened, conference) == before


def test_joined_with_an_archived_one_it_is_at_hand(
    opened: Services, pair: tuple[str, str, str]
) -> None:
    conference, hand, scheduled = pair
    _note(opened, scheduled, "heard")
    opened.shelves.put_sessions({scheduled: Shelf.ARCHIVED})
    before = _dump(opened, conference)
    joined, _ = opened.schedules.join(hand, scheduled)
    assert joined.session_id == scheduled
    assert opened.programme.session(scheduled).session.shelf is None
    opened.schedules.take_back(joined.applied)
    assert _dump(opened, conference) == before


def test_a_text_typed_by_hand_stays_beside_a_correction(
    opened: Services, pair: tuple[str, str, str]
) -> None:
    _conference, hand, scheduled = pair
    opened.programme.edit_session(hand, SessionFacts(title="Ropes?", abstract="Written down."))
    opened.programme.edit_session(scheduled, SessionFacts(room="Pier"))
    joined, _ = opened.schedules.join(hand, scheduled)
    facts = opened.programme.session(joined.session_id).session.facts
    assert (facts.title, facts.room, facts.abstract) == ("Ropes", "Pier", "Written down.")


def test_what_cannot_be_joined_is_left_alone(opened: Services, pair: tuple[str, str, str]) -> None:
    conference, hand, scheduled = pair
    another, _ = opened.programme.add_session(conference, "Hallway")
    _note(opened, hand, "one")
    _note(opened, scheduled, "two")
    before = _dump(opened, conference)
    for first, second, code in (
        (hand, scheduled, "session.both_have_notes"),
        (scheduled, hand, "session.not_by_hand"),
        (hand, another, "session.not_scheduled"),
        (hand, new_id(), "session.gone"),
    ):
        with pytest.raises(ConfnotesError) as caught:
            opened.schedules.join(first, second)
        assert caught.value.code == code
    assert _dump(opened, conference) == before


def test_what_was_written_after_joining_survives_taking_back(
    opened: Services, pair: tuple[str, str, str]
) -> None:
    _, hand, scheduled = pair
    _note(opened, hand, "heard")
    joined, _ = opened.schedules.join(hand, scheduled)
    _note(opened, hand, "and more")
    opened.review.rate(hand, 5)
    opened.schedules.take_back(joined.applied)
    view = opened.programme.session(hand)
    assert (view.session.title, view.session.rating) == ("the rope talk", 5)
    assert [line.text for line in opened.notes.view(hand).lines] == ["and more"]
    assert opened.programme.session(scheduled).session.title == "Ropes"
