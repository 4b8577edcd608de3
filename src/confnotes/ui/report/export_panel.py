"""Below the Export button: where to, and afterwards what became of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.services.report_views import Difference, Exported, SingleFile, Upload
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import Segmented
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report import difference_words
from confnotes.ui.report.floating import SHADOW, Floating

WIDTH = 440
BUSY_MS = 300
_MOST_HIGH = 420
_MARKDOWN = "markdown"
_LONGEST_LINE = 120


class ExportPanel(Floating):
    """`wanted(folder, force)` asks for an export, `cancelled` to break it off, `rich_asked` for the
    report on the clipboard as a page, `addresses_asked` for the form where they are pasted; the
    owner shows how far it is (from any thread, by `progressed(done, total)`) and the outcome.
    `word`: Word files can be made here."""

    wanted = Signal(object, bool)
    cancelled = Signal()
    rich_asked = Signal()
    addresses_asked = Signal()
    progressed = Signal(int, int)

    def __init__(self, parent: QWidget, *, word: bool = False) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Export"))
        self._exported: Exported | None = None
        self._place = (0, 0)
        self.title = Label(self.tr("Export to a folder"), Step.SUBTITLE, SEMIBOLD)
        kinds: list[tuple[object, str]] = [
            (_MARKDOWN, self.tr("Markdown")),
            (SingleFile.HTML, self.tr("HTML")),
            (SingleFile.PDF, self.tr("PDF")),
        ]
        if word:
            kinds.append((SingleFile.DOCX, self.tr("Word")))
        self.kinds = Segmented(self.tr("Written as"), kinds)
        self.kinds.set_key(_MARKDOWN)
        self.folder = LineField(self.tr("Folder"))
        self.choose = Button(self.tr("Choose…"), Look.DEFAULT, icon="folder", height=36)
        self.write = Button(self.tr("Write the report here"), Look.SOFT, icon="export", height=36)
        self.again = Button(
            self.tr("Set the old ones aside and write anew"), Look.DEFAULT, height=32
        )
        self.addresses = Button(self.tr("Paste the addresses…"), icon="link", height=32)
        self.addresses.clicked.connect(self.addresses_asked)
        self.rich = Button(self.tr("Copy as rich text"), Look.GHOST, icon="copy", height=36)
        self.show_folder = Button(self.tr("Open the folder"), Look.DEFAULT, icon="folder")
        self.cancel = Button(self.tr("Cancel"), Look.DEFAULT)
        self.cancel.hide()
        self.lines = Scroll()
        self._labels: list[QWidget] = []
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(BUSY_MS)
        self._busy.timeout.connect(self._show_busy)
        self._done = (0, 0)
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.write.clicked.connect(lambda: self._ask(force=False))
        self.folder.submitted.connect(lambda _text: self._ask(force=False))
        self.again.clicked.connect(lambda: self._ask(force=True))
        self.show_folder.clicked.connect(self._open_folder)
        self.cancel.clicked.connect(self.cancelled)
        self.rich.clicked.connect(self.rich_asked)
        self.progressed.connect(self._progressed)

    def _lay_out(self) -> None:
        px = theme().px
        inner = QVBoxLayout()
        inner.setContentsMargins(px(12), px(8), px(12), px(8))
        inner.setSpacing(px(10))
        inner.addWidget(self.title)
        inner.addWidget(self.kinds)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        inner.addLayout(row)
        inner.addWidget(self.lines, 1)
        aside = QHBoxLayout()  # a row of its own: beside the other two its words are cut
        aside.addWidget(self.again)
        aside.addWidget(self.addresses)
        aside.addStretch()
        inner.addLayout(aside)
        foot = QHBoxLayout()
        foot.addWidget(self.show_folder)
        foot.addWidget(self.cancel)
        foot.addWidget(self.rich)
        foot.addStretch()
        foot.addWidget(self.write)
        inner.addLayout(foot)
        self.column.addLayout(inner)

    def kind(self) -> SingleFile | None:
        """Return what the report is written as; None: Markdown with pictures beside it."""
        key = self.kinds.key()
        return key if isinstance(key, SingleFile) else None

    def open_below(self, right: int, top: int, folder: Path) -> None:
        """Open with its upper right corner there; asks for the folder first."""
        self._place = (right, top)
        self.folder.setText(str(folder))
        self._exported = None
        self._say([])
        self.open()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.folder.edit.selectAll()

    def show_busy(self) -> None:
        """Say that it is being written, where that takes long enough to notice."""
        self._done = (0, 0)
        self.write.setEnabled(False)
        self._busy.start()

    def _show_busy(self) -> None:
        done, total = self._done
        words = self.tr("Pictures: {done} of {total}…").format(done=done, total=total)
        self._say([("text2", words if total else self.tr("Writing…"))])
        self.cancel.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _progressed(self, done: int, total: int) -> None:
        self._done = (done, total)
        if self.cancel.isVisible() and self._labels and isinstance(self._labels[0], WrapLabel):
            words = self.tr("Pictures: {done} of {total}…").format(done=done, total=total)
            self._labels[0].setText(words)

    def _stop_busy(self) -> None:
        self._busy.stop()
        self.cancel.hide()
        self.write.setEnabled(True)

    def show_outcome(self, exported: Exported) -> None:
        """Say which files there are, what was left alone, and what would be read otherwise."""
        self._stop_busy()
        self._exported = exported
        rows: list[tuple[str, str]] = []
        rows += [("text", _name(path, self.path())) for path in exported.files]
        if exported.left:
            rows.append(
                ("amber", self.tr("Files left alone (changed since, or not written by confnotes)"))
            )
            rows += [("text", _name(path, self.path())) for path in exported.left]
            rows += [("text2", self._changed(*one)) for one in exported.changed]
        rows += [
            ("text2", self.tr("Set aside as {name}").format(name=_name(path, self.path())))
            for path in exported.set_aside
        ]
        rows += [
            (
                "amber",
                self.tr("Picture missing or damaged in the notebook: {name}").format(name=name),
            )
            for name in exported.missing
        ]
        rows += self._upload_rows(exported.uploads)
        rows += self._difference_rows(exported.differences)
        self._say(rows)
        if not exported.left:
            self.show_folder.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, there: bool, line: str) -> str:
        """Say a line that stands in a file that was left, or one that would have been written."""
        line = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"
        return (self.tr("There: {line}") if there else self.tr("New: {line}")).format(line=line)

    def _upload_rows(self, uploads: Sequence[Upload]) -> list[tuple[str, str]]:
        """Say which pictures the place takes by hand, in reading order."""
        waiting = [one for one in uploads if not one.address]
        if not waiting:
            return []
        asks = waiting[0].asks
        upload = self.tr("Pictures to upload there, in order:")
        place = self.tr("Pictures to put in by hand where the text says so, in order:")
        rows = [("text", f"{one.number}. {one.path}") for one in waiting]
        return [("amber", upload if asks else place), *rows]

    def _difference_rows(self, differences: Sequence[Difference]) -> list[tuple[str, str]]:
        if not differences:
            return []
        head = self.tr("Written, but a reader of this place may see it otherwise:")
        return [("amber", head), *(("text", difference_words.say(one)) for one in differences)]

    def show_copied(self) -> None:
        """Say that the report is on the clipboard."""
        self._stop_busy()
        self._say([("text2", self.tr("Copied: paste it where text has headings and pictures."))])

    def show_failed(self, sentence: str) -> None:
        """Say why nothing was written."""
        self._stop_busy()
        self._exported = None
        self._say([("red", sentence)])

    def path(self) -> Path:
        """Return the folder as it stands in the field."""
        return Path(self.folder.text()).expanduser()

    def words(self) -> list[str]:
        """Return the sentences shown, in order."""
        return [w.text() for w in self._labels if isinstance(w, WrapLabel)]

    def _say(self, rows: Sequence[tuple[str, str]]) -> None:
        for label in self._labels:
            label.hide()
            self.lines.body.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for role, sentence in rows:
            label = WrapLabel(sentence, Step.BASE if role == "text" else Step.SMALL, role=role)
            self._labels.append(label)
            self.lines.body.addWidget(label)
        done, left = self._exported is not None, bool(self._exported and self._exported.left)
        written = self.tr("Written") if not left else self.tr("Not everything was written")
        self.title.setText(written if done else self.tr("Export to a folder"))
        self.again.setVisible(left)
        waiting = self._exported.uploads if self._exported is not None else ()
        self.addresses.setVisible(any(one.asks and not one.address for one in waiting))
        self.show_folder.setVisible(done)
        self.rich.setVisible(not done)
        words = self.tr("Write again") if done else self.tr("Write the report here")
        self.write.set_words(words)
        self.lines.setVisible(bool(rows))
        self._fit(rows)

    def _fit(self, rows: Sequence[tuple[str, str]]) -> None:
        px = theme().px
        right, top = self._place
        wide = px(WIDTH) + 2 * px(SHADOW)
        inner = px(WIDTH) - px(48)
        high = 0
        for label in self._labels:
            label.resize(inner, label.height())
            high += label.minimumHeight()
        high += px(12) if rows else 0
        aside = self.again.isVisibleTo(self) or self.addresses.isVisibleTo(self)
        high += px(42) if aside else 0
        total = min(px(192) + high, px(_MOST_HIGH)) + 2 * px(SHADOW)
        self.setGeometry(right - wide + px(SHADOW), top - px(SHADOW), wide, total)

    def _ask(self, *, force: bool) -> None:
        if self.folder.text():
            self.wanted.emit(self.path(), force)

    def _choose(self) -> None:
        start = self.path()
        while not start.is_dir() and start != start.parent:
            start = start.parent
        found = QFileDialog.getExistingDirectory(self, self.tr("Export to a folder"), str(start))
        if found:
            self.folder.setText(found)
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path())))


def _name(path: Path, folder: Path) -> str:
    """Return a path as seen from the folder where it lies in it."""
    try:
        return str(path.relative_to(folder))
    except ValueError:
        return str(path)
