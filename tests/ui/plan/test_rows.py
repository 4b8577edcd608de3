"""Rows of a day, and what a form typed by hand means."""

from dataclasses import replace
from datetime import date

import pytest

from confnotes.domain.conference import Conference
from confnotes.domain.session import SessionFacts, SessionKind
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.plan.rows import (
    Head,
    InputError,
    SessionInput,
    SessionRow,
    credits_of,
    credits_text,
    day_rows,
    minute_of,
    own_facts,
    planned_start,
    seconds_of,
    session_rows,
)

CONFERENCE = Conference("c", "C", "Asia/Tokyo")


def said(services: Services, conference: str, day: date | None) -> list[str]:
    view = services.programme.view(conference)
    sessions = session_rows(view.on(day), {}, "Asia/Tokyo", "All day")
    rows = day_rows(sessions, "Asia/Tokyo", "All day")
    return [
        f"# {r.start}{r.rest}" if isinstance(r, Head) else f"{r.view.session.title} {r.until}"
        for r in rows
    ]


def test_a_head_stands_over_what_begins_together(services: Services, conference: str) -> None:
    assert said(services, conference, date(2026, 5, 1)) == [
        "# 9:00–9:30", "Opening ", "# 10:00–10:35", "Meshes at sea ", "Logs that speak ",
    ]  # fmt: skip


def test_rows_say_their_end_where_they_do_not_end_together(
    services: Services, conference: str
) -> None:
    services.programme.add_session(
        conference, "Long one", start="2026-05-01T10:00:00", duration=7200, room="C"
    )
    assert said(services, conference, date(2026, 5, 1))[2:] == [
        "# 10:00", "Meshes at sea 10:35", "Logs that speak 10:35", "Long one 12:00",
    ]  # fmt: skip


def test_what_has_no_time_has_no_head(services: Services, conference: str) -> None:
    assert said(services, conference, None) == ["Some time "]


def test_a_date_alone_is_all_day(services: Services, conference: str) -> None:
    services.programme.add_session(conference, "Expo", start="2026-05-02")
    assert said(services, conference, date(2026, 5, 2))[:2] == ["# All day", "Expo "]


@pytest.mark.parametrize(
    ("text", "minute"),
    [("9:05", 545), ("09:05", 545), ("905", 545), ("9", 540), ("０９：０５", 545), ("23:59", 1439),
     ("24:00", None), ("9:60", None), ("nine", None), ("", None), ("-1:00", None), ("9:5x", None)],
)  # fmt: skip
def test_a_time_as_typed(text: str, minute: int | None) -> None:
    assert minute_of(text) == minute


def test_after_midnight_is_still_that_day() -> None:
    day = date(2026, 5, 1)
    assert planned_start(SessionInput("x", day=day, start="1:30"), CONFERENCE) == (
        "2026-05-02T01:30:00"
    )
    assert planned_start(SessionInput("x", day=day, start="4:00"), CONFERENCE) == (
        "2026-05-01T04:00:00"
    )
    assert planned_start(SessionInput("x", day=day), CONFERENCE) == "2026-05-01"
    assert planned_start(SessionInput("x"), CONFERENCE) is None


def test_what_makes_no_sense_names_its_field() -> None:
    with pytest.raises(InputError, match="start"):
        planned_start(SessionInput("x", day=date(2026, 5, 1), start="soon"), CONFERENCE)
    with pytest.raises(InputError, match="minutes"):
        seconds_of("half an hour")
    assert seconds_of("３５") == 2100
    assert seconds_of(" ") is None


def test_speakers_one_a_line() -> None:
    typed = "Aya Mori (Harbour Labs)\n\n 森 彩（港ラボ）\nNo Company"
    assert credits_of(typed) == [
        ("Aya Mori", "Harbour Labs"), ("森 彩", "港ラボ"), ("No Company", ""),
    ]  # fmt: skip


def test_speakers_survive_the_form(services: Services, conference: str) -> None:
    view = services.programme.view(conference).sessions[0]
    services.programme.set_speakers(view.session.id, [("Aya Mori", "Harbour Labs"), ("Bo", "")])
    again = services.programme.session(view.session.id)
    assert credits_of(credits_text(again)) == [("Aya Mori", "Harbour Labs"), ("Bo", "")]


def test_only_what_differs_becomes_ones_own() -> None:
    given = SessionFacts(title="A", room="1", start="2026-05-01T09:00:00", duration=60)
    assert own_facts(replace(given, subtitle=""), given) == SessionFacts()
    moved = own_facts(replace(given, room="2", kind=SessionKind.PANEL), given)
    assert moved == SessionFacts(room="2", kind=SessionKind.PANEL)
    assert own_facts(replace(given, room=None), given) == SessionFacts(room="")


def test_a_row_names_its_speakers(services: Services, conference: str) -> None:
    view: SessionView = services.programme.view(conference).sessions[0]
    row = SessionRow(view, view.session.choice)
    assert row.speakers == ""
    assert row.id == view.session.id
