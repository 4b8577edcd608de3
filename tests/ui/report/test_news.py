"""Notes that change after a section was written: offered piece by piece, nothing overwritten."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.application import sample_file
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.start.flow import load_sample
from helpers.reporting import settle
from helpers.sheet import CTRL, KEYS

MINE = "My own opening words."


@pytest.fixture
def written(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> ReportWorkspace:
    """Return the report with the talk's section in the author's words, and later notes."""
    key = next(s.key for s in report._sections if s.session_id == talk.session.id)
    report.choose(key)
    settle(qtbot, report)
    text = report.text.editor.text()
    report.text.editor.replace_all(f"{MINE}\n\n{text}")
    report.text.flush()
    settle(qtbot, report)
    assert report.text.news.isHidden()
    lines = list(services.notes.view(talk.session.id).lines)
    lines[1] = replace(lines[1], text="Ships are edge nodes, too")
    lines.append(Line(new_id(), talk.session.id, len(lines), "A line remembered at night"))
    services.notes.save(talk.session.id, lines)
    qtbot.waitUntil(report.text.news.isVisible, timeout=10_000)
    settle(qtbot, report)
    return report


def offered(report: ReportWorkspace) -> list[tuple[str, str]]:
    return [piece.said for piece in report.text.news_body.list.rows.rows()]


def test_a_quiet_mark_offers_what_changed(written: ReportWorkspace) -> None:
    assert written.text.editor.text().startswith(MINE)
    assert not written.text.news.opened
    assert len(offered(written)) == 2
    index = written.outline.view.currentIndex()
    assert "the notes changed since" in str(index.data(11))  # AccessibleTextRole
    written.text.news.set_open(True)
    written.grab()


def test_pieces_are_put_in_one_by_one_and_undo_takes_them_back(
    qtbot: QtBot, written: ReportWorkspace
) -> None:
    written.text.news.set_open(True)
    news = written.text.news_body.list
    news.setFocus()
    before = written.text.editor.text()
    qtbot.keyClick(news, KEYS.Key_Return)
    text = written.text.editor.text()
    assert "Ships are edge nodes, too" in text
    assert text.startswith(MINE)
    assert len(offered(written)) == 1
    qtbot.keyClick(news, KEYS.Key_Return)
    assert "A line remembered at night" in written.text.editor.text()
    settle(qtbot, written)
    assert written.text.news.isHidden()
    assert not any(s.changed for s in written._sections)
    qtbot.keyClick(written.text.editor, KEYS.Key_Z, CTRL)
    qtbot.keyClick(written.text.editor, KEYS.Key_Z, CTRL)
    assert written.text.editor.text() == before


def test_what_is_passed_over_is_not_offered_again(
    qtbot: QtBot, written: ReportWorkspace, services: Services, talk: SessionView
) -> None:
    before = written.text.editor.text()
    news = written.text.news_body.list
    written.text.news.set_open(True)
    news.setFocus()
    qtbot.keyClick(news, KEYS.Key_Delete)
    assert len(offered(written)) == 1
    written.text.news_body.leave.click()
    settle(qtbot, written)
    assert written.text.news.isHidden()
    assert written.text.editor.text() == before
    lines = list(services.notes.view(talk.session.id).lines)
    lines.append(Line(new_id(), talk.session.id, len(lines), "And one more"))
    services.notes.save(talk.session.id, lines)
    qtbot.waitUntil(written.text.news.isVisible, timeout=10_000)
    assert len(offered(written)) == 1
    assert "And one more" in offered(written)[0][1]


def test_nothing_is_put_in_during_a_composition(written: ReportWorkspace) -> None:
    editor = written.text.editor
    editor.setFocus()
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))
    before = editor.text()
    written.text.put_in(written.text.news_body.list.rows.rows()[0])
    assert editor.text() == before
    assert len(offered(written)) == 2
    QApplication.sendEvent(editor, QInputMethodEvent("", []))


def test_a_section_that_is_generated_offers_nothing(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> None:
    lines = list(services.notes.view(talk.session.id).lines)
    services.notes.save(talk.session.id, lines[:2])
    settle(qtbot, report)
    assert report.text.news.isHidden()
    assert not any(s.changed for s in report._sections)


def test_the_sample_begins_without_news(services: Services) -> None:
    sample = sample_file()
    assert sample is not None
    load_sample(services, sample)()
    found = services.programme.conferences()[0].conference.id
    reports = services.reports
    report = reports.report(found)
    for language in (Language.JA, Language.EN):
        changed = [s.key for s in reports.outline(report, language) if s.changed]
        assert changed == [], "its text is newer than what it began from: bring `base` up to date"
