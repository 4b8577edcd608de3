"""Photos for the gallery: invented slides as a phone takes them, made on the spot."""

from datetime import datetime, timedelta
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

SIZE = (960, 620)
START = datetime(2019, 11, 20, 14, 25)  # noqa: DTZ001 (a camera's clock)
MINUTES = (-100, -85, -45, 3, 7, 8, 12, 17, 22, 29, 36, 440)
COLOURS = ((47, 111, 179), (11, 110, 99), (217, 115, 13), (111, 66, 158))
BARS = (170, 250, 90, 310, 210, 130)


def phone(folder: Path) -> None:
    """Write a phone's photos of an afternoon, and a file that is none, into a folder."""
    folder.mkdir()
    for number, minutes in enumerate(MINUTES):
        exif = Image.Exif()
        exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Invented", "Phone 11"
        taken = (START + timedelta(minutes=minutes)).strftime("%Y:%m:%d %H:%M:%S")
        exif.get_ifd(ExifTags.IFD.Exif).update(
            {ExifTags.Base.DateTimeOriginal: taken, ExifTags.Base.OffsetTimeOriginal: "-08:00"}
        )
        slide(number).save(folder / f"IMG_{2040 + number}.jpg", exif=exif.tobytes())
    (folder / "list.jpg").write_text("Dear diary")


def slide(number: int) -> Image.Image:
    """Return a slide on a screen in a dark hall."""
    image = Image.new("RGB", SIZE, (24, 32, 44))
    draw = ImageDraw.Draw(image)
    draw.polygon([(90, 45), (900, 30), (892, 480), (82, 495)], fill=(244, 242, 236))
    draw.rectangle((135, 90, 465, 112), fill=(36, 48, 63))
    for bar in range(number % 4 + 2):
        left, high = 150 + bar * 140, BARS[(bar + number) % len(BARS)]
        draw.rectangle((left, 440 - high, left + 90, 440), fill=COLOURS[(bar + number) % 4])
    return image
