"""What telling a report remembers on the way: who was introduced, which year was named, what to
cite, and what a check should know of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from confnotes.domain.inline import (
    Address,
    Emphasis,
    Inline,
    Picture,
    Reference,
    Strong,
    Words,
    safe,
)
from confnotes.domain.inline import parse as parse_line
from confnotes.domain.telling import NUMBER, telling_of
from confnotes.domain.text import Language
from confnotes.report import figures, markdown
from confnotes.report.blocks import (
    Blocks,
    Figure,
    Inlines,
    Notes,
    Paragraph,
    addresses_in,
    is_blank,
    joined,
    map_all,
    without,
    words_of,
)
from confnotes.report.prose import Prose, gap_between
from confnotes.report.prose_en import English
from confnotes.report.prose_ja import Japanese
from confnotes.report.snapshot import Person, Snapshot, Talk
from confnotes.report.wording import Wording

HONORIFICS = ("氏", "さん", "")
"""What a report can set after a person's name in Japanese; the first is the default."""


_LONGEST = timedelta(days=60)
"""A session that says it runs longer has a slip in its dates."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a printed section that a check counts."""

    code: str
    section: str
    session_id: str | None = None
    line_id: str | None = None
    words: str = ""


@dataclass
class _Memory:
    """What changes while a report is told."""

    introduced: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    rating_explained: bool = False
    zone_named: bool = False
    site_linked: bool = False
    findings: dict[Finding, None] = field(default_factory=dict)

    def copied(self) -> "_Memory":
        """Return a memory of its own that begins as this one."""
        return replace(
            self,
            introduced=set(self.introduced),
            years=set(self.years),
            findings=dict(self.findings),
        )


def prose_for(language: Language) -> Prose:
    """Return the forms of a language."""
    return Japanese() if language is Language.JA else English()


