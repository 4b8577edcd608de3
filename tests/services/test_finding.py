"""From a conference's page to its schedule, over a real web server."""

import gzip
from collections.abc import Iterator
from time import monotonic

import pytest

from confnotes.domain.conference import FeedState, SourceKind
from confnotes.domain.errors import ConfnotesError, FetchError, ScheduleError
from confnotes.fetching.limits import Limits
from confnotes.services.finding import MAX_ASKED, Step, Stop, find, is_address
from helpers.commandline import PRETALX_ICS
from helpers.schedules import event, frab_json
from helpers.web import Web, gzip_bomb, serving


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as made:
        yield made


def why_not(address: str, limits: Limits | None = None) -> ConfnotesError:
    """Return why there is no schedule at an address."""
    with pytest.raises(ConfnotesError) as caught:
        find(address, limits=limits)
    return caught.value


def test_a_schedule_at_its_own_address(web: Web) -> None:
    address = web.tagged("/all.ics", PRETALX_ICS, '"v1"')
    found = find(address)
    assert found.draft is not None
    assert (found.draft.kind, len(found.draft.sessions)) == (SourceKind.ICALENDAR, 2)
    assert found.state == FeedState(address, '"v1"')
    assert (found.name, found.data, found.unchanged) == ("127.0.0.1", PRETALX_ICS, False)
    assert web.paths == ["/all.ics"]


def test_a_page_leads_to_it(web: Web) -> None:
    web.feed("/2026/schedule.ics", PRETALX_ICS)
    found = find(web.page("/2026/", '<a href="schedule.ics">Add to your calendar</a>'))
    assert found.state.address == f"{web.root}/2026/schedule.ics"
    assert web.paths == ["/2026/", "/2026/schedule.ics"]


def test_a_site_is_known_by_its_page(web: Web) -> None:
    web.feed("/harbour/schedule/export/schedule.json", frab_json(event()), "application/json")
    found = find(web.page("/harbour/talk/ABCDEF/", "powered by <b>pretalx</b>"))
    assert found.draft is not None
    assert found.draft.kind is SourceKind.FRAB_JSON


SITE = "http://pretalx.invalid/harbour"
EXPORT = f"{SITE}/schedule/export/schedule.json"


@pytest.fixture
def site(web: Web, monkeypatch: pytest.MonkeyPatch) -> Web:
    """Return the server as it stands for the whole internet: by way of a proxy."""
    monkeypatch.setenv("http_proxy", web.root)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return web


def test_a_known_site_is_asked_for_its_export_and_nothing_else(site: Web) -> None:
    site.feed(EXPORT, frab_json(event()), "application/json")
    assert find(f"{SITE}/talk/ABCDEF/").state.address == EXPORT
    assert site.paths == [EXPORT]


def test_the_refusal_of_a_known_site_names_its_export(site: Web) -> None:
    site.status(EXPORT, 403)
    assert why_not(f"{SITE}/").facts["address"] == EXPORT
    assert site.paths == [EXPORT]


def test_a_known_site_whose_export_has_moved_is_looked_at(site: Web) -> None:
    site.feed("http://pretalx.invalid/new.ics", PRETALX_ICS)
    site.page(f"{SITE}/schedule/", '<a href="/new.ics">iCal</a>')
    assert find(f"{SITE}/schedule/").state.address == "http://pretalx.invalid/new.ics"


def test_a_short_address_leads_to_a_known_site_that_refuses_its_pages(site: Web) -> None:
    site.feed(EXPORT, frab_json(event()), "application/json")
    site.status(f"{SITE}/", 403)
    assert find(site.redirect("/short", f"{SITE}/")).state.address == EXPORT


def test_a_page_of_the_internet_does_not_reach_into_the_house(site: Web) -> None:
    site.feed("/inside/schedule.ics", PRETALX_ICS)
    site.page(f"{SITE}/about", f'<a href="{site.root}/inside/schedule.ics">iCal</a>')
    assert why_not(f"{SITE}/about").code == "fetch.private_address"
    assert "/inside/schedule.ics" not in site.paths


def test_the_page_before_the_page_is_enough(web: Web) -> None:
    web.feed("/all.ics", PRETALX_ICS)
    web.page("/programme", '<a href="/all.ics">iCal</a>')
    found = find(web.page("/", '<a href="/hotel">Hotel</a><a href="/programme">Programme</a>'))
    assert found.state.address == f"{web.root}/all.ics"
    assert "/hotel" not in web.paths


