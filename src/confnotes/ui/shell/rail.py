"""The rail: which conference, the four workspaces in a conference's order, search, settings."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.conference import Conference
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import IconButton, Pressable
from confnotes.ui.parts.order import enter_at_chosen
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.shell.actions import WINDOW

WIDTH = 72
WORKSPACES = ("plan", "notes", "review", "report")


class Rail(Ground):
    """Tells what is asked for: `workspace(name)`, `switcher(global point)`, `searched()`,
    `settings(point)`."""

    workspace = Signal(str)
    switcher = Signal(QPoint)
    searched = Signal()
    settings = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rail", "r", parent)
        self.tile = ConferenceTile()
        self.tile.clicked.connect(lambda: self.switcher.emit(_beside(self.tile)))
        self.buttons: dict[str, WorkspaceButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tile, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        specs = {spec.name: spec for spec in WINDOW}
        for name in WORKSPACES:
            button = WorkspaceButton(name, specs[name].text())
            button.setToolTip(f"{specs[name].text()}  {specs[name].chord()}")
            button.clicked.connect(lambda _on=False, name=name: self.workspace.emit(name))
            self.buttons[name] = button
            self._group.addButton(button)
            self._column.addWidget(button)
            button.toggled.connect(self._enter)
        self._column.addStretch()
        self.glass = IconButton("search", specs["find"].text(), size=40, icon_size=20)
        self.glass.setToolTip(f"{specs['find'].text()}  {specs['find'].chord()}")
        self.glass.clicked.connect(self.searched)
        self._column.addWidget(self.glass, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.gear = IconButton("settings", self.tr("Settings"), size=40, icon_size=20)
        self.gear.clicked.connect(lambda: self.settings.emit(_beside(self.gear)))
        self._column.addWidget(self.gear, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._refit()
        theme().changed.connect(self._refit)

    def _enter(self, _on: bool) -> None:
        enter_at_chosen(list(self.buttons.values()))

    def _refit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(0, px(16), 0, px(4))
        self._column.setSpacing(px(2))
        self.setFixedWidth(px(WIDTH))

    def set_conference(self, conference: Conference | None) -> None:
        """Show that conference; without one the workspaces are dimmed but teach the order."""
        self.tile.set_conference(conference)
        for button in self.buttons.values():
            button.setEnabled(conference is not None)

    def set_workspace(self, name: str) -> None:
        """Show which workspace is in front ("" for none of them)."""
        self._group.setExclusive(False)
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(True)


def _beside(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(widget.width() + 8, 0))


def initials(conference: Conference) -> str:
    """Return one or two letters that stand for a conference on its tile."""
    words = [w for w in conference.short.replace("+", " ").split() if w[0].isalpha()]
    if not words:
        return conference.short.strip()[:2]
    first = words[0]
    inner = [ch for ch in first if ch.isupper()]
    if len(inner) > 1:  # KubeCon, PyCon, FOSDEM
        return "".join(inner[:2])
    if first[0] > "\u2e80" or len(words) == 1:
        return first[:1] if first[0] > "\u2e80" else first[:2].upper()
    return (first[0] + words[1][0]).upper()


class ConferenceTile(Pressable):
    """The tile of the conference with its initials; a plus where there is none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_conference(None)

    def set_conference(self, conference: Conference | None) -> None:
        """Show that conference."""
        self.setText("" if conference is None else initials(conference))
        words = self.tr("Begin a conference") if conference is None else conference.title
        self.setToolTip(words)
        self.setAccessibleName(
            words if conference is None else self.tr("Conference: {name}").format(name=words)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(48), theme().px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        tile = QRectF(px(4), 0, px(40), px(40))
        if not self.text():
            fill = t.hover if self.hovered else None
            paint.band(painter, tile, px(10), fill, t.line2, width=1.2, dashed=True)
            inner = tile.adjusted(px(12), px(12), -px(12), -px(12))
            paint.paint_icon(painter, "plus", inner, t.text2)
        else:
            fill = t.accent_soft2 if t.dark else t.accent_hover if self.hovered else t.accent
            ink = t.accent if t.dark else t.on_accent
            paint.band(painter, tile, px(10), fill)
            font = theme().font(Step.NOTE, SEMIBOLD)
            paint.draw_text(painter, tile, self.text(), font, ink, paint.Align.CENTRE)
            sign = QRectF(px(34), px(30), px(16), px(16)).translated(-px(4), 0)
            paint.band(painter, sign, px(8), t.rail)
            paint.paint_icon(painter, "updown", sign.adjusted(2, 2, -2, -2), t.text2)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, tile, px(10), t.on_accent if self.text() else None)


class WorkspaceButton(Pressable):
    """One workspace of the rail: icon over word; the one in front is a tile."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.icon_name = icon
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        on = self.isChecked() and self.isEnabled()
        tile = QRectF((self.width() - px(56)) / 2, px(2), px(56), px(60))
        if on:
            paint.band(painter, tile, px(10), t.surface, t.line)
        elif self.hovered:
            paint.band(painter, tile, px(10), t.press if self.isDown() else t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, tile, px(10))
        ink = t.accent if on else t.text2 if self.isEnabled() else t.disabled
        centre = self.width() / 2
        box = QRectF(centre - px(12), tile.top() + px(9), px(24), px(24))
        paint.paint_icon(painter, self.icon_name, box, ink)
        words = QRectF(0, tile.top() + px(36), self.width(), px(18))
        weight = SEMIBOLD if on else 500
        paint.draw_text(
            painter, words, self.text(), theme().font(Step.CAPTION, weight), ink,
            paint.Align.CENTRE,
        )  # fmt: skip
