"""The head of the sheet: what the session is, stars, links, and how far the talk has come."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.recordings import keepable
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.services.views import SessionView, SpeakerView
from confnotes.ui.notes.moments import Moments
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.kinds import kind_words
from confnotes.ui.parts.labels import Label, PillLabel, WrapLabel
from confnotes.ui.parts.stars import Stars
from confnotes.ui.parts.theme import REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.words import elapsed

SIDE = 32
_ICONS = {LinkKind.PAGE: "globe", LinkKind.SLIDES: "slides", LinkKind.VIDEO: "video"}


class Progress(QWidget):
    """A thin line that fills as the talk goes on; elapsed and whole length at its right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._elapsed: int | None = None
        self._length: int | None = None
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFixedHeight(theme().px(20))

    def set_times(self, moments: Moments, now: datetime) -> None:
        """Show how far a talk is; nothing before it begins, the whole once it is over."""
        length = moments.length
        self._length = length or None
        self._elapsed = None
        if moments.zero is not None and now >= moments.zero:
            self._elapsed = int((now - moments.zero).total_seconds())
        if self._elapsed is not None and self._length is not None and self._elapsed > self._length:
            self._elapsed = None if self._elapsed > self._length + 3600 else self._length
        shown = self._length is not None or self._elapsed is not None
        self.setAccessibleName(self._said() if shown else "")
        self.update()

    def _said(self) -> str:
        done = elapsed(self._elapsed) if self._elapsed is not None else ""
        whole = elapsed(self._length) if self._length is not None else ""
        return f"{done} / {whole}" if done and whole else done or whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        middle, right = self.height() / 2, float(self.width())
        whole = "" if self._length is None else elapsed(self._length)
        if whole:
            font = theme().font(Step.SMALL, tabular=True)
            text = f" / {whole}" if self._elapsed is not None else whole
            right -= self._write(painter, right, text, font.weight(), t.text2)
        if self._elapsed is not None:
            right -= self._write(painter, right, elapsed(self._elapsed), SEMIBOLD, t.accent)
        bar = QRectF(0, middle - 1.5, right - px(16), 3)
        paint.band(painter, bar, 1.5, t.press)
        if self._elapsed is not None and self._length:
            bar.setWidth(bar.width() * min(self._elapsed / self._length, 1))
            paint.band(painter, bar, 1.5, t.accent)

    def _write(
        self, painter: QPainter, right: float, text: str, weight: int, colour: QColor
    ) -> float:
        font = theme().font(Step.SMALL, REGULAR if weight < SEMIBOLD else SEMIBOLD, tabular=True)
        wide = paint.width(text, font)
        rect = QRectF(right - wide, 0, wide + 1, self.height())
        paint.draw_text(painter, rect, text, font, colour)
        return wide


class LinkButton(Button):
    """A link; quiet while it leads nowhere yet."""

    def __init__(self, icon: str) -> None:
        super().__init__("", Look.GHOST, icon=icon, height=28)
        self._quiet = False

    def set_quiet(self, quiet: bool) -> None:
        """Step back, or not."""
        self._quiet = quiet
        self.update()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        fill, frame, ink = super()._colours()
        return fill, frame, theme().tokens.text3 if self._quiet else ink


