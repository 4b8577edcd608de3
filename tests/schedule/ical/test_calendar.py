"""The calendar as a whole: its head, its zone, and what breaks around its events."""

import pytest

from confnotes.domain.draft import Draft
from confnotes.schedule import read_schedule
from helpers.schedules import calendar, codes, refusal, vevent

SCHED = (
    "X-WR-CALNAME:ex26",
    "X-WR-CALDESC:Event Calendar",
    "PRODID:-//Sched.com Example &amp\\; Friends 2026//EN",
    "X-WR-TIMEZONE:UTC",
)
START = "DTSTART:20260401T080000Z"


def sched() -> Draft:
    events = [
        vevent(
            START,
            f"LOCATION:Hall {n}\\, Amsterdam\\, Netherlands",
            f"URL:http://ex26.sched.com/event/{n}",
            "CATEGORIES:SECURITY",
            uid=str(n),
            summary=f"Talk {n} - Ada Example\\, Example Ltd",
        )
        for n in range(5)
    ]
    return read_schedule(calendar(*events, head=SCHED))


def test_sched_has_its_title_in_prodid_and_no_zone() -> None:
    draft = sched()
    assert (draft.title, draft.url, draft.city) == (
        "Example & Friends 2026",
        "https://ex26.sched.com",
        "Amsterdam",
    )
    assert draft.timezone is None
    assert draft.timezone_hints == ("Europe/Amsterdam",)
    assert codes(draft) == ["schedule.zone_not_given", "schedule.zone_guess"]


def test_sched_sessions_have_rooms_and_tracks_but_no_guessed_speakers() -> None:
    session = sched().sessions[0]
    assert session.facts.title == "Talk 0 - Ada Example, Example Ltd"
    assert session.speakers == ()
    assert (session.facts.room, session.facts.track) == ("Hall 0", "SECURITY")
    assert session.links[0].url == "https://ex26.sched.com/event/0"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("X-WR-CALNAME:Example 2026",), "Example 2026"),
        (("X-WR-CALNAME;CHARSET=UTF-8: Example 2026 ",), "Example 2026"),
        (("NAME:Example 2026", "X-WR-CALDESC:All of it"), "Example 2026"),
        (("X-WR-CALNAME:Calendar", "X-WR-CALDESC:Example 2026"), "Example 2026"),
        ((), ""),
    ],
)
def test_titles(head: tuple[str, ...], title: str) -> None:
    assert read_schedule(calendar(vevent(START), head=head)).title == title


@pytest.mark.parametrize(
    ("head", "lines", "zone", "source"),
    [
        (("X-WR-TIMEZONE:Europe/Rome",), (START,), "Europe/Rome", "X-WR-TIMEZONE"),
        (("X-WR-TIMEZONE:Etc/UTC",), (START,), None, ""),
        (("VTIMEZONE: Europe/Rome",), (START,), "Europe/Rome", "VTIMEZONE"),
        ((), ("DTSTART;TZID=Asia/Tokyo:20260401T100000",), "Asia/Tokyo", "TZID"),
        (
            ("X-WR-TIMEZONE:Europe/Rome",),
            ("DTSTART;TZID=Asia/Tokyo:20260401T100000",),
            "Asia/Tokyo",
            "TZID",
        ),
        (("X-WR-TIMEZONE:Nowhere/At",), (START,), None, ""),
    ],
)
def test_zones(
    head: tuple[str, ...], lines: tuple[str, ...], zone: str | None, source: str
) -> None:
    draft = read_schedule(calendar(vevent(*lines), head=head))
    assert (draft.timezone, draft.timezone_from) == (zone, source)


def test_a_vtimezone_names_the_zone_where_the_times_do_not() -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE"
    draft = read_schedule(calendar(zone, vevent(START)))
    assert (draft.timezone, draft.timezone_from) == ("Europe/Berlin", "VTIMEZONE")


