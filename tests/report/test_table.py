"""What breaks in some reader of Markdown, one row a test: the renderers of the places themselves
(as far as a machine has them) show it as it was meant."""

import re
from dataclasses import dataclass, replace
from functools import cache

import pytest
from markdown import Markdown

from confnotes.domain.inline import Address, Break, Code, Emphasis, Inline, Reference, Strong, Words
from confnotes.domain.text import Language
from confnotes.report.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Heading,
    Item,
    List,
    Notes,
    Paragraph,
    Quote,
    Rule,
    Table,
    joined,
)
from confnotes.report.numbering import numbered
from confnotes.report.readback.compare import compared
from confnotes.report.readback.render import shown
from confnotes.report.readback.shape import of_document, of_html
from confnotes.report.targets import TARGETS
from confnotes.report.targets.hatena import HATENA
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report import judges
from report.invented import paperboat
from report.making import Maker, catalogue

missing = cache(judges.missing)
REF = Reference("a")


def para(*parts: str | Inline) -> Paragraph:
    return Paragraph(joined(*(part if isinstance(part, str) else (part,) for part in parts)))


def words(text: str, *more: Inline) -> tuple[Inline, ...]:
    return (Words(text), *more)


def strong(words: str) -> Strong:
    return Strong((Words(words),))


def link(url: str, words: str = "") -> Address:
    return Address(url, (Words(words or url),))


def items(*blocks: Block) -> List:
    return List(tuple(Item((block,)) for block in blocks))


def under(word: str, below: Block, start: int | None = None) -> List:
    return List((Item((para(word), below)),), start)


def note(*blocks: Block) -> Notes:
    return {"a": blocks}


@dataclass(frozen=True)
class Row:
    """`tags` counts what must be among the page's tags, () being all that is compared anyway."""

    blocks: Blocks
    notes: Notes | None = None
    tags: tuple[tuple[str, int], ...] = (
        ("strong", 0), ("em", 0), ("del", 0), ("table", 0), ("script", 0), ("input", 0), ("dl", 0),
    )  # fmt: skip


def bold(number: int) -> tuple[tuple[str, int], ...]:
    return (("strong", number), ("em", 0))


BRACKETS = ("「クベコン」", "(括弧)", "（括弧）", "90%", "「A」", "「A」と「B」")
STARTS = (
    "2019. 年", "+ x", "- x", "# x", "> x", "1) x", "#KubeCon", "===", "~~~", "* x", "12.", "-",
)  # fmt: skip

