"""Photos from a folder into the notes, by hand and by keys, in the real workspace."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import LineKind
from confnotes.services.bundle import Services
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.photos.album import Mark
from confnotes.ui.photos.desk import PhotosDesk
from confnotes.ui.photos.model import Head
from confnotes.ui.photos.tile_paint import box_of, mark_of
from confnotes.ui.review.workspace import PHOTOS, SESSIONS, ReviewWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Work
from helpers import photos
from helpers.sheet import CTRL, KEYS, SHIFT
from ui.photos.conftest import Take, entry, settle, wall


def notes(services: Services, session: str) -> list[str]:
    """Return the lines of a session, photos in brackets with their name."""
    view = services.notes.view(session)
    names = {one.id: one.name for one in view.attachments}
    shown = {use.line_id: names[use.attachment_id] for use in view.uses}
    return [
        f"[{shown[line.id]}] {line.text}".strip() if line.kind is LineKind.IMAGE else line.text
        for line in view.lines
    ]


def drop(target: QWidget, *paths: Path) -> None:
    """Drop files on a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, plain)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, mime, left, plain))


def test_a_folder_is_read_shown_attached_and_taken_back_by_keys(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, qtbot: QtBot,
    tasks: Tasks,
) -> None:  # fmt: skip
    before = notes(services, talk)
    take(dump)
    sheet, foot = desk.page.sheet, desk.page.foot
    assert sheet.hasFocus()
    assert notes(services, talk) == before  # nothing before it is approved
    assert foot.button.text() == "Attach 3 photos"
    assert (foot.quiet.text(), foot.asking.text()) == ("1 cannot be shown", "1 without a place")
    sheet.go_to(entry(desk, "b"))
    qtbot.keyClick(sheet, KEYS.Key_S)
    assert sheet.current() is entry(desk, "c")  # on to the next
    qtbot.keyClick(sheet, KEYS.Key_Return)
    assert desk.panel.caption.edit.hasFocus()
    qtbot.keyClicks(desk.panel.caption.edit, "The map")
    qtbot.keyClicks(desk.panel.alternative.edit, "A rope")
    qtbot.keyClick(sheet, KEYS.Key_Return, CTRL)
    qtbot.waitUntil(desk.page.undo.isVisible)
    assert desk.page.undo.words.text() == "2 photos attached to 1 session."
    assert notes(services, talk) == ["minute 2", "[a.jpg]", "minute 12", "[c.jpg] The map"]
    (use,) = [one for one in services.notes.view(talk).uses if one.alternative]
    assert use.alternative == "A rope"
    settle(desk, qtbot, tasks)
    assert {one.path.stem for one in desk.album.entries} == {"b", "evening", "diary"}  # type: ignore[union-attr]
    qtbot.keyClick(sheet, KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: notes(services, talk) == before)
    settle(desk, qtbot, tasks)
    assert entry(desk, "c").caption == "The map"
    assert foot.button.text() == "Attach 2 photos"


def test_a_photo_without_a_place_gets_one_by_typing(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, qtbot: QtBot, tasks: Tasks,
    conference: str,
) -> None:  # fmt: skip
    take(dump)
    evening = entry(desk, "evening")
    desk.page.sheet.go_to(evening)
    qtbot.keyClick(desk.page.sheet, KEYS.Key_A)
    field = desk.panel.session.edit
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "second mor")
    qtbot.keyClick(field, KEYS.Key_Return)
    views = services.programme.view(conference).sessions
    (morning,) = [v.session.id for v in views if v.session.title == "Second morning"]
    assert (evening.session_id, evening.mark) == (morning, Mark.ATTACH)
    assert "Second morning" in desk.panel.session.text()
    desk.attach()
    qtbot.waitUntil(lambda: notes(services, morning) == ["[evening.jpg]"])
    settle(desk, qtbot, tasks)


def test_only_those_selected_are_attached(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, qtbot: QtBot,
    tasks: Tasks,
) -> None:  # fmt: skip
    take(dump)
    sheet = desk.page.sheet
    sheet.go_to(entry(desk, "a"))
    qtbot.keyClick(sheet, KEYS.Key_Right, SHIFT)
    assert desk.page.foot.these.text() == "Only the 2 selected"
    assert desk.panel.title.text() == "2 photos"
    qtbot.keyClick(desk.page.foot.these, KEYS.Key_Space)
    qtbot.waitUntil(desk.page.undo.isVisible)
    assert notes(services, talk) == ["minute 2", "[a.jpg]", "minute 12", "[b.jpg]"]
    settle(desk, qtbot, tasks)


