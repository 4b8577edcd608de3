"""Speakers in titles: taken out where there is one way to read them, left and told elsewhere."""

import pytest

from confnotes.domain.conference import Confidence
from confnotes.domain.draft import Draft
from confnotes.schedule import read_schedule
from confnotes.schedule.ical.titles import is_name
from helpers.schedules import calendar, vevent

SCHED = ("PRODID:-//Sched.com Harbour Conf 2026//EN",)
PLAIN = [
    f"Talk {n} - {name}, {company}"
    for n, (name, company) in enumerate(
        [
            ("Mara Quill", "Beacon Works"), ("Ren Aoki", "Beacon Works"), ("Ida Storm", "Buoy"),
            ("Olu Ade", "Mole Labs"), ("Pia van der Zee", "Tide"), ("Kim Min-jun", "Quay"),
            ("José Díaz", "Anchor"), ("Ann O'Hara", "Rope"), ("Bo Li", "Net"), ("Eva Sund", "Sail"),
        ]
    )
]  # fmt: skip


def _draft(*titles: str, head: tuple[str, ...] = SCHED) -> Draft:
    events = [
        vevent("DTSTART:20260504T080000Z", summary=title.replace(",", "\\,").replace(";", "\\;"),
               uid=f"{n:032x}")
        for n, title in enumerate(titles)
    ]  # fmt: skip
    return read_schedule(calendar(*events, head=head))


def _last(title: str) -> tuple[str, list[tuple[str, str, str]], bool]:
    """Return (title, speakers, whether it was told to be left) among titles of a clear habit."""
    draft = _draft(*PLAIN, title)
    session = draft.sessions[-1]
    left = any(p.code == "schedule.speakers_left_in_title" for p in draft.problems)
    people = [(s.name, s.affiliation, s.role) for s in session.speakers]
    assert all(s.confidence is Confidence.GUESSED for s in session.speakers)
    return session.facts.title or "", people, left


@pytest.mark.parametrize(
    ("ending", "people"),
    [
        ("Uma Berg, Buoy", [("Uma Berg", "Buoy", "")]),
        ("Uma Berg, Buoy, Inc.", [("Uma Berg", "Buoy, Inc.", "")]),
        ("Uma Berg & Jo Falk, Buoy", [("Uma Berg", "Buoy", ""), ("Jo Falk", "Buoy", "")]),
        ("Uma Berg, Buoy & Jo Falk, Tide", [("Uma Berg", "Buoy", ""), ("Jo Falk", "Tide", "")]),
        ("Uma Berg, Beacon Works & Jo Falk, Tide",
         [("Uma Berg", "Beacon Works", ""), ("Jo Falk", "Tide", "")]),
        ("Uma Berg & Jo Falk, Buoy; Ann Ek, Tide",
         [("Uma Berg", "Buoy", ""), ("Jo Falk", "Buoy", ""), ("Ann Ek", "Tide", "")]),
        ("Uma Berg, Maintainer", [("Uma Berg", "", "Maintainer")]),
        ("Uma Berg, Staff Engineer, Buoy", [("Uma Berg", "Buoy", "Staff Engineer")]),
        ("Uma Berg, School of Tides and Waves", [("Uma Berg", "School of Tides and Waves", "")]),
    ],
)  # fmt: skip
def test_what_can_be_read_in_one_way_is_taken_out(
    ending: str, people: list[tuple[str, str, str]]
) -> None:
    assert _last(f"Ropes - And How: A Story - {ending}") == (
        "Ropes - And How: A Story",
        people,
        False,
    )


@pytest.mark.parametrize(
    "ending",
    [
        "Uma Berg, Jo Falk & Ann Ek, Buoy",  # is Jo Falk a person or a company?
        "Uma Berg, Jo Falk, Ann Ek & Ivo Dahl, Buoy",
        "Uma Berg, Buoy and Jo Falk, Tide",
        "Uma Berg, Sr. Lead and Jo Falk, Tide",
        "Uma Berg, Founder & CEO, Buoy",
        "Uma Berg, CTO, Waves and Tides, Buoy",
        "Uma Berg, Buoy & Jo Falk",
        "Uma Berg, Head, Buoy & Jo Falk, Senior Engineer - Rope Specialist, Tide",
        "Uma Berg and Jo Falk",
    ],
)
def test_what_can_be_read_in_several_ways_stays_and_is_told(ending: str) -> None:
    title = f"Ropes - {ending}"
    assert _last(title) == (title, [], True)


@pytest.mark.parametrize(
    "title",
    [
        "Ropes",
        "Ropes - Past, Present & Future",
        "Ropes - Lessons Learned, Mistakes Made",
        "Harbour Day Hosted by Buoy - Full-Day Event | ALL ACCESS PASS REQUIRED",
        "Ropes - A Workshop",
        "Ropes - Flynn, Buoy",
        " - Uma Berg, Buoy",
    ],
)
def test_what_names_nobody_stays_as_it_is(title: str) -> None:
    assert _last(title) == (title.strip(), [], False)


def test_without_the_habit_nothing_is_taken_out() -> None:
    titles = ["Ropes - Uma Berg, Buoy", "Knots - A View", "Nets - In Use", "Sails - All of Them"]
    draft = _draft(*titles)
    assert [s.facts.title for s in draft.sessions] == titles
    other = _draft(*PLAIN, head=("PRODID:-//Example//EN",))
    assert [s.facts.title for s in other.sessions] == PLAIN


def test_how_many_titles_were_read_is_told() -> None:
    draft = _draft(*PLAIN)
    (problem,) = [p for p in draft.problems if p.code == "schedule.speakers_from_titles"]
    assert problem.facts == {"count": len(PLAIN)}
    assert '"SUMMARY":"Talk 0 - Mara Quill\\\\, Beacon Works"' in draft.sessions[0].record


def test_the_template_of_pretalx_is_taken_apart() -> None:
    head = ("PRODID:-//pretalx//example.org//harbour",)
    draft = _draft("Ropes - in use - 浜 渚, Mara Quill", "Opening -", head=head)
    found = [(s.facts.title, [p.name for p in s.speakers]) for s in draft.sessions]
    assert found == [("Ropes - in use", ["浜 渚", "Mara Quill"]), ("Opening", [])]
    kept = _draft("Ropes - Mara Quill", "Opening", head=head)
    assert [s.facts.title for s in kept.sessions] == ["Ropes - Mara Quill", "Opening"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Quill", True), ("Pia van der Zee", True), ("Erin A. Boyd", True),
        ("Ángela Núñez-Õ", True), ("Red Hat", True), ("Flynn", False), ("mara quill", False),
        ("MARA QUILL", False), ("Chief Executive", False), ("Lessons Learned", False),
        ("Mara Quill 2", False), ("", False), ("A B C D E F", False), ("van der Zee", False),
    ],
)  # fmt: skip
def test_names(text: str, name: bool) -> None:
    assert is_name(text) is name
