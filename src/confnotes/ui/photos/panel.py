"""The photo in front: large, when it was taken, where it goes, and its words."""

from collections.abc import Sequence
from datetime import UTC

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.inline import parse, plain
from confnotes.domain.notes import Line
from confnotes.domain.photos import TimeSource, instant
from confnotes.domain.times import zone
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import clock, day_month
from confnotes.ui.photos import words
from confnotes.ui.photos.album import Album, Entry
from confnotes.ui.photos.line_place import LinePlace, Neighbour
from confnotes.ui.photos.session_field import SessionField

PICTURE = (280, 186)


class PictureBox(QWidget):
    """A picture in a frame of fixed size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_image(self, image: QImage, name: str) -> None:
        """Show a picture at device pixels (a null one: an empty frame)."""
        self._image = image
        self.setAccessibleName(name)
        self.update()

    def room(self) -> tuple[int, int]:
        """Return how many device pixels there are."""
        ratio = self.devicePixelRatioF()
        size = self.sizeHint()
        return round(size.width() * ratio), round(size.height() * ratio)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(PICTURE[0]), theme().px(PICTURE[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, radius = theme().tokens, theme().px(8)
        rect = QRectF(self.rect())
        paint.band(painter, rect, radius, t.sunken)
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.setClipPath(path)
        size = self._image.size()
        scale = min(rect.width() / size.width(), rect.height() / size.height())
        scale = min(scale, 1 / self.devicePixelRatioF()) if size.width() < 200 else scale
        wide, high = size.width() * scale, size.height() * scale
        corner = rect.center() - QPointF(wide / 2, high / 2)
        painter.drawImage(QRectF(corner.x(), corner.y(), wide, high), self._image)


class PhotoPanel(QWidget):
    """`stepped` goes to the photo before or after, `line_stepped` puts it a line up or down,
    `put_in` into a session, `accepted` and `skipped` decide; `captioned` and `described` tell its
    words with each letter; `large_wanted` asks for the picture, which comes by `show_large`."""

    stepped = Signal(int)
    line_stepped = Signal(int)
    put_in = Signal(str)
    accepted = Signal()
    skipped = Signal()
    captioned = Signal(str)
    described = Signal(str)
    large_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self._plan: object = None
        self.title = Label("", Step.SUBTITLE, SEMIBOLD)
        self.number = Label("", Step.BASE, role="text2", tabular=True)
        self.back = IconButton("chevron_left", self.tr("Photo before"), size=32, icon_size=16)
        self.on = IconButton("chevron_right", self.tr("Next photo"), size=32, icon_size=16)
        self.picture = PictureBox()
        self.camera_name = Label(self.tr("Camera"), Step.SMALL, role="text2")
        self.camera = Label("", Step.SMALL, role="text2", tabular=True)
        self.talk_name = Label(self.tr("There"), Step.SMALL, role="text2")
        self.talk = Label("", Step.SMALL, tabular=True)
        self.notice = WrapLabel("", Step.SMALL, role="amber", most=3)
        self.goes = Label(self.tr("Goes to"), Step.SMALL, SEMIBOLD, "text2")
        self.session = SessionField(self.tr("Session"), self.tr("Choose a session"))
        self.place = LinePlace()
        self.caption_name = Label(self.tr("Caption"), Step.SMALL, SEMIBOLD, "text2")
        self.caption = LineField(self.tr("Caption"), self.tr("Caption"))
        self.alternative = LineField(self.tr("Alternative text"), self.tr("Alternative text"))
        self.accept = Button(self.tr("Accept"), Look.SOFT, icon="check", hint="A", height=36)
        self.skip = Button(self.tr("Skip"), Look.GHOST, hint="S", height=36)
        self._lay_out()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.session.session_chosen.connect(self.put_in)
        self.place.stepped.connect(self.line_stepped)
        self.caption.edited.connect(self.captioned)
        self.alternative.edited.connect(self.described)
        self.accept.clicked.connect(self.accepted)
        self.skip.clicked.connect(self.skipped)

    def _lay_out(self) -> None:
        px = theme().px
        scroll = Scroll()
        column = scroll.body
        column.setContentsMargins(px(24), px(14), px(24), px(12))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        for part, stretch in ((self.title, 0), (self.number, 1), (self.back, 0), (self.on, 0)):
            head.addWidget(part, stretch)
        times = QGridLayout()
        times.setHorizontalSpacing(px(16))
        times.setVerticalSpacing(0)
        times.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(
            ((self.camera_name, self.camera), (self.talk_name, self.talk))
        ):
            times.addWidget(name, row, 0)
            times.addWidget(value, row, 1)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addLayout(times)
        self._placing: tuple[QWidget, ...] = (self.goes, self.session)
        private = Label(
            self.tr("Position and camera data stay out of exports."),
            Step.SMALL,
            role="text2",
            icon="lock",
        )
        self._words: tuple[QWidget, ...] = (
            self.caption_name,
            self.caption,
            self.alternative,
            private,
        )
        for below in (self.notice, *self._placing, self.place, *self._words):
            column.addWidget(below)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(16))
        foot.setSpacing(px(8))
        foot.addWidget(self.accept, 1)
        foot.addWidget(self.skip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    def set_sessions(self, album: Album) -> None:
        """Set the sessions one can choose from: those one was in first, then all, by start."""
        if self._plan is album.plan:
            return
        self._plan = album.plan
        mine = {slot.session_id for slot in album.plan.slots if slot.mine}
        ordered = sorted(album.plan.sessions, key=lambda view: view.session.id not in mine)
        self.session.set_sessions(
            [(view.session.id, _label(album, view.session.id)) for view in ordered]
        )

    def show_photos(self, album: Album, entries: Sequence[Entry], at: int, many: int) -> None:
        """Show the photo in front of those selected; `at` of `many` says where it stands."""
        entry = entries[0] if entries else None
        other = entry is not self.entry
        self.entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        several = self.tr("{n} photos").format(n=len(entries))
        self.title.setText(entry.name if len(entries) == 1 else several)
        self.number.setText(f"{at} / {many}" if at else "")
        self._show_times(album, entry)
        self._show_notice(album, entry)
        shown = entry.problem is None
        single = shown and len(entries) == 1
        self.session.show_session(entry.session_id if shown else "")
        for part in (*self._placing, self.accept, self.skip):
            part.setVisible(shown)
        for part in self._words:
            part.setVisible(single)
        self.place.setVisible(single and bool(entry.session_id))
        self._show_place(album, entry)
        self.caption.setText(entry.caption)
        self.alternative.setText(entry.alternative)
        if other:
            self.picture.show_image(QImage(), entry.name)
            if entry.photo is not None and entry.problem is None:
                self.large_wanted.emit(entry)

    def show_large(self, entry: Entry, image: QImage) -> None:
        """Show a picture that was asked for, if it is still the one in front."""
        if entry is self.entry:
            self.picture.show_image(image, entry.name)

    def _show_times(self, album: Album, entry: Entry) -> None:
        photo, there = entry.photo, zone(album.plan.conference.timezone)
        said = self.tr("says no time")
        if photo is not None and photo.taken.wall is not None:
            said = f"{photo.taken.wall:%Y-%m-%d} {words.seconds_clock(photo.taken.wall)}"
            if photo.taken.source is TimeSource.NAME:
                said = self.tr("{time} (from the name)").format(time=said)
        elif photo is not None and photo.taken.satellite is not None:
            at = instant(photo.taken, album.clock(photo.camera), "UTC")
            if at is not None:
                said = f"{at:%Y-%m-%d} {words.seconds_clock(at.astimezone(UTC))} UTC"
        self.camera.setText(said if photo is not None else "")
        at = entry.at
        self.talk.setText("")
        if at is not None:
            parts = [words.there(at.astimezone(there))]
            into = words.moment(album, entry.session_id, at)
            if into is not None:
                parts.append(self.tr("{time} into it").format(time=into))
            self.talk.setText(", ".join(parts))

    def _show_notice(self, album: Album, entry: Entry) -> None:
        notice = ""
        if entry.copy_of:
            notice = self.tr("The same photo as {name}.").format(name=entry.copy_of)
        elif entry.known_in:
            title = album.plan.by_id[entry.known_in].session.title
            notice = self.tr("Already in the notes of {title}.").format(title=title)
        elif entry.photo is not None and entry.at is None:
            notice = self.tr("The file does not say when it was taken. Choose its session.")
        elif entry.photo is not None and not entry.group and entry.session_id:
            notice = self.tr("Only a guess: Accept (A) takes it, or choose another session.")
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))

    def say_problem(self, sentence: str) -> None:
        """Say why a file cannot be shown."""
        self.notice.setText(sentence)
        self.notice.show()

    def _show_place(self, album: Album, entry: Entry) -> None:
        lines, at = album.lines(entry), album.place(entry)
        before = _neighbour(album, entry, lines[at - 1]) if at else None
        after = _neighbour(album, entry, lines[at]) if at < len(lines) else None
        self.place.show_place(before, words.moment(album, entry.session_id, entry.at) or "", after)

    def write(self) -> None:
        """Go where one says the session, or, where there is one, to the caption."""
        if self.entry is not None and self.entry.session_id and self.caption.isVisible():
            self.caption.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.session.open_list()


def _label(album: Album, session_id: str) -> str:
    view = album.plan.by_id[session_id]
    start = view.session.start_at
    when = "" if start is None else clock(start, album.plan.conference.timezone)
    day = "" if view.day is None else day_month(view.day)
    place = " · ".join(part for part in (day, view.session.facts.room or "") if part)
    return "  ".join(part for part in (when, view.session.title, place) if part)


def _neighbour(album: Album, entry: Entry, line: Line) -> Neighbour:
    time = words.moment(album, entry.session_id, line.written_at) or ""
    return Neighbour(time, line.kind, plain(parse(line.text)) or words.unworded(line), line.done)
