"""A photo's bytes: checked before anything is decoded, then what they are and a small picture.

The kind is read from the first bytes, never from a name, and only that kind's decoder is asked.
Sizes are looked at before pixels: a header that promises more than `MAX_PIXELS` is refused, so
that neither a bomb nor a panorama eats the memory. HEIC is decoded in another process (`apart`).
"""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from confnotes.domain.attachments import HEAD, MAX_BYTES, MAX_PIXELS, picture_type
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.photos import Taken, taken_by_name
from confnotes.domain.picture_sizes import pixels
from confnotes.media import apart
from confnotes.media.exif import facts

# What is odd in a photo's data is for nobody's terminal.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
Image.init()  # here, not in the first of several threads
Image.MAX_IMAGE_PIXELS = None  # ours is stricter, and says so in words

_FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
}
HEIC = "image/heic"
LONGEST = 65_535
"""The longest side in pixels: no JPEG has a longer one."""
_QUALITY = 90
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture: 3 bytes (red, green, blue) a pixel, row after row without gaps."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a photo's bytes say; `width` and `height` in pixels, standing upright."""

    media_type: str
    width: int
    height: int
    taken: Taken
    camera: str
    small: Small


def decode_heic_here() -> None:
    """Decode HEIC in this process from now on: only for one that may fall."""
    import pi_heif  # the window's process never has it

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    _FORMATS[HEIC] = "HEIF"


def _is_apart(data: bytes) -> bool:
    return HEIC not in _FORMATS and picture_type(data[:HEAD]) == HEIC


def read(data: bytes, name: str, room: tuple[int, int]) -> PhotoFacts:
    """Return what a photo is, with a picture that covers `room` (width, height in pixels).

    The time in the file's name counts where the data has none. ConfnotesError, all with `name`:
    photo.empty, photo.not_photo, photo.too_large (megabytes), photo.too_many_pixels (width,
    height, millions), photo.damaged.
    """
    if _is_apart(data):
        found: PhotoFacts = apart.ask("read", data, name, room, name=name)
        return found
    image = opened(data, name)
    taken, camera = facts(image)
    if not taken.known:
        taken = taken_by_name(name)
    width, height = upright_size(image)
    kind = picture_type(data[:HEAD])
    small = _small(image, name, room, cover=True)
    return PhotoFacts(kind, width, height, taken, camera, small)


def shrunk(data: bytes, name: str, room: tuple[int, int]) -> Small:
    """Return a photo upright and scaled down into `room`; errors as `read` has them."""
    if _is_apart(data):
        found: Small = apart.ask("shrunk", data, name, room, name=name)
        return found
    return _small(opened(data, name), name, room, cover=False)


def as_jpeg(data: bytes, name: str) -> tuple[bytes, int, int]:
    """Return (a JPEG, width, height) of a photo whose own kind cannot be shown everywhere: upright,
    in its full size, its colours as they were, without what the camera says about place and owner.

    Errors as `read` has them.
    """
    if _is_apart(data):
        found: tuple[bytes, int, int] = apart.ask("as_jpeg", data, name, name=name)
        return found
    image = opened(data, name)
    colours = image.info.get("icc_profile")
    flat = _flat(loaded(image, name))
    out = BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY, icc_profile=colours, exif=b"")
    return out.getvalue(), flat.width, flat.height


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return (width, height) of an opened image as it is to be looked at."""
    width, height = image.size
    return (height, width) if _turned(image) else (width, height)


def turn_of(image: Image.Image) -> int:
    """Return how an opened image lies (Exif's orientation, 1 to 8; 1 is upright)."""
    try:
        said = image.getexif().get(0x0112)
    except Exception:  # noqa: BLE001 - Exif is anybody's bytes; without it nothing is turned
        return 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def _turned(image: Image.Image) -> bool:
    return turn_of(image) in (5, 6, 7, 8)


def opened(data: bytes, name: str) -> Image.Image:
    """Return the image with its header read, and no pixel yet; errors as `read` has them. HEIC is
    no photo here, but for the process that may decode it."""
    if not data:
        raise ConfnotesError("photo.empty", name=name)
    kind = _FORMATS.get(picture_type(data[:HEAD]))
    if kind is None:
        raise ConfnotesError("photo.not_photo", name=name)
    if len(data) > MAX_BYTES:
        raise ConfnotesError("photo.too_large", name=name, megabytes=MAX_BYTES // 1_000_000)
    said = pixels(data)  # WebP's decoder takes memory for all of it as soon as it is opened
    _check_size(name, said[0] or 0, said[1] or 0)
    try:
        image = Image.open(BytesIO(data), formats=(kind,))
    except Exception as error:
        raise ConfnotesError("photo.damaged", name=name) from error
    _check_size(name, *image.size)
    # All of it in one call: between two a thread takes the interpreter from the window's.
    image.decodermaxblock = max(len(data), ImageFile.MAXBLOCK)
    return image


def _check_size(name: str, width: int, height: int) -> None:
    if width * height > MAX_PIXELS or max(width, height) > LONGEST:
        millions = MAX_PIXELS // 1_000_000
        raise ConfnotesError(
            "photo.too_many_pixels", name=name, width=width, height=height, millions=millions
        )


def loaded(image: Image.Image, name: str) -> Image.Image:
    """Return the image decoded and upright; ConfnotesError photo.damaged (name)."""
    try:
        image.load()
        return ImageOps.exif_transpose(image)
    except MemoryError:
        raise
    except Exception as error:
        raise ConfnotesError("photo.damaged", name=name) from error


def _small(image: Image.Image, name: str, room: tuple[int, int], *, cover: bool) -> Small:
    turned = _turned(image)
    size = (room[1], room[0]) if turned else room
    wide, high = max(image.width, 1), max(image.height, 1)
    scales = size[0] / wide, size[1] / high
    scale = min(max(scales) if cover else min(scales), 1)
    wanted = max(round(wide * scale), 1), max(round(high * scale), 1)
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", wanted)  # decoded at an eighth where that is enough
    upright = loaded(image, name)
    wanted = (wanted[1], wanted[0]) if turned else wanted
    if upright.size != wanted:
        upright = upright.resize(wanted, Image.Resampling.BILINEAR, reducing_gap=2.0)
    if cover and (wanted[0] > room[0] or wanted[1] > room[1]):
        left, top = max(wanted[0] - room[0], 0) // 2, max(wanted[1] - room[1], 0) // 2
        right, low = left + min(wanted[0], room[0]), top + min(wanted[1], room[1])
        upright = upright.crop((left, top, right, low))
    flat = _flat(upright)
    return Small(flat.width, flat.height, flat.tobytes())


def _flat(image: Image.Image) -> Image.Image:
    """Return the image in red, green and blue, on white where it lets something through."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        solid = image.convert("RGBA")
        ground = Image.new("RGB", solid.size, _WHITE)
        ground.paste(solid, mask=solid.getchannel("A"))
        return ground
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert("RGB")
