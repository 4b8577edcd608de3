"""From a snapshot to sections, each generated or in the author's own words, and to one document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from confnotes.domain.inline import plain
from confnotes.domain.report import SectionKind
from confnotes.domain.telling import BY
from confnotes.domain.text import Language, fingerprint, other
from confnotes.report import about, choices, days, figures, groups, opening, sessions
from confnotes.report.blocks import (
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Notes,
    Paragraph,
    joined,
)
from confnotes.report.layouts import scoped
from confnotes.report.numbering import numbered
from confnotes.report.outline import Planned, flat, plan
from confnotes.report.snapshot import Snapshot, Talk
from confnotes.report.teller import Finding, Teller
from confnotes.report.titles import report_title
from confnotes.report.wording import Wording

OWN_WORDS_ONLY = frozenset(
    {
        SectionKind.CONCLUSION,
        SectionKind.THANKS,
        SectionKind.RELATED,
        SectionKind.ADDENDUM,
        SectionKind.OWN,
    }
)
"""Kinds of section that nothing is generated for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it came out. `body` is what is printed of it, `tail` what follows the sections
    below it, `generated` what the notes give; `heading` is empty where none is printed, `label`
    is what an outline calls it."""

    planned: Planned
    heading: Inlines
    label: str
    generated: Blocks
    body: Blocks
    shown: bool
    written: bool
    line_ids: tuple[str, ...] = ()
    printed: bool = False
    tail: Blocks = ()

    @property
    def key(self) -> str:
        """The key its stored section is found by."""
        return self.planned.key


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole report: its sections in reading order, the document of those printed, and every
    footnote that could be cited."""

    snapshot: Snapshot
    parts: tuple[Part, ...]
    document: Document
    findings: tuple[Finding, ...]
    notes: Notes = field(default_factory=dict)

    def part(self, key: str) -> Part | None:
        """Return the section of that key."""
        return next((part for part in self.parts if part.key == key), None)


def compose(snapshot: Snapshot, catalogue: Mapping[str, Any]) -> Composition:
    """Return the report that a snapshot makes in the wording of its language."""
    snapshot = scoped(snapshot)
    teller = Teller(snapshot, Wording(catalogue))
    composer = _Composer(teller)
    title = report_title(teller)
    parts = composer.parts()
    notes = teller.all_notes()
    document = numbered(title, tuple(printed(parts)), notes)
    return Composition(snapshot, parts, document, teller.findings, notes)


def printed(parts: Sequence[Part]) -> Iterator[Block]:
    """Yield what is printed, each section under its heading."""
    tail: Blocks = ()
    for part in parts:
        if part.planned.parent is None:
            yield from tail
            tail = part.tail if part.printed else ()
        if not part.printed:
            continue
        base = part.planned.level + 1
        if part.heading:
            yield Heading(base, part.heading, part.key)
        for block in part.body:
            if isinstance(block, Heading):
                yield Heading(base + block.level, block.inner)
            else:
                yield block
    yield from tail


