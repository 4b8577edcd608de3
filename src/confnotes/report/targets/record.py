"""What a target's place can do."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class NoteStyle(StrEnum):
    """How footnotes are written.

    INLINE: `((text))` where the reference stands. DEFINED: `[^1]` and definitions at the end.
    LISTED: a raised number and a numbered list at the end. KEYED: `[^key]`, for the author's
    eyes, without the notes.
    """

    INLINE = "inline"
    DEFINED = "defined"
    LISTED = "listed"
    KEYED = "keyed"


def unchanged(text: str) -> str:
    """Return the text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Target:
    """A place: its name, what it is called, and the rules that differ from place to place.

    `heading_base` is the level of a section's heading. `title` writes the report's title as the
    first line ("" for none). `words` gets literal text that is escaped already and breaks what
    would be markup only here; `code` does so for a code span ("" when backticks will do).
    `tilde` is what a `~` becomes where there are several in a paragraph, which would strike out
    what is between them. `contents` is the line that asks for a table of contents.
    """

    name: str
    label: str
    notes: NoteStyle
    heading_base: int = 2
    title: Callable[[str], str] = unchanged
    words: Callable[[str], str] = unchanged
    code: Callable[[str], str] = lambda _: ""
    tilde: str = r"\~"
    contents: str = ""
