"""An author's CommonMark as a block tree."""

import pytest
from hypothesis import given, settings

from confnotes.domain.inline import (
    Address,
    Break,
    Code,
    Emphasis,
    Picture,
    Reference,
    Strong,
    Words,
    plain,
)
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language
from confnotes.report.blocks import (
    Blocks,
    CodeBlock,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    words_of,
)
from confnotes.report.markdown import local_key, parse
from confnotes.report.numbering import numbered
from confnotes.report.readback.shape import squeezed
from confnotes.report.targets.draft import DRAFT
from confnotes.report.targets.writer import draft
from report import trees
from report.making import Maker


def blocks(source: str) -> Blocks:
    return parse(source, "test").blocks


def para(words: str) -> Paragraph:
    return Paragraph((Words(words),))


def test_prose_lists_quotes_code_rules() -> None:
    source = "一\n二 three\nfour\n\n- a\n  - b\n\n3. c\n\n> 引用\n\n```py x\ncode\n```\n\n---\n"
    assert blocks(source) == (
        para("一二 three four"),
        List((Item((para("a"), List((Item((para("b"),)),)))),)),
        List((Item((para("c"),)),), 3),
        Quote((para("引用"),)),
        CodeBlock("code", "py"),
        Rule(),
    )


def test_inline_signs() -> None:
    source = "**強** *弱* `c` [l](https://e.com/a) https://e.com/b。 ![p](images/x.png)  \n次[^k-1]"
    assert blocks(source) == (
        Paragraph(
            (
                Strong((Words("強"),)),
                Words(" "),
                Emphasis((Words("弱"),)),
                Words(" "),
                Code("c"),
                Words(" "),
                Address("https://e.com/a", (Words("l"),)),
                Words(" "),
                Address("https://e.com/b", (Words("https://e.com/b"),)),
                Words("。 "),
                Picture("images/x.png", "p"),
                Break(),
                Words("次"),
                Reference("k-1"),
            )
        ),
    )


def test_a_picture_alone_is_a_figure_with_the_line_below_as_caption() -> None:
    assert blocks("![p](images/x.png)\\\ncap") == (Figure("images/x.png", "p", (Words("cap"),)),)
    assert blocks("![p](images/x.png)") == (Figure("images/x.png", "p"),)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a <b>c</b>", "a <b>c</b>"),
        ("<!-- x -->", "<!-- x -->"),
        ("[x](javascript:alert(1))", "x"),
        ("[x](data:text/html,y)", "x"),
        ("[x](file:///etc/passwd)", "x"),
        ("[x](relative.html)", "x"),
        ("![alt](file:///etc/passwd)", "alt"),
        ("![alt](../images/x.png)", "alt"),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
    ],
)
def test_nothing_unsafe_gets_in(source: str, words: str) -> None:
    (block,) = blocks(source)
    assert isinstance(block, Paragraph)
    assert plain(block.inner) == words
    assert not any(isinstance(inline, Address | Picture) for inline in block.inner)


def test_heading_levels_begin_at_one_and_never_skip() -> None:
    found = [b.level for b in blocks("### a\n\n# b\n\n### c\n\n###### d") if isinstance(b, Heading)]
    assert found == [1, 1, 2, 3]


def test_a_heading_within_a_list_or_quote_is_a_strong_line() -> None:
    assert blocks("> # a") == (Quote((Paragraph((Strong((Words("a"),)),)),)),)


def test_footnotes_defined_in_a_text_are_its_own() -> None:
    parsed = parse("甲[^1]乙[^k-1]`[^1]`\n\n[^1]: 一\n\n    二\n[^2]: 三", "scope")
    one, two = local_key("scope", "1"), local_key("scope", "2")
    (block,) = parsed.blocks
    assert isinstance(block, Paragraph)
    assert [i.key for i in block.inner if isinstance(i, Reference)] == [one, "k-1"]
    assert parsed.notes == {one: (para("一"), para("二")), two: (para("三"),)}
    assert parse("甲[^1]\n\n[^1]: 一", "other").notes.keys() != {one}


def test_a_fence_keeps_what_looks_like_a_definition() -> None:
    parsed = parse("```\n[^1]: x\n```", "t")
    assert parsed.notes == {}
    assert parsed.blocks == (CodeBlock("[^1]: x"),)


@pytest.mark.parametrize(
    "source", ["[" * 5000, "(" * 5000, "> " * 500 + "x", "*" * 5000, "`" * 999]
)
def test_hostile_texts_end(source: str) -> None:
    parse(source, "t")