ROWS: dict[str, Row] = {
    "strong beside brackets": Row(
        tuple(para("は", strong(words), "の") for words in BRACKETS), tags=bold(len(BRACKETS))
    ),
    "strong with its stop": Row(
        (para(strong("重要。"), "次"), para(strong("すごい！"), "と"), para(strong("「A」"), "の")),
        tags=bold(3),
    ),
    "strong round code and links": Row(
        (
            para("その", Strong((Code("code"),)), "は"),
            para("その", Strong((link("https://example.org/", "名"),)), "は"),
        ),
        tags=bold(2),
    ),
    "strong symbols": Row(
        (para("は", strong("★★★★☆"), "の"), para("は", strong("最高🎉"), "の")), tags=bold(2)
    ),
    "strong that ends in a reference": Row(
        (para(Strong((Words("太字"), REF)), "だ"),), note(para("注")), bold(1)
    ),
    "strong beside Latin letters": Row(
        (para("Flagger", strong("重要"), "x"), para("a", Emphasis((Words("b"),)), "c")),
        tags=(("strong", 1), ("em", 1)),
    ),
    "underscores": Row((para("__重要__と_強調_と snake_case"),)),
    "struck out": Row((para("~~「旧」~~の ~~消さない~~"),)),
    "two times with tildes": Row((para("9:00~10:30 と 11:00~12:00"),)),
    "an address before Japanese": Row((para(link("https://e.com/foo"), "を見る。"),)),
    "underscores in addresses": Row(
        (para(link("https://e.com/a_b_c_"), "と", link("https://e.com/_x_", "語"), "_"),)
    ),
    "blanks and parentheses in addresses": Row(
        (para(link("https://e.com/a (b", "語"), link("https://e.com/a)_(b)*", "語"), "。"),)
    ),
    "a list after a paragraph": Row((para("前"), items(para("a"), para("b")), para("後"))),
    "lists three deep": Row(
        (
            para("前"),
            under("a", under("b", items(para("c")))),
            para("中"),
            under("a", under("b", List((Item((para("c"),)),), 1)), 1),
            para("後"),
        )
    ),
    "a list item's second paragraph": Row(
        (List((Item((para("a"), para("続き"))), Item((para("b"),)))), para("後"))
    ),
    "a quotation in a list item": Row(
        (List((Item((para("a"), Quote((para("q"),)))), Item((para("b"),)))), para("後"))
    ),
    "code in a list item": Row((List((Item((para("a"), CodeBlock("x\n\ny", ""))),)), para("後"))),
    "a table": Row(
        (
            para("前"),
            Table(
                (words("名前"), words("役割"), ()),
                (
                    (words("A | B"), (Code("a|b"), Words("と"), link("https://e.com/")), ()),
                    (joined((strong("「太字」"), Words("の"))), words("x", REF), words("1")),
                ),
                ("left", "", "right"),
            ),
            para("後"),
        ),
        note(para("注 | 記")),
        (("table", 1), ("strong", 1)),
    ),
    "what looks like a table": Row((para("前"), para("| a | b |"), para("|---|---|"), para("後"))),
    "a bar": Row((para("x | y と ", Code("a | b")), items(para("x | y")))),
    "a line break that is none": Row((para("一\n二"),)),
    "a line break": Row((para("一", Break(), "二"), items(para("三", Break(), "- 四")))),
    "signs at a line's start": Row(
        (*map(para, STARTS), items(*map(para, STARTS)))
    ),
    "a rule below a text": Row((para("文"), Rule(), para("---"), para("後"))),
    "asterisks": Row((para("1*2*3 と **x** と *"),)),
    "angle brackets": Row((para("Vec<T> と <chrono> と <script>alert(1)</script> と 5<6"),)),
    "entities": Row((para("&copy; AT&T &#35; &lt;b&gt; Q&A"),)),
    "a heading that ends in a sharp": Row((Heading(1, (Words("C#"),)), para("文"))),
    "dollars": Row((para("$5 と $10、$x_1$ と $$y$$"),)),
    "an inline note's sign": Row((para("^[これは注でない] と [^x] と 2^10^"),)),
    "an inline note's sign before a link": Row(
        (para("[^", link("https://e.com/", "語"), "と!", link("https://e.com/", "語"), "。"),)
    ),
    "a note of two paragraphs": Row((para("文", REF, "。"),), note(para("注"), para("二段め"))),
    "a note with a list": Row(
        (para("文", REF, "。"),), note(para("注"), items(para("甲"), para("乙")))
    ),
    "two notes": Row(
        (para("文", REF, "と", Reference("b"), "。"),), {"a": (para("注"),), "b": (para("注"),)}
    ),
    "a note nobody refers to": Row((para("文"),), note(para("注"))),
    "a note twice": Row((para("文", REF, "と", REF, "。"),), note(para("注"))),
    "a note before brackets": Row((para("文", REF, "(x) と", REF, ": y"),), note(para("注"))),
    "notes everywhere": Row(
        (
            Heading(1, (Words("題"), REF)),
            items(para("項(括弧)", Reference("b"))),
            Quote((para("引用", Reference("c")),)),
            para("文"),
        ),
        {key: (para("注"),) for key in "abc"},
    ),
    "a quotation before a text": Row((Quote((para("It's not a race."),)), para("後"))),
    "dashes and marks": Row((para("a -- b --- c --flag \"q\" 'r' it's ... 終"),)),
    "templates": Row(
        (
            para("{{ x }} と {% y %} と {{< z >}} と {{% w %}}"),
            para(Code("{{ x }}"), "と", Code("{% y %}"), "と", Code("{{< z >}}")),
            CodeBlock("{{ x }}\n{% y %}\n{{< z >}}", ""),
            para("後"),
        )
    ),
    "Hatena's notation": Row((para("((x)) と [:contents] と f:id:a:b と id:name と (((y)))"),)),
    "a box's sign": Row((para(":::"), para(":::message"), para("::: note"), para("後"))),
    "raw HTML": Row((para("<b>太字</b> と <br> と <!-- x --> と"),)),
    "what looks like a task or a definition": Row(
        (items(para("[ ] x"), para("[x] y")), para("語"), para(": 説明"))
    ),
    "full-width signs": Row((para("＊太＊ ＿ ｜ ～ ＃ と"), para("\u3000字下げ"))),
    "a code span with backticks": Row((para(Code("a`b"), "と", Code("``"), "と", Code("`x`")),)),
    "a fence within code": Row((CodeBlock("```\nx\n```", ""), para("後"))),
}  # fmt: skip


