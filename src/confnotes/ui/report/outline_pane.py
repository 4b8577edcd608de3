"""The pane of the outline: title and settings on top, the sections, "add a section" below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, Look, Pressable
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report import words
from confnotes.ui.report.outline_model import OutlineModel
from confnotes.ui.report.outline_view import OutlineView
from confnotes.ui.report.rows import (
    OutlineRow,
    Sectioned,
    ancestors,
    first_folded,
    stepped,
    visible,
)


class TitleRow(Pressable):
    """The title of the report; pressing it opens its settings."""

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Show the title as it will be printed."""
        self.setText(title)
        self.setAccessibleName(self.tr("Title and settings: {title}").format(title=title))
        self.setToolTip(self.tr("Title and settings"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if self.isChecked():
            fill = t.raised if t.dark else t.surface
            paint.band(painter, rect, px(8), fill, t.line)
        elif self.hovered:
            paint.band(painter, rect, px(8), t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        side = px(16)
        box = QRectF(rect.left() + px(16), rect.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "settings", box, t.accent if self.isChecked() else t.text2)
        words_at = rect.adjusted(px(42), 0, -px(10), 0)
        paint.draw_text(painter, words_at, self.text(), theme().font(Step.BASE, MEDIUM), t.text)


class OutlinePane(Ground):
    """Shows the sections and tells what is asked of them."""

    chosen = Signal(str)
    entered_text = Signal(str)
    settings_asked = Signal()
    toggled = Signal(str, bool)
    renamed = Signal(str, str)
    added = Signal(str)
    delete_asked = Signal(str)
    moved = Signal(str, str)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "r", parent)
        self._sections: Sequence[Sectioned] = ()
        self._folded: set[str] = set()
        self._current = ""
        self._known = False
        self.title = TitleRow()
        self.model = OutlineModel(words.describe, self)
        self.view = OutlineView(self.model)
        self.add = Button(self.tr("Add a section"), Look.GHOST, icon="plus")
        self.undo = Button(self.tr("Section deleted. Undo"), Look.SOFT, icon="undo")
        self.undo.hide()
        self.name = LineField(self.tr("Heading of the new section"), self.tr("Heading"))
        self.name.hide()
        self._top = QHBoxLayout()
        self._top.addWidget(self.title)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add)
        self._foot.addWidget(self.name, 1)
        self._foot.addWidget(self.undo)
        self._foot.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.view, 1)
        column.addLayout(self._foot)
        self._connect()
        self._refit()
        theme().changed.connect(self._refit)

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.entered_text.connect(self.entered_text)
        self.view.fold_asked.connect(self._fold)
        self.view.delete_asked.connect(self.delete_asked)
        self.view.dropped.connect(self.moved)
        self.undo.clicked.connect(self.undo_asked)
        self.model.toggled.connect(self.toggled)
        self.model.renamed.connect(self.renamed)
        self.title.clicked.connect(self.settings_asked)
        self.add.clicked.connect(self.begin_section)
        self.name.submitted.connect(self._name)
        self.name.cancelled.connect(self._end_naming)

    def _refit(self) -> None:
        px = theme().px
        self.setFixedWidth(px(264))
        self._top.setContentsMargins(px(8), px(10), px(8), px(6))
        self._foot.setContentsMargins(px(8), px(8), px(8), px(8))

    @property
    def current(self) -> str:
        """The chosen section ("" for none)."""
        return self._current

    def show_sections(self, sections: Sequence[Sectioned], current: str) -> None:
        """Show an outline with one section chosen."""
        if not self._known and sections:
            self._folded = set(first_folded(sections))
            self._known = True
        self._sections, self._current = sections, current
        self._folded -= set(ancestors(sections, current))
        self._fill()

    def forget(self) -> None:
        """Forget what was folded: another conference is shown."""
        self._folded, self._known, self._current = set(), False, ""
        self._sections = ()
        self.offer_undo(False)

    def row(self, key: str) -> OutlineRow | None:
        """Return a section's row, None where it does not show."""
        return self.model.row(self.model.index_of(key))

    def show_settings(self, shown: bool) -> None:
        """Show whether the settings are open in place of a section."""
        self.title.setChecked(shown)

    def offer_undo(self, offered: bool) -> None:
        """Offer to bring back the section just deleted, in place of adding one."""
        self.undo.setVisible(offered)
        self.add.setVisible(not offered and not self.name.isVisible())

    def step(self, step: int) -> None:
        """Ask for the chosen section to stand `step` places further among those beside it."""
        after = stepped(self._sections, self._current, step)
        if after is not None:
            self.moved.emit(self._current, after)

    def begin_section(self) -> None:
        """Ask for the heading of a new section, where it will be added from."""
        self.offer_undo(False)
        self.add.hide()
        self.name.setText("")
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name(self, heading: str) -> None:
        self._end_naming()
        if heading:
            self.added.emit(heading)

    def _end_naming(self) -> None:
        self.name.hide()
        self.add.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        self._current = key
        if self.undo.isVisible():
            self.offer_undo(False)  # one has gone on
        self.chosen.emit(key)

    def _fold(self, key: str, fold: bool) -> None:
        if fold:
            self._folded.add(key)
            if key in ancestors(self._sections, self._current):
                self._current = key
                self.chosen.emit(key)
        else:
            self._folded.discard(key)
        self._fill()

    def _fill(self) -> None:
        self.view.show_rows(visible(self._sections, self._folded), self._current)
