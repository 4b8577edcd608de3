"""When a photo was taken and by which camera, out of its Exif data."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from PIL import ExifTags, Image

from confnotes.domain.photos import Taken, offset_from, wall_from, with_offset
from confnotes.media.makers import maker_offset

_B, _G = ExifTags.Base, ExifTags.GPS
_TIMES = (
    (_B.DateTimeOriginal, _B.OffsetTimeOriginal, _B.SubsecTimeOriginal),
    (_B.DateTimeDigitized, _B.OffsetTimeDigitized, _B.SubsecTimeDigitized),
    (_B.DateTime, _B.OffsetTime, _B.SubsecTime),
)
"""The times a photo has: taken, digitised, and (for want of better) last changed."""
_MOST = 80


def facts(image: Image.Image) -> tuple[Taken, str]:
    """Return (when an opened image was taken, the camera: "Canon EOS R6"); of what cannot be
    read, nothing."""
    try:
        base = image.getexif()
        exif: Mapping[int, Any] = {**base, **base.get_ifd(ExifTags.IFD.Exif)}
        gps: Mapping[int, Any] = base.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # noqa: BLE001 - Exif is anybody's bytes; without it the photo is still one
        return Taken(), ""
    make = _text(exif.get(_B.Make))
    taken = Taken()
    for time, offset, fraction in _TIMES:
        wall = wall_from(_text(exif.get(time)), _text(exif.get(fraction)))
        if wall is not None:
            taken = Taken(wall, offset_from(_text(exif.get(offset))))
            break
    raw = image.info.get("exif")
    told = maker_offset(raw, make) if isinstance(raw, bytes) else None
    taken = with_offset(taken, told)
    satellite = _satellite(gps)
    return Taken(taken.wall, taken.offset, satellite), _camera(make, _text(exif.get(_B.Model)))


def _camera(make: str, model: str) -> str:
    """Return the camera's name; most models begin with their maker's name already."""
    first = make.split(maxsplit=1)[0].casefold() if make else ""
    name = model if model.casefold().startswith(first) else f"{make} {model}"
    return name.strip()[:_MOST]


def _text(value: object) -> str:
    """Return a text as cameras write it: padded with blanks or zeros."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    return "".join(c if c.isprintable() else " " for c in value.split("\x00")[0]).strip()


def _satellite(gps: Mapping[int, Any]) -> datetime | None:
    day, clock = _text(gps.get(_G.GPSDateStamp)), gps.get(_G.GPSTimeStamp)
    try:
        # Whatever stands there: what is no three numbers is caught below.
        hours, minutes, seconds = (float(part) for part in clock)  # type: ignore[union-attr]
        midnight = wall_from(f"{day} 00:00:00")
        if midnight is None:
            return None
        return midnight.replace(tzinfo=UTC) + timedelta(
            hours=hours, minutes=minutes, seconds=seconds
        )
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
