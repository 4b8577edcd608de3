"""Pictures on their way out: upright, small enough, and silent about who took them and where."""

import io
import random
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from confnotes.domain.attachments import picture_type
from confnotes.domain.errors import ConfnotesError
from confnotes.media.publish import publishable, stripped
from helpers import photos

TALK = datetime(2019, 11, 20, 14, 32)  # noqa: DTZ001 (a wall time has no zone)
SATELLITE = datetime(2019, 11, 20, 22, 32, tzinfo=UTC)
SECRETS = (b"Exif", b"GPS", b"SN-4711", b"Canon", b"http://ns.adobe.com", b"MotionPhoto", b"2019:")


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def telling(size: tuple[int, int] = (64, 48), orientation: int = 0) -> bytes:
    """Return a JPEG that tells all: Exif, place, XMP, a comment, and a film behind the picture."""
    data = photos.jpeg(
        TALK,
        make="Canon",
        model="EOS R6",
        satellite=SATELLITE,
        orientation=orientation,
        image=photos.picture(size),
    )
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>SN-4711</x>"
    note = b"owner SN-4711"
    more = b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp
    more += b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note
    return data[:2] + more + data[2:] + b"MotionPhoto_Data" + b"\0" * 64


def test_a_jpeg_of_the_right_size_keeps_its_pixels_and_loses_all_else() -> None:
    data = telling()
    out = publishable(data, "a.jpg")
    assert not [secret for secret in SECRETS if secret in out]
    assert ImageChops.difference(opened(data), opened(out)).getbbox() is None
    assert len(out) < len(data)
    assert publishable(out, "a.jpg") == out == publishable(data, "a.jpg")


def test_a_colour_profile_stays() -> None:
    profile = b"profile " * 10
    buffer = io.BytesIO()
    photos.picture().save(buffer, "JPEG", icc_profile=profile)
    assert opened(publishable(buffer.getvalue(), "a.jpg")).info["icc_profile"] == profile
    large = io.BytesIO()
    photos.picture((900, 300)).save(large, "JPEG", icc_profile=profile)
    out = publishable(large.getvalue(), "a.jpg", longest=300)
    assert opened(out).info["icc_profile"] == profile


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_photo_stands_upright_and_says_nothing_of_it(orientation: int) -> None:
    data = telling((80, 40), orientation)
    out = opened(publishable(data, "a.jpg"))
    assert out.size == ((40, 80) if orientation >= 5 else (80, 40))
    assert not dict(out.getexif())
    assert not [secret for secret in SECRETS if secret in publishable(data, "a.jpg")]


@pytest.mark.parametrize(("orientation", "size"), [(0, (300, 150)), (6, (150, 300))])
def test_a_large_photo_becomes_as_large_as_a_page(orientation: int, size: tuple[int, int]) -> None:
    out = opened(publishable(telling((1200, 600), orientation), "a.jpg", longest=300))
    assert out.size == size
    first, last = (5, 5), (size[0] - 5, size[1] - 5)
    grey = out.convert("L")
    # The black half of the picture stays where it was seen: at the left, turned at the top.
    assert grey.getpixel(first) == 0
    assert grey.getpixel(last) == pytest.approx(87, abs=5)


def test_a_picture_is_made_smaller_until_its_place_takes_it() -> None:
    chance = random.Random(1)
    noise = Image.frombytes("RGB", (400, 300), chance.randbytes(400 * 300 * 3))
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    out = publishable(buffer.getvalue(), "a.png", largest=200_000)
    assert len(out) <= 200_000
    assert picture_type(out[:32]) == "image/png"


def test_a_png_loses_its_texts_and_keeps_what_shows() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "SN-4711")
    told.add_itxt("XML:com.adobe.xmp", "<x>http://ns.adobe.com</x>")
    buffer = io.BytesIO()
    picture = photos.picture().convert("RGBA")
    picture.putalpha(120)
    picture.save(buffer, "PNG", pnginfo=told, exif=Image.Exif().tobytes() or b"", dpi=(144, 144))
    out = publishable(buffer.getvalue(), "a.png")
    assert not [secret for secret in SECRETS if secret in out]
    assert opened(out).tobytes() == picture.tobytes()
    assert opened(out).info["dpi"] == pytest.approx((144, 144), abs=1)
    small = opened(publishable(buffer.getvalue(), "a.png", longest=32))
    assert (small.size, small.mode) == ((32, 24), "RGBA")


def test_a_palette_is_scaled_as_colours() -> None:
    buffer = io.BytesIO()
    photos.picture((200, 100)).quantize(4).save(buffer, "PNG")
    out = opened(publishable(buffer.getvalue(), "a.png", longest=100))
    assert (out.size, out.mode) == ((100, 50), "RGB")


def test_a_webp_is_silent_too() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Canon"
    buffer = io.BytesIO()
    photos.picture().save(buffer, "WEBP", exif=exif.tobytes(), xmp=b"http://ns.adobe.com")
    data = buffer.getvalue()
    out = publishable(data, "a.webp")
    assert not [secret for secret in SECRETS if secret in out]
    assert ImageChops.difference(opened(data), opened(out)).getbbox() is None
    small = publishable(data, "a.webp", longest=16)
    assert (opened(small).size, opened(small).format) == ((16, 12), "WEBP")


@pytest.mark.parametrize(("kind", "name"), [("GIF", "a.gif"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_what_moves_still_moves(kind: str, name: str) -> None:
    frames = [photos.picture(colour=colour) for colour in ("#c03020", "#2030c0")]
    buffer = io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=100)
    out = opened(publishable(buffer.getvalue(), name, longest=16))
    assert getattr(out, "n_frames", 1) == 2
    assert out.size == (64, 48)


def test_grey_and_printers_colours_come_out() -> None:
    for mode, wanted in (("L", "L"), ("CMYK", "RGB")):
        buffer = io.BytesIO()
        photos.picture((200, 100)).convert(mode).save(buffer, "JPEG")
        out = opened(publishable(buffer.getvalue(), "a.jpg", longest=100))
        assert (out.mode, out.size) == (wanted, (100, 50))


def test_what_is_broken_is_refused_and_never_let_through() -> None:
    data = telling()
    for broken in (data[:200], data[: len(data) // 2], b"\xff\xd8\xff\xe1", b""):
        with pytest.raises(ConfnotesError) as refused:
            publishable(broken, "a.jpg")
        assert refused.value.code in ("photo.damaged", "photo.not_photo", "photo.empty")


@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=4))
def test_no_mutation_lets_a_secret_out(at: int, junk: bytes) -> None:
    data = telling()
    at = at % len(data)
    mutated = data[:at] + junk + data[at + len(junk) :]
    try:
        out = publishable(mutated, "a.jpg")
    except ConfnotesError:
        return
    if picture_type(mutated[:512]) == "image/jpeg":
        assert b"SN-4711" not in out
        assert b"MotionPhoto" not in out


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/webp"])
def test_what_has_no_form_is_said(kind: str) -> None:
    with pytest.raises((ValueError, struct.error, IndexError)):
        stripped(b"\xff\xd8\xff\xda\0\x02" + b"\x89PNG" * 4, kind)
