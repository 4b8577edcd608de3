"""Lines of Markdown find the blocks that show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.ui.report.alignment import aligned

LINES = [
    "# 見出し", "", "最初の段落です[^a]。とても長い文がここに続きます。", "", "- one **bold** item",
    "    - below it", "", "> quoted", "", "See [the slides](https://example.org/x) for more.", "",
    "[^a]: 注の言葉",
]  # fmt: skip
BLOCKS = [
    "見出し", "最初の段落です\0\0。とても長い文がここに続きます。", "one bold item", "below it",
    "quoted", "See the slides for more.",
]  # fmt: skip


@pytest.mark.parametrize(("line", "block"), [(0, 0), (2, 1), (4, 2), (5, 3), (7, 4), (9, 5)])
def test_a_line_and_its_block_find_each_other(line: int, block: int) -> None:
    found = aligned(LINES, BLOCKS)
    words = LINES[line]
    begin = next(i for i, ch in enumerate(words) if ch.isalnum())
    assert found.on_page(line, begin)[0] == block
    assert found.on_page(line, len(words))[0] == block
    assert found.in_text(block, 0)[0] == line
    assert found.in_text(block, len(BLOCKS[block]))[0] == line


def test_a_place_within_words_is_the_same_on_both_sides() -> None:
    found = aligned(LINES, BLOCKS)
    at = LINES[2].index("長い")
    block, index = found.on_page(2, at)
    assert BLOCKS[block][:index].endswith("とても")
    line, index = found.in_text(5, BLOCKS[5].index("more"))
    assert LINES[line][:index].endswith(("for", "for "))


def test_what_repeats_is_found_one_after_the_other() -> None:
    lines = ["- yes", "- yes", "- no", "- yes"]
    found = aligned(lines, ["yes", "yes", "no", "yes"])
    assert [found.on_page(n, 2)[0] for n in range(4)] == [0, 1, 2, 3]


def test_what_is_not_shown_stands_after_what_is() -> None:
    found = aligned(
        ["seen words", "<!-- hidden matter -->", "other words"], ["seen words", "other words"]
    )
    assert found.on_page(1, 5)[0] in (0, 1)
    assert found.on_page(2, 0) == (1, 0)


texts = st.lists(st.text(alphabet="ab 。か[^]()*1\0𠮷", max_size=12), max_size=6)


@given(texts, texts, st.integers(0, 5), st.integers(0, 12))
def test_any_texts_have_an_answer_within_them(
    lines: list[str], blocks: list[str], text: int, index: int
) -> None:
    found = aligned(lines, blocks)
    if text < len(lines):
        block, at = found.on_page(text, index)
        assert not blocks or (block < len(blocks) and at <= len(blocks[block]))
    if text < len(blocks):
        line, at = found.in_text(text, index)
        assert not lines or (line < len(lines) and at <= len(lines[line]))
    pairs = found.found
    assert list(pairs) == sorted(pairs)