class Teller:
    """Turns a snapshot's texts into inline trees and blocks of the report's language."""

    def __init__(self, snapshot: Snapshot, wording: Wording) -> None:
        self.snapshot = snapshot
        self.wording = wording
        self.prose = prose_for(snapshot.language)
        self.telling = telling_of(snapshot.settings)
        self.notes: dict[str, Blocks] = {}
        self.section = ""
        self.session_id: str | None = None
        self.labels: dict[str, str] = {}
        self.hidden: frozenset[str] = frozenset()
        """The ids of the sessions that the author hid."""
        self.at_length: frozenset[str] = frozenset()
        """The ids of the sessions that have a block of their own."""
        self._lines = frozenset(line.id for line in snapshot.contents.lines)
        self._memory = _Memory()
        self._read: dict[tuple[str, str], markdown.Parsed] = {}
        setting = snapshot.settings.get("honorific", HONORIFICS[0])
        self.honorific = setting if setting in HONORIFICS else HONORIFICS[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the sections told so far, in reading order."""
        return tuple(self._memory.findings)

    def found(self, code: str, words: str = "", line_id: str | None = None) -> None:
        """Remember something a check counts, at the section being told."""
        finding = Finding(code, self.section, self.session_id, line_id, words)
        self._memory.findings.setdefault(finding)

    def heard_sessions(self) -> tuple[Talk, ...]:
        """Return the sessions one was in that the report shows, without those around it."""
        return tuple(
            talk
            for talk in self.snapshot.attended
            if not talk.around and talk.session.id not in self.hidden
        )

    def days_heard(self) -> int:
        """Return on how many days one was in these sessions, each day of a long one counted."""
        days: set[date] = set()
        for talk in self.heard_sessions():
            if talk.day is not None:
                last = min(talk.last_day or talk.day, talk.day + _LONGEST)
                span = (last - talk.day).days
                days |= {talk.day + timedelta(days=n) for n in range(span + 1)}
        return len(days)

    def tells(self) -> bool:
        """Return whether any of these sessions has a block of its own."""
        return any(talk.session.id in self.at_length for talk in self.heard_sessions())

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """Tell something that will not be printed: nothing of it is remembered."""
        memory, used = self._memory, self.wording.used()
        self._memory = memory.copied()
        try:
            yield
        finally:
            self._memory = memory
            self.wording.use_again(used)

    def heard(self, blocks: Blocks) -> None:
        """Take note of the author's own printed words: whom and which years they name, and whether
        they lead to the conference's own page."""
        words = words_of(blocks)
        site = self.snapshot.conference.url.strip().rstrip("/")
        linked = {url.rstrip("/") for url in addresses_in(blocks)}
        self._memory.site_linked = self._memory.site_linked or site in linked
        for talk in self.snapshot.talks:
            for person in talk.people:
                if person.name and person.name in words:
                    self._memory.introduced.add(person.speaker.id)
        self._memory.years |= {
            int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", words)
        }

    # Texts

    def say(
        self, owner: str, name: str, original: str, *, line: str | None = None, quiet: bool = False
    ) -> str:
        """Return an author's text in the report's language; `quiet` where the original is meant
        to stand whatever its language (titles, quotes)."""
        rendering = self.snapshot.texts.render(owner, name, original, self.snapshot.language)
        if rendering.foreign and not quiet:
            self.found("report.foreign", original, line)
        if rendering.stale:
            self.found("report.stale", rendering.text, line)
        return rendering.text

    def line(self, owner: str, name: str, original: str, *, quiet: bool = False) -> Inlines:
        """Return a plain text with inline signs as an inline tree in the report's language."""
        line = owner if owner in self._lines else None
        said = self.say(owner, name, original, line=line, quiet=quiet)
        return self.inlines(said, line)

    def inlines(self, words: str, line: str | None = None) -> Inlines:
        """Return the tree of a plain text, its typed footnote labels resolved."""
        for label, key in self.labels.items():
            words = words.replace(f"[^{label}]", f"[^{key}]")
        return without(parse_line(words.strip(" \t\n")), lambda key: self._cites(key, line))

    def _cites(self, key: str, line: str | None = None) -> bool:
        """Return whether a footnote is there to be cited; one that never was is a finding, one
        for other readers leaves no trace."""
        footnote = self.snapshot.footnotes.get(key)
        if key in self.notes or (footnote is not None and footnote.text.strip()):
            return True
        if key not in self.snapshot.hidden_footnotes:
            self.found("report.dangling", f"[^{key}]", line)
        return False

    def rich(self, owner: str, name: str, original: str) -> Blocks:
        """Return a CommonMark text in the report's language as blocks."""
        return self.read(self.say(owner, name, original), f"{owner}/{name}")

    def read(self, source: str, scope: str) -> Blocks:
        """Return an author's CommonMark as blocks; its own footnotes are kept for the end."""
        parsed = self._read.get((source, scope))
        if parsed is None:
            parsed = self._read[source, scope] = markdown.parse(source, scope)
            for key, blocks in parsed.notes.items():
                self.notes[key] = self._known(blocks)
        return self._known(parsed.blocks)

    def _known(self, blocks: Blocks) -> Blocks:
        """Return blocks with labels resolved and without pictures that this report has not."""
        out: Blocks = ()
        for block in map_all(blocks, self._resolved):
            if isinstance(block, Figure) and not self._has(block.path):
                self.found("report.picture_unknown", block.path)
                words = joined(block.alternative or "", " " if block.caption else "", block.caption)
                out += (Paragraph(words),) if not is_blank(words) else ()
            elif isinstance(block, Figure):
                width, alternative = self.snapshot.widths.get(block.path), block.alternative
                if not alternative:
                    alternative = figures.alternative(self, block.path)
                if not alternative:
                    self.found(
                        "report.no_alternative", words_of((Paragraph(block.caption),)) or block.path
                    )
                out += (replace(block, width=width, alternative=alternative),)
            elif isinstance(block, Paragraph) and is_blank(block.inner):
                continue
            else:
                out += (block,)
        return out

    def _has(self, path: str) -> bool:
        return not path.startswith("images/") or path in self.snapshot.names

    def _resolved(self, inlines: Inlines) -> Inlines:
        out: list[Inline] = []
        for inline in inlines:
            match inline:
                case Reference(label):
                    key = self.labels.get(label, label)
                    out += [Reference(key)] if self._cites(key) else []
                case Picture(url, alternative) if not self._has(url):
                    self.found("report.picture_unknown", url)
                    out += [Words(alternative)] if alternative else []
                case Picture(url):
                    out.append(replace(inline, width=self.snapshot.widths.get(url)))
                case Strong(inner):
                    out.append(Strong(self._resolved(inner)))
                case Emphasis(inner):
                    out.append(Emphasis(self._resolved(inner)))
                case Address(url, inner):
                    out.append(Address(url, self._resolved(inner)))
                case _:
                    out.append(inline)
        return joined(out)

    # Names, dates, numbers

    def name(self, owner: str, field_name: str, original: str) -> str:
        """Return a name in the report's language; Latin letters stand as they are in Japanese,
        however many words they are (Jan de Boer)."""
        quiet = self.snapshot.language is Language.JA
        return self.say(owner, field_name, original, quiet=quiet).strip()

    def conference_name(self) -> str:
        """Return the conference's whole name."""
        conference = self.snapshot.conference
        return self.name(conference.id, "name", conference.title)

    def short_name(self) -> str:
        """Return the conference's short name, else the whole one."""
        conference = self.snapshot.conference
        if not conference.short_name:
            return self.conference_name()
        return self.name(conference.id, "short_name", conference.short_name)

    def person(self, person: Person) -> Inlines:
        """Return a speaker: with affiliation when named for the first time, then by name."""
        name, affiliation = self.introduced(person)
        return self.prose.affiliated(name, joined(affiliation)) if name else ()

    def introduced(self, person: Person) -> tuple[str, str]:
        """Return a speaker's name, and the affiliation when named for the first time ("" each
        when there is none)."""
        speaker = person.speaker
        name = self.called(person)
        if not name or speaker.id in self._memory.introduced:
            return name, ""
        self._memory.introduced.add(speaker.id)
        if self._is_author(person):
            return name, self.wording.phrase("session.myself")
        if not person.affiliation:
            return name, ""
        return name, self.name(speaker.id, "affiliation", person.affiliation)

    def called(self, person: Person) -> str:
        """Return a speaker's name as prose has it."""
        name = self.name(person.speaker.id, "name", person.name)
        return self.prose.person(name, "" if self._is_author(person) else self.honorific)

    def _is_author(self, person: Person) -> bool:
        """Return whether a speaker is who writes the report: nobody honours their own name."""
        author = self.snapshot.contents.author
        return author is not None and author.name.strip() == person.name.strip() != ""

    def people(self, people: Sequence[Person]) -> Inlines:
        """Return the speakers of a session, enumerated (() when there are none)."""
        named = [self.person(person) for person in people]
        return self.prose.enumeration([name for name in named if name])

    def day(self, day: date) -> str:
        """Return a date, with its year the first time that year is named."""
        return self.prose.day(day, year=self._name_year(day.year))

    def date_range(self, first: date, last: date) -> str:
        """Return a range of dates, with its year the first time that year is named."""
        years = self._name_year(first.year), self._name_year(last.year)
        return self.prose.date_range(first, last, year=any(years))

    def _name_year(self, year: int) -> bool:
        new = year not in self._memory.years
        self._memory.years.add(year)
        return new

    def rating(self, stars: int) -> str:
        """Return a rating in stars; at its first use with what it is out of."""
        key = "session.rating" if self._memory.rating_explained else "session.rating_first"
        shown = self.telling.stars(stars)
        if self.telling.rating == NUMBER:
            return shown
        self._memory.rating_explained = True
        return self.wording.words(key, stars=shown, rating=str(stars))

    def zoned(self, words: str, name: str) -> str:
        """Return a time of day; the first with the zone's name, where it has one of letters."""
        if self._memory.zone_named or not name.isalpha():
            return words
        self._memory.zone_named = True
        return self.wording.words("session.zoned", time=words, zone=name)

    def linked_name(self) -> Inlines:
        """Return the conference's short name, linked to its own page where it is said first."""
        name, url = joined(self.short_name()), self.snapshot.conference.url.strip()
        if not safe(url) or self._memory.site_linked:
            return name
        self._memory.site_linked = True
        return (Address(url, name),)

    def site(self, *, always: bool = False) -> str:
        """Return the address of the conference's own page, where it is not linked yet or `always`;
        "" for none. It counts as linked from here on."""
        url = self.snapshot.conference.url.strip()
        wanted = safe(url) and (always or not self._memory.site_linked)
        self._memory.site_linked = self._memory.site_linked or wanted
        return url if wanted else ""

    # Sentences and pictures

    def sentences(self, parts: Iterable[Inlines]) -> Inlines:
        """Return sentences as running prose, each ended, in the language's manner."""
        out: Inlines = ()
        for part in parts:
            if not is_blank(part):
                ended = self.prose.ended(part)
                out = joined(out, gap_between(out, ended), ended)
        return out

    def all_notes(self) -> Notes:
        """Return every footnote that can be cited: the conference's own and those of its texts."""
        notes = dict(self.notes)
        for key, footnote in self.snapshot.footnotes.items():
            if key not in notes:
                said = self.snapshot.texts.render(
                    footnote.id, "text", footnote.text, self.snapshot.language
                )
                parsed = markdown.parse(said.text, f"{footnote.id}/text")
                notes |= {name: self._known(blocks) for name, blocks in parsed.notes.items()}
                notes[key] = self._known(parsed.blocks)
        return notes
