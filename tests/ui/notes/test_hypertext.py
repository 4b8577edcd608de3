"""Pages on the clipboard, modelled on what programs put there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from confnotes.domain.notes import LineKind
from confnotes.ui.notes import edits
from confnotes.ui.parts.hypertext import read
from helpers.sheet import Sheet


def _picture(html: str) -> list[str]:
    kinds = {LineKind.HEADING: "# ", LineKind.CODE: "| ", LineKind.POINT: ""}
    return [f"{'  ' * entry.depth}{kinds[entry.kind]}{entry.text}" for entry in read(html).entries]


CHROME = """<html><body><!--StartFragment--><h2 style="font-weight: 700">Speed</h2>
<p style="color: rgb(0, 0, 0); font-weight: 400">It is <strong>very</strong> fast, see
<a href="https://example.org/a_(b)">the&nbsp;page</a> and <a href="/local">here</a>.</p>
<ul><li>One<ul><li>inner <code>x = 1</code></li></ul></li><li><p>Two</p><p>more of it</p></li></ul>
<ol><li>First</li></ol><script>alert("x")</script><p hidden>not seen</p>
<div style="display: none"><div>nor</div> this</div><pre>def f():
    return 1</pre><!--EndFragment--></body></html>"""
FIREFOX = """<ul>
  <li>One
    <ol><li>a</li>
    <li>b</li></ol>
  </li>
  <li><a href="javascript:alert(1)">Two</a></li></ul>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p {margin:0} --></style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body>
