"""Indico, PyCon US, and the data of pretalx's widget."""

import json

from confnotes.domain.conference import SourceKind
from confnotes.domain.session import LinkKind, SessionKind, SessionState
from confnotes.schedule import read_schedule
from helpers.programs import (
    as_bytes,
    contribution,
    indico,
    pycon,
    slot,
    widget,
    widget_talk,
)
from helpers.schedules import codes, only, refusal, refused

# -- Indico -----------------------------------------------------------------------------


def test_every_field_of_indico() -> None:
    draft = read_schedule(indico(contribution()))
    (session,) = draft.sessions
    facts = session.facts
    assert (draft.kind, draft.title, draft.venue) == (SourceKind.INDICO, "Harbour Days", "Harbour")
    assert (draft.timezone, draft.timezone_from) == ("Europe/Zurich", "timezone")
    assert (str(draft.starts), str(draft.ends)) == ("2026-05-04", "2026-05-05")
    assert (session.key, session.place) == ("9003", "results[0].contributions[0]")
    assert (facts.title, facts.abstract) == ("Tides", "How **tides** turn.")
    assert facts.start == "2026-05-04T09:00:00+02:00"
    assert facts.end == "2026-05-04T09:30:00+02:00"
    assert (facts.room, facts.track, facts.format) == ("Quay 1", "Water", "Oral")
    assert [(s.name, s.affiliation) for s in session.speakers] == [("Mara Quill", "Beacon Works")]
    assert [one.kind for one in session.links] == [LinkKind.PAGE, LinkKind.SLIDES]
    assert "emailHash" not in session.record
    assert "swordfish" not in repr(draft)
    assert draft.problems == ()


def test_times_of_indico_are_those_of_the_zone_beside_them() -> None:
    tokyo = {"date": "2026-05-04", "time": "16:00:00", "tz": "Asia/Tokyo"}
    facts = only(indico(contribution(startDate=tokyo))).facts
    assert facts.start == "2026-05-04T16:00:00+09:00"
    odd = read_schedule(indico(contribution(startDate={**tokyo, "tz": "Mars/Olympus"})))
    assert odd.sessions[0].facts.start == "2026-05-04T16:00:00"
    assert "schedule.unknown_tzid" in codes(odd)


def test_contributions_within_sessions_are_read_and_sessions_without_any() -> None:
    draft = read_schedule(
        indico(
            sessions=[
                {"title": "Morning", "contributions": [contribution(track=None)]},
                contribution(_type="Session", db_id=77, title="Poster walk", contributions=[]),
                "junk",
            ]
        )
    )
    tracks = {s.key: s.facts.track for s in draft.sessions}
    assert tracks == {"9003": "Morning", "77": "Water"}
    assert [p.place for p in draft.problems] == ["results[0].sessions[2]"]


def test_a_name_in_the_order_of_lists_is_turned() -> None:
    speaker = {"fullName": "Quill, Mara", "affiliation": ""}
    (found,) = only(indico(contribution(speakers=[speaker]))).speakers
    assert (found.name, found.key) == ("Mara Quill", "")


def test_an_unplaced_contribution_is_kept() -> None:
    draft = read_schedule(indico(contribution(startDate=None, endDate=None)))
    assert draft.sessions[0].facts.start is None
    assert codes(draft) == ["schedule.no_start"]


def test_other_exports_of_indico_are_named() -> None:
    timetable = as_bytes({"_type": "HTTPAPIResult", "results": {"1": {"20260504": {}}}})
    category = as_bytes({"_type": "HTTPAPIResult", "results": [{"id": "1"}, {"id": "2"}]})
    kinds = [error.facts["kind"] for data in (timetable, category) if (error := refusal(data))]
    assert kinds == ["Indico timetable", "Indico category"]
    assert refused(as_bytes({"_type": "HTTPAPIResult", "results": []})) == "schedule.no_sessions"


# -- PyCon US ---------------------------------------------------------------------------


