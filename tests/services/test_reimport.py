"""A later state of a schedule over a conference that is there: what is one's own stays."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Choice, Intent
from confnotes.domain.conference import Confidence, Room, Source, SourceKind, Speaker, Track
from confnotes.domain.draft import Draft, DraftLink, DraftSession, DraftSpeaker
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.revisions import Decisions, RevisionKind, revision_id, revisions
from confnotes.domain.session import Link, LinkKind, Session, SessionFacts, SessionState
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from helpers.notebooks import services

MORNING, NOON = "2026-05-04T09:00:00", "2026-05-04T12:00:00"
MARA = DraftSpeaker("Mara Quill", key="p1", affiliation="Beacon")
REN = DraftSpeaker("Ren Aoki", affiliation="Mole")
PAGE = DraftLink(LinkKind.PAGE, "https://example.org/a", "page")


def _one(
    key: str,
    title: str,
    start: str | None = MORNING,
    *,
    speakers: tuple[DraftSpeaker, ...] = (),
    links: tuple[DraftLink, ...] = (),
    **facts: object,
) -> DraftSession:
    plain = SessionFacts(title=title, start=start, duration=1800, room="Quay", track="Sea")
    given = replace(plain, **facts)  # type: ignore[arg-type]  # its fields
    return DraftSession(key, given, speakers, links, json.dumps([key, title, start, str(facts)]))


OPENING = _one("a", "Opening words", speakers=(MARA,), links=(PAGE,))
ROPES = _one("b", "Ropes and knots", NOON, speakers=(MARA, REN))
NETS = _one("c", "Mending of nets", "2026-05-05T09:00:00", speakers=(REN,), room="Mole")


def _draft(*sessions: DraftSession, **more: object) -> Draft:
    whole = Draft(
        SourceKind.FRAB_JSON,
        sessions,
        title="Harbour Conf",
        rooms=(("Mole", "7"), ("Quay", "8")),
        tracks=(("Sea", "#0000ff"),),
    )
    return replace(whole, **more)  # type: ignore[arg-type]  # its fields


def _import(opened: Services, draft: Draft) -> str:
    imported, _ = opened.schedules.import_draft(
        draft, name="", timezone="Europe/Lisbon", source_name="x.json"
    )
    return imported.conference_id


def _dump(opened: Services, conference: str) -> Mapping[str, Any]:
    with opened.notebook.reading() as unit:
        return unit.dump(conference)


def _sessions(opened: Services, conference: str) -> dict[str, SessionView]:
    return {one.session.title: one for one in opened.programme.view(conference).sessions}


def _note(opened: Services, session_id: str, text: str = "heard") -> None:
    opened.notes.save(session_id, [Line(new_id(), session_id, 0, text)])


def _note_and_delete(opened: Services, session_id: str) -> None:
    _note(opened, session_id)
    opened.notes.save(session_id, [])


@pytest.fixture
def conference(opened: Services) -> str:
    """Return a conference of three imported sessions."""
    return _import(opened, _draft(OPENING, ROPES, NETS))


def test_a_session_takes_what_is_new_and_keeps_what_is_own(
    opened: Services, conference: str, told: list[ChangeSet]
) -> None:
    before = _sessions(opened, conference)["Ropes and knots"].session.id
    opened.programme.edit_session(before, SessionFacts(title="My ropes"))
    opened.programme.choose_session(before, Choice(Intent.GOING, reason="ropes"))
    opened.review.rate(before, 4)
    _note(opened, before)
    told.clear()
    moved = _one("b", "Ropes, knots and bends", "2026-05-05T15:00:00", room="Tower",
                 speakers=(replace(MARA, affiliation="Tide"),))  # fmt: skip
    applied, changes = opened.schedules.apply(conference, _draft(OPENING, moved, NETS))
    assert (applied.revised, applied.new, applied.missing, applied.removed) == (1, 0, 0, 0)
    assert told == [changes]
    view = opened.programme.session(before)
    session = view.session
    assert (session.own.title, session.given.title) == ("My ropes", "Ropes, knots and bends")
    assert (session.given.room, session.given.start) == ("Tower", "2026-05-05T15:00:00")
    assert session.start_at is not None
    assert session.start_at.hour == 14
    assert (session.choice.reason, session.rating, view.lines) == ("ropes", 4, 1)
    assert [(s.name, s.affiliation) for s in view.speakers] == [("Mara Quill", "Tide")]
    with opened.notebook.reading() as unit:
        assert [one.name for one in unit.within(Room, conference)] == ["Mole", "Quay", "Tower"]
        assert {one.name for one in unit.within(Speaker, conference)} == {"Mara Quill", "Ren Aoki"}
    # Of the same person the other session says what it always did.
    opening = _sessions(opened, conference)["Opening words"]
    assert [(s.name, s.affiliation) for s in opening.speakers] == [("Mara Quill", "Beacon")]


def test_new_ones_come_in_and_bare_ones_go(opened: Services, conference: str) -> None:
    tide = _one("d", "Tides", "2026-05-06T09:00:00", track="Moon", speakers=(REN,))
    applied, _ = opened.schedules.apply(conference, _draft(OPENING, tide), data_sha256="ff")
    assert (applied.revised, applied.new, applied.missing, applied.removed) == (0, 1, 0, 2)
    view = opened.programme.view(conference)
    assert [one.session.title for one in view.sessions] == ["Opening words", "Tides"]
    assert [day.date.day for day in view.days] == [4, 5, 6]
    with opened.notebook.reading() as unit:
        (source,) = unit.within(Source, conference)
        assert [one.name for one in unit.within(Track, conference)] == ["Sea", "Moon"]
        assert len(unit.within(Speaker, conference)) == 2
    assert source.sha256 == "ff"
    assert opened.schedules.known_as(_draft(OPENING, tide)) == view.conference


BEARINGS: Mapping[str, Callable[[Services, str], object]] = {
    "note": _note,
    "choice": lambda o, s: o.programme.choose_session(s, Choice(watch_later=True)),
    "rating": lambda o, s: o.review.rate(s, 1),
    "text": lambda o, s: o.review.set_text(s, "takeaway", "mend"),
    "own fact": lambda o, s: o.programme.edit_session(s, SessionFacts(room="Corner")),
    "own link": lambda o, s: o.review.put_link(
        Link(new_id(), s, LinkKind.VIDEO, "https://example.org/v")
    ),
    "own speakers": lambda o, s: o.programme.set_speakers(s, [("Somebody", "Else")]),
    "deleted note": _note_and_delete,
    "transcript": lambda o, s: o.transcripts.take_text(s, "0:10\nForty ships\n", "talk"),
}


@pytest.mark.parametrize("what", BEARINGS)
def test_one_that_is_gone_but_bears_something_stays(
    opened: Services, conference: str, what: str
) -> None:
    nets = _sessions(opened, conference)["Mending of nets"].session.id
    BEARINGS[what](opened, nets)
    opened.schedules.apply(conference, _draft(OPENING, ROPES))
    session = opened.programme.session(nets).session
    assert session.facts.state is SessionState.MISSING
    found = opened.schedules.differences(conference, _draft(OPENING, ROPES))
    assert revisions(found) == ()
    # It is in the programme again: no news is lost, nothing is doubled.
    back = opened.schedules.differences(conference, _draft(OPENING, ROPES, NETS))
    assert [one.kind for one in revisions(back)] == [RevisionKind.BACK]
    opened.schedules.apply(conference, _draft(OPENING, ROPES, NETS))
    assert opened.programme.session(nets).session.facts.state is None
    assert len(opened.programme.view(conference).sessions) == 3


def test_an_id_given_to_another_talk_moves_no_notes(opened: Services, conference: str) -> None:
    nets = _sessions(opened, conference)["Mending of nets"].session.id
    _note(opened, nets)
    other = _one("c", "Lighthouse optics", "2026-05-05T09:00:00")
    later = _draft(OPENING, ROPES, other)
    found = opened.schedules.differences(conference, later)
    assert [one.kind for one in revisions(found)] == [RevisionKind.REPLACED]
    applied, _ = opened.schedules.apply(conference, later)
    assert (applied.revised, applied.new, applied.missing) == (0, 1, 1)
    sessions = _sessions(opened, conference)
    assert sessions["Mending of nets"].lines == 1
    assert sessions["Mending of nets"].session.facts.state is SessionState.MISSING
    assert sessions["Lighthouse optics"].lines == 0
    # From now on the id names the new one alone.
    moved = replace(other, facts=replace(other.facts, title="Lenses", start=NOON))
    again = opened.schedules.differences(conference, _draft(OPENING, ROPES, moved))
    new_one = sessions["Lighthouse optics"].session.id
    assert [one.id for one in revisions(again)] == [new_one]


def test_one_that_was_only_renamed_keeps_its_notes(opened: Services, conference: str) -> None:
    nets = _sessions(opened, conference)["Mending of nets"].session.id
    _note(opened, nets)
    later = _draft(OPENING, ROPES, _one("c", "Lighthouse optics", "2026-05-05T09:00:00"))
    applied, _ = opened.schedules.apply(conference, later, Decisions(renamed=frozenset({nets})))
    assert (applied.revised, applied.new, applied.missing) == (1, 0, 0)
    assert opened.programme.session(nets).session.title == "Lighthouse optics"
    assert opened.programme.session(nets).lines == 1


def test_what_was_left_is_asked_again(opened: Services, conference: str) -> None:
    sessions = _sessions(opened, conference)
    later = _draft(
        _one("a", "Opening words", NOON, speakers=(replace(MARA, affiliation="Tide"),)),
        replace(ROPES, facts=replace(ROPES.facts, state=SessionState.CANCELLED)),
        _one("d", "Tides"),
    )
    every = revisions(opened.schedules.differences(conference, later))
    assert [one.kind for one in every] == [
        RevisionKind.MOVED, RevisionKind.CANCELLED, RevisionKind.NEW, RevisionKind.GONE
    ]  # fmt: skip
    left = frozenset({sessions["Opening words"].session.id, revision_id(later.sessions[2]),
                      sessions["Mending of nets"].session.id})  # fmt: skip
    opened.schedules.apply(conference, later, Decisions(left))
    after = _sessions(opened, conference)
    assert after["Opening words"] == sessions["Opening words"]
    assert after["Mending of nets"] == sessions["Mending of nets"]
    assert after["Ropes and knots"].session.facts.state is SessionState.CANCELLED
    again = revisions(opened.schedules.differences(conference, later))
    assert {one.id for one in again} == left


def test_own_speakers_and_links_stay(opened: Services, conference: str) -> None:
    ropes = _sessions(opened, conference)["Ropes and knots"].session.id
    opening = _sessions(opened, conference)["Opening words"]
    opened.programme.set_speakers(ropes, [("Mara Quill", "Beacon")])
    edited = replace(opening.links[0], url="https://example.org/corrected")
    opened.review.put_link(edited)
    later = _draft(
        replace(OPENING, speakers=(replace(MARA, affiliation="Tide"),), links=(), record="new"),
        replace(ROPES, speakers=(REN, MARA), record="new"),
        NETS,
    )
    assert revisions(opened.schedules.differences(conference, later)) == ()
    opened.schedules.apply(conference, later)
    names = [(s.name, s.affiliation) for s in opened.programme.session(ropes).speakers]
    assert names == [("Mara Quill", "Beacon")]
    view = opened.programme.session(opening.session.id)
    assert [one.url for one in view.links] == ["https://example.org/corrected"]
    assert [s.affiliation for s in view.speakers] == ["Tide"]


def test_what_was_written_after_applying_survives_taking_back(
    opened: Services, conference: str
) -> None:
    tide = _one("d", "Tides", "2026-05-08T09:00:00", speakers=(DraftSpeaker("Ida Storm"),))
    moved = replace(ROPES, facts=replace(ROPES.facts, room="Tower"), record="new")
    applied, _ = opened.schedules.apply(conference, _draft(OPENING, moved, NETS, tide))
    sessions = _sessions(opened, conference)
    _note(opened, sessions["Tides"].session.id)
    opened.programme.edit_session(
        sessions["Ropes and knots"].session.id, SessionFacts(title="Mine", start=NOON)
    )
    opened.schedules.take_back(applied)
    after = _sessions(opened, conference)
    assert after["Tides"].lines == 1
    assert after["Tides"].session.facts.state is SessionState.MISSING
    assert [s.name for s in after["Tides"].speakers] == ["Ida Storm"]
    assert (after["Mine"].session.given.room, after["Mine"].session.own.start) == ("Quay", NOON)
    assert len(after) == 4


def test_a_draft_of_another_kind_is_refused(opened: Services, conference: str) -> None:
    before = _dump(opened, conference)
    with pytest.raises(ConfnotesError) as caught:
        opened.schedules.apply(conference, _draft(OPENING, kind=SourceKind.ICALENDAR))
    assert caught.value.code == "schedule.no_earlier_state"
    with pytest.raises(ConfnotesError) as caught:
        opened.schedules.apply(conference, _draft())
    assert caught.value.code == "schedule.no_sessions"
    assert _dump(opened, conference) == before


def test_times_that_were_read_as_local_are_so_again(opened: Services) -> None:
    early = _draft(*(
        replace(one, facts=replace(one.facts, start=f"{one.facts.start}+00:00"))
        for one in (OPENING, ROPES, NETS)
    ))  # fmt: skip
    imported, _ = opened.schedules.import_draft(
        early, name="", timezone="Asia/Tokyo", local_times=True
    )
    assert revisions(opened.schedules.differences(imported.conference_id, early)) == ()


MANY = 200 if os.environ.get("CONFNOTES_NEW_EXAMPLES") else 10

# -- any programme, anything of one's own ------------------------------------------------

NAMES = st.sampled_from(
    [
        MARA,
        REN,
        replace(MARA, key="", affiliation="Tide"),
        DraftSpeaker("Ren Aoki", key="p2"),
        DraftSpeaker("Ren Aoki", affiliation="Tide", confidence=Confidence.GUESSED),
        DraftSpeaker("Ida Storm"),
    ]
)
LINKS = st.sampled_from([PAGE, DraftLink(LinkKind.SLIDES, "https://example.org/s")])
FACTS = st.builds(
    SessionFacts,
    title=st.sampled_from(["Opening words", "Ropes and knots", "Mending of nets", "Zzz", "Tides"]),
    start=st.sampled_from([MORNING, NOON, "2026-05-07T09:00:00", None]),
    room=st.sampled_from(["Quay", "Mole", "Tower", None]),
    track=st.sampled_from(["Sea", "Moon", None]),
    state=st.sampled_from([None, SessionState.CANCELLED]),
)
SESSIONS = st.lists(
    st.builds(
        DraftSession,
        st.sampled_from("abcdef"),
        FACTS,
        st.lists(NAMES, max_size=3).map(tuple),
        st.lists(LINKS, max_size=2, unique=True).map(tuple),
        st.sampled_from(["", "{}", "[1]"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: (one.key, one.facts.start),
)
DRAFTS = SESSIONS.map(lambda sessions: _draft(*sessions))
ACTS = st.dictionaries(st.integers(0, 5), st.sampled_from(sorted(BEARINGS)), max_size=4)


def _own(dump: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that is one's own in a dump, by what it belongs to."""
    whole = dump["conference"]
    imported = {"title", "subtitle", "abstract", "kind", "format", "code", "language", "room",
                "track", "start", "end", "duration", "state", "start_at", "end_at", "sources",
                "changed_at", "given_speakers"}  # fmt: skip
    found: dict[str, Any] = {}
    for session in whole["sessions"]:
        own = {key: value for key, value in session.items() if key not in imported}
        for part in ("speakers", "links"):
            own[part] = [one for one in session[part] if one["origin"] == "own"]
        found[session["id"]] = own
    found["rest"] = [whole[key] for key in ("facts", "footnotes", "attachments", "reports")]
    return found


