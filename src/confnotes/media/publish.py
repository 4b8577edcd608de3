"""A picture on its way out: upright, no larger than a page shows it, and silent about its maker.

What a camera or a phone writes beside the pixels (place, serial numbers, owner, a preview of what
was cropped, the film of a "live" photo) never leaves: not by asking for known tags, but by keeping
known parts only. Where size and orientation are right already, the pixels stay as they are, byte
for byte; else they are written anew. The same picture gives the same bytes.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from confnotes.domain.attachments import HEAD, picture_type
from confnotes.domain.errors import ConfnotesError
from confnotes.media.photo import loaded, opened, turn_of, upright_size

LONGEST = 1600
"""Pixels of the longer side: what a page 800 wide shows on a screen of double density."""
_QUALITY = 88
_SMALLER = 0.8
_SMALLEST = 200
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
     b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT")
)  # fmt: skip
"""The chunks that say how pixels look (PNG, 3rd edition, 5.3), and those of animations."""
_WEBP_PARTS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_SAYS = 0x08 | 0x04
"""The flags of Exif and XMP in VP8X (WebP container specification)."""
_AS_THEY_ARE = frozenset(("image/gif", "image/svg+xml"))
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


def publishable(
    data: bytes, name: str, *, longest: int = LONGEST, largest: int | None = None
) -> bytes:
    """Return a picture of the same kind to be published: at most `longest` pixels long and, where
    that can be had, at most `largest` bytes. GIFs and drawings, which no camera makes, stay as they
    are.

    Errors: ConfnotesError photo.damaged, photo.too_many_pixels (name and more) where the bytes
    are no picture that can be read.
    """
    kind = picture_type(data[:HEAD])
    if kind in _AS_THEY_ARE:
        return data
    image = opened(data, name)
    right = max(upright_size(image)) <= longest and turn_of(image) == 1
    moves = getattr(image, "is_animated", False) and kind != "image/jpeg"
    if moves or (right and (largest is None or len(data) <= largest)):
        try:
            return stripped(data, kind)
        except (ValueError, struct.error) as error:
            if moves:
                raise ConfnotesError("photo.damaged", name=name) from error
    return _anew(data, name, kind, longest, largest)


def _anew(data: bytes, name: str, kind: str, longest: int, largest: int | None) -> bytes:
    while True:
        image = opened(data, name)
        out = stripped(_encoded(_scaled(image, name, longest), _FORMATS[kind]), kind)
        if largest is None or len(out) <= largest or longest <= _SMALLEST:
            return out
        longest = max(int(longest * _SMALLER), _SMALLEST)


def _scaled(image: Image.Image, name: str, longest: int) -> Image.Image:
    scale = min(longest / max(*image.size, 1), 1)
    wanted = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    if image.format in ("JPEG", "MPO") and scale < 1:
        image.draft(None, wanted)  # decoded at an eighth where that is enough
    turned = turn_of(image) in (5, 6, 7, 8)
    upright = loaded(image, name)
    size = (wanted[1], wanted[0]) if turned else wanted
    if upright.size == size:
        return upright
    if upright.mode == "P":  # a palette has no colour between two
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    return upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(image: Image.Image, kind: str) -> bytes:
    out, colours = BytesIO(), image.info.get("icc_profile")
    if kind == "JPEG":
        if image.mode not in ("L", "RGB"):
            image, colours = image.convert("RGB"), None
        image.save(out, "JPEG", quality=_QUALITY, optimize=True, icc_profile=colours)
    elif kind == "PNG":
        image.save(out, "PNG", icc_profile=colours)
    else:
        image.save(out, "WEBP", quality=_QUALITY, icc_profile=colours)
    return out.getvalue()


def stripped(data: bytes, kind: str) -> bytes:
    """Return the bytes without what says anything but the pixels; ValueError or struct.error
    where their form is broken."""
    parts = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp}[kind]
    return b"".join(parts(data))


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG (ITU-T T.81, annex B): no comments, and of the application's
    own (APPn) only JFIF, the colour profile and Adobe's transform; nothing after the picture."""
    yield data[:2]
    at = 2
    while True:
        marker, code = data[at], data[at + 1] if at + 1 < len(data) else 0
        if marker != 0xFF:
            raise ValueError("no marker")
        if code == 0xFF:  # fill bytes may stand before a marker
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        if code == 0xDA:
            end = data.find(b"\xff\xd9", at + len(segment))
            if end < 0:
                raise ValueError("no end")
            yield data[at : end + 2]
            return
        body = segment[4:]
        own = 0xE0 <= code <= 0xEF
        kept = (
            (code == 0xE0 and body.startswith(b"JFIF\0"))
            or (code == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
            or (code == 0xEE and body.startswith(b"Adobe"))
        )
        if code == 0xE0 and kept:  # without the small picture it can hold
            yield b"\xff\xe0\x00\x10" + body[:12] + b"\0\0"
        elif kept or not (own or code == 0xFE):
            yield segment
        at += 2 + length


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        if len(chunk) != 12 + length or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            raise ValueError("broken chunk")
        if name in _PNG_PARTS:
            yield chunk
        if name == b"IEND":
            return
        at += len(chunk)


def _webp(data: bytes) -> Iterator[bytes]:
    (size,) = struct.unpack_from("<I", data, 4)
    end, at = min(8 + size, len(data)), 12
    body = b""
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        chunk = data[at : at + 8 + length + length % 2]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_SAYS & 0xFF]) + chunk[9:]
        if name in _WEBP_PARTS:
            body += chunk
        at += len(chunk)
    if not body:
        raise ValueError("no picture")
    yield b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body
