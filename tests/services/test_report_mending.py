"""What a check advises is done in one step, and taken back exactly."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from confnotes import assets
from confnotes.domain.choice import Attendance, Choice
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.report_views import Check, Place

KINDS = (
    "report.unclear", "report.todo", "report.no_link", "report.unused_footnote",
    "report.no_conclusion", "report.empty_section", "report.not_attended",
)  # fmt: skip


@pytest.fixture
def worded(tmp_path: Path) -> Iterator[Services]:
    """Return services with the wording of reports, on an empty notebook."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    made = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    yield made
    made.close()


@pytest.fixture
def report(worded: Services) -> Report:
    """Return the report of a conference with one of each thing to mend."""
    conference, _ = worded.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    talk, _ = worded.programme.add_session(conference, "Ropes", start="2026-05-04T10:00:00")
    kinds = (LineKind.POINT, LineKind.UNCLEAR, LineKind.TODO)
    lines = [Line(new_id(), talk, n, f"words {kind}", kind=kind) for n, kind in enumerate(kinds)]
    worded.notes.save(talk, lines)
    worded.notes.put_footnote(Footnote(new_id(), conference, "a1", "cited nowhere"))
    left, _ = worded.programme.add_session(conference, "Knots", start="2026-05-04T12:00:00")
    worded.notes.save(left, [Line(new_id(), left, 0, "heard")])
    worded.programme.choose_session(left, Choice(attendance=Attendance.MISSED))
    made = worded.reports.report(conference)
    worded.reports.add_section(made, "Hiring", Language.EN, None)
    return made


def _checks(services: Services, report: Report) -> dict[str, Check]:
    found = services.reports.checks(report, Language.EN, "github")
    return {check.code: check for check in found}


@pytest.mark.parametrize("code", KINDS)
def test_it_is_mended_and_taken_back(worded: Services, report: Report, code: str) -> None:
    before = _checks(worded, report)
    place = before[code].places[0]
    assert worded.mending.can(code, place)
    mended, changes = worded.mending.mend(report, code, place)
    assert changes.conference_id == report.conference_id
    after = _checks(worded, report)
    assert after.get(code, Check(code, 0)).count == before[code].count - 1
    worded.mending.take_back(mended)
    assert _checks(worded, report) == before


def test_what_needs_words_has_no_step(worded: Services, report: Report) -> None:
    found = _checks(worded, report)
    assert {code for code in found if worded.mending.can(code, found[code].places[0])} == set(KINDS)
    assert not worded.mending.can("report.todo", Place("session:x"))
    gone = Place(line_id=new_id())
    with pytest.raises(ConfnotesError, match=r"line\.gone"):
        worded.mending.mend(report, "report.todo", gone)
    with pytest.raises(ConfnotesError, match=r"footnote\.gone"):
        worded.mending.mend(report, "report.unused_footnote", Place(row_id=new_id()))
    assert _checks(worded, report) == found
