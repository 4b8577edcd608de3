"""Row by row: what breaks in real readers of Markdown, and what the writers do about it."""

import re
from collections.abc import Callable
from html import unescape

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark
from markdown import Markdown
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from confnotes.domain.inline import (
    Address,
    Code,
    Emphasis,
    Inline,
    Picture,
    Reference,
    Strong,
    Words,
)
from confnotes.domain.text import Language
from confnotes.report.blocks import (
    Block,
    CodeBlock,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    Rule,
)
from confnotes.report.readback import hatena, places
from confnotes.report.targets import TARGETS
from confnotes.report.targets.commonmark import COMMONMARK
from confnotes.report.targets.github import GITHUB
from confnotes.report.targets.hatena import HATENA
from confnotes.report.targets.record import Target, TitlePlace
from confnotes.report.targets.writer import Options, write
from confnotes.report.wording import Wording
from report.making import Maker, catalogue


def markdown_it(text: str) -> str:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    return str(parser.render(text))


def cmark_gfm(text: str) -> str:
    flags = Cmark.CMARK_OPT_FOOTNOTES | Cmark.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=flags))


def python_markdown(text: str) -> str:
    return Markdown(extensions=["fenced_code", "tables", "sane_lists"]).convert(text)


Reader = Callable[[str], str]
READERS: tuple[Reader, ...] = (markdown_it, cmark_gfm, python_markdown)
OF_CODE = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
MARKDOWN = {name: target for name, target in TARGETS.items() if target.escapes}
EVERYWHERE = pytest.mark.parametrize("target", MARKDOWN.values(), ids=list(MARKDOWN))


def written(target: Target, *blocks: Block, notes: tuple[Note, ...] = (), title: str = "") -> str:
    wording = Wording(catalogue(Language.JA))
    text = write(Document(title, blocks, notes), target, wording)
    return text if title or target.title is TitlePlace.FRONT else text.split("\n\n", 1)[1]


def prints_backslashes(reader: Reader, target: Target, words: str) -> bool:
    """Return whether the oldest reader shows the backslashes that a place wants here (where it is
    the place's own, it must not)."""
    signs = {"github": "~$", "zenn": "~$", "hatena": "", "pandoc": "~$@^"}.get(target.name, "~")
    return reader is python_markdown and any(sign in words for sign in signs)


def read_there(reader: Reader, target: Target, text: str) -> str:
    """Return the page, the place's own notation read before."""
    return reader(places.PLACES.get(target.name, places.PLAIN).read(text))


def para(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Words(i) if isinstance(i, str) else i for i in inlines))


def strong(words: str) -> Strong:
    return Strong((Words(words),))


