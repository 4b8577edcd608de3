"""A saved print page of sched.com: over the conference that is there, or said what it wants."""

from pathlib import Path

from helpers.commandline import Run
from helpers.printed import page, row, site

PAGE = page(row(0, "Ropes", "Speakers: Mara Quill"), row(1, "Lunch"))


def test_a_page_adds_speakers(run: Run) -> None:
    words = ("--timezone", "Europe/Lisbon")
    assert run("import", "-", *words, stdin=site("Ropes - Mara Quill, Buoy", "Lunch")).status == 0
    ran = run("import", "-", stdin=PAGE)
    assert ran.status == 0
    assert "Harbour Conf 2026" in ran.out
    assert "Ropes  Mara Quill" in run("sessions").out
    (answer,) = run("import", "-", "--json", stdin=PAGE).objects
    assert (answer["sessions"], answer["changed"]) == (1, 0)


def test_a_page_alone_says_what_to_do_first(run: Run, tmp_path: Path) -> None:
    ran = run("import", "-", stdin=PAGE)
    assert ran.status == 1
    assert ".ics" in ran.err
    assert not (tmp_path / "test.confnotes").exists()
