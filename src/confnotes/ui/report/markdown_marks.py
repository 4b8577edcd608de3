"""Quiet colours for Markdown as it is written: signs step back, headings and notes stand out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"^(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"^((?:[ \t]{0,3}>[ \t]?)+)")
_BULLET = re.compile(r"^[ \t]*([-*+]|\d{1,3}[.)])(?=[ \t])")
_DEFINITION = re.compile(r"^[ \t]{0,3}(\[\^[^\]\s]+\]:)")
_FENCE = re.compile(r"^[ \t]{0,3}(```|~~~)")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_REFERENCE = re.compile(r"\[\^[^\]\s^]+\]")
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\s]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line and what it is: a `sign`, `heading`, `quote`, `code`, `note`,
    `definition`, `link` or `strong`."""

    start: int
    length: int
    role: str


def opens_or_closes_fence(line: str) -> bool:
    """Return whether a line begins or ends a block of code."""
    return _FENCE.match(line) is not None


def marks(line: str) -> Iterator[Mark]:
    """Yield the marks of one line of Markdown outside code blocks; later ones lie over earlier."""
    if match := _HEADING.match(line):
        yield Mark(0, len(line), "heading")
        yield Mark(0, match.end(1), "sign")
    elif match := _QUOTE.match(line):
        yield Mark(0, len(line), "quote")
        yield Mark(0, match.end(1), "sign")
    elif match := _DEFINITION.match(line):
        yield Mark(0, len(line), "definition")
        yield Mark(match.start(1), len(match.group(1)), "note")
        yield from _inside(line, match.end(1))
        return
    elif match := _BULLET.match(line):
        yield Mark(match.start(1), len(match.group(1)), "sign")
    yield from _inside(line, 0)


def _inside(line: str, begin: int) -> Iterator[Mark]:
    for match in _STRONG.finditer(line, begin):
        yield Mark(match.start(2), len(match.group(2)), "strong")
        yield Mark(match.start(), 2, "sign")
        yield Mark(match.end() - 2, 2, "sign")
    for match in _LINK.finditer(line, begin):
        yield Mark(match.start(), match.end() - match.start(), "link")
    for match in _REFERENCE.finditer(line, begin):
        yield Mark(match.start(), match.end() - match.start(), "note")
    for match in _CODE.finditer(line, begin):
        yield Mark(match.start(), match.end() - match.start(), "code")
