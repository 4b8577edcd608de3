"""From the list of checks, one key mends what needs no words, and undo takes it back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import LineKind
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report.checks_popup import EntryRow
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import click, key

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def _open(report: ReportWorkspace) -> EntryRow:
    report.show_checks()
    rows = report.checks_popup.rows()
    row = next(row for row in rows if row.entry.badge is LineKind.UNCLEAR)
    row.setFocus()
    return row


def test_space_lets_a_line_go_and_undo_brings_it_back(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> None:
    popup, count = report.checks_popup, len(report.desk.last.checks)  # type: ignore[union-attr]  # it was read
    row = _open(report)
    assert popup.mend_button.isVisible()
    assert popup.mend_button.text() == "Let it go unanswered"
    assert not popup.undo.isVisible()
    key(row, KEYS.Key_Space)
    qtbot.waitUntil(lambda: len(popup.rows()) == count - 1)
    assert services.notes.view(talk.session.id).lines[-1].resolved
    assert popup.isVisible()
    assert any(one.hasFocus() for one in popup.rows())  # one goes on with the next
    assert popup.undo.isVisible()
    focused = next(one for one in popup.rows() if one.hasFocus())
    key(focused, KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(popup.rows()) == count)
    assert not services.notes.view(talk.session.id).lines[-1].resolved
    assert not popup.undo.isVisible()


def test_the_button_does_the_same_for_the_row_one_stands_on(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> None:
    row = _open(report)
    rows = report.checks_popup.rows()
    names = next(one for one in rows if one.entry.icon == "globe")
    names.setFocus()
    assert not report.checks_popup.mend_button.isVisible()  # a second version is to be written
    key(names, KEYS.Key_Space)  # as Enter: it goes there
    assert not report.checks_popup.isVisible()
    row = _open(report)
    assert row.hasFocus()
    click(report.checks_popup.mend_button)
    qtbot.waitUntil(lambda: services.notes.view(talk.session.id).lines[-1].resolved)
