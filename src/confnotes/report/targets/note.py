"""note: text to paste into the editor of note.com.

Sources: "noteで使えるマークダウン記法まとめ" (note.com/akihamitsuki/n/nc7fdbff15bc8): what the
editor turns into its own when Markdown is pasted, and what it does not know (levels below the
second heading, italics, code within text, tables, footnotes, HTML). It reads no backslashes or
entities, so that a sign which would become something is written in its full width. No source says
what becomes of `[words](address)`: the address stands in brackets after its words, which can be
read either way, and a blank ends it. Pictures are put in by hand where the text says so; so is the
list of contents, from the editor's menu. The first line is the title, which has a field of its own
there.
"""

import re

from confnotes.domain.inline import (
    Address,
    Break,
    Code,
    Emphasis,
    Inline,
    Strong,
    Words,
    plain,
)
from confnotes.report.blocks import joined
from confnotes.report.targets.inline import destination
from confnotes.report.targets.record import NoteStyle, Pictures, Target, TitlePlace

_SIGN_AT_START = re.compile(r"(#{1,6}|>|[-*+]|\d+[.)])(?=[\s>]|$)|-{3,}|\*{3,}|`{3}|~{3}|>")


def _wide(text: str) -> str:
    return "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" else ch for ch in text)


def _words(text: str) -> str:
    return re.sub(r"\*\*+|~~+|`{3,}", lambda match: _wide(match.group()), text)


def _line_start(text: str) -> str:
    match = _SIGN_AT_START.match(text)
    return _wide(match.group()) + text[match.end() :] if match else text


def _reword(inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Emphasis(inner):
            return inner
        case Strong(inner):
            pieces = (Words(" ") if isinstance(piece, Break) else piece for piece in inner)
            return (Strong(joined(*((piece,) for piece in pieces))),)
        case Code(text):
            return (Words(text),)
        case Address(url, inner) if url.lower().startswith("mailto:"):
            return (*inner, Words(f"（{url[len('mailto:') :]}）"))
        case Address(url, inner):
            there = destination(url)
            link = Address(there, (Words(there),))
            if plain(inner) in (url, there):
                return (link,)
            return (*inner, Words("（ "), link, Words("）"))
    return (inline,)


NOTE = Target(
    name="note",
    label="note",
    notes=NoteStyle.MARKED,
    title=TitlePlace.HEADING,
    deepest=3,
    escapes=False,
    words=_words,
    line_start=_line_start,
    tilde="～",
    reword=_reword,
    line_break="\n",
    rule="---",
    bare=lambda url: f"{url} ",
    embed=lambda url: url if url.startswith("http") else "",
    pictures=Pictures.BY_HAND,
    tables=False,
    heading_links=False,
)
