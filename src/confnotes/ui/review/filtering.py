"""Which of the sessions of a list one wants to see: words, and what is still to be done. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from confnotes.domain.text import folded
from confnotes.ui.review.rows import ReviewRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: every word of `text` (one with `#` among the tags alone); `unreviewed`:
    not looked through yet; `open`: with lines that were not caught, or to-dos."""

    text: str = ""
    unreviewed: bool = False
    open: bool = False

    @property
    def active(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.text.strip() or self.unreviewed or self.open)


def matching(rows: Sequence[ReviewRow], wanted: Wanted) -> Sequence[ReviewRow]:
    """Return the rows that are asked for, in their order."""
    words = folded(wanted.text).split()
    return [
        row
        for row in rows
        if not (wanted.unreviewed and row.reviewed)
        and not (wanted.open and not row.unclear + row.todos)
        and _has(row, words)
    ]


def _has(row: ReviewRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    tags = [folded(tag) for tag in row.tags]
    said = folded("\n".join((row.title, row.room, *row.speakers, *row.tags)))
    return all(
        any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in said
        for word in words
    )
