"""A session begun by hand: when it is, what kind it is, and which day the field names."""

from datetime import UTC, date, datetime, timedelta

import pytest

from confnotes.domain.conference import Conference
from confnotes.domain.session import Origin, Session, SessionFacts, SessionKind
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.notes.beginning import is_on, planned_start
from helpers.notes_desk import NOON, Desk, open_title
from helpers.sheet import CTRL, KEYS, SHIFT

MARCH = date(2026, 3, 23)


def programme(conference: Conference, *days: date, origin: Origin = Origin.OWN) -> ProgrammeView:
    """Return a conference with a session on each day."""
    sessions = tuple(
        SessionView(Session(str(day), "c", "e", SessionFacts(title="t"), origin=origin), day=day)
        for day in days
    )
    return ProgrammeView(conference, (), (), sessions)


@pytest.mark.parametrize(
    ("now", "on"),
    [
        (datetime(2026, 3, 21, 18, 59, tzinfo=UTC), False),  # 03:59 in Tokyo, still the 21st
        (datetime(2026, 3, 21, 19, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 27, 18, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 27, 19, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 23, tzinfo=UTC), False),
    ],
)
def test_a_conference_is_on_from_the_day_before_to_the_day_after(now: datetime, on: bool) -> None:
    dated = Conference("c", "C", "Asia/Tokyo", starts=MARCH, ends=MARCH + timedelta(days=3))
    undated = Conference("c", "C", "Asia/Tokyo")
    last = MARCH + timedelta(days=3)
    assert is_on(programme(dated), now) is on
    assert is_on(programme(undated, MARCH, last, origin=Origin.IMPORTED), now) is on


def test_without_dates_ones_own_sessions_say_it_loosely() -> None:
    conference = Conference("c", "C", "UTC")
    begun = programme(conference, MARCH)
    third = datetime(2026, 3, 25, 10, tzinfo=UTC)
    assert is_on(programme(conference), third)
    assert is_on(begun, third)
    assert planned_start(begun, third, MARCH) == "2026-03-25T10:00:00+00:00"
    later = third + timedelta(days=200)
    assert planned_start(begun, later, MARCH) == "2026-03-23"
    assert planned_start(begun, later, None) is None


def test_after_the_conference_a_session_is_on_the_day_shown(desk: Desk) -> None:
    desk.now = NOON + timedelta(days=240)
    desk.workspace._tick()
    agenda = desk.workspace.agenda
    desk.workspace.actions_by_name["new_session"].trigger()
    assert agenda.field.when.text() == "on Fri 1 May"
    assert agenda.field.when.width() >= agenda.field.when.sizeHint().width()  # read whole
    assert agenda.field.field.edit.accessibleName() == "New session: its title, on Fri 1 May"
    desk.type("Lunch after all")
    desk.key(KEYS.Key_Return)
    desk.until(lambda: open_title(desk) == "Lunch after all")
    view = desk.services.programme.session(desk.workspace.writes.session_id)
    assert (view.session.facts.start, view.day) == ("2026-05-01", date(2026, 5, 1))
    assert len(desk.services.programme.view(desk.conference).days) == 1
    assert agenda.title.text() == "Fri 1 May"
    assert not desk.workspace.sheet.header.time.isVisible()  # no time was made up
    assert desk.workspace.sheet.moments.zero is None


def test_during_the_conference_it_begins_now_whatever_day_is_shown(desk: Desk) -> None:
    desk.now = NOON + timedelta(days=1)
    desk.workspace._tick()
    desk.workspace.actions_by_name["new_session"].trigger()
    field = desk.workspace.agenda.field
    assert field.when.text() == "now, on Sat 2 May"
    desk.type("Hallway")
    desk.key(KEYS.Key_Return)
    desk.until(lambda: open_title(desk) == "Hallway")
    session = desk.services.programme.session(desk.workspace.writes.session_id).session
    assert (session.start_at, session.kind) == (desk.now, SessionKind.HALLWAY)


def test_tab_reaches_the_kind_and_nothing_else(desk: Desk) -> None:
    desk.key(KEYS.Key_N, CTRL)
    field = desk.workspace.agenda.field
    desk.type("Lunch")
    assert field.kind.key() is SessionKind.MEAL
    desk.key(KEYS.Key_Tab)
    assert field.kind.hasFocus()
    kinds = list(SessionKind)
    desk.key(KEYS.Key_Down)
    chosen = kinds[kinds.index(SessionKind.MEAL) + 1]
    assert field.kind.key() is chosen
    desk.key(KEYS.Key_Left)
    desk.key(KEYS.Key_Right)
    assert field.kind.key() is chosen
    desk.key(KEYS.Key_Tab)
    assert field.field.edit.hasFocus()
    desk.key(KEYS.Key_Tab, SHIFT)
    assert field.kind.hasFocus()
    desk.key(KEYS.Key_Tab)
    desk.type(" keynote")
    assert field.kind.key() is chosen  # what one said stays
    desk.key(KEYS.Key_Tab)
    desk.key(KEYS.Key_Return)
    desk.until(lambda: open_title(desk) == "Lunch keynote")
    session = desk.services.programme.session(desk.workspace.writes.session_id).session
    assert session.kind is chosen


def test_escape_in_the_kind_puts_the_field_away(desk: Desk) -> None:
    desk.key(KEYS.Key_N, CTRL)
    desk.key(KEYS.Key_Tab)
    desk.key(KEYS.Key_Escape)
    assert not desk.workspace.agenda.field.isVisible()
    desk.until(desk.editor.hasFocus)


def test_escape_puts_the_field_away_with_what_stands_in_it(desk: Desk) -> None:
    desk.key(KEYS.Key_N, CTRL)
    desk.type("Lunch wi")
    desk.key(KEYS.Key_Escape)
    assert not desk.workspace.agenda.field.isVisible()
    desk.until(desk.editor.hasFocus)