@given(tree=trees.blocks)
@settings(max_examples=60)
def test_what_an_author_gets_to_edit_reads_back_the_same(tree: Blocks) -> None:
    notes = {key: (para("x"),) for key in trees.KEYS}
    tree = numbered("", tree, notes).blocks
    text = draft(tree, DRAFT)
    again = draft(blocks(text), DRAFT)
    assert squeezed(words_of(blocks(text))) == squeezed(words_of(tree)), text
    assert numbered("", blocks(text), notes).notes == numbered("", tree, notes).notes
    assert draft(blocks(again), DRAFT) == again


def bold(source: str) -> list[str]:
    """Return the bold words of a paragraph; whatever else is there has no asterisk."""
    (paragraph,) = blocks(source)
    assert isinstance(paragraph, Paragraph)
    rest = "".join(one.text for one in paragraph.inner if isinstance(one, Words))
    assert "*" not in rest, rest
    return [plain(one.inner) for one in paragraph.inner if isinstance(one, Strong)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**「楽しかった」**の", ["「楽しかった」"]),
        ("これは**「要点」**です。それと**90%**の話", ["「要点」", "90%"]),
        ("**重要。**次に**本題**です", ["重要。", "本題"]),
        ("「**要点**」、**（注）**、**A**。**B**", ["要点", "（注）", "A", "B"]),
        ("前**`code`**後、**[リンク](https://e.com/)**です", ["code", "リンク"]),
        ("**x** and **“y”**, (**z**)", ["x", "“y”", "z"]),
    ],
)
def test_bold_beside_japanese_is_read_as_meant(source: str, words: list[str]) -> None:
    assert bold(source) == words


def test_what_is_no_bold_stays_as_typed() -> None:
    for source in (
        "2 ** 3 と ** 4",
        "`**「a」**`の",
        r"\*\*「a」\*\*の",
        "**「片方だけ",
        "a ** 「b」 ** c",
    ):
        (paragraph,) = blocks(source)
        assert isinstance(paragraph, Paragraph)
        assert not any(isinstance(one, Strong) for one in paragraph.inner), source
    assert blocks("**a (**b**) c**") == (
        Paragraph((Strong((Words("a ("), Strong((Words("b"),)), Words(") c"))),)),
    )


def test_a_table_is_one_everywhere_but_where_there_are_none() -> None:
    m = Maker()
    text = (
        "前\n\n| 道具 | 役割 | 版 |\n|:--|---|--:|\n| Flagger | リリース | 1 |\n| k3s | | 2 |\n\n後"
    )
    m.written(m.section("conclusion", SectionKind.CONCLUSION), Language.JA, text)
    table = (
        "| 道具 | 役割 | 版 |\n| :--- | --- | ---: |\n| Flagger | リリース | 1 |\n| k3s |  | 2 |\n"
    )
    for target in ("hatena", "zenn", "qiita", "github", "hugo", "jekyll", "pandoc", "devto"):
        assert f"前\n\n{table}\n後\n" in m.markdown(Language.JA, target), target
    as_list = "- Flagger\n    - 役割：リリース\n    - 版：1\n- k3s\n    - 版：2\n"
    for target in ("note", "commonmark"):
        assert as_list in m.markdown(Language.JA, target), target


def test_a_table_in_a_list_is_a_list() -> None:
    found = parse("- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |\n", "t").blocks
    assert not any(isinstance(b, Table) for b in found)
    assert words_of(found) == "a 1 y: 2"


@pytest.mark.parametrize("sign", ["[!TIP]", "[!tip]  "])
def test_a_box_is_one_as_github_writes_it(sign: str) -> None:
    for words in ("紙は**乾いた**ものを。", "Dry paper.\n> And ink."):
        (box,) = blocks(f"> {sign}\n> {words}\n>\n> More.")
        assert isinstance(box, Quote)
        assert box.notice == "tip"
        assert words_of(box.blocks).endswith(" More.")
        assert "[!" not in words_of(box.blocks)
    plain_quotes = (
        "> [!TIP] on the line\n> x",
        "> x\n> [!TIP]\n> y",
        "> - [!TIP]\n>   x",
        "[!TIP]\nx",
    )
    for source in plain_quotes:
        found = blocks(source)
        assert not any(isinstance(b, Quote) and b.notice for b in found)
        assert "\n" not in words_of(found)
