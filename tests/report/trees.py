"""Strategies for random block trees, with text that is hostile to every notation."""

from dataclasses import replace

from hypothesis import strategies as st

from confnotes.domain.inline import (
    Address,
    Break,
    Code,
    Emphasis,
    Inline,
    Reference,
    Strong,
    Words,
    plain,
)
from confnotes.report.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Figure,
    Heading,
    Inlines,
    Item,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    joined,
    side_by_side,
)

FRAGMENTS = (
    *(
        "あ",
        "漢字",
        "メッシュ",
        "word",
        "Kubernetes",
        "C#",
        "1",
        "2019",
        " ",
        " ",
        "\u3000",
        "\u00a0",
    ),
    *"。、！？「」『』（）()[]<>&*_`~#-+=|!\\/:$\"'“”★〜–@%^🎉t",
    *("((", "))", "[^", "]:", "<T>", "&copy;", "&lt;", "**", "__", "``", "~~", "##", "--", "---"),
    *("===", ":::", "1. ", "2) ", "- ", "+ ", "> ", "id:name", "f:id:name", "[:contents]", "<!--"),
    *("-->", "{{", "{%", "{{< x >}}", "@k", "a_b", "snake_case_", "9:00~10:30", "\\[", "\\("),
)
KEYS = tuple(f"n{n}" for n in range(6))
CODE_ROWS = ("x = 1", "    y", "```", "~~~", "((a))", "<b>", "# no", "{% y %}", "{{% z")
URLS = (
    "https://example.org/", "https://example.org/a_b_(c)?q=1&copy;=2#x", "http://e.com/あ い",
    "mailto:a@example.org", "https://example.org/*x*[y]", "https://e.com/a))b",
    "https://youtu.be/abcDEF-1234", "https://www.youtube.com/watch?v=ab__cd__efg",
)  # fmt: skip


def plain_emphasis(inlines: Inlines) -> Inlines:
    """Return inlines whose emphasis holds words alone: older parsers stumble over more."""
    return joined(*((_plain(i),) for i in inlines))


def _plain(inline: Inline) -> Inline:
    if isinstance(inline, Strong | Emphasis):
        words = plain(inline.inner).replace("://", "")  # some make a link of a bare address
        return replace(inline, inner=(Words(words or "x"),))
    return inline


words = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map("".join)
visible = words.filter(lambda text: bool(text.strip()))
code = st.one_of(
    visible, st.sampled_from(("f((x))", "Vec<T>", "[^1]", "a`b", "``", "{{ x }}", "{{< x >}}"))
)


def leaves(*, references: bool) -> st.SearchStrategy[Inline]:
    options: list[st.SearchStrategy[Inline]] = [
        words.map(Words),
        words.map(Words),
        code.map(Code),
        st.builds(Address, st.sampled_from(URLS), visible.map(lambda text: (Words(text),))),
        st.sampled_from((*URLS[:2], *URLS[-2:])).map(lambda url: Address(url, (Words(url),))),
        st.just(Break()),
    ]
    if references:
        options.append(st.sampled_from(KEYS).map(Reference))
    return st.one_of(options)


def inlines(*, references: bool = True) -> st.SearchStrategy[Inlines]:
    leaf = leaves(references=references)
    inner = st.lists(leaf, min_size=1, max_size=3).map(lambda parts: joined(*((p,) for p in parts)))
    signed: st.SearchStrategy[Inline] = st.one_of(
        leaf, leaf, leaf, st.builds(Strong, inner), st.builds(Emphasis, inner)
    )
    tree = st.lists(signed, min_size=1, max_size=5).map(lambda p: joined(*((i,) for i in p)))
    return tree.map(lambda parts: joined("x", parts) if isinstance(parts[0], Break) else parts)


def paragraphs(*, references: bool = True) -> st.SearchStrategy[Block]:
    return st.builds(Paragraph, inlines(references=references))


def lists(depth: int = 2, *, references: bool = True) -> st.SearchStrategy[Block]:
    first = paragraphs(references=references)
    if depth == 0:
        items: st.SearchStrategy[Item] = first.map(lambda block: Item((block,)))
    else:
        below = st.one_of(lists(depth - 1, references=references))
        items = st.one_of(
            first.map(lambda block: Item((block,))),
            st.tuples(first, below).map(Item),
        )
    starts = st.sampled_from((None, None, 1))
    return st.builds(List, st.lists(items, min_size=1, max_size=3).map(tuple), starts)


figures: st.SearchStrategy[Figure] = st.builds(
    Figure,
    st.sampled_from(("images/a-1.png", "images/b.png")),
    words,
    st.one_of(st.just(()), inlines()),
    st.sampled_from((None, None, 320)),
)
rows: st.SearchStrategy[Block] = st.lists(figures, min_size=2, max_size=3).map(
    lambda some: side_by_side([replace(f, group="g") for f in some], "／")[0]
)
cells = st.one_of(st.just(()), inlines())
tables: st.SearchStrategy[Block] = st.builds(
    Table,
    st.tuples(inlines(references=False), cells),
    st.lists(st.tuples(inlines(), cells), min_size=1, max_size=3).map(tuple),
    st.sampled_from(((), ("left", "center"), ("", "right"))),
)
codes: st.SearchStrategy[Block] = st.builds(
    CodeBlock,
    st.lists(st.sampled_from(CODE_ROWS), min_size=1, max_size=4).map("\n".join),
    st.sampled_from(("", "python", "c++")),
)  # fmt: skip
lone: st.SearchStrategy[Block] = st.sampled_from((URLS[0], *URLS[-2:])).map(
    lambda url: Paragraph((Address(url, (Words(url),)),))
)
headings: st.SearchStrategy[Block] = st.builds(
    Heading, st.integers(1, 3), inlines(references=False), st.just("")
)
quotes: st.SearchStrategy[Block] = st.builds(
    Quote,
    st.lists(paragraphs(), min_size=1, max_size=2).map(tuple),
    st.sampled_from(("", "", "", "note", "warning")),
)
blocks: st.SearchStrategy[Blocks] = st.lists(
    st.one_of(paragraphs(), paragraphs(), lists(), headings, quotes, codes, figures, rows,
              tables, lone,
              st.just(Rule())),
    min_size=1, max_size=6,
).map(tuple)  # fmt: skip
notes = st.fixed_dictionaries(
    {key: st.lists(paragraphs(references=False), min_size=1, max_size=2).map(tuple) for key in KEYS}
)
