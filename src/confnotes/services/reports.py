"""The report: what it says, what is written in it, what to look at, and where it goes."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid5

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Author, Conference, Fact
from confnotes.domain.contents import Contents
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.domain.report import Report
from confnotes.domain.text import Language, stored_line
from confnotes.report.checks import checks
from confnotes.report.compose import Composition, compose
from confnotes.report.deliver import Delivery, deliver, file_stem, place_checks
from confnotes.report.layouts import offered
from confnotes.report.live import Live
from confnotes.report.preview import page, pieces
from confnotes.report.readback.compare import differences
from confnotes.report.snapshot import Snapshot, take
from confnotes.report.targets import TARGETS
from confnotes.report.webpage import web_page
from confnotes.report.wording import Wording
from confnotes.services.busy import without_collecting
from confnotes.services.files import file_name
from confnotes.services.listing import conference_of
from confnotes.services.pandoc import docx
from confnotes.services.report_files import changed_lines, put_files
from confnotes.services.report_pictures import Progress, made_fit, never_mind
from confnotes.services.report_places import addresses_of, target_named, uploads_of
from confnotes.services.report_reading import Reading, content, outline
from confnotes.services.report_titles import TitlePatterns
from confnotes.services.report_views import (
    Check,
    Exported,
    LayoutView,
    PictureView,
    SectionContent,
    SectionView,
    SingleFile,
    TargetView,
)
from confnotes.services.views import AboutView

_REPORTS = UUID("6f1f2d0a-52a5-5c0e-9c2b-8f5a3c7d1e94")
_PAGE, _PANDOC = "github", "pandoc"
"""The places whose Markdown a page and a Word file are made from."""
DESCRIBED = ("short_name", "venue", "city", "url")
"""The facts of a conference that a report's form can change."""


def target_names() -> tuple[str, ...]:
    """Return the names of the places a report can be written for, in the order they are offered."""
    return tuple(TARGETS)


