"""The print page of sched.com."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.errors import ScheduleError
from confnotes.schedule.detect import print_page
from confnotes.schedule.printed import taken_apart
from helpers.printed import KEYS, page, row, site
from helpers.schedules import refused


def test_a_page_lists_ids_titles_and_people() -> None:
    data = page(
        row(0, "Ropes &amp; <b>Knots</b>", "Speakers: Mara Quill, Jos&eacute; D&iacute;az"),
        row(1, "Panel", "Moderators: Ren Aoki", "Speakers: Ida Storm,\n Ren Aoki"),
        row(2, "Lunch"),
    )
    read = print_page(data)
    assert read is not None
    assert read.title == "Harbour Conf 2026"
    assert [(s.key, s.title) for s in read.sessions] == [
        (KEYS[0], "Ropes & Knots"),
        (KEYS[1], "Panel"),
        (KEYS[2], "Lunch"),
    ]
    people = [[(p.name, p.role) for p in s.speakers] for s in read.sessions]
    assert people == [
        [("Mara Quill", ""), ("José Díaz", "")],
        [("Ren Aoki", "Moderator"), ("Ida Storm", "")],
        [],
    ]


def test_a_page_saved_by_a_browser_has_whole_addresses() -> None:
    data = page(row(0, "Ropes", "Speakers: Mara Quill")).replace(
        b'href="event/', b"class='x' href='https://harbour.sched.com/event/"
    ).replace(b'" id="0', b"/ropes' id=\"0")  # fmt: skip
    read = print_page(data)
    assert read is not None
    assert [s.title for s in read.sessions] == ["Ropes"]


def test_only_such_a_page_is_one() -> None:
    assert print_page(b"<html><body>Sign in</body></html>") is None
    assert print_page(site("Ropes")) is None
    assert print_page(b"") is None
    assert print_page(b'{"a": "sched-role-list"}') is None
    assert refused(page(row(0, "Ropes"))) == "schedule.print_page"
    with pytest.raises(ScheduleError) as caught:
        print_page(page())
    assert caught.value.code == "schedule.no_sessions"


@given(st.data())
def test_damaged_pages_are_read_or_refused(data: st.DataObject) -> None:
    whole = page(row(0, "Ropes", "Speakers: A B, C"), row(1, "Knots", "Moderators: D E"))
    at = data.draw(st.integers(0, len(whole)))
    size = data.draw(st.integers(0, 80))
    noise = data.draw(st.sampled_from([b"", b"<", b"<em", b"</a>", b"\xff", b"&#0;", b"<a id=x"]))
    try:
        read = print_page(whole[:at] + noise + whole[at + size :])
    except ScheduleError:
        return
    for session in read.sessions if read is not None else ():
        f"{session!r}".encode()


def test_a_page_without_end_takes_no_time() -> None:
    for part in (b'<a href="event/x" id="' + KEYS[0].encode() + b'">', b"<a ", b"<em class=",
                 b'<em class="sched-role-list">A, '):  # fmt: skip
        data = page(row(0, "Ropes", "Speakers: A")) + part * 60_000
        start = time.process_time()
        assert print_page(data) is not None
        assert time.process_time() - start < 4, part


@pytest.mark.parametrize(
    ("title", "names", "found"),
    [
        ("Ropes - Mara Quill, Buoy", ["Mara Quill"], ("Ropes", [("Mara Quill", "Buoy", "")])),
        (
            "Ropes - In Use - Mara Quill & Ida Storm, Buoy, Inc.",
            ["Ida Storm", "Mara Quill"],
            ("Ropes - In Use", [("Mara Quill", "Buoy, Inc.", ""), ("Ida Storm", "Buoy, Inc.", "")]),
        ),
        (
            "Ropes - Flynn, Head, Buoy and Ida Storm, Tide",
            ["Flynn", "Ida Storm"],
            ("Ropes", [("Flynn", "Buoy", "Head"), ("Ida Storm", "Tide", "")]),
        ),
        (
            "Ropes - Mara Quill, Founder & CEO, Buoy; Ida Storm",
            ["Ida Storm", "Mara Quill"],
            ("Ropes", [("Mara Quill", "Buoy", "Founder & CEO"), ("Ida Storm", "", "")]),
        ),
        ("Ropes - Mara Quill, Buoy", ["Ida Storm"], None),
        ("Ropes - Why Mara Quill, Buoy", ["Mara Quill"], None),
        ("Ropes", ["Mara Quill"], None),
        ("Ropes - Mara Quill", [], None),
    ],
)
def test_titles_are_taken_apart_by_the_names_one_knows(
    title: str, names: list[str], found: tuple[str, list[tuple[str, str, str]]] | None
) -> None:
    apart = taken_apart(title, names)
    if apart is None:
        assert found is None
    else:
        people = [(p.name, p.affiliation, p.role) for p in apart.people.values()]
        assert (apart.title, people) == found


def test_the_real_page_has_the_speakers_of_467_sessions(real_files: Path) -> None:
    data = (real_files / "other" / "kubecon-eu-2026-sched-print.html").read_bytes()
    read = print_page(data)
    assert read is not None
    assert read.title == "KubeCon + CloudNativeCon Europe 2026"
    assert len(read.sessions) == 596
    assert sum(bool(s.speakers) for s in read.sessions) == 467
