"""What a place cannot show, in what it can: done to the block tree, before it is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from confnotes.domain.inline import Address, Emphasis, Inline, Picture, Strong, Words
from confnotes.report.blocks import (
    Block,
    Blocks,
    Document,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quote,
    Table,
    addresses_in,
    as_list,
    inlines_of,
    joined,
    map_all,
    map_inlines,
)
from confnotes.report.targets.record import Pictures, Target
from confnotes.report.wording import Wording


def for_place(
    document: Document, target: Target, wording: Wording, *, pictures: int = 0
) -> Document:
    """Return the document with what `target` has no means for said by those it has; `pictures`
    stand before it, where it is a part of a report."""
    fitter = _Fitter(target, wording, pictures)
    blocks = fitter.blocks(document.blocks, top=True)
    notes = tuple(replace(note, blocks=fitter.blocks(note.blocks)) for note in document.notes)
    return replace(document, blocks=blocks, notes=notes)


def located(document: Document, where: Callable[[str], str]) -> Document:
    """Return the document with every picture at the path or address that `where` gives it."""
    if next(pictures_in(document), None) is None:
        return document
    notes = tuple(replace(note, blocks=_moved(note.blocks, where)) for note in document.notes)
    return replace(document, blocks=_moved(document.blocks, where), notes=notes)


def _moved(blocks: Iterable[Block], where: Callable[[str], str]) -> Blocks:
    out: list[Block] = []
    for block in map_all(blocks, lambda tree: _moved_within(tree, where)):
        match block:
            case Figure():
                out.append(replace(block, path=where(block.path)))
            case List():
                items = (replace(i, blocks=_moved(i.blocks, where)) for i in block.items)
                out.append(replace(block, items=tuple(items)))
            case Quote():
                out.append(replace(block, blocks=_moved(block.blocks, where)))
            case _:
                out.append(block)
    return tuple(out)


def _moved_within(tree: Inlines, where: Callable[[str], str]) -> Inlines:
    out: list[Inline] = []
    for inline in tree:
        if isinstance(inline, Picture):
            out.append(replace(inline, url=where(inline.url)))
        elif isinstance(inline, Strong | Emphasis | Address):
            out.append(replace(inline, inner=_moved_within(inline.inner, where)))
        else:
            out.append(inline)
    return tuple(out)


def pictures_in(document: Document) -> Iterator[tuple[str, str]]:
    """Yield path and alternative words of every picture in reading order, footnotes last."""
    yield from _pictures(document.blocks)
    for note in document.notes:
        yield from _pictures(note.blocks)


def _pictures(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Figure(path, alternative, caption):
                yield path, alternative
                yield from _pictures_within(caption)
            case Heading(_, inner) | Paragraph(inner):
                yield from _pictures_within(inner)
            case List(items):
                for item in items:
                    yield from _pictures(item.blocks)
            case Quote(inside):
                yield from _pictures(inside)
            case Table():
                for tree in inlines_of((block,)):
                    yield from _pictures_within(tree)


def _pictures_within(tree: Inlines) -> Iterator[tuple[str, str]]:
    for inline in tree:
        match inline:
            case Picture(url, alternative):
                yield url, alternative
            case Strong(inner) | Emphasis(inner) | Address(_, inner):
                yield from _pictures_within(inner)


@dataclass
class _Fitter:
    target: Target
    wording: Wording
    pictures: int = 0

    def blocks(self, blocks: Iterable[Block], *, top: bool = False) -> Blocks:
        """Return blocks as the place can show them."""
        return tuple(made for block in blocks for made in self._block(block, top=top))

    def _block(self, block: Block, *, top: bool) -> Blocks:
        match block:
            case Heading() if not self.target.heading_links:
                return self._unlinked(block)
            case Heading() | Paragraph():
                return (replace(block, inner=self._inlines(block.inner)),)
            case Figure():
                return self._figure(block)
            case List():
                items = (replace(i, blocks=self.blocks(i.blocks)) for i in block.items)
                return (replace(block, items=tuple(items)),)
            case Quote(blocks, kind):
                return (self._quote(blocks, kind, top=top),)
            case Table() if not self.target.tables:
                return self.blocks((as_list(block),))
            case Table():
                return (map_inlines(block, self._inlines),)
        return (block,)

    def _unlinked(self, heading: Heading) -> Blocks:
        """Return a heading of words alone, the addresses it led to below it."""
        urls = list(dict.fromkeys(addresses_in((heading,))))
        inner = joined(*(i.inner if isinstance(i, Address) else (i,) for i in heading.inner))
        below = (Paragraph(self._inlines((Address(url, (Words(url),)),))) for url in urls)
        return (replace(heading, inner=self._inlines(inner)), *below)

    def _inlines(self, tree: Inlines) -> Inlines:
        out: list[Inlines] = []
        for inline in tree:
            if isinstance(inline, Picture) and self.target.pictures is Pictures.BY_HAND:
                out.append((Words(self._named(inline.alternative)),))
            elif isinstance(inline, Strong | Emphasis | Address):
                inner = self._inlines(inline.inner)
                out.append(self.target.reword(replace(inline, inner=inner)))
            else:
                out.append(self.target.reword(inline))
        return joined(*out)

    def _figure(self, figure: Figure) -> Blocks:
        """Return a picture; the words that say which one goes here, where it is put in by hand."""
        if self.target.pictures is not Pictures.BY_HAND:
            return (replace(figure, caption=self._inlines(figure.caption)),)
        words = Paragraph((Words(self._named(figure.alternative)),))
        caption = self._inlines(figure.caption)
        return (words, Paragraph(caption)) if caption else (words,)

    def _named(self, alternative: str) -> str:
        self.pictures += 1
        number, words = str(self.pictures), alternative.strip()
        if not words:
            return self.wording.words("picture.here_bare", number=number)
        return self.wording.words("picture.here", number=number, words=words)

    def _quote(self, blocks: Blocks, kind: str, *, top: bool) -> Quote:
        """Return a quotation; a box is one that says what it is where the place has none, and
        within others."""
        inside = self.blocks(blocks)
        if not kind or (top and self.target.notice(kind, "")):
            return Quote(inside, kind)
        label = Strong((Words(self.wording.phrase(f"notice.{kind}")),))
        return Quote((Paragraph((label,)), *inside))
