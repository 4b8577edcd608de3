"""Names written in two ways: chosen, corrected everywhere, taken back, or said to be right."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.services.bundle import Services
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.review.workspace import NAMES, SESSIONS, ReviewWorkspace
from confnotes.ui.shell.window import MainWindow
from helpers.person import Person
from helpers.reporting import settle
from helpers.sheet import KEYS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOTES = ("We left Github for k3s", "GitHub, Githubと書いた", "Kitewingを使う", "kitewing")


def write(services: Services, session_id: str, *texts: str) -> None:
    lines = [Line(new_id(), session_id, n, text) for n, text in enumerate(texts)]
    services.notes.save(session_id, lines)


def rename(services: Services, session_id: str, **facts: str) -> None:
    session = services.programme.session(session_id).session
    services.programme.edit_session(session_id, replace(session.facts, **facts))  # type: ignore[arg-type]


@pytest.fixture
def names(
    qtbot: QtBot,
    services: Services,
    review: ReviewWorkspace,
    ids: dict[str, str],
) -> Iterator[ReviewWorkspace]:
    """Return Review on two names: GitHub (from a title) and Kitewing (from abstracts)."""
    rename(services, ids["Logs that speak"], title="GitHub at Sea")
    for n, session in enumerate(("Opening", "Second morning", "Some time")):
        rename(services, ids[session], abstract=f"What {n} of us saw in Kitewing then.")
    write(services, ids["Opening"], *NOTES)
    services.review.set_text(ids["Meshes at sea"], "summary", "Only Github, again.")
    review.show_names()
    qtbot.waitUntil(lambda: len(review.names.model.items()) == 2)
    yield review
    review.names.bar.hide()


def texts(services: Services, session_id: str) -> list[str]:
    return [line.text for line in services.notes.view(session_id).lines]


def shown(review: ReviewWorkspace) -> list[str]:
    model = review.names.model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_they_are_listed_with_the_ways_they_are_written(names: ReviewWorkspace) -> None:
    assert shown(names) == [
        "GitHub, also written Github ×3. Written in more than one way.",
        "Kitewing, also written kitewing ×1. Written in more than one way.",
    ]
    assert names.tabs.tab(NAMES).accessibleName() == "Names 2"
    panel = names.names.panel
    assert [row.accessibleName() for row in panel.forms] == ["GitHub", "Github"]
    assert [row.accessibleDescription() for row in panel.forms] == [
        "once, in the schedule",
        "3 times",
    ]
    assert [row.accessibleName() for row in panel.places] == [
        "We left Github for k3s",
        "GitHub, Githubと書いた",
        "Only Github, again.",
    ]
    assert [row.accessibleDescription() for row in panel.places] == [
        "Opening",
        "Opening",
        "Meshes at sea, summary",
    ]
    assert panel.correct.text() == "Correct 3 places, next"
    names.grab()


def test_one_key_corrects_all_and_goes_on_and_one_takes_it_back(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    assert focus() is names.names.list
    QTest.keyClick(focus(), KEYS.Key_Return, CTRL)
    assert names.names.panel.form() == "Kitewing"  # at once, whatever the file takes
    qtbot.waitUntil(names.names.bar.isVisible)
    qtbot.waitUntil(lambda: names.names.bar.words.text() == "3 places read “GitHub” now.")
    qtbot.waitUntil(lambda: shown(names) == [
        "Kitewing, also written kitewing ×1. Written in more than one way."
    ])  # fmt: skip
    opening = ids["Opening"]
    assert texts(services, opening)[:2] == ["We left GitHub for k3s", "GitHub, GitHubと書いた"]
    summary = services.programme.session(ids["Meshes at sea"]).session.summary
    assert summary == "Only GitHub, again."
    QTest.keyClick(focus(), KEYS.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not shown(names))
    qtbot.waitUntil(lambda: names.names.bar.words.text() == "1 place reads “Kitewing” now.")
    assert names.names.front.isVisible()  # what can be taken back stays in reach
    assert names.names.front.title.isVisible()
    names.grab()
    QTest.keyClick(focus(), KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(shown(names)) == 1)
    QTest.keyClick(focus(), KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(shown(names)) == 2)
    assert texts(services, opening) == list(NOTES)
    assert not names.names.bar.isVisible()
    assert names.names.panel.form() == "GitHub"


def test_digits_choose_the_form(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    panel = names.names.panel
    QTest.keyClick(focus(), KEYS.Key_2)
    assert panel.form() == "Github"
    assert [row.isChecked() for row in panel.forms] == [False, True]
    assert panel.correct.text() == "Correct 1 place, next"
    QTest.keyClick(focus(), KEYS.Key_3)  # there is no third
    assert panel.form() == "Github"
    QTest.keyClick(focus(), KEYS.Key_Return)
    assert focus() is panel.forms[1]
    QTest.keyClick(focus(), KEYS.Key_1)
    assert panel.form() == "GitHub"
    QTest.keyClick(focus(), KEYS.Key_2)
    QTest.keyClick(focus(), KEYS.Key_Return, CTRL)
    qtbot.waitUntil(lambda: texts(services, ids["Opening"])[1] == "Github, Githubと書いた")


def test_a_place_can_be_left_out(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    panel = names.names.panel
    panel.places[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.places[0], KEYS.Key_Space)
    assert panel.correct.text() == "Correct 2 places, next"
    QTest.mouseClick(panel.correct, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts(services, ids["Opening"])[1] == "GitHub, GitHubと書いた")
    assert texts(services, ids["Opening"])[0] == "We left Github for k3s"
    qtbot.waitUntil(lambda: shown(names)[0].startswith("GitHub, also written Github ×1"))
    for row in panel.places:
        row.setChecked(False)
    assert not panel.correct.isEnabled()


def test_what_is_right_is_kept_and_can_be_taken_back(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    QTest.keyClick(focus(), KEYS.Key_K, ALT)
    qtbot.waitUntil(lambda: len(shown(names)) == 1)
    qtbot.waitUntil(names.names.bar.isVisible)
    assert names.names.bar.words.text() == "“Github” is not asked about again."
    assert texts(services, ids["Opening"]) == list(NOTES)
    QTest.mouseClick(names.names.bar.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown(names)) == 2)


def test_arrows_go_through_the_list_and_f6_through_the_panes(names: ReviewWorkspace) -> None:
    panel = names.names.panel
    assert panel.count.text() == "1 / 2"
    QTest.keyClick(focus(), KEYS.Key_Down)
    assert (panel.count.text(), panel.form()) == ("2 / 2", "Kitewing")
    panel.earlier.click()
    assert panel.count.text() == "1 / 2"
    assert names.panes() == [names.names.front, panel.correct]


def test_keys_of_the_list_are_keys_of_it_alone(
    services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    names.show_list(SESSIONS)
    for key, held in ((KEYS.Key_K, ALT), (KEYS.Key_Return, CTRL), (KEYS.Key_Z, CTRL)):
        QTest.keyClick(names.table, key, held)
    assert texts(services, ids["Opening"]) == list(NOTES)
    assert len(names.names.model.items()) == 2


def test_nothing_is_read_while_nobody_looks(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    names.hide()
    write(services, ids["Second morning"], "Kitewing", "kitewings")
    services.names.keep(services.programme.session(ids["Opening"]).session.conference_id, ["x"])
    QApplication.processEvents()
    assert len(shown(names)) == 2
    names.show()
    write(services, ids["Opening"], "Kitewing")
    names.activated()
    qtbot.waitUntil(lambda: [text[:6] for text in shown(names)] == ["GitHub"])


def test_a_person_corrects_a_name_and_sees_it_in_the_notes(
    qtbot: QtBot, services: Services, window: MainWindow, conference: str
) -> None:
    services.programme.add_session(conference, "GitHub at Sea", start="2026-05-01T12:00:00")
    session, _ = services.programme.add_session(
        conference, "Now", start="2026-05-01T11:50:00", duration=3600
    )
    write(services, session, "on Github")
    window.show_conference(conference)
    person = Person()
    person.key("Alt+2")
    window.open_session(session)
    editor = window.workspace("notes").sheet.editor  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: editor.toPlainText() == "on Github")
    person.key("Alt+3", "Ctrl+PgUp")
    person.sees("GitHub, also written Github")
    person.key("Ctrl+Return")
    person.sees("1 place reads")
    person.key("Alt+2")
    qtbot.waitUntil(lambda: editor.toPlainText() == "on GitHub")
    person.key("Ctrl+Z")
    assert editor.toPlainText() == "on Github"


def test_the_reports_checks_lead_to_the_names(
    qtbot: QtBot, services: Services, window: MainWindow, conference: str
) -> None:
    session, _ = services.programme.add_session(conference, "GitHub at Sea")
    note = Footnote(new_id(), conference, "k-1", "Github once")
    services.notes.put_footnote(note)
    write(services, session, "so it is[^k-1]")
    window.show_conference(conference)
    person = Person()
    person.key("Alt+4")
    report = window.workspace("report")
    assert isinstance(report, ReportWorkspace)
    settle(qtbot, report)
    report.show_checks()
    qtbot.waitUntil(report.checks_popup.isVisible)
    person.click("Names written in two ways")
    qtbot.waitUntil(lambda: window.workspace("review") is not None)
    review = window.workspace("review")
    assert isinstance(review, ReviewWorkspace)
    assert review.tabs.key() == NAMES
    qtbot.waitUntil(lambda: len(shown(review)) == 1)
    qtbot.waitUntil(review.names.list.hasFocus)


def test_the_number_on_the_tab_follows_once_nothing_changes_for_a_while(
    qtbot: QtBot, services: Services, names: ReviewWorkspace, ids: dict[str, str]
) -> None:
    names.show_list(SESSIONS)
    write(services, ids["Opening"], "Kitewing", "kitewing")
    services.review.set_text(ids["Meshes at sea"], "summary", "")
    QApplication.processEvents()
    assert names.tabs.tab(NAMES).accessibleName() == "Names 2"
    qtbot.waitUntil(lambda: names.tabs.tab(NAMES).accessibleName() == "Names 1")


def test_undo_right_after_a_key_takes_back_what_that_key_did(
    qtbot: QtBot, names: ReviewWorkspace
) -> None:
    before, desk = shown(names), names.names
    assert len(before) >= 2
    desk.panel.do_correct()
    desk.panel.do_keep()
    for _ in range(2):  # neither is in the file yet
        desk.undo()
    assert not desk.done
    qtbot.waitUntil(lambda: not names.owing)
    qtbot.waitUntil(lambda: shown(names) == before)
