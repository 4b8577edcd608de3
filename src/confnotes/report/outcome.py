"""What is said about a report besides its text: checks with their places, and differences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a check points: a section, session or line as far as there is one, and words of it;
    `row_id` is what else it is about (a footnote)."""

    section_key: str | None = None
    session_id: str | None = None
    line_id: str | None = None
    words: str = ""
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at before publishing; none blocks. `count` is never zero."""

    code: str
    count: int
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Something a reader of the exported text would not find as it was meant.

    `expected` and `found` are words without white space, "" when there is nothing; `section` is
    the key of the section it stands in.
    """

    kind: str
    expected: str
    found: str
    section: str = ""
