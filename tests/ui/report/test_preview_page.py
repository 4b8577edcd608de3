"""A page that becomes another is the same as one set anew, and what stays is not touched."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QTextDocument, QTextList
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from confnotes.report.preview import NOTES
from confnotes.ui.report.preview_dress import BOX, QUOTE, RULE
from confnotes.ui.report.preview_page import PreviewPage

POOL = (
    '<a name="section:a"></a><h2>A heading</h2>',
    '<a name="section:b"></a><h3>Another</h3>',
    "<p>Words of a paragraph</p>",
    "<p>Words <strong>that matter</strong> and <a href='https://example.org'>lead</a></p>",
    "<ul><li>one<ul><li>below it</li><li>too</li></ul></li><li>two</li></ul>",
    "<ul><li>alone</li></ul>",
    '<ol start="3"><li>three</li><li>four</li></ol>',
    "<blockquote><p>quoted</p><p>still</p></blockquote>",
    "<blockquote><ul><li>listed</li></ul></blockquote>",
    '<blockquote><a name="box:note"></a><p>a box</p><p>of two</p></blockquote>',
    "<pre><code>a = 1\nb = 2</code></pre>",
    '<p><img src="images/x.png"><br>Caption</p>',
    "<hr>",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1 <strong>x</strong></td><td>2</td></tr></table>",
    "<table><tr><td>one</td></tr><tr><td>two</td></tr></table>",
)
TAIL = (f"{NOTES}<hr>", '<ol><li><a name="fn1"></a><p>A note</p></li></ol>')


def made(qtbot: QtBot) -> PreviewPage:
    view = QTextEdit()
    qtbot.addWidget(view)
    page = PreviewPage(view, lambda _name: QSize(40, 20))
    page.column = 300
    return page


def seen(page: PreviewPage) -> list[object]:
    """Return all that can be seen of a page, block by block."""
    document: QTextDocument = page._document
    out: list[object] = []
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        listed: QTextList | None = block.textList()  # None in no list, whatever the stubs say
        spans, it = [], block.begin()
        while not it.atEnd():
            words = it.fragment().charFormat()
            font = words.font()
            spans.append(
                (it.fragment().text(), font.pixelSize(), font.weight(), words.anchorHref(),
                 words.foreground().color().name(), words.toImageFormat().width())
            )  # fmt: skip
            it += 1
        out.append(
            (
                block.text(), spans, form.topMargin(), form.bottomMargin(), form.leftMargin(),
                form.lineHeight(), form.hasProperty(QUOTE), form.stringProperty(BOX),
                form.hasProperty(RULE),
                None if listed is None else (
                    listed.itemText(block), listed.format().indent(), listed.format().style(),
                    listed.count(),
                ),
            )
        )  # fmt: skip
        block = block.next()
    return out


pages = st.tuples(st.lists(st.sampled_from(POOL), max_size=7), st.sampled_from(((), TAIL))).map(
    lambda both: (*both[0], *both[1])
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(pages, min_size=2, max_size=4))
def test_whatever_it_was_before(qtbot: QtBot, steps: list[tuple[str, ...]]) -> None:
    page = made(qtbot)
    for step in steps:
        page.show(step)
    fresh = made(qtbot)
    fresh.show(steps[-1])
    assert page.pieces == steps[-1]
    assert seen(page) == seen(fresh)
    assert page.anchors() == fresh.anchors()


def test_what_stays_is_not_touched(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.show(POOL)
    touched: list[tuple[int, int, int]] = []
    document = page._document
    document.contentsChange.connect(lambda *where: touched.append(where))
    page.show((*POOL[:3], "<p>Words that are other words</p>", *POOL[4:]))
    block = document.findBlockByNumber(3)
    begin, end = block.position() - 1, block.position() + block.length()  # its lines' breaks
    assert touched
    assert all(begin <= at and at + added <= end for at, _, added in touched), (touched, begin)
    touched.clear()
    page.show(page.pieces)
    assert touched == []


def test_a_block_knows_its_piece(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.show(POOL)
    places = [page.piece_of(n) for n in range(page._document.blockCount())]
    assert places[4:8] == [(4, 0), (4, 1), (4, 2), (4, 3)]
    assert [page.number_of(*place) for place in places] == list(range(len(places)))
    assert page.anchors() == {"section:a": 0, "section:b": 1}


@pytest.mark.parametrize("pieces", [(), ("<p></p>",), ("words without a tag",)])
def test_odd_pages_are_shown_too(qtbot: QtBot, pieces: tuple[str, ...]) -> None:
    page = made(qtbot)
    page.show(pieces)
    assert page.pieces == pieces
