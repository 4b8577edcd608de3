"""The closed set of inline signs, and everything that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.inline import (
    Address,
    Code,
    Inline,
    Reference,
    Strong,
    Words,
    parse,
    plain,
    safe,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("plain", (Words("plain"),)),
        ("a `b` c", (Words("a "), Code("b"), Words(" c"))),
        ("``a`b``", (Code("a`b"),)),
        ("は**「重要」**です", (Words("は"), Strong((Words("「重要」"),)), Words("です"))),
        ("x[^s1-1]。", (Words("x"), Reference("s1-1"), Words("。"))),
        (
            "[資料](https://example.org/a_(b))です",
            (Address("https://example.org/a_(b)", (Words("資料"),)), Words("です")),
        ),
        (
            "https://example.org/fooを見る。",
            (
                Address("https://example.org/foo", (Words("https://example.org/foo"),)),
                Words("を見る。"),
            ),
        ),
        (
            "(https://example.org/a).",
            (
                Words("("),
                Address("https://example.org/a", (Words("https://example.org/a"),)),
                Words(")."),
            ),
        ),
        ("[x](javascript:alert(1))", (Words("[x](javascript:alert(1))"),)),
        ("**", (Words("**"),)),
        ("** a **", (Words("** a **"),)),
        ("2*3*4 ~x~ _y_ <b> # > - 1.", (Words("2*3*4 ~x~ _y_ <b> # > - 1."),)),
        ("`[^no]`", (Code("[^no]"),)),
    ],
)
def test_trees(text: str, tree: tuple[Inline, ...]) -> None:
    assert parse(text) == tree


@given(st.text(alphabet="ab*`[]()^:/. htps\\"))
def test_nothing_but_signs_gets_lost(text: str) -> None:
    left = plain(parse(text))
    for ch in "ab":
        assert left.count(ch) <= text.count(ch)
    if not any(sign in text for sign in ("`", "**", "](", "[^")):
        assert left == text


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:example.org", False),
        ("https://exa mple.org", False),
        ("java\nscript:x", False),
        ("", False),
    ],
)
def test_only_three_schemes_are_safe(url: str, good: bool) -> None:
    assert safe(url) is good
