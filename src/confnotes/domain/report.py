"""A report as it is kept: one outline for both languages, with texts per language.

Sections that nobody touched are not stored: the outline is composed anew from the notes, and the
stored sections, found again by their key, lie over it.
"""

from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.audience import Audience
from confnotes.domain.text import Language


class SectionKind(StrEnum):
    """What a section of a report is made from."""

    OPENING = "opening"
    ABOUT = "about"
    WHY = "why"
    DAY = "day"
    EVENT = "event"
    GROUP = "group"
    SESSION = "session"
    RECOMMENDED = "recommended"
    AROUND = "around"
    WATCH = "watch"
    CONCLUSION = "conclusion"
    THANKS = "thanks"
    RELATED = "related"
    ADDENDUM = "addendum"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a conference. `language` and `target` are those last chosen."""

    id: str
    conference_id: str
    name: str = ""
    title: str = ""
    layout: str = "full"
    audience: Audience = Audience.PUBLIC
    language: Language = Language.JA
    target: str = "hatena"
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReportSetting:
    """One setting of a report for one target (honorific, contents list, user name …)."""

    id: str
    report_id: str
    target: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Section:
    """A touched section. `key` finds its place in the composed outline: `opening`, `about`, `why`,
    `day:2019-11-19`, `event:UUID@2019-11-18`, `group:rating:5`, `session:UUID`, `recommended`,
    `around`, `watch`, `conclusion`, `thanks`, `related`, `addendum`, `own:UUID`. `position` None:
    as composed."""

    id: str
    report_id: str
    key: str
    kind: SectionKind
    parent_id: str | None = None
    position: int | None = None
    shown: bool = True
    heading: str = ""


class SectionSourceKind(StrEnum):
    """What a section can draw on."""

    DAY = "day"
    EVENT = "event"
    SESSION = "session"
    SESSION_KIND = "session_kind"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class SectionSource:
    """One thing a section draws on; `reference` is a date, a UUID or a session kind."""

    id: str
    section_id: str
    kind: SectionSourceKind
    reference: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class SectionText:
    """What an author wrote in a section in one language (CommonMark without raw HTML).

    `base` is the generated Markdown it began from; `follows` the fingerprint of the text in the
    other language it was made from ("" if of its own); `line_ids` the lines that stand in it.
    """

    id: str
    section_id: str
    language: Language
    text: str
    base: str = ""
    follows: str = ""
    line_ids: tuple[str, ...] = ()
