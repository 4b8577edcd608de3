"""A picture's line in the outline: no key loses a picture or makes two of one, but on purpose."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.notes.clipboard import from_mime
from confnotes.ui.notes.picture_files import PictureFiles, at_once
from confnotes.ui.notes.pictures import Boxes, Pictures
from confnotes.ui.parts.picture_source import LINES
from confnotes.ui.parts.theme import theme
from helpers.pictures import encoded
from helpers.sheet import ALT, CTRL, KEYS, SHIFT, Sheet


def open_lines(sheet: Sheet, *texts: str) -> None:
    """Open notes; a text in brackets is a picture with that caption."""
    lines = [
        Line(
            str(n),
            "s",
            n,
            text.strip("[]"),
            kind=LineKind.IMAGE if text.startswith("[") else LineKind.POINT,
        )
        for n, text in enumerate(texts)
    ]
    document = sheet.open("s", lines)
    document.pictures.conference_id = "c"
    pictures = [line for line in lines if line.kind is LineKind.IMAGE]
    document.pictures.load(
        [Attachment(f"a{one.id}", "c", one.id * 64, "image/png", 1, "n") for one in pictures],
        [AttachmentUse(f"u{one.id}", f"a{one.id}", line_id=one.id) for one in pictures],
    )


def shown(sheet: Sheet) -> list[str]:
    """Return the notes, pictures in brackets with the attachment they show."""
    out = []
    for row in sheet.document.rows():
        picture = sheet.document.pictures.of(row.id)
        if row.kind is LineKind.IMAGE:
            assert picture is not None, row
            assert picture.use.line_id == row.id
            out.append(f"[{row.text}]{picture.attachment.id}")
        else:
            out.append(row.text)
    return out


def test_enter_goes_on_below_and_a_cut_caption_leaves_the_picture_above(sheet: Sheet) -> None:
    open_lines(sheet, "one", "[caption]")
    sheet.select((1, 7))
    sheet.type("\ntwo")
    assert shown(sheet) == ["one", "[caption]a1", "two"]
    sheet.select((1, 3))
    sheet.type("\n")
    assert shown(sheet) == ["one", "[cap]a1", "tion", "two"]
    sheet.select((1, 0))
    sheet.type("\n")
    assert shown(sheet) == ["one", "", "[cap]a1", "tion", "two"]
    for _ in range(4):
        sheet.undo()
    assert shown(sheet)[:2] == ["one", "[caption]a1"]


def test_backspace_takes_a_picture_that_says_nothing_and_undo_brings_it_back(sheet: Sheet) -> None:
    open_lines(sheet, "one", "[]", "two")
    sheet.select((1, 0))
    sheet.key(KEYS.Key_Backspace)
    assert shown(sheet) == ["one", "two"]
    sheet.type("!")
    assert shown(sheet) == ["one!", "two"]
    sheet.undo()
    sheet.undo()
    assert shown(sheet) == ["one", "[]a1", "two"]
    open_lines(sheet, "one", "[caption]")
    sheet.select((1, 0))
    sheet.key(KEYS.Key_Backspace)
    assert shown(sheet) == ["one", "[caption]a1"]  # words never go with it unseen
    open_lines(sheet, "[]")
    sheet.key(KEYS.Key_Backspace)
    assert shown(sheet) == [""]
    sheet.undo()
    assert shown(sheet) == ["[]a0"]


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        ((1, 0), (1, 7), ["one", "[]a1", "two"]),  # the caption
        ((0, 0), (2, 3), [""]),  # everything
        ((0, 2), (1, 3), ["on", "[tion]a1", "two"]),  # neither line is gone
        ((0, 2), (1, 0), ["on", "[caption]a1", "two"]),
        ((0, 0), (1, 3), ["[tion]a1", "two"]),
        ((0, 2), (1, 7), ["on", "two"]),  # all of the picture's line
        ((1, 3), (2, 2), ["one", "[capo]a1"]),
        ((1, 0), (2, 2), ["one", "o"]),
        ((1, 0), (2, 3), ["one", ""]),
    ],
)
def test_deleting_what_is_selected(
    sheet: Sheet, start: tuple[int, int], end: tuple[int, int], left: list[str]
) -> None:
    open_lines(sheet, "one", "[caption]", "two")
    sheet.select(start, end)
    sheet.key(KEYS.Key_Delete)
    assert shown(sheet) == left
    sheet.undo()
    assert shown(sheet) == ["one", "[caption]a1", "two"]
    sheet.select(start, end)
    sheet.key(KEYS.Key_X, CTRL)
    assert shown(sheet) == left
    moved = from_mime(QApplication.clipboard().mimeData())
    assert moved is not None
    carried = [piece.row.id for piece in moved if piece.picture is not None]
    gone = not any("a1" in one for one in left)
    assert carried == (["1"] if gone else [])


def test_an_empty_caption_is_not_reached_by_a_selection_up_to_it(sheet: Sheet) -> None:
    open_lines(sheet, "one", "[]", "two")
    sheet.select((0, 1), (1, 0))
    sheet.key(KEYS.Key_Delete)
    assert shown(sheet) == ["o", "[]a1", "two"]
    sheet.select((0, 1), (2, 0))
    sheet.key(KEYS.Key_X, CTRL)
    assert shown(sheet) == ["otwo"]
    sheet.key(KEYS.Key_V, CTRL)
    assert "[]a1" in shown(sheet)


def test_words_are_pasted_into_a_caption_and_the_picture_stays(sheet: Sheet) -> None:
    open_lines(sheet, "[]", "moved", "more")
    sheet.select((1, 0), (2, 4))
    sheet.key(KEYS.Key_X, CTRL)
    sheet.select((0, 0))
    sheet.key(KEYS.Key_V, CTRL)
    assert shown(sheet)[:2] == ["[moved]a0", "more"]
    sheet.undo()
    open_lines(sheet, "[caption]", "x", "y")
    sheet.select((1, 0), (2, 1))
    sheet.key(KEYS.Key_C, CTRL)
    for at in (0, 3, 7):
        sheet.select((0, at))
        sheet.key(KEYS.Key_V, CTRL)
        assert sum("a0" in one for one in shown(sheet)) == 1
        sheet.undo()
        assert shown(sheet) == ["[caption]a0", "x", "y"]


def test_a_picture_never_becomes_part_of_another_line(sheet: Sheet) -> None:
    open_lines(sheet, "[pic]", "words here")
    sheet.select((0, 1))
    sheet.key(KEYS.Key_X, CTRL)
    sheet.select((0, 5))
    sheet.key(KEYS.Key_V, CTRL)
    assert shown(sheet) == ["words here", "[pic]a0"]
    assert sheet.ids()[1] == "0"
    sheet.undo()
    sheet.undo()
    assert shown(sheet) == ["[pic]a0", "words here"]


def test_part_of_a_caption_is_copied_as_words(sheet: Sheet) -> None:
    open_lines(sheet, "[caption]", "")
    sheet.select((0, 0), (0, 7))
    sheet.key(KEYS.Key_C, CTRL)
    sheet.select((1, 0))
    sheet.key(KEYS.Key_V, CTRL)
    assert shown(sheet) == ["[caption]a0", "caption"]


def test_a_clipboard_that_names_no_hash_gives_only_words(sheet: Sheet) -> None:
    open_lines(sheet, "[caption]")
    sheet.key(KEYS.Key_C, CTRL)
    mime = QApplication.clipboard().mimeData()
    data = bytes(mime.data(LINES).data()).replace(b"0" * 64, b"../../secret")
    mime.setData(LINES, data)
    assert from_mime(mime) is None


@pytest.mark.parametrize("seed", range(4))
def test_whatever_one_does_no_picture_is_shown_that_was_not_there(sheet: Sheet, seed: int) -> None:
    dice = Random(seed)
    open_lines(sheet, "one", "[a]", "two", "[]", "[b]", "three")
    keys = [
        (KEYS.Key_Return, None),
        (KEYS.Key_Backspace, None),
        (KEYS.Key_Delete, None),
        (KEYS.Key_Tab, None),
        (KEYS.Key_Up, ALT),
        (KEYS.Key_Down, ALT),
        (KEYS.Key_X, CTRL),
        (KEYS.Key_C, CTRL),
        (KEYS.Key_V, CTRL),
        (KEYS.Key_V, CTRL),
        (KEYS.Key_Z, CTRL),
        (KEYS.Key_Z, CTRL | SHIFT),
    ]
    for _ in range(120):
        count = sheet.document.blockCount()
        ends = sorted((dice.randrange(count), dice.randrange(6)) for _ in range(2))
        if dice.random() < 0.5:
            sheet.select(ends[0])
        elif dice.random() < 0.7:
            sheet.select(*ends)
        key, held = dice.choice(keys)
        if held is None:
            sheet.key(key)
        else:
            sheet.key(key, held)
        shown(sheet)  # each picture's line shows a picture of its own
        assert len(set(sheet.ids())) == sheet.document.blockCount()
    while sheet.document.isUndoAvailable():
        sheet.undo()
    assert shown(sheet) == ["one", "[a]a1", "two", "[]a3", "[b]a4", "three"]


def test_thumbnails_are_sharp_where_a_pixel_is_four(sheet: Sheet, tmp_path: Path) -> None:
    open_lines(sheet, "[caption]")
    path = tmp_path / "a.png"
    path.write_bytes(encoded(stripes(1600, 900)))
    files = PictureFiles(lambda _attachment: path, at_once)
    painted = {}
    for ratio in (1, 2):
        canvas = QImage(600 * ratio, 140 * ratio, QImage.Format.Format_RGB32)
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(theme().tokens.surface)
        painter = QPainter(canvas)
        boxes = Boxes.of(100, 20, 20, 600)
        Pictures(sheet.document, files).paint(painter, "0", boxes)
        painter.end()
        row = [canvas.pixelColor(x * ratio, 60 * ratio).lightness() for x in range(105, 270)]
        painted[ratio] = max(row) - min(row)
        corner = boxes.frame.topLeft() * ratio
        assert canvas.pixelColor(corner.toPoint()) == theme().tokens.surface  # radius 8
    assert painted[2] > painted[1] + 60  # stripes that one pixel of thumbnail blurs


def stripes(width: int, height: int) -> QImage:
    """Return a picture of black and white stripes, nine pixels to a pair."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFFFF)
    painter = QPainter(made)
    for x in range(0, width, 9):
        painter.fillRect(x, 0, 4, height, 0xFF000000)
    painter.end()
    return made