class Header(QWidget):
    """`rated(int|None)`, `recommended(bool)`, `edit_links(LinkKind)`, `started()`."""

    rated = Signal(object)
    recommended = Signal(bool)
    edit_links = Signal(object)
    started = Signal()
    alone = Signal()
    menu = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SessionView | None = None
        self.kind = PillLabel("")
        self.room = Label("", Step.SMALL, role="text2", icon="place")
        self.time = Label("", Step.SMALL, role="text2", icon="clock", tabular=True)
        self.bookmark = IconButton("bookmark", self.tr("Recommended session"), size=28)
        self.bookmark.setCheckable(True)
        self.focus = IconButton("focus", self.tr("Focus: only the editor"), size=28)
        self.more = IconButton("more", self.tr("More for this session"), size=28)
        self.title = WrapLabel("", Step.TITLE, SEMIBOLD, most=2)
        self.speakers = Label("", Step.BASE, role="text2", icon="person")
        self.stars = Stars(18)
        self.links: dict[LinkKind, LinkButton] = {}
        self.start = Button(self.tr("Talk starts now"), Look.GHOST, icon="clock", height=28)
        self.progress = Progress()
        self.stars.rated.connect(self.rated)
        self.bookmark.clicked.connect(self._bookmarked)
        self.focus.clicked.connect(self.alone)
        self.more.clicked.connect(self._menu)
        self.start.clicked.connect(self.started)
        self._build()
        theme().changed.connect(self._refit)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._meta = QHBoxLayout()
        for part in (self.kind, self.room, self.time):
            self._meta.addWidget(part)
        self._meta.addStretch(1)
        for tool in (self.bookmark, self.focus, self.more):
            self._meta.addWidget(tool)
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.stars)
        for kind, icon in _ICONS.items():
            button = LinkButton(icon)
            button.clicked.connect(lambda _on=False, kind=kind: self._open(kind))
            self.links[kind] = button
            self._tools.addWidget(button)
        self._tools.addStretch(1)
        self._tools.addWidget(self.start)
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.speakers)
        self._line = QVBoxLayout()
        self._line.addWidget(self.progress)
        for rows in (self._meta, self._words, self._tools, self._line):
            self._column.addLayout(rows)
        self._refit()

    def _refit(self) -> None:
        px = theme().px
        side = px(SIDE)
        self.setMinimumWidth(px(400))  # or the side panel could not be folded by narrowing
        self._column.setContentsMargins(0, px(14), 0, px(14))
        self._column.setSpacing(px(6))
        for rows in (self._words, self._line):
            rows.setContentsMargins(side, 0, side, 0)
            rows.setSpacing(px(6))
        self._meta.setContentsMargins(side, 0, side - px(5), 0)
        self._meta.setSpacing(px(14))
        # Stars and quiet buttons stick out by their own padding: what one sees ends on the margin.
        self._tools.setContentsMargins(side - px(6), 0, side - px(12), 0)
        self._tools.setSpacing(0)

    def show_session(self, view: SessionView, moments: Moments, now: datetime) -> None:
        """Show a session."""
        self._view = view
        session = view.session
        self.kind.set_text(session.facts.format or kind_words(session.kind))
        self.room.setText(session.facts.room or "")
        self.room.setVisible(bool(session.facts.room))
        timed = moments.zero is not None or session.start_at is None
        time = words.span(session.start_at, session.end_at, moments.zone_name) if timed else ""
        self.time.setText(time)
        self.time.setVisible(bool(time))
        self.title.setText(session.title)
        names = speaker_words(view.speakers)
        self.speakers.setText(names)
        self.speakers.setVisible(bool(names))
        self.stars.set_rating(session.rating)
        self.bookmark.setChecked(session.recommended)
        self.bookmark.set_lit(session.recommended)
        for kind, button in self.links.items():
            self._show_link(button, kind, self._link(kind))
        self.progress.set_times(moments, now)

    def tick(self, moments: Moments, now: datetime) -> None:
        """Look at the clock."""
        self.progress.set_times(moments, now)

    def _link(self, kind: LinkKind) -> Link | None:
        links = [] if self._view is None else [x for x in self._view.links if x.kind is kind]
        return next((x for x in links if x.state is LinkState.THERE), next(iter(links), None))

    def _show_link(self, button: LinkButton, kind: LinkKind, link: Link | None) -> None:
        there = link is not None and link.state is LinkState.THERE and keepable(link.url)
        given, awaited, none = {
            LinkKind.PAGE: (self.tr("Page"), self.tr("No page yet"), self.tr("No page")),
            LinkKind.SLIDES: (self.tr("Slides"), self.tr("No slides yet"), self.tr("No slides")),
            LinkKind.VIDEO: (self.tr("Video"), self.tr("No video yet"), self.tr("No video")),
        }[kind]
        state = LinkState.THERE if link is None else link.state
        shown = {LinkState.EXPECTED: awaited, LinkState.NONE: none}.get(state, given)
        button.set_words(shown, _ICONS[kind])
        button.set_quiet(not there)
        button.setToolTip(link.url if there and link is not None else self.tr("Add an address"))

    def _open(self, kind: LinkKind) -> None:
        link = self._link(kind)
        if link is not None and link.state is LinkState.THERE and keepable(link.url):
            QDesktopServices.openUrl(QUrl(link.url, QUrl.ParsingMode.StrictMode))
        else:
            self.edit_links.emit(kind)

    def _menu(self) -> None:
        self.menu.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _bookmarked(self) -> None:
        self.bookmark.set_lit(self.bookmark.isChecked())
        self.recommended.emit(self.bookmark.isChecked())


def speaker_words(speakers: tuple[SpeakerView, ...]) -> str:
    """Return names with affiliations; those of one affiliation share it, as people write them."""
    ja = theme().japanese
    comma, honour = ("、", " 氏") if ja else (", ", "")
    groups: list[tuple[str, list[str]]] = []
    for speaker in speakers:
        if groups and groups[-1][0] == speaker.affiliation:
            groups[-1][1].append(speaker.name + honour)
        else:
            groups.append((speaker.affiliation, [speaker.name + honour]))
    brackets = "（{}）" if ja else " ({})"
    return comma.join(
        comma.join(names) + (brackets.format(company) if company else "")
        for company, names in groups
    )