def test_a_head_stands_for_all_of_its_photos(
    desk: PhotosDesk, take: Take, dump: Path, qtbot: QtBot
) -> None:
    take(dump)
    sheet = desk.page.sheet
    (row,) = [
        n for n, r in enumerate(sheet.sheet.rows()) if isinstance(r, Head) and "Mesh" in r.title
    ]
    sheet.go_to(entry(desk, "a"))
    qtbot.keyClick(sheet, KEYS.Key_Up)
    assert sheet.currentIndex().row() == row
    qtbot.keyClick(sheet, KEYS.Key_Space)
    assert {entry(desk, name).mark for name in "abc"} == {Mark.SKIP}
    assert sheet.currentIndex().row() == row
    box = box_of(sheet.visualRect(sheet.sheet.index(row)).toRectF())
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert {entry(desk, name).mark for name in "abc"} == {Mark.ATTACH}
    tile = sheet.visualRect(sheet.sheet.index(row + 1)).toRectF()
    spot: QPoint = mark_of(tile).center().toPoint()
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert entry(desk, "a").mark is Mark.SKIP
    sheet.setFocus()
    qtbot.keyClick(sheet, KEYS.Key_End)
    assert desk.panel.notice.isVisible()
    assert not desk.panel.accept.isVisible()


def test_a_photo_moves_up_and_down_the_lines(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, qtbot: QtBot,
    tasks: Tasks,
) -> None:  # fmt: skip
    take(dump)
    sheet, place = desk.page.sheet, desk.panel.place
    sheet.go_to(entry(desk, "a"))
    assert place.accessibleName() == "Place in the notes: after “minute 2”, before “minute 12”"
    qtbot.keyClick(sheet, KEYS.Key_Up, CTRL)
    assert place.accessibleName() == "Place in the notes: at the top, before “minute 2”"
    qtbot.keyClick(place, KEYS.Key_Down)
    qtbot.keyClick(place, KEYS.Key_Down)
    assert place.accessibleName() == "Place in the notes: after “minute 12”, at the end"
    desk.album.skip([entry(desk, "b"), entry(desk, "c")])  # type: ignore[union-attr]
    desk.attach()
    qtbot.waitUntil(lambda: notes(services, talk) == ["minute 2", "minute 12", "[a.jpg]"])
    settle(desk, qtbot, tasks)


def test_the_clock_is_guessed_said_and_refused(
    desk: PhotosDesk, take: Take, tmp_path: Path, talk: str, qtbot: QtBot
) -> None:
    folder = tmp_path / "camera"
    photos.put(folder, **{f"p{m}": photos.plain(wall(m - 720)) for m in (1, 6, 14, 20)})
    phone = {f"q{m}": photos.phone(wall(m), "+09:00") for m in range(2, 8)}
    photos.put(folder, **phone)  # more of them, with nothing to say
    take(folder)
    source = desk.page.source
    qtbot.waitUntil(source.guess.isVisible)
    sentence = source.guess.accessibleName()
    assert "4 of 4 photos fall into your sessions, otherwise 0" in sentence
    assert entry(desk, "p6").group == talk
    assert source.clock.edit.text() == "+12:00:00"
    qtbot.keyClick(source.guess.refuse, KEYS.Key_Space)
    assert source.guess.isHidden()
    assert entry(desk, "p6").group == ""
    assert source.clock.edit.text() == "0:00:00"


def test_clock_and_zone_are_set_by_hand(
    desk: PhotosDesk, take: Take, tmp_path: Path, talk: str, qtbot: QtBot
) -> None:
    folder = tmp_path / "camera"
    photos.put(folder, one=photos.plain(wall(-1000)))
    take(folder)
    source, one = desk.page.source, entry(desk, "one")
    source.clock.edit.setFocus()
    source.clock.edit.selectAll()
    qtbot.keyClicks(source.clock.edit, "16:45:00")
    qtbot.keyClick(source.clock.edit, KEYS.Key_Return)
    assert one.group == talk
    qtbot.keyClick(source.clock.edit, KEYS.Key_Down, SHIFT)
    assert source.clock.edit.text() == "+16:44:00"
    qtbot.keyClick(source.clock.more, KEYS.Key_Space)
    assert source.clock.edit.text() == "+16:44:01"
    source.clock.edit.setFocus()
    source.clock.edit.selectAll()
    qtbot.keyClicks(source.clock.edit, "0:00")
    qtbot.keyClick(source.clock.edit, KEYS.Key_Return)
    assert one.group == ""
    source.zone.edit.setFocus()
    qtbot.keyClicks(source.zone.edit, "America/Los_Angeles")
    qtbot.keyClick(source.zone.edit, KEYS.Key_Return)
    assert one.at is not None
    assert one.at.hour == (wall(-1000).hour + 7) % 24