@settings(max_examples=MANY)
@given(DRAFTS, DRAFTS, ACTS, st.sets(st.integers(0, 8)), st.booleans())
def test_whatever_changes_what_is_own_stays_and_all_of_it_can_be_taken_back(
    early: Draft, late: Draft, acts: dict[int, str], left: set[int], same: bool
) -> None:
    with (
        TemporaryDirectory() as folder,
        closing(services(Path(folder) / "trip.confnotes")) as opened,
    ):
        conference = _import(opened, early)
        views = opened.programme.view(conference).sessions
        for number, act in acts.items():
            if number < len(views):
                BEARINGS[act](opened, views[number].session.id)
        bearing = opened.schedules.bearing(conference)
        assert len(bearing) == len([n for n in acts if n < len(views)])
        before = _dump(opened, conference)
        found = revisions(opened.schedules.differences(conference, late))
        renamed = frozenset(one.id for one in found if same)
        decisions = Decisions(
            frozenset(one.id for n, one in enumerate(found) if n in left), renamed
        )
        applied, _ = opened.schedules.apply(conference, late, decisions)
        after = _dump(opened, conference)
        own, still = _own(before), _own(after)
        assert {one: own[one] for one in bearing} == {one: still[one] for one in bearing}
        assert own["rest"] == still["rest"]
        _, again = opened.schedules.apply(conference, late, decisions)
        assert not again
        assert _dump(opened, conference) == after
        opened.schedules.take_back(applied)
        assert _dump(opened, conference) == before


