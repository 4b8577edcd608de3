"""What is painted beside the words; odd data must not break a paint."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.notes.gutter import Gutter, Place
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.picture_files import PictureFiles, at_once
from confnotes.ui.notes.pictures import Pictures
from confnotes.ui.notes.rows import INDENT, LEFT
from confnotes.ui.parts.theme import theme
from helpers.sheet import START, Sheet


def shot(sheet: Sheet) -> QImage:
    """Return the editor as a picture."""
    QApplication.processEvents()
    return sheet.editor.viewport().grab().toImage()


def test_every_kind_of_line_paints_in_both_themes(sheet: Sheet) -> None:
    lines = [
        Line(
            str(n),
            "s",
            n,
            "" if n % 2 else "words",
            depth=n % 9,
            kind=kind,
            unsure=n % 3 == 0,
            gist="what it means" if kind is LineKind.QUOTE else "",
            audience=list(Audience)[n % 3],
            done=n % 2 == 0,
            written_at=START if n % 4 else None,
        )
        for n, kind in enumerate([*LineKind, *LineKind])
    ]
    sheet.open("s", lines)
    sheet.editor.resize(656, 1400)
    light = shot(sheet)
    theme().set_dark(True)
    dark = shot(sheet)
    theme().set_dark(False)
    assert light != dark


def test_lines_stand_on_one_pitch_whatever_their_letters(sheet: Sheet) -> None:
    sheet.open(
        "s",
        [
            Line(str(n), "s", n, text)
            for n, text in enumerate(["Latin", "漢字かな", "mixed 文", ""])
        ],
    )
    shot(sheet)
    places = [Place.of(block, 0, 0) for block in sheet.document.blocks()]
    centres = [place.first for place in places if place is not None]
    assert [round(b - a) for a, b in pairwise(centres)] == [32, 32, 32]


def test_the_text_size_scales_everything_and_nothing_is_undone(sheet: Sheet) -> None:
    sheet.open("s", [Line("a", "s", 0, "one"), Line("b", "s", 1, "two", depth=1)])
    shot(sheet)
    theme().set_text_size(20)
    sheet.document.fit_theme()
    shot(sheet)
    block = sheet.document.firstBlock()
    first, second = Place.of(block, 0, 0), Place.of(block.next(), 1, 0)
    assert first is not None
    assert second is not None
    assert round(second.first - first.first) == round(32 * 20 / 13)
    x = block.next().layout().lineAt(0).x()
    assert abs(x - second.text_left) <= 1
    assert abs(x - (LEFT + 2 * INDENT * 20 / 13)) <= 2
    assert not sheet.document.isUndoAvailable()
    theme().set_text_size(13)


def test_pictures_paint_with_and_without_their_file(sheet: Sheet, tmp_path: Path) -> None:
    picture = QImage(320, 180, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff0000"))
    picture.save(str(tmp_path / "there.png"))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    names = {"a": "there.png", "b": "missing.png", "c": "broken.png"}
    files = PictureFiles(lambda attachment: tmp_path / names[attachment.id], at_once)
    lines = [Line(i, "s", n, "", kind=LineKind.IMAGE) for n, i in enumerate([*names, "nothing"])]
    sheet.open("s", lines)
    sheet.document.pictures.load(
        [Attachment(i, "c", i * 64, "image/png", 1, name) for i, name in names.items()],
        [AttachmentUse(f"u{i}", i, line_id=i, caption="said", alternative="seen") for i in names],
    )
    pictures = Pictures(sheet.document, files)
    sheet.editor.show_gutter(Gutter(sheet.document, Moments(), pictures), None)
    sheet.editor.resize(656, 600)
    image = shot(sheet)
    place = Place.of(sheet.document.firstBlock(), 0, 0)
    assert place is not None
    assert image.pixelColor(round(place.text_left) + 80, round(place.first) + 10) == QColor(
        "#ff0000"
    )
    second = Place.of(sheet.document.firstBlock().next(), 0, 0)
    assert second is not None
    assert round(second.first - place.first) >= 99 + 6
