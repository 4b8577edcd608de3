"""An author's CommonMark (summaries, takeaways, footnotes, written sections) as a block tree.

Raw HTML is literal text, a link with another scheme than http, https or mailto is its plain
words. `[^label]` with its definition in the same text is a footnote of that text alone.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as flanked
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from confnotes.domain.inline import (
    Address,
    Break,
    Code,
    Emphasis,
    Inline,
    Picture,
    Reference,
    Strong,
    Words,
    bare_addresses,
    plain,
    safe,
)
from confnotes.report.blocks import (
    NOTICES,
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
    as_list,
    joined,
)

_NOTICE = re.compile(rf"\[!({'|'.join(NOTICES)})\][ \t]*(?:\n|$)", re.IGNORECASE)
_LOCAL_PICTURE = re.compile(r"images/[A-Za-z0-9._-]+")


@dataclass
class Parsed:
    """An author's text as blocks, with the footnotes defined in it by their new keys."""

    blocks: Blocks = ()
    notes: dict[str, Blocks] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return the parser: CommonMark without HTML, every `[^label]` a reference, and bold as it is
    meant beside Japanese."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
    parser.disable(["html_block", "html_inline"]).enable("table")
    parser.inline.ruler.at("emphasis", _signs)
    parser.core.ruler.at("inline", _inline_once)
    # Addresses are judged here, by `safe`: the parser's own rule would leave `[x](javascript:…)`
    # standing as text, signs and all.
    parser.validateLink = lambda _url: True  # type: ignore[assignment, method-assign]
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


_MOST_KEPT = 4096
_read: dict[str, list[Token]] = {}
"""Lines that were read lately: an author changes one at a time."""


def _inline_once(state: StateCore) -> None:
    """Read what stands within lines, each line once; with link definitions about, lines are not
    what they look like."""
    kept = None if state.env.get("references") else _read
    if len(_read) > _MOST_KEPT:
        _read.clear()
    for token in state.tokens:
        if token.type != "inline":
            continue
        found = kept.get(token.content) if kept is not None else None
        if found is None:
            found = []
            state.md.inline.parse(token.content, state.md, state.env, found)
            if kept is not None and not any(one.children for one in found):
                kept[token.content] = found
        token.children = [one.copy() for one in found]  # which a later rule joins


_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]")


def _signs(state: StateInline, silent: bool) -> bool:
    """Read `*` and `_` as CommonMark does, but `**` that touches a Japanese letter or sign as
    note lines do: it opens before and closes after anything that is no white space.

    CommonMark's flanking takes 」 and 。 for the punctuation of a language with spaces, so that
    `**「要点」**です` would print its asterisks.
    """
    begin, known = state.pos, len(state.delimiters)
    if not flanked(state, silent):
        return False
    before = state.src[max(begin - 1, 0) : begin]
    after = state.src[state.pos : min(state.pos + 1, state.posMax)]
    if state.src[begin : state.pos] == "**" and _WIDE.search(before + after):
        for delimiter in state.delimiters[known:]:
            delimiter.open = bool(after.strip())
            delimiter.close = bool(before.strip())
    return True


def local_key(scope: str, label: str) -> str:
    """Return the key of a footnote that only the text named `scope` knows as `label`."""
    return "n" + hashlib.sha256(f"{scope}|{label}".encode()).hexdigest()[:10]


def parse(source: str, scope: str) -> Parsed:
    """Return the block tree of an author's text; never fails.

    `scope` names the text, so that its own footnotes get keys nobody else has. Headings have the
    levels 1, 2 … without a gap, whatever was typed.
    """
    tokens = _parser().parse(source, {})
    local = {t.meta["label"] for t in tokens if t.type == "footnote_reference_open"}
    reader = _Reader(tokens, scope, local)
    blocks = reader.blocks(None)
    return Parsed(_ranked(blocks), reader.notes)