def python_markdown(text: str) -> str:
    return str(Markdown(extensions=["fenced_code", "tables", "sane_lists"]).convert(text))


def page(target: str, text: str) -> str:
    """Return the page of a place; Hatena's own parser and plain Markdown are the oldest's kin."""
    if target == "hatena":
        return shown(text, HATENA)
    if target == "commonmark":
        return python_markdown(text)
    if reason := missing(judges.JUDGES[target][0]):
        pytest.skip(reason)
    return judges.page(target, text)


# Python-Markdown prints the backslash before a tilde (others would strike out without it); Hatena's
# footnotes are one line, in which "・" stands for a list's sign.
OLDER = {
    ("commonmark", "two times with tildes"): "\\",
    ("commonmark", "struck out"): "\\",
    ("commonmark", "signs at a line's start"): "\\",
    ("hatena", "a note with a list"): "・",
}


@pytest.mark.parametrize("name", list(ROWS))
@pytest.mark.parametrize("target", ["hatena", "commonmark", *judges.JUDGES])
def test_it_is_shown_as_meant(target: str, name: str) -> None:
    row, wording = ROWS[name], Wording(catalogue(Language.JA))
    document = numbered("題名", row.blocks, row.notes or {})
    text = write(document, TARGETS[target], wording)
    html = page(target, text)
    found = compared(of_document(document, TARGETS[target], wording), of_html(html))
    extra = OLDER.get((target, name), "")
    found = tuple(d for d in found if not extra or d.expected != d.found.replace(extra, ""))
    assert not found, "\n".join(f"{d.kind}: {d.expected!r} -> {d.found!r}" for d in found) + text
    if name == "full-width signs":
        assert "＊太＊ ＿ ｜ ～ ＃ と" in html
    tables = ("table", 1) in row.tags and not TARGETS[target].tables
    for tag, count in row.tags if not tables else (("table", 0), ("strong", 1)):
        assert len(re.findall(rf"<{tag}[ >]", html)) == count, f"{tag}\n{text}\n{html}"


HARD_TITLES = (
    "A: B", "@x", "- x", "[k] x", "#tag", "8:30", "2019-11-18", "yes", "null", 'a "b" \\n',
    "参加 ☆",
)  # fmt: skip


@pytest.mark.parametrize("target", ["zenn", "qiita", "devto", "jekyll", "astro"])
@pytest.mark.parametrize("title", HARD_TITLES)
def test_a_title_in_the_front_matter_is_read_as_typed(target: str, title: str) -> None:
    maker = Maker(title)
    maker.report = replace(maker.report, title=title)
    text = maker.delivered(Language.EN, target).text
    if reason := missing("yaml"):
        pytest.skip(reason)
    assert judges.ask(judges.YAML, text.split("---\n")[1])["title"] == title


@pytest.mark.parametrize("target", list(TARGETS))
def test_names_of_files_are_of_plain_letters(target: str) -> None:
    for language in (Language.JA, Language.EN):
        name = paperboat().delivered(language, target).files.text
        assert re.fullmatch(r"[a-z0-9/._-]+", name.replace("_posts", "")), name
