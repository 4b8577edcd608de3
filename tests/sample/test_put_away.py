"""A session of the sample that is thrown away leaves no trace in what is read, and comes back."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from confnotes import assets
from confnotes.domain.conference import Shelf
from confnotes.domain.search import parse
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from helpers.erasing import erase_session


@pytest.fixture
def loaded(sample_file: Path, tmp_path: Path) -> Iterator[Services]:
    """Services on a notebook with the sample, to be written in."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    services = open_services(tmp_path / "sample.confnotes", Mode.WRITE, wording=wording)
    services.exchange.load(sample_file)
    yield services
    services.close()


def _reports(services: Services) -> Mapping[tuple[Language, str], str]:
    report = services.reports.report(services.programme.find(None).id)
    return {
        (language, target): services.reports.markdown(report, language, target)
        for language in (Language.JA, Language.EN)
        for target in ("github", "hatena")
    }


def _read(services: Services) -> tuple[object, ...]:
    """Return all that lists show of the conference, but for the trash itself."""
    conference = services.programme.find(None)
    (summary,) = services.programme.conferences()
    view = services.programme.view(conference.id)
    return (
        (summary.sessions, summary.attended, summary.days),
        (view.sessions, view.rooms, {(day.date, day.number, day.label) for day in view.days}),
        services.queue.open_lines(conference.id),
        services.photos.plan(conference.id).lines,
        services.names.found(conference.id),
        services.agenda.agenda(conference.id),
        services.search.search(parse("kind:quote")).found,
        services.search.recent(100),
    )


def _weighty(services: Services) -> list[str]:
    """Return the sessions with most of one's own, and the recommended one."""
    views = services.programme.view(services.programme.find(None).id).sessions
    by_lines = sorted(views, key=lambda view: (not view.session.recommended, -view.lines))
    return [view.session.id for view in by_lines[:4]]


def test_in_the_trash_is_as_if_it_were_not_there(loaded: Services) -> None:
    before, reports = _read(loaded), _reports(loaded)
    for session_id in _weighty(loaded):
        title = loaded.programme.session(session_id).session.title
        loaded.shelves.put_sessions({session_id: Shelf.TRASHED})
        thrown, told = _read(loaded), _reports(loaded)
        assert thrown != before
        assert told != reports, title
        loaded.shelves.put_sessions({session_id: None})
        assert (_read(loaded), _reports(loaded)) == (before, reports)
    loaded.shelves.put_sessions({session_id: Shelf.TRASHED})
    thrown, told = _read(loaded), _reports(loaded)
    erase_session(loaded, session_id)
    assert (_read(loaded), _reports(loaded)) == (thrown, told)


def test_what_is_archived_stays_in_all_that_is_written(loaded: Services) -> None:
    reports = _reports(loaded)
    conference_id = loaded.programme.find(None).id
    open_lines = loaded.queue.open_lines(conference_id)
    going = len(loaded.agenda.agenda(conference_id).sessions)
    for session_id in _weighty(loaded):
        loaded.shelves.put_sessions({session_id: Shelf.ARCHIVED})
    assert _reports(loaded) == reports
    asked = loaded.queue.open_lines(conference_id)
    assert [one.line for one in asked] == [one.line for one in open_lines]
    assert len(loaded.agenda.agenda(conference_id).sessions) < going
