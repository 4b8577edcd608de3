"""All that a window shows of a report, read and composed once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from confnotes.domain.news import news
from confnotes.report.checks import checks
from confnotes.report.compose import Composition, Part
from confnotes.report.live import Live
from confnotes.report.outcome import Check
from confnotes.report.targets.draft import DRAFT
from confnotes.report.targets.writer import draft
from confnotes.services.report_views import AddressView, SectionContent, SectionView

_IN_OTHER_LANGUAGE = ("report.foreign", "report.stale")
_NOTHING_MISSING = (*_IN_OTHER_LANGUAGE, "report.kept_back", "report.private")


@dataclass(frozen=True, slots=True)
class Reading:
    """A report at one moment. `live` has the page of the preview, and sets one section of it anew
    while it is typed; `pictures` are files by the names they have in the page, `addresses` what its
    place gave for those that it takes by upload."""

    sections: tuple[SectionView, ...]
    live: Live
    checks: tuple[Check, ...]
    pictures: Mapping[str, Path]
    addresses: tuple[AddressView, ...] = ()

    @property
    def page(self) -> tuple[str, ...]:
        """The article as HTML that is safe to show, block by block."""
        return self.live.whole

    def content(self, key: str) -> SectionContent | None:
        """Return a section to edit (None: there is none of that key)."""
        composition = self.live.composition
        part = composition.part(key)
        return content(composition, part) if part is not None else None


def outline(composition: Composition) -> tuple[SectionView, ...]:
    """Return the sections in reading order."""
    foreign = Counter(f.section for f in composition.findings if f.code in _IN_OTHER_LANGUAGE)
    missing = Counter(
        place.section_key
        for check in checks(composition)
        if check.code not in _NOTHING_MISSING
        for place in check.places
    )
    return tuple(
        _view(composition, part, foreign[part.key], missing[part.key]) for part in composition.parts
    )


def content(composition: Composition, part: Part) -> SectionContent:
    """Return a section to edit."""
    key, snapshot = part.key, composition.snapshot
    generated = draft(part.generated, DRAFT)
    section = snapshot.sections.get(key)
    kept = snapshot.written.get((section.id, snapshot.language)) if section else None
    if kept is None or not kept.text.strip():
        return SectionContent(key, generated, "", generated, False, part.line_ids)
    return SectionContent(key, kept.text, kept.base, generated, True, kept.line_ids)


def _view(composition: Composition, part: Part, foreign: int, missing: int) -> SectionView:
    planned = part.planned
    below = [p for p in composition.parts if p.planned.parent == part.key]
    return SectionView(
        part.key,
        planned.level,
        planned.kind,
        part.label,
        part.shown,
        part.written,
        not part.body and not any(child.body for child in below),
        planned.talk.session.id if planned.talk else None,
        foreign,
        missing,
        _changed(composition, part),
    )


def _changed(composition: Composition, part: Part) -> bool:
    """Return whether the notes say something since that the author's text has not."""
    snapshot = composition.snapshot
    section = snapshot.sections.get(part.key)
    kept = snapshot.written.get((section.id, snapshot.language)) if section else None
    if kept is None or not kept.text.strip() or not kept.base.strip():
        return False
    return bool(news(kept.base, draft(part.generated, DRAFT), kept.text))
