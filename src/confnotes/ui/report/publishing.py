"""Copy and export: what leaves the notebook, and what is said about it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QMimeData, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.report_views import Exported
from confnotes.ui.parts.theme import theme
from confnotes.ui.report import check_words, folders
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.export_panel import ExportPanel
from confnotes.ui.report.single import export_single
from confnotes.ui.report.topbar import TopBar
from confnotes.ui.shell.tasks import Tasks

COPIED_MS = 2000


class Publisher(QObject):
    """Copies and exports the report that is open. `flush` hands on what is being typed first:
    what was typed a moment ago belongs into what leaves."""

    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        desk: ReportDesk,
        top: TopBar,
        panel: ExportPanel,
        flush: Callable[[], None],
    ) -> None:
        super().__init__(panel)
        self._services, self._tasks, self._desk = services, tasks, desk
        self._top, self._panel, self._flush = top, panel, flush
        top.copy_asked.connect(self.copy)
        top.export_asked.connect(self.ask)
        panel.wanted.connect(self._export)
        panel.cancelled.connect(self._cancel)
        panel.rich_asked.connect(self.copy_rich)
        self._stop = Event()

    def copy(self) -> None:
        """Put the whole report on the clipboard, as its place wants it."""
        report = self._desk.report
        if report is None:
            return
        self._flush()
        reports = self._services.reports

        def read() -> str:
            self._tasks.flush()
            return reports.markdown(report, report.language, report.target)

        self._tasks.read(read, self._copied, self.failed.emit)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._top.show_copied(True)
        QTimer.singleShot(COPIED_MS, self._top, lambda: self._top.show_copied(False))

    def copy_rich(self) -> None:
        """Put the whole report on the clipboard as a page, for editors that are none of Markdown;
        in those it is the Markdown of the place."""
        report = self._desk.report
        if report is None:
            return
        self._flush()
        self._panel.show_busy()
        reports, go_on = self._services.reports, self._steps()

        def read() -> tuple[str, str]:
            self._tasks.flush()
            page, _ = reports.web_page(report, report.language, progress=go_on)
            return page, reports.markdown(report, report.language, report.target)

        self._tasks.read(read, self._copied_rich, self._not_exported)

    def _copied_rich(self, read: tuple[str, str]) -> None:
        mime = QMimeData()
        mime.setHtml(read[0])
        mime.setText(read[1])
        QGuiApplication.clipboard().setMimeData(mime)
        self._panel.show_copied()

    def _steps(self) -> Callable[[int, int], bool]:
        """Return what is told how far an export is, and says whether to go on."""
        stop, panel = Event(), self._panel
        self._stop = stop

        def go_on(done: int, total: int) -> bool:
            panel.progressed.emit(done, total)
            return not stop.is_set()

        return go_on

    def ask(self) -> None:
        """Ask where to, with the last folder proposed."""
        report = self._desk.report
        if report is None:
            return
        name = self._services.programme.view(report.conference_id).conference.short
        folder = folders.remembered(report.conference_id) or folders.proposed(name)
        button = self._top.export
        corner = button.mapTo(self._top, QPoint(button.width(), 0))
        self._panel.open_below(corner.x(), self._top.height() - theme().px(4), folder)

    def _export(self, folder: Path, force: bool) -> None:
        report = self._desk.report
        if report is None:
            return
        self._flush()
        self._panel.show_busy()
        reports, go_on = self._services.reports, self._steps()

        kind, font = self._panel.kind(), theme().font()

        def write() -> Exported:
            self._tasks.flush()
            if kind is not None:
                return export_single(
                    reports, report, kind, folder, font, force=force, progress=go_on
                )
            return reports.export(
                report, report.language, report.target, folder, force=force, progress=go_on
            )

        def written(exported: Exported) -> None:
            folders.remember(report.conference_id, folder)
            self._panel.show_outcome(exported)

        self._tasks.read(write, written, self._not_exported)

    def _cancel(self) -> None:
        self._stop.set()

    def _not_exported(self, error: ConfnotesError) -> None:
        self._panel.show_failed(check_words.error(error))
