"""Tab goes through Report as one reads it: bar, outline, text, preview."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from confnotes.domain.conference import FactKind
from confnotes.ui.parts.order import stops
from confnotes.ui.report.workspace import ReportWorkspace


def test_tab_goes_from_the_bar_to_the_preview(report: ReportWorkspace) -> None:
    seen = [stop for stop in stops(report) if stop.isVisible()]
    parts = (report.top, report.outline, report.text, report.preview)
    inside = [n for stop in seen for n, part in enumerate(parts) if part.isAncestorOf(stop)]
    assert inside == sorted(inside)
    assert set(inside) == {0, 1, 2, 3}
    bar = [stop for stop in seen if report.top.isAncestorOf(stop)]
    lefts = [stop.mapTo(report, QPoint(0, 0)).x() for stop in bar]
    assert lefts == sorted(lefts)


def test_a_fact_begun_comes_below_the_one_before(report: ReportWorkspace) -> None:
    report.show_form("facts")
    facts = report.forms.facts
    facts.begin(FactKind.HOST)
    facts.begin(FactKind.ABOUT)
    QApplication.processEvents()
    seen = [stop for stop in stops(facts) if stop.isVisible()]
    rows = facts.rows()
    owners = [n for stop in seen for n, row in enumerate(rows) if row.isAncestorOf(stop)]
    assert owners == sorted(owners)
    assert set(owners) == {0, 1}
    assert seen[0] is facts.back
    assert seen[-1] is facts.add
