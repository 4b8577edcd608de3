"""Pictures come into the notes, stay with their lines, and leave no half of them behind."""

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from confnotes import assets
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode
from confnotes.ui.notes.gutter import Place
from confnotes.ui.notes.pictures import Part
from helpers.notes_desk import NOON, Desk
from helpers.pictures import encoded, files_mime, flat, image, image_mime
from helpers.sheet import ALT, CTRL, KEYS, SHIFT

RED, BLUE = "#c03020", "#2040c0"


def paste(desk: Desk, mime: QMimeData) -> None:
    """Put something on the clipboard and press Ctrl+V."""
    QApplication.clipboard().setMimeData(mime)
    desk.key(KEYS.Key_V, CTRL)


def settle(desk: Desk) -> None:
    """Wait until all is in the file, and the window knows."""
    for _ in range(2):
        desk.workspace.saver.flush()
        desk.tasks.settle()
    QApplication.processEvents()


def in_file(desk: Desk, title: str = "Running") -> list[tuple[str, str, str]]:
    """Return (caption, name, alternative text) of the pictures in the file; each has its bytes."""
    view = desk.services.notes.view(desk.ids[title])
    files = {one.id: one for one in view.attachments}
    assert all(desk.services.notes.attachment_path(one).is_file() for one in files.values())
    uses = {use.line_id: use for use in view.uses}
    assert len(uses) == len(view.uses)
    return [
        (line.text, files[uses[line.id].attachment_id].name, uses[line.id].alternative)
        for line in view.lines
        if line.kind is LineKind.IMAGE
    ]


def shown(desk: Desk) -> list[str]:
    """Return the notes as they stand: pictures in brackets, those without one with a `?`."""
    out = []
    for row in desk.editor.notes.rows():
        picture = desk.editor.notes.pictures.of(row.id)
        if row.kind is LineKind.IMAGE:
            out.append(f"[{row.text}]" if picture is not None else f"?{row.text}")
        else:
            out.append(row.text)
    return out


def png(folder: Path, name: str, colour: str = RED) -> Path:
    """Write a picture."""
    path = folder / name
    path.write_bytes(encoded(flat(64, 48, colour)))
    return path


def said(desk: Desk) -> list[ConfnotesError]:
    """Return the list that errors are added to from now on."""
    errors: list[ConfnotesError] = []
    desk.workspace.failed.connect(errors.append)
    return errors


def test_a_pasted_picture_is_there_at_once_and_in_the_file_with_its_caption(desk: Desk) -> None:
    desk.type("the words before")
    paste(desk, image_mime(image()))
    assert shown(desk) == ["the words before", "[]"]
    row = desk.editor.row()
    assert desk.editor.notes.moment(row.id) == NOON
    assert desk.editor.notes.pictures.of(row.id) is not None
    desk.type("from cloud to car\nand on")
    settle(desk)
    assert in_file(desk) == [("from cloud to car", "", "")]
    assert desk.texts("Running") == ["the words before", "from cloud to car", "and on"]
    picture = desk.services.notes.view(desk.ids["Running"]).attachments[0]
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 320, 180)
    assert desk.lines("Running")[1].written_at == NOON


def test_an_open_composition_comes_first(desk: Desk) -> None:
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほん", []))
    desk.editor.insertFromMimeData(image_mime(image()))
    assert not desk.editor.composing
    assert shown(desk) == ["にほん", "[]"]


def test_an_empty_line_becomes_the_picture_and_undo_gives_it_back(desk: Desk) -> None:
    desk.type("one\n")
    paste(desk, image_mime(image()))
    assert shown(desk) == ["one", "[]"]
    desk.type("said")
    settle(desk)
    for _ in range(2):
        desk.key(KEYS.Key_Z, CTRL)
    assert shown(desk) == ["one", ""]
    settle(desk)
    assert in_file(desk) == []
    for _ in range(2):
        desk.key(KEYS.Key_Z, CTRL | SHIFT)
    settle(desk)
    assert shown(desk) == ["one", "[said]"]
    assert in_file(desk) == [("said", "", "")]


