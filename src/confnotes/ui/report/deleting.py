"""Deleting a section of one's own, and bringing it back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from confnotes.domain.changes import ChangeSet
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.services.report_views import SectionView
from confnotes.services.reports import ReportService

LANGUAGES = (Language.JA, Language.EN)


@dataclass(frozen=True, slots=True)
class Deleted:
    """All there was of a section: its headings and texts by language, what it stood after."""

    headings: dict[Language, str]
    texts: dict[Language, str]
    after: str | None
    shown: bool


def look_up(reports: ReportService, report: Report, key: str) -> Deleted | None:
    """Return all there is of a section (None: it is not there)."""
    headings: dict[Language, str] = {}
    texts: dict[Language, str] = {}
    section: SectionView | None = None
    after = None
    for language in LANGUAGES:
        outline = reports.outline(report, language)
        at = next((n for n, one in enumerate(outline) if one.key == key), None)
        if at is None:
            return None
        section = outline[at]
        headings[language] = section.heading
        beside = [one.key for one in outline[:at] if one.level == section.level]
        after = beside[-1] if beside else None
        content = reports.section_markdown(report, key, language)
        if content.written:
            texts[language] = content.text
    return Deleted(headings, texts, after, section is None or section.shown)


def bring_back(
    reports: ReportService, report: Report, deleted: Deleted, initiator: QObject
) -> tuple[str, ChangeSet]:
    """Add a deleted section again where it stood; return its new key."""
    first, *others = LANGUAGES
    key, changes = reports.add_section(
        report, deleted.headings[first], first, deleted.after, initiator=initiator
    )
    for language in others:
        if deleted.headings[language] != deleted.headings[first]:
            reports.rename_section(
                report, key, language, deleted.headings[language], initiator=initiator
            )
    for language, text in deleted.texts.items():
        reports.write_section(report, key, language, text, initiator=initiator)
    if not deleted.shown:
        reports.show_section(report, key, False, initiator=initiator)
    return key, changes
