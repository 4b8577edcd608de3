"""What is read out of events: times, texts, people, repeats."""

import json

import pytest

from confnotes.domain.conference import Confidence
from confnotes.domain.session import LinkKind, SessionKind, SessionState
from confnotes.domain.times import Planned
from confnotes.schedule import read_schedule
from helpers.schedules import calendar, codes, only, vevent

TOKYO = ("PRODID:-//Example//EN", "X-WR-TIMEZONE:Asia/Tokyo")


@pytest.mark.parametrize(
    ("lines", "start", "end", "duration"),
    [
        (("DTSTART:20260401T080000Z", "DTEND:20260401T090000Z"),
         "2026-04-01T08:00:00Z", "2026-04-01T09:00:00Z", None),
        (("DTSTART;TZID=Europe/Paris:20260401T100000", "DURATION:PT45M"),
         "2026-04-01T10:00:00+02:00", None, 2700),
        (("DTSTART;TZID=Romance Standard Time:20260401T100000",),
         "2026-04-01T10:00:00+02:00", None, None),
        (('DTSTART;VALUE=DATE-TIME;TZID="Europe/Paris": 20260401T100000',),
         "2026-04-01T10:00:00+02:00", None, None),
        (("DTSTART:20260401T100000",), "2026-04-01T10:00:00", None, None),
        (("DTSTART:2026-04-01T10:00:00+09:00",), "2026-04-01T10:00:00+09:00", None, None),
        (("DTSTART;TZID=UTC+2:20260401T100000",), "2026-04-01T10:00:00+02:00", None, None),
        (("DTSTART;TZID=GMT-0530:20260401T100000",), "2026-04-01T10:00:00-05:30", None, None),
        (("DTSTART;TZID=UTC:20260401T100000",), "2026-04-01T10:00:00Z", None, None),
        (("DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260402"),
         "2026-04-01", "2026-04-01", None),
        (("DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260401"),
         "2026-04-01", "2026-04-01", None),
        (("DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260404"),
         "2026-04-01", "2026-04-03", None),
        (("DTSTART:20260401T080000Z", "DTEND:20260401T090000Z", "DURATION:PT5H"),
         "2026-04-01T08:00:00Z", "2026-04-01T09:00:00Z", None),
        (("DTSTART:20260401T080000Z", "DTEND:20260401T080000Z"),
         "2026-04-01T08:00:00Z", "2026-04-01T08:00:00Z", None),
    ],
)  # fmt: skip
def test_times(lines: tuple[str, ...], start: str, end: str | None, duration: int | None) -> None:
    facts = only(calendar(vevent(*lines))).facts
    assert (facts.start, facts.end, facts.duration) == (start, end, duration)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("DTSTART:20261332T080000Z",), "schedule.bad_time"),
        (("DTSTART:20260401T250000Z",), "schedule.bad_time"),
        (("DTSTART:soon",), "schedule.bad_time"),
        (("DTSTART:00010101T000000",), "schedule.bad_time"),
        ((), "schedule.no_start"),
        (("DTSTART:20260401T080000Z", "DTEND:20260401T070000Z"), "schedule.bad_end"),
        (("DTSTART:20260401T080000Z", "DTEND;VALUE=DATE:20260402"), "schedule.bad_end"),
        (("DTSTART:20260401T080000Z", "DTEND:20260401T090000"), "schedule.bad_end"),
        (("DTSTART:20260401T080000Z", "DTEND:never"), "schedule.bad_time"),
        (("DTSTART:20260401T080000Z", "DURATION:long"), "schedule.bad_time"),
        (("DTSTART;TZID=Mars/Olympus:20260401T080000",), "schedule.unknown_tzid"),
    ],
)
def test_a_broken_time_costs_only_itself(lines: tuple[str, ...], code: str) -> None:
    good = vevent("DTSTART:20260401T100000Z", uid="a2", summary="Good")
    draft = read_schedule(calendar(vevent(*lines, summary="Broken"), good))
    assert [s.facts.title for s in draft.sessions] == ["Broken", "Good"]
    assert code in codes(draft)


def test_a_problem_names_its_line() -> None:
    data = calendar(vevent("DTSTART:20260401T080000Z"), vevent("DTSTART:x", uid="a2"))
    (problem,) = [p for p in read_schedule(data).problems if p.code == "schedule.bad_time"]
    line = int(problem.place.removeprefix("line "))
    assert data.decode().splitlines()[line - 1] == "DTSTART:x"
    assert problem.facts == {"field": "DTSTART", "value": "x"}


