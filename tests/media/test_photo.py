"""Photos as bytes: three makers' ways to say when, sizes, and what is no photo or a trap."""

import io
import os
import random
import signal
import struct
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from confnotes.domain.attachments import MAX_BYTES
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.photos import AS_SAID, Taken, TimeSource, instant
from confnotes.media import apart
from confnotes.media.photo import as_jpeg, read, shrunk
from helpers import photos

ROOM = (32, 24)
VENUE = "America/Los_Angeles"
TALK = datetime(2019, 11, 20, 14, 32)  # noqa: DTZ001 (a wall time has no zone)
SUMMER = datetime(2019, 7, 3, 14, 32)  # noqa: DTZ001 (a wall time has no zone)
TOKYO = timedelta(hours=17)


def meant(data: bytes, zone: str = VENUE) -> datetime | None:
    """Return the instant that a photo means."""
    return instant(read(data, "a.jpg", ROOM).taken, AS_SAID, zone)


def at(day: int, hour: int, minute: int = 32, month: int = 11) -> datetime:
    return datetime(2019, month, day, hour, minute, tzinfo=UTC)


def test_phones_write_the_zone() -> None:
    found = read(photos.phone(TALK.replace(microsecond=250_000)), "a.jpg", ROOM)
    assert found.taken == Taken(TALK.replace(microsecond=250_000), timedelta(hours=-8))
    assert found.camera == "Apple iPhone 11"
    # Flight mode: still on home time, and saying so.
    assert meant(photos.phone(TALK + TOKYO, "+09:00")) == at(20, 22)


def test_cameras_without_a_zone_are_read_where_the_conference_was() -> None:
    assert meant(photos.plain(TALK)) == at(20, 22)
    assert meant(photos.plain(SUMMER)) == at(3, 21, month=7)  # summer time by the place's rules
    assert meant(photos.plain(SUMMER), "Asia/Tokyo") == at(3, 5, month=7)


def test_nikon_keeps_zone_and_summer_time_apart() -> None:
    assert meant(photos.nikon(TALK + TOKYO, 540, summer=False)) == at(20, 22)
    assert meant(photos.nikon(SUMMER, -480, summer=True), "Asia/Tokyo") == at(3, 21, month=7)
    # The tag beside it has the zone without summer time; the clock shows both.
    tagged = photos.nikon(SUMMER, -480, summer=True, offset="-08:00")
    assert meant(tagged) == at(3, 21, month=7)
    assert read(tagged, "a.jpg", ROOM).camera == "NIKON D5600"


def test_canon_keeps_zone_and_summer_time_apart() -> None:
    assert meant(photos.canon(TALK + TOKYO, 540, summer=False)) == at(20, 22)
    assert meant(photos.canon(SUMMER, -480, summer=True), "Asia/Tokyo") == at(3, 21, month=7)
    assert read(photos.canon(TALK, 0, summer=False), "a.jpg", ROOM).camera == "Canon EOS 80D"


def test_a_satellite_tells_the_zone() -> None:
    data = photos.jpeg(TALK + TOKYO, make="SONY", model="DSC-RX100M3", satellite=at(20, 22, 30))
    assert meant(data) == at(20, 22)


@pytest.mark.parametrize("cut", [*range(0, 40, 3), 60, 90])
def test_broken_notes_of_a_maker_say_nothing(cut: int) -> None:
    data = photos.nikon(TALK, 540, summer=True)
    at_note = data.index(b"Nikon\x00")
    broken = data[: at_note + 7] + bytes([cut * 7 % 256]) * 20 + data[at_note + 27 :]
    assert read(broken, "a.jpg", ROOM).taken.wall == TALK


def test_without_a_time_the_name_counts_and_else_nothing() -> None:
    bare = photos.jpeg()
    assert read(bare, "IMG_20191120_143200.jpg", ROOM).taken == Taken(TALK, source=TimeSource.NAME)
    assert not read(bare, "slides.jpg", ROOM).taken.known
    assert read(photos.phone(TALK), "IMG_20180101_000000.jpg", ROOM).taken.wall == TALK


