"""The first page: three doors into a conference."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.ui.parts.buttons import Button
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.icons import paint_sign
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.panels import Card, Ground, Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.offers import Offer, offered
from confnotes.ui.start import pictures
from confnotes.ui.start.address import AddressRow


class Door(Card):
    """A picture, a title, a sentence, and what opens it."""

    def __init__(self, drawing: pictures.Drawing, title: str, sentence: str) -> None:
        super().__init__("surface", "line", 16, padding=20)
        self.body.addWidget(pictures.Picture(drawing))
        self.body.addSpacing(theme().px(14))
        self.body.addWidget(Label(title, Step.SUBTITLE, SEMIBOLD))
        self.body.addWidget(WrapLabel(sentence, role="text2"))
        self.body.addStretch()

    def add(self, widget: QWidget) -> None:
        """Add a control at the foot."""
        self.body.addWidget(widget)

    def light(self, on: bool) -> None:
        """Show that what is dragged may be dropped."""
        self.frame = "accent" if on else "line"
        self.update()


class _Sign(QWidget):
    """The app's sign above the welcome."""

    def __init__(self) -> None:
        super().__init__()
        side = theme().px(70)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_sign(QPainter(self), QRectF(self.rect()))


class DoorsPage(Ground):
    """Import a schedule, start by hand, open the sample. `offered` tells what was dropped or
    pasted, `file_asked` that a file is to be chosen, `address.asked` the address typed, `by_hand`
    the name typed, `sample_asked`."""

    file_asked = Signal()
    offered = Signal(object)
    nothing_offered = Signal()
    by_hand = Signal(str)
    sample_asked = Signal()
    back = Signal()

    def __init__(self, *, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent=parent)
        self.setAcceptDrops(True)
        scroll = Scroll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.leave = Button(self.tr("Back to the conference"), icon="arrow_left")
        self.leave.clicked.connect(self.back)
        self.leave.hide()
        column = scroll.body
        px = theme().px
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._welcome(column)
        column.addSpacing(px(24))
        self.address = AddressRow()
        self.choose = Button(self.tr("Choose a file, or drop one here"), icon="import", height=40)
        self.name = LineField(
            self.tr("Name of the conference"), self.tr("Name of the conference"),
            icon="pencil", height=40,
        )  # fmt: skip
        self.begin = Button(self.tr("Begin"), height=40)
        self.sample = Button(self.tr("Open the sample conference"), icon="sparkle", height=40)
        column.addLayout(self._doors(sample=sample))
        column.addSpacing(px(16))
        fact = self.tr("One file on this computer. Works without a network.")
        column.addWidget(
            Label(fact, role="text2", icon="check"), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        column.addStretch(4)
        self._wire()

    def _welcome(self, column: QVBoxLayout) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(_Sign(), alignment=centre)
        column.addSpacing(theme().px(14))
        column.addWidget(
            Label(self.tr("Welcome to confnotes"), Step.DISPLAY, SEMIBOLD, align=Align.CENTRE)
        )
        way = self.tr("Plan before, notes during, review after, report at the end.")
        column.addWidget(Label(way, Step.NOTE, role="text2", align=Align.CENTRE))

    def _doors(self, *, sample: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addStretch()
        self.door = Door(
            pictures.schedule,
            self.tr("Import a schedule"),
            self.tr("From a file or the conference's address. iCalendar, pretalx, Sessionize, CSV "
                    "and more are recognised."),
        )  # fmt: skip
        self.door.add(self.address)
        self.door.add(self.choose)
        hand = Door(
            pictures.sheet,
            self.tr("Start by hand"),
            self.tr("A name and the dates are enough. Sessions can be added while they happen."),
        )
        hand.add(self.name)
        hand.add(self.begin)
        doors = [self.door, hand]
        if sample:
            doors.append(self._sample_door())
        for door in doors:
            row.addWidget(door)
        self._doors_shown = doors
        row.addStretch()
        return row

    def _sample_door(self) -> Door:
        door = Door(
            pictures.notes,
            self.tr("Open the sample"),
            self.tr("Four days in San Diego, already lived: a plan, notes with footnotes, and a "
                    "finished report to take apart."),
        )  # fmt: skip
        door.add(self.sample)
        return door

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, count = theme().px, len(self._doors_shown)
        room = (self.width() - px(48) - px(24) * (count - 1)) // count
        for door in self._doors_shown:
            high = min(max(self.height() - px(290), px(388)), px(420))
            door.setFixedSize(max(min(px(312), room), px(240)), high)

    def _wire(self) -> None:
        self.choose.clicked.connect(self.file_asked)
        self.begin.clicked.connect(self._begin)
        self.name.submitted.connect(lambda _name: self._begin())
        self.sample.clicked.connect(self.sample_asked)
        self.address.pasted.connect(self.paste)

    def _begin(self) -> None:
        self.by_hand.emit(self.name.text())

    def set_leavable(self, leavable: bool) -> None:
        """Offer the way back where there is a conference to go back to."""
        self.leave.setVisible(leavable)

    def set_busy(self, busy: bool) -> None:
        """Hold the doors while something is being read."""
        for widget in (self.address, self.choose, self.begin, self.sample):
            widget.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste takes a schedule, wherever the focus is on this page."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take what is in the clipboard: a file, an address, the text of a schedule."""
        offer = offered(QGuiApplication.clipboard().mimeData(), any_file=True)
        if offer is None:
            self.nothing_offered.emit()
            return
        self.offered.emit(offer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offered(event.mimeData(), any_file=True) is not None:
            self.door.light(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.door.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.door.light(False)
        offer: Offer | None = offered(event.mimeData(), any_file=True)
        if offer is not None:
            event.acceptProposedAction()
            self.offered.emit(offer)