def test_files_come_in_together_as_one_step_and_the_same_bytes_are_kept_once(
    desk: Desk, tmp_path: Path
) -> None:
    desk.type("one")
    a, b = png(tmp_path, "a.png"), png(tmp_path, "b.jpg", BLUE)
    again = png(tmp_path, "again.png")
    paste(desk, files_mime(a, b, again))
    settle(desk)
    assert shown(desk) == ["one", "[]", "[]", "[]"]
    names = [name for _, name, _ in in_file(desk)]
    assert names == ["a.png", "b.jpg", "a.png"]
    assert len(list(desk.services.notebook.attachments.iterdir())) == 2
    desk.key(KEYS.Key_Z, CTRL)
    assert shown(desk) == ["one"]


def drop(desk: Desk, mime: QMimeData, at: QPoint) -> None:
    """Let something fall onto the sheet."""
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.editor.dropEvent(event)
    assert event.isAccepted()


@pytest.mark.parametrize("above", [True, False])
def test_dropped_files_come_in_where_they_fell(desk: Desk, tmp_path: Path, above: bool) -> None:
    desk.type("one\ntwo\nthree")
    block = desk.editor.notes.findBlockByNumber(1)
    rect = desk.editor.cursorRect(QTextCursor(block))
    at = rect.topLeft() + QPoint(20, 4) if above else rect.bottomLeft() + QPoint(20, -4)
    drop(desk, files_mime(png(tmp_path, "a.png"), png(tmp_path, "b.png", BLUE)), at)
    both = ["[]", "[]"]
    assert (
        shown(desk) == ["one", *both, "two", "three"] if above else ["one", "two", *both, "three"]
    )
    settle(desk)
    assert [name for _, name, _ in in_file(desk)] == ["a.png", "b.png"]


def test_children_stay_below_their_parent(desk: Desk) -> None:
    desk.type("parent\n")
    desk.key(KEYS.Key_Tab)
    desk.type("child")
    desk.key(KEYS.Key_Up)
    paste(desk, image_mime(image()))
    assert [(row.text, row.depth) for row in desk.editor.notes.rows()] == [
        ("parent", 0),
        ("", 1),
        ("child", 1),
    ]


def test_files_are_chosen_by_a_chord(desk: Desk, tmp_path: Path) -> None:
    desk.type("one")
    desk.key(KEYS.Key_I, CTRL | SHIFT)
    dialog = desk.workspace.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(png(tmp_path, "chosen.png"))])
    dialog.close()
    settle(desk)
    assert in_file(desk) == [("", "chosen.png", "")]
    assert desk.workspace.actions_by_name["picture"] in desk.editor.more


def test_what_is_no_picture_is_said_in_one_sentence_and_the_others_come(
    desk: Desk, tmp_path: Path
) -> None:
    errors = said(desk)
    bad, worse = tmp_path / "bad.jpg", tmp_path / "worse.png"
    bad.write_text("only words")
    worse.write_text("<svg/>")
    desk.type("one")
    paste(desk, files_mime(bad))
    assert shown(desk) == ["one"]
    assert [error.code for error in errors] == ["attachment.not_picture"]
    paste(desk, files_mime(bad, png(tmp_path, "a.png"), worse))
    settle(desk)
    assert shown(desk) == ["one", "[]"]
    assert errors[1].code == "attachment.several"
    assert errors[1].facts == {"count": 2, "names": "bad.jpg, worse.png"}


def test_a_picture_that_cannot_be_kept_leaves_no_half_of_it(desk: Desk) -> None:
    errors = said(desk)
    desk.services.notebook.attachments.write_text("a file where the folder should be")
    desk.type("one")
    paste(desk, image_mime(image()))
    assert shown(desk) == ["one", "[]"]
    settle(desk)
    assert [error.code for error in errors] == ["attachment.not_kept"]
    assert errors[0].facts["name"] == "Pasted picture"
    assert shown(desk) == ["one"]
    assert desk.texts("Running") == ["one"]
    desk.key(KEYS.Key_Z, CTRL | SHIFT)
    assert shown(desk) == ["one"]  # nor does redo bring it
    assert not desk.workspace.owes()


def test_what_was_typed_below_a_lost_picture_stays_and_waits_for_a_composition(
    desk: Desk, tmp_path: Path
) -> None:
    errors = said(desk)
    torn = tmp_path / "torn.gif"
    torn.write_bytes(b"GIF89a\x05\x00\x03\x00")
    paste(desk, files_mime(torn))
    desk.type("typed meanwhile\n")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("へん", []))
    settle(desk)
    assert [error.code for error in errors] == ["attachment.not_picture"]
    assert desk.editor.composing
    assert shown(desk) == ["?typed meanwhile", ""]
    desk.editor.commit_composition()
    assert shown(desk) == ["typed meanwhile", "へん"]
    settle(desk)
    assert [line.kind for line in desk.lines("Running")] == [LineKind.POINT] * 2


