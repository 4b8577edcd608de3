"""A report as one page: nothing beside it, nothing fetched, nothing run."""

import base64
import io
import re

from PIL import Image

from confnotes.report.targets import TARGETS
from confnotes.report.webpage import web_page
from helpers import photos

GITHUB = TARGETS["github"]
TEXT = """# A report

Words[^1] and <script>alert(1)</script> `code`.

![Boats](images/boats.png)
*In the harbour*

![Elsewhere](https://example.org/x.png)

[^1]: A note.
"""


def page(text: str = TEXT, title: str = "A report") -> str:
    return web_page(text, GITHUB, title, "en", {"images/boats.png": photos.png()})


def test_pictures_are_in_the_page_and_nothing_else_is_fetched() -> None:
    html = page()
    (source,) = re.findall(r'<img src="([^"]+)"', html)
    data = base64.b64decode(source.removeprefix("data:image/png;base64,"))
    assert Image.open(io.BytesIO(data)).size == (64, 48)
    assert "example.org" not in html
    assert "Elsewhere" in html
    assert "default-src &#x27;none&#x27;" in html
    assert "<script" not in html
    assert not re.findall(r'(?:src|href)="https?:', html)


def test_footnotes_lead_there_and_back() -> None:
    html = page()
    leads = set(re.findall(r'href="#([^"]+)"', html))
    assert leads
    assert leads <= set(re.findall(r' id="([^"]+)"', html))


def test_a_title_is_words_and_the_language_is_said() -> None:
    html = page("# x\n", 'Boats & <b> "knots"')
    assert '<title>Boats &amp; &lt;b&gt; "knots"</title>' in html
    assert '<html lang="en">' in html
    assert html.startswith("<!DOCTYPE html>")
    assert page() == page()
