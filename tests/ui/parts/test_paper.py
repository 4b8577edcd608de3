"""Pages as PDF: as many as it takes, with pictures that fit."""

import re
from base64 import b64encode

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
