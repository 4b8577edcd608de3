"""Where a conference keeps its schedule: by its address, and by what its page says."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.fetching.page import MAX_FEEDS, look
from confnotes.fetching.sites import feeds_of

SCHED = "https://harbour2026.sched.com/all.ics"
PRETALX = "https://pretalx.com/harbour-2026/schedule/export/schedule.json"


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("https://harbour2026.sched.com/", SCHED),
        ("http://harbour2026.sched.com/event/1AbC/opening?iframe=no", SCHED),
        ("https://pretalx.com/harbour-2026/", PRETALX),
        ("https://pretalx.com/harbour-2026/schedule/", PRETALX),
        ("https://pretalx.com/harbour-2026/talk/ABCDEF/", PRETALX),
        ("https://pretalx.com/harbour-2026/me/submissions/", PRETALX),
        ("https://pretalx.com/harbour-2026/schedule/v/0.9/", PRETALX),
        (
            "https://pretalx.example.org/events/harbour/speaker/XYZXYZ/",
            "https://pretalx.example.org/events/harbour/schedule/export/schedule.json",
        ),
        ("https://fortee.jp/minato-2026/timetable", "https://fortee.jp/minato-2026/api/timetable"),
        (
            "https://indico.example.org/event/42/timetable/#20260504",
            "https://indico.example.org/export/event/42.json?detail=contributions",
        ),
        (
            "https://indico.example.org/some/where/event/42/",
            "https://indico.example.org/some/where/export/event/42.json?detail=contributions",
        ),
        (
            "https://sessionize.com/api/v2/ab12cd34/view/GridSmart?under=True",
            "https://sessionize.com/api/v2/ab12cd34/view/All",
        ),
        ("https://fosdem.org/2026/schedule/", "https://fosdem.org/2026/schedule/xml"),
        ("https://us.pycon.org/2026/", "https://us.pycon.org/2026/schedule/conference.json"),
        (
            "https://docs.google.com/spreadsheets/d/1AbC_d-E/edit#gid=17",
            "https://docs.google.com/spreadsheets/d/1AbC_d-E/export?format=csv&gid=17",
        ),
        (
            "https://calendar.google.com/calendar/embed?src=abc%40group.calendar.google.com",
            "https://calendar.google.com/calendar/ical/abc%40group.calendar.google.com/public/basic.ics",
        ),
        (
            "https://github.com/someone/conf/blob/main/data/schedule.json",
            "https://raw.githubusercontent.com/someone/conf/main/data/schedule.json",
        ),
    ],
)
def test_a_known_site_keeps_it_here(address: str, first: str) -> None:
    assert feeds_of(address)[0] == first


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2026/schedule/",
        "https://sched.com/",
        "https://www.sched.com/pricing",
        "https://notsched.com/",
        "https://evil.example/harbour.sched.com/",
        "https://fortee.jp/",
        "https://docs.google.com/spreadsheets/d/1AbC/edit#gid=drop",
        "nonsense",
    ],
)
def test_other_addresses_say_nothing(address: str) -> None:
    assert feeds_of(address) == ()


BASE = "https://conf.example/2026/"


def feeds(html: str, address: str = BASE) -> tuple[str, ...]:
    return look(html.encode(), address).feeds


@pytest.mark.parametrize(
    ("html", "feed"),
    [
        ('<a href="schedule.ics">Calendar</a>', BASE + "schedule.ics"),
        ("<A HREF='webcal://conf.example/all.ics'>", "https://conf.example/all.ics"),
        ('<link rel="alternate" type="text/calendar" href="/cal">', "https://conf.example/cal"),
        ('<a href="/schedule/pentabarf.xml">XML</a>', "https://conf.example/schedule/pentabarf.xml"),
        ('<base href="https://x.example/y/"><a href="schedule.json">', "https://x.example/y/schedule.json"),
        ('<a href="/timetable-2026.csv">Table</a>', "https://conf.example/timetable-2026.csv"),
        ('<a href="/events/?ical=1">', "https://conf.example/events/?ical=1"),
        ('<a id="sched-embed" href="//harbour2026.sched.com/">View</a>', SCHED),
        ('<script src="//harbour2026.sched.com/js/embed.js"></script>', SCHED),
        ('<pretalx-schedule event-url="https://pretalx.com/harbour-2026/" locale="en">', PRETALX),
        (
            '<script src="https://pretalx.com/harbour-2026/schedule/widget/v2.en.js"></script>',
            PRETALX,
        ),
        (
            '<script src="https://sessionize.com/api/v2/ab12cd34/view/GridSmart"></script>',
            "https://sessionize.com/api/v2/ab12cd34/view/All",
        ),
        (
            '<script>load("https://sessionize.com/api/v2/ab12cd34/view/All")</script>',
            "https://sessionize.com/api/v2/ab12cd34/view/All",
        ),
        ('<a href="https://fortee.jp/minato-2026">', "https://fortee.jp/minato-2026/api/timetable"),
        (
            '<iframe src="https://calendar.google.com/calendar/embed?src=a%40example.org&amp;ctz=UTC">',
            "https://calendar.google.com/calendar/ical/a%40example.org/public/basic.ics",
        ),
    ],
)  # fmt: skip
def test_a_page_names_its_schedule(html: str, feed: str) -> None:
    assert feeds(f"<p>Welcome</p>{html}<p>Bye</p>")[0] == feed


def test_who_hosts_a_site_is_told_by_its_page() -> None:
    page = "<footer>powered by <a href='https://pretalx.com'>pretalx</a></footer>"
    assert feeds(page, "https://talks.example/harbour/schedule/")[0] == (
        "https://talks.example/harbour/schedule/export/schedule.json"
    )
    page = '<meta name="generator" content="Indico">'
    assert feeds(page, "https://meetings.example/event/7/")[0] == (
        "https://meetings.example/export/event/7.json?detail=contributions"
    )


def test_the_whole_comes_before_single_sessions() -> None:
    page = "".join(f'<a href="/talk/{n}.ics">Add</a>' for n in range(50))
    found = feeds(page + '<a href="/schedule.ics">All</a>')
    assert found[0] == "https://conf.example/schedule.ics"
    assert len(found) == MAX_FEEDS


def test_pages_that_may_have_it_come_next() -> None:
    page = (
        '<a href="/2026/program">Programme</a><a href="/2026/p3">タイムテーブル</a>'
        '<a href="/hotel">Hotel</a><a href="https://other.example/schedule">Other</a>'
    )
    found = look(page.encode(), BASE)
    assert found.feeds == ()
    assert found.pages == ("https://conf.example/2026/program", "https://conf.example/2026/p3")


def test_only_what_can_be_asked_for_is_named() -> None:
    page = (
        '<!-- <a href="old.ics"> --><a href="file:///etc/all.ics"><a href="mailto:a@b.ics">'
        '<a href="javascript:x.ics"><a href="https://me:pw@x.example/all.ics">'
    )
    assert feeds(page) == ()


@given(st.binary(max_size=300) | st.text("<>a='\"/ hrefscd.com&#\\", max_size=200).map(str.encode))
def test_any_page_can_be_looked_at(data: bytes) -> None:
    look(data, BASE)


@pytest.mark.parametrize(
    "data",
    [
        b"<a-" * 300_000,
        b"<" + b"a-" * 500_000,
        b"<a " + b"a" * 1_000_000,
        (b"<a " + b"b" * 3990 + b">") * 250,
        b'<a href="' * 110_000,
        b"//" * 500_000,
        (b"<a " + b"x='\"' " * 600 + b">") * 200,
        b"<!--" * 250_000,
        b'<a href="https://a.sched.com/b.ics?ical=1">x</a>' * 20_000,
    ],
)
def test_no_page_takes_long(data: bytes) -> None:
    began = process_time()
    look(data, BASE)
    assert process_time() - began < 6
