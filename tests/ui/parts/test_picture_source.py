"""What a clipboard means, what may come in, and how it is read."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader

from confnotes.domain.attachments import MAX_BYTES
from confnotes.domain.errors import ConfnotesError
from confnotes.ui.parts import picture_source as source
from helpers.pictures import encoded, files_mime, flat, image, image_mime, turned

RED = QColor("#c03020")


def test_a_copied_picture_is_meant_unless_it_only_shows_how_a_text_looks() -> None:
    picture = image()
    assert source.offered(image_mime(picture)) == [picture]
    browser = image_mime(picture, html='<img src="https://example.org/a.png">')
    assert source.offered(browser) == [picture]
    assert source.offered(image_mime(picture, "https://example.org/a.png")) == [picture]
    office = image_mime(picture, "Revenue\t12", "<table><tr><td>Revenue</td></tr></table>")
    assert source.offered(office) == []
    words = QMimeData()
    words.setText("just words")
    assert source.offered(words) == []


def test_bytes_that_are_offered_are_taken_as_they_are() -> None:
    data = encoded(image(), b"jpeg")
    mime = image_mime(image())
    mime.setData("image/jpeg", data)
    assert source.offered(mime) == [data]
    mime.setData("image/png", b"no picture")
    assert source.offered(mime) == [data]


def test_files_are_meant_as_files(tmp_path: Path) -> None:
    paths = tmp_path / "a.png", tmp_path / "b.txt"
    assert source.offered(files_mime(*paths)) == list(paths)
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.png")])
    assert source.offered(web) == []


@pytest.mark.parametrize("kind", [b"png", b"jpeg", b"webp"])
def test_a_file_is_kept_byte_for_byte_whatever_it_is_called(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(encoded(image(), kind))
    source.glance(path)
    assert source.prepared(path, "x") == (path.read_bytes(), f"image/{kind.decode()}")


def test_a_picture_without_a_file_becomes_a_png_with_the_same_pixels() -> None:
    data, kind = source.prepared(image(), "x")
    assert kind == "image/png"
    back = QImage()
    assert back.loadFromData(data)
    assert back.convertToFormat(QImage.Format.Format_RGB32) == image()


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "attachment.empty"),
        (b"only words", "attachment.not_picture"),
        (b"%PDF-1.7", "attachment.not_picture"),
        (SVG, "attachment.svg"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "attachment.heic"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1", "attachment.heic"),
    ],
)
def test_what_cannot_be_shown_is_seen_at_a_glance(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(data)
    for look in (lambda: source.glance(path), lambda: source.prepared(path, path.name)):
        with pytest.raises(ConfnotesError) as caught:
            look()
        assert caught.value.code == code
        assert caught.value.facts["name"] == "holiday.jpg"


def test_missing_folder_and_too_large_are_said_so(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.write(encoded(flat(4, 4)))
        file.truncate(MAX_BYTES + 1)
    cases = {
        tmp_path / "gone.png": "attachment.not_picture",
        tmp_path: "attachment.not_picture",
        large: "attachment.too_large",
    }
    for path, code in cases.items():
        with pytest.raises(ConfnotesError) as caught:
            source.glance(path)
        assert caught.value.code == code


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, rows_there: int) -> bytes:
    """Return a PNG of one grey, of which only some rows are there."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packer = zlib.compressobj(1)
    row = b"\0" + b"\x80" * width
    rows = b"".join(packer.compress(row) for _ in range(rows_there)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [_chunk(b"IHDR", head), _chunk(b"IDAT", rows), _chunk(b"IEND", b"")]
    )


def test_a_bomb_is_refused_by_what_its_head_says() -> None:
    with pytest.raises(ConfnotesError) as caught:
        source.prepared(_png(30_000, 30_000, 9), "bomb")
    assert caught.value.code == "attachment.too_many_pixels"
    assert QImageReader.allocationLimit() <= 256  # megabytes, for what is below that


def test_a_huge_picture_is_scaled_while_it_is_read() -> None:
    data = _png(30_000, 400, 400)
    small = source.decoded(data, QSize(176, 99), cover=True)
    assert small.size() == QSize(176, 99)
    assert source.decoded(data, QSize(300, 300)).size() == QSize(300, 4)


@pytest.mark.parametrize("kind", [b"png", b"jpeg"])
def test_pictures_are_scaled_down_and_never_up(kind: bytes) -> None:
    data = encoded(flat(800, 200), kind)
    assert source.decoded(data, QSize(176, 99)).size() == QSize(176, 44)
    assert source.decoded(data, QSize(176, 99), cover=True).size() == QSize(176, 99)
    small = encoded(flat(40, 200), kind)
    assert source.decoded(small, QSize(176, 99), cover=True).size() == QSize(40, 99)
    assert source.decoded(flat(20, 10), QSize(176, 99)).size() == QSize(20, 10)


def test_a_turned_photo_stands_upright() -> None:
    data = turned(encoded(image(400, 200), b"jpeg"))  # a quarter to the right: left becomes top
    upright = source.decoded(data, QSize(100, 100))
    assert upright.size() == QSize(50, 100)
    assert upright.pixelColor(25, 10).lightness() < 20
    assert upright.pixelColor(25, 90).red() > 150
    assert source.decoded(data, QSize(176, 99), cover=True).size() == QSize(176, 99)


def test_what_cannot_be_read_is_no_picture(tmp_path: Path) -> None:
    drawing = tmp_path / "a.png"
    drawing.write_bytes(SVG)
    assert source.decoded(drawing, QSize(10, 10)).isNull()
    assert source.decoded(tmp_path / "gone.png", QSize(10, 10)).isNull()
    assert source.decoded(b"", QSize(10, 10)).isNull()
    with pytest.raises(ConfnotesError) as caught:
        source.prepared(b"GIF89a\x05\x00\x03\x00", "torn")
    assert caught.value.code == "attachment.not_picture"
