"""A report as one file: HTML, PDF or Word, made off the GUI thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from confnotes.domain.report import Report
from confnotes.services.report_views import Exported, SingleFile
from confnotes.ui.parts.paper import pdf_of

if TYPE_CHECKING:  # they come in when a report is first shown
    from confnotes.services.report_pictures import Progress
    from confnotes.services.reports import ReportService

_STYLE = """
h1 { font-size: 20pt; } h2 { font-size: 15pt; margin-top: 18pt; } h3 { font-size: 12.5pt; }
a { color: #0B6B65; text-decoration: none; }
blockquote { color: #535D5B; }
pre, code { font-family: monospace; font-size: 9pt; background-color: #F5F6F4; }
"""


def export_single(
    reports: "ReportService",
    report: Report,
    kind: SingleFile,
    folder: Path,
    font: QFont,
    *,
    force: bool,
    progress: "Progress",
) -> Exported:
    """Write a report as one file into a folder; `font` is that of a PDF. Errors as
    `ReportService.export_single`, `web_page` and `word_file` have them."""
    language = report.language
    if kind is SingleFile.DOCX:
        data, missing = reports.word_file(report, language, progress=progress)
    else:
        page, missing = reports.web_page(report, language, progress=progress)
        data = page.encode()
        if kind is SingleFile.PDF:
            _, _, body = page.partition("<main>")
            title = page.partition("<title>")[2].partition("</title>")[0]
            data = pdf_of(body.partition("</main>")[0], title, font, _STYLE)
    return reports.export_single(report, language, kind, data, folder, force=force, missing=missing)
