"""One's own version of a session wins, and what the schedule says stays beside it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftSession, DraftSpeaker
from confnotes.domain.session import SessionFacts, SessionState
from confnotes.services.bundle import Services
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def _draft(*facts: tuple[str, str, str]) -> Draft:
    sessions = tuple(
        DraftSession(
            key, SessionFacts(title=title, start="2026-05-04T09:00:00", duration=1800, room=room)
        )
        for key, title, room in facts
    )
    return Draft(SourceKind.FRAB_JSON, sessions, title="Harbour Conf")


EARLY = _draft(("a", "Ropes", "Quay"), ("b", "Knots", "Mole"))


@pytest.fixture
def early(services: Services) -> str:
    """Return an imported conference."""
    made, _ = services.schedules.import_draft(EARLY, name="", timezone="Europe/Lisbon")
    return made.conference_id


@pytest.fixture
def plan(window: MainWindow, early: str) -> PlanWorkspace:
    """Return Plan in the real window."""
    window.show_conference(early)
    window.show_workspace("plan")
    made = window.workspace("plan")
    assert isinstance(made, PlanWorkspace)
    return made


def test_a_later_import_changes_what_stands_beside(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str
) -> None:
    ropes = next(iter(services.programme.view(early).by_id))
    details, form = plan.panel.details, plan.panel.session_form
    plan.show_session(ropes)
    assert not details.given.isVisible()
    plan.editing.edit_session(ropes)
    assert not form.as_given.isVisible()
    form.name.setText("Ropes, as I call it")
    form.start.setText("9:15")
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(details.given.isVisible)
    assert details.title.text() == "Ropes, as I call it"
    assert details.given.words.text() == "Ropes\nMon 4 May, 9:00–9:30"
    services.schedules.apply(early, _draft(("a", "Ropes and rust", "Pier"), ("b", "Knots", "Mole")))
    qtbot.waitUntil(lambda: "rust" in details.given.words.text())
    assert details.title.text() == "Ropes, as I call it"
    assert "Pier" in details.place.words.text()  # of the room there is no version of one's own
    plan.editing.edit_session(ropes)
    qtbot.mouseClick(form.as_given, LEFT)
    assert (form.name.text(), form.start.text()) == ("Ropes and rust", "9:00")
    assert services.programme.session(ropes).session.own.title == "Ropes, as I call it"
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(lambda: not details.given.isVisible() and details.isVisible())
    assert services.programme.session(ropes).session.own == SessionFacts()
    plan.editing.new_session(None)
    assert not form.as_given.isVisible()


def test_whom_the_schedule_names_stands_beside_ones_own_list(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str
) -> None:
    ropes = next(iter(services.programme.view(early).by_id))
    speaker = DraftSpeaker("Ada Quay", affiliation="Boats")
    draft = replace(EARLY, sessions=tuple(replace(s, speakers=(speaker,)) for s in EARLY.sessions))
    services.schedules.apply(early, draft)
    plan.show_session(ropes)
    details, form = plan.panel.details, plan.panel.session_form
    qtbot.waitUntil(lambda: "Ada Quay" in details.speakers.words.text())
    assert not details.given.isVisible()
    plan.editing.edit_session(ropes)
    form.speakers.setText("Ada Q. Quay\nBen")
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(details.given.isVisible)
    assert details.given.words.text() == "Ada Quay (Boats)"
    plan.editing.edit_session(ropes)
    qtbot.mouseClick(form.as_given, LEFT)
    assert form.speakers.text() == "Ada Quay (Boats)"
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(lambda: not details.given.isVisible() and details.isVisible())
    assert services.programme.session(ropes).session.given_speakers is None


def test_one_that_is_no_longer_listed_says_why_it_stays(
    plan: PlanWorkspace, services: Services, early: str
) -> None:
    ropes = next(iter(services.programme.view(early).by_id))
    services.review.rate(ropes, 3)
    services.schedules.apply(early, _draft(("b", "Knots", "Mole")))
    plan.read_again()
    assert services.programme.session(ropes).session.facts.state is SessionState.MISSING
    plan.show_session(ropes)
    assert "no longer has it" in plan.panel.details.given.state.text()
    assert not plan.panel.details.given.words.isVisible()


def test_each_imported_fact_can_be_ones_own_or_taken_out(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str
) -> None:
    facts = SessionFacts(
        title="Ropes", subtitle="And more", abstract="As\u00a0sent in.", code="A-1",
        format="Long talk", language="en", track="Deck", room="Quay",
        start="2026-05-04T09:00:00", duration=1800,
    )  # fmt: skip
    said = replace(EARLY, sessions=(DraftSession("a", facts), EARLY.sessions[1]))
    services.schedules.apply(early, said)
    ropes = next(
        v.session.id for v in services.programme.view(early).sessions if "R" in v.session.title
    )
    plan.read_again()
    plan.show_session(ropes)
    details, form = plan.panel.details, plan.panel.session_form
    plan.editing.edit_session(ropes)
    assert not form.abstract.isVisible()
    assert form.unsaved_words() is None
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(details.isVisible)
    assert services.programme.session(ropes).session.own == SessionFacts()
    plan.editing.edit_session(ropes)
    qtbot.mouseClick(form.more, LEFT)
    assert form.abstract.isVisible()
    form.abstract.setText("As it was.\nTwice.")
    form.subtitle.setText("")
    form.room.setText("")
    form.track.setText("Mast")
    form.language.setText("ja")
    form.format.setText("Demo")
    form.code.setText("")
    form.state.set_key(True)
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(details.given_about.isVisible)
    assert details.about.text() == "As it was.\nTwice."
    assert details.given_text.text() == "As\u00a0sent in."
    assert details.given.state.text() == "You noted that it is cancelled."
    assert details.given.words.text().splitlines() == [
        "Quay", "Subtitle: And more", "Track: Deck", "Language: en", "Format: Long talk",
        "Code: A-1", "takes place",
    ]  # fmt: skip
    kept = services.programme.session(ropes).session.facts
    assert (kept.room, kept.subtitle, kept.track) == (None, None, "Mast")
    assert kept.state is SessionState.CANCELLED
    later = replace(facts, abstract="Sent in anew.", room="Pier", subtitle="More")
    services.schedules.apply(early, replace(said, sessions=(DraftSession("a", later),)))
    qtbot.waitUntil(lambda: details.given_text.text() == "Sent in anew.")
    assert services.programme.session(ropes).session.facts == kept
    plan.editing.edit_session(ropes)
    qtbot.mouseClick(form.as_given, LEFT)
    qtbot.mouseClick(form.save, LEFT)
    qtbot.waitUntil(lambda: details.isVisible() and not details.given_about.isVisible())
    assert services.programme.session(ropes).session.own == SessionFacts()
    assert not details.given.isVisible()


def test_a_session_typed_by_hand_has_all_facts_too(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str
) -> None:
    plan.new_session()
    form = plan.panel.session_form
    form.name.setText("Hallway")
    form.fill(replace(form.typed(), abstract="Talk of the day", language="ja", track="Mast"))
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    made = next(v for v in services.programme.view(early).sessions if v.session.title == "Hallway")
    facts = made.session.facts
    assert (facts.abstract, facts.language, facts.track) == ("Talk of the day", "ja", "Mast")
    plan.editing.edit_session(made.session.id)
    form.abstract.setText("")
    with qtbot.waitSignal(plan.saved):
        qtbot.mouseClick(form.save, LEFT)
    assert services.programme.session(made.session.id).session.given.abstract is None


def test_a_time_of_the_schedule_can_be_another_but_not_none(
    plan: PlanWorkspace, services: Services, early: str
) -> None:
    plan.editing.edit_session(next(iter(services.programme.view(early).by_id)))
    assert [key for key, _words in plan.panel.session_form.day._items].count(None) == 0
    plan.new_session()
    assert [key for key, _words in plan.panel.session_form.day._items].count(None) == 1


def test_what_a_conference_was_called_first_stays_visible(
    qtbot: QtBot, plan: PlanWorkspace, services: Services, early: str
) -> None:
    form = plan.panel.conference
    plan.editing.show_conference()
    assert not form.first.isVisible()
    form.form.name.setText("Harbour")
    with qtbot.waitSignal(plan.saved):
        form.submit()
    plan.editing.show_conference()
    assert form.first.text() == "First called “Harbour Conf”."
    assert services.programme.view(early).conference.title == "Harbour"
