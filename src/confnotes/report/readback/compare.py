"""What differs between a report's block tree and what a parser found in its text."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from confnotes.report.blocks import Document
from confnotes.report.outcome import Difference
from confnotes.report.readback.render import render
from confnotes.report.readback.shape import Feature, Placed, of_document, of_html
from confnotes.report.targets.record import Target
from confnotes.report.wording import Wording

KINDS = ("heading", "reference", "note", "link", "item", "cell", "quote", "figure", "code", "text")
"""What is compared, each kind in its own order."""


def differences(
    document: Document, text: str, target: Target, wording: Wording
) -> tuple[Difference, ...]:
    """Return what differs, in order of kind and place; () when all is as meant."""
    return compared(of_document(document, target, wording), of_html(render(text, target)))


def compared(meant: Sequence[Placed], found: Sequence[Feature]) -> tuple[Difference, ...]:
    """Return the differences between two shapes."""
    out: list[Difference] = []
    for kind in KINDS:
        ours = [placed for placed in meant if placed.feature.kind == kind]
        theirs = [feature for feature in found if feature.kind == kind]
        if [placed.feature for placed in ours] != theirs:
            out += _of_kind(kind, ours, theirs)
    return tuple(out)


def _of_kind(kind: str, ours: list[Placed], theirs: list[Feature]) -> Iterator[Difference]:
    mine = [placed.feature for placed in ours]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for sign, i, i_end, j, j_end in matcher.get_opcodes():
        if sign == "equal":
            continue
        for step in range(max(i_end - i, j_end - j)):
            at = i + step
            meant = _said(mine[at]) if at < i_end else ""
            got = _said(theirs[j + step]) if j + step < j_end else ""
            near = ours[min(at, len(ours) - 1)].section if ours else ""
            yield Difference(kind, meant, got, near)


def _said(feature: Feature) -> str:
    """Return a feature in words: what it says, and its level, number or address."""
    return " ".join(filter(None, (feature.words, feature.detail)))
