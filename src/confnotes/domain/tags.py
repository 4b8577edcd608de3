"""Tags of a session: short words one files it under, typed in one line."""

import re
from collections.abc import Iterable

from confnotes.domain.text import folded, stored_line

_BETWEEN = re.compile(r"[,、，;；]|[\s　]+(?=[#＃])")


def parse_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a line as typed: between commas of either width, or each after a `#`.

    White space inside a tag stays as one blank; a tag that differs from one before it in width or
    case alone is left out.
    """
    return tidy_tags(_BETWEEN.split(stored_line(text)))


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags in their stored form: no `#` before them, none empty, none twice."""
    found: dict[str, str] = {}
    for tag in tags:
        words = " ".join(stored_line(tag).split()).lstrip("#＃").strip()
        if words:
            found.setdefault(folded(words), words)
    return tuple(found.values())


def shown_tags(tags: Iterable[str]) -> str:
    """Return tags as one line that `parse_tags` reads back."""
    return ", ".join(tags)
