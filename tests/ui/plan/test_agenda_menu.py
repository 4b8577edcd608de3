"""One's agenda leaves the window: as a calendar, as PDF; what cannot be written is said."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.services.agenda import Agenda
from confnotes.services.bundle import Services
from confnotes.ui.plan.printing import agenda_html, paint_agenda
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow


@pytest.fixture
def plan(window: MainWindow, conference: str) -> PlanWorkspace:
    """Return Plan in the real window."""
    window.show_conference(conference)
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    return made


def choose(services: Services, conference: str, **intents: Intent) -> None:
    for view in services.programme.view(conference).sessions:
        intent = intents.get(view.session.title.split()[0])
        if intent is not None:
            services.programme.choose_session(view.session.id, Choice(intent))


def test_the_calendar_holds_what_one_goes_to_and_what_is_considered_where_asked(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str, tmp_path: Path
) -> None:
    choose(services, conference, Opening=Intent.GOING, Logs=Intent.CONSIDERED)
    path = tmp_path / "mine.ics"
    with qtbot.waitSignal(plan.status) as told:
        plan.agenda.save_calendar(path)
    assert told.args == [f"Your agenda is in {path}"]
    assert b"SUMMARY:Opening" in path.read_bytes()
    assert b"Logs" not in path.read_bytes()
    plan.agenda.considered = True
    plan.agenda.save_calendar(path)
    assert b"STATUS:TENTATIVE" in path.read_bytes()


def test_nothing_chosen_is_said_before_a_place_is_asked_for(
    qtbot: QtBot, plan: PlanWorkspace, window: MainWindow
) -> None:
    words = [action.text() for action in plan.agenda.menu().actions()]
    assert words == ["Save as a calendar…", "Save as PDF…", "Print…", "", "Also what is considered"]
    for ask in (plan.agenda.ask_calendar, plan.agenda.ask_pdf, plan.agenda.print):
        with qtbot.waitSignal(plan.failed) as told:
            ask()
        assert told.args[0].code == "agenda.nothing_chosen"
    assert window.errors.isVisible()


def test_a_pdf_is_written_or_the_reason_is_said(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, conference: str, tmp_path: Path
) -> None:
    choose(services, conference, Opening=Intent.GOING, Second=Intent.GOING)
    plan.agenda.save_pdf(tmp_path / "mine.pdf")
    data = (tmp_path / "mine.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    with qtbot.waitSignal(plan.failed) as told:
        plan.agenda.save_pdf(tmp_path / "none" / "mine.pdf")
    assert told.args[0].code == "agenda.cannot_write"


def test_paper_says_days_times_rooms_and_escapes_titles(
    services: Services, conference: str, qapp: object
) -> None:
    del qapp
    services.programme.add_session(
        conference, "<b>A & B</b>", start="2026-05-02T11:00:00", duration=1800, room="A<C"
    )
    choose(services, conference, Opening=Intent.GOING, **{"<b>A": Intent.CONSIDERED})
    html = agenda_html(services.agenda.agenda(conference, considered=True))
    assert html.index("Fri 1 May 2026") < html.index("Opening") < html.index("Sat 2 May 2026")
    assert "9:00–9:30" in html
    assert "&lt;b&gt;A &amp; B&lt;/b&gt; <span class='quiet'>(considered)</span>" in html
    assert "A&lt;C" in html


def test_a_long_agenda_takes_several_pages(
    services: Services, conference: str, tmp_path: Path, qapp: object
) -> None:
    del qapp
    view = services.programme.view(conference)
    many = Agenda(view.conference, view.on(date(2026, 5, 1)) * 40, ())
    path = tmp_path / "long.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    paint_agenda(many, writer)
    del writer
    assert path.read_bytes().count(b"/Type /Page\n") > 2