class _Reader:
    """Walks a token stream once."""

    def __init__(self, tokens: Sequence[Token], scope: str, local: set[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._scope = scope
        self._local = local
        self._quoted = False
        self.notes: dict[str, Blocks] = {}

    def blocks(self, end: str | None) -> Blocks:
        """Return the blocks up to the token type `end` (None: to the last)."""
        out: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            out.extend(self._block(token))
        return tuple(out)

    def _block(self, token: Token) -> Iterator[Block]:
        opens, self._quoted = self._quoted, token.type == "blockquote_open"
        match token.type:
            case "paragraph_open":
                yield from self._paragraph(self._inline("paragraph_close", opens=opens))
            case "heading_open":
                inner = self._inline("heading_close")
                if inner:
                    yield Heading(int(token.tag[1:]), inner)
            case "bullet_list_open":
                yield from self._list("bullet_list_close", None)
            case "ordered_list_open":
                start = token.attrGet("start")
                yield from self._list("ordered_list_close", 1 if start is None else int(start))
            case "blockquote_open":
                if blocks := self.blocks("blockquote_close"):
                    yield _quote(_as_prose(blocks))
            case "fence" | "code_block":
                language = (token.info.split() or [""])[0]
                yield CodeBlock(token.content.rstrip("\n"), language)
            case "hr":
                yield Rule()
            case "table_open":
                yield from self._table()
            case "footnote_reference_open":
                key = local_key(self._scope, token.meta["label"])
                self.notes[key] = _as_prose(self.blocks("footnote_reference_close"))

    def _list(self, end: str, start: int | None) -> Iterator[Block]:
        items: list[Item] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            if token.type == "list_item_open":
                items.append(Item(_as_prose(self.blocks("list_item_close"))))
        kept = tuple(item for item in items if item.blocks)
        if kept:
            yield List(kept, start)

    def _table(self) -> Iterator[Block]:
        rows: list[list[Inlines]] = []
        sides: list[str] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open" | "td_open":
                    style = str(token.attrGet("style") or "")
                    sides += [style.partition(":")[2]] if token.type == "th_open" else []
                    rows[-1].append(self._inline(token.type.replace("open", "close")))
        if any(cell for row in rows for cell in row):
            yield Table(tuple(rows[0]), tuple(map(tuple, rows[1:])), tuple(sides))

    def _inline(self, end: str, *, opens: bool = False) -> Inlines:
        """Return the words up to a token; `opens`: they open a quotation, and a sign of a box on
        the first line keeps to that line."""
        out: Inlines = ()
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == end:
                break
            if token.type == "inline":
                children = token.children or []
                sign = opens and len(children) > 1 and children[1].type == "softbreak"
                if sign and _NOTICE.fullmatch(children[0].content):
                    rest = self._inlines(children[2:])
                    out = joined(f"{children[0].content.strip()}\n", rest)
                else:
                    out = self._inlines(children)
        return out

    def _inlines(self, tokens: Sequence[Token]) -> Inlines:
        stack: list[list[Inline]] = [[]]
        urls: list[str] = []
        for token in tokens:
            match token.type:
                case "strong_open" | "em_open":
                    stack.append([])
                case "link_open":
                    urls.append(str(token.attrGet("href") or ""))
                    stack.append([])
                case "strong_close" | "em_close":
                    inner = joined(stack.pop())
                    sign = Strong if token.type == "strong_close" else Emphasis
                    stack[-1].extend([sign(inner)] if inner else [])
                case "link_close":
                    inner = joined(stack.pop())
                    stack[-1].extend(_link(urls.pop(), inner))
                case _:
                    stack[-1].extend(self._leaf(token, in_link=bool(urls)))
        return _stripped(joined(*stack))

    def _leaf(self, token: Token, *, in_link: bool) -> Iterator[Inline]:
        match token.type:
            case "text" | "text_special":
                yield from [Words(token.content)] if in_link else _with_addresses(token.content)
            case "softbreak":
                yield Words("\n")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(token.content)
            case "image":
                alternative = plain(self._inlines(token.children or []))
                yield from _picture(str(token.attrGet("src") or ""), alternative)
            case "footnote_ref":
                label = token.meta["label"]
                yield Reference(local_key(self._scope, label) if label in self._local else label)

    @staticmethod
    def _paragraph(inner: Inlines) -> Iterator[Block]:
        """Yield a paragraph, or the figure that a picture alone (with a caption under it) is."""
        if inner and isinstance(inner[0], Picture):
            rest = inner[1:]
            if not rest or isinstance(rest[0], Break):
                yield Figure(inner[0].url, inner[0].alternative, _stripped(rest[1:]))
                return
        if inner:
            yield Paragraph(inner)


def _quote(blocks: Blocks) -> Quote:
    """Return a quotation; one that begins with `[!NOTE]` on a line of its own, as GitHub has it,
    is a box of that kind."""
    first = blocks[0]
    if isinstance(first, Paragraph) and isinstance(first.inner[0], Words):
        words = first.inner[0].text
        match = _NOTICE.match(words)
        rest = joined(words[match.end() :], first.inner[1:]) if match else ()
        inside = ((Paragraph(rest),) if rest else ()) + blocks[1:]
        if match and inside:
            return Quote(inside, match.group(1).lower())
    return Quote(blocks)


def _link(url: str, inner: Inlines) -> Inlines:
    """Return a link, or its words when the address is unsafe or the words are empty."""
    if not safe(url):
        return inner
    pictures = tuple(i for i in inner if isinstance(i, Picture))
    words = tuple(i for i in inner if not isinstance(i, Picture | Reference))
    after = tuple(i for i in inner if isinstance(i, Reference))
    if pictures and not words:
        return pictures + after
    return (Address(url, words or (Words(url),)), *after)


def _picture(url: str, alternative: str) -> Inlines:
    """Return a picture of the report's own folder or the web; else its alternative words."""
    if _LOCAL_PICTURE.fullmatch(url) or (safe(url) and not url.lower().startswith("mailto:")):
        return (Picture(url, alternative),)
    return (Words(alternative),) if alternative else ()


def _with_addresses(words: str) -> Iterator[Inline]:
    """Yield words with the bare addresses in them as links."""
    at = 0
    for start, end in bare_addresses(words):
        yield Words(words[at:start])
        yield Address(words[start:end], (Words(words[start:end]),))
        at = end
    yield Words(words[at:])


def _stripped(inlines: Inlines) -> Inlines:
    """Return the tree with soft line breaks resolved and no white space or break at its ends."""
    out = list(joined(tuple(_soft_breaks(inlines))))
    while out and (isinstance(out[0], Break) or out[0] == Words(" ")):
        out.pop(0)
    while out and (isinstance(out[-1], Break) or out[-1] == Words(" ")):
        out.pop()
    if out and isinstance(out[0], Words):
        out[0] = Words(out[0].text.lstrip(" \t"))
    if out and isinstance(out[-1], Words):
        out[-1] = Words(out[-1].text.rstrip(" \t"))
    return tuple(i for i in out if i != Words(""))


def _soft_breaks(inlines: Inlines) -> Iterator[Inline]:
    """Yield the tree with each soft break a space, or nothing between two Japanese letters.

    A paragraph is written on one line: some places show a soft break as a space, visible between
    kana, others as a line break.
    """
    merged = joined(inlines)
    for index, inline in enumerate(merged):
        if not isinstance(inline, Words) or "\n" not in inline.text:
            yield inline
            continue
        before = plain(merged[max(index - 1, 0) : index])[-1:]
        after = plain(merged[index + 1 : index + 2])[:1]
        yield Words(_one_line(inline.text, before, after))


def _one_line(words: str, before: str, after: str) -> str:
    def joint(match: re.Match[str]) -> str:
        left = words[: match.start()][-1:] or before
        right = words[match.end() :][:1] or after
        return "" if _WIDE.match(left) and _WIDE.match(right) else " "

    return re.sub(r"[ \t]*\n[ \t\n]*", joint, words)


def _as_prose(blocks: Blocks) -> Blocks:
    """Return blocks for within a list, quote or note: a heading there is a strong line, a table a
    list."""
    return tuple(
        Paragraph((Strong(block.inner),))
        if isinstance(block, Heading)
        else as_list(block)
        if isinstance(block, Table)
        else block
        for block in blocks
    )


def _ranked(blocks: Blocks) -> Blocks:
    """Return blocks whose heading levels begin at 1 and never skip one."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    out: list[Block] = []
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = min(levels.index(block.level) + 1, last + 1)
            out.append(Heading(last, block.inner))
        else:
            out.append(block)
    return tuple(out)
