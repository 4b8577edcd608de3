"""Layouts that are saved under a name, and begun from again in any conference of the notebook."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Conference
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.report import Report, ReportSetting, Section, SectionKind, SectionText
from confnotes.domain.saved_layouts import SavedLayout, SavedSection, SavedText, WholeLayout
from confnotes.domain.text import Language, fingerprint, folded, other, stored, stored_line
from confnotes.report.layouts import begun, kept_as
from confnotes.report.saving import (
    LANGUAGES,
    Begun,
    heading_in,
    is_about_here,
    sections_begun,
    sections_to_save,
)
from confnotes.report.snapshot import Snapshot, take
from confnotes.report.titles import setting_key
from confnotes.services.base import Service
from confnotes.services.report_sections import put_heading
from confnotes.services.report_views import OwnText, SavedLayoutView
from confnotes.storage.reading import Reading
from confnotes.storage.undoing import RowChange
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Arranged:
    """What beginning from a layout did to a report, to take it back."""

    name: str
    rows: tuple[RowChange, ...] = ()


class LayoutService(Service):
    """Use cases of saved layouts."""

    def saved(self) -> tuple[SavedLayoutView, ...]:
        """Return all saved layouts of the notebook by name."""
        with self._notebook.reading() as unit:
            found = unit.all(SavedLayout)
            names = [folded(one.name) for one in found]
            return tuple(
                SavedLayoutView(
                    one.id, one.name, _whose(unit, one) if names.count(name) > 1 else ""
                )
                for one, name in sorted(zip(found, names, strict=True), key=lambda p: p[1])
            )

    def own_texts(self, report: Report) -> tuple[OwnText, ...]:
        """Return the sections of one's own that have a text, in any language."""
        snapshot = self._snapshot(report)
        return tuple(
            OwnText(
                section.key,
                section.heading.strip(),
                any(is_about_here(text, snapshot.contents) for text in texts),
            )
            for section in snapshot.sections.values()
            if section.kind is SectionKind.OWN and (texts := _texts_of(snapshot, section))
        )

    def save(
        self,
        report: Report,
        name: str,
        with_texts: Collection[str] = (),
        *,
        initiator: object = None,
    ) -> tuple[WholeLayout | None, ChangeSet]:
        """Keep how a report is arranged; return the layout of that name that was there before,
        with what changed. Of the sections of one's own in `with_texts` (keys) the texts are kept,
        too. ConfnotesError layout.no_name, conference.gone (id)."""
        name = _name(name)
        snapshot = self._snapshot(report)
        patterns = snapshot.settings
        with self._change(initiator) as unit:
            there = _called(unit, name)
            before = _whole(unit, there) if there else None
            layout = SavedLayout(
                there.id if there else new_id(),
                there.conference_id if there else report.conference_id,
                name,
                kept_as(report.layout),
                patterns.get(setting_key(Language.JA), ""),
                patterns.get(setting_key(Language.EN), ""),
            )
            _put(unit, WholeLayout(layout, *sections_to_save(snapshot, layout.id, with_texts)))
        return before, unit.changes

    def put_back(self, whole: WholeLayout, *, initiator: object = None) -> ChangeSet:
        """Make a layout again what it was: replaced, renamed or deleted since."""
        with self._change(initiator) as unit:
            _put(unit, whole)
        return unit.changes

    def rename(self, layout_id: str, name: str, *, initiator: object = None) -> ChangeSet:
        """Give a layout another name; ConfnotesError layout.no_name, layout.gone, layout.name_taken
        (name)."""
        name = _name(name)
        with self._change(initiator) as unit:
            layout = _get(unit, layout_id)
            there = _called(unit, name)
            if there is not None and there.id != layout_id:
                raise ConfnotesError("layout.name_taken", name=there.name)
            unit.put(replace(layout, name=name))
        return unit.changes

    def delete(self, layout_id: str, *, initiator: object = None) -> tuple[WholeLayout, ChangeSet]:
        """Delete a layout; return it, to be put back. ConfnotesError layout.gone."""
        with self._change(initiator) as unit:
            whole = _whole(unit, _get(unit, layout_id))
            unit.delete(SavedLayout, layout_id)
        return whole, unit.changes

    def begin(
        self, report: Report, layout_id: str, *, initiator: object = None
    ) -> tuple[Arranged, ChangeSet]:
        """Arrange a report by a saved layout; nothing that was written is replaced.

        ConfnotesError layout.gone, conference.gone (id).
        """
        with self._notebook.reading() as unit:
            whole = _whole(unit, _get(unit, layout_id))
        snapshot = self._snapshot(report)
        arranged = replace(report, layout=begun(whole.layout.layout, snapshot))
        sections = sections_begun(replace(snapshot, report=arranged), whole)
        with self._change(initiator) as unit:
            if unit.get(Report, report.id) is None:
                unit.put(report)
            before = unit.report_rows(report.conference_id)
            unit.put(arranged)
            _put_patterns(unit, arranged, whole.layout)
            for one in sections:
                _begin(unit, arranged, snapshot, one)
            rows = unit.changed_rows(before) if unit.changes else ()
        return Arranged(whole.layout.name, rows), unit.changes

    def take_back(self, arranged: Arranged, *, initiator: object = None) -> ChangeSet:
        """Arrange a report again as it was; what was written since stays."""
        with self._change(initiator) as unit:
            unit.take_back(arranged.rows)
        return unit.changes

    def _snapshot(self, report: Report) -> Snapshot:
        with self._notebook.reading() as unit:
            contents = unit.contents(report.conference_id)
        return take(contents, report, report.language, "")


