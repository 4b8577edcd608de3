"""One open line: what stands round it, its video, and the field for what one found out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.recordings import keepable, recording
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.domain.transcripts import Cue
from confnotes.services.views import Asks, OpenLine
from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.said import Said
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.parts.words import elapsed
from confnotes.ui.review.actions import LATER, TAKE, VIDEO
from confnotes.ui.review.queue_items import (
    Video,
    second_of,
    seconds_of,
    video_at,
    video_link,
    words_of,
)

_PITCH, _PAD, _BADGE, _TEXT = 20, 8, 52, 78


class Surroundings(QWidget):
    """A line between its neighbours, each with moment and badge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Line, str]] = []
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)

    def show_item(self, item: OpenLine, reaction: int) -> None:
        """Show an open line."""
        lines = (*item.before, item.line, *item.after)
        seconds = [second_of(line, item.session, reaction) for line in lines]
        self._lines = [
            (line, "" if second is None else elapsed(second))
            for line, second in zip(lines, seconds, strict=True)
        ]
        self._current = item.line.id
        self.setAccessibleName(". ".join(f"{time} {words_of(x)}" for x, time in self._lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        high = sum(self._height(line, float(self.width())) for line, _ in self._lines)
        self.setFixedHeight(max(high, 1))
        self.update()

    def _wrapped(self, line: Line, width: float) -> list[str]:
        room = max(width - theme().px(_TEXT + 10), 8)
        most = 8 if line.id == self._current else 3
        return paint.wrapped(words_of(line), theme().font(Step.BASE, MEDIUM), room, most)

    def _height(self, line: Line, width: float) -> int:
        return theme().px(_PITCH) * len(self._wrapped(line, width)) + theme().px(2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        top, width = 0.0, float(self.width())
        for line, time in self._lines:
            high = self._height(line, width)
            on = line.id == self._current
            if on:
                asked = t.amber_soft if line.kind.value == "unclear" else t.accent_soft
                paint.band(painter, QRectF(0, top, width, high), px(8), asked)
            row = QRectF(px(2), top + px(_PAD), px(_BADGE - 10), px(_PITCH))
            small = theme().font(Step.SMALL, SEMIBOLD if on else REGULAR, tabular=True)
            paint.draw_text(painter, row, time, small, t.text2, paint.Align.RIGHT)
            badge = QRectF(px(_BADGE), top + px(_PAD), px(18), px(18))
            badges.draw_badge(painter, badge, line.kind, done=line.done)
            ink = t.text if on else t.text2
            font = theme().font(Step.BASE, MEDIUM if on else REGULAR)
            for number, words in enumerate(self._wrapped(line, width)):
                y = top + px(_PAD) + number * px(_PITCH)
                area = QRectF(px(_TEXT), y, width - px(_TEXT) - px(4), px(_PITCH))
                paint.draw_text(painter, area, words, font, ink)
            top += high


class QueuePanel(QWidget):
    """`written(OpenLine, text)` while one types, `settled(OpenLine, text)`, `stepped(by)`,
    `opened(Video)`, `offset_given(session_id, seconds)`, `link_put(Link)`, `notes_asked(OpenLine)`.
    """

    written = Signal(object, str)
    settled = Signal(object, str)
    stepped = Signal(int)
    opened = Signal(object)
    offset_given = Signal(str, float)
    link_put = Signal(object)
    notes_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reaction = 0
        self._item: OpenLine | None = None
        self._video: Video | None = None
        self._cues: Sequence[Cue] = ()
        self._drafts: dict[str, str] = {}  # typed here, and not read back from the file yet
        self.count = Label("", Step.SUBTITLE, SEMIBOLD, tabular=True)
        self.earlier = IconButton("chevron_left", self.tr("The line before"))
        self.later = IconButton("chevron_right", self.tr("The next line"))
        self.title = WrapLabel("", Step.BASE, SEMIBOLD, most=3)
        self.meta = WrapLabel("", Step.SMALL, role="text2", most=2)
        self.around = Surroundings()
        self.said_title = Label(self.tr("What was being said"), Step.SMALL, SEMIBOLD, "text2")
        self.said_words = Said()
        self.said_words.setCursor(Qt.CursorShape.PointingHandCursor)
        self.take_said = Button(self.tr("Take these words"), Look.GHOST, hint=TAKE, height=28)
        self.to_notes = Button(self.tr("Open in the notes"), Look.GHOST, icon="notes", height=28)
        self.video = Button("", Look.SOFT, icon="video", hint=VIDEO, height=36)
        self.unknown = WrapLabel("", Step.SMALL, role="text2", most=3)
        self.address = LineField(self.tr("Address of the video"), "https://")
        self.begins_words = Label(self.tr("In the video, the talk begins at"), Step.SMALL)
        self.begins = LineField(self.tr("In the video, the talk begins at"), "0:00", height=32)
        self.said = Label("", Step.SMALL, SEMIBOLD, "text2")
        self.answer = TextInput(self.tr("What was said"), rows=3)
        self.settle = Button("", Look.PRIMARY, icon="check", hint="Ctrl+Enter", height=36)
        self.skip = Button(self.tr("Later"), Look.GHOST, height=36)
        self.skip.setToolTip(LATER)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = theme().px
        scroll = Scroll()
        column = scroll.body
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        begins = QHBoxLayout()
        begins.addWidget(self.begins_words, 1)
        begins.addWidget(self.begins)
        self.begins.setFixedWidth(px(88))
        feet = QHBoxLayout()
        feet.addWidget(self.settle)
        feet.addStretch(1)
        feet.addWidget(self.skip)
        column.addLayout(head)
        for part in (self.title, self.meta, self.around):
            column.addWidget(part)
        column.addWidget(self.to_notes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said_title)
        column.addWidget(self.said_words)
        column.addWidget(self.take_said, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Hairline())
        for row in (self.video, self.unknown, self.address):
            column.addWidget(row)
        column.addLayout(begins)
        column.addSpacing(px(4))
        column.addWidget(self.said)
        column.addWidget(self.answer)
        column.addLayout(feet)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.skip.clicked.connect(lambda: self.stepped.emit(1))
        self.video.clicked.connect(self.open_video)
        self.settle.clicked.connect(self.do_settle)
        self.to_notes.clicked.connect(lambda: self.notes_asked.emit(self._item))
        self.said_words.taken.connect(self._take)
        self.take_said.clicked.connect(self.take_words)
        self.answer.written.connect(self._written)
        self.begins.finished.connect(self._begins)
        self.address.finished.connect(self._addressed)

    # -- what it shows -------------------------------------------------------------------------

    def show_item(self, item: OpenLine | None, number: int, count: int, meta: str) -> None:
        """Show an open line, the `number`th of `count`; what is being typed in it stays."""
        same = item is not None and self._item is not None and self._item.line.id == item.line.id
        if not same:
            self.flush()
        self._item = item
        self.setEnabled(item is not None)
        if item is None:
            return
        self.count.setText(f"{number} / {count}")
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < count)
        self.title.setText(item.session.session.title)
        self.meta.setText(meta)
        self.around.show_item(item, self.reaction)
        if not same:
            self.show_said(())
        self._show_video(item, same=same)
        self._show_answer(item, same=same)

    def show_said(self, cues: Sequence[Cue]) -> None:
        """Show what was being said at the line, from the session's transcript (() for none)."""
        self._cues = cues
        item = self._item
        second = None if item is None else second_of(item.line, item.session, self.reaction)
        if item is not None and second is not None:
            offset = item.session.session.video_offset or 0
            self.said_words.show_moment(cues, second + offset)
        found = second is not None and self.said_words.has_words() and bool(cues)
        for part in (self.said_title, self.said_words):
            part.setVisible(found)
        self.take_said.setVisible(found and item is not None and item.asks is not Asks.TODO)

    def _show_video(self, item: OpenLine, *, same: bool) -> None:
        video = self._video = video_at(item, self.reaction)
        self.video.setVisible(video is not None)
        self.address.setVisible(video is None)
        self.begins.setVisible(video is not None)
        self.begins_words.setVisible(video is not None)
        if video is None:
            self.unknown.setText(self.tr("No video yet. When it is published, put its address in."))
        else:
            time = elapsed(video.second)
            self.video.set_words(self.tr("Open the video at {time}").format(time=time))
            words = self.tr("This place has no address for a moment: go to {time} there.")
            self.unknown.setText("" if video.exact else words.format(time=time))
        if video is not None or not same:
            self.address.setText("")
            self.address.set_wrong(False)
        self.unknown.setVisible(bool(self.unknown.text()))
        offset = item.session.session.video_offset
        if not self.begins.edit.hasFocus():
            self.begins.setText("" if offset is None else elapsed(round(offset)))
            self.begins.set_wrong(False)

    def _show_answer(self, item: OpenLine, *, same: bool) -> None:
        todo = item.asks is Asks.TODO
        self.answer.setVisible(not todo)
        self.said.setVisible(not todo)
        quote = item.asks is Asks.UNSURE
        words = self.tr("What was really said") if quote else self.tr("What was said")
        self.said.setText(words)
        self.answer.set_name(words)
        settle = {
            Asks.TODO: self.tr("Done, next"),
            Asks.UNSURE: self.tr("I am sure, next"),
        }.get(item.asks, self.tr("Resolve, next"))
        self.settle.set_words(settle)
        kept = item.line.text if quote else item.line.answer
        if self._drafts.get(item.line.id) == kept:
            del self._drafts[item.line.id]
        if not same or not self.answer.field.hasFocus():
            self.answer.show_text(self._drafts.get(item.line.id, kept), another=not same)

    # -- what one does -------------------------------------------------------------------------

    def write(self) -> None:
        """Go where one writes; a to-do has nothing to write."""
        if self.answer.isHidden():
            self.settle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.answer.go_on()

    def do_settle(self) -> None:
        """Take what is written as what was said."""
        if self._item is not None:
            self.answer.flush()
            self.settled.emit(self._item, self.answer.text())

    def take_words(self) -> None:
        """Take what was heard at the line's moment over into the answer."""
        if not self.take_said.isHidden():
            self._take(self.said_words.words())

    def _take(self, words: str) -> None:
        if self.answer.isHidden():
            return
        text = self.answer.text().rstrip()
        self.answer.replace_text(f"{text} {words}" if text else words)
        self.answer.go_on()

    def open_video(self) -> None:
        """Open the video at this line, or go where its address is written."""
        if self._video is not None:
            self.opened.emit(self._video)
        elif self._item is not None:
            self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Hand on now what is being typed."""
        self.answer.flush()
        self.begins.commit()
        self.address.commit()

    def _written(self, text: str) -> None:
        if self._item is not None and self._item.asks is not Asks.TODO:
            self._drafts[self._item.line.id] = text
            self.written.emit(self._item, text)

    def _begins(self, text: str) -> None:
        second = seconds_of(text)
        self.begins.set_wrong(second is None)
        if second is not None and self._item is not None:
            self.offset_given.emit(self._item.session.session.id, float(second))

    def _addressed(self, url: str) -> None:
        if not url or self._item is None:
            return
        url = recording(url) or url
        if "://" not in url:
            url = f"https://{url}"
        self.address.set_wrong(not keepable(url))
        if keepable(url):
            view = self._item.session
            waiting = next((x for x in view.links if x.kind is LinkKind.VIDEO), None)
            link = waiting or Link(
                new_id(), view.session.id, LinkKind.VIDEO, position=len(view.links)
            )
            if video_link(view) is None:
                self.link_put.emit(replace(link, url=url, state=LinkState.THERE))
