"""The agenda by the clock."""

from datetime import timedelta

import pytest

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.session import Origin, Session, SessionFacts, SessionKind
from confnotes.services.views import SessionView
from confnotes.ui.notes.agenda_delegate import until
from confnotes.ui.notes.agenda_model import AgendaModel, When, is_mine, running, states
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.new_session import guess_kind
from confnotes.ui.parts.words import elapsed
from helpers.sheet import START


def view(
    name: str,
    begins: int | None,
    length: int | None = 30,
    *,
    intent: Intent = Intent.NONE,
    lines: int = 0,
) -> SessionView:
    """Return a session that begins so many minutes after nine."""
    start = None if begins is None else START + timedelta(minutes=begins)
    end = None if start is None or length is None else start + timedelta(minutes=length)
    facts = SessionFacts(title=name)
    choice = Choice(intent)
    session = Session(
        name, "c", "e", facts, start_at=start, end_at=end, choice=choice, origin=Origin.IMPORTED
    )
    return SessionView(session, lines=lines)


def test_states_follow_the_clock() -> None:
    rows = [
        view("a", -60),
        view("b", -10),
        view("c", 20),
        view("d", 20),
        view("e", 90),
        view("f", None),
    ]
    found = states(rows, START)
    assert [s.when for s in found] == [
        When.PAST,
        When.NOW,
        When.NEXT,
        When.NEXT,
        When.LATER,
        When.UNKNOWN,
    ]
    assert found[1].part == pytest.approx(1 / 3)
    assert (found[2].minutes, found[4].minutes) == (20, 90)


def test_a_session_without_an_end_is_on_for_half_an_hour() -> None:
    rows = [view("a", -29, None), view("b", -31, None), view("c", -5, 0)]
    assert [s.when for s in states(rows, START)] == [When.NOW, When.PAST, When.NOW]


def test_the_one_to_go_to_leads_what_is_running() -> None:
    rows = [view("a", 0), view("b", 0, intent=Intent.CONSIDERED), view("c", 0, intent=Intent.GOING)]
    assert [v.session.id for v in running(rows, START)] == ["c", "b", "a"]
    assert running(rows, START + timedelta(hours=2)) == []


def test_what_is_mine() -> None:
    assert not is_mine(view("a", 0))
    assert is_mine(view("a", 0, lines=1))
    assert is_mine(view("a", 0, intent=Intent.CONSIDERED))


def test_the_model_tells_when_a_session_turns() -> None:
    model = AgendaModel()
    model.set_rows([view("a", -10), view("b", 25)], START)
    assert not model.tick(START + timedelta(minutes=1))
    assert model.tick(START + timedelta(minutes=21))
    assert model.row_of("b") == 1
    assert model.row_of("nobody") == -1
    assert model.data(model.index(5, 0)) is None


def test_moments_inside_and_outside_of_the_talk() -> None:
    moments = Moments(START, START + timedelta(minutes=35), "Asia/Tokyo")
    at = START + timedelta(minutes=5, seconds=26)
    assert moments.short(at) == "05:26"
    assert moments.short(at, -6) == "05:20"
    assert moments.short(START - timedelta(minutes=10)) == "17:50"
    assert moments.short(START + timedelta(hours=4)) == "22:00"
    assert moments.short(START + timedelta(days=2)) == "3/25"
    assert moments.short(None) == ""
    assert Moments(zone_name="UTC").short(START) == "09:00"
    assert moments.full(START) == "2026-03-23 18:00:00"
    assert elapsed(3_725) == "1:02:05"


def test_talk_starts_now_moves_the_end_along() -> None:
    late = START + timedelta(minutes=5)
    session = Session(
        "a",
        "c",
        "e",
        SessionFacts(title="a"),
        start_at=START,
        end_at=START + timedelta(minutes=30),
        started_at=late,
    )
    moments = Moments.of(session, "UTC")
    assert (moments.zero, moments.length) == (late, 1800)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lunch with the Berlin team", SessionKind.MEAL),
        ("懇親会", SessionKind.PARTY),
        ("ブース巡り", SessionKind.BOOTH),
        ("Hallway: two people from a bank", SessionKind.HALLWAY),
        ("基調講演", SessionKind.KEYNOTE),
        ("How we got to meshes", SessionKind.TALK),
        ("", SessionKind.TALK),
    ],
)
def test_a_title_says_what_a_session_is(title: str, kind: SessionKind) -> None:
    assert guess_kind(title) is kind


def test_how_long_until_the_next() -> None:
    assert until(36) == "in 36 min"
    assert until(128) == "in 2 h 08"
    assert until(60 * 50) == "in 2 d"