def _name(name: str) -> str:
    name = stored_line(name).strip()
    if not name:
        raise ConfnotesError("layout.no_name")
    return name


def _whose(unit: Reading, layout: SavedLayout) -> str:
    conference = unit.get(Conference, layout.conference_id)
    return conference.short if conference else ""


def _get(unit: Reading, layout_id: str) -> SavedLayout:
    layout = unit.get(SavedLayout, layout_id)
    if layout is None:
        raise ConfnotesError("layout.gone")
    return layout


def _called(unit: Reading, name: str) -> SavedLayout | None:
    found = (one for one in unit.all(SavedLayout) if folded(one.name) == folded(name))
    return next(found, None)


def _whole(unit: Reading, layout: SavedLayout) -> WholeLayout:
    sections = unit.all(SavedSection, layout_id=layout.id)
    texts = unit.all(SavedText, section_id=[one.id for one in sections])
    return WholeLayout(layout, sections, texts)


def _put(unit: Writing, whole: WholeLayout) -> None:
    """Keep a layout in place of whatever it was."""
    unit.put(whole.layout)
    for section in unit.all(SavedSection, layout_id=whole.layout.id):
        unit.delete(SavedSection, section.id)
    unit.put(*whole.sections, *whole.texts)


def _texts_of(snapshot: Snapshot, section: Section) -> list[str]:
    found = [snapshot.written.get((section.id, language)) for language in LANGUAGES]
    return [text.text for text in found if text and text.text.strip()]


def _put_patterns(unit: Writing, report: Report, layout: SavedLayout) -> None:
    """Keep the layout's patterns of titles, where it has them."""
    for language, pattern in ((Language.JA, layout.title_ja), (Language.EN, layout.title_en)):
        if pattern:
            where = {"report_id": report.id, "target": "", "key": setting_key(language)}
            there = unit.all(ReportSetting, **where)
            identity = there[0].id if there else new_id()
            unit.put(ReportSetting(identity, report.id, "", where["key"], pattern))


def _begin(unit: Writing, report: Report, snapshot: Snapshot, begun: Begun) -> None:
    """Keep one section as a layout has it, and what it says where nothing was said."""
    section = begun.section
    if begun.under is not None:
        section = replace(section, parent_id=_row_of(unit, report, begun).id)
    kept = snapshot.sections.get(section.key)
    if kept is None:  # a row may be there since: another section was to stand in this one
        made = unit.all(Section, report_id=report.id, key=section.key)
        section = replace(section, id=made[0].id) if made else section
    unit.put(section)
    for language, heading in begun.headings.items():
        if kept is None or not heading_in(snapshot, kept, language):
            put_heading(unit, report, section, language, heading)
            section = unit.get(Section, section.id) or section
    if any(one.text.strip() for one in unit.all(SectionText, section_id=section.id)):
        return
    for language, text in begun.texts.items():
        there = unit.all(SectionText, section_id=section.id, language=language.value)
        theirs = unit.all(SectionText, section_id=section.id, language=other(language).value)
        follows = fingerprint(theirs[0].text) if theirs and theirs[0].text.strip() else ""
        identity = there[0].id if there else new_id()
        unit.put(SectionText(identity, section.id, language, stored(text), "", follows))


def _row_of(unit: Writing, report: Report, begun: Begun) -> Section:
    """Return the row of the section that another is to stand in, made now if need be."""
    under = begun.under
    if under is None:
        return begun.section
    for section in unit.all(Section, report_id=report.id, key=under.key):
        return section
    section = Section(new_id(), report.id, under.key, under.kind)
    unit.put(section)
    return section
