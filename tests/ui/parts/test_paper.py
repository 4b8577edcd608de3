"""Pages as PDF: as many as it takes, with pictures that fit."""

import re
import subprocess
import sys
from base64 import b64encode

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from confnotes.ui.parts.paper import Paper, pdf_of
from confnotes.ui.parts.theme import theme
from helpers import photos


def test_a_long_text_takes_several_pages() -> None:
    one = pdf_of("<h1>港</h1><p>words</p>", "Boats", theme().font())
    many = pdf_of("<p>words words</p>" * 300, "Boats", theme().font())
    assert one.startswith(b"%PDF-")
    assert one.rstrip().endswith(b"%%EOF")

    def pages(data: bytes) -> int:
        return len(re.findall(rb"/Type\s*/Page\b", data))

    assert pages(one) == 1
    assert pages(many) > 3


def test_a_picture_is_as_wide_as_the_page_at_most_and_keeps_its_dots() -> None:
    coded = b64encode(photos.png((900, 300))).decode()
    paper = Paper(theme().font(), f'<img src="data:image/png;base64,{coded}">', "", 600)
    image = paper.resource(
        QTextDocument.ResourceType.ImageResource, QUrl(f"data:image/png;base64,{coded}")
    )
    assert isinstance(image, QImage)
    assert image.width() == 900
    assert image.deviceIndependentSize().width() == 600


def test_nothing_is_loaded_from_elsewhere() -> None:
    paper = Paper(theme().font(), '<img src="file:///etc/hostname">', "", 600)
    found = paper.resource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/hostname"))
    assert not found


TEXT = "<h1>題名と語</h1><p>words <b>太い</b> <i>so</i> <code>x = 1</code></p><ul><li>港</li></ul>"
APART = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from confnotes.ui.parts.paper import pdf_of
from confnotes.ui.parts.theme import theme
sys.stdout.buffer.write(pdf_of(sys.argv[1], "A & B", theme().font()))
"""


def test_the_same_page_is_the_same_bytes_later_and_in_another_zone_and_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = pdf_of(TEXT, "A & B", theme().font())
    assert pdf_of("<p>港 <b>b</b> else</p>" * 9, "Other", theme().font()) != here
    found = {here, pdf_of(TEXT, "A & B", theme().font())}
    for zone in ("UTC", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        script = [sys.executable, "-c", APART, TEXT]
        found.add(subprocess.run(script, check=True, capture_output=True).stdout)
    assert found == {here}


def test_a_pdf_without_its_moment_is_a_whole_pdf() -> None:
    data = pdf_of(TEXT * 9, "A & B", theme().font())
    assert b"CreationDate" not in data
    assert b"ModDate" not in data
    start = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    assert data[start:].startswith(b"xref\n0 ")
    offsets = re.findall(rb"^(\d{10}) \d{5} n", data[start:], re.MULTILINE)
    assert len(offsets) > 10
    for number, offset in enumerate(map(int, offsets), 1):
        assert data[offset:].startswith(b"%d 0 obj" % number)
    assert b"A &amp; B" in data


def test_pages_differ_by_their_ids() -> None:
    first, second = (pdf_of(f"<p>{words}</p>", "", theme().font()) for words in ("a", "b"))
    found = [re.findall(rb"/ID \[ (<\w+>)", data) for data in (first, second)]
    assert all(len(one) == 1 for one in found)
    assert found[0] != found[1]
