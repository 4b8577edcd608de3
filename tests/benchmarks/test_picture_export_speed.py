"""What a hundred photos cost on their way out of a report, beside bare shrinking and writing."""

import io
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from confnotes.media.publish import LONGEST
from confnotes.services.report_pictures import made_fit

pytestmark = pytest.mark.benchmark
PHOTOS, SIZE = 100, (4000, 3000)
_QUALITY = 88


def photo() -> bytes:
    """Return a photo of 12 megapixels with as much in it as a slide on a screen has."""
    chance = random.Random(1)
    small = Image.frombytes("RGB", (200, 150), chance.randbytes(200 * 150 * 3))
    out = io.BytesIO()
    small.resize(SIZE, Image.Resampling.BICUBIC).save(out, "JPEG", quality=90)
    return out.getvalue()


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def test_a_hundred_photos(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = photo()
    files = {f"{n}.jpg": tmp_path / f"{n}.jpg" for n in range(PHOTOS)}
    for path in files.values():
        path.write_bytes(data)
    out = tmp_path / "out"
    out.mkdir()

    def bare() -> None:
        for name, path in files.items():
            with Image.open(path) as image:
                image.draft(None, (LONGEST, LONGEST * 3 // 4))
                image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
                image.save(out / name, "JPEG", quality=_QUALITY, optimize=True)

    told: list[int] = []

    def go_on(done: int, _total: int) -> bool:
        told.append(done)
        return True

    def ours() -> None:
        found, lost = made_fit(files, None, go_on)
        assert not lost
        for name, made in found.items():
            (out / name).write_bytes(made)

    floor, taken = seconds(bare), seconds(ours)
    assert told == list(range(1, PHOTOS + 1))
    with capsys.disabled():
        print(
            f"\n{PHOTOS} photos of 12 megapixels: {taken:.1f} s; one after the other by bare "
            f"Pillow {floor:.1f} s (ratio {taken / floor:.2f})"
        )
