"""Writing in a report: sections in one's own words, hidden, renamed, added."""

from collections.abc import Sequence
from dataclasses import replace

from confnotes.domain.attachments import AttachmentUse, picture_path
from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.report import Report, Section, SectionKind, SectionText
from confnotes.domain.text import Language, fingerprint, guess_language, other, stored, stored_line
from confnotes.domain.versions import LanguageMark, Version
from confnotes.report.compose import Composition, Part
from confnotes.report.targets.draft import DRAFT
from confnotes.report.targets.writer import draft
from confnotes.services.base import Service
from confnotes.services.pictures import keep_picture
from confnotes.storage.writing import Writing

_GAP = 1_000_000


class SectionWriter(Service):
    """The half of the report service that writes sections."""

    def composition(self, report: Report, language: Language, target: str) -> Composition:
        """Return the report as sections and one document."""
        raise NotImplementedError

    def write_section(
        self, report: Report, key: str, language: Language, text: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep the author's own text of a section; with nothing in it, it is generated again.

        The generated text it began from is kept with it. A text equal to the generated one is
        not the author's yet. ConfnotesError report.section_gone (key).
        """
        text = stored(text)
        if not text.strip():
            return self.revert_section(report, key, language, initiator=initiator)
        composition, part = self._part(report, key, language)
        section = composition.snapshot.sections.get(key)
        kept = composition.snapshot.written.get((section.id, language)) if section else None
        generated = draft(part.generated, DRAFT)
        if kept is None and text.strip() == generated.strip():
            return ChangeSet(report.conference_id)
        with self._change(initiator) as unit:
            section = self._section(unit, report, part)
            theirs = composition.snapshot.written.get((section.id, other(language)))
            follows = fingerprint(theirs.text) if theirs and _follows(kept) else ""
            if kept is None:
                kept = SectionText(new_id(), section.id, language, text, generated, follows)
                kept = replace(kept, line_ids=part.line_ids)
            unit.put(replace(kept, text=text, follows=follows))
        return unit.changes

    def settle_section(
        self, report: Report, key: str, language: Language, base: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep what the author has seen of the generated text: only what changes after it is
        offered. Nothing happens to a section that is not the author's."""
        with self._change(initiator) as unit:
            for section in unit.all(Section, report_id=report.id, key=key):
                for text in unit.all(SectionText, section_id=section.id, language=language.value):
                    unit.put(replace(text, base=stored(base)))
        return unit.changes

    def revert_section(
        self, report: Report, key: str, language: Language, *, initiator: object = None
    ) -> ChangeSet:
        """Let a section be generated again in one language; its text is gone."""
        with self._change(initiator) as unit:
            for section in unit.all(Section, report_id=report.id, key=key):
                for text in unit.all(SectionText, section_id=section.id, language=language.value):
                    unit.delete(SectionText, text.id)
        return unit.changes

    def show_section(
        self, report: Report, key: str, on: bool, *, initiator: object = None
    ) -> ChangeSet:
        """Print a section (and what stands below it), or leave it out."""
        _, part = self._part(report, key, report.language)
        with self._change(initiator) as unit:
            unit.put(replace(self._section(unit, report, part), shown=on))
        return unit.changes

    def rename_section(
        self,
        report: Report,
        key: str,
        language: Language,
        heading: str,
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Give a section a heading of one's own in one language; "" takes it back."""
        heading = stored_line(heading).strip()
        _, part = self._part(report, key, language)
        with self._change(initiator) as unit:
            put_heading(unit, report, self._section(unit, report, part), language, heading)
        return unit.changes

    def add_section(
        self,
        report: Report,
        heading: str,
        language: Language,
        after: str | None,
        *,
        initiator: object = None,
    ) -> tuple[str, ChangeSet]:
        """Add a section of one's own after another (None: before the conclusion); return its key.

        After a session it stands beside it, under the same day. ConfnotesError
        report.section_gone (key).
        """
        identity = new_id()
        key = f"{SectionKind.OWN}:{identity}"
        composition = self.composition(report, language, report.target)
        parent: Part | None = None
        position = None
        if after is not None:
            _, part = self._part(report, after, language)
            parent = composition.part(part.planned.parent) if part.planned.parent else None
            position = _position_after(composition, part)
        with self._change(initiator) as unit:
            self._ensure(unit, report)
            above = self._section(unit, report, parent).id if parent else None
            heading = stored_line(heading).strip()
            kind = SectionKind.OWN
            unit.put(Section(identity, report.id, key, kind, above, position, heading=heading))
            unit.put(LanguageMark(new_id(), report.conference_id, identity, "heading", language))
        return key, unit.changes

    def add_picture(
        self,
        report: Report,
        key: str,
        data: bytes,
        media_type: str,
        name: str = "",
        *,
        initiator: object = None,
    ) -> tuple[str, ChangeSet]:
        """Return the path by which a text names the picture with these bytes (`images/…`), which
        belongs to that section from now on. Errors as `NotesService.add_attachment` has them, and
        report.section_gone (key).
        """
        _, part = self._part(report, key, report.language)
        with self._change(initiator) as unit:
            attachment = keep_picture(
                unit, self._notebook.attachments, report.conference_id, data, media_type, name
            )
            section = self._section(unit, report, part)
            uses = unit.all(AttachmentUse, section_id=section.id)
            if attachment.id not in {use.attachment_id for use in uses}:
                last = max((use.position for use in uses), default=-1)
                unit.put(
                    AttachmentUse(new_id(), attachment.id, section_id=section.id, position=last + 1)
                )
        return picture_path(attachment), unit.changes

    def move_section(
        self, report: Report, key: str, after: str, *, initiator: object = None
    ) -> ChangeSet:
        """Put a section right after one that stands beside it ("": before all beside it).

        What stands beside it keeps its order. ConfnotesError report.section_gone (key).
        """
        composition, part = self._part(report, key, report.language)
        parts = {one.key: one for one in _beside(composition, part) if one.key != key}
        if after and after not in parts:
            raise ConfnotesError("report.section_gone", key=after)
        at = list(parts).index(after) + 1 if after else 0
        places = places_with([one.planned.rank for one in parts.values()], at)
        moving = list(parts.values())
        moving.insert(at, part)
        with self._change(initiator) as unit:
            for one, place in zip(moving, places, strict=True):
                if one is part or place != one.planned.rank:
                    section = self._section(unit, report, one)
                    unit.put(replace(section, position=place))
        return unit.changes

    def delete_section(self, report: Report, key: str, *, initiator: object = None) -> ChangeSet:
        """Delete a section of one's own with its texts; others can only be hidden."""
        with self._change(initiator) as unit:
            for section in unit.all(Section, report_id=report.id, key=key):
                if section.kind is SectionKind.OWN:
                    unit.delete(Section, section.id)
        return unit.changes

    def _part(self, report: Report, key: str, language: Language) -> tuple[Composition, Part]:
        composition = self.composition(report, language, report.target)
        part = composition.part(key)
        if part is None:
            raise ConfnotesError("report.section_gone", key=key)
        return composition, part

    @staticmethod
    def _ensure(unit: Writing, report: Report) -> None:
        """Keep the report itself, if it is not yet."""
        if unit.get(Report, report.id) is None:
            unit.put(report)

    def _section(self, unit: Writing, report: Report, part: Part) -> Section:
        """Return a section's row, made now where nobody touched it before."""
        self._ensure(unit, report)
        for section in unit.all(Section, report_id=report.id, key=part.key):
            return section
        section = Section(new_id(), report.id, part.key, part.planned.kind)
        unit.put(section)
        return section


def _follows(kept: SectionText | None) -> bool:
    """Return whether a text goes with that of the other language: a new one does."""
    return kept is None or bool(kept.follows)


def _position_after(composition: Composition, part: Part) -> int:
    """Return a place between a section and the next one beside it."""
    mine = part.planned
    beside = [p.planned.rank for p in composition.parts if p.planned.parent == mine.parent]
    later = min((rank for rank in beside if rank > mine.rank), default=mine.rank + 2 * _GAP)
    return (mine.rank + later) // 2


def _beside(composition: Composition, part: Part) -> list[Part]:
    """Return the sections under the same one as `part`, and itself, in reading order."""
    return [p for p in composition.parts if p.planned.parent == part.planned.parent]


def places_with(ranks: Sequence[int], at: int) -> list[int]:
    """Return rising places, with one more at index `at`; as many as can stay where they are."""
    if not ranks:
        return [0]
    if at == 0:
        return [ranks[0] - _GAP, *ranks]
    room = ranks[at] - ranks[at - 1] if at < len(ranks) else 2 * _GAP
    places = [*ranks[:at], ranks[at - 1] + max(room // 2, 1), *ranks[at:]]
    for n in range(at + 1, len(places)):
        places[n] = max(places[n], places[n - 1] + 1)
    return places


def put_heading(
    unit: Writing, report: Report, section: Section, language: Language, heading: str
) -> None:
    """Keep a section's heading in one language."""
    marks = unit.all(LanguageMark, owner_id=section.id, field="heading")
    known = marks[0].language if marks else guess_language(section.heading)
    if not section.heading or known in (language, Language.NEUTRAL):
        unit.put(replace(section, heading=heading))
        identity = marks[0].id if marks else new_id()
        unit.put(LanguageMark(identity, report.conference_id, section.id, "heading", language))
    else:
        _put_version(unit, report, section, language, heading)


def _put_version(
    unit: Writing, report: Report, section: Section, language: Language, heading: str
) -> None:
    """Keep a heading in the other language than the section's first one."""
    where = {"owner_id": section.id, "field": "heading", "language": language.value}
    there = unit.all(Version, conference_id=report.conference_id, **where)
    identity = there[0].id if there else new_id()
    if not heading:
        unit.delete(Version, identity)
        return
    made_from = fingerprint(section.heading)
    unit.put(
        Version(identity, report.conference_id, section.id, "heading", language, heading, made_from)
    )
