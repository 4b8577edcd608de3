"""The preview follows the keys: the section one types in is set anew between two of them."""

from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.preview_browser import PreviewBrowser
from confnotes.ui.report.text_page import TextPage
from confnotes.ui.shell.tasks import Tasks

if TYPE_CHECKING:  # they come in when a report is first shown
    from confnotes.report.live import Pieces
    from confnotes.services.report_reading import Reading

SOON_MS = 12
"""After a key: the editor is painted by then, and keys of one stroke are taken together."""
LONG = 0.04
"""Seconds of work: what takes longer is not done on the thread of the window and its keys."""


class LivePreview(QObject):
    """Shows readings of the whole report, and what is typed since in the section one is in.
    `shown` tells that the page is another, `followed` that it is so because of a key."""

    shown = Signal()
    followed = Signal()

    def __init__(
        self, desk: ReportDesk, text: TextPage, browser: PreviewBrowser, tasks: Tasks
    ) -> None:
        super().__init__(browser)
        self._desk, self._text, self._browser, self._tasks = desk, text, browser, tasks
        self._took = 0.0
        self._away = self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._set)
        text.editor.edited.connect(self._typed)

    def show(self, found: "Reading") -> None:
        """Show a reading, with what was typed since it was asked for."""
        page = found.page
        newer = self._text.dirty or not self._desk.current
        if newer and self._suits(found):
            page = found.live.page(page, self._text.key, self._text.editor.text()) or page
        self._browser.show_page(page)
        self.shown.emit()

    def clear(self) -> None:
        """Show nothing."""
        self._soon.stop()
        self._browser.show_page(())

    def _suits(self, found: "Reading") -> bool:
        """Whether a reading is of the language and place that the text is written for."""
        live = found.live
        language, target = live.composition.snapshot.language, live.target.name
        return (language, target) == (self._text.language, self._desk.target)

    def _typed(self) -> None:
        if not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _set(self) -> None:
        found = self._desk.last
        if found is None or not self._suits(found):
            return
        if self._away:
            self._again = True
            return
        page, key, typed = self._browser.page_shown(), self._text.key, self._text.editor.text()
        live = found.live

        def made() -> "tuple[Pieces, Pieces | None, float]":
            begun = thread_time()
            set_anew = live.page(page, key, typed)
            return page, set_anew, thread_time() - begun

        if self._took > LONG:
            self._away = True
            self._tasks.read(made, self._came, lambda _error: self._came((page, None, 0.0)))
        else:
            self._put(*made())

    def _came(self, made: "tuple[Pieces, Pieces | None, float]") -> None:
        self._away = False
        self._put(*made)
        if self._again:
            self._again = False
            self._set()

    def _put(self, old: "Pieces", new: "Pieces | None", took: float) -> None:
        self._took = took
        if new is not None and self._browser.page_shown() == old:
            self._browser.show_page(new)
            self.shown.emit()
            self.followed.emit()
