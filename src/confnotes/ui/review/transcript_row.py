"""A session's transcript in its form: from a file or the clipboard, and where the talk begins."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed
from confnotes.ui.review.queue_items import seconds_of

ENDINGS = ("*.srt", "*.vtt", "*.sbv", "*.txt")


class TranscriptRow(QWidget):
    """`file_chosen(Path)`, `pasted(text)`, `removed`, `taken_back`, `begins_given(seconds)`."""

    file_chosen = Signal(object)
    pasted = Signal(str)
    removed = Signal()
    taken_back = Signal()
    begins_given = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._folder = QDir.homePath()
        self.title = Label(self.tr("Transcript"), Step.SMALL, SEMIBOLD, "text2")
        self.about = WrapLabel("", Step.SMALL, role="text2", most=3)
        self.choose = Button(self.tr("File…"), Look.GHOST, icon="file", height=28)
        self.paste = Button(self.tr("Paste"), Look.GHOST, icon="copy", height=28)
        self.remove = Button(self.tr("Remove"), Look.GHOST, icon="close", height=28)
        self.back = Button(self.tr("Take back"), Look.GHOST, icon="undo", height=28)
        for button, words in (
            (self.choose, self.tr("A transcript from a file")),
            (self.paste, self.tr("Paste a transcript")),
            (self.remove, self.tr("Remove the transcript")),
            (self.back, self.tr("Take the transcript before back")),
        ):
            button.setAccessibleName(words)
        self.begins_words = Label(self.tr("In the video, the talk begins at"), Step.SMALL)
        self.begins = LineField(self.tr("In the video, the talk begins at"), "0:00", height=32)
        self._lay_out()
        self.choose.clicked.connect(self._ask)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self.removed)
        self.back.clicked.connect(self.taken_back)
        self.begins.finished.connect(self._begins)

    def _lay_out(self) -> None:
        px = theme().px
        buttons = QVBoxLayout()  # four side by side are wider than the panel
        buttons.setSpacing(0)
        for pair in ((self.choose, self.paste), (self.remove, self.back)):
            line = QHBoxLayout()
            line.setSpacing(0)
            for button in pair:
                line.addWidget(button)
            line.addStretch(1)
            buttons.addLayout(line)
        begins = QHBoxLayout()
        begins.addWidget(self.begins_words, 1)
        begins.addWidget(self.begins)
        self.begins.setFixedWidth(px(88))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(buttons)
        column.addLayout(begins)

    def show_transcript(
        self, name: str, count: int, last: float, offset: float | None, *, back: bool
    ) -> None:
        """Show what is kept: from where, how many pieces, until when (seconds), where the talk
        begins in the recording. `count` 0: nothing is; `back`: what was there can come back."""
        if count:
            said = self.tr("{name}: {count} pieces, until {time}")
            self.about.setText(said.format(name=name, count=count, time=elapsed(round(last))))
        else:
            self.about.setText(
                self.tr("Subtitles or a transcript (SRT, VTT, YouTube) stand beside each line.")
            )
        shown = {self.back: back, self.remove: bool(count)}
        stays = next((button for button, on in shown.items() if on), self.paste)
        stays.show()
        if any(button.hasFocus() and not on for button, on in shown.items()):
            stays.setFocus(Qt.FocusReason.OtherFocusReason)  # what has it goes away
        for button, on in shown.items():
            button.setVisible(on)
        for part in (self.begins_words, self.begins):
            part.setVisible(bool(count))
        if not self.begins.edit.hasFocus():
            self.begins.setText("" if offset is None else elapsed(round(offset)))
            self.begins.set_wrong(False)

    def flush(self) -> None:
        """Hand on what is being typed."""
        self.begins.commit()

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add a transcript"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(ENDINGS)
        dialog.setNameFilters([f"{self.tr('Transcripts')} ({endings})", f"{self.tr('All')} (*)"])
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self._folder = str(Path(name).parent)
        self.file_chosen.emit(Path(name))

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _begins(self, text: str) -> None:
        second = seconds_of(text)
        self.begins.set_wrong(second is None)
        if second is not None:
            self.begins_given.emit(float(second))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.file_chosen.emit(Path(event.mimeData().urls()[0].toLocalFile()))
