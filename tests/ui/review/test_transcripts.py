"""Transcripts in Review: taken, taken back, and beside what was not caught."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.views import Asks
from confnotes.ui.review.workspace import ReviewWorkspace
from helpers.sheet import ALT, KEYS

TEXT = "1:04:40\nlamps turn slowly\n1:04:58\nand the light is slow\n1:20:00\nthe end"


def cues(services: Services, session_id: str) -> list[str]:
    return [cue.text for cue in services.transcripts.cues(session_id)]


def test_a_copied_transcript_is_kept_removed_and_taken_back(
    qtbot: QtBot, review: ReviewWorkspace, services: Services, ids: dict[str, str]
) -> None:
    row, session = review.form.transcript, ids["Opening"]
    assert "SRT" in row.about.text()
    assert not row.begins.isVisible()
    QGuiApplication.clipboard().setText(TEXT)
    qtbot.keyClick(row.paste, KEYS.Key_Space)
    qtbot.waitUntil(row.begins.isVisible)
    assert cues(services, session) == [
        "lamps turn slowly",
        "and the light is slow",
        "the end",
    ]
    assert "3" in row.about.text()
    assert "1:20:05" in row.about.text()
    qtbot.keyClick(row.remove, KEYS.Key_Space)
    qtbot.waitUntil(row.back.isVisible)
    qtbot.waitUntil(lambda: not row.remove.isVisible())
    assert cues(services, session) == []
    qtbot.keyClick(row.back, KEYS.Key_Space)
    qtbot.waitUntil(row.remove.isVisible)
    assert len(cues(services, session)) == 3
    assert not row.back.isVisible()


def test_a_file_is_dropped_and_what_is_none_is_said(
    qtbot: QtBot, review: ReviewWorkspace, services: Services, ids: dict[str, str], tmp_path: Path
) -> None:
    row = review.form.transcript
    good, bad = tmp_path / "talk.vtt", tmp_path / "notes.txt"
    good.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", encoding="utf-8")
    bad.write_text("nothing with a time", encoding="utf-8")
    errors: list[ConfnotesError] = []
    review.failed.connect(errors.append)
    for path in (good, bad):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        row.dropEvent(
            QDropEvent(
                QPointF(QPoint(5, 5)),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    qtbot.waitUntil(lambda: bool(errors))
    assert [(e.code, e.facts["name"]) for e in errors] == [("transcript.no_times", "notes.txt")]
    assert cues(services, ids["Opening"]) == ["Hello"]
    qtbot.waitUntil(lambda: "talk.vtt" in row.about.text())


def test_where_the_talk_begins_is_said_in_the_form(
    qtbot: QtBot, review: ReviewWorkspace, services: Services, ids: dict[str, str]
) -> None:
    row = review.form.transcript
    row.pasted.emit(TEXT)
    qtbot.waitUntil(row.begins.isVisible)
    row.begins.edit.setFocus()
    qtbot.keyClicks(row.begins.edit, "1:30")
    qtbot.keyClick(row.begins.edit, KEYS.Key_Return)
    qtbot.waitUntil(lambda: services.programme.session(ids["Opening"]).session.video_offset == 90)


def test_a_line_that_was_not_caught_shows_what_was_being_said(
    qtbot: QtBot, review: ReviewWorkspace, services: Services, ids: dict[str, str]
) -> None:
    panel = review.queue.panel
    review.show_list(Asks.UNCLEAR)
    qtbot.waitUntil(lambda: len(review.queue.model.items()) == 3)
    assert not panel.said_words.isVisible()
    item = review.queue.list.current()
    assert item is not None
    session = item.session.session.id
    assert session == ids["Opening"]
    services.transcripts.take_text(session, TEXT, "copied")
    qtbot.waitUntil(panel.said_words.isVisible)
    told = panel.said_words.accessibleName()
    assert "lamps turn slowly" in told
    assert "the end" not in told
    qtbot.keyClick(review.queue.list, KEYS.Key_T, ALT)
    assert panel.answer.text() == panel.said_words.words()
    assert panel.answer.field.hasFocus()
    panel.said_words.grab()
    qtbot.mouseClick(panel.said_words, Qt.MouseButton.LeftButton, pos=QPoint(80, 5))
    assert panel.answer.text().startswith(panel.said_words.words())
    assert len(panel.answer.text()) > len(panel.said_words.words())
    review.queue.step(1)
    qtbot.waitUntil(lambda: not panel.said_words.isVisible())


def test_a_transcript_goes_with_its_own_session(
    qtbot: QtBot, review: ReviewWorkspace, ids: dict[str, str]
) -> None:
    row = review.form.transcript
    row.pasted.emit(TEXT)
    qtbot.waitUntil(row.remove.isVisible)
    review.show_session(ids["Meshes at sea"])
    qtbot.waitUntil(lambda: not row.remove.isVisible())
    assert not row.back.isVisible()