def test_a_photo_of_a_clock_sets_the_cameras(
    desk: PhotosDesk, take: Take, tmp_path: Path, talk: str, qtbot: QtBot
) -> None:
    folder = tmp_path / "camera"
    photos.put(folder, one=photos.plain(wall(5)))
    take(folder)
    source = desk.page.source
    qtbot.keyClick(source.from_photo, KEYS.Key_Space)
    field = source.ask.field.edit
    assert field.hasFocus()
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, KEYS.Key_Return)
    assert source.ask.field.wrong
    field.selectAll()
    qtbot.keyClicks(field, "10:07:10")
    qtbot.keyClick(field, KEYS.Key_Return)
    assert source.ask.isHidden()
    assert source.clock.edit.text() == "+0:02:10"
    assert desk.panel.talk.text().endswith("10:07:10, 07:10 into it")


def test_words_typed_come_back_with_the_photo(
    review: ReviewWorkspace, desk: PhotosDesk, take: Take, dump: Path, qtbot: QtBot, tasks: Tasks,
    services: Services, talk: str,
) -> None:  # fmt: skip
    take(dump)
    desk.page.sheet.go_to(entry(desk, "a"))
    field = desk.panel.caption.edit
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString("海図")
    QApplication.sendEvent(field, event)
    desk.clear()
    assert desk.album is None
    assert desk.page.nothing.isVisible()
    take(dump)
    assert entry(desk, "a").caption == "海図"
    desk.attach()
    qtbot.waitUntil(lambda: "[a.jpg] 海図" in notes(services, talk))
    settle(desk, qtbot, tasks)


