"""One pass that numbers footnotes in reading order over the whole report, re-used ones once."""

from collections.abc import Iterable
from dataclasses import replace

from confnotes.domain.inline import Inline, Reference, Words
from confnotes.report.blocks import (
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Item,
    List,
    Note,
    Notes,
    Paragraph,
    Quote,
    inlines_of,
    is_blank,
    joined,
    keys_in,
    map_all,
    shows,
    without,
)


def numbered(title: str, blocks: Blocks, notes: Notes) -> Document:
    """Return the document with its footnotes numbered as they are met.

    A reference whose footnote is not there (or says nothing) leaves the text, and no gap in the
    numbers; its key is among `dangling`. A footnote cited in a footnote stands in it in brackets.
    """
    told = {key: flattened(key, notes) for key in _reachable(blocks, notes)}
    flat = {key: cleaned(note) for key, note in told.items() if shows(note)}
    cited = list(dict.fromkeys(key for tree in inlines_of(blocks) for key in keys_in(tree)))
    known = [key for key in cited if flat.get(key)]
    dangling = tuple(key for key in cited if not flat.get(key))
    kept = cleaned(map_all(blocks, lambda tree: without(tree, lambda key: bool(flat.get(key)))))
    numbers = tuple(Note(n, key, flat[key]) for n, key in enumerate(known, 1))
    return Document(title, kept, numbers, dangling)


def cleaned(blocks: Blocks) -> Blocks:
    """Return blocks without those that show nothing; a list that would stand alone in an item
    takes the item's place."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, List):
            items = tuple(item for one in block.items for item in _items(one))
            out += [replace(block, items=items)] if items else []
        elif isinstance(block, Quote):
            inside = cleaned(block.blocks)
            out += [replace(block, blocks=inside)] if inside else []
        elif not isinstance(block, Heading | Paragraph) or not is_blank(block.inner):
            out.append(block)
    return tuple(out)


def _items(item: Item) -> tuple[Item, ...]:
    blocks = cleaned(item.blocks)
    if blocks and isinstance(blocks[0], List):
        return blocks[0].items + ((replace(item, blocks=blocks[1:]),) if blocks[1:] else ())
    return (replace(item, blocks=blocks),) if blocks else ()


def _reachable(blocks: Blocks, notes: Notes) -> list[str]:
    keys = (key for tree in inlines_of(blocks) for key in keys_in(tree))
    return [key for key in dict.fromkeys(keys) if key in notes]


def flattened(key: str, notes: Notes, within: tuple[str, ...] = ()) -> Blocks:
    """Return a footnote's blocks with the footnotes it cites put in brackets where they stood."""
    path = (*within, key)

    def opened(tree: Inlines) -> Inlines:
        out: list[Inline] = []
        for inline in tree:
            if not isinstance(inline, Reference):
                out.append(inline)
            elif inline.key in notes and inline.key not in path:
                out += _bracketed(flattened(inline.key, notes, path))
        return joined(out)

    return map_all(notes[key], opened)


def _bracketed(blocks: Blocks) -> Iterable[Inline]:
    trees = [tree for tree in inlines_of(blocks) if tree]
    if not trees:
        return ()
    gap: Inlines = (Words(" "),)
    words = joined(*(part for tree in trees for part in (tree, gap)))
    last = words[-1]
    trimmed = (*words[:-1], Words(last.text.rstrip())) if isinstance(last, Words) else words
    return joined(" (", trimmed, ")")
