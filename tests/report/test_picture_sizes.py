"""Pictures as wide as one said, and side by side, as each place can have them."""

import re

import pytest

from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language
from confnotes.report.preview import page
from confnotes.report.readback.compare import differences
from confnotes.report.targets import TARGETS
from confnotes.report.wording import Wording
from report.making import Maker, catalogue

JA = Language.JA
WIDE = {
    "hatena": r"!\[舟\]\(images/boat-\w+\.png\)  \n紙の舟",
    "zenn": r"!\[舟\]\(/images/[\w/-]+\.png =320x\)\n\*紙の舟\*",
    "qiita": r'<img src="images/boat-\w+\.png" alt="舟" width="320">\n\n\*紙の舟\*',
    "note": r"［画像1：舟］\n\n紙の舟",
    "devto": r'<img src="images/boat-\w+\.png" alt="舟" width="320">\n\n\*紙の舟\*',
    "github": r'<img src="images/boat-\w+\.png" alt="舟" width="320">\n\n紙の舟',
    "hugo": r'\{\{< figure src="images/boat-\w+\.png" alt="舟" caption="紙の舟" width="320" >\}\}',
    "jekyll": r"!\[舟\]\(\{\{ '[\w/.-]+' \| relative_url \}\}\)\{: width=\"320\"\}  \n紙の舟",
    "astro": r"!\[舟\]\(\./images/boat-\w+\.png\)  \n紙の舟",
    "pandoc": r'!\[紙の舟\]\(images/boat-\w+\.png\)\{alt="舟" width=320px\}',
    "commonmark": r'<img src="images/boat-\w+\.png" alt="舟" width="320">\n\n紙の舟',
}


def boats(*, group: str = "") -> Maker:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00")
    m.lines(s, "前")
    for name, words, width in (("boat.png", "紙の舟", 320), ("crane.png", "紙の鶴", None)):
        line = m.line(s, words, LineKind.IMAGE)
        m.picture(line, name, alternative=words[-1], width=width, group=group, credit="")
    m.lines(s, "後")
    return m


def read_back(m: Maker, target: str) -> None:
    delivery = m.delivered(JA, target)
    found = differences(delivery.document, delivery.text, TARGETS[target], Wording(catalogue(JA)))
    assert found == (), delivery.text


@pytest.mark.parametrize("target", list(TARGETS))
def test_a_picture_is_as_wide_as_one_said_where_the_place_knows_widths(target: str) -> None:
    m = boats()
    assert re.search(rf"\n{WIDE[target]}\n", m.markdown(JA, target)), m.markdown(JA, target)
    read_back(m, target)


@pytest.mark.parametrize("target", list(TARGETS))
def test_pictures_of_one_group_stand_in_one_paragraph_with_their_captions(target: str) -> None:
    m = boats(group="g")
    text = m.markdown(JA, target)
    after = "" if target in ("zenn", "qiita", "note") else "  "
    rows = text.split("\n")
    (at,) = [n for n, row in enumerate(rows) if "舟" in row and "鶴" in row and "／" not in row]
    assert rows[at].endswith(after)
    assert rows[at + 1] == "紙の舟／紙の鶴"
    read_back(m, target)


def test_photos_of_hatena_have_their_width_in_their_notation() -> None:
    m = boats()
    for picture in m.contents().attachments:
        m.setting(f"picture.{picture.sha256}", "f:id:hayama:20310512123456p:plain", "hatena")
    text = m.markdown(JA, "hatena")
    assert "[f:id:hayama:20310512123456p:plain:w320:alt=舟]" in text
    assert "[f:id:hayama:20310512123456p:plain:alt=鶴]" in text
    read_back(m, "hatena")


@pytest.mark.parametrize("target", ["hatena", "zenn", "github"])
def test_the_preview_shows_widths_whatever_the_place_writes(target: str) -> None:
    m = boats()
    from confnotes.report.deliver import deliver

    composition = m.composed(JA, target)
    home = deliver(composition, TARGETS[target], Wording(catalogue(JA)), at_home=True)
    html = page(composition, home.text, TARGETS[target])
    assert len(re.findall(r'<img src="images/boat-[^>]* width="320">', html)) == 1
    assert "crane" in html
    assert html.count("width=") == 1


def test_a_picture_in_an_authors_text_keeps_its_width() -> None:
    m = boats()
    path = m.composed().snapshot.path_of(m.contents().attachments[0].id)
    key = next(part.key for part in m.composed().parts if part.key.startswith("session:"))
    m.written(m.section(key, SectionKind.SESSION), JA, f"文。\n\n![舟]({path})\n")
    assert 'alt="舟" width="320">' in m.markdown(JA, "github")


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("devto", 'cover_image: "boat.png"'),
        ("hugo", 'images = ["boat.png"]'),
        ("jekyll", 'image: "boat.png"'),
        ("astro", 'heroImage: "boat.png"'),
    ],
)
def test_a_cover_picture_stands_in_the_front_matter(target: str, written: str) -> None:
    m = boats()
    begin = m.markdown(JA, target).split("Paperboat Conf 2031に", 1)[0]
    assert "boat.png" not in begin
    m.setting("cover_image", "boat.png", target)
    assert f"\n{written}\n" in m.markdown(JA, target)
