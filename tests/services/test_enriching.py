"""A print page over a conference that is there: speakers come in, nothing typed goes."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Confidence, Speaker
from confnotes.domain.errors import ScheduleError
from confnotes.domain.printed import PrintedPage
from confnotes.domain.session import Credit, SessionFacts
from confnotes.domain.text import folded
from confnotes.services.bundle import Services
from confnotes.services.enriching import Enriched
from confnotes.services.views import SessionView
from helpers.printed import page, row, site

HABIT = [f"Talk {n} - {name}, Buoy" for n, name in enumerate(
    ["Mara Quill", "Ren Aoki", "Ida Storm", "Olu Ade", "Pia Zee", "Kim Min", "Bo Li", "Eva Sund",
     "José Díaz", "Ann Hara"])]  # fmt: skip
TITLES = [*HABIT, "Ropes - Uma Berg, Jo Falk & Ann Ek, Tide", "Knots - Flynn, Rope", "Lunch"]
PAGE = page(
    row(0, "Talk 0", "Speakers: Mara Quill"),
    row(1, "Talk 1", "Speakers: Lauren Aoki"),
    row(2, "Talk 2", "Speakers: Ida Storm, Uma Berg"),
    row(10, "Ropes", "Speakers: Ann Ek, Jo Falk, Uma Berg"),
    row(11, "Knots", "Moderators: Flynn"),
    row(12, "Lunch"),
)


@pytest.fixture
def conference(opened: Services) -> str:
    """Return a conference imported from the calendar of the site."""
    draft = opened.schedules.read(site(*TITLES))
    imported, _ = opened.schedules.import_draft(draft, name="", timezone="Europe/Lisbon")
    return imported.conference_id


def _printed(opened: Services, data: bytes = PAGE) -> PrintedPage:
    read = opened.schedules.print_page(data)
    assert read is not None
    return read


def _sessions(opened: Services, conference: str) -> dict[str, SessionView]:
    view = opened.programme.view(conference)
    return {one.session.title.partition(" - ")[0]: one for one in view.sessions}


def _people(view: SessionView) -> list[tuple[str, str, bool]]:
    return [(s.name, s.affiliation, s.guessed) for s in view.speakers]


def test_the_speakers_of_the_page_come_in(
    opened: Services, conference: str, told: list[ChangeSet]
) -> None:
    told.clear()
    done, changes = opened.schedules.add_speakers(_printed(opened))
    assert done == Enriched(conference, "Harbour Conf 2026", 5, 5, 0, 0)
    assert told == [changes]
    found = _sessions(opened, conference)
    assert _people(found["Talk 0"]) == [("Mara Quill", "Buoy", False)]
    # Another spelling of a guessed name: the page's counts, the affiliation stays.
    assert _people(found["Talk 1"]) == [("Lauren Aoki", "Buoy", False)]
    assert [name for name, _, _ in _people(found["Talk 2"])] == ["Ida Storm", "Uma Berg"]
    assert found["Talk 3"].speakers[0].guessed
    assert found["Ropes"].session.title == "Ropes"
    assert _people(found["Ropes"]) == [
        ("Uma Berg", "Tide", False),
        ("Jo Falk", "Tide", False),
        ("Ann Ek", "Tide", False),
    ]
    assert _people(found["Knots"]) == [("Flynn", "Rope", False)]
    assert found["Knots"].session.title == "Knots"
    with opened.notebook.reading() as unit:
        names = [one.name for one in unit.all(Speaker, conference_id=conference)]
        roles = {one.role for one in unit.within(Credit, conference)}
    assert "Ren Aoki" not in names
    assert len(names) == len(set(names))
    assert roles == {"", "Moderator"}


def test_a_second_time_nothing_changes(opened: Services, conference: str) -> None:
    opened.schedules.add_speakers(_printed(opened))
    before = opened.programme.view(conference)
    done, changes = opened.schedules.add_speakers(_printed(opened), conference)
    assert (done.sessions, done.changed) == (5, 0)
    assert not changes.changed
    assert opened.programme.view(conference) == before


def test_what_was_typed_stays(opened: Services, conference: str) -> None:
    found = _sessions(opened, conference)
    opened.programme.set_speakers(found["Talk 0"].session.id, [("Somebody Else", "Mole")])
    opened.programme.edit_session(found["Ropes"].session.id, SessionFacts(title="My ropes"))
    done, _ = opened.schedules.add_speakers(_printed(opened))
    assert (done.sessions, done.left) == (4, 1)
    view = opened.programme.view(conference)
    by_id = {one.session.id: one for one in view.sessions}
    typed = by_id[found["Talk 0"].session.id]
    assert [s.name for s in typed.speakers] == ["Somebody Else"]
    ropes = by_id[found["Ropes"].session.id]
    assert (ropes.session.title, ropes.session.given.title) == ("My ropes", "Ropes")
    assert len(ropes.speakers) == 3


def test_a_speaker_renamed_by_hand_is_named_once(opened: Services, conference: str) -> None:
    with opened.notebook.writing(None) as unit:
        for one in unit.all(Speaker, conference_id=conference):
            if one.name in ("Mara Quill", "Ren Aoki"):
                unit.put(replace(one, own_name=f"{one.name}-Lund"))
    opened.schedules.add_speakers(_printed(opened))
    found = _sessions(opened, conference)
    assert [s.name for s in found["Talk 0"].speakers] == ["Mara Quill-Lund"]
    assert "Ren Aoki-Lund" in [s.name for s in found["Talk 1"].speakers]


def test_notes_and_choices_stay(opened: Services, conference: str) -> None:
    before = _sessions(opened, conference)
    session_id = before["Talk 0"].session.id
    opened.programme.edit_session(session_id, SessionFacts(room="My corner"))
    opened.schedules.add_speakers(_printed(opened))
    after = opened.programme.session(session_id).session
    assert (after.own.room, after.choice) == ("My corner", before["Talk 0"].session.choice)


def test_a_page_of_another_conference_changes_nothing(opened: Services, conference: str) -> None:
    before = opened.programme.view(conference)
    other = page(*(row(n, "X", "Speakers: A B") for n in range(13, 20)))
    for wanted in (None, conference):
        with pytest.raises(ScheduleError) as caught:
            opened.schedules.add_speakers(_printed(opened, other), wanted)
        assert caught.value.code == "schedule.page_of_none"
    assert opened.programme.view(conference) == before


def test_sessions_the_notebook_does_not_have_are_counted(opened: Services, conference: str) -> None:
    more = page(row(0, "Talk 0", "Speakers: Mara Quill"), row(15, "New", "Speakers: A B"))
    done, _ = opened.schedules.add_speakers(_printed(opened, more))
    assert (done.sessions, done.unknown) == (1, 1)


def test_kubecon_gets_its_speakers_from_its_page(opened: Services, real_files: Path) -> None:
    data = (real_files / "ics" / "kubecon-eu-2026-d-0323.ics").read_bytes()
    draft = opened.schedules.read(data)
    imported, _ = opened.schedules.import_draft(draft, name="", timezone="Europe/Amsterdam")
    html = (real_files / "other" / "kubecon-eu-2026-sched-print.html").read_bytes()
    read = _printed(opened, html)
    done, _ = opened.schedules.add_speakers(read)
    assert (done.sessions, done.left, done.unknown) == (467, 0, 0)
    with opened.notebook.reading() as unit:
        contents = unit.contents(imported.conference_id)
    keys = {one.session_id: one.key for one in contents.session_sources}
    names = {one.id: one.name for one in contents.speakers}
    printed = {
        one.key: {folded(p.name) for p in one.speakers} for one in read.sessions if one.speakers
    }
    found: dict[str, set[str]] = defaultdict(set)
    for credit in contents.credits:
        name = credit.name or names[credit.speaker_id]
        found[keys[credit.session_id]].add(folded(name))
    assert {key: found[key] for key in printed} == printed
    sure = [one for one in contents.credits if keys[one.session_id] in printed]
    assert {one.confidence for one in sure} == {Confidence.GIVEN}
    titles = [folded(s.given.title or "") for s in contents.sessions]
    assert sum(title.endswith(" - " + name) or f" - {name}, " in title for title in titles
               for names_of_one in printed.values() for name in names_of_one) < 15  # fmt: skip
