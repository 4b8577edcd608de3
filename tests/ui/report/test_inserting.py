"""Pictures, links and pages go into a section as they go into notes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report import pasting
from confnotes.ui.report.workspace import ReportWorkspace
from helpers import hands
from helpers.pictures import encoded, files_mime, image, image_mime
from helpers.reporting import settle

CTRL = Qt.KeyboardModifier.ControlModifier


def _paste(report: ReportWorkspace, mime: QMimeData) -> None:
    QApplication.clipboard().setMimeData(mime)
    report.text.editor.setFocus()
    hands.key(report.text.editor, Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()  # Qt would ask for it when Python is gone


def _write(report: ReportWorkspace, text: str) -> None:
    report.text.editor.setFocus()
    report.text.editor.replace_all(text)
    report.text.editor.moveCursor(QTextCursor.MoveOperation.End)


def _exported(services: Services, report: ReportWorkspace, language: Language) -> str:
    known = report.desk.report
    assert known is not None
    return services.reports.markdown(known, language, "github")


def _conclusion(report: ReportWorkspace) -> str:
    return next(one.key for one in report._sections if one.kind == "conclusion")


def test_a_pasted_picture_is_kept_shown_and_told_of(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    report.choose(_conclusion(report))
    _write(report, "A fine week.\n\nNext year again.")
    cursor = report.text.editor.textCursor()
    cursor.setPosition(3)
    report.text.editor.setTextCursor(cursor)
    _paste(report, image_mime(image()))
    qtbot.waitUntil(lambda: "](images/" in report.text.editor.text())
    hands.write(report.text.editor, "the harbour")  # the caret stands where its words go
    settle(qtbot, report)
    text = report.text.editor.text()
    assert text.startswith("A fine week.\n\n![the harbour](images/image-")
    assert text.endswith("\n\nNext year again.")
    exported = _exported(services, report, report.desk.language)
    assert exported.count("](images/image-") == 1
    other = Language.EN if report.desk.language is Language.JA else Language.JA
    assert "images/image-" in _exported(services, report, other)  # it belongs to the section
    assert len(report._pictures) == 1
    report.show_form("pictures")
    (row,) = report.forms.pictures.rows.values()
    row.set(width=480)
    report.desk._tasks.settle()
    settle(qtbot, report)
    known = report.desk.report
    assert known is not None
    assert 'width="480"' in services.reports.markdown(known, known.language, "github")


def test_it_comes_into_the_section_it_was_pasted_in(
    qtbot: QtBot, report: ReportWorkspace, services: Services
) -> None:
    first = _conclusion(report)
    report.choose(first)
    _write(report, "A fine week.")
    report.text.flush()
    report.inserts.take([image()])
    opening = next(one.key for one in report._sections if one.key != first)
    report.choose(opening)
    before = report.text.editor.text()
    report._tasks.settle()
    settle(qtbot, report)
    assert report.text.editor.text() == before
    report.choose(first)
    qtbot.waitUntil(lambda: "](images/" in report.text.editor.text())
    assert report.text.editor.text().startswith("A fine week.\n\n![](images/")


def test_it_comes_into_the_conference_it_was_pasted_in(
    qtbot: QtBot, report: ReportWorkspace, services: Services, conference: str
) -> None:
    second, _ = services.programme.create_conference("Second Conf", "Asia/Tokyo")
    opening = next(one.key for one in report._sections if one.kind == "opening")
    report.choose(opening)
    _write(report, "A fine week.")
    report.inserts.take([image()])
    report.set_conference(second)  # its sections have the same keys
    report._tasks.settle()
    settle(qtbot, report)
    assert report.text.key == opening
    assert "images/" not in report.text.editor.text()
    report.set_conference(conference)
    settle(qtbot, report)
    report.choose(opening)
    assert report.text.editor.text().startswith("A fine week.\n\n![](images/")


def test_what_is_no_picture_is_refused_and_the_others_come(
    qtbot: QtBot, report: ReportWorkspace, tmp_path: Path
) -> None:
    told: list[ConfnotesError] = []
    report.failed.connect(told.append)
    (tmp_path / "good.png").write_bytes(encoded(image()))
    (tmp_path / "bad.png").write_bytes(b"nothing")
    report.choose(_conclusion(report))
    _write(report, "Week.")
    _paste(report, files_mime(tmp_path / "bad.png", tmp_path / "good.png"))
    qtbot.waitUntil(lambda: "](images/good-" in report.text.editor.text())
    assert [error.code for error in told] == ["attachment.not_picture"]


def test_a_photo_of_the_notes_goes_into_the_text(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> None:
    session = talk.session
    lines = list(services.notes.view(session.id).lines)
    shot = Line(new_id(), session.id, len(lines), "The [old] pier", kind=LineKind.IMAGE)
    services.notes.save(session.id, [*lines, shot])
    use = AttachmentUse(new_id(), "", line_id=shot.id, alternative="a pier [1930]")
    made: Attachment
    made, _ = services.notes.add_picture(session.id, use, encoded(image()), "image/png", "pier.png")
    report.show_session(session.id)
    settle(qtbot, report)
    report.text.notes.set_open(True)
    rows = report.text.notes_list.rows
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    row = next(one for one in rows._rows if one.kind is LineKind.IMAGE)
    assert row.text == "The [old] pier"
    _write(report, "Text.")
    report.text.insert_note(row)
    path = f"images/pier-{made.sha256[:8]}.png"
    expected = f"Text.\n\n![a pier \\[1930\\]]({path})\\\nThe [old] pier"
    assert report.text.editor.text() == expected
    settle(qtbot, report)
    assert "a pier" in _exported(services, report, report.desk.language)


def test_an_address_over_words_is_a_link_and_opens(
    qtbot: QtBot, report: ReportWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    report.choose(_conclusion(report))
    _write(report, "See the slides.")
    editor = report.text.editor
    cursor = editor.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(14, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    mime = QMimeData()
    mime.setText("https://example.org/deck")
    _paste(report, mime)
    assert editor.text() == "See the [slides](https://example.org/deck)."
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    hands.key(editor, Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert opened == ["https://example.org/deck"]
    cursor.setPosition(10)
    place: QPoint = editor.cursorRect(cursor).center()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert len(opened) == 2


def test_a_page_keeps_its_structure() -> None:
    mime = QMimeData()
    mime.setText("Title a b after code")
    mime.setHtml(
        "<h2>Title</h2><ul><li>a<ul><li><b>b</b> bold</li></ul></li></ul><p>after "
        '<a href="https://example.org/x">that</a></p><pre>x = 1\ny</pre><p>end</p>'
    )
    assert pasting.words_of(mime, "") == (
        "### Title\n\n- a\n  - **b** bold\n\nafter [that](https://example.org/x)\n\n"
        "```\nx = 1\ny\n```\n\nend"
    )
    mime.setUrls([QUrl("https://example.org/deck")])
    assert pasting.words_of(QMimeData(), "") == ""


def test_code_with_a_fence_in_it_stays_one_piece_of_code() -> None:
    mime = QMimeData()
    mime.setText("before ```py x = 1 ``` after")
    mime.setHtml("<ul><li>before</li></ul><pre>```py\nx = 1\n```</pre><p>after</p>")
    assert pasting.words_of(mime, "") == ("- before\n\n````\n```py\nx = 1\n```\n````\n\nafter")