@pytest.mark.parametrize("turned", [0, 1, 3, 6, 8])
def test_photos_stand_upright(turned: int) -> None:
    found = read(photos.jpeg(orientation=turned, image=photos.picture((64, 48))), "a.jpg", (40, 40))
    upright = turned in (0, 1, 3)
    assert (found.width, found.height) == ((64, 48) if upright else (48, 64))
    small = found.small
    assert (small.width, small.height) == (40, 40)
    assert len(small.data) == 40 * 40 * 3
    black = {0: (2, 20), 1: (2, 20), 3: (37, 20), 6: (20, 2), 8: (20, 37)}[turned]
    x, y = black
    assert max(small.data[(y * 40 + x) * 3 :][:3]) < 60
    assert small.data[((39 - y) * 40 + 39 - x) * 3] > 120


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_say_when_too(kind: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2019:11:20 14:32:00"
    found = read(saved(photos.picture(), kind, exif=exif.tobytes()), "a.jpg", ROOM)
    assert (found.media_type, found.taken.wall) == (f"image/{kind.lower()}", TALK)


def test_heic_is_read_and_made_into_a_jpeg_that_keeps_nothing_private() -> None:
    data = photos.heic(TALK)
    found = read(data, "IMG_0001.HEIC", ROOM)
    assert (found.media_type, found.width, found.height) == ("image/heic", 64, 48)
    assert meant(data) == at(20, 22).replace(microsecond=250_000)
    picture, width, height = as_jpeg(data, "IMG_0001.HEIC")
    assert (width, height) == (64, 48)
    assert b"Exif" not in picture
    with Image.open(io.BytesIO(picture)) as again:
        red = again.convert("RGB").getpixel((50, 20))
    assert isinstance(red, tuple)
    assert red[0] > 150


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "I;16", "1"])
def test_all_kinds_of_colour_can_be_shown(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = photos.picture().convert("L" if mode == "I;16" else mode)
    found = read(saved(image.convert(mode) if mode == "I;16" else image, kind), "a", ROOM)
    assert (found.small.width, found.small.height) == ROOM


def test_small_pictures_are_not_blown_up() -> None:
    small = shrunk(photos.jpeg(), "a.jpg", (500, 500))
    assert (small.width, small.height) == (64, 48)
    wide = read(saved(Image.new("RGB", (30_000, 10)), "JPEG"), "wide.jpg", ROOM)
    assert (wide.width, wide.small.width) == (30_000, 32)


def code_of(data: bytes, name: str = "a.jpg") -> str:
    with pytest.raises(ConfnotesError) as caught:
        read(data, name, ROOM)
    assert caught.value.facts["name"] == name
    return caught.value.code


def test_what_is_no_photo_is_said() -> None:
    assert code_of(b"") == "photo.empty"
    assert code_of(b"Dear diary, today was \xe3\x81\x82") == "photo.not_photo"
    assert code_of(b"GIF89a\x05\x00\x03\x00") == "photo.not_photo"
    assert code_of(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "photo.not_photo"
    assert code_of(b"\xff\xd8\xff" + bytes(MAX_BYTES)) == "photo.too_large"


def test_truncated_photos_are_damaged_wherever_they_end() -> None:
    noise = Image.effect_noise((200, 150), 80).convert("RGB")
    for data in (
        saved(noise, "JPEG"),
        saved(noise, "PNG"),
        saved(noise, "WEBP"),
        photos.heic(TALK),
    ):
        for share in (0.1, 0.5, 0.9):
            assert code_of(data[: max(int(len(data) * share), 12)]) == "photo.damaged"


def test_bombs_are_refused_by_their_header() -> None:
    bomb = photos.png_saying(50_000, 50_000)
    assert len(bomb) < 200
    assert code_of(bomb) == "photo.too_many_pixels"
    webp = bytearray(saved(photos.picture(), "WEBP", exif=b"II*\x00"))
    webp[24:30] = struct.pack("<I", 16_382)[:3] * 2
    assert code_of(bytes(webp)) == "photo.too_many_pixels"
    wide = photos.png_saying(300_000, 300)
    assert code_of(wide) == "photo.too_many_pixels"
    assert code_of(photos.png_saying(9_000, 9_000)) == "photo.damaged"  # promises, has nothing


def test_a_process_that_fell_is_replaced() -> None:
    apart.rest()
    assert meant(photos.heic(TALK)) is not None
    (helper,) = apart._idle
    assert helper._process.pid is not None
    os.kill(helper._process.pid, signal.SIGSEGV)  # as the decoder does
    assert meant(photos.heic(TALK)) is not None
    assert shrunk(photos.heic(TALK), "a.heic", (16, 16)).width == 16
    apart.rest()
    assert apart._idle == []


def test_heic_that_takes_for_ever_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    apart.rest()  # a new process: one that is warm may answer before anybody looks
    monkeypatch.setattr(apart, "PATIENCE", 0)
    assert code_of(photos.heic(TALK)) == "photo.damaged"


def test_broken_heic_never_reaches_the_window() -> None:
    generator, good = random.Random(7), photos.heic(TALK)
    for _ in range(60):
        broken = bytearray(good)
        for _ in range(4):
            broken[generator.randrange(12, len(broken))] = generator.choice((0, 0x7F, 0x80, 0xFF))
        with suppress(ConfnotesError):
            read(bytes(broken), "a.heic", ROOM)
    assert "pi_heif" not in sys.modules
    apart.rest()
