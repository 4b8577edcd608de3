"""Sections change their places with keys, from wherever one is in the report."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.report_views import SectionView
from confnotes.ui.report.rows import stepped
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import KEYS, key, write
from helpers.reporting import settle

ALT = Qt.KeyboardModifier.AltModifier


def _tops(services: Services, report: ReportWorkspace) -> list[str]:
    kept = report.desk.report
    assert kept is not None
    views: tuple[SectionView, ...] = tuple(services.reports.outline(kept, Language.JA))
    return [view.key for view in views if view.level == 0]


def test_a_section_moves_up_and_down_from_outline_and_text(
    report: ReportWorkspace, qtbot: QtBot, services: Services
) -> None:
    before = _tops(services, report)
    report.choose("conclusion")
    at = before.index("conclusion")
    report.outline.view.setFocus()
    key(report.outline.view, KEYS.Key_Up, ALT)
    settle(qtbot, report)
    moved = _tops(services, report)
    assert moved.index("conclusion") == at - 1
    assert sorted(moved) == sorted(before)
    assert report.outline.current == "conclusion"
    assert report.outline.view.current_key() == "conclusion"

    editor = report.text.editor
    editor.setFocus()
    write(editor, "Words on the way.")
    key(editor, KEYS.Key_Down, ALT)
    settle(qtbot, report)
    assert _tops(services, report) == before
    assert editor.text() == "Words on the way."


def test_a_section_steps_over_those_beside_it_with_what_stands_under_them(
    report: ReportWorkspace, qtbot: QtBot, services: Services
) -> None:
    kept = report.desk.report
    assert kept is not None
    views = services.reports.outline(kept, Language.JA)
    tops = [view.key for view in views if view.level == 0]
    under = [view.key for view in views if view.level == 1]
    assert stepped(views, tops[0], -1) is None
    assert stepped(views, tops[-1], 1) is None
    assert stepped(views, tops[1], -1) == ""
    assert stepped(views, tops[0], 1) == tops[1]
    assert stepped(views, under[0], -1) is None
    assert stepped(views, "gone", 1) is None
    report.choose(tops[0])
    key(report.outline.view, KEYS.Key_Up, ALT)
    settle(qtbot, report)
    assert _tops(services, report) == tops
