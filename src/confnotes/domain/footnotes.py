"""Footnotes: objects of a conference, cited by key from any text; numbers are only ever counted.

A reference is `[^key]`. Keys are ASCII, unique in the conference and made by the app
(`s3-2`), so that text can move between sessions without renaming.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from confnotes.domain.audience import Audience

REFERENCE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]")
"""A citation in a text; group 1 is the key."""
TYPED_REFERENCE = re.compile(r"\[\^([^\]\s^]+)\]")
_DEFINITION = re.compile(r"^[ \t]{0,3}(?:[-*+] )?\[\^([^\]\s^]+)\]:[ \t]*(.*)$")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote in the author's own voice: CommonMark without raw HTML."""

    id: str
    conference_id: str
    key: str
    text: str
    audience: Audience = Audience.PUBLIC


def references(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, key) of each citation in `text`, in order; not those in code spans."""
    code = [match.span() for match in _CODE_SPAN.finditer(text)]
    for match in REFERENCE.finditer(text):
        if not any(start <= match.start() < end for start, end in code):
            yield match.start(), match.end(), match.group(1)


def typed_references(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, label) of each `[^label]` a person typed; not those in code spans."""
    code = [match.span() for match in _CODE_SPAN.finditer(text)]
    for match in TYPED_REFERENCE.finditer(text):
        if not any(start <= match.start() < end for start, end in code):
            yield match.start(), match.end(), match.group(1)


def definition(row: str) -> tuple[str, str] | None:
    """Return (label, text) of a line that defines a footnote (`[^1]: text`), None for others."""
    match = _DEFINITION.match(row)
    return None if match is None else (match.group(1), match.group(2).strip())


def cited(texts: Iterable[str]) -> list[str]:
    """Return the keys cited in `texts`, in reading order, each once."""
    seen: dict[str, None] = {}
    for text in texts:
        for _, _, key in references(text):
            seen.setdefault(key)
    return list(seen)


def new_key(prefix: str, taken: Collection[str]) -> str:
    """Return the first free key of the form `prefix-1`, `prefix-2` …"""
    number = 1
    while f"{prefix}-{number}" in taken:
        number += 1
    return f"{prefix}-{number}"


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text whose typed footnotes (`[^1]` with `[^1]: text`) became footnotes of their own."""

    text: str
    footnotes: tuple[tuple[str, str], ...]


def adopt(text: str, key_for: Callable[[], str], known: Collection[str] = ()) -> Adopted:
    """Return `text` with every typed `[^label]` that has its definition in it given a key of ours.

    The definitions (with the lines indented below them) leave the text and become footnotes, as
    (key, text) pairs in the order of definition. Labels in `known` are ours already and stay; a
    reference without a definition stays as typed, and so does a definition nobody cites only in
    the sense that its footnote exists, unused: no text is ever dropped.
    """
    kept: list[str] = []
    definitions: dict[str, list[str]] = {}
    current: list[str] | None = None
    for row in text.split("\n"):
        match = _DEFINITION.match(row)
        if match is not None and match.group(1) not in known:
            current = definitions.setdefault(match.group(1), [])
            current.append(match.group(2))
        elif current is not None and (not row.strip() or row.startswith(("    ", "\t"))):
            current.append(row.removeprefix("\t") if row.startswith("\t") else row[4:])
        else:
            current = None
            kept.append(row)
    keys = {label: key_for() for label in definitions}
    body = TYPED_REFERENCE.sub(
        lambda match: f"[^{keys.get(match.group(1), match.group(1))}]", "\n".join(kept)
    )
    notes = tuple((keys[label], "\n".join(rows).strip()) for label, rows in definitions.items())
    return Adopted(body, notes)
