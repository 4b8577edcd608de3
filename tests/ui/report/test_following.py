"""Text and preview show the same place, whoever moves it."""

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, QRegularExpression, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import CTRL, KEYS, click, key, write
from helpers.reporting import settle

PARAGRAPHS = 60
KINDS = (
    "段落の{n}番目。ここには**大事な**ことを書く[^a]。" + "長い文が続く。" * 6,
    "- Point {n} of the list\n    - below the point {n}",
    "> Quoted words number {n}, as they were said",
    "## Heading number {n}",
    "Paragraph {n} with [a link](https://example.org/{n}) and `code`.",
    "```\ncode line {n}\n```",
)
LONG = "\n\n".join(KINDS[n % len(KINDS)].format(n=n) for n in range(PARAGRAPHS))
LONG += "\n\n[^a]: 注の言葉"


@pytest.fixture
def long_report(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> ReportWorkspace:
    """Return the workspace in a section of sixty paragraphs of all kinds."""
    kept = services.reports.report(conference)
    services.reports.write_section(kept, "conclusion", Language.JA, LONG)
    settle(qtbot, report)
    report.choose("conclusion")
    settle(qtbot, report)
    QApplication.processEvents()
    return report


def wheel(view: QTextEdit, steps: int) -> None:
    """Turn the wheel over a view; down is positive."""
    middle = QPointF(view.viewport().rect().center())
    for _ in range(abs(steps)):
        turn = QPoint(0, -120 if steps > 0 else 120)
        event = QWheelEvent(
            middle, view.viewport().mapToGlobal(middle), QPoint(), turn,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        QApplication.processEvents()


def first_number(view: QTextEdit, depth: int = 30) -> int:
    """Return the number of the first paragraph that a view shows below its top edge."""
    for y in range(depth, view.viewport().height(), 12):
        words = view.cursorForPosition(QPoint(8, y)).block().text()
        digits = "".join(ch for ch in words.partition("。")[0] if ch.isdigit())
        if digits:
            return int(digits[:2])
    raise AssertionError("nothing numbered is in sight")


def test_scrolling_the_text_moves_the_preview_along(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    seen = []
    for _ in range(8):
        wheel(editor, 3)
        seen.append((first_number(editor), first_number(browser)))
    assert seen[-1][0] > seen[0][0] + 5
    assert all(abs(here - there) <= 1 for here, there in seen), seen
    for _ in range(8):
        wheel(editor, -3)
    assert abs(first_number(editor) - first_number(browser)) <= 1


def test_scrolling_the_preview_moves_the_text_along(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    wheel(browser, 1)
    seen = []
    for _ in range(8):
        wheel(browser, 4)
        seen.append((first_number(editor), first_number(browser)))
    assert seen[-1][0] > seen[0][0] + 5
    assert all(abs(here - there) <= 1 for here, there in seen), seen


def test_neither_side_answers_the_other(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    for mover, other in ((editor, browser), (browser, editor)):
        wheel(mover, 4)
        mine, theirs = mover.verticalScrollBar(), other.verticalScrollBar()
        values: list[int] = []
        mine.valueChanged.connect(values.append)
        moved: list[int] = []
        theirs.valueChanged.connect(moved.append)
        wheel(mover, 1)
        assert len(values) == 1
        assert len(moved) <= 1
        mine.valueChanged.disconnect()
        theirs.valueChanged.disconnect()
        break
    wheel(browser, 4)
    before = browser.verticalScrollBar().value()
    wheel(browser, 1)
    wheel(browser, -1)
    assert browser.verticalScrollBar().value() == before


def test_what_qt_scrolls_by_itself_moves_nothing(
    long_report: ReportWorkspace, qtbot: QtBot
) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    wheel(editor, 20)
    value = editor.verticalScrollBar().value()
    long_report.resize(1300, 700)
    long_report.desk.refresh()
    settle(qtbot, long_report)
    assert editor.verticalScrollBar().value() == value
    browser.go_to("section:opening")
    assert editor.verticalScrollBar().value() == value


def point_of(view: QTextEdit, words: str) -> QPoint:
    cursor = view.document().find(words)
    assert not cursor.isNull(), words
    shown = QTextCursor(cursor)
    shown.clearSelection()
    view.setTextCursor(shown)
    view.ensureCursorVisible()
    return view.cursorRect(cursor).center() - QPoint(3, 0)


@pytest.mark.parametrize(
    "words",
    ["below the point 25", "Quoted words number 38", "Heading number 33", "code line 53",
     "and code", "大事な"],
)  # fmt: skip
def test_a_click_in_the_preview_sets_the_caret_in_the_same_words(
    long_report: ReportWorkspace, words: str
) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    number = browser.document().find(words).block().text()
    click(browser.viewport(), point_of(browser, words))
    assert editor.hasFocus()
    line = editor.textCursor().block().text()
    kept = [ch for ch in line if ch.isalnum()]
    assert "".join(ch for ch in number if ch.isalnum())[:12] in "".join(kept)
    assert editor.viewport().rect().contains(editor.cursorRect().center())
    before = line[: editor.textCursor().positionInBlock()]
    assert words.rsplit(maxsplit=1)[-1][:2] in line[max(len(before) - 12, 0) : len(before) + 12]


def test_a_click_on_another_section_opens_it_at_those_words(
    long_report: ReportWorkspace, talk: SessionView
) -> None:
    browser = long_report.preview.browser
    click(browser.viewport(), point_of(browser, "Ships are edge nodes"))
    assert long_report.outline.current == f"session:{talk.session.id}"
    assert "Ships are edge nodes" in long_report.text.editor.textCursor().block().text()
    assert long_report.text.editor.hasFocus()


def test_a_click_on_a_footnote_leads_to_where_it_is_cited(long_report: ReportWorkspace) -> None:
    browser = long_report.preview.browser
    long_report.choose("opening")
    click(browser.viewport(), point_of(browser, "注の言葉"))
    assert long_report.outline.current == "conclusion"
    assert "[^a]" in long_report.text.editor.textCursor().block().text()


def test_enter_in_the_preview_leads_to_what_one_sees_there(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    browser.setFocus()
    for _ in range(3):
        key(browser, KEYS.Key_PageDown)
    there = first_number(browser)
    key(browser, KEYS.Key_Return)
    assert editor.hasFocus()
    line = editor.textCursor().block().text()
    digits = "".join(ch for ch in line.partition("。")[0] if ch.isdigit())
    assert not digits or abs(int(digits[:2]) - there) <= 1


def test_escape_in_the_preview_leads_back_to_the_text(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    where = editor.textCursor().position()
    browser.setFocus()
    key(browser, KEYS.Key_Escape)
    assert editor.hasFocus()
    assert editor.textCursor().position() == where


def in_sight(browser: QTextEdit, words: str) -> bool:
    cursor = browser.document().find(QRegularExpression(rf"{words}\b"))
    return browser.viewport().rect().contains(browser.cursorRect(cursor).center())


def test_the_preview_shows_what_the_caret_is_in(long_report: ReportWorkspace) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    editor.setFocus()
    key(editor, KEYS.Key_Home, CTRL)
    assert not in_sight(browser, "Paragraph 58")
    for _ in range(14):
        key(editor, KEYS.Key_PageDown)
        QTest.qWait(1)
        line = editor.textCursor().block().text()
        found = re.search(r"(?:[Pp]oint|number|Paragraph|line) \d+", line)
        assert found is None or in_sight(browser, found.group()), line
    key(editor, KEYS.Key_End, CTRL)
    for _ in range(2):
        key(editor, KEYS.Key_Up)
    write(editor, "x")
    QTest.qWait(60)
    assert in_sight(browser, "code line 59")


def test_the_text_turns_to_the_section_one_reads(
    long_report: ReportWorkspace, qtbot: QtBot
) -> None:
    browser = long_report.preview.browser
    browser.setFocus()
    key(browser, KEYS.Key_Home, CTRL)
    wheel(browser, -100)
    qtbot.waitUntil(lambda: long_report.outline.current == "opening", timeout=1000)
    assert browser.hasFocus()
    assert browser.verticalScrollBar().value() == 0


def test_the_text_does_not_turn_under_a_hand_that_writes(
    long_report: ReportWorkspace, qtbot: QtBot
) -> None:
    long_report.text.editor.setFocus()
    wheel(long_report.preview.browser, -100)
    QTest.qWait(300)
    assert long_report.outline.current == "conclusion"


def test_opened_over_the_text_the_preview_shows_the_same_place(
    long_report: ReportWorkspace,
) -> None:
    editor, browser = long_report.text.editor, long_report.preview.browser
    long_report.resize(952, 668)
    QApplication.processEvents()
    wheel(editor, 14)
    there = first_number(editor)
    assert there > 10
    long_report.side.toggle_over("preview")
    QApplication.processEvents()
    assert browser.isVisible()
    assert abs(first_number(browser) - there) <= 1
    click(browser.viewport(), point_of(browser, "Heading number 33"))
    assert not browser.isVisible()
    assert editor.hasFocus()
    assert "Heading number 33" in editor.textCursor().block().text()


def test_a_resize_keeps_the_place_one_reads_at(long_report: ReportWorkspace) -> None:
    browser = long_report.preview.browser
    wheel(browser, 12)
    before = first_number(browser)
    for width in (1300, 1208, 1260):
        long_report.resize(width, 700)
        QApplication.processEvents()
        assert abs(first_number(browser) - before) <= 1
