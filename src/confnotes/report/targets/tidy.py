"""Emphasis that every reader understands.

CommonMark opens and closes `**` only where a word begins or ends (0.31.2, section 6.2: left- and
right-flanking). A Japanese bracket or stop at its inside with a letter at its outside is neither,
and the asterisks would be printed. So a pair of brackets or a stop moves outside the emphasis
where that helps, and a space stands where nothing else does. Zero-width spaces do not help.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from confnotes.report.blocks import Inlines, joined

_PAIRS = {
    "「": "」", "『": "』", "（": "）", "【": "】", "〈": "〉", "《": "》", "〔": "〕",
    "(": ")", "[": "]", "“": "”", "‘": "’",
}  # fmt: skip
_STOPS = "。．、，！？：；…!?.,:;"
_Sign = Strong | Emphasis


def tidied(inlines: Sequence[Inline]) -> Inlines:
    """Return the tree with emphasis that is one level deep, trimmed, and flanked so that it is
    read as such; words stay the same but for a space here and there."""
    flat = _unbroken(_apart([piece for inline in inlines for piece in _lifted(inline)]))
    out: list[Inline] = []
    for index, inline in enumerate(flat):
        if not isinstance(inline, Strong | Emphasis):
            out.append(inline)
            continue
        before = _letter(out[-1], last=True) if out else ""
        after = _letter(flat[index + 1], last=False) if index + 1 < len(flat) else ""
        out += _flanked(inline, before, after)
    return joined(*((inline,) for inline in out))


def _unbroken(inlines: Inlines) -> Inlines:
    """Return inlines without line breaks at the ends, and with no two in a row: they would end
    the paragraph."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Words) and not inline.text.strip(" \t") and _at_break(out):
            continue
        if isinstance(inline, Break):
            while out and isinstance(out[-1], Words) and not out[-1].text.strip(" \t"):
                out.pop()
            if _at_break(out):
                continue
        out.append(inline)
    while out and (isinstance(out[-1], Break) or out[-1] == Words(" ")):
        out.pop()
    return tuple(out)


def _at_break(out: Sequence[Inline]) -> bool:
    return not out or isinstance(out[-1], Break)


def _lifted(inline: Inline) -> Iterator[Inline]:
    """Yield an emphasis without emphasis within, with white space and references outside it."""
    if isinstance(inline, Address):
        inner = _unbroken(_apart(list(_bare(inline.inner))))
        yield replace(inline, inner=tuple(i for i in inner if not isinstance(i, Reference)))
        yield from (i for i in inner if isinstance(i, Reference))
        return
    if not isinstance(inline, Strong | Emphasis):
        yield inline
        return
    pieces = list(_apart(list(_bare(inline.inner))))
    head: list[Inline] = []
    tail: list[Inline] = []
    while pieces and _stands_outside(pieces[0]):
        head.append(pieces.pop(0))
    while pieces and _stands_outside(pieces[-1]):
        tail.insert(0, pieces.pop())
    if pieces and isinstance(pieces[0], Words):
        words = pieces[0].text
        head.append(Words(words[: len(words) - len(words.lstrip())]))
        pieces[0] = Words(words.lstrip())
    if pieces and isinstance(pieces[-1], Words):
        words = pieces[-1].text
        tail.insert(0, Words(words[len(words.rstrip()) :]))
        pieces[-1] = Words(words.rstrip())
    kept = _unbroken(joined(*((i,) for i in pieces if i != Words(""))))
    yield from head
    if plain(kept).strip():
        yield replace(inline, inner=kept)
    else:
        yield from kept
    yield from tail


def _stands_outside(inline: Inline) -> bool:
    """Return whether an inline at the edge of an emphasis is none of it."""
    if isinstance(inline, Words):
        return not inline.text.strip()
    return isinstance(inline, Reference | Break)


def _bare(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Yield inlines with the emphasis among them taken off: the outermost counts."""
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis):
            yield from _bare(inline.inner)
        else:
            yield inline


def _apart(inlines: Sequence[Inline]) -> Inlines:
    """Return inlines with alike emphasis joined and signs that would run together kept apart."""
    out: list[Inline] = []
    for inline in joined(*((inline,) for inline in inlines)):
        last = out[-1] if out else None
        if isinstance(inline, Strong | Emphasis) and isinstance(last, Strong | Emphasis):
            if type(last) is type(inline):
                out[-1] = replace(inline, inner=_apart(last.inner + inline.inner))
                continue
            out.append(Words(" "))
        elif isinstance(inline, Code) and isinstance(last, Code):
            out.append(Words(" "))
        if inline != Words(""):
            out.append(inline)
    return tuple(out)


def _letter(inline: Inline, *, last: bool) -> str:
    """Return the letter that the writing of an inline ends or begins with, as far as it counts."""
    if isinstance(inline, Words):
        return inline.text[-1:] if last else inline.text[:1]
    return " " if isinstance(inline, Break) else "`"


def _sign(letter: str) -> bool:
    """Return whether some reader takes a letter for punctuation (symbols count since 0.31)."""
    return bool(letter) and unicodedata.category(letter)[0] in "PS"


def _stands_free(letter: str) -> bool:
    """Return whether every reader takes what is beside an emphasis for its border."""
    return not letter or letter.isspace() or unicodedata.category(letter)[0] == "P"


def _flanked(sign: _Sign, before: str, after: str) -> Iterator[Inline]:
    """Yield an emphasis between two letters so that it opens and closes there."""
    head, tail = "", ""
    while True:
        inner = sign.inner
        first = _letter(inner[0], last=False)
        last = _letter(inner[-1], last=True)
        opens = not _sign(first) or _stands_free(head[-1:] or before)
        closes = not _sign(last) or _stands_free(tail[:1] or after)
        if opens and closes:
            break
        words = plain(inner)
        if _is_pair(words) and isinstance(inner[0], Words) and isinstance(inner[-1], Words):
            head, tail = head + first, last + tail
            inner = _cut(_cut(inner, start=True), start=False)
        elif not closes and last in _STOPS and isinstance(inner[-1], Words) and len(words) > 1:
            tail = last + tail
            inner = _cut(inner, start=False)
            while inner and _letter(inner[-1], last=True).isspace() and len(plain(inner)) > 1:
                tail = _letter(inner[-1], last=True) + tail
                inner = _cut(inner, start=False)
        else:
            head += "" if opens else " "
            tail = ("" if closes else " ") + tail
            break
        if not plain(inner).strip():
            yield from (Words(head), *inner, Words(tail))
            return
        sign = replace(sign, inner=inner)
    yield from (Words(head), sign, Words(tail))


def _cut(inlines: Inlines, *, start: bool) -> Inlines:
    """Return the inlines without their first or last letter (which is in words)."""
    out = list(inlines)
    at = 0 if start else -1
    edge = out[at]
    if isinstance(edge, Words):
        out[at] = Words(edge.text[1:] if start else edge.text[:-1])
    return tuple(i for i in out if i != Words(""))


def _is_pair(words: str) -> bool:
    """Return whether the brackets at both ends belong to each other (not 「A」と「B」)."""
    opening = words[:1]
    closing = _PAIRS.get(opening)
    if closing is None or words[-1:] != closing or len(words) <= 1:
        return False
    depth = 0
    for index, letter in enumerate(words):
        depth += (letter == opening) - (letter == closing)
        if depth == 0:
            return index == len(words) - 1
    return False
