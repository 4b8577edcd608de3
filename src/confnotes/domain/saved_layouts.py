"""Layouts that were saved: how a report was arranged, for those of other conferences.

Nothing in one names a row of the conference it was made in. Sections that exist for a conference
alone are named by their kind and place: `day:1`, `day:-1` (the last), `event:2`, `session:1` below
the section it stands in; `day`, `event` and `session` mean all of them.
"""

from dataclasses import dataclass

from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language


@dataclass(frozen=True, slots=True)
class SavedLayout:
    """A layout under a name; it belongs to the conference it was saved in first, and can be begun
    from in every other. `layout` is the kind (`full`, `rating`, …, `day`, `session`), `title_ja`
    and `title_en` the patterns of titles."""

    id: str
    conference_id: str
    name: str
    layout: str = "full"
    title_ja: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class SavedSection:
    """A section that is not as composed. `parent` is the key of what it stands in ("" for none),
    `after` of what it stands after there ("": it is the first; None: as composed)."""

    id: str
    layout_id: str
    position: int
    key: str
    kind: SectionKind
    parent: str = ""
    after: str | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class SavedText:
    """What a saved section is called in one language, and the text it begins with ("" each)."""

    id: str
    section_id: str
    language: Language
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class WholeLayout:
    """A saved layout with its sections in order and their texts."""

    layout: SavedLayout
    sections: tuple[SavedSection, ...] = ()
    texts: tuple[SavedText, ...] = ()
