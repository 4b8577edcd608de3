"""Whom a schedule names stays visible beside a list of one's own, and can count again."""

from confnotes.domain.draft import Draft
from confnotes.domain.session import Origin, Session
from confnotes.schedule import read_schedule
from confnotes.services.bundle import Services
from helpers.schedules import event, frab_json


def _state(*names: str, title: str = "Lighthouses") -> Draft:
    persons = [{"id": at, "public_name": name} for at, name in enumerate(names, 1)]
    return read_schedule(frab_json(event(title=title, persons=persons)))


def _session(opened: Services, conference: str) -> Session:
    return opened.programme.view(conference).sessions[0].session


def _names(opened: Services, session_id: str) -> list[str]:
    return [one.name for one in opened.programme.session(session_id).speakers]


def test_the_schedules_own_list_is_kept_follows_it_and_comes_back(opened: Services) -> None:
    made, _ = opened.schedules.import_draft(_state("Ada Quay", "Ben"), name="H", timezone="UTC")
    session = _session(opened, made.conference_id)
    assert session.given_speakers is None
    opened.programme.set_speakers(session.id, [("Ada Q. Quay", "Boats & Co")])
    assert _session(opened, made.conference_id).given_speakers == "Ada Quay\nBen"
    opened.programme.set_speakers(session.id, [("Ada Q. Quay", "Boats & Co"), ("Cy", "")])
    assert _session(opened, made.conference_id).given_speakers == "Ada Quay\nBen"
    later = _state("Ada Quay", "Dee", title="Lighthouses at night")
    applied, _ = opened.schedules.apply(made.conference_id, later)
    assert _names(opened, session.id) == ["Ada Q. Quay", "Cy"]
    assert _session(opened, made.conference_id).given_speakers == "Ada Quay\nDee"
    opened.schedules.take_back(applied)
    assert _session(opened, made.conference_id).given_speakers == "Ada Quay\nBen"
    opened.programme.set_speakers(session.id, [("Ada Quay", ""), ("Ben", "")])
    assert _session(opened, made.conference_id).given_speakers is None
    with opened.notebook.reading() as unit:
        origins = [one.origin for one in unit.contents(made.conference_id).credits]
    assert origins == [Origin.IMPORTED, Origin.IMPORTED]
    opened.schedules.apply(made.conference_id, later)
    assert _names(opened, session.id) == ["Ada Quay", "Dee"]


def test_one_begun_by_hand_has_no_other_list(opened: Services, session_id: str) -> None:
    opened.programme.set_speakers(session_id, [("Ada", "")])
    opened.programme.set_speakers(session_id, [("Ben", "")])
    assert opened.programme.session(session_id).session.given_speakers is None
