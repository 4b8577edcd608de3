"""The block tree: what every report consists of before a target writes it.

Inline trees are those of `domain.inline`. A `Heading.level` is 1 for a section, 2 for what stands
in it, and so on; a target says at which level of its own it begins.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    plain,
)

Inlines = tuple[Inline, ...]
NOTICES = ("note", "tip", "important", "warning", "caution")
"""The kinds of box: those of GitHub's alerts."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `key` names the section it opens ("" for one inside a section)."""

    level: int
    inner: Inlines
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose."""

    inner: Inlines


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; nested lists stand among its blocks. `done` makes it a box to tick."""

    blocks: tuple["Block", ...]
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list: bullets, or numbers from `start` on."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else; or, with a kind of `notice` (NOTICES), one's own in a box."""

    blocks: tuple["Block", ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code as it is; `language` names it for colouring."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; `path` is relative to the report's file, or a web address,
    `width` in pixels as printed (None: the place's own). Neighbours of one `group` are to stand
    side by side."""

    path: str
    alternative: str = ""
    caption: Inlines = ()
    width: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `head`, then rows of as many cells; `sides` are "left", "center", "right" or ""."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Block = Heading | Paragraph | List | Quote | CodeBlock | Figure | Table | Rule
Blocks = tuple[Block, ...]
Notes = Mapping[str, Blocks]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with the number that the reading order gave it."""

    number: int
    key: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: every reference in `blocks` has its note, numbered as they are met."""

    title: str
    blocks: Blocks
    notes: tuple[Note, ...] = ()
    dangling: tuple[str, ...] = field(default=())

    def number_of(self) -> dict[str, int]:
        """Return each footnote's number by its key."""
        return {note.key: note.number for note in self.notes}


def text(words: str) -> Inlines:
    """Return an inline tree of literal words."""
    return (Words(words),) if words else ()


def paragraph(*parts: str | Sequence[Inline]) -> Paragraph:
    """Return a paragraph of words and inline trees, one after the other."""
    return Paragraph(joined(*parts))


def joined(*parts: str | Sequence[Inline]) -> Inlines:
    """Return the parts as one inline tree, neighbouring words merged."""
    out: list[Inline] = []
    for part in parts:
        for inline in text(part) if isinstance(part, str) else part:
            if isinstance(inline, Words) and out and isinstance(out[-1], Words):
                out[-1] = Words(out[-1].text + inline.text)
            else:
                out.append(inline)
    return tuple(out)


def map_inlines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Return `block` with `change` applied to every inline tree in it, in reading order."""
    match block:
        case Heading() | Paragraph():
            return replace(block, inner=change(block.inner))
        case Figure():
            return replace(block, caption=change(block.caption))
        case List():
            items = tuple(
                replace(item, blocks=map_all(item.blocks, change)) for item in block.items
            )
            return replace(block, items=items)
        case Quote():
            return replace(block, blocks=map_all(block.blocks, change))
        case Table(head, rows):
            changed = tuple(tuple(map(change, row)) for row in rows)
            return replace(block, head=tuple(map(change, head)), rows=changed)
    return block


def map_all(blocks: Iterable[Block], change: Callable[[Inlines], Inlines]) -> Blocks:
    """Return the blocks with `change` applied to every inline tree."""
    return tuple(map_inlines(block, change) for block in blocks)


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield every inline tree in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.inner
            case Figure():
                yield block.caption
            case List():
                for item in block.items:
                    yield from inlines_of(item.blocks)
            case Quote():
                yield from inlines_of(block.blocks)
            case Table(head, rows):
                yield from head
                for row in rows:
                    yield from row


def keys_in(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield the footnote keys an inline tree cites, in order."""
    for inline in inlines:
        match inline:
            case Reference(key):
                yield key
            case Strong(inner) | Emphasis(inner) | Address(_, inner):
                yield from keys_in(inner)


def without(inlines: Iterable[Inline], keep: Callable[[str], bool]) -> Inlines:
    """Return the tree without the references whose key `keep` refuses."""
    out: list[Inline] = []
    for inline in inlines:
        match inline:
            case Reference(key):
                if keep(key):
                    out.append(inline)
            case Strong(inner) | Emphasis(inner):
                if left := without(inner, keep):
                    out.append(replace(inline, inner=left))
            case Address(url, inner):
                out.append(Address(url, without(inner, keep) or (Words(url),)))
            case _:
                out.append(inline)
    return joined(out)


PAGE_WIDTH = 640
"""Pixels across which pictures that stand side by side are spread."""


def side_by_side(blocks: Iterable[Block], joint: str) -> Blocks:
    """Return blocks with neighbouring figures of one group as one paragraph of pictures, their
    captions below them."""
    out: list[Block] = []
    row: list[Figure] = []
    for block in (*blocks, None):
        if row and not (isinstance(block, Figure) and block.group == row[0].group):
            out.append(_in_a_row(row, joint) if len(row) > 1 else row[0])
            row = []
        if isinstance(block, Figure) and block.group:
            row.append(block)
        elif block is not None:
            out.append(block)
    return tuple(out)


def _in_a_row(figures: Sequence[Figure], joint: str) -> Paragraph:
    wide = PAGE_WIDTH // len(figures)
    parts: list[Inlines] = []
    for figure in figures:
        parts += [text(" ")] if parts else []
        parts.append((Picture(figure.path, figure.alternative, figure.width or wide),))
    captions = [figure.caption for figure in figures if not is_blank(figure.caption)]
    for index, caption in enumerate(captions):
        parts += [text(joint) if index else (Break(),), caption]
    return Paragraph(joined(*parts))


def lone_address(block: Block) -> str:
    """Return the address that is all of a paragraph ("" for none)."""
    if isinstance(block, Paragraph) and len(block.inner) == 1:
        only = block.inner[0]
        if isinstance(only, Address) and plain(only.inner) == only.url:
            return only.url
    return ""


_WIDE_LETTER = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")


def as_list(table: Table) -> List:
    """Return a table as a list, for where there are none: a row's first cell, the others below it,
    each after what its column is called."""
    return List(tuple(_row_item(table.head, row) for row in table.rows))


def _row_item(head: tuple[Inlines, ...], row: tuple[Inlines, ...]) -> Item:
    below: list[Item] = []
    for name, cell in zip(head[1:], row[1:], strict=True):
        if not is_blank(cell):
            colon = "：" if _WIDE_LETTER.search(plain(name)) else ": "
            below.append(Item((paragraph(name, "" if is_blank(name) else colon, cell),)))
    first = (Paragraph(row[0]),) if not is_blank(row[0]) else ()
    return Item((*first, *((List(tuple(below)),) if below else ())))


def addresses_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the addresses that blocks link to, in reading order."""
    for tree in inlines_of(blocks):
        yield from _addresses(tree)


def _addresses(tree: Inlines) -> Iterator[str]:
    for inline in tree:
        match inline:
            case Address(url):
                yield url
            case Strong(inner) | Emphasis(inner):
                yield from _addresses(inner)


def words_of(blocks: Iterable[Block]) -> str:
    """Return the plain words of blocks, one space between them."""
    return " ".join(filter(None, (plain(inner).strip() for inner in inlines_of(blocks))))


def figures_in(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Yield the figures in reading order."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case List():
                for item in block.items:
                    yield from figures_in(item.blocks)
            case Quote():
                yield from figures_in(block.blocks)


def widths_in(blocks: Iterable[Block]) -> Iterator[tuple[str, int]]:
    """Yield path and width of the pictures that were given a width."""
    blocks = tuple(blocks)
    yield from ((f.path, f.width) for f in figures_in(blocks) if f.width)
    for tree in inlines_of(blocks):
        yield from ((p.url, p.width) for p in tree if isinstance(p, Picture) and p.width)


def shows(blocks: Iterable[Block]) -> bool:
    """Return whether anything of the blocks can be seen."""
    for block in blocks:
        match block:
            case CodeBlock(text):
                if text.strip():
                    return True
            case Figure():
                return True
            case List():
                if any(shows(item.blocks) for item in block.items):
                    return True
            case Quote():
                if shows(block.blocks):
                    return True
            case Heading() | Paragraph() | Table():
                if not all(map(is_blank, inlines_of((block,)))):
                    return True
    return False


def is_blank(inlines: Iterable[Inline]) -> bool:
    """Return whether an inline tree shows nothing at all: no word, picture or reference."""
    for inline in inlines:
        match inline:
            case Reference() | Picture():
                return False
            case Strong(inner) | Emphasis(inner) | Address(_, inner):
                if not is_blank(inner):
                    return False
            case Words(words) | Code(words):
                if words.strip():
                    return False
    return True