# -- real pairs ---------------------------------------------------------------------------


def _pair(opened: Services, folder: Path, early: str, late: str, zone: str) -> tuple[str, Draft]:
    draft = opened.schedules.read((folder / early).read_bytes())
    imported, _ = opened.schedules.import_draft(draft, name="X", timezone=zone)
    later = opened.schedules.read((folder / late).read_bytes())
    known = opened.schedules.known_as(later)
    assert known is not None
    assert known.id == imported.conference_id
    return imported.conference_id, later


def test_kubecon_loses_no_note_and_no_rating(opened: Services, real_files: Path) -> None:
    conference, later = _pair(
        opened, real_files, "ics/kubecon-eu-2026-a-0303.ics", "ics/kubecon-eu-2026-d-0323.ics",
        "Europe/Amsterdam",
    )  # fmt: skip
    before = [one.session.id for one in opened.programme.view(conference).sessions]
    with opened.notebook.writing(None) as unit:
        for number, one in enumerate(unit.all(Session, id=before)):
            unit.put(replace(one, rating=number % 5 + 1))
        unit.insert([Line(new_id(), one, 0, f"note {one}") for one in before])
    ratings = {i: v.session.rating for i, v in opened.programme.view(conference).by_id.items()}
    state = _dump(opened, conference)
    found = revisions(opened.schedules.differences(conference, later))
    replaced = [one for one in found if one.kind is RevisionKind.REPLACED]
    assert "CLBO: ClashLoopBackOff" in [one.old.facts.title for one in replaced if one.old]
    applied, _ = opened.schedules.apply(conference, later)
    assert applied.removed == 0
    assert applied.missing == len(replaced) + sum(o.kind is RevisionKind.GONE for o in found)
    after = {one.session.id: one for one in opened.programme.view(conference).sessions}
    for identity in before:
        assert (after[identity].session.rating, after[identity].lines) == (ratings[identity], 1)
    alive = [v for v in after.values() if v.session.facts.state is not SessionState.MISSING]
    assert len(alive) == len(later.sessions)
    _, again = opened.schedules.apply(conference, later)
    assert not again
    opened.schedules.take_back(applied)
    assert _dump(opened, conference) == state


def test_droidcon_keeps_what_was_published_at_other_times(
    opened: Services, real_files: Path
) -> None:
    folder = "sessionize/droidcon-berlin-2021"
    conference, later = _pair(
        opened, real_files, f"{folder}-a-gridsmart.json", f"{folder}-b-gridsmart.json",
        "Europe/Berlin",
    )  # fmt: skip
    before = {one.session.id for one in opened.programme.view(conference).sessions}
    applied, _ = opened.schedules.apply(conference, later)
    after = {one.session.id for one in opened.programme.view(conference).sessions}
    assert len(after) == len(later.sessions)
    assert (len(before & after), applied.revised) == (118, 118)


def test_iosdc_gets_two_more_and_no_false_change(opened: Services, real_files: Path) -> None:
    conference, later = _pair(
        opened, real_files, "fortee/iosdc-2022-timetable-earlier.json",
        "fortee/iosdc-2022-timetable.json", "Asia/Tokyo",
    )  # fmt: skip
    applied, _ = opened.schedules.apply(conference, later)
    assert (applied.revised, applied.new, applied.missing, applied.removed) == (0, 2, 0, 0)