def test_what_is_no_schedule_is_passed_over(web: Web) -> None:
    web.page("/schedule.json", "moved")
    web.feed("/one.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    web.feed("/schedule.xml", b"<rss><channel/></rss>", "application/xml")
    web.feed("/calendar.ics", PRETALX_ICS)
    links = "".join(
        f'<a href="/{name}">x</a>'
        for name in ("schedule.json", "schedule.xml", "gone.ics", "one.ics", "calendar.ics")
    )
    assert find(web.page("/", links)).state.address == f"{web.root}/calendar.ics"


def test_only_what_is_newer_comes(web: Web) -> None:
    feed = web.tagged("/schedule.ics", PRETALX_ICS, '"v1"')
    page = web.page("/", '<a href="schedule.ics">iCal</a>')
    first = find(page)
    again = find(page, [first.state])
    assert (again.unchanged, again.state, again.data, again.draft) == (True, first.state, b"", None)
    web.tagged("/schedule.ics", PRETALX_ICS, '"v2"')
    assert find(feed, [first.state]).state.etag == '"v2"'


def test_a_refusal_says_what_to_open_in_the_browser(web: Web) -> None:
    error = why_not(web.status("/schedule/", 403))
    assert isinstance(error, FetchError)
    assert error.code == "fetch.refused"
    assert error.facts == {"host": "127.0.0.1", "status": 403, "address": f"{web.root}/schedule/"}


def test_the_best_reason_is_told(web: Web) -> None:
    web.status("/locked.ics", 403)
    page = web.page("/a", '<a href="gone.ics">x</a><a href="locked.ics">y</a>')
    assert why_not(page).facts["address"] == f"{web.root}/locked.ics"
    assert why_not(web.page("/b", '<a href="gone.ics">x</a>')).code == "fetch.nothing_found"
    assert why_not(web.root + "/c").code == "fetch.not_there"
    assert why_not(web.feed("/d.json", b"{broken", "application/json")).code.startswith("schedule.")
    web.feed("/empty.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    error = why_not(web.page("/e", '<a href="empty.ics">x</a>'))
    assert isinstance(error, ScheduleError)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png"), (b"%PDF-1.7", "application/pdf")],
)
def test_another_kind_of_file_is_told(web: Web, body: bytes, content_type: str) -> None:
    assert why_not(web.feed("/x", body, content_type)).code in ("schedule.image", "schedule.pdf")


def test_a_file_that_is_a_bomb_is_not_unpacked(web: Web) -> None:
    bomb = gzip_bomb(40)
    assert why_not(web.feed("/all.ics", bomb, "application/gzip")).code == "schedule.too_large"
    assert find(web.feed("/b.ics", gzip.compress(PRETALX_ICS))).draft is not None


def test_a_table_whose_columns_nobody_knows_is_handed_on(web: Web) -> None:
    table = "演目,はじまり,メモ\n開会,9:00,なし\n".encode()
    found = find(web.feed("/plan.csv", table, "text/csv"))
    assert (found.draft, found.data) == (None, table)


def test_a_page_of_links_is_not_tried_without_end(web: Web) -> None:
    links = "".join(f'<a href="/schedule{n}.ics">x</a>' for n in range(200))
    pages = "".join(f'<a href="/schedule/{n}">x</a>' for n in range(200))
    for n in range(200):
        web.page(f"/schedule/{n}", links.replace("/schedule", f"/p{n}/schedule"))
    assert why_not(web.page("/", links + pages)).code == "fetch.nothing_found"
    assert len(web.asked) <= MAX_ASKED


def test_a_slow_site_ends_the_search(web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\nBEGIN"
    began = monotonic()
    error = why_not(web.slow("/all.ics", head, every=0.05), Limits(seconds=0.4))
    assert error.code == "fetch.too_slow"
    assert monotonic() - began < 8


def test_progress_names_what_is_asked_and_stop_ends_it(web: Web) -> None:
    web.slow("/schedule.ics", b"HTTP/1.1 200 OK\r\n\r\nBEGIN")
    page = web.page("/", '<a href="schedule.ics">iCal</a>')
    stop, told = Stop(), list[Step]()

    def progress(step: Step) -> None:
        told.append(step)
        if step.address.endswith(".ics") and step.received:
            stop.set()

    with pytest.raises(FetchError) as caught:
        find(page, stop=stop, progress=progress)
    assert caught.value.code == "fetch.stopped"
    assert [told[0].address, told[-1].address] == [page, f"{web.root}/schedule.ics"]


def test_names_of_files_are_no_addresses() -> None:
    assert is_address("https://example.org/")
    assert is_address("harbour2026.sched.com")
    assert not is_address("schedule.ics")
    assert not is_address("my sched.com notes.ics")
