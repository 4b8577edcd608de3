"""The pattern of titles: what it makes is seen while it is typed, and is the report's title."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.ui.report.title_pattern import TitlePattern
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.reporting import settle


def opened(report: ReportWorkspace) -> TitlePattern:
    report.show_form("settings")
    pattern = report.forms.settings.pattern
    pattern.field.setFocus()
    return pattern


def test_the_title_follows_the_pattern(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    pattern = opened(report)
    assert pattern.field.edit.placeholderText() == "{conference} {year} 参加レポート"
    QTest.keyClicks(pattern.field.edit, "{conference} ({dates}): notes")
    made = pattern.preview.text().removeprefix("Title: ")
    assert "): notes" in made
    pattern.flush()
    settle(qtbot, report)
    assert report.outline.title.text() == made
    kept = report.desk.report
    assert kept is not None
    assert services.reports.title_pattern(kept, Language.JA) == "{conference} ({dates}): notes"
    assert services.reports.title_pattern(kept, Language.EN) == ""


def test_each_language_has_its_own(qtbot: QtBot, report: ReportWorkspace) -> None:
    pattern = opened(report)
    QTest.keyClicks(pattern.field.edit, "{conference} diary")
    report.top.language.emit(Language.EN)  # before the second in which it is handed on
    settle(qtbot, report)
    assert pattern.field.text() == ""
    assert "English" in pattern.title.text()
    QTest.keyClicks(pattern.field.edit, "Back from {conference}")
    report.top.language.emit(Language.JA)
    settle(qtbot, report)
    assert pattern.field.text() == "{conference} diary"
    assert report.outline.title.text().endswith(" diary")


def test_what_means_nothing_or_is_not_known_is_said(report: ReportWorkspace) -> None:
    pattern = opened(report)
    for typed, said in (
        ("{conferense} x", "{conferense}"),
        ("{conference} {", "brace"),
        ("{conference} {session}", "{session}"),
    ):
        pattern.field.edit.selectAll()
        QTest.keyClicks(pattern.field.edit, typed)
        assert pattern.flaw.isVisible()
        assert said in pattern.flaw.text()
        assert said in pattern.field.edit.accessibleDescription()
    pattern.field.edit.selectAll()
    QTest.keyClicks(pattern.field.edit, "{{{conference}}}")
    assert not pattern.flaw.isVisible()
    assert pattern.preview.text().startswith("Title: {")


def test_a_title_of_ones_own_is_printed_instead(qtbot: QtBot, report: ReportWorkspace) -> None:
    pattern = opened(report)
    name = report.forms.settings.name.original.field
    name.setFocus()
    QTest.keyClicks(report.focusWidget(), "Boats")
    assert pattern.preview.text().startswith("Your own title")
    report.forms.flush()
    settle(qtbot, report)
    assert report.outline.title.text() == "Boats"


def test_placeholders_are_put_in_from_a_list(report: ReportWorkspace) -> None:
    pattern = opened(report)
    pattern.insert.click()
    menu = pattern.findChild(QMenu)
    assert menu is not None
    rows = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert rows["Title of the session (report of one session)"].text().endswith("not known")
    rows["Dates"].trigger()
    menu.close()
    assert pattern.field.text() == "{conference} {year} 参加レポート {dates}"
    assert pattern.preview.text().startswith("Title: ")


def test_a_check_leads_to_the_pattern(qtbot: QtBot, report: ReportWorkspace) -> None:
    pattern = opened(report)
    QTest.keyClicks(pattern.field.edit, "{nobody} {conference}")
    pattern.flush()
    settle(qtbot, report)
    assert report.desk.last is not None
    (check,) = [c for c in report.desk.last.checks if c.code == "report.title_unknown"]
    report.choose(report.desk.key)
    assert report.forms.current is None
    report.checks_popup.go.emit(check.code, check.places[0])
    assert report.forms.current is report.forms.settings
