"""`import ADDRESS`: found, fetched, kept with its address, asked for what is newer."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from confnotes.app import services_for
from confnotes.domain.conference import FeedState
from confnotes.services.notebook import Mode
from helpers import printed
from helpers.commandline import PRETALX_ICS, Run
from helpers.web import Web, serving

LATER = PRETALX_ICS.replace(b"LOCATION:Boathouse", b"LOCATION:Lantern room", 1)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as made:
        yield made


def feeds(notebook: Path) -> tuple[FeedState, ...]:
    with closing(services_for(notebook, Mode.READ)) as services:
        return services.schedules.feeds()


def test_a_page_is_imported_and_asked_again(run: Run, web: Web, tmp_path: Path) -> None:
    feed = web.tagged("/schedule.ics", PRETALX_ICS, '"v1"')
    page = web.page("/2026/", '<a href="/schedule.ics">iCal</a>')
    ran = run("import", page, "--name", "Harbour Conf")
    assert (ran.status, ran.err) == (0, "")
    assert "Harbour Conf" in ran.out
    notebook = tmp_path / "test.confnotes"
    assert feeds(notebook) == (FeedState(feed, '"v1"'),)

    again = run("import", page)
    assert (again.status, "Harbour Conf" in again.err) == (1, True)
    unchanged = run("import", page, "--update")
    assert (unchanged.status, "nothing new" in unchanged.out) == (0, True)
    (counts,) = run("import", page, "--update", "--json").objects
    assert (counts["name"], counts["revised"]) == ("Harbour Conf", 0)
    assert web.asked[-1][1]["If-None-Match"] == '"v1"'

    web.tagged("/schedule.ics", LATER, '"v2"')
    compared = run("import", page)
    assert "moved: Opening" in compared.out
    assert feeds(notebook) == (FeedState(feed, '"v1"'),)  # nothing was taken over
    assert "1 sessions changed" in run("import", page, "--update").out
    assert feeds(notebook) == (FeedState(feed, '"v2"'),)
    assert run("import", page).status == 1


def test_a_dump_carries_the_address(run: Run, web: Web, tmp_path: Path) -> None:
    feed = web.tagged("/all.ics", PRETALX_ICS, '"v1"', "Sat, 28 Nov 2026 10:00:00 GMT")
    assert run("import", feed).status == 0
    dumped, other = tmp_path / "dump.json", tmp_path / "other.confnotes"
    assert run("dump", "--out", str(dumped)).status == 0
    assert run("load", str(dumped), notebook=other).status == 0
    assert feeds(other) == (FeedState(feed, '"v1"', "Sat, 28 Nov 2026 10:00:00 GMT"),)


def test_a_refusal_says_what_to_do(run: Run, web: Web, tmp_path: Path) -> None:
    ran = run("import", web.status("/schedule", 403))
    assert ran.status == 1
    assert f"Open {web.root}/schedule in the browser" in ran.err
    assert "drop the file here" in ran.err
    assert not (tmp_path / "test.confnotes").exists()


def test_what_is_not_of_the_web_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("import", "file:///etc/passwd")
    assert (ran.status, "“file:”" in ran.err) == (1, True)
    assert not (tmp_path / "test.confnotes").exists()


def test_a_file_comes_before_an_address(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "talks.example" / "all.ics"
    path.parent.mkdir()
    path.write_bytes(PRETALX_ICS)
    assert run("import", "talks.example/all.ics").status == 0


def test_the_columns_of_a_fetched_table_are_named(run: Run, web: Web) -> None:
    table = "演目,はじまり,メモ\n開会,2026-05-04 9:00,なし\n".encode()
    address = web.feed("/plan.csv", table, "text/csv")
    refused = run("import", address, "--timezone", "Asia/Tokyo", "--name", "Harbour Conf")
    assert (refused.status, "演目" in refused.err) == (1, True)
    ran = run(
        "import", address, "--timezone", "Asia/Tokyo", "--name", "Harbour Conf",
        "--column", "title=演目", "--column", "start=はじまり",
    )  # fmt: skip
    assert ran.status == 0
    assert "2026-05-04 09:00" in run("sessions").out


def test_a_print_page_is_fetched_too(run: Run, web: Web) -> None:
    body = printed.page(printed.row(0, "Opening", "Speakers: Mara Quill"))
    page = web.feed("/print", body, "text/html")
    ran = run("import", page)
    assert ran.status == 1
    assert "calendar (.ics) first" in ran.err