def test_an_unknown_zone_is_kept_as_wall_time_and_named() -> None:
    draft = read_schedule(calendar(vevent("DTSTART;TZID=Mars/Olympus:20260401T080000")))
    assert draft.sessions[0].facts.start == "2026-04-01T08:00:00"
    assert draft.timezone is None
    assert draft.needs_zone
    (problem,) = [p for p in draft.problems if p.code == "schedule.unknown_tzid"]
    assert problem.facts == {"zone": "Mars/Olympus", "count": 1}


@pytest.mark.parametrize(
    ("body", "start"),
    [
        (("TZID:Here", "X-LIC-LOCATION:Asia/Tokyo"), "2026-04-01T08:00:00+09:00"),
        (("TZID:Here", "BEGIN:STANDARD", "TZOFFSETTO:+0530", "END:STANDARD"),
         "2026-04-01T08:00:00+05:30"),
        (("TZID:Here", "BEGIN:STANDARD", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT",
          "TZOFFSETTO:+0200", "END:DAYLIGHT"), "2026-04-01T08:00:00"),
    ],
)  # fmt: skip
def test_a_zone_of_the_makers_own_is_understood_where_it_is_plain(
    body: tuple[str, ...], start: str
) -> None:
    zone = "\r\n".join(("BEGIN:VTIMEZONE", *body, "END:VTIMEZONE"))
    data = calendar(zone, vevent("DTSTART;TZID=Here:20260401T080000"))
    assert only(data).facts.start == start


def test_floating_times_take_the_zone_of_the_calendar() -> None:
    draft = read_schedule(calendar(vevent("DTSTART:20260401T100000"), head=TOKYO))
    assert (draft.timezone, draft.timezone_from) == ("Asia/Tokyo", "X-WR-TIMEZONE")
    start, _ = Planned(draft.sessions[0].facts.start).span("Asia/Tokyo")
    assert start is not None
    assert start.isoformat() == "2026-04-01T01:00:00+00:00"


def test_an_html_description_becomes_markdown_and_entities_are_resolved_once() -> None:
    session = only(
        calendar(
            vevent(
                "DTSTART:20260401T080000Z",
                r"DESCRIPTION:<p>One &amp\; two</p><ul><li>a</li></ul>",
                summary="Q&amp\\;A &amp\\;amp\\; more",
            )
        )
    )
    assert session.facts.title == "Q&A &amp; more"
    assert session.facts.abstract == "One & two\n\n- a"


def test_a_description_that_only_repeats_the_page_is_none() -> None:
    session = only(
        calendar(
            vevent("DTSTART:20260401T080000Z", "URL:https://e.org/1", "DESCRIPTION:https://e.org/1")
        )
    )
    assert session.facts.abstract is None
    assert [(each.kind, each.url) for each in session.links] == [(LinkKind.PAGE, "https://e.org/1")]


def test_status_categories_attachments_and_language() -> None:
    session = only(
        calendar(
            vevent(
                "DTSTART:20260401T080000Z",
                "STATUS:CANCELLED",
                r"CATEGORIES:Workshop,Data\, Storage",
                "ATTACH;X-FILENAME=deck.pdf:https://e.org/deck.pdf",
                "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",
                "SUMMARY;LANGUAGE=ja-JP:開会",
                summary="",
            )
        )
    )
    assert session.facts.state is SessionState.CANCELLED
    assert session.facts.kind is SessionKind.WORKSHOP
    assert session.facts.format == "Workshop, Data, Storage"
    assert session.facts.language == "ja-jp"
    assert [(each.kind, each.url) for each in session.links] == [
        (LinkKind.SLIDES, "https://e.org/deck.pdf")
    ]


def test_people_are_speakers_only_where_the_file_means_so() -> None:
    invited = vevent(
        "DTSTART:20260401T080000Z",
        "ORGANIZER;CN=The Office:mailto:office@example.org",
        "ATTENDEE;CN=Visitor;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:v@example.org",
    )
    named = vevent("DTSTART:20260401T080000Z", "ATTENDEE;CN=Ada Example:invalid:nomail", uid="a2")
    first, second = read_schedule(calendar(invited, named)).sessions
    assert first.speakers == ()
    assert [(s.name, s.confidence) for s in second.speakers] == [
        ("Ada Example", Confidence.GUESSED)
    ]
    assert "office@example.org" not in first.record
    assert json.loads(first.record)["ORGANIZER"] == "The Office"


