"""Photos as cameras write them, made on the spot: small pictures with real Exif data."""

import base64
import io
import struct
import zlib
from datetime import datetime
from pathlib import Path

from PIL import ExifTags, Image

_B, _IFD = ExifTags.Base, ExifTags.IFD
_STAMP = "%Y:%m:%d %H:%M:%S"


def picture(size: tuple[int, int] = (64, 48), colour: str = "#c03020") -> Image.Image:
    """Return a picture whose left half is black."""
    made = Image.new("RGB", size, colour)
    made.paste("#000000", (0, 0, size[0] // 2, size[1]))
    return made


def jpeg(
    wall: datetime | None = None,
    *,
    offset: str = "",
    make: str = "",
    model: str = "",
    satellite: datetime | None = None,
    note: bytes = b"",
    orientation: int = 0,
    image: Image.Image | None = None,
) -> bytes:
    """Return a JPEG with what a camera writes; nothing of it where nothing is given."""
    exif = Image.Exif()
    for tag, value in ((_B.Make, make), (_B.Model, model), (_B.Orientation, orientation)):
        if value:
            exif[tag] = value
    inner: dict[int, object] = {}
    if wall is not None:
        inner[_B.DateTimeOriginal] = inner[_B.DateTimeDigitized] = wall.strftime(_STAMP)
        if wall.microsecond:
            inner[_B.SubsecTimeOriginal] = f"{wall.microsecond:06}"[:3]
    if offset:
        inner[_B.OffsetTimeOriginal] = offset
    if note:
        inner[_B.MakerNote] = note
    if inner:
        exif.get_ifd(_IFD.Exif).update(inner)
    if satellite is not None:
        exif.get_ifd(_IFD.GPSInfo).update(
            {
                ExifTags.GPS.GPSLatitudeRef: "N",
                ExifTags.GPS.GPSLatitude: (32.0, 42.0, 25.5),
                ExifTags.GPS.GPSDateStamp: satellite.strftime("%Y:%m:%d"),
                ExifTags.GPS.GPSTimeStamp: (
                    float(satellite.hour),
                    float(satellite.minute),
                    float(satellite.second),
                ),
            }
        )
    out = io.BytesIO()
    (image or picture()).save(out, "JPEG", exif=exif.tobytes())
    return out.getvalue()


def phone(wall: datetime, offset: str = "-08:00") -> bytes:
    """Return a photo of a phone: it writes the zone."""
    return jpeg(wall, offset=offset, make="Apple", model="iPhone 11")


def plain(wall: datetime) -> bytes:
    """Return a photo of a camera that knows of no zones."""
    return jpeg(wall, make="OLYMPUS CORPORATION", model="E-M10MarkIII")


def nikon(wall: datetime, minutes: int, *, summer: bool, offset: str = "") -> bytes:
    """Return a photo of a Nikon: zone (minutes) and summer time in the maker's own notes."""
    inner = b"MM\x00*" + struct.pack(">IH", 8, 1)
    inner += struct.pack(">HHIhBB", 0x0024, 7, 4, minutes, summer, 2) + bytes(4)
    note = b"Nikon\x00\x02\x11\x00\x00" + inner
    return jpeg(wall, offset=offset, make="NIKON CORPORATION", model="NIKON D5600", note=note)


def canon(wall: datetime, minutes: int, *, summer: bool) -> bytes:
    """Return a photo of a Canon: its notes are a directory whose pointers count from the start of
    all Exif data."""
    values = struct.pack("<4i", 16, minutes, 0, 60 if summer else 0)
    head = struct.pack("<HHHI", 1, 0x0035, 9, 4)
    note = head + b"HERE" + bytes(4) + values
    data = jpeg(wall, make="Canon", model="Canon EOS 80D", note=note)
    exif = data.index(b"Exif\x00\x00") + 6
    order = "<" if data[exif : exif + 2] == b"II" else ">"
    note = struct.pack(f"{order}HHHI", 1, 0x0035, 9, 4)
    at = data.index(head + b"HERE")
    pointer = struct.pack(f"{order}I", at + len(head) + 8 - exif)
    values = struct.pack(f"{order}4i", 16, minutes, 0, 60 if summer else 0)
    body = note + pointer + bytes(4) + values
    return data[:at] + body + data[at + len(body) :]


_HEIC_STAMP = b"2019:11:20 14:32:00"
_HEIC = """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA
AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAAB8AAgAAAAACAQABAAAAAAAAAJIAAAA4aWlu
ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA
/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA
AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA
AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAA
AAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAA
AA5jZHNjAAIAAQABAAAAuW1kYXQAAAAbKAGvGYDuJEpf/+jq14Vn2qfv+5KX/Ddqe8GAAAAABkV4aWYAAE1NACoA
AAAIAAMBDwACAAAABgAAADIBEAACAAAACgAAADiHaQAEAAAAAQAAAEIAAAAAQXBwbGUAaVBob25lIDExAAADkAMA
AgAAABQAAABskBEAAgAAAAcAAACAkpEAAgAAAAQyNTAAAAAAADIwMTk6MTE6MjAgMTQ6MzI6MDAALTA4OjAwAAA=
"""


def heic(wall: datetime) -> bytes:
    """Return a photo of a phone that writes HEIC (64 x 48, its left half black), at -08:00."""
    data = base64.b64decode(_HEIC)
    return data.replace(_HEIC_STAMP, wall.strftime(_STAMP).encode())


def png(size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a PNG that says nothing but its pixels."""
    out = io.BytesIO()
    picture(size).save(out, "PNG")
    return out.getvalue()


def png_saying(width: int, height: int) -> bytes:
    """Return a tiny PNG whose header promises that many pixels."""
    out = io.BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    data = out.getvalue()
    head = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]


def put(folder: Path, **photos: bytes) -> list[Path]:
    """Write photos as `<name>.jpg` into a folder; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.jpg" for name in photos]
    for path, data in zip(paths, photos.values(), strict=True):
        path.write_bytes(data)
    return paths
