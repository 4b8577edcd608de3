"""What a zone would mean is said in words, for each kind of written time."""

from dataclasses import replace

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import Problem, Severity
from confnotes.domain.session import SessionFacts, SessionKind
from confnotes.ui.start.found import kinds, problem_list
from confnotes.ui.start.proposals import at_night, has_offsets, proposals, where_from


def draft(*starts: str | None, zone: str | None = None, field: str = "") -> Draft:
    sessions = tuple(
        DraftSession(
            str(number),
            SessionFacts(title="x", start=start, kind=SessionKind.KEYNOTE if number else None),
        )
        for number, start in enumerate(starts)
    )
    return Draft(SourceKind.ICALENDAR, sessions, timezone=zone, timezone_from=field)


def test_instants_say_the_hour_and_the_day_in_each_zone() -> None:
    read = draft("2019-11-19T15:00:00Z", "2019-11-19T17:00:00Z", zone="America/Los_Angeles")
    said = {p.zone: (p.words, p.meaning) for p in proposals(read, "Asia/Tokyo")}
    assert said == {
        "America/Los_Angeles": ("Los Angeles", "keynotes at 9:00"),
        "UTC": ("UTC", "keynotes at 17:00"),
        "Asia/Tokyo": ("Tokyo, this computer", "keynotes at 2:00, the day after"),
    }


def test_a_zone_in_which_it_would_be_night_is_doubted() -> None:
    day = [f"2019-11-19T{hour:02}:30:00Z" for hour in range(17, 24)]
    read = draft(*day, "2019-11-20T11:30:00Z", zone="Asia/Tokyo")  # and one party
    assert at_night(read, "Asia/Tokyo").startswith("4 of 8 sessions")
    assert "the first at 2:30" in at_night(read, "Asia/Tokyo")
    assert "1 of 8 sessions" in at_night(read, "America/Los_Angeles")
    many = draft(*day * 2, "2019-11-20T11:30:00Z")
    assert at_night(many, "America/Los_Angeles") == ""
    assert at_night(read, None) == at_night(draft(None), "UTC") == ""
    assert at_night(draft("2019-11-19T03:30:00"), "UTC") == ""  # no zone makes that another time


def test_zones_that_fit_are_offered_beside_a_doubtful_one() -> None:
    hints = ("America/Los_Angeles", "America/Vancouver", "America/Tijuana")
    doubtful = replace(draft("2019-11-19T18:30:00Z", zone="Asia/Tokyo"), timezone_hints=hints)
    assert [p.zone for p in proposals(doubtful, "UTC")] == ["Asia/Tokyo", *hints[:2], "UTC"]
    sensible = replace(doubtful, timezone="Europe/Paris")
    assert [p.zone for p in proposals(sensible, "UTC")] == ["Europe/Paris", "UTC"]


def test_wall_times_say_what_they_are_here() -> None:
    read = draft("2026-05-01T09:00:00")
    said = {p.zone: p.meaning for p in proposals(read, "Asia/Tokyo")}
    assert said["UTC"] == "first session at 9:00 there, 18:00 here"
    assert said["Asia/Tokyo"] == "first session at 9:00"


def test_without_any_time_there_is_no_meaning() -> None:
    assert {p.meaning for p in proposals(draft(None), "UTC")} == {""}


def test_a_zone_read_from_the_place_is_proposed() -> None:
    guess = Problem("schedule.zone_guess", Severity.ASSUMED, facts={"zone": "Europe/Paris"})
    read = Draft(SourceKind.ICALENDAR, (), problems=(guess,))
    assert [p.zone for p in proposals(read, "UTC")] == ["Europe/Paris", "UTC"]
    assert "Europe/Paris would fit" in where_from(read)[1]


def test_where_it_comes_from() -> None:
    head, sentence = where_from(draft("2019-11-19T17:00:00Z", zone="UTC", field="X-WR-TIMEZONE"))
    assert head == "Proposed from the file"
    assert sentence == "The file names UTC in X-WR-TIMEZONE. Its times are written in UTC."
    assert "clock times" in where_from(draft("2026-05-01T09:00:00"))[1]
    assert "+02:00" in where_from(draft("2026-05-01T09:00:00+02:00"))[1]


def test_offsets_are_found() -> None:
    assert has_offsets(draft("2019-11-19T17:00:00Z"))
    assert not has_offsets(draft("2026-05-01T09:00:00", None, "2026-05-01"))


def test_problems_are_told_by_kind_the_worst_first() -> None:
    problems = [Problem("a.missing", Severity.MISSING, f"line {n}") for n in range(5)]
    problems.append(Problem("b.skipped", Severity.SKIPPED, "line 9"))
    found = kinds(problems, lambda p: getattr(p, "code", ""))
    assert [(k.sentence, k.count) for k in found] == [("b.skipped", 1), ("a.missing", 5)]
    assert found[1].place == "line 0, line 1, line 2 … +2"
    said = problem_list(problems, lambda p: f"{getattr(p, 'place', '')}: {getattr(p, 'code', '')}")
    assert said.splitlines()[-1] == "line 9: b.skipped"