def test_organisers_of_one_address_and_many_names_are_the_speakers() -> None:
    events = [
        vevent("DTSTART:20260401T080000Z", f"ORGANIZER;CN={name}:MAILTO:cfp@example.org", uid=name)
        for name in ("Ada", "Bob", "Cleo")
    ]
    speakers = [s.speakers[0].name for s in read_schedule(calendar(*events)).sessions]
    assert speakers == ["Ada", "Bob", "Cleo"]


def test_indico_names_speakers_in_the_first_line_of_the_description() -> None:
    session = only(
        calendar(
            vevent(
                "DTSTART:20260401T080000Z",
                r"DESCRIPTION:Speakers: Ada Example (Uni A\, Dept. B)\, Bob Sample"
                r"\n\nAbout it.\nhttps://indico.example.org/event/1/contributions/2/",
                "URL:https://indico.example.org/event/1/contributions/2/",
                "LOCATION:Room 1 (Main Building)",
            ),
            head=("PRODID:-//CERN//INDICO//EN",),
        )
    )
    assert [(s.name, s.affiliation) for s in session.speakers] == [
        ("Ada Example", "Uni A, Dept. B"),
        ("Bob Sample", ""),
    ]
    assert session.facts.abstract == "About it."


def test_pretalx_gives_its_code_and_frab_its_guid() -> None:
    pretalx = ("PRODID:-//pretalx//talks.example.org//ex26//EN",)
    data = calendar(
        vevent("DTSTART:20260401T080000Z", uid="pretalx-ex26-AB12CD-1@talks.example.org"),
        head=pretalx,
    )
    draft = read_schedule(data)
    assert draft.short_name == "ex26"
    assert draft.sessions[0].facts.code == "AB12CD"
    guid = "ec04b6ef-f85f-47b0-a799-0da8c33bfa61"
    frab = ("PRODID;X-RICAL-TZSOURCE=TZINFO:-//com.denhaven2/NONSGML ri_cal gem//EN",)
    assert (
        only(calendar(vevent("DTSTART:20260401T080000Z", uid=f"{guid}@host"), head=frab)).key
        == guid
    )


# -- repeats ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", ["01", "02", "03"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20260405T235959Z", ["01", "03", "05"]),
        ("FREQ=DAILY;UNTIL=20260402", ["01", "02"]),
        ("FREQ=WEEKLY;COUNT=2", ["01", "08"]),
        ("FREQ=WEEKLY;BYDAY=WE,TH;COUNT=3", ["01", "02", "08"]),
        ("FREQ=DAILY", ["01"]),
        ("FREQ=DAILY;COUNT=500", ["01"]),
        ("FREQ=DAILY;UNTIL=20991231", ["01"]),
        ("FREQ=MONTHLY;COUNT=2", ["01"]),
        ("FREQ=DAILY;COUNT=two", ["01"]),
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", ["01"]),
        ("nonsense", ["01"]),
    ],
)
def test_repeats_are_followed_where_they_end_soon(rule: str, days: list[str]) -> None:
    data = calendar(
        vevent("DTSTART;TZID=Europe/Paris:20260401T090000", "DURATION:PT1H", f"RRULE:{rule}")
    )
    draft = read_schedule(data)
    assert [s.facts.start for s in draft.sessions] == [
        f"2026-04-{day}T09:00:00+02:00" for day in days
    ]
    assert ("schedule.recurring" in codes(draft)) is (len(days) == 1)


def test_a_repeat_keeps_its_wall_time_over_a_clock_change() -> None:
    data = calendar(
        vevent(
            "DTSTART;TZID=Europe/Paris:20260328T090000",
            "DTEND;TZID=Europe/Paris:20260328T100000",
            "RRULE:FREQ=DAILY;COUNT=2",
        )
    )
    assert [(s.facts.start, s.facts.end) for s in read_schedule(data).sessions] == [
        ("2026-03-28T09:00:00+01:00", "2026-03-28T10:00:00+01:00"),
        ("2026-03-29T09:00:00+02:00", "2026-03-29T10:00:00+02:00"),
    ]


def test_struck_out_and_replaced_occurrences() -> None:
    data = calendar(
        vevent(
            "DTSTART:20260401T080000Z",
            "RRULE:FREQ=DAILY;COUNT=4",
            "EXDATE:20260402T080000Z",
            summary="Standup",
        ),
        vevent("RECURRENCE-ID:20260403T080000Z", "DTSTART:20260403T120000Z", summary="Standup"),
    )
    starts = [s.facts.start for s in read_schedule(data).sessions]
    assert starts == ["2026-04-01T08:00:00Z", "2026-04-04T08:00:00Z", "2026-04-03T12:00:00Z"]
