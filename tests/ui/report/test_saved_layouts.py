"""Saved layouts in the window, with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.report_views import SectionView
from confnotes.ui.report.saved_layouts import SavedLayouts
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.reporting import settle

Key = Qt.Key


def opened(report: ReportWorkspace) -> SavedLayouts:
    report.show_form("settings")
    return report.forms.settings.saved


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focus(), key)


def tab_to(name: str) -> None:
    """Go on with Tab until what is called so has the focus."""
    for _ in range(40):
        now = focus()
        words = now.text() if isinstance(now, QAbstractButton) else ""
        if name in (now.accessibleName() or words):
            return
        QTest.keyClick(focus(), Key.Key_Tab)
    raise AssertionError(f"no way leads to {name}")


def names(services: Services) -> list[str]:
    return [one.name for one in services.layouts.saved()]


def sections(report: ReportWorkspace) -> dict[str, SectionView]:
    """Return the sections on show: own ones by their heading, others by their key."""
    assert report.desk.last is not None
    return {
        section.heading if section.kind is SectionKind.OWN else section.key: section
        for section in report.desk.last.sections
    }


def save(qtbot: QtBot, report: ReportWorkspace, name: str) -> SavedLayouts:
    saved = opened(report)
    tab_to("Save as a layout")
    press(Key.Key_Space)
    QTest.keyClicks(focus(), name)
    press(Key.Key_Return)
    settle(qtbot, report)
    return saved


def own_section(report: ReportWorkspace, services: Services, heading: str, text: str) -> str:
    kept = report.desk.report
    assert kept is not None
    key, _ = services.reports.add_section(kept, heading, Language.EN, "conclusion")
    services.reports.write_section(kept, key, Language.EN, text)
    return key


def test_saved_renamed_and_deleted_by_keys(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    saved = save(qtbot, report, "Every year")
    assert names(services) == ["Every year"]
    assert "Every year" in saved.words.text()
    assert not saved.undo.isVisible()
    assert focus() is saved.add
    tab_to("Saved layouts (1)")
    press(Key.Key_Space)
    tab_to("Rename “Every year”")
    press(Key.Key_Space)
    QTest.keyClicks(focus(), "Mine")
    press(Key.Key_Return)
    settle(qtbot, report)
    assert names(services) == ["Mine"]
    tab_to("Delete “Mine”")
    press(Key.Key_Space)
    settle(qtbot, report)
    assert names(services) == []
    assert focus().isVisible()
    tab_to("Undo")
    press(Key.Key_Space)
    settle(qtbot, report)
    assert names(services) == ["Mine"]
    assert focus().isVisible()


def test_the_same_name_says_that_it_replaces(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    save(qtbot, report, "Every year")
    saved = opened(report)
    saved.add.click()
    assert not saved.saver.keep.isEnabled()
    QTest.keyClicks(focus(), "every YEAR")
    assert saved.saver.keep.text() == "Replace"
    assert "replaced" in saved.saver.hint.text()
    press(Key.Key_Return)
    settle(qtbot, report)
    assert names(services) == ["every YEAR"]
    saved.undo.click()
    settle(qtbot, report)
    assert names(services) == ["Every year"]


def test_escape_ends_the_asking_and_not_the_form(report: ReportWorkspace) -> None:
    saved = opened(report)
    saved.add.click()
    QTest.keyClicks(focus(), "x")
    press(Key.Key_Escape, Key.Key_Escape)
    assert not saved.saver.isVisible()
    assert report.forms.current is report.forms.settings
    assert focus() is saved.add


def test_a_name_that_is_taken_is_refused_where_it_is_typed(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    save(qtbot, report, "A")
    saved = save(qtbot, report, "B")
    saved.manage.click()
    saved.rows[0].rename.click()
    QTest.keyClicks(focus(), "b")
    press(Key.Key_Return)
    settle(qtbot, report)
    assert names(services) == ["A", "B"]
    assert "B" in saved.words.text() or "b" in saved.words.text()
    saved.rows[0].rename.click()
    press(Key.Key_Escape)
    assert saved.rows[0].label.isVisible()
    assert report.forms.current is report.forms.settings


def test_a_report_is_arranged_and_as_before(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    kept = report.desk.report
    assert kept is not None
    services.reports.show_section(kept, "about", False)
    key = own_section(report, services, "Work with us", "We are hiring.")
    saved = opened(report)
    saved.add.click()
    assert [box.isChecked() for box in saved.saver.boxes.values()] == [True]
    QTest.keyClicks(focus(), "Every year")
    press(Key.Key_Return)
    settle(qtbot, report)
    services.reports.delete_section(kept, key)
    services.reports.show_section(kept, "about", True)
    settle(qtbot, report)
    layouts = report.forms.settings.layouts
    layouts.open_menu()
    menu = layouts.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[-1].text() == "Saved: Every year"
    menu.actions()[-1].trigger()
    menu.close()
    settle(qtbot, report)
    found = sections(report)
    assert found["Work with us"].foreign  # written in English, and the report is in Japanese
    assert not found["about"].shown
    assert saved.undo.isVisible()
    saved.undo.click()
    settle(qtbot, report)
    assert "Work with us" not in sections(report)
    assert sections(report)["about"].shown
    assert not saved.undo.isVisible()


def test_arrow_keys_go_through_the_layouts_that_come_with_it_alone(
    qtbot: QtBot, report: ReportWorkspace
) -> None:
    save(qtbot, report, "Every year")
    layouts = report.forms.settings.layouts
    layouts.setFocus()
    for _ in range(12):
        press(Key.Key_Down)
    settle(qtbot, report)
    assert layouts.key() is not None
    assert not str(layouts.key()).startswith("saved:")
    assert not report.forms.settings.saved.undo.isVisible()


def test_another_conference_has_it_too(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    saved = save(qtbot, report, "Every year")
    other, _ = services.programme.create_conference("Lighthouse Days", "Europe/Lisbon")
    report.set_conference(other)
    settle(qtbot, report)
    report.show_form("settings")
    assert not saved.words.isVisible()
    assert [row.view.name for row in saved.rows] == ["Every year"]
    report.forms.settings.layout_begun.emit(saved.rows[0].view.id)
    settle(qtbot, report)
    assert saved.undo.isVisible()
