"""Above the sheet: where the photos come from, and how their cameras' clocks were set."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import ComboField, LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Card
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.zones import ZoneField
from confnotes.ui.photos import words
from confnotes.ui.photos.album import Album
from confnotes.ui.photos.clock_field import ClockField


class GuessCard(Card):
    """One sentence on what was guessed. `refused`: the times are to be taken as they are."""

    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent_soft", None, padding=8, parent=parent)
        self.sentence = WrapLabel("", Step.BASE)
        self.refuse = Button(self.tr("Take the times as they are"), Look.GHOST, height=28)
        self.refuse.clicked.connect(self.refused)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.refuse, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def say(self, words_: str) -> None:
        """Show a sentence ("" hides the card)."""
        self.sentence.setText(words_)
        self.setAccessibleName(words_)
        self.setVisible(bool(words_))


class ClockPhoto(QWidget):
    """Asks what the clock in the chosen photo shows. `said` tells the text, `left` that one does
    not want to after all."""

    said = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Label("", Step.BASE)
        self.field = LineField(
            self.tr("Time that the clock shows"), "14:42:02", icon="clock", height=32
        )
        self.close_button = IconButton("close", self.tr("Put away"), size=28, icon_size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self.question)
        row.addWidget(self.field)
        row.addWidget(self.close_button)
        self.field.submitted.connect(self.said)
        self.field.cancelled.connect(self.left)
        self.close_button.clicked.connect(self.left)
        theme().changed.connect(self._refit)
        self._refit()

    def _refit(self) -> None:
        self.field.setFixedWidth(theme().px(140))

    def ask(self, name: str) -> None:
        """Ask it of the photo of that name."""
        self.question.setText(
            self.tr("Which time does the clock in {name} show?").format(name=name)
        )
        self.field.setText("")
        self.field.set_wrong(False)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)


class SourceRow(QWidget):
    """`changed`: more photos are wanted; `cleared`: none of these are; `camera_chosen`, `zone_set`
    ("": as each photo says), `shifted` and `refused` say of a camera how its clock was set;
    `clock_asked`: a photo of a clock tells."""

    changed = Signal()
    cleared = Signal()
    camera_chosen = Signal(str)
    zone_set = Signal(str, str)
    shifted = Signal(str, object)
    refused = Signal(str)
    clock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = ""
        self.folder = Label("", Step.BASE, SEMIBOLD, icon="folder")
        self.count = Label("", Step.BASE, role="text2", tabular=True)
        self.change = Button(self.tr("More photos …"), Look.GHOST, height=32)
        self.clear = Button(self.tr("Clear the sheet"), Look.GHOST, height=32)
        self.cameras = ComboField(self.tr("Camera"), height=36)
        self.zone = ZoneField(self.tr("Zone of the camera’s clock"), self.tr("zone as photos say"))
        self.clock_name = Label(self.tr("Camera clock"), Step.SMALL, SEMIBOLD, "text2")
        self.clock = ClockField(self.tr("Add to the camera’s clock"))
        self.from_photo = Button(self.tr("From a photo of a clock"), Look.GHOST, icon="clock")
        self.ask = ClockPhoto()
        self.ask.hide()
        self.guess = GuessCard()
        self.guess.hide()
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for part in (self.folder, self.count, self.change, self.clear):
            self._first.addWidget(part)
        self._first.addStretch()
        self._first.addWidget(self.cameras)
        self._second.addWidget(self.clock_name)
        self._second.addWidget(self.clock)
        self._second.addWidget(self.zone, 1)
        self._second.addStretch()
        self._second.addWidget(self.from_photo)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self._column.addWidget(self.ask)
        self._column.addWidget(self.guess)
        self.change.clicked.connect(self.changed)
        self.clear.clicked.connect(self.cleared)
        self.cameras.chosen.connect(self._chosen)
        self.zone.zone_changed.connect(self._zoned)
        self.zone.finished.connect(self._cleared)
        self.clock.shifted.connect(lambda shift: self.shifted.emit(self._camera, shift))
        self.from_photo.clicked.connect(self.clock_asked)
        self.guess.refused.connect(lambda: self.refused.emit(self._camera))
        self.ask.left.connect(self.ask.hide)
        theme().changed.connect(self._refit)
        self._refit()

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(24), px(12), px(20), px(4))
        self._column.setSpacing(px(8))
        for row in (self._first, self._second):
            row.setSpacing(px(12))
        self.zone.setMinimumWidth(px(160))
        self.zone.setMaximumWidth(px(280))

    def _chosen(self, camera: object) -> None:
        self._camera = str(camera)
        self.camera_chosen.emit(self._camera)

    def _zoned(self, name: str | None) -> None:
        if name is not None:
            self.zone_set.emit(self._camera, name)

    def _cleared(self, text: str) -> None:
        if not text:
            self.zone_set.emit(self._camera, "")

    def camera(self) -> str:
        """Return the camera whose clock is shown."""
        return self._camera

    def go_to_camera(self, camera: str) -> None:
        """Bring the clock of a camera to the front, with the next `show_album`."""
        self._camera = camera

    def show_album(self, album: Album, folder: str, count: str) -> None:
        """Show where the photos are from, and the clock of the camera in front."""
        self.folder.setText(folder)
        self.count.setText(count)
        cameras = album.cameras()
        if self._camera not in cameras and cameras:
            guessed = [camera for camera in cameras if camera in album.guesses]
            self._camera = (guessed or cameras)[0]
        self.cameras.setVisible(len(cameras) > 1)
        self.cameras.set_items([(camera, words.camera(camera)) for camera in cameras])
        self.cameras.set_key(self._camera)
        clock = album.clock(self._camera)
        self.clock.show_shift(clock.shift)
        if not self.zone.edit.hasFocus():
            self.zone.set_zone(clock.zone or None, _first_moment(album))
        found = album.guesses.get(self._camera)
        self.guess.say("" if found is None else words.guess(self._camera, found))


def _first_moment(album: Album) -> datetime | None:
    return min((entry.at for entry in album.entries if entry.at is not None), default=None)
