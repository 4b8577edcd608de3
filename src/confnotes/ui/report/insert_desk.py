"""Pictures on their way into a section, and the address one stands at.

The bytes are read, hashed and kept on the writing thread; the words that show the picture come into
the text once its file is on the disk. Where another section is open by then, or another conference,
they go to the end of the one it was meant for.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.ui.parts import links
from confnotes.ui.parts.picture_dialog import ask_for_pictures
from confnotes.ui.parts.picture_source import Source, glance, name_of, prepared
from confnotes.ui.parts.utf16 import part
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.note_rows import placed
from confnotes.ui.report.text_page import TextPage
from confnotes.ui.shell.tasks import Tasks

_LATER_MS = 100


class InsertDesk(QObject):
    """`failed`: why a picture could not be added; `said`: words for the status line."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, desk: ReportDesk, text: TextPage) -> None:
        super().__init__(text)
        self._services, self._tasks = services, tasks
        self._desk, self._text = desk, text
        self._folder = ""
        text.editor.pictures.connect(self.take)
        text.editor.address_asked.connect(self._open)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return {"picture": self.choose, "open_address": self.open_at_caret}

    # -- pictures ------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files; they come in below the caret's paragraph."""
        if not self._text.key:
            return
        ask_for_pictures(self._text.window(), self._folder, self._chosen)

    def _chosen(self, names: Sequence[str]) -> None:
        if names:
            self._folder = str(Path(names[0]).parent)
            self.take([Path(name) for name in names])

    def take(self, sources: Sequence[Source]) -> None:
        """Add pictures to the section that is open."""
        report, key, language = self._desk.report, self._text.key, self._text.language
        if report is None or not key:
            return
        for source in sources:
            try:
                if isinstance(source, Path):
                    glance(source)
            except ConfnotesError as error:
                self.failed.emit(error)
                continue
            self._tasks.write(
                partial(self._kept, report, key, source),
                partial(self._landed, report, key, language),
                self.failed.emit,
            )

    def _kept(self, report: Report, key: str, source: Source) -> tuple[str, ChangeSet]:
        name = name_of(source)
        data, kind = prepared(source, name or self.tr("The picture"))
        reports = self._services.reports
        return reports.add_picture(report, key, data, kind, name, initiator=self._desk)

    def _landed(
        self, report: Report, key: str, language: Language, outcome: tuple[str, ChangeSet]
    ) -> None:
        self._show(report, key, language, f"![]({outcome[0]})")

    def _show(self, report: Report, key: str, language: Language, words: str) -> None:
        now = self._desk.report
        if now is None or now.id != report.id:  # sections of all conferences have the same keys
            self._desk.do(partial(self._added, report, key, language, words), words)
            return
        here = (key, language) == (self._text.key, self._text.language)
        if here and self._text.editor.composing:
            again = partial(self._show, report, key, language, words)
            QTimer.singleShot(_LATER_MS, self, again)
        elif here:
            self._text.insert_block(words, caret=len("!["))
        elif (content := self._desk.content(key, language)) is not None:
            self._desk.write(key, language, _with_last(content.text, words))

    def _added(self, report: Report, key: str, language: Language, words: str) -> ChangeSet:
        """Add words to the end of a section of a report that is not open any more."""
        reports = self._services.reports
        text = reports.section_markdown(report, key, language).text
        return reports.write_section(report, key, language, _with_last(text, words))

    # -- addresses -----------------------------------------------------------------------------

    def open_at_caret(self) -> None:
        """Open the address the caret is in or beside, else the only one of its line."""
        cursor = self._text.editor.textCursor()
        line = cursor.block().text()
        self._open(links.meant(line, len(part(line, 0, cursor.positionInBlock()))))

    def _open(self, url: str) -> None:
        if said := links.open_address(url):
            self.said.emit(said)


def _with_last(text: str, words: str) -> str:
    text = text.rstrip("\n")
    return text + placed(text, words, "")