def test_two_calendars_in_one_file_are_read_as_one() -> None:
    data = calendar(vevent(START)) + calendar(vevent(START, uid="a2", summary="Two"))
    draft = read_schedule(data)
    assert [s.facts.title for s in draft.sessions] == ["Opening", "Two"]
    assert "schedule.several_calendars" in codes(draft)


def test_junk_is_named_and_costs_nothing() -> None:
    data = calendar("this line is junk", vevent("more junk", START), "@@@")
    draft = read_schedule(data)
    assert [s.facts.start for s in draft.sessions] == ["2026-04-01T08:00:00Z"]
    assert codes(draft).count("schedule.stray_line") == 2
    assert codes(draft).count("schedule.torn_text") == 1


def test_lines_torn_off_a_description_are_put_back() -> None:
    data = calendar(vevent(START, "DESCRIPTION:One", "Two without a colon", "Note: bring a laptop",
                           "LOCATION:Hall"))  # fmt: skip
    (session,) = read_schedule(data).sessions
    assert session.facts.abstract == "One\nTwo without a colon\nNote: bring a laptop"
    assert session.facts.room == "Hall"


def test_an_event_that_is_not_closed_is_read_and_its_neighbour_too() -> None:
    broken = vevent(START, summary="Open").replace("\r\nEND:VEVENT", "")
    draft = read_schedule(calendar(broken, vevent(START, uid="a2", summary="Next")))
    assert [s.facts.title for s in draft.sessions] == ["Open", "Next"]
    assert "schedule.unclosed_event" in codes(draft)


def test_an_alarm_in_an_event_does_not_speak_for_it() -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Alarm", "DESCRIPTION:ring", "END:VALARM")
    (session,) = read_schedule(calendar(vevent(*alarm, START, summary=""))).sessions
    assert session.facts.title is None
    assert session.facts.start == "2026-04-01T08:00:00Z"


def test_every_cut_within_an_event_is_refused_with_its_line() -> None:
    data = calendar(vevent(START), vevent(START, uid="a2"))
    second = data.rindex(b"BEGIN:VEVENT")
    for cut in range(second + len("BEGIN:VEVENT"), data.rindex(b"END:VEVENT") + 9):
        error = refusal(data[:cut])
        assert error is not None, data[:cut]
        assert error.code == "schedule.truncated"
        assert error.facts["count"] == 1
        assert error.facts["line"] in (data[:cut].count(b"\n"), data[:cut].count(b"\n") + 1)


def test_a_missing_end_of_the_calendar_alone_is_told() -> None:
    data = calendar(vevent(START)).replace(b"END:VCALENDAR\r\n", b"")
    draft = read_schedule(data)
    assert len(draft.sessions) == 1
    assert "schedule.no_end" in codes(draft)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\r\n"])
def test_line_ends_of_every_kind(end: str) -> None:
    data = calendar(vevent(START, "DESCRIPTION:a", " b")).decode().replace("\r\n", end)
    (session,) = read_schedule(data.encode()).sessions
    assert session.facts.abstract == "ab"


def test_names_in_any_case_and_spaces_after_colons() -> None:
    data = (
        "begin: vcalendar\nprodid: x\nbegin: vevent\nuid: 1\ndtstart: 20260401T080000Z\n"
        "summary: Opening\nlocation: Hall\nend: vevent\nend: vcalendar\n"
    )
    (session,) = read_schedule(data.encode()).sessions
    assert (session.facts.title, session.facts.room) == ("Opening", "Hall")
    assert session.facts.start == "2026-04-01T08:00:00Z"


def test_ids_used_for_many_events_name_none_of_them() -> None:
    events = [vevent(f"DTSTART:2026040{n}T080000Z", summary=f"Talk {n}") for n in range(1, 6)]
    draft = read_schedule(calendar(*events))
    assert len({s.key for s in draft.sessions}) == 5
    (problem,) = [p for p in draft.problems if p.code == "schedule.shared_id"]
    assert problem.facts == {"id": "a1", "count": 5}


def test_an_event_without_a_calendar_around_it_is_read() -> None:
    (session,) = read_schedule(vevent(START).encode()).sessions
    assert session.facts.title == "Opening"