def alternative(desk: Desk, text: str) -> None:
    """Write an alternative text by keys."""
    desk.key(KEYS.Key_D, CTRL | SHIFT)
    assert desk.focus() is desk.workspace.sheet.field.edit
    desk.type(text)
    desk.key(KEYS.Key_Return)
    assert desk.editor.hasFocus()


def test_alternative_text_is_written_in_the_small_field_and_told(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    assert "no alternative text yet" in desk.editor.accessibleDescription()
    alternative(desk, "a red square")  # before the bytes have landed
    assert "a red square" in desk.editor.accessibleDescription()
    settle(desk)
    assert in_file(desk) == [("", "", "a red square")]
    desk.key(KEYS.Key_D, CTRL | SHIFT)
    desk.type(", half of it black")
    desk.key(KEYS.Key_Escape)
    settle(desk)
    assert in_file(desk) == [("", "", "a red square")]
    alternative(desk, ", seen from afar")
    settle(desk)
    assert in_file(desk) == [("", "", "a red square, seen from afar")]


def test_an_alternative_text_that_could_not_be_saved_is_owed(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    settle(desk)
    errors = said(desk)
    writer = desk.services.notebook._store._writer
    assert writer is not None
    connection = writer.raw_connection()
    connection.execute("PRAGMA query_only = 1")
    alternative(desk, "kept in mind")
    settle(desk)
    assert errors
    assert desk.workspace.owes()
    connection.execute("PRAGMA query_only = 0")
    settle(desk)
    assert in_file(desk) == [("", "", "kept in mind")]
    assert not desk.workspace.owes()


def press(desk: Desk, part: Part) -> None:
    """Click on a part of the caret's picture."""
    block, gutter = desk.editor.textCursor().block(), desk.editor.gutter
    place = Place.of(block, 0, desk.editor.verticalScrollBar().value())
    assert gutter is not None
    assert place is not None
    boxes = gutter.boxes(place, desk.editor.viewport().width())
    box = boxes.frame if part is Part.THUMBNAIL else boxes.alternative
    at = box.topLeft().toPoint() + QPoint(30, 12)
    found = desk.editor.picture_at(at)
    assert found is not None
    assert found[1] is part
    QTest.mouseMove(desk.editor.viewport(), at)
    shape = desk.editor.viewport().cursor().shape()
    assert shape is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_link_opens_the_field_and_the_thumbnail_shows_the_picture_large(desk: Desk) -> None:
    paste(desk, image_mime(image(1600, 900)))
    desk.type("caption")
    settle(desk)
    press(desk, Part.ALTERNATIVE)
    assert desk.focus() is desk.workspace.sheet.field.edit
    desk.type("seen")
    desk.key(KEYS.Key_Return)
    press(desk, Part.THUMBNAIL)
    view = desk.workspace.desks.pictures.view
    assert view.isVisible()
    assert view.hasFocus()
    assert view.accessibleName() == "Picture: caption seen"
    desk.until(lambda: not view.shown.isEmpty())
    assert view.shown.width() <= desk.workspace.width()
    assert abs(view.shown.width() / view.shown.height() - 16 / 9) < 0.01
    desk.key(KEYS.Key_Escape)
    assert not view.isVisible()
    assert desk.editor.hasFocus()
    desk.key(KEYS.Key_E, CTRL | SHIFT)
    assert view.isVisible()
    desk.key(KEYS.Key_Return)
    assert desk.editor.hasFocus()


def test_another_workspace_in_front_puts_the_large_picture_away(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    desk.key(KEYS.Key_E, CTRL | SHIFT)
    view = desk.workspace.desks.pictures.view
    assert view.isVisible()
    desk.workspace.hide()
    desk.workspace.show()
    assert not view.isVisible()


def test_a_small_picture_is_not_blown_up(desk: Desk) -> None:
    paste(desk, image_mime(flat(40, 30)))
    settle(desk)
    desk.key(KEYS.Key_E, CTRL | SHIFT)
    view = desk.workspace.desks.pictures.view
    desk.until(lambda: not view.shown.isEmpty())
    assert (view.shown.width(), view.shown.height()) == (40, 30)


def test_a_picture_moves_to_another_session_by_cut_and_paste(desk: Desk) -> None:
    desk.type("one")
    paste(desk, image_mime(image()))
    desk.type("caption")
    alternative(desk, "seen")
    identity = desk.editor.row().id
    desk.key(KEYS.Key_X, CTRL)  # nothing is selected: the picture's whole line
    assert shown(desk) == ["one"]
    desk.workspace.show_session(desk.ids["Late"])
    desk.type("there")
    desk.key(KEYS.Key_V, CTRL)
    assert shown(desk) == ["there", "[caption]"]
    assert desk.editor.notes.rows()[1].id == identity
    assert desk.editor.notes.moment(identity) == NOON
    settle(desk)
    assert (in_file(desk), in_file(desk, "Late")) == ([], [("caption", "", "seen")])
    desk.workspace.show_session(desk.ids["Running"])
    desk.key(KEYS.Key_Z, CTRL)
    assert shown(desk) == ["one", "[caption]"]
    settle(desk)
    assert in_file(desk) == in_file(desk, "Late") == [("caption", "", "seen")]


@pytest.mark.parametrize("landed", [True, False])
def test_a_copy_is_a_line_with_a_use_of_its_own(desk: Desk, landed: bool) -> None:
    paste(desk, image_mime(image()))
    desk.type("caption")
    if landed:
        settle(desk)
    desk.key(KEYS.Key_C, CTRL)
    desk.key(KEYS.Key_V, CTRL)
    desk.key(KEYS.Key_V, CTRL)
    assert shown(desk) == ["[caption]"] * 3
    alternative(desk, "only the last")
    desk.workspace.show_session(desk.ids["Late"])
    desk.key(KEYS.Key_V, CTRL)
    assert shown(desk) == ["[caption]"]
    settle(desk)
    assert in_file(desk) == [
        ("caption", "", ""),
        ("caption", "", ""),
        ("caption", "", "only the last"),
    ]
    assert in_file(desk, "Late") == [("caption", "", "")]
    assert len(list(desk.services.notebook.attachments.iterdir())) == 1


def test_a_picture_of_another_conference_comes_as_its_words(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    desk.type("caption")
    settle(desk)
    desk.key(KEYS.Key_X, CTRL)
    other, _ = desk.services.programme.create_conference("Other", "Asia/Tokyo")
    session, _ = desk.services.programme.add_session(other, "There", start="2026-05-01T12:00:00")
    desk.workspace.set_conference(other)
    desk.workspace.show_session(session)
    desk.key(KEYS.Key_V, CTRL)
    assert shown(desk) == ["caption"]
    settle(desk)
    assert [line.kind for line in desk.services.notes.view(session).lines] == [LineKind.POINT]


def test_switching_the_conference_while_a_picture_lands_loses_nothing(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    desk.type("caption")
    alternative(desk, "seen")
    desk.workspace.set_conference(None)
    settle(desk)
    assert in_file(desk) == [("caption", "", "seen")]


def test_pictures_go_up_down_and_to_another_room_and_are_still_there_afterwards(
    desk: Desk,
) -> None:
    desk.type("one")
    paste(desk, image_mime(image()))
    desk.type("caption")
    desk.key(KEYS.Key_Up, ALT)
    assert shown(desk) == ["[caption]", "one"]
    desk.key(KEYS.Key_M, CTRL | SHIFT)
    desk.type("late")
    desk.key(KEYS.Key_Return)
    assert shown(desk) == ["one"]
    desk.workspace.show_session(desk.ids["Late"])
    assert shown(desk) == ["[caption]"]
    settle(desk)
    assert (in_file(desk), in_file(desk, "Late")) == ([], [("caption", "", "")])


def test_an_earlier_state_brings_its_picture_back(desk: Desk) -> None:
    paste(desk, image_mime(image()))
    desk.type("caption")
    settle(desk)
    desk.now += timedelta(minutes=5)
    desk.key(KEYS.Key_A, CTRL)
    desk.key(KEYS.Key_Delete)
    assert shown(desk) == ["[]"]  # the caption is text; the picture goes when nothing is said
    desk.key(KEYS.Key_Backspace)
    desk.type("something else")
    settle(desk)
    assert in_file(desk) == []
    session = desk.ids["Running"]
    states = desk.services.history.states(session)
    desk.services.history.bring_back(session, states[0].number)
    desk.until(lambda: "[caption]" in shown(desk))
    assert in_file(desk) == [("caption", "", "")]


def test_the_side_panel_shows_them_and_leads_to_them(desk: Desk, tmp_path: Path) -> None:
    side = desk.workspace.side
    paste(desk, files_mime(png(tmp_path, "a.png"), png(tmp_path, "b.png", BLUE)))
    desk.type("the second")
    alternative(desk, "blue")
    desk.type("\nlast")
    settle(desk)
    desk.until(
        lambda: (
            [tile.accessibleName() for tile in side.photos.tiles]
            == [
                "Picture: a.png",
                "Picture: the second",
            ]
        )
    )
    told = [tile.accessibleDescription() for tile in side.photos.tiles]
    assert told == ["no alternative text yet", "blue"]
    assert side.tabs.tab("photos").accessibleName() == "Photos 2"
    side.show_tab("photos")
    side.photos.tiles[0].setFocus()
    desk.key(KEYS.Key_Return)
    assert desk.editor.hasFocus()
    assert desk.editor.textCursor().blockNumber() == 0
    desk.workspace.show_session(desk.ids["Late"])
    assert side.photos.tiles == []
    assert side.photos.empty.isVisible()


def test_the_folded_panel_shows_the_count(desk: Desk) -> None:
    desk.workspace.resize(1024, 700)
    QApplication.processEvents()
    paste(desk, image_mime(image()))
    settle(desk)
    assert desk.workspace.side.folded
    desk.until(lambda: desk.workspace.side._photos_button.count == "1")


def test_a_pasted_picture_lands_in_the_exported_folder(desk: Desk, tmp_path: Path) -> None:
    paste(desk, image_mime(image()))
    desk.type("from cloud to car")
    alternative(desk, "a cloud and a car")
    settle(desk)
    attachment = desk.services.notes.view(desk.ids["Running"]).attachments[0]
    data = desk.services.notes.attachment_path(attachment).read_bytes()
    dump, _ = desk.services.exchange.dump(desk.conference, tmp_path / "d.json")
    assert b"a cloud and a car" in dump.read_bytes()
    assert (tmp_path / "d.files" / f"{attachment.sha256}.png").read_bytes() == data
    wording = {one: assets.read_toml(f"report/{one}.toml") for one in (Language.JA, Language.EN)}
    again = open_services(tmp_path / "again.confnotes", Mode.WRITE, wording=wording)
    conference, _ = again.exchange.load(dump)
    report = again.reports.report(conference)
    done = again.reports.export(report, Language.EN, "github", tmp_path / "out")
    again.close()
    name = f"images/image-{attachment.sha256[:8]}.png"
    text = next(file for file in done.files if file.suffix == ".md").read_text(encoding="utf-8")
    assert f"![a cloud and a car]({name})" in text
    assert "from cloud to car" in text
    assert (tmp_path / "out" / name).read_bytes() == data


def test_closing_right_after_a_paste_waits_for_the_picture(desk: Desk) -> None:
    paste(desk, image_mime(image(1200, 800)))
    desk.type("caption")
    desk.key(KEYS.Key_D, CTRL | SHIFT)
    desk.type("seen")
    desk.tasks.settle()  # what the window does before it closes
    desk.workspace.closing()
    desk.tasks.settle()
    assert not desk.workspace.owes()
    assert in_file(desk) == [("caption", "", "seen")]


def test_no_key_waits_for_the_bytes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(encoded(flat(64, 48)) + bytes(20_000_000))
    desk.type("one")
    settle(desk)
    released = Event()
    desk.tasks.write(released.wait)  # the writing thread has something long to do
    paste(desk, files_mime(path))
    desk.type("typed meanwhile\nand on")
    assert shown(desk) == ["one", "[typed meanwhile]", "and on"]
    desk.until(lambda: desk.workspace.side.photos.tiles != [])
    assert not desk.services.notebook.attachments.exists()
    released.set()
    settle(desk)
    assert in_file(desk) == [("typed meanwhile", "large.png", "")]