class ReportService(TitlePatterns):
    """Use cases of the report; nothing here writes unless its name says so."""

    # What a report is made with

    def report(self, conference_id: str) -> Report:
        """Return the conference's report as kept, else a new one that is kept once it is changed;
        ConfnotesError conference.gone (id)."""
        with self._notebook.reading() as unit:
            kept = unit.all(Report, conference_id=conference_id)
            if not kept and unit.get(Conference, conference_id) is None:
                raise ConfnotesError("conference.gone", id=conference_id)
        new = Report(str(uuid5(_REPORTS, conference_id)), conference_id)
        return min(kept, key=lambda report: (report.position, report.id), default=new)

    def save_report(self, report: Report, *, initiator: object = None) -> ChangeSet:
        """Keep a report's title, audience, layout, and the language and target last chosen."""
        target_named(report.target)
        with self._change(initiator) as unit:
            unit.put(replace(report, title=stored_line(report.title).strip()))
        return unit.changes

    def about(self, conference_id: str) -> AboutView:
        """Return the facts about a conference and its author; ConfnotesError conference.gone."""
        contents = self._contents(conference_id)
        author = contents.author or Author(new_id())
        return AboutView(contents.conference, contents.facts, author, contents.days)

    def describe(
        self, conference_id: str, field: str, text: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep what a report says of the conference itself: `field` is one of DESCRIBED.

        ConfnotesError conference.gone (id).
        """
        if field not in DESCRIBED:
            raise ValueError(field)
        with self._change(initiator) as unit:
            kept = conference_of(unit, conference_id)
            unit.put(replace(kept, **{field: stored_line(text)}))  # type: ignore[arg-type]
        return unit.changes

    def set_author(
        self, conference_id: str, author: Author, *, initiator: object = None
    ) -> ChangeSet:
        """Keep who writes about a conference."""
        fields = ("name", "handle", "role", "company", "url")
        clean = {name: stored_line(getattr(author, name)).strip() for name in fields}
        with self._notebook.writing(initiator) as unit:
            kept = unit.author(conference_id)
            unit.put(replace(author, id=kept.id if kept else author.id, **clean))
        changes = replace(unit.changes, conference_id=conference_id)
        self._hub.publish(changes)
        return changes

    def put_fact(self, fact: Fact, *, initiator: object = None) -> ChangeSet:
        """Keep a fact about the conference."""
        value, source = stored_line(fact.value).strip(), stored_line(fact.source).strip()
        with self._change(initiator) as unit:
            unit.put(replace(fact, value=value, source=source))
        return unit.changes

    def delete_fact(self, fact_id: str, *, initiator: object = None) -> ChangeSet:
        """Delete a fact."""
        with self._change(initiator) as unit:
            unit.delete(Fact, fact_id)
        return unit.changes

    def targets(self) -> tuple[TargetView, ...]:
        """Return the places a report can be written for, in the order they are offered."""
        return tuple(TargetView(target.name, target.label) for target in TARGETS.values())

    def layouts(self, report: Report) -> tuple[LayoutView, ...]:
        """Return the layouts that make sense for what one attended."""
        contents = self._contents(report.conference_id)
        found = offered(take(contents, report, report.language, report.target))
        return tuple(LayoutView(*one) for one in found)

    # What a report says

    def reading(self, report: Report, language: Language, target: str, key: str = "") -> Reading:
        """Return all that is shown of a report; `key` is the section that will be typed in."""
        composition = self.composition(report, language, target)
        wording = Wording(self._wording[language])
        place = target_named(target)
        delivery = self._delivered(composition, target, home=True)
        page_of = page(composition, delivery.text, place)
        live = Live(composition, place, wording, pieces(page_of))
        live.prepare(key)
        return Reading(
            outline(composition),
            live,
            checks(composition) + place_checks(composition, place, wording),
            self._files(composition.snapshot),
            addresses_of(delivery, place),
        )

    def outline(self, report: Report, language: Language) -> tuple[SectionView, ...]:
        """Return the sections in reading order."""
        return outline(self.composition(report, language, report.target))

    def section_markdown(self, report: Report, key: str, language: Language) -> SectionContent:
        """Return a section to edit; ConfnotesError report.section_gone (key)."""
        composition = self.composition(report, language, report.target)
        part = composition.part(key)
        if part is None:
            raise ConfnotesError("report.section_gone", key=key)
        return content(composition, part)

    def checks(self, report: Report, language: Language, target: str) -> tuple[Check, ...]:
        """Return what to look at before publishing."""
        composition = self.composition(report, language, target)
        wording = Wording(self._wording[language])
        return checks(composition) + place_checks(composition, target_named(target), wording)

    def markdown(self, report: Report, language: Language, target: str) -> str:
        """Return the whole report as its target wants it, for the clipboard."""
        return self._delivered(self.composition(report, language, target), target).text

    def preview(self, report: Report, language: Language, target: str) -> str:
        """Return the exported text as HTML that is safe to show: pictures by the names they have
        in an export (`pictures` knows their files), an anchor `section:<key>` at each section."""
        composition = self.composition(report, language, target)
        text = self._delivered(composition, target, home=True).text
        return page(composition, text, target_named(target))

    def pictures(self, report: Report) -> Mapping[str, Path]:
        """Return the files of the pictures that a report may show, by their name in an export."""
        contents = self._contents(report.conference_id)
        snapshot = take(contents, report, report.language, report.target)
        return self._files(snapshot)

    def picture_uses(self, report: Report) -> tuple[PictureView, ...]:
        """Return the pictures of the notes that a report tells, in the order of the notes, then
        those of its own sections."""
        contents = self._contents(report.conference_id)
        snapshot = take(contents, report, report.language, report.target)
        out: list[PictureView] = []
        for talk in snapshot.attended:
            for line in talk.lines:
                for use in snapshot.uses_of.get(line.id, ()):
                    picture = snapshot.pictures[use.attachment_id]
                    path = self._notebook.attachments / file_name(picture)
                    said = line.text.strip() if line.kind is LineKind.IMAGE else ""
                    caption = said or use.caption.strip()
                    out.append(PictureView(use, talk.session.id, picture.name, path, caption))
        for section in snapshot.sections.values():
            for use in snapshot.uses_of.get(section.id, ()):
                picture = snapshot.pictures[use.attachment_id]
                path = self._notebook.attachments / file_name(picture)
                out.append(PictureView(use, section.id, picture.name, path, use.caption.strip()))
        return tuple(out)

    def export(
        self,
        report: Report,
        language: Language,
        target: str,
        folder: Path,
        *,
        force: bool = False,
        progress: Progress = never_mind,
    ) -> Exported:
        """Write a report and its pictures into a folder, by the names its place wants
        (`<conference>.<language>.<target>.md` and `images/` where it does not care).

        Pictures go out upright, in the size of a page, and without what a camera wrote into them
        (`media.publish`). A file that confnotes did not write there, or that changed since, is left
        and named; with `force` it is set aside first. ConfnotesError export.folder_is_file,
        folder_unwritable, disk_full, cannot_write (path, detail), export.cancelled,
        report.unknown_target (name, names).
        """
        place = target_named(target)
        _, delivery, pictures, missing = self._ready(report, language, target, progress)
        wording = Wording(self._wording[language])
        with without_collecting():
            found = differences(delivery.document, delivery.text, place, wording)
        name = delivery.files.text
        files = {name: delivery.text.encode(), **pictures}
        done = put_files(folder, name, files, owner=report.conference_id, force=force)
        uploads = uploads_of(delivery, place)
        text = folder / name
        changed = changed_lines(text, delivery.text) if text in done.left else ()
        return Exported(
            tuple(done.files), tuple(done.left), tuple(done.set_aside), found, missing, uploads,
            changed,
        )  # fmt: skip

    def web_page(
        self, report: Report, language: Language, *, progress: Progress = never_mind
    ) -> tuple[str, tuple[str, ...]]:
        """Return (the report as one HTML page with its pictures in it, the names of those that are
        lost or damaged); ConfnotesError export.cancelled."""
        composition, delivery, pictures, missing = self._ready(report, language, _PAGE, progress)
        shown = {delivery.files.shown + name.rpartition("/")[2]: d for name, d in pictures.items()}
        title = composition.document.title
        return web_page(delivery.text, TARGETS[_PAGE], title, language.value, shown), missing

    def word_file(
        self, report: Report, language: Language, *, progress: Progress = never_mind
    ) -> tuple[bytes, tuple[str, ...]]:
        """Return (the report as Pandoc's Word file, the names of lost or damaged pictures);
        ConfnotesError export.cancelled, export.no_pandoc, export.pandoc_failed (detail)."""
        _, delivery, pictures, missing = self._ready(report, language, _PANDOC, progress)
        shown = {delivery.files.shown + name.rpartition("/")[2]: d for name, d in pictures.items()}
        return docx(delivery.text, shown), missing

    def export_single(
        self,
        report: Report,
        language: Language,
        kind: SingleFile,
        data: bytes,
        folder: Path,
        *,
        force: bool = False,
        missing: tuple[str, ...] = (),
    ) -> Exported:
        """Write a report that was made as one file (`<conference>.<language>.<kind>`) into a
        folder, with the same care and errors as `export`."""
        composition = self.composition(report, language, _PAGE)
        name = f"{file_stem(composition.snapshot)}.{language}.{kind}"
        done = put_files(folder, name, {name: data}, owner=report.conference_id, force=force)
        return Exported(tuple(done.files), tuple(done.left), tuple(done.set_aside), missing=missing)

    def _ready(
        self, report: Report, language: Language, target: str, progress: Progress
    ) -> tuple[Composition, Delivery, dict[str, bytes], tuple[str, ...]]:
        """Return a report as its target gets it, with its pictures to publish (bytes by their name
        below the folder) and the names of those that are lost."""
        with without_collecting():
            composition = self.composition(report, language, target)
            delivery = self._delivered(composition, target)
        paths = {
            name: self._file_of(composition.snapshot, path)
            for path, name in delivery.places.items()
        }
        pictures, missing = made_fit(paths, target_named(target).largest, progress)
        return composition, delivery, pictures, missing

    def composition(self, report: Report, language: Language, target: str) -> Composition:
        """Return the report as sections and one document."""
        target_named(target)
        contents = self._contents(report.conference_id)
        return compose(take(contents, report, language, target), self._wording[language])

    def _contents(self, conference_id: str) -> Contents:
        with self._notebook.reading() as unit:
            return unit.contents(conference_id).at_hand()

    def _delivered(self, composition: Composition, target: str, *, home: bool = False) -> Delivery:
        wording = Wording(self._wording[composition.snapshot.language])
        return deliver(composition, target_named(target), wording, at_home=home)

    def _files(self, snapshot: Snapshot) -> dict[str, Path]:
        return {name: self._file_of(snapshot, name) for name in snapshot.names}

    def _file_of(self, snapshot: Snapshot, name: str) -> Path:
        picture = snapshot.pictures[snapshot.names[name]]
        return self._notebook.attachments / file_name(picture)
