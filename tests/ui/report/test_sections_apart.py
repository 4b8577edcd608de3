"""Sections keep their words and their undo apart, in one conference and across two."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.conference import FactKind
from confnotes.domain.errors import NotebookError
from confnotes.services.bundle import Services
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import CTRL, KEYS, key, write
from helpers.reporting import settle


@pytest.fixture
def second(services: Services) -> str:
    """Return the id of another conference."""
    made, _ = services.programme.create_conference("Other Days", "UTC")
    return made


def _type_and_erase(report: ReportWorkspace, words: str) -> None:
    editor = report.text.editor
    editor.setFocus()
    write(editor, words)
    key(editor, KEYS.Key_A, CTRL)
    key(editor, KEYS.Key_Delete)


def test_undo_leads_to_no_words_of_another_section(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.choose("conclusion")
    _type_and_erase(report, "The end.")
    settle(qtbot, report)
    report.choose("thanks")
    key(report.text.editor, KEYS.Key_Z, CTRL)
    assert report.text.editor.text() == ""
    report.choose("conclusion")
    assert report.text.editor.text() == ""


def test_undo_leads_to_no_words_of_another_conference(
    report: ReportWorkspace, qtbot: QtBot, second: str
) -> None:
    report.choose("conclusion")
    _type_and_erase(report, "The end.")
    settle(qtbot, report)
    report.set_conference(second)
    settle(qtbot, report)
    report.choose("conclusion")
    key(report.text.editor, KEYS.Key_Z, CTRL)
    assert report.text.editor.text() == ""


def test_a_section_emptied_in_one_conference_is_not_empty_in_another(
    report: ReportWorkspace, qtbot: QtBot, second: str
) -> None:
    _type_and_erase(report, "x")
    report.set_conference(second)
    settle(qtbot, report)
    assert report.text.key == "opening"
    assert report.text.editor.text() != ""
    assert report.text.state.text() == "Generated until you change it"


def test_words_the_file_has_not_taken_are_shown_when_one_comes_back_to_the_conference(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot, second: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def refused(*_values: object, **_more: object) -> None:
        raise NotebookError("notebook.disk_full", path="n")

    with monkeypatch.context() as patch:
        patch.setattr(services.reports, "write_section", refused)
        report.choose("conclusion")
        report.text.editor.setFocus()
        write(report.text.editor, "Waits")
        report.set_conference(second)
        qtbot.waitUntil(lambda: report.desk.last is not None)
        report.set_conference(conference)
        qtbot.waitUntil(lambda: report.desk.last is not None)
        report.choose("conclusion")
        assert report.text.editor.text() == "Waits"
    key(report.text.editor, KEYS.Key_End, CTRL)
    write(report.text.editor, " no more.")
    report.leave()
    settle(qtbot, report)
    kept = services.reports.section_markdown(
        services.reports.report(conference), "conclusion", report.desk.language
    )
    assert kept.text == "Waits no more."


def _letters(input_: TextInput) -> QWidget:
    field = input_.field
    return field.edit if isinstance(field, LineField) else field


def test_a_title_typed_for_one_conference_is_not_given_to_another(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot, second: str
) -> None:
    report.show_form("settings")
    title = report.forms.settings.name.original
    write(_letters(title), "Two days at the harbour")
    report.set_conference(second)
    assert title.text() == ""
    key(_letters(title), KEYS.Key_Z, CTRL)
    write(_letters(title), "Another")
    report.leave()
    settle(qtbot, report)
    titles = [services.reports.report(one).title for one in (conference, second)]
    assert titles == ["Two days at the harbour", "Another"]


def test_a_fact_and_the_author_are_of_the_conference_that_is_open(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot, second: str
) -> None:
    report.show_form("facts")
    facts = report.forms.facts
    facts.begin(FactKind.HOST)
    write(_letters(facts.rows()[-1].value.original), "The guild")
    report.set_conference(second)
    assert facts.rows() == []
    report.show_form("author")
    handle = report.forms.author.plain["handle"]
    write(_letters(handle), "ana")
    report.set_conference(conference)
    write(_letters(handle), "x")
    report.leave()
    settle(qtbot, report)
    abouts = [services.reports.about(one) for one in (conference, second)]
    assert [[fact.value for fact in about.facts] for about in abouts] == [["The guild"], []]
    assert sorted(abouts[0].author.handle) == sorted("anax")
