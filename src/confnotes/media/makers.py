"""The zone of a camera's clock as two makers write it in notes of their own.

Both keep summer time apart from the zone: the clock in the photo shows zone and summer time
together. Everything here may be broken or hostile: what cannot be read says nothing.
"""

import struct
from collections.abc import Mapping
from datetime import timedelta

_EXIF_POINTER, _MAKER_NOTE = 0x8769, 0x927C
_NIKON_WORLD_TIME, _CANON_TIME_INFO = 0x0024, 0x0035
_NIKON = b"Nikon\x00\x02"
_NIKON_HEAD = 10
_ENTRIES = 512
_MOST = 15 * 60

_Entry = tuple[int, int]
"""(how many values, where the four bytes of the entry's value or pointer lie)."""


def maker_offset(exif: bytes, make: str) -> timedelta | None:
    """Return how far the camera's clock was ahead of UTC, summer time included, as Nikon
    (WorldTime) and Canon (TimeInfo) write it; None when their notes do not say."""
    try:
        return _offset(exif.removeprefix(b"Exif\x00\x00"), make.strip().casefold())
    except (struct.error, IndexError):
        return None


def _offset(tiff: bytes, make: str) -> timedelta | None:
    order, first = _head(tiff)
    _, pointer = _entries(tiff, first, order)[_EXIF_POINTER]
    exif = _entries(tiff, _long(tiff, pointer, order), order)
    count, pointer = exif[_MAKER_NOTE]
    at = _long(tiff, pointer, order)
    if tiff[at : at + len(_NIKON)] == _NIKON:
        inner = tiff[at + _NIKON_HEAD : at + count]
        order, first = _head(inner)
        _, value = _entries(inner, first, order)[_NIKON_WORLD_TIME]
        for way in ("<>", "><")[order == ">"]:  # programs that edit photos write it their own way
            minutes, summer = struct.unpack_from(f"{way}hB", inner, value)
            if (found := _sum(minutes, summer * 60)) is not None:
                return found
    if make.startswith("canon"):
        count, pointer = _entries(tiff, at, order)[_CANON_TIME_INFO]
        if count >= 4:
            _, minutes, _, summer = struct.unpack_from(
                f"{order}4i", tiff, _long(tiff, pointer, order)
            )
            return _sum(minutes, summer)
    return None


def _sum(minutes: int, summer: int) -> timedelta | None:
    if abs(minutes) > _MOST or summer not in (0, 60):
        return None
    return timedelta(minutes=minutes + summer)


def _head(tiff: bytes) -> tuple[str, int]:
    """Return (byte order as `struct` names it, where the first directory lies)."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        raise IndexError
    return order, _long(tiff, 4, order)


def _long(data: bytes, at: int, order: str) -> int:
    return int(struct.unpack_from(f"{order}I", data, at)[0])


class _Tags(dict[int, _Entry]):
    def __missing__(self, tag: int) -> _Entry:
        raise IndexError(tag)


def _entries(data: bytes, at: int, order: str) -> Mapping[int, _Entry]:
    """Return the entries of a directory (TIFF 6.0, section 2); IndexError for a tag not there."""
    (number,) = struct.unpack_from(f"{order}H", data, at)
    found = _Tags()
    for place in range(at + 2, at + 2 + 12 * min(number, _ENTRIES), 12):
        tag, _, count = struct.unpack_from(f"{order}HHI", data, place)
        found[tag] = (count, place + 8)
    return found
