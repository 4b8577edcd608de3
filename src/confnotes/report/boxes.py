"""Which quotations of a page are boxes of its place: HTML has one element for both."""

from collections.abc import Iterable, Iterator

from confnotes.report.blocks import Block, List, Quote
from confnotes.report.targets.record import Target
from confnotes.report.targets.writer import merged


def boxes_in(blocks: Iterable[Block], target: Target) -> tuple[str, ...]:
    """Return the kind of box that each quotation is, in reading order ("" for none)."""
    return tuple(_kinds(blocks, target, top=True))


def _kinds(blocks: Iterable[Block], target: Target, *, top: bool) -> Iterator[str]:
    for block in merged(blocks):
        match block:
            case Quote(inside, kind):
                yield kind if kind and top and target.notice(kind, "") else ""
                yield from _kinds(inside, target, top=False)
            case List(items):
                for item in items:
                    yield from _kinds(item.blocks, target, top=False)