def shown(html: str) -> str:
    """Return a page's words without tags and white space."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


EMPHASISED: tuple[tuple[str, str, str], ...] = (
    ("は", "「クベコン」", "の"),
    ("", "重要。", "次"),
    ("の", "(括弧)", "後"),
    ("の", "（括弧）", "後"),
    ("", "90%", "の"),
    ("", "「A」", "の"),
    ("は", "「A」と「B」", "の"),
    ("と", "すごい！", "と"),
    ("は", "★★★★☆", "の"),
    ("", "最高🎉", "の"),
    ("は", "重要", "です"),
    ("は", "“x”", "の"),
    ("a", "b", "c"),
    ("は", "!", "の"),
    ("は", "。", "の"),
)


@OF_CODE
@EVERYWHERE
def test_emphasis_beside_brackets_is_emphasis(target: Target, reader: Reader) -> None:
    for before, inner, after in EMPHASISED:
        text = written(target, para(before, strong(inner), after))
        html = reader(text)
        assert shown(html) == before + inner + after, text
        assert "<strong>" in html or inner in "。!", text
        assert "*" not in shown(html)


@OF_CODE
@pytest.mark.parametrize("target", [HATENA, COMMONMARK], ids=["hatena", "commonmark"])
def test_code_in_a_list_is_code_to_every_reader(target: Target, reader: Reader) -> None:
    code = "def f():\n\n    return 1\n# - no item\n"
    for start in (None, 1):
        inner = List((Item((para("内"), CodeBlock(code, "python"), para("後"))),), start)
        text = written(target, List((Item((para("外"), inner)), Item((para("次"),))), start))
        html = reader(text)
        assert unescape(html).count(f"<pre><code>{code}</code></pre>") == 1, text + html
        assert html.count("<li>") == 3, text + html
        assert shown(html) == "外内" + "".join(code.split()) + "後次", text + html


def test_a_pair_of_brackets_moves_out_and_two_pairs_do_not() -> None:
    assert written(GITHUB, para("は", strong("「クベコン」"), "の")) == "は「**クベコン**」の\n"
    assert written(GITHUB, para(strong("重要。"), "次")) == "**重要**。次\n"
    assert written(GITHUB, para("は", strong("「A」と「B」"), "の")) == "は **「A」と「B」** の\n"
    assert written(GITHUB, para(strong("「A」"))) == "**「A」**\n"


@OF_CODE
@EVERYWHERE
def test_emphasis_round_code_and_links(target: Target, reader: Reader) -> None:
    link = Address("https://example.org/", (Words("名"),))
    for inner in (Code("code"), link):
        html = reader(written(target, para("その", Strong((inner,)), "は")))
        assert "<strong>" in html
        assert "*" not in shown(html)


def test_a_reference_leaves_the_emphasis_it_ends() -> None:
    note = Note(1, "a", (para("注"),))
    text = written(GITHUB, para(Strong((Words("太字"), Reference("a"))), "だ"), notes=(note,))
    assert text.startswith("**太字**[^1]だ")


LITERAL = (
    "9:00~10:30 と 11:00~12:00",
    "~~消さない~~",
    "1*2*3",
    "__重要__と_強調_",
    "Vec<T> と <chrono>",
    "&copy; AT&T &#35;",
    "[x](y) と [z] [^q]",
    "`code` と ``",
    "C:\\dir\\*",
    "!重要 ![x](y)",
    "a|b と \\| と $5 と $10",
    "<script>alert(1)</script>",
    "f((x)) と (((y)))",
)
AT_START = (
    "2019. 年", "1) x", "+ x", "- x", "# x", "#KubeCon", "> x", "---", "===", "* x", "***", "~~~",
    "| a | b |", ":-- | --:", "[x]: y", "    深い", "\t深い", ">深い", "-", "+", "12.", ":::note",
)  # fmt: skip


@OF_CODE
@EVERYWHERE
def test_literal_text_stays_literal(target: Target, reader: Reader) -> None:
    for words in LITERAL + AT_START:
        text = written(target, para("前"), para(words), para("後"))
        html = reader(text)
        if not prints_backslashes(reader, target, words):
            assert shown(html) == "前" + "".join(words.split()) + "後", text
        assert not re.search(
            r"<(em|strong|del|h\d|li|blockquote|hr|table|script|pre|code|a) ?", html
        ), text


@OF_CODE
@EVERYWHERE
def test_a_list_item_begins_no_block_either(target: Target, reader: Reader) -> None:
    for words in AT_START:
        text = written(target, List((Item((para(words),)), Item((para("次"),)))))
        html = reader(text)
        assert html.count("<li>") == 2, text
        if not prints_backslashes(reader, target, words):
            assert shown(html) == "".join(words.split()) + "次", text


@OF_CODE
@EVERYWHERE
def test_a_bare_address_ends_where_it_ends(target: Target, reader: Reader) -> None:
    url = "https://example.com/foo_bar_"
    text = written(target, para(Address(url, (Words(url),)), "を見る。"))
    assert f'href="{url}"' in reader(text)
    assert shown(reader(text)) == url + "を見る。"


@OF_CODE
@EVERYWHERE
def test_destinations_are_percent_encoded(target: Target, reader: Reader) -> None:
    url = "https://example.com/a (b)_日&copy;"
    html = reader(written(target, para(Address(url, (Words("語"),)))))
    assert 'href="https://example.com/a%20%28b%29_%E6%97%A5&amp;copy%3B"' in html.replace(
        "&copy", "&amp;copy"
    )


@OF_CODE
@EVERYWHERE
def test_lists_nest_by_four_and_end(target: Target, reader: Reader) -> None:
    inner = List((Item((para("c"),)),), 1)
    middle = List((Item((para("b"), inner)),))
    text = written(
        target, para("前"), List((Item((para("a"), middle)), Item((para("d"),)))), para("後")
    )
    assert "\n\n- a\n    - b\n        1. c\n- d\n\n" in "\n\n" + text
    html = reader(text)
    assert len(re.findall(r"<[uo]l>", html)) == 3
    assert re.search(r"</ul>\s*<p>後</p>", html)


@OF_CODE
@EVERYWHERE
def test_a_quote_swallows_nothing(target: Target, reader: Reader) -> None:
    html = reader(written(target, Quote((para("It's not a race."),)), para("競走ではない。")))
    assert re.search(r"</blockquote>\s*<p>競走ではない。</p>", html)


@OF_CODE
@EVERYWHERE
def test_a_heading_keeps_its_sharp(target: Target, reader: Reader) -> None:
    html = reader(written(target, Heading(1, (Words("C#"),)), Heading(2, (Words("#1"),))))
    level = target.heading_base
    assert (
        re.sub(r"\s", "", unescape(html))
        == f"<h{level}>C#</h{level}><h{level + 1}>#1</h{level + 1}>"
    )


@OF_CODE
@EVERYWHERE
def test_no_paragraph_becomes_a_heading_by_the_rule_below_it(
    target: Target, reader: Reader
) -> None:
    html = reader(written(target, para("文"), Rule(), para("---")))
    assert "<h" not in html.replace("<hr", "")


@OF_CODE
@EVERYWHERE
def test_paragraphs_are_one_line_each_and_code_is_as_it_is(target: Target, reader: Reader) -> None:
    block = CodeBlock("```\nif a < b:\n    ((x))\n```", "python")
    text = written(target, para("一\n二"), block)
    # Redcarpet ends a fence at any other: there this block is HTML.
    begin = "<pre><code>" if target.name == "devto" else "````python\n"
    assert text.startswith(f"一 二\n\n{begin}")
    assert shown(reader(text)) == "一二```ifa<b:((x))```"


@EVERYWHERE
def test_backticks_in_code_spans(target: Target) -> None:
    for code in ("a`b", "`", "``x", "x`", "a  b"):
        html = markdown_it(written(target, para(Code(code))))
        assert unescape(re.sub(r"<[^>]+>", "", html)).strip() == code.strip()


@OF_CODE
@EVERYWHERE
def test_a_figure_has_its_caption_below(target: Target, reader: Reader) -> None:
    figure = Figure("images/a-1.png", "代替 [x]", (Words("# 図"),))
    html = read_there(reader, target, written(target, figure))
    assert re.search(r'<img[^>]*src="images/a-1.png"', html)
    assert re.search(r'alt="代替 (\[|&#91;|［)x[\]］]"', html), html
    assert "<h" not in html
    assert shown(html) == "#図"


# Footnotes


def noted(target: Target, before: str, note: str, after: str, *more: Block) -> str:
    blocks = (para(*filter(None, [before]), Reference("a"), *filter(None, [after])), *more)
    return written(target, *blocks, notes=(Note(1, "a", (para(note),)),))


@pytest.mark.parametrize(
    ("before", "note", "after"),
    [
        ("括弧)", "注", "(次)"),
        ("括弧(", "注", ")次"),
        ("", "注(補足)", "の"),
        ("", "(補足)注", "の"),
        ("a)", "f((x)) と ))", ""),
        ("", "二つ)) に (( 分かれない", "(次)"),
        ("(((", "((", ")))"),
    ],
)
def test_hatena_reads_each_footnote_whole(before: str, note: str, after: str) -> None:
    text = noted(HATENA, before, note, after)
    read = hatena.read(text)
    assert len(read.notes) == 1, text
    assert shown(python_markdown(read.notes[0])) == "".join(note.split())
    assert shown(python_markdown(read.markdown)) == f"{before}*1{after}"


def test_hatena_notes_beside_each_other_and_closing_parentheses() -> None:
    notes = (Note(1, "a", (para("一)"),)), Note(2, "b", (para("(二"),)))
    text = written(HATENA, para("x)", Reference("a"), Reference("b"), "(y)"), notes=notes)
    assert text == "x) ((一) )) (( (二))(y)\n"
    assert hatena.read(text).notes == ("一)", "(二")


def test_hatena_notes_after_a_parenthesis_and_a_later_one_before() -> None:
    notes = (Note(1, "a", (para("一"),)), Note(2, "b", (para("二"),)))
    text = written(HATENA, para("(x)", Reference("a"), "。", Reference("b"), "(y)"), notes=notes)
    assert text == "(x) ((一))。((二))(y)\n"
    assert hatena.read(text).notes == ("一", "二")
    inside = Strong((Words("(x)"), Reference("a"), Words("y")))
    text = written(HATENA, para(inside, Reference("b"), "(z)"), notes=notes)
    assert hatena.read(text).notes == ("一", "二"), text


def test_hatena_notes_are_one_line_each() -> None:
    points = List((Item((para("甲"),)), Item((para("乙"),))))
    note = Note(1, "a", (para("一段め"), points, CodeBlock("x\n\ny"), Quote((para("引用"),))))
    text = written(HATENA, para("本文", Reference("a"), "。"), notes=(note,))
    assert text == "本文((一段め<br />・甲<br />・乙<br />`x`<br />`y`<br />引用))。\n"


def test_a_reused_footnote_is_printed_once() -> None:
    notes = (Note(1, "a", (para("注"),)),)
    blocks = (para("一", Reference("a"), "。"), para("二", Reference("a"), "。"))
    assert written(HATENA, *blocks, notes=notes) == "一((注))。\n\n二（脚注1）。\n"
    assert written(GITHUB, *blocks, notes=notes) == "一[^1]。\n\n二[^1]。\n\n[^1]: 注\n"
    text = written(COMMONMARK, *blocks, notes=notes)
    assert text == "一<sup>1</sup>。\n\n二<sup>1</sup>。\n\n## 脚注\n\n1. 注\n"


@pytest.mark.parametrize(
    "words", ["((x))", "[:contents]", "[f:id:u:2031p:plain]", "id:user", "a:id:user"]
)
def test_hatena_prose_has_no_notation(words: str) -> None:
    text = written(HATENA, para("f", words), para(words))
    read = hatena.read(text)
    assert read.notes == ()
    assert read.markdown == text
    assert "<img" not in read.markdown
    assert shown(python_markdown(text)) == f"f{words}{words}"


def test_hatena_code_has_no_notation_either() -> None:
    text = written(HATENA, para(Code("f((x)) <b> * &amp; id:user")))
    assert hatena.read(text).notes == ()
    assert shown(python_markdown(hatena.read(text).markdown)) == "f((x))<b>*&amp;id:user"


def test_hatena_has_its_contents_list_where_wanted() -> None:
    document = Document("題 -- 名", (para("前"), Heading(1, (Words("節"),))))
    wording = Wording(catalogue(Language.JA))
    assert write(document, HATENA, wording) == "<!-- 題 - - 名 -->\n\n前\n\n### 節\n"
    text = write(document, HATENA, wording, Options(contents=True))
    assert text == "<!-- 題 - - 名 -->\n\n前\n\n[:contents]\n\n### 節\n"
    assert "contents" not in write(document, GITHUB, wording, Options(contents=True))


@pytest.mark.parametrize("reader", [markdown_it, cmark_gfm])
@pytest.mark.parametrize("after", ["(次)", "[次]", ": 次", "：次"])
def test_github_references_stay_references(reader: Reader, after: str) -> None:
    html = reader(noted(GITHUB, "", "注", after))
    assert "footnote-ref" in html
    assert after.replace(" ", "") in shown(html)


@pytest.mark.parametrize("reader", [markdown_it, cmark_gfm])
def test_github_notes_of_several_blocks(reader: Reader) -> None:
    points = List((Item((para("甲"),)),))
    notes = (
        Note(1, "a", (para("一段め"), para("二段め"), points)),
        Note(2, "b", (points,)),
        Note(3, "c", (CodeBlock("x"), para("後"))),
    )
    refs = para("文", Reference("a"), Reference("b"), Reference("c"))
    html = reader(written(GITHUB, refs, para("終"), notes=notes))
    body, _, tail = html.partition("<section")
    assert "二段め" not in body
    assert tail.count("<li>甲</li>") == 2
    assert re.search(r"<pre><code>x\s*</code></pre>", tail)


def test_plain_commonmark_never_has_a_footnote_sign() -> None:
    text = noted(COMMONMARK, "本文", "注", "。")
    assert "[^" not in text
    assert text == "本文<sup>1</sup>。\n\n## 脚注\n\n1. 注\n"


def test_a_picture_in_prose_and_after_an_exclamation() -> None:
    inlines: Inlines = (Words("見て!"), Picture("images/a.png", "絵"), Words("!"),
                        Address("https://e.com/", (Words("語"),)))  # fmt: skip
    html = markdown_it(written(GITHUB, Paragraph(inlines)))
    assert html.count("<img") == 1
    assert html.count("<a ") == 1


def test_titles_with_quotes_and_parentheses_are_kept() -> None:
    title = 'Leveraging A/B – 4x4 (aka "Progressive Delivery")・C#'
    for target in (GITHUB, COMMONMARK):
        text = write(Document(title, ()), target, Wording(catalogue(Language.JA)))
        assert shown(markdown_it(text)) == "".join(title.split())


def test_emphasis_within_emphasis_is_one() -> None:
    tree = Emphasis((Words("a "), Strong((Words("b"),)), Words(" c")))
    assert written(GITHUB, para(tree)) == "*a b c*\n"


@pytest.mark.parametrize("text", ["&#1", "&#x41", "&copy 2026", "&lt", "&amp;", "AT&T", "Q&A"])
def test_a_bare_ampersand_never_becomes_another_sign(text: str) -> None:
    maker = Maker()
    maker.line(maker.session("Signs", "2031-05-12T09:00:00"), f"He wrote {text} there")
    for target in MARKDOWN:
        written = maker.markdown(Language.EN, target)
        page = unescape(re.sub("<[^>]*>", "", Markdown().convert(written)))
        assert f"He wrote {text} there" in page


@pytest.mark.parametrize("text", ["__init__", "_x_", "snake_case_name", "__a__b__", "a__b", "_"])
def test_underscores_are_read_as_typed(text: str) -> None:
    maker = Maker()
    maker.line(maker.session("Signs", "2031-05-12T09:00:00"), f"He wrote {text} there")
    for target in MARKDOWN:
        written = maker.markdown(Language.EN, target)
        for page in (Markdown().convert(written), MarkdownIt("commonmark").render(written)):
            assert f"He wrote {text} there" in unescape(page)
