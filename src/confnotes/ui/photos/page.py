"""The page of photos: their source, the sheet, and at the foot what will be attached."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.photos import words
from confnotes.ui.photos.album import Counts
from confnotes.ui.photos.sheet_view import ContactSheet
from confnotes.ui.photos.source_row import SourceRow


class Foot(Ground):
    """What is chosen, and the one button that does it. `attach`, `attach_these` (selected)."""

    attach = Signal()
    attach_these = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "t", parent)
        self.chosen = Label("", Step.BASE, SEMIBOLD, tabular=True)
        self.quiet = Label("", Step.BASE, role="text2", tabular=True)
        self.asking = Label("", Step.BASE, MEDIUM, "amber", tabular=True)
        self.safe = Label(self.tr("Nothing is attached before this."), Step.SMALL, role="text2")
        self.these = Button("", Look.DEFAULT, height=36)
        self.button = Button("", Look.PRIMARY, icon="check", height=36)
        self.button.setToolTip("Ctrl+Enter")
        self._row = QHBoxLayout(self)
        for part in (self.chosen, self.quiet, self.asking):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self.safe)
        self._row.addWidget(self.these)
        self._row.addWidget(self.button)
        self.button.clicked.connect(self.attach)
        self.these.clicked.connect(self.attach_these)
        theme().changed.connect(self._refit)
        self._refit()

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(24), 1, px(20), 0)
        self._row.setSpacing(px(16))
        self.setFixedHeight(px(57))

    def show_counts(self, counts: Counts, selected: int, *, busy: bool) -> None:
        """Show how many photos are what; `selected` chosen ones of several that are selected."""
        chosen, quiet, asking = words.foot(counts)
        self.chosen.setText(chosen)
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))
        self.asking.setText(asking)
        self.asking.setVisible(bool(asking))
        self.button.set_words(words.attach(counts.chosen))
        self.button.setEnabled(counts.chosen > 0 and not busy)
        some = 0 < selected < counts.chosen
        self.these.setVisible(some)
        self.these.setEnabled(not busy)
        self.these.set_words(self.tr("Only the {n} selected").format(n=selected))
        self.safe.setVisible(not some)


class Nothing(QWidget):
    """What stands here before photos were chosen. `folder` and `files` ask for them."""

    folder = Signal()
    files = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Step.SUBTITLE, SEMIBOLD, align=Align.CENTRE)
        self.hint = WrapLabel("", Step.BASE, role="text2", align=Align.CENTRE)
        self.choose = Button(self.tr("Choose a folder …"), Look.DEFAULT, icon="folder", height=36)
        self.pick = Button(self.tr("Choose photos …"), Look.GHOST, icon="image", height=36)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.choose)
        row.addWidget(self.pick)
        row.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for part in (self.title, self.hint):
            self._column.addWidget(part)
        self._column.addLayout(row)
        self._column.addStretch(3)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self.folder)
        self.pick.clicked.connect(self.files)
        theme().changed.connect(self._refit)
        self._refit()

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(80), px(24), px(80), px(24))
        self._column.setSpacing(px(12))

    def say(self, title: str, hint: str) -> None:
        """Say what brings photos here."""
        self.title.setText(title)
        self.hint.setText(hint)


class Drops(QObject):
    """Takes what is dropped on a widget. `dropped` tells the paths."""

    dropped = Signal(list)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if found := paths_in(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(found)
            return bool(found)
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if found := paths_in(event.mimeData()):
                event.acceptProposedAction()
            return bool(found)
        return False


def paths_in(mime: QMimeData) -> list[Path]:
    """Return the files and folders that were dragged here."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class PhotosPage(Ground):
    """`given` tells the paths one chose."""

    given = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "", parent)
        self.source = SourceRow()
        self.sheet = ContactSheet()
        self.nothing = Nothing()
        self.foot = Foot()
        self.undo = FootBar("check", self.tr("Take it back"), "Ctrl+Z")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.undo)
        column.addWidget(self.foot)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.nothing.folder.connect(self.choose_folder)
        self.nothing.files.connect(self.choose_files)
        self.source.changed.connect(self.choose_folder)
        self.show_any(any_here=False)

    def show_any(self, *, any_here: bool) -> None:
        """Show the sheet, or how photos come here."""
        for part in (self.source, self.sheet, self.foot):
            part.setVisible(any_here)
        self.nothing.setVisible(not any_here)
        self.setFocusProxy(self.sheet if any_here else self.nothing)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder with photos"))
        if found:
            self.given.emit([Path(found)])

    def choose_files(self) -> None:
        """Ask for photos."""
        kinds = self.tr("Photos") + " (*.jpg *.jpeg *.png *.heic *.heif *.webp)"
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Photos"), "", kinds)
        if found:
            self.given.emit([Path(one) for one in found])