class _Composer:
    """Tells section after section, in reading order."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._snapshot = teller.snapshot
        self._tellers: Mapping[SectionKind, Callable[[Planned], Blocks]] = {
            SectionKind.OPENING: lambda _: opening.opening(teller),
            SectionKind.ABOUT: lambda _: about.About(teller).blocks(),
            SectionKind.WHY: lambda _: choices.why(teller),
            SectionKind.WATCH: lambda _: choices.watch(teller),
            SectionKind.DAY: self._day,
            SectionKind.EVENT: self._day,
            SectionKind.RECOMMENDED: self._bare_picks,
        }
        self._plan = plan(self._snapshot)
        self._days = [p for p in self._plan if p.kind in (SectionKind.DAY, SectionKind.EVENT)]
        with teller.unheard():
            about.note_sources(teller)
            for attended in self._snapshot.attended:
                sessions.note_footnotes(teller, attended)
        dates = self._snapshot.dates
        self._one_day = (dates is None or dates[0] == dates[1]) and (
            len({p.day for p in self._days}) <= 1
        )
        self._bare = {
            talk.session.id
            for planned in flat(self._plan)
            if (talk := planned.talk) and not self._has_block(planned)
        }
        teller.hidden, teller.at_length = self._hidden(), self._at_length()
        teller.labels = {}

    def _hidden(self) -> frozenset[str]:
        """Return the ids of the sessions that the author hid, themselves or with their day."""
        return frozenset(
            planned.talk.session.id
            for planned in flat(self._plan)
            if planned.talk and not self._is_shown(planned.key, planned.parent)
        )

    def _at_length(self) -> frozenset[str]:
        told = {planned.talk.session.id for planned in flat(self._plan) if planned.talk}
        return frozenset(told - self._bare)

    def _has_block(self, planned: Planned) -> bool:
        talk = planned.talk
        if talk is None:
            return True
        return bool(self._text(planned.key)) or sessions.has_content(self._teller, talk)

    def parts(self) -> tuple[Part, ...]:
        """Return every section, those printed marked."""
        out: list[Part] = []
        for top in self._plan:
            own = self._part(top, hidden=False)
            below = [self._part(child, hidden=not own.shown) for child in top.children]
            some = any(part.printed for part in below)
            if not own.printed and own.shown and some:
                own = replace(own, printed=True)
            if top.kind in (SectionKind.DAY, SectionKind.EVENT, SectionKind.GROUP):
                own = self._with_others(own, below)
            out += [own, *below]
        return tuple(map(self._signed, out))

    def _signed(self, part: Part) -> Part:
        """Return a section with the name of who wrote it, where several write."""
        name = self._snapshot.settings.get(f"{BY}{part.key}", "").strip()
        if not (name and part.printed and part.heading):
            return part
        line = Paragraph(self._teller.wording.fill("section.by", name=name))
        return replace(part, body=(line, *part.body))

    def _with_others(self, part: Part, below: Sequence[Part]) -> Part:
        """Return a day with the sessions that have no block, after those that have one."""
        self._teller.section = part.key
        told = any(child.printed for child in below)
        if part.written or not part.shown:
            with self._teller.unheard():
                others = self._others(part.planned, told=told)
            return replace(part, generated=part.generated + others)
        others = self._others(part.planned, told=told)
        part = replace(part, generated=part.generated + others)
        if told:
            return replace(part, tail=others)
        body = part.body + others
        return replace(part, body=body, printed=part.printed or bool(body))

    def _others(self, planned: Planned, *, told: bool) -> Blocks:
        if planned.kind is SectionKind.GROUP:
            return groups.named(self._teller, planned, self._bare, told=told)
        mine = [t for t in planned.talks if not t.session.recommended and not t.around]
        bare = [t for t in mine if t.session.id in self._bare - self._teller.hidden]
        others = told or bool(self._told_later(planned))
        dated = planned.day is not None and planned.until is None and not self._one_day
        heard = days.also_heard(self._teller, bare, others=others, dated=dated)
        return heard + days.missed(self._teller, planned, dated=dated)

    def _part(self, planned: Planned, *, hidden: bool) -> Part:
        """Return one section; what is not printed leaves nothing in memory."""
        teller = self._teller
        teller.section = planned.key
        section = self._snapshot.sections.get(planned.key)
        shown = section is None or section.shown
        written = self._text(planned.key)
        if hidden or not shown:
            with teller.unheard():
                return self._told(planned, written, shown=shown, printable=False)
        return self._told(planned, written, shown=shown, printable=True)

    def _told(self, planned: Planned, written: str, *, shown: bool, printable: bool) -> Part:
        teller = self._teller
        heading, label = self._heading(planned)
        self._note_languages(planned)
        if written:
            with teller.unheard():
                generated, line_ids = self._generated(planned)
            body = teller.read(written, self._scope(planned.key))
            teller.heard(body)
        else:
            generated, line_ids = self._generated(planned)
            body = generated
        if (section := self._snapshot.sections.get(planned.key)) is not None:
            body += figures.beside(self._teller, section.id, body)
        return Part(
            planned,
            heading,
            label,
            generated,
            body,
            shown,
            bool(written) and self._own_text(planned.key, self._snapshot.language) is not None,
            line_ids,
            printed=printable and bool(body),
        )

    def _own_text(self, key: str, language: Language) -> str | None:
        section = self._snapshot.sections.get(key)
        if section is None:
            return None
        text = self._snapshot.written.get((section.id, language))
        return text.text if text is not None and text.text.strip() else None

    def _text(self, key: str) -> str:
        """Return the author's own text of a section: in this language, else, where nothing can be
        generated, in the other one; what is left in the other language is a finding."""
        language = self._snapshot.language
        own, foreign = self._own_text(key, language), self._own_text(key, other(language))
        if own is not None:
            return own
        kind = key.partition(":")[0]
        return (foreign or "") if kind in OWN_WORDS_ONLY else ""

    def _scope(self, key: str) -> str:
        section = self._snapshot.sections[key]
        return f"{section.id}/{self._snapshot.language}"

    def _generated(self, planned: Planned) -> tuple[Blocks, tuple[str, ...]]:
        teller = self._teller
        if talk := planned.talk:
            pick = planned.kind is SectionKind.RECOMMENDED
            if talk.session.id in self._bare and not pick:
                return (), ()
            told = sessions.tell(teller, talk)
            if pick and not told.blocks:
                return (Paragraph(sessions.in_a_list(teller, talk)),), ()
            return told.blocks, told.line_ids
        tell = self._tellers.get(planned.kind)
        return (tell(planned) if tell else ()), ()

    def _note_languages(self, planned: Planned) -> None:
        """Find texts that stand in the other language alone, or follow an older one."""
        section = self._snapshot.sections.get(planned.key)
        if section is None:
            return
        language = self._snapshot.language
        mine = self._snapshot.written.get((section.id, language))
        theirs = self._snapshot.written.get((section.id, other(language)))
        there = theirs is not None and theirs.text.strip()
        if there and self._own_text(planned.key, language) is None and theirs is not None:
            self._teller.found("report.foreign", theirs.text)
        elif mine and mine.follows and theirs and mine.follows != fingerprint(theirs.text):
            self._teller.found("report.stale", mine.text)

    def _day(self, planned: Planned) -> Blocks:
        """Return what a day says before its sessions: what is told later."""
        later = self._told_later(planned)
        seen = [t for t in planned.talks if t.session.id not in self._teller.hidden]
        single = planned.day is not None and planned.until is None and not self._one_day
        alone = len(seen) == len(later) and single
        heading = self._recommended_heading() if later else ()
        return days.told_later(self._teller, later, heading, alone=alone)

    def _told_later(self, planned: Planned) -> list[Talk]:
        """Return the recommended sessions of a day that stand further down."""
        kinds = [(top.kind, top.key) for top in self._plan]
        place = kinds.index((planned.kind, planned.key))
        if SectionKind.RECOMMENDED not in [kind for kind, _ in kinds[place:]]:
            return []
        hidden = self._teller.hidden
        return [t for t in planned.talks if t.session.recommended and t.session.id not in hidden]

    def _recommended_heading(self) -> Inlines:
        """Return what the section of the recommended is called where another points at it."""
        (top,) = [top for top in self._plan if top.kind is SectionKind.RECOMMENDED]
        with self._teller.unheard():
            own = self._own_heading(top.key)
        name = "outline" if top.talk else "many"
        return own or joined(self._teller.wording.phrase(f"recommended.{name}"))

    def _bare_picks(self, planned: Planned) -> Blocks:
        """Return the recommended sessions that nothing was noted of, where there are several."""
        picks = [child.talk for child in planned.children if child.talk]
        bare = [t for t in picks if t.session.id in self._bare - self._teller.hidden]
        return sessions.listed([sessions.in_a_list(self._teller, talk) for talk in bare])

    def _is_shown(self, *keys: str | None) -> bool:
        found = [self._snapshot.sections.get(key) for key in keys if key]
        return all(section is None or section.shown for section in found)

    # Headings

    def _heading(self, planned: Planned) -> tuple[Inlines, str]:
        """Return the heading that is printed, and what an outline calls the section."""
        own = self._own_heading(planned.key)
        if planned.kind in (SectionKind.OPENING, SectionKind.OWN):
            return own, plain(own) or self._teller.wording.phrase(f"{planned.kind}.outline")
        made = own or self._made_heading(planned)
        return made, plain(made)

    def _own_heading(self, key: str) -> Inlines:
        """Return the author's heading in this language; an own section's in whatever language."""
        section = self._snapshot.sections.get(key)
        if section is None or not section.heading.strip():
            return ()
        rendering = self._snapshot.texts.render(
            section.id, "heading", section.heading, self._snapshot.language
        )
        if rendering.foreign and section.kind is not SectionKind.OWN:
            return ()
        return self._teller.line(section.id, "heading", section.heading)

    def _made_heading(self, planned: Planned) -> Inlines:
        teller, wording = self._teller, self._teller.wording
        match planned.kind:
            case SectionKind.ABOUT:
                if not about.About(teller).says_what() and not self._text(planned.key):
                    return joined(wording.phrase("about.brief"))
                return wording.fill("about.heading", name=teller.short_name())
            case SectionKind.DAY | SectionKind.EVENT:
                return days.heading(
                    self._teller, planned, one_day=self._one_day, alone=len(self._days) == 1
                )
            case SectionKind.GROUP:
                return groups.heading(self._teller, planned)
            case SectionKind.SESSION if planned.talk:
                return sessions.linked_heading(teller, planned.talk)
            case SectionKind.RECOMMENDED if planned.talk:
                return self._pick_heading(planned.talk)
            case SectionKind.RECOMMENDED:
                return joined(wording.phrase("recommended.many"))
        return joined(wording.phrase(f"{planned.kind}.heading"))

    def _pick_heading(self, talk: Talk) -> Inlines:
        """Return the heading of the one recommended session; with nothing but a title to print
        below it, the title is not printed twice."""
        teller = self._teller
        with teller.unheard():
            alone = talk.session.id in self._bare and not sessions.quiet_line(teller, talk)
        if alone:
            return joined(teller.wording.phrase("recommended.outline"))
        heading = sessions.linked_heading(teller, talk)
        return teller.wording.fill("recommended.heading", title=heading)
