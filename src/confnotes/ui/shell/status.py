"""The status line: saved, words, checks; the conference's clock at the right."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.times import zone
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.buttons import Button, IconButton, Look, Pressable
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.progress import ProgressLine
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.workspace import Work

_TICK_MS = 5_000


class StatusLine(Ground):
    """What is safe, how much there is, what needs a look, and what time it is there."""

    checks_pressed = Signal()
    errand_pressed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("canvas", "t", parent)
        self._clock = clock
        self._zone: str | None = None
        self._saved_at: datetime | None = None
        self._under_way: Work | None = None
        self.saved = Label("", Step.SMALL, role="text2", icon="check", tabular=True)
        self.words = Label("", Step.SMALL, role="text2", tabular=True)
        self.checks = _Checks(self.tr("Checks"))
        self.time = Label("", Step.SMALL, role="text2", icon="clock", tabular=True)
        self._row = QHBoxLayout(self)
        self.errand = Label("", Step.SMALL, role="text2", icon="import", tabular=True)
        self.errand_button = Button("", Look.GHOST, height=24)
        for part in (self.saved, self.words, self.checks, self.errand, self.errand_button):
            self._row.addWidget(part)
            part.hide()
        self.work = Label("", Step.SMALL, role="text2", tabular=True)
        self.progress = ProgressLine(96)
        self.stop = IconButton("close", self.tr("Stop this work"), size=24, icon_size=14)
        self._row.addStretch()
        for shown in self._work():
            self._row.addWidget(shown)
            shown.hide()
        self._row.addWidget(self.time)
        self.stop.clicked.connect(self._stop)
        self.errand_button.clicked.connect(self.errand_pressed)
        self.checks.clicked.connect(self.checks_pressed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._refit()
        theme().changed.connect(self._refit)
        self.tick()

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(18), 1, px(16), 0)
        self._row.setSpacing(px(24))
        self.setFixedHeight(px(32))

    def set_zone(self, zone_name: str | None) -> None:
        """Show the clock of that zone (None: of this computer)."""
        self._zone = zone_name
        self._show_saved()
        self.tick()

    def set_saved(self, at: datetime | None) -> None:
        """Say when what was typed last reached the file; None says nothing."""
        self._saved_at = at
        self._show_saved()

    def set_failing(self, since: datetime) -> None:
        """Say since when nothing could be saved; the next save takes it back."""
        self.saved.icon_name = "warning"
        self.saved.set_role("red")
        self.saved.setText(self.tr("Not saved since {time}").format(time=self._seconds(since)))
        self.saved.show()

    def _show_saved(self) -> None:
        self.saved.icon_name = "check"
        self.saved.set_role("text2")
        self.saved.setVisible(self._saved_at is not None)
        if self._saved_at is not None:
            time = self._seconds(self._saved_at)
            self.saved.setText(self.tr("Saved {time}").format(time=time))

    def set_words(self, text: str) -> None:
        """Show the words of the workspace in front."""
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def _stop(self) -> None:
        if self._under_way is not None:
            self._under_way.stop()

    def _work(self) -> tuple[QWidget, ...]:
        return self.work, self.progress, self.stop

    def set_work(self, work: Work | None) -> None:
        """Show what is done in the background and how far it is (None: nothing)."""
        self._under_way = work
        for part in self._work():
            part.setVisible(work is not None)
        if work is not None:
            self.work.setText(work.words)
            self.progress.set_share(work.share)

    def set_checks(self, count: int | None) -> None:
        """Show the checks badge with its count (None: no badge)."""
        self.checks.setVisible(count is not None)
        self.checks.set_count(count or 0)

    def set_errand(self, text: str, button: str = "") -> None:
        """Show what is being fetched, or has come, and what can be done about it ("": nothing)."""
        self.errand.setText(text)
        self.errand_button.setText(button)
        self.errand.setVisible(bool(text))
        self.errand_button.setVisible(bool(text and button))

    def tick(self) -> None:
        """Show what time it is."""
        local = self._local(self._clock())
        hour = f"{local.hour}:{local.minute:02}"
        if self._zone is None:
            self.time.setText(f"{words.day_month(local.date())} {hour}")
            return
        name = local.tzname() or ""
        where = name if name[:1].isalpha() else words.zone_city(self._zone)
        day = f"{words.weekday(local.date())} " if not theme().japanese else ""
        self.time.setText(f"{day}{hour} {where}")

    def _seconds(self, at: datetime) -> str:
        local = self._local(at)
        return f"{local.hour}:{local.minute:02}:{local.second:02}"

    def _local(self, at: datetime) -> datetime:
        where: ZoneInfo | None = None if self._zone is None else zone(self._zone)
        return at.astimezone(where)


class _Checks(Pressable):
    """The badge of open checks; pressing it goes to them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many are open."""
        self._count = count
        self.setAccessibleName(f"{self.text()}: {count}")
        self.refit()

    def sizeHint(self) -> QSize:
        px = theme().px
        wide = paint.width(self.text(), theme().font(Step.SMALL, MEDIUM)) + px(40)
        return QSize(round(wide + paint.pill_width(str(self._count))), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if self.hovered:
            paint.band(painter, rect, px(6), t.press if self.isDown() else t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(6))
        box = QRectF(px(8), (rect.height() - px(16)) / 2, px(16), px(16))
        paint.paint_icon(painter, "check_circle", box, t.text2)
        words_at = rect.adjusted(px(30), 0, 0, 0)
        font = theme().font(Step.SMALL, MEDIUM)
        used = paint.draw_text(painter, words_at, self.text(), font, t.text)
        tone = paint.Tone.AMBER if self._count else paint.Tone.PLAIN
        middle = rect.center().y()
        paint.draw_pill(painter, px(30) + used + px(6), middle, str(self._count), tone)
