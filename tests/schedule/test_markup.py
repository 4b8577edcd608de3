"""HTML to Markdown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from confnotes.schedule.markup import has_tags, to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<br/>Two</p>", "One  \nTwo"),
        ("<p>A\n  long   line</p>", "A long line"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<p>x</p><ol><li>a<li>b</ol><p>y</p>", "x\n\n1. a\n2. b\n\ny"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<h2>Head</h2><p>x</p>", "## Head\n\nx"),
        ("<p><b>bold</b> and <em>so</em></p>", "**bold** and *so*"),
        ("<p><strong> bold </strong>x</p>", "**bold** x"),
        ("<p><b></b>x</p>", "x"),
        ("<p>see <code>a_b*c</code></p>", "see `a_b*c`"),
        ("<pre>a &lt; b\n  c</pre>", "```\na < b\n  c\n```"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ('<p><a href="https://example.org/a_b">site</a></p>', "[site](https://example.org/a_b)"),
        (
            '<p><a href="https://example.org/">https://example.org/</a></p>',
            "<https://example.org/>",
        ),
        ('<p><a href="javascript:alert(1)">x</a></p>', "x"),
        ('<p><a href="mailto:a@example.org">mail</a></p>', "[mail](mailto:a@example.org)"),
        ('<p><a href="https://example.org/(x)">x</a></p>', "[x](https://example.org/%28x%29)"),
        (
            '<p><img src="https://example.org/p.png" alt="Map"></p>',
            "[Map](https://example.org/p.png)",
        ),
        ('<p><img src="data:image/png;base64,AAAA" alt="Map"></p>', "Map"),
        ("<p>x<script>alert('<p>')</script>y</p>", "xy"),
        ("<style>p{}</style><p>x</p>", "x"),
        ("<p>x<!-- <b>hidden</b> -->y</p>", "xy"),
        ("<p>2 * 3 * 4 and snake_case and _x_</p>", "2 \\* 3 \\* 4 and snake_case and \\_x\\_"),
        (
            "<p># no head</p><p>1. no list</p><p>- no item</p>",
            "\\# no head\n\n1\\. no list\n\n\\- no item",
        ),
        ("<p>a &amp;amp; b &lt;p&gt;</p>", "a \\&amp; b \\<p>"),
        ("<p>Vec<T> and a < b</p>", "Vec\\<T> and a \\< b"),
        ("<div>one</div>two", "one\n\ntwo"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("<p>日本語<br>改行</p>", "日本語  \n改行"),
        ("* one<br />\n* two &amp; three", "* one\n\n* two & three"),
        ("Line one\nline <i>two</i>", "Line one\nline *two*"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert has_tags(html)
    assert to_markdown(html) == markdown


@pytest.mark.parametrize(
    "text", ["a < b", "Vec<T>", "List<String> x", "<3", "x <y@example.org>", ""]
)
def test_what_only_looks_like_a_tag_is_text(text: str) -> None:
    assert not has_tags(text)


@pytest.mark.parametrize(
    "piece",
    ["<b>", "<!--", "<script>", "<script", "</p>", "<a href='", "<ul><li>", "<blockquote>", "<!",
     "&", "<p ", "<pre>", "`", "<b>x</b>", "<a href='https://x.y'>"],
)  # fmt: skip
def test_hostile_html_takes_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        text = "<p>" + piece * (size // len(piece))
        start = time.process_time()
        to_markdown(text)
        return time.process_time() - start

    spent(1_000)
    small = max(spent(25_000), 0.002)
    assert spent(100_000) < 12 * small + 0.5


TAGS = ["<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<a href='https://e.org'>", "</a>",
        "<br>", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>", "<h2>",
        "</h2>", "<script>", "</script>", "<!--", "-->", "<img src=x>", "&lt;"]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=12)), max_size=40))
def test_no_html_is_left_and_nothing_is_raised(pieces: list[str]) -> None:
    markdown = to_markdown("<p>" + "".join(pieces))
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or []]
    assert not [t for t in (*tokens, *inline) if t.type in ("html_block", "html_inline", "image")]


@given(st.text(alphabet="abc äß日本 *_`#>-+.1[]()<>&;\\~=", min_size=1, max_size=60))
def test_the_words_of_a_paragraph_come_through_as_words(words: str) -> None:
    plain = " ".join(words.split())
    html = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    tokens = MarkdownIt("commonmark").parse(to_markdown(f"<p>{html}</p>"))
    shown = " ".join(child.content for token in tokens for child in token.children or [])
    assert " ".join(shown.split()).replace(" ", "") == plain.replace(" ", "")