<!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>
<![endif]>Outer<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>o<span>&nbsp;</span></span>In<b>ner</b></p>
<p class=MsoNormal>Plain</p><!--EndFragment--></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0"><ul>
<li aria-level="1"><p><span style="font-weight:400;white-space:pre-wrap;">Top</span></p></li>
<ul><li dir="ltr" aria-level="2"><p><span style="font-weight:700;white-space:pre-wrap;">Bold</span>
<span style="font-weight:400"> below</span></p></li></ul></ul><br /></b>"""
SLACK = """<meta charset='utf-8'><b data-stringify-type="bold">Agenda</b> for today
<ul data-stringify-type="unordered-list" data-indent="0"><li data-stringify-indent="0">one</li></ul>
<ul data-stringify-type="unordered-list" data-indent="1"><li>inner</li></ul>
<ul data-indent="0"><li>two</li></ul>"""
VS_CODE = """<meta charset='utf-8'><div style="color: #cccccc;background-color: #1f1f1f;
font-family: 'Fira Code', monospace;font-weight: normal;white-space: pre;"><div><span
style="color: #569cd6;font-weight: bold">def</span><span> f():</span></div><div><span>    pass
</span></div></div>"""
TERMINAL = "<pre><font color='#8AE234'><b>me@host</b></font>:~$ ls</pre>"


def test_chrome() -> None:
    assert _picture(CHROME) == [
        "# Speed",
        "It is **very** fast, see [the page](https://example.org/a_%28b%29) and here.",
        "One",
        "  inner `x = 1`",
        "Two",
        "  more of it",
        "First",
        "| def f():",
        "|     return 1",
    ]


def test_firefox() -> None:
    assert _picture(FIREFOX) == ["One", "  a", "  b", "Two"]


def test_word() -> None:
    assert _picture(WORD) == ["Outer", "  In**ner**", "Plain"]


def test_google_docs() -> None:
    assert _picture(GOOGLE) == ["Top", "  **Bold** below"]


def test_slack() -> None:
    assert _picture(SLACK) == ["**Agenda** for today", "one", "  inner", "two"]


def test_a_table_is_a_line_a_row() -> None:
    rows = "<tr><th>Name</th><th>Size</th></tr><tr><td><p>k3s</p></td><td>60 MB</td></tr>"
    html = f"<table>{rows}</table>"
    assert _picture(html) == ["Name | Size", "k3s | 60 MB"]
    assert read(html).structured


@pytest.mark.parametrize("html", [VS_CODE, TERMINAL, "<p>one</p><p>two</p>", "<b>all of it</b>"])
def test_where_the_text_says_the_same_it_wins(html: str) -> None:
    assert not read(html).structured


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ('<a href="https://e.org/">https://e.org/</a> x', "https://e.org/ x"),
        ('<a href="https://e.org/">a [b]</a>', "a [b] https://e.org/"),
        ('<a href="data:text/html,x">y</a>', "y"),
        ("<p title='a > b'>x</p>", "x"),
        ("<b>a <b>b</b></b> c", "**a b** c"),
        ("a < b &lt;i&gt; <unknown-tag>c</unknown-tag>", "a < b <i> c"),
        ("<p>x<span aria-hidden='true'>¶</span></p>", "x"),
        ("[ ] no box<br>", "[ ] no box"),
    ],
)
def test_small_things(html: str, line: str) -> None:
    assert _picture(html) == [line]


@pytest.mark.parametrize(
    "piece",
    ["<b>", "<ul><li>", "<div>", "<!--", "<!--StartFragment-->", "<a href='", '<p title="', "<pre>",
     "<td>", "</ul>", "<a href=https://e.org>", "<b>x</b>", "<i", "<p hidden>", "<", "<x a=b "],
)  # fmt: skip
def test_hostile_pages_take_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        start = time.process_time()
        read(piece * (size // len(piece)))
        return time.process_time() - start

    spent(1_000)
    small = max(spent(40_000), 0.004)
    assert spent(160_000) < 12 * small + 0.5


TAGS = ["<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<a href='https://e.org'>", "</a>",
        "<br>", "<pre>", "</pre>", "<code>", "</code>", "<table>", "<tr>", "<td>", "</td>", "</tr>",
        "<h2>", "</h2>", "<p hidden>", "<!--", "-->", "<img alt=x>",
        "<span style='font-weight:700'>"]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=8)), max_size=40))
def test_any_tags_make_lines_that_an_outline_can_hold(pieces: list[str]) -> None:
    entries = read("".join(pieces)).entries
    assert all("\n" not in entry.text and 0 <= entry.depth <= 8 for entry in entries)


def _mime(html: str, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(html)
    if text:
        mime.setText(text)
    return mime


def test_a_page_comes_in_as_an_outline_in_one_step_and_nothing_in_it_is_a_mark(
    sheet: Sheet,
) -> None:
    sheet.type("here\n")
    html = "<ul><li>? one[^1]<ul><li>two</li></ul></li><li>[^1]: three</li></ul>"
    sheet.editor.insertFromMimeData(_mime(html, "? one[^1]\ntwo\n[^1]: three"))
    assert sheet.picture() == [
        "point: here",
        "point: ? one[^1]",
        "  point: two",
        "point: [^1]: three",
    ]
    sheet.undo()
    assert sheet.texts() == ["here", ""]


def test_coloured_code_comes_in_as_its_text(sheet: Sheet) -> None:
    sheet.editor.insertFromMimeData(_mime(VS_CODE, "def f():\n    pass"))
    assert sheet.picture() == ["point: def f():", "  point: pass"]


def test_part_of_a_paragraph_with_a_link_goes_into_the_line(sheet: Sheet) -> None:
    sheet.type("see  now")
    sheet.select((0, 4))
    sheet.editor.insertFromMimeData(_mime('<a href="https://e.org/x">this</a>', "this"))
    assert sheet.texts() == ["see [this](https://e.org/x) now"]


def test_markdown_from_elsewhere_stays_text(sheet: Sheet) -> None:
    mime = QMimeData()
    mime.setText("- [ ] do\n  - > said\n# head")
    sheet.editor.insertFromMimeData(mime)
    assert sheet.picture() == ["point: [ ] do", "  point: > said", "point: # head"]


def test_code_lines_take_text_alone(sheet: Sheet) -> None:
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.CODE))
    sheet.editor.insertFromMimeData(_mime("<ul><li>a</li></ul>", "- a"))
    assert sheet.picture() == ["code: - a"]


def test_a_page_without_text_and_one_that_is_too_long(sheet: Sheet) -> None:
    assert sheet.editor.canInsertFromMimeData(_mime("<p>x</p>"))
    sheet.editor.insertFromMimeData(_mime("<p>only</p><p>this</p>"))
    assert sheet.texts() == ["only", "this"]
    sheet.editor.selectAll()
    sheet.editor.insertFromMimeData(_mime("<li>x" * 300_000, "short"))
    assert sheet.texts() == ["short"]