def test_photos_are_dropped_anywhere_in_review(
    review: ReviewWorkspace, desk: PhotosDesk, dump: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    review.show_list(SESSIONS)
    drop(review, dump / "a.jpg", dump / "b.jpg")
    assert review.tabs.key() == PHOTOS
    qtbot.waitUntil(lambda: desk.counts().chosen == 2)
    drop(review, dump)  # what is here already stays as it is
    qtbot.waitUntil(lambda: desk.counts().all == 5)
    settle(desk, qtbot, tasks)


def test_reading_is_shown_and_given_up(
    review: ReviewWorkspace, desk: PhotosDesk, tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    folder = tmp_path / "many"
    data = photos.phone(wall(5), "+09:00")
    photos.put(folder, **{f"p{n:03}": data + bytes([n % 256, n // 256]) for n in range(300)})
    told: list[Work | None] = []
    review.work.connect(told.append)
    desk.take([folder])
    qtbot.waitUntil(lambda: desk.counts().chosen > 3)
    assert desk.reading.busy
    work = next(work for work in reversed(told) if work is not None)
    assert work.words.startswith("Reading photos, ")
    assert 0 < work.share < 1
    work.stop()
    assert told[-1] is None
    settle(desk, qtbot, tasks)
    counts = desk.counts()
    assert counts.unread == 0
    assert 3 < counts.chosen < 300


def test_an_approval_that_is_given_up_leaves_nothing(
    review: ReviewWorkspace, desk: PhotosDesk, take: Take, dump: Path, services: Services,
    talk: str, qtbot: QtBot, tasks: Tasks,
) -> None:  # fmt: skip
    take(dump)
    before = notes(services, talk)
    desk.attach()
    desk.approving.keeping.stop()
    settle(desk, qtbot, tasks)
    desk.approving.keeping.close()
    assert notes(services, talk) == before
    assert desk.counts().chosen == 3


def test_a_disk_that_takes_nothing_is_said_and_nothing_is_attached(
    review: ReviewWorkspace, desk: PhotosDesk, take: Take, dump: Path, services: Services,
    talk: str, qtbot: QtBot, tasks: Tasks,
) -> None:  # fmt: skip
    take(dump)
    services.notebook.attachments.write_text("a file where the folder should be")
    with qtbot.waitSignal(review.failed) as told:
        desk.attach()
    assert told.args is not None
    assert told.args[0].code == "notebook.cannot_keep_file"
    settle(desk, qtbot, tasks)
    assert notes(services, talk) == ["minute 2", "minute 12"]
    services.notebook.attachments.unlink()
    desk.attach()
    qtbot.waitUntil(lambda: len(notes(services, talk)) == 5)
    settle(desk, qtbot, tasks)


def test_lines_without_words_are_neighbours_too(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, qtbot: QtBot,
    tasks: Tasks,
) -> None:  # fmt: skip
    lines = list(services.notes.view(talk).lines)
    kinds = [replace(lines[0], id=f"k{n}", text="", kind=kind) for n, kind in enumerate(LineKind)]
    services.notes.save(talk, [*lines, *kinds])
    take(dump)
    desk.page.sheet.go_to(entry(desk, "a"))
    while desk.album is not None and desk.album.step_line(entry(desk, "a"), 1):
        desk.deciding.moved.emit()
    assert desk.panel.place.accessibleName().endswith("at the end")
    desk.album.skip([entry(desk, "b"), entry(desk, "c")])  # type: ignore[union-attr]
    desk.attach()
    settle(desk, qtbot, tasks)
    desk.page.sheet.go_to(entry(desk, "b"))
    desk.deciding.moved.emit()
    assert "a photo without a caption" not in desk.panel.place.accessibleName()
    desk.album.put_in([entry(desk, "b")], talk)  # type: ignore[union-attr]
    while desk.album is not None and desk.album.step_line(entry(desk, "b"), 1):
        pass
    desk.deciding.moved.emit()
    assert "after “a photo without a caption”" in desk.panel.place.accessibleName()


def test_one_that_changed_since_is_said_and_the_rest_goes_on(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, qtbot: QtBot,
    tasks: Tasks,
) -> None:  # fmt: skip
    take(dump)
    (dump / "b.jpg").write_bytes(photos.plain(wall(30)))
    desk.attach()
    qtbot.waitUntil(desk.page.undo.isVisible)
    settle(desk, qtbot, tasks)
    assert notes(services, talk) == ["minute 2", "[a.jpg]", "minute 12", "[c.jpg]"]
    problem = entry(desk, "b").problem
    assert problem is not None
    assert problem.code == "photo.changed"
    take(dump)  # read again, it is what it is now
    assert entry(desk, "b").problem is None
    assert entry(desk, "b").caption == ""


def test_a_folder_without_photos_says_so(desk: PhotosDesk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "film.mp4").write_bytes(b"x")
    desk.take([tmp_path / "empty"])
    qtbot.waitUntil(lambda: desk.page.nothing.title.text() == "No photos in empty")
    assert desk.page.nothing.hint.text() == "Files of other kinds, left alone: 1"


def test_an_open_composition_in_the_notes_is_not_disturbed(
    desk: PhotosDesk, take: Take, dump: Path, services: Services, talk: str, conference: str,
    tasks: Tasks, bridge: Bridge, qtbot: QtBot,
) -> None:  # fmt: skip
    writer = NotesWorkspace(services, tasks, bridge)
    qtbot.addWidget(writer)
    writer.resize(900, 600)
    writer.set_conference(conference)
    writer.show()
    writer.show_session(talk)
    qtbot.waitUntil(lambda: writer.sheet.document is not None)
    take(dump)
    editor = writer.sheet.editor
    editor.setFocus()
    QApplication.sendEvent(editor, QInputMethodEvent("かい", []))
    before = editor.toPlainText()
    desk.attach()
    qtbot.waitUntil(lambda: len(notes(services, talk)) == 5)
    settle(desk, qtbot, tasks)
    assert editor.toPlainText() == before
    end = QInputMethodEvent("", [])
    end.setCommitString("海")
    QApplication.sendEvent(editor, end)
    qtbot.waitUntil(lambda: len(editor.toPlainText().split("\n")) == 5)
    assert "海" in editor.toPlainText()
    writer.leave()
    tasks.flush()
    qtbot.waitUntil(lambda: any("海" in line for line in notes(services, talk)))
    assert sum("[" in line for line in notes(services, talk)) == 3


@pytest.mark.parametrize("size", [(1208, 768), (952, 668)])
def test_everything_is_named(
    review: ReviewWorkspace, desk: PhotosDesk, take: Take, dump: Path, size: tuple[int, int]
) -> None:
    review.resize(*size)
    take(dump)
    for part in (desk.page, desk.panel):
        for widget in part.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    sheet = desk.page.sheet
    assert str(sheet.sheet.index(0).data()) == "No certain session at this time, 1 photo"
