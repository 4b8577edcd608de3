"""Saved layouts: what is kept of a report's arrangement, and what another report makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from confnotes.domain.conference import Conference
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, Section
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.report_views import SectionView
from report.making import catalogue

JA, EN = Language.JA, Language.EN
WORDING = {language: catalogue(language) for language in (JA, EN)}
HIRING = "We are hiring. Write to us."
FOOD = "The stew in Lisbon was good."


class Trip:
    """One conference of a notebook, with its report."""

    def __init__(self, book: Services, name: str, year: int, days: int, talks: int = 1) -> None:
        self.book = book
        self.id, _ = book.programme.create_conference(name, "Europe/Lisbon", city="Lisbon")
        self.sessions = []
        for day in range(days):
            for talk in range(talks):
                session, _ = book.programme.add_session(
                    self.id, f"{name} talk {day + 1}.{talk + 1}",
                    start=f"{year}-05-{day + 4:02}T{10 + talk}:00:00", duration=1800,
                )  # fmt: skip
                line = Line(new_id(), session, 0, "A point", written_at=datetime.now(UTC))
                book.notes.save(session, [line])
                self.sessions.append(session)

    @property
    def report(self) -> Report:
        return self.book.reports.report(self.id)

    def outline(self, language: Language = EN) -> tuple[SectionView, ...]:
        return self.book.reports.outline(self.report, language)

    def headings(self, language: Language = EN) -> list[str]:
        return [("  " * one.level) + one.heading for one in self.outline(language)]

    def key(self, heading: str, language: Language = EN) -> str:
        return next(one.key for one in self.outline(language) if one.heading == heading)

    def text(self, heading: str, language: Language = EN) -> str:
        found = self.book.reports.section_markdown(self.report, self.key(heading), language)
        return found.text if found.written else ""

    def add(self, heading: str, text: str = "", after: str | None = None) -> str:
        reports = self.book.reports
        key, _ = reports.add_section(self.report, heading, EN, after)
        if text:
            reports.write_section(self.report, key, EN, text)
        return key

    def dump(self) -> object:
        with self.book.notebook.reading() as unit:
            return _timeless(unit.dump(self.id))


def _timeless(tree: object) -> object:
    """Return a dump without the moments at which rows last changed."""
    if isinstance(tree, dict):
        kept = {"changed_at", "deletions"}
        return {key: _timeless(value) for key, value in tree.items() if key not in kept}
    return [_timeless(one) for one in tree] if isinstance(tree, list) else tree


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Services]:
    services = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=WORDING)
    yield services
    services.close()


@pytest.fixture
def first(book: Services) -> Trip:
    """Return a conference of three days whose report was arranged by hand."""
    trip = Trip(book, "Harbour Conf", 2026, days=3)
    reports = book.reports
    days = [one.key for one in trip.outline() if one.key.startswith("day:")]
    reports.show_section(trip.report, "why", False)
    reports.rename_section(trip.report, "conclusion", EN, "What I take home")
    reports.rename_section(trip.report, "conclusion", JA, "持ち帰ったこと")
    trip.add("Getting there", after="about")
    trip.add("Food", FOOD, after=days[0])
    trip.add("Way back", after=days[-1])
    hiring = trip.add("Work with us", HIRING, after="conclusion")
    reports.rename_section(trip.report, hiring, JA, "採用情報")
    reports.write_section(trip.report, hiring, JA, "一緒に働きませんか。")
    trip.add("Side trip", after=f"session:{trip.sessions[1]}")
    reports.set_title_pattern(trip.report, EN, "{conference} {year}: trip report")
    return trip


def test_another_conference_is_arranged_alike(book: Services, first: Trip) -> None:
    texts = [one.key for one in book.layouts.own_texts(first.report) if not one.here]
    book.layouts.save(first.report, "Every year", texts)
    second = Trip(book, "Lighthouse Days", 2027, days=4)
    (layout,) = book.layouts.saved()
    book.layouts.begin(second.report, layout.id)
    assert [one for one in second.headings() if "talk" not in one] == [
        "Opening", "The event in brief", "Getting there", "What I chose, and why",
        "Day 1, Tuesday, May 4", "Food", "Day 2, Wednesday, May 5", "  Side trip",
        "Day 3, Thursday, May 6", "Day 4, Friday, May 7", "Way back",
        "On my list to watch", "What I take home", "Work with us",
        "Thanks", "Related", "Addendum",
    ]  # fmt: skip
    assert not next(one for one in second.outline() if one.key == "why").shown
    assert second.text("Work with us") == HIRING
    assert second.text("Food") == ""
    assert "採用情報" in second.headings(JA)
    assert "持ち帰ったこと" in second.headings(JA)
    assert second.text("Work with us", JA) == "一緒に働きませんか。"
    title = book.reports.composition(second.report, EN, "github").document.title
    assert title == "Lighthouse Days 2027: trip report"


def test_texts_about_one_conference_are_not_offered_for_the_next(
    book: Services, first: Trip
) -> None:
    offered = {one.heading: one.here for one in book.layouts.own_texts(first.report)}
    assert offered == {"Food": True, "Work with us": False}
    key = first.key("Work with us")
    for text in ("See Harbour conf", "In 2026", "[^s1-1]", "![x](images/a.png)"):
        book.reports.write_section(first.report, key, EN, text)
        assert all(one.here for one in book.layouts.own_texts(first.report))


def test_a_town_of_two_letters_says_where_a_text_was_written(book: Services, first: Trip) -> None:
    with book.notebook.writing() as unit:
        conference = unit.get(Conference, first.id)
        assert conference is not None
        unit.put(replace(conference, city="京都"))
    key = first.key("Work with us")
    for text, here in (("京都のみなさん、ありがとう。", True), ("東京で働きませんか。", False)):
        book.reports.write_section(first.report, key, JA, text)
        offered = {one.heading: one.here for one in book.layouts.own_texts(first.report)}
        assert offered["Work with us"] is here


def test_nothing_written_is_replaced_and_all_can_be_taken_back(book: Services, first: Trip) -> None:
    book.layouts.save(first.report, "Every year", [first.key("Work with us"), first.key("Food")])
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    second.add("work with US", "Our own words.", after="opening")
    book.reports.rename_section(second.report, "conclusion", EN, "The end")
    book.reports.write_section(second.report, "conclusion", EN, "It was good.")
    book.reports.show_section(second.report, "about", False)
    book.reports.set_title_pattern(second.report, EN, "{conference}")
    before = second.dump()
    (layout,) = book.layouts.saved()
    arranged, changes = book.layouts.begin(second.report, layout.id)
    assert changes.conference_id == second.id
    assert second.headings().count("work with US") == 1
    assert "Work with us" not in second.headings()
    assert second.text("work with US") == "Our own words."
    assert second.text("work with US", JA) == ""
    assert second.headings().index("work with US") > second.headings().index("The end")
    assert second.text("The end") == "It was good."
    assert next(one for one in second.outline() if one.key == "about").shown
    book.layouts.take_back(arranged)
    assert second.dump() == before


def test_what_was_written_since_stays_when_it_is_taken_back(book: Services, first: Trip) -> None:
    book.layouts.save(first.report, "Every year", [first.key("Work with us")])
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    (layout,) = book.layouts.saved()
    arranged, _ = book.layouts.begin(second.report, layout.id)
    book.reports.write_section(second.report, second.key("Work with us"), EN, "Better words.")
    book.reports.write_section(second.report, second.key("Food"), EN, "Fish.")
    book.layouts.take_back(arranged)
    assert second.text("Work with us") == "Better words."
    assert second.text("Food") == "Fish."
    assert "Way back" not in second.headings()
    assert "What I take home" not in second.headings()


def test_twice_is_as_once(book: Services, first: Trip) -> None:
    book.layouts.save(first.report, "Every year", [first.key("Work with us")])
    second = Trip(book, "Lighthouse Days", 2027, days=3)
    (layout,) = book.layouts.saved()
    book.layouts.begin(second.report, layout.id)
    once = second.headings(), second.headings(JA)
    book.layouts.begin(second.report, layout.id)
    assert (second.headings(), second.headings(JA)) == once
    shown = [one.heading for one in first.outline()]
    book.layouts.begin(first.report, layout.id)
    assert [one.heading for one in first.outline()] == shown


@pytest.mark.parametrize("kind", ["rating", "liked", "diary"])
def test_the_kind_of_layout_is_kept(book: Services, first: Trip, kind: str) -> None:
    book.reports.save_report(replace(first.report, layout=kind))
    book.layouts.save(first.report, kind)
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    (layout,) = book.layouts.saved()
    book.layouts.begin(second.report, layout.id)
    assert second.report.layout == kind


def test_one_day_and_one_session_are_found_anew(book: Services, first: Trip) -> None:
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    book.review.rate(second.sessions[1], 5)
    for kept, begun in (
        ("day:2026-05-06", "day:2027-05-04"),
        (f"session:{first.sessions[0]}", f"session:{second.sessions[1]}"),
    ):
        book.reports.save_report(replace(first.report, layout=kept))
        book.layouts.save(first.report, "One")
        (layout,) = book.layouts.saved()
        book.layouts.begin(second.report, layout.id)
        assert second.report.layout == begun


def test_sessions_that_are_all_left_out_are_left_out_there_too(book: Services, first: Trip) -> None:
    for session in first.sessions:
        book.reports.show_section(first.report, f"session:{session}", False)
    book.layouts.save(first.report, "Bare days")
    book.reports.show_section(first.report, f"session:{first.sessions[0]}", True)
    book.layouts.save(first.report, "All told")
    second = Trip(book, "Lighthouse Days", 2027, days=2, talks=2)
    all_told, bare = book.layouts.saved()
    book.layouts.begin(second.report, bare.id)
    assert {one.shown for one in second.outline() if one.session_id} == {False}
    book.layouts.begin(second.report, all_told.id)
    assert {one.shown for one in second.outline() if one.session_id} == {True}


def test_days_that_are_all_left_out_with_a_section_in_one(book: Services, first: Trip) -> None:
    for one in first.outline():
        if one.key.startswith("day:"):
            book.reports.show_section(first.report, one.key, False)
    book.layouts.save(first.report, "No days")
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    before = second.headings()
    arranged, _ = book.layouts.begin(second.report, book.layouts.saved()[0].id)
    assert not any(one.shown for one in second.outline() if one.key.startswith("day:"))
    assert "  Side trip" in second.headings()
    book.layouts.take_back(arranged)
    assert second.headings() == before


def test_a_layout_with_days_makes_sense_without_any(book: Services, first: Trip) -> None:
    book.layouts.save(first.report, "Every year")
    second = Trip(book, "Lighthouse Days", 2027, days=0)
    (layout,) = book.layouts.saved()
    book.layouts.begin(second.report, layout.id)
    order = [one for one in second.headings() if one in ("Food", "Way back", "What I take home")]
    assert order == ["Food", "Way back", "What I take home"]
    assert "Side trip" in second.headings()


def test_a_moved_section_is_moved_there_too(book: Services, first: Trip) -> None:
    with book.notebook.writing() as unit:
        (about,) = unit.all(Section, report_id=first.report.id, key="conclusion")
        unit.put(replace(about, position=1))
    book.layouts.save(first.report, "Upside down")
    assert first.headings()[0] == "What I take home"
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    (layout,) = book.layouts.saved()
    book.layouts.begin(second.report, layout.id)
    assert second.headings()[0] == "What I take home"


def test_the_same_name_replaces_and_can_be_put_back(book: Services, first: Trip) -> None:
    assert book.layouts.save(first.report, "  Every　year ")[0] is None
    before, _ = book.layouts.save(first.report, "every year")
    assert before is not None
    assert [one.name for one in book.layouts.saved()] == ["every year"]
    book.layouts.put_back(before)
    assert [one.name for one in book.layouts.saved()] == [before.layout.name]


def test_renamed_and_deleted(book: Services, first: Trip) -> None:
    for name in ("A", "B"):
        book.layouts.save(first.report, name)
    a, b = book.layouts.saved()
    with pytest.raises(ConfnotesError, match=r"layout\.name_taken"):
        book.layouts.rename(a.id, " b")
    with pytest.raises(ConfnotesError, match=r"layout\.no_name"):
        book.layouts.rename(a.id, " ")
    book.layouts.rename(a.id, "C")
    deleted, _ = book.layouts.delete(b.id)
    assert [one.name for one in book.layouts.saved()] == ["C"]
    for gone in (book.layouts.delete, lambda i: book.layouts.begin(first.report, i)):
        with pytest.raises(ConfnotesError, match=r"layout\.gone"):
            gone(b.id)
    book.layouts.put_back(deleted)
    assert [one.name for one in book.layouts.saved()] == ["B", "C"]
    second = Trip(book, "Lighthouse Days", 2027, days=2)
    book.layouts.begin(second.report, b.id)
    assert "Way back" in second.headings()


def test_a_layout_travels_with_its_conference(book: Services, first: Trip, tmp_path: Path) -> None:
    book.layouts.save(first.report, "Every year", [first.key("Work with us")])
    dumped, _ = book.exchange.dump(first.id, tmp_path / "first.json")
    book.layouts.save(first.report, "Every year", [first.key("Work with us")])
    with open_services(tmp_path / "other.confnotes", Mode.WRITE, wording=WORDING).notebook as other:
        there = Services(other, WORDING)
        there.exchange.load(dumped)
        again, _ = there.exchange.dump(first.id, tmp_path / "again.json")
        assert again.read_bytes() == dumped.read_bytes()
        second = Trip(there, "Lighthouse Days", 2027, days=2)
        there.layouts.save(second.report, "every YEAR")
        assert [one.name for one in there.layouts.saved()] == ["every YEAR"]
        there.layouts.begin(second.report, there.layouts.saved()[0].id)
