"""The quiet colours of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.ui.report.markdown_marks import marks


@pytest.mark.parametrize(
    ("line", "role", "words"),
    [
        ("## Heading", "heading", "## Heading"),
        ("## Heading", "sign", "##"),
        ("> said", "quote", "> said"),
        ("- item", "sign", "-"),
        ("a **word** b", "strong", "word"),
        ("a[^s3-2] b", "note", "[^s3-2]"),
        ("[^1]: text", "definition", "[^1]: text"),
        ("see `x[^1]`", "code", "`x[^1]`"),
        ("[words](https://example.org/)", "link", "[words](https://example.org/)"),
    ],
)
def test_a_mark_covers_its_words(line: str, role: str, words: str) -> None:
    assert words in {line[m.start : m.start + m.length] for m in marks(line) if m.role == role}


@pytest.mark.parametrize(
    "line", ["plain", "#hashtag", "2 * 3 * 4", "a ] b [ c", "日本語の文です。"]
)
def test_plain_words_have_no_marks(line: str) -> None:
    assert list(marks(line)) == []


@given(st.text(max_size=60))
def test_marks_lie_inside_their_line(line: str) -> None:
    for mark in marks(line):
        assert 0 <= mark.start <= mark.start + mark.length <= len(line)