def test_every_field_of_pycon() -> None:
    draft = read_schedule(pycon(slot()))
    (session,) = draft.sessions
    facts = session.facts
    assert (draft.kind, draft.title) == (SourceKind.PYCON_US, "Py Harbour 2026")
    assert (draft.timezone, draft.timezone_hints[0]) == (None, "America/New_York")
    assert (session.key, session.place) == ("41", "schedule[0]")
    assert (facts.title, facts.abstract) == ("Anchors", "On *anchors*.")
    assert (facts.start, facts.end) == ("2026-05-04T09:00:00-04:00", "2026-05-04T09:30:00-04:00")
    assert (facts.room, facts.track, facts.kind) == ("Quay", "Sea", SessionKind.TALK)
    assert [(s.name, s.key, s.biography) for s in session.speakers] == [
        ("Mara Quill", "5", "Keeps lights.")
    ]
    assert [one.kind for one in session.links] == [LinkKind.PAGE]
    assert "mara@quill.example" not in session.record


def test_a_bare_list_with_authors() -> None:
    session = only(as_bytes([slot(speakers=..., room="", rooms=["Quay", "Mole"])]))
    assert [s.name for s in session.speakers] == ["Mara Quill"]
    assert (session.facts.room, session.place) == ("Quay, Mole", "[0]")


def test_called_off_by_flag_or_struck_through() -> None:
    for given, title in ({"cancelled": True}, "Anchors"), ({"name": "<s>Anchors</s>"}, "Anchors"):
        facts = only(pycon(slot(**given))).facts
        assert (facts.title, facts.state) == (title, SessionState.CANCELLED)
    assert only(pycon(slot(cancelled=False))).facts.state is SessionState.SCHEDULED


def test_posters_within_a_session_are_sessions_in_its_time_and_room() -> None:
    poster = {"conf_key": 42, "name": "Poster A", "authors": ["Ren Aoki"], "start": None}
    draft = read_schedule(pycon(slot(sessions=[poster, 3])))
    outer, inner = draft.sessions
    assert (inner.facts.start, inner.facts.room) == (outer.facts.start, "Quay")
    assert (inner.facts.kind, inner.place) == (SessionKind.BOOTH, "schedule[0].sessions[0]")
    assert "Poster A" not in outer.record
    assert codes(draft)[0] == "schedule.not_an_event"


def test_a_session_of_no_length() -> None:
    facts = only(pycon(slot(end="2026-05-04T09:00:00-04:00", duration=0))).facts
    assert facts.end == facts.start


# -- pretalx's widget -------------------------------------------------------------------


def test_every_field_of_the_widget() -> None:
    draft = read_schedule(widget(widget_talk()))
    (session,) = draft.sessions
    facts = session.facts
    assert (draft.kind, draft.timezone) == (SourceKind.PRETALX_WIDGET, "Europe/Lisbon")
    assert (str(draft.starts), str(draft.ends)) == ("2026-05-04", "2026-05-05")
    assert draft.version == "0.4"
    assert (session.key, facts.code) == ("ABCDEF", "ABCDEF")
    assert (facts.title, facts.abstract) == ("Ropes", "All *about* ropes")
    assert (facts.room, facts.track, facts.language) == ("Quay", "Sea", "en")
    assert (facts.start, facts.end) == ("2026-05-04T09:00:00+01:00", "2026-05-04T09:45:00+01:00")
    assert [(s.name, s.key) for s in session.speakers] == [("Mara Quill", "QUILL1")]
    assert draft.rooms == (("Quay", "3"), ("Mole", "4"))
    assert draft.tracks == (("Sea", "#00aaff"),)
    assert draft.problems == ()


def test_breaks_have_no_code_and_names_by_language() -> None:
    brk = widget_talk(code=..., title={"en": "Lunch", "de": "Mittag"}, speakers=..., track=None)
    session = only(widget(brk))
    assert (session.facts.title, session.facts.kind) == ("Lunch", SessionKind.MEAL)
    assert session.facts.code is None
    assert session.key.startswith("made:")
    other = only(widget({**brk, "title": {"en": "Opening"}}))
    assert other.facts.kind is SessionKind.OTHER


def test_what_the_tables_lack_is_told() -> None:
    draft = read_schedule(widget(widget_talk(speakers=["GONE"], room=99, track=[1])))
    facts = draft.sessions[0].facts
    assert (facts.room, facts.track) == (None, None)
    assert codes(draft) == ["schedule.unknown_speaker"]
    assert json.loads(draft.sessions[0].record)["room"] == 99
